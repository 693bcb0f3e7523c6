import { at, numberAt } from '@schaalsprong/words';
import { cosineTerms, linearTerms, productTerms, sineTerms } from './oakley-coefficients.ts';
import type { ExactIndices, TestFunction } from './test-function.ts';

const dimensions = linearTerms.length;
const products = Float64Array.from(productTerms.flat());
const product = (i: number, j: number): number => numberAt(products, i * dimensions + j);

/**
 * Closed form for independent standard normal inputs. The main effect of x is a1 x + a2 sin x + a3 cos x + m x^2, of which
 * the first two terms do not correlate with the last two; a pair gives (m_ij + m_ji)^2, and nothing goes beyond pairs.
 */
function exactIndices(): ExactIndices {
  const main = linearTerms.map((a1, i) => {
    const a2 = at(sineTerms, i);
    const a3 = at(cosineTerms, i);
    const m = product(i, i);
    const root = Math.exp(-0.5);
    const odd = a1 ** 2 + 2 * a1 * a2 * root + (a2 ** 2 * (1 - Math.exp(-2))) / 2;
    const even = a3 ** 2 * ((1 + Math.exp(-2)) / 2 - Math.exp(-1)) + 2 * m ** 2 - 2 * a3 * m * root;
    return odd + even;
  });
  const pairs = main.map((_, i) =>
    main.reduce((sum, __, j) => (i === j ? sum : sum + (product(i, j) + product(j, i)) ** 2), 0),
  );
  const variance = main.reduce((sum, each, i) => sum + each + at(pairs, i) / 2, 0);
  return {
    variance,
    first: main.map((each) => each / variance),
    total: main.map((each, i) => (each + at(pairs, i)) / variance),
  };
}

/** Fifteen standard normal inputs: five important, five moderate, five negligible. */
export const oakleyOHagan: TestFunction = {
  id: 'oakley-ohagan',
  title: { nl: 'Functie van Oakley en O’Hagan', en: 'Function of Oakley and O’Hagan' },
  source: 'J. Oakley, A. O’Hagan, Journal of the Royal Statistical Society B 66 (2004), equation 21',
  inputs: linearTerms.map((_, i) => ({
    name: `x${i + 1}`,
    distribution: { kind: 'normal', mean: 0, sd: 1, min: -8, max: 8 },
  })),
  evaluate: (x) => {
    let value = 0;
    for (let i = 0; i < dimensions; i++) {
      const xi = numberAt(x, i);
      let together = 0;
      for (let j = 0; j < dimensions; j++) together += product(i, j) * numberAt(x, j);
      value +=
        at(linearTerms, i) * xi +
        at(sineTerms, i) * Math.sin(xi) +
        at(cosineTerms, i) * Math.cos(xi) +
        xi * together;
    }
    return value;
  },
  exact: exactIndices(),
};
