import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  ceil,
  compare,
  divide,
  equal,
  floor,
  fromDouble,
  multiply,
  negate,
  parse,
  print,
  ratio,
  rational,
  subtract,
  toNumber,
  toNumberTowards,
} from './rational.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.bigInt({ min: 1n, max: 10n ** 22n }))
  .map(([n, d]) => ratio(n, d));

describe('a fraction', () => {
  it('of a number is the decimal that is printed for it', () => {
    expect(print(rational(0.1))).toBe('1/10');
    expect(print(rational(11.3))).toBe('113/10');
    expect(print(rational(-2.5e-7))).toBe('-1/4000000');
    expect(print(rational(1e21))).toBe('1000000000000000000000');
    expect(print(rational(-0))).toBe('0');
    expect(print(add(rational(0.1), rational(0.2)))).toBe('3/10');
    expect(print(fromDouble(0.1))).toBe('3602879701896397/36028797018963968');
    expect(() => rational(Number.NaN)).toThrow(RangeError);
    expect(() => fromDouble(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => ratio(1n, 0n)).toThrow(RangeError);
  });

  it('comes back from a number and from print as it was', () => {
    fc.assert(
      fc.property(finite, fraction, (x, a) => {
        expect(toNumber(rational(x))).toBe(x === 0 ? 0 : x);
        expect(equal(parse(print(a)), a)).toBe(true);
      }),
    );
    expect(() => parse('1.5')).toThrow(SyntaxError);
  });

  it('keeps the laws of a field, and its order', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(equal(add(a, b), add(b, a))).toBe(true);
        expect(equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(equal(subtract(add(a, b), b), a)).toBe(true);
        if (b.n !== 0n) expect(equal(divide(multiply(a, b), b), a)).toBe(true);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
        expect(equal(negate(negate(a)), a)).toBe(true);
      }),
    );
  });

  it('lies between its floor and its ceiling, and between the numbers beside it', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        expect(compare(ratio(floor(a)), a)).toBeLessThanOrEqual(0);
        expect(compare(ratio(ceil(a)), a)).toBeGreaterThanOrEqual(0);
        expect(ceil(a) - floor(a)).toBe(a.d === 1n ? 0n : 1n);
        const below = toNumberTowards(a, 'down');
        const above = toNumberTowards(a, 'up');
        expect(compare(rational(below), a)).toBeLessThanOrEqual(0);
        expect(compare(rational(above), a)).toBeGreaterThanOrEqual(0);
        expect(above - below).toBeLessThanOrEqual(1e-15 * Math.abs(above) + Number.MIN_VALUE);
      }),
    );
    expect(toNumberTowards(rational(0.1), 'down')).toBe(0.1);
    expect(toNumberTowards(rational(0.1), 'up')).toBe(0.1);
  });
});
