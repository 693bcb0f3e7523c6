/** A state that the code around it rules out: a programming error, never bad input. */
export class Unreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreachable';
  }
}

/**
 * The element at an index that must be there.
 * @throws Unreachable where the index lies outside, so that a slip in an offset is an error and not a plausible number
 */
export function at<T>(values: ArrayLike<T>, index: number): T {
  if (index >= 0 && index < values.length) return values[index] as T;
  throw new Unreachable(`no element ${index} of ${values.length}`);
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
