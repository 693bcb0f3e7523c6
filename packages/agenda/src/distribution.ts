import type { Distribution, Text } from './schema.ts';

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
  if (d.kind === 'triangular' && !(d.mode >= d.min && d.mode <= d.max)) {
    return {
      found: `mode ${d.mode}, ${range}`,
      expected: { nl: 'mode tussen min en max', en: 'mode between min and max' },
    };
  }
  if (d.kind === 'lognormal' && d.min < 0) {
    return { found: range, expected: { nl: 'min vanaf nul', en: 'min of at least zero' } };
  }
  return null;
}
