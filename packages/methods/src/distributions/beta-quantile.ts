import { exp, incompleteBeta, ln, lnGamma } from '@schaalsprong/model';
import { numberAt } from '@schaalsprong/words';

/** Nodes of the table that starts the search, over so many standard deviations either side of the mean. */
const NODES = 64;
const REACH = 6;
const MOST_STEPS = 100;

/**
 * The inverse of the regularised incomplete beta function for one pair of parameters, fit to be asked many times: a small
 * table brackets the answer, and Halley's method finds it in two or three steps; far out in the tail Newton's does, on
 * logarithms. A number depends on p and the parameters
 * alone.
 *
 * @param alpha above 0
 * @param beta above 0
 * @returns p between 0 and 1 to x between 0 and 1
 *
 * Source: W. Press and others, Numerical Recipes (2007), section 6.4, for the step; the start is ours.
 */
export function betaQuantile(alpha: number, beta: number): (p: number) => number {
  const lower = halfQuantile(alpha, beta);
  const upper = halfQuantile(beta, alpha);
  // From the nearer end, where both p and x keep their digits.
  return (p) => {
    if (p <= 0) return 0;
    if (p >= 1) return 1;
    return p <= 0.5 ? lower(p) : 1 - upper(1 - p);
  };
}

function halfQuantile(alpha: number, beta: number): (p: number) => number {
  const scale = lnGamma(alpha + beta) - lnGamma(alpha) - lnGamma(beta);
  const places = nodesOf(alpha, beta);
  const parts = places.map((x) => incompleteBeta(alpha, beta, x, scale));
  return (p) => {
    const above = bracketOf(parts, p);
    let low = numberAt(places, above - 1);
    let high = numberAt(places, above);
    const from = numberAt(parts, above - 1);
    const to = numberAt(parts, above);
    // Below the first node the function is about a power of x, elsewhere about straight.
    const isPower = low === 0;
    let x = isPower
      ? Math.min(high, exp((ln(p * alpha) - scale) / alpha))
      : low + ((p - from) / (to - from)) * (high - low);
    // So near zero the power is all there is.
    if (x < 1e-280) return x;
    for (let step = 0; step < MOST_STEPS; step++) {
      const part = incompleteBeta(alpha, beta, x, scale);
      if (part === p) return x;
      if (part > p) high = x;
      else low = x;
      const density = exp(scale + (alpha - 1) * ln(x) + (beta - 1) * ln(1 - x));
      const next = isPower
        ? x * exp((ln(p / part) * part) / (x * density))
        : x - halley((part - p) / density, (alpha - 1) / x - (beta - 1) / (1 - x));
      if (Math.abs(next - x) <= 2 ** -50 * x) return next;
      x = next > low && next < high ? next : low + (high - low) / 2;
    }
    return x;
  };
}

/**
 * The step of Halley's method, kept from more than doubling that of Newton's.
 *
 * @param newton value over derivative
 * @param bend second derivative over derivative
 */
const halley = (newton: number, bend: number): number => newton / Math.max(0.5, 1 - (newton * bend) / 2);

/** Places from 0 to 1, close together where the distribution is. */
function nodesOf(alpha: number, beta: number): Float64Array {
  const sum = alpha + beta;
  const mean = alpha / sum;
  const sd = Math.sqrt((mean * (beta / sum)) / (sum + 1));
  const low = Math.max(0, mean - REACH * sd);
  const high = Math.min(1, mean + REACH * sd);
  const inner = Array.from({ length: NODES - 1 }, (_, i) => low + ((i + 1) / NODES) * (high - low));
  return Float64Array.of(0, ...inner, 1);
}

/** The first node whose part is at least p; never the first of all. */
function bracketOf(parts: Float64Array, p: number): number {
  let low = 1;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberAt(parts, middle) < p) low = middle + 1;
    else high = middle;
  }
  return low;
}
