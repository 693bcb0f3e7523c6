import type { Text } from './text.ts';

/** A range of values and how likely each part of it is; every kind but `discrete` is truncated to [min, max]. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly sd: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: 'lognormal';
      readonly median: number;
      readonly sigma: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'loguniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'beta';
      readonly alpha: number;
      readonly beta: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'pert'; readonly min: number; readonly mode: number; readonly max: number }
  | {
      readonly kind: 'weibull';
      readonly shape: number;
      readonly scale: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: 'discrete';
      readonly values: readonly { readonly value: number; readonly weight: number }[];
    };

/**
 * What is wrong with a distribution where its shape is right: an empty range, a mode outside it, a number that is not
 * finite. The schema cannot say it because it looks at one field at a time. Null where nothing is wrong.
 */
export function distributionFault(
  d: Distribution,
): { readonly found: string; readonly expected: Text } | null {
  if (d.kind === 'discrete') {
    const bad = d.values.find(({ value, weight }) => !Number.isFinite(value) || !Number.isFinite(weight));
    return bad === undefined
      ? null
      : {
          found: `value ${bad.value}, weight ${bad.weight}`,
          expected: { nl: 'eindige waarden en gewichten', en: 'finite values and weights' },
        };
  }
  const range = `${d.min} .. ${d.max}`;
  if (!(Number.isFinite(d.min) && Number.isFinite(d.max) && d.min < d.max)) {
    return { found: range, expected: { nl: 'min kleiner dan max', en: 'min below max' } };
  }
  switch (d.kind) {
    case 'triangular':
    case 'pert':
      return d.mode >= d.min && d.mode <= d.max
        ? null
        : {
            found: `mode ${d.mode}, ${range}`,
            expected: { nl: 'mode tussen min en max', en: 'mode between min and max' },
          };
    case 'normal':
      return d.min < d.mean + FARTHEST * d.sd && d.max > d.mean - FARTHEST * d.sd
        ? null
        : {
            found: `mean ${d.mean}, sd ${d.sd}, ${range}`,
            expected: {
              nl: `een bereik binnen ${FARTHEST} standaardafwijkingen van mean: daarbuiten ligt niets van de verdeling`,
              en: `a range within ${FARTHEST} standard deviations of mean: nothing of the distribution lies beyond`,
            },
          };
    case 'lognormal':
      if (
        d.min >= 0 &&
        !(d.min < d.median * Math.exp(FARTHEST * d.sigma) && d.max > d.median * Math.exp(-FARTHEST * d.sigma))
      ) {
        return {
          found: `median ${d.median}, sigma ${d.sigma}, ${range}`,
          expected: {
            nl: `een bereik binnen ${FARTHEST} keer sigma van median: daarbuiten ligt niets van de verdeling`,
            en: `a range within ${FARTHEST} times sigma of median: nothing of the distribution lies beyond`,
          },
        };
      }
      return d.min >= 0
        ? null
        : { found: range, expected: { nl: 'min vanaf nul', en: 'min of at least zero' } };
    case 'weibull':
      return d.min >= 0
        ? null
        : { found: range, expected: { nl: 'min vanaf nul', en: 'min of at least zero' } };
    case 'loguniform':
      return d.min > 0 ? null : { found: range, expected: { nl: 'min boven nul', en: 'min above zero' } };
    case 'integer':
      return Number.isSafeInteger(d.min) && Number.isSafeInteger(d.max)
        ? null
        : { found: range, expected: { nl: 'gehele getallen', en: 'whole numbers' } };
    case 'uniform':
    case 'beta':
      return null;
  }
}

/** Standard deviations from the mean beyond which the part of a normal distribution is too small for a double. */
const FARTHEST = 37;
