/**
 * The root of a continuous monotone function in a bracket. Never leaves the bracket, takes at most `MOST` steps, and about ten for a
 * smooth function.
 *
 * Source: T. R. Chandrupatla, 'A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
 * without using derivatives', Advances in Engineering Software 28 (1997).
 *
 * @param f function with values of different sign at `low` and `high`, or zero at one of them
 * @returns a point within a few units in the last place of a change of sign; NaN where the signs are alike
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let a = high;
  let b = low;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa < 0 !== fb < 0) || Number.isNaN(fa + fb)) return Number.NaN;
  let t = 0.5;
  for (let step = 0; step < MAX_ROUNDS; step++) {
    const x = a + t * (b - a);
    const fx = f(x);
    let c: number;
    let fc: number;
    if (fx < 0 === fa < 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    if (fa === 0) return a;
    const tolerance = (2 ** -51 * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - c || b - a);
    if (tolerance > 0.5 || !Number.isFinite(tolerance)) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
      // Inverse quadratic interpolation, where the criterion on the three points holds.
      t = (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    } else {
      t = 0.5;
    }
    // Differences of subnormal numbers may be zero: then interpolation gives no number.
    t = Number.isNaN(t) ? 0.5 : Math.min(1 - tolerance, Math.max(tolerance, t));
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}

const MAX_ROUNDS = 200;
