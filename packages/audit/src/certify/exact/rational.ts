/**
 * Fractions of whole numbers of any length. A JavaScript number stands for the decimal that is printed for it: 0.1 is
 * one tenth here, because a text that says 0.1 means one tenth and not the double that lies next to it.
 */
export interface Rational {
  /** in lowest terms with `d` */
  readonly n: bigint;
  /** above zero */
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b;
  // Most figures of a text are short: the remainders of plain numbers are several times as fast.
  while (y !== 0n) {
    if (x <= 9007199254740991n && y <= 9007199254740991n) {
      let p = Number(x);
      let q = Number(y);
      while (q !== 0) [p, q] = [q, p % q];
      return BigInt(p);
    }
    [x, y] = [y, x % y];
  }
  return x;
};

/** n / d in lowest terms. @throws RangeError where d is 0 */
export function ratio(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('a fraction over zero');
  if (d === 1n) return { n, d };
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  const common = gcd(top, bottom);
  return common === 1n ? { n: top, d: bottom } : { n: top / common, d: bottom / common };
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

const decimals = new Map<number, Rational>();

/** The decimal that a number is printed as. @throws RangeError for what is not finite */
export function rational(x: number): Rational {
  const known = decimals.get(x);
  if (known !== undefined) return known;
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not a finite number`);
  const [mantissa = '0', power = '0'] = String(x).split('e');
  const [whole = '0', part = ''] = mantissa.split('.');
  const exponent = Number(power) - part.length;
  const digits = BigInt(whole + part);
  const made =
    exponent < 0 ? ratio(digits, 10n ** BigInt(-exponent)) : ratio(digits * 10n ** BigInt(exponent));
  // Bounded memoization: the same figures recur in every question.
  if (decimals.size > 20_000) decimals.clear();
  decimals.set(x, made);
  return made;
}

/** The value of a double to its last bit, for a number that was computed and not written. */
export function fromDouble(x: number): Rational {
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not a finite number`);
  let [top, shift] = [x, 0];
  while (!Number.isSafeInteger(top) && shift < 1100) [top, shift] = [top * 2, shift + 1];
  return ratio(BigInt(top), 1n << BigInt(shift));
}

export const sign = (a: Rational): -1 | 0 | 1 => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a);

export function add(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  if (a.d === b.d) return ratio(a.n + b.n, a.d);
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export function multiply(a: Rational, b: Rational): Rational {
  if (a.n === 0n || b.n === 0n) return zero;
  return ratio(a.n * b.n, a.d * b.d);
}

export const divide = (a: Rational, b: Rational): Rational => ratio(a.n * b.d, a.d * b.n);

export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};

export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;

/** The greatest whole number that is not above it. */
export function floor(a: Rational): bigint {
  const cut = a.n / a.d;
  return a.n < 0n && cut * a.d !== a.n ? cut - 1n : cut;
}

/** The least whole number that is not below it. */
export const ceil = (a: Rational): bigint => -floor(negate(a));

const bits = (x: bigint): number => x.toString(16).length * 4;

/** The nearest double, or one of the two nearest for very long fractions. */
export function toNumber(a: Rational): number {
  const size = a.n < 0n ? -a.n : a.n;
  if (size <= 9007199254740991n && a.d <= 9007199254740991n) return Number(a.n) / Number(a.d);
  const shift = 70 - bits(size) + bits(a.d);
  const [top, bottom] = shift >= 0 ? [size << BigInt(shift), a.d] : [size, a.d << BigInt(-shift)];
  const quotient = top / bottom;
  // sticky bit: the truncated part decides where the rest is halfway between two doubles
  const value =
    Math.abs(shift) < 900
      ? Number(quotient * bottom === top ? quotient : quotient | 1n) * 2 ** -shift
      : byDecimals(size, a.d);
  return a.n < 0n ? -value : value;
}

/** Near the smallest and greatest doubles, where a power of two would be none itself. */
function byDecimals(n: bigint, d: bigint): number {
  const power = 40 - String(n).length + String(d).length;
  const digits = power >= 0 ? (n * 10n ** BigInt(power)) / d : n / (d * 10n ** BigInt(-power));
  return Number(`${digits}e${-power}`);
}

const spare = new DataView(new ArrayBuffer(8));

const neighbour = (x: number, up: boolean): number => {
  if (x === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE;
  spare.setFloat64(0, x);
  const step = x > 0 === up ? 1n : -1n;
  spare.setBigInt64(0, spare.getBigInt64(0) + step);
  return spare.getFloat64(0);
};

/** The double next to it whose printed decimal is not above it (`down`) or not below it (`up`). */
export function toNumberTowards(a: Rational, direction: 'down' | 'up'): number {
  let x = toNumber(a);
  for (let tries = 0; tries < 4; tries++) {
    const order = compare(rational(x), a);
    if (order === 0 || (direction === 'down' ? order < 0 : order > 0)) return x;
    x = neighbour(x, direction === 'up');
  }
  return x;
}

/** `12`, `-7/3`: what a certificate is written with. */
export const print = (a: Rational): string => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);

/** Reads what `print` wrote. @throws SyntaxError for anything else */
export function parse(text: string): Rational {
  const [n = '', d = '1'] = text.split('/');
  return ratio(BigInt(n), BigInt(d));
}
