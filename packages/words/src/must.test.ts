import { describe, expect, it } from 'vitest';
import { at, byteAt, int32At, must, numberAt, Unreachable, uint32At } from './must.ts';

describe('at', () => {
  it('gives the element at an index, also where that is undefined or not a number', () => {
    expect(at([1, 2], 1)).toBe(2);
    expect(at(Float64Array.of(Number.NaN), 0)).toBeNaN();
    expect(at([undefined], 0)).toBeUndefined();
  });

  it('throws where the index lies outside, or is no whole number', () => {
    for (const index of [-1, 2, 0.5, Number.NaN]) expect(() => at([1, 2], index)).toThrow(Unreachable);
  });
});

describe('numberAt', () => {
  it('gives the number at an index, also one that is not a number', () => {
    expect(numberAt(Float64Array.of(1, 2), 1)).toBe(2);
    expect(numberAt(Float64Array.of(Number.NaN), 0)).toBeNaN();
  });

  it('throws where the index lies outside, or is no whole number', () => {
    for (const index of [-1, 2, 0.5, Number.NaN]) {
      expect(() => numberAt(Float64Array.of(1, 2), index)).toThrow(Unreachable);
    }
  });
});

describe('readings of whole numbers', () => {
  it('give the number at an index, and throw where it lies outside', () => {
    expect(int32At(Int32Array.of(1, -2), 1)).toBe(-2);
    expect(uint32At(Uint32Array.of(2 ** 32 - 1), 0)).toBe(2 ** 32 - 1);
    expect(byteAt(Uint8Array.of(0, 255), 1)).toBe(255);
    for (const index of [-1, 2, 0.5, Number.NaN]) {
      expect(() => int32At(new Int32Array(2), index)).toThrow(Unreachable);
      expect(() => uint32At(new Uint32Array(2), index)).toThrow(Unreachable);
      expect(() => byteAt(new Uint8Array(2), index)).toThrow(Unreachable);
    }
  });
});

describe('must', () => {
  it('gives the value of a key, also where that is undefined', () => {
    expect(must(new Map([['a', 0]]), 'a')).toBe(0);
    expect(must(new Map([['a', undefined]]), 'a')).toBeUndefined();
  });

  it('throws where the map lacks the key', () => {
    expect(() => must(new Map([['a', 1]]), 'b')).toThrow('no value for b among 1');
  });
});
