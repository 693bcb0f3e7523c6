/** For tests and scripts: points over the whole range of each function, and how far a result is from the truth. */
import type { MathName } from './functions.ts';
import { Precise } from './precise.ts';

/** Uniform numbers from 0 to 1 from a seed (a 32-bit counter mixed by multiplication and shifts). */
export function uniform(seed: number): () => number {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let h = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  };
  return () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}

type Draw = (u: () => number) => number;

const between =
  (low: number, high: number): Draw =>
  (u) =>
    low + (high - low) * u();
/** Of every size alike, from 2 ** low to 2 ** high. */
const sized =
  (low: number, high: number): Draw =>
  (u) =>
    2 ** Math.floor(low + (high - low) * u()) * (1 + u());
/** At a relative distance of every size around a number. */
const around =
  (centre: number, low = -52, high = -2): Draw =>
  (u) =>
    centre * (1 + (u() < 0.5 ? -1 : 1) * sized(low, high)(u));
const eitherSign =
  (draw: Draw): Draw =>
  (u) =>
    u() < 0.5 ? draw(u) : -draw(u);
const oneOf =
  (...draws: readonly Draw[]): Draw =>
  (u) =>
    (draws[Math.floor(u() * draws.length)] ?? between(0, 1))(u);

/** Near multiples of pi/2, and the doubles that lie closest to one (the second is known as the worst of all). */
const nearTurns: Draw = (u) => {
  const n = Math.floor(sized(0, 40)(u));
  return Math.round(n) * (Math.PI / 2) * (1 + Math.round(4 * u() - 2) * 2 ** -52);
};
const hardAngles = [
  5.319372648326541e255,
  6381956970095103 * 2 ** 797,
  1.1458372612344e16,
  105414357.85319908,
];
const angles = oneOf(
  between(0, 10),
  between(0, 1000),
  sized(-10, 20),
  sized(-1074, 1023),
  sized(19, 21),
  nearTurns,
  (u) => hardAngles[Math.floor(u() * hardAngles.length)] ?? 1,
);

const arguments1: Readonly<Record<Exclude<MathName, 'pow'>, Draw>> = {
  exp: oneOf(
    between(-1, 1),
    between(-745.2, 709.8),
    eitherSign(sized(-60, 9)),
    between(-745.14, -708),
    between(709, 709.79),
    (u) => (Math.round(2000 * u() - 1000) + 0.5) * Math.LN2 * (1 + 2 ** -50 * u()),
  ),
  ln: oneOf(
    sized(-1074, 1023),
    between(0.5, 2),
    around(1),
    around(Math.SQRT2),
    around(Math.SQRT1_2),
    sized(-2, 2),
  ),
  sin: eitherSign(angles),
  cos: eitherSign(angles),
  tan: eitherSign(angles),
  asin: eitherSign(oneOf(between(0, 1), sized(-1074, -1), around(0.5), (u) => 1 - sized(-53, -2)(u))),
  acos: eitherSign(oneOf(between(0, 1), sized(-1074, -1), around(0.5), (u) => 1 - sized(-53, -2)(u))),
  atan: eitherSign(oneOf(between(0, 3), sized(-1074, 1023), sized(-3, 3), around(0.4142), around(2.4142))),
  sinh: eitherSign(oneOf(between(0, 3), between(0, 40), sized(-1074, 9), between(709, 710.47), around(1))),
  cosh: eitherSign(oneOf(between(0, 3), between(0, 40), sized(-30, 9), between(709, 710.47))),
  tanh: eitherSign(oneOf(between(0, 3), between(0, 25), sized(-1074, 5), around(0.55))),
};

const bases = oneOf(sized(-1074, 1023), between(0.1, 10), around(1), around(Math.SQRT2, -52, -4), (u) =>
  Math.ceil(100 * u()),
);

/** An argument, or two for a power. Powers are drawn so that the result is of every size. */
export function drawArguments(name: MathName, u: () => number): [x: number, y: number] {
  if (name !== 'pow') return [arguments1[name](u), 0];
  const x = bases(u);
  if (u() < 0.3)
    return [x, oneOf(between(-3, 3), (v) => Math.round(40 * v() - 20), eitherSign(sized(-60, 10)))(u)];
  const power = between(-745, 710)(u);
  const y = power / Math.log(x);
  return [x, Number.isFinite(y) ? y : 1];
}

const narrow = new Precise(300);
const wide = new Precise(1400);

/** How far `got` is from the true value, in ulp of the true value; 0 where both are beyond the range of doubles. */
export function ulpsOff(name: MathName, x: number, y: number, got: number): number {
  const size = Math.abs(x);
  // Tiny numbers and results need the wide form, and huge angles lose what is above the point only.
  const p =
    name !== 'exp' && name !== 'pow' && (size < 2 ** -90 || size > 2 ** 70) && name !== 'ln' ? wide : narrow;
  const tiny = (name === 'exp' && x < -100) || (name === 'pow' && y * Math.log(x) < -100) ? wide : p;
  const truth = trueValue(name, x, y, tiny);
  if (truth > tiny.of(Number.MAX_VALUE) || truth < -tiny.of(Number.MAX_VALUE)) {
    const rounds = truth > tiny.of(Number.MAX_VALUE) + tiny.of(2 ** 969);
    if (!Number.isFinite(got)) return 0;
    return rounds ? Number.POSITIVE_INFINITY : tiny.ulps(got, truth);
  }
  return Number.isFinite(got) ? tiny.ulps(got, truth) : Number.POSITIVE_INFINITY;
}

/** The value that a function has, to far more bits than a double. */
export function trueValue(name: MathName, x: number, y: number, p: Precise): bigint {
  const v = p.of(x);
  const root = (): bigint => p.sqrt(p.mul(p.one - v, p.one + v));
  switch (name) {
    case 'exp':
      return p.exp(v);
    case 'ln':
      return p.ln(x);
    case 'pow':
      return p.exp(p.mul(p.ln(x), p.of(y)));
    case 'sin':
      return p.sincos(v)[0];
    case 'cos':
      return p.sincos(v)[1];
    case 'tan':
      return p.div(...p.sincos(v));
    case 'asin':
      return p.angle(v, root(), Math.asin(x));
    case 'acos':
      return p.angle(root(), v, Math.acos(x));
    case 'atan':
      return Math.abs(x) > 1
        ? p.angle(x > 0 ? p.one : -p.one, p.div(p.one, x > 0 ? v : -v), Math.atan(x))
        : p.angle(v, p.one, Math.atan(x));
    case 'sinh':
      return (p.exp(v) - p.exp(-v)) / 2n;
    case 'cosh':
      return (p.exp(v) + p.exp(-v)) / 2n;
    case 'tanh': {
      const [up, down] = [p.exp(v), p.exp(-v)];
      return p.div(up - down, up + down);
    }
  }
}
