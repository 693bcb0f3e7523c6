/**
 * Prints packages/model/src/math/coefficients.ts: polynomials through the Chebyshev points of each function's series
 * to 400 bits, which is within a small factor of the best polynomial of that degree. (The tables are made where they are used.)
 *
 *   npx node scripts/fit-mathematics.ts > packages/model/src/math/coefficients.ts
 *   npx biome format --write packages/model/src/math
 */
import { Precise } from '../packages/model/src/math/precise.ts';

const p = new Precise(400);
const terms = 260;

type Series = (i: number) => bigint;
const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
const alternating = (i: number, v: bigint): bigint => (i % 2 === 0 ? v : -v);

function valueAt(series: readonly bigint[], x: bigint): bigint {
  let sum = 0n;
  for (let i = series.length - 1; i >= 0; i--) sum = p.mul(sum, x) + (series[i] ?? 0n);
  return sum;
}

/** Coefficients, lowest first, of the polynomial of that degree through Chebyshev points of an interval. */
function through(of: Series, low: number, high: number, degree: number): number[] {
  const series = Array.from({ length: terms }, (_, i) => of(i));
  const n = degree + 1;
  const points = Array.from({ length: n }, (_, i) => {
    const angle = (p.pi() * BigInt(2 * i + 1)) / BigInt(2 * n);
    const [, cos] = p.sincos(angle);
    return (p.of(low) + p.of(high) + p.mul(p.of(high - low), cos)) / 2n;
  });
  const divided = points.map((x) => valueAt(series, x));
  for (let k = 1; k < n; k++) {
    for (let i = n - 1; i >= k; i--) {
      divided[i] = p.div(
        (divided[i] ?? 0n) - (divided[i - 1] ?? 0n),
        (points[i] ?? 0n) - (points[i - k] ?? 0n),
      );
    }
  }
  let c: bigint[] = [];
  for (let i = n - 1; i >= 0; i--) {
    const times = [0n, ...c];
    c.forEach((v, j) => {
      times[j] = (times[j] ?? 0n) - p.mul(v, points[i] ?? 0n);
    });
    times[0] = (times[0] ?? 0n) + (divided[i] ?? 0n);
    c = times;
  }
  return c.map((v) => p.toNumber(v));
}

/** The series of sinh / cosh in x^2, after the leading x: long division of the two series. */
function tanhSeries(): bigint[] {
  const cosh = Array.from({ length: terms + 1 }, (_, i) => p.one / factorial(2 * i));
  const t: bigint[] = [];
  for (let i = 0; i <= terms; i++) {
    let v = p.one / factorial(2 * i + 1);
    for (let j = 1; j <= i; j++) v -= p.mul(cosh[j] ?? 0n, t[i - j] ?? 0n);
    t.push(v);
  }
  return t.slice(1);
}

/** (2i)! / (4^i (i!)^2 (2i + 1)), the series of arcsin. */
const arcsin = (i: number): bigint =>
  (p.one * factorial(2 * i)) / (4n ** BigInt(i) * factorial(i) ** 2n * BigInt(2 * i + 1));

const powerOfLn2 = (n: number): bigint => (n === 0 ? p.one : p.mul(powerOfLn2(n - 1), p.ln2()));
/** Of the series of ln(1 + s ln 2) / ln 2. */
const log2Term = (n: number): bigint => powerOfLn2(n - 1) / BigInt(n);

const tanh = tanhSeries();
const quarterTurn = 0.7854;
const polynomials: [name: string, what: string, values: number[]][] = [
  [
    'expTail',
    '(e^r - 1 - r - r^2/2) / r^3 for abs(r) <= ln(2)/2',
    through((i) => p.one / factorial(i + 3), -0.3467, 0.3467, 9),
  ],
  [
    'expShort',
    '(e^r - 1 - r) / r^2 for abs(r) <= ln(2)/512',
    through((i) => p.one / factorial(i + 2), -0.00138, 0.00138, 2),
  ],
  [
    'lnShort',
    '(ln(1 + r) - r + r^2/2) / r^3 for abs(r) <= 1.5/256',
    through((i) => alternating(i, p.one / BigInt(i + 3)), -0.00587, 0.00587, 5),
  ],
  [
    'lnShorter',
    'the same, for a logarithm in one double',
    through((i) => alternating(i, p.one / BigInt(i + 3)), -0.00587, 0.00587, 4),
  ],
  [
    'log2Short',
    '(log2(1 + s ln 2) - s) / s^2 for abs(s) <= 0.004',
    through((i) => alternating(i + 1, log2Term(i + 2)), -0.004, 0.004, 4),
  ],
  [
    'rootShort',
    '(2^r - 1) / r for abs(r) <= 1/512',
    through((i) => powerOfLn2(i + 1) / factorial(i + 1), -0.001954, 0.001954, 3),
  ],
  [
    'sinTail',
    '(sin r - r) / r^3 in r^2, abs(r) <= pi/4',
    through((i) => alternating(i + 1, p.one / factorial(2 * i + 3)), 0, quarterTurn ** 2, 6),
  ],
  [
    'cosTail',
    '(cos r - 1 + r^2/2) / r^4 in r^2, abs(r) <= pi/4',
    through((i) => alternating(i, p.one / factorial(2 * i + 4)), 0, quarterTurn ** 2, 6),
  ],
  ['asinTail', '(arcsin x - x) / x^3 in x^2, abs(x) <= 1/2', through((i) => arcsin(i + 1), 0, 0.25, 12)],
  [
    'atanTail',
    '(arctan x - x) / x^3 in x^2, abs(x) <= tan(pi/8)',
    through((i) => alternating(i + 1, p.one / BigInt(2 * i + 3)), 0, 0.1716, 10),
  ],
  [
    'sinhTail',
    '(sinh x - x) / x^3 in x^2, abs(x) <= 1',
    through((i) => p.one / factorial(2 * i + 3), 0, 1, 7),
  ],
  ['tanhTail', '(tanh x - x) / x^3 in x^2, abs(x) <= 0.55', through((i) => tanh[i] ?? 0n, 0, 0.3026, 11)],
];

/** A constant as two doubles: the first with `bits` bits after the point, so that small multiples are exact. */
function parts(v: bigint, ...bits: number[]): number[] {
  let rest = v;
  const found = bits.map((n) => {
    const drop = p.bits - BigInt(n);
    const part = (rest >> drop) << drop;
    rest -= part;
    return p.toNumber(part);
  });
  return [...found, p.toNumber(rest)];
}

const [ln2High = 0, ln2Low = 0] = parts(p.ln2(), 41);
const [ln2Part = 0, ln2PartLow = 0] = parts(p.ln2() / 256n, 43);
const turn = parts(p.pi() / 2n, 32, 65);
const halfPi = p.toNumber(p.pi() / 2n);
const constants: [name: string, what: string, value: number][] = [
  ['ln2High', 'ln 2 to 41 bits after the point, so that whole multiples up to 2048 are exact', ln2High],
  ['ln2Low', 'the rest of ln 2', ln2Low],
  [
    'ln2Part',
    'ln 2 / 256 to 43 bits after the point, so that whole multiples up to 2 ** 18 are exact',
    ln2Part,
  ],
  ['ln2PartLow', 'the rest of ln 2 / 256', ln2PartLow],
  ['partsOverLn2', '256 / ln 2', p.toNumber(p.div(256n * p.one, p.ln2()))],
  ['twoOverPi', '2 / pi', p.toNumber(p.div(2n * p.one, p.pi()))],
  [
    'halfPi1',
    'pi/2 to 32 bits after the point, so that whole multiples up to 2 ** 20 are exact',
    turn[0] ?? 0,
  ],
  ['halfPi2', 'the next 33 bits of pi/2', turn[1] ?? 0],
  ['halfPi3', 'the rest of pi/2 after those two', turn[2] ?? 0],
  ['halfPi', 'the double nearest to pi/2', halfPi],
  ['halfPiLow', 'pi/2 less that double', p.toNumber(p.pi() / 2n - p.of(halfPi))],
];

const lines = [
  '// Made by scripts/fit-mathematics.ts.',
  ...constants.flatMap(([name, what, v]) => ['', `/** ${what}. */`, `export const ${name} = ${v};`]),
  ...polynomials.flatMap(([name, what, values]) => [
    '',
    `/** ${what}. */`,
    `export const ${name} = [`,
    ...values.map((v) => `  ${v},`),
    '] as const;',
  ]),
];
console.log(lines.join('\n'));
