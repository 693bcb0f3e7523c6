import { exp, ln } from './elementary.ts';

/**
 * The standard normal distribution: its cumulative distribution function and the inverse of that.
 * Only arithmetic, `Math.sqrt` and our own exponential and logarithm are used.
 */

/**
 * Phi(x), the part of a standard normal distribution below x; absolute error below 1e-15; in the lower tail the
 * relative error stays below 1e-8 down to x = -37.
 *
 * Source: G. West, 'Better approximations to cumulative normal functions', Wilmott Magazine (2005), after
 * J. F. Hart, 'Computer Approximations' (1968), algorithm 5666.
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  let tail = 0;
  if (z <= 37) {
    const density = exp((-z * z) / 2);
    if (z < 7.07106781186547) {
      let above = 3.52624965998911e-2 * z + 0.700383064443688;
      above = above * z + 6.37396220353165;
      above = above * z + 33.912866078383;
      above = above * z + 112.079291497871;
      above = above * z + 221.213596169931;
      above = above * z + 220.206867912376;
      let below = 8.83883476483184e-2 * z + 1.75566716318264;
      below = below * z + 16.064177579207;
      below = below * z + 86.7807322029461;
      below = below * z + 296.564248779674;
      below = below * z + 637.333633378831;
      below = below * z + 793.826512519948;
      below = below * z + 440.413735824752;
      tail = (density * above) / below;
    } else {
      const fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
      tail = density / fraction / 2.506628274631;
    }
  }
  return x > 0 ? 1 - tail : tail;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const c of coefficients) value = value * x + c;
  return value;
}

// Coefficients of PPND16, highest power first, each rounded to the double that it becomes.
const CENTRE_ABOVE = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const CENTRE_BELOW = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const MIDDLE_ABOVE = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_BELOW = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const TAIL_ABOVE = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const TAIL_BELOW = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/**
 * The inverse of Phi: the x below which a part p of a standard normal distribution lies; about 16 digits.
 *
 * Source: M. J. Wichura, 'Algorithm AS 241: the percentage points of the normal distribution', Applied Statistics 37
 * (1988), routine PPND16.
 *
 * @param p between 0 and 1; 0 and 1 themselves give minus and plus infinity, anything else outside gives NaN
 *
 * @example
 * ```ts
 * import { normalQuantile } from '@schaalsprong/model';
 *
 * normalQuantile(0.5); // => 0
 * normalQuantile(0.975).toFixed(6); // => '1.959964'
 * ```
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-ln(tail));
  const x =
    r <= 5
      ? polynomial(MIDDLE_ABOVE, r - 1.6) / polynomial(MIDDLE_BELOW, r - 1.6)
      : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5);
  return q < 0 ? -x : x;
}
