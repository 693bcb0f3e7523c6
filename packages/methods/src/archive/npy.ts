import { at, byteAt } from '@schaalsprong/words';

/** An array of numbers: `[experiment, ..., time]`, the last place moving fastest. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** Bytes that are no array, or one of something other than numbers. */
export class NpyFault extends Error {
  override readonly name = 'NpyFault';
}

type Reader = (view: DataView, at: number, little: boolean) => number;

const readers: Readonly<Record<string, Reader>> = {
  f8: (view, at, little) => view.getFloat64(at, little),
  f4: (view, at, little) => view.getFloat32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  i4: (view, at, little) => view.getInt32(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  i2: (view, at, little) => view.getInt16(at, little),
  u2: (view, at, little) => view.getUint16(at, little),
  i1: (view, at) => view.getInt8(at),
  u1: (view, at) => view.getUint8(at),
  b1: (view, at) => view.getUint8(at),
};

/**
 * Reads an array of NumPy. Source: numpy.lib.format, versions 1 to 3.
 *
 * @throws NpyFault
 */
export function readNpy(bytes: Uint8Array): NumberArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isArray = '\x93NUMPY'.split('').every((sign, i) => bytes[i] === sign.charCodeAt(0));
  if (!isArray || bytes.length < 10) throw new NpyFault('NUMPY');
  const wide = byteAt(bytes, 6) >= 2;
  const start = wide ? 12 : 10;
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const head = new TextDecoder().decode(bytes.subarray(start, start + length));
  const [, order = '', type = ''] = /'descr':\s*'([<>|=])([a-z]\d+)'/.exec(head) ?? [];
  const shape = (/'shape':\s*\(([^)]*)\)/.exec(head)?.[1] ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  const read = readers[type];
  if (read === undefined) throw new NpyFault(/'descr':\s*([^,]+)/.exec(head)?.[1] ?? 'descr');
  const count = shape.reduce((product, size) => product * size, 1);
  const width = Number(type.slice(1));
  const from = start + length;
  if (!Number.isSafeInteger(count) || bytes.length < from + width * count) throw new NpyFault('end');
  const places = /'fortran_order':\s*True/.test(head) ? fortranPlaces(shape) : (i: number) => i;
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = read(view, from + width * places(i), order !== '>');
  return { shape, values };
}

/** Where a number is in an array whose first place moves fastest. */
function fortranPlaces(shape: readonly number[]): (i: number) => number {
  return (i) => {
    let rest = i;
    let place = 0;
    const steps = shape.map((_, axis) => shape.slice(0, axis).reduce((product, size) => product * size, 1));
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const size = at(shape, axis);
      place += (rest % size) * at(steps, axis);
      rest = Math.floor(rest / size);
    }
    return place;
  };
}
