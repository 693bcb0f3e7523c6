/** A state that the code around it rules out: a programming error, never bad input. */
export class Unreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreachable';
  }
}

const missing = (index: number, length: number): Unreachable =>
  new Unreachable(`no element ${index} of ${length}`);

/**
 * The element at an index that must be there. In a loop over numbers of a Float64Array use {@link numberAt}.
 * @throws Unreachable where the index lies outside or is no whole number, so that a slip in an offset is an error and not a plausible
 *   number
 */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value !== undefined) return value;
  if (Number.isInteger(index) && index >= 0 && index < values.length) return value as T;
  throw missing(index, values.length);
}

/**
 * The number at an index that must be there, for hot loops. It takes one kind of array only, so that the engine sees one shape and inlines
 * it: as fast as `values[index] ?? 0`. `at` is called with many kinds of array, and each call pays for all of them.
 * @throws Unreachable where the index lies outside or is no whole number
 */
export function numberAt(values: Float64Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw missing(index, values.length);
  return value;
}

/**
 * The number at an index of an Int32Array that must be there: {@link numberAt} for row numbers and category codes.
 * @throws Unreachable where the index lies outside or is no whole number
 */
export function int32At(values: Int32Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw missing(index, values.length);
  return value;
}

/**
 * The number at an index of a Uint32Array that must be there: {@link numberAt} for bits and orders.
 * @throws Unreachable where the index lies outside or is no whole number
 */
export function uint32At(values: Uint32Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw missing(index, values.length);
  return value;
}

/**
 * The number at an index of a Uint8Array that must be there: {@link numberAt} for flags.
 * @throws Unreachable where the index lies outside or is no whole number
 */
export function byteAt(values: Uint8Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw missing(index, values.length);
  return value;
}

/**
 * The value of a key that must be there.
 * @throws Unreachable where the map lacks the key
 */
export function must<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value !== undefined || map.has(key)) return value as V;
  throw new Unreachable(`no value for ${String(key)} among ${map.size}`);
}
