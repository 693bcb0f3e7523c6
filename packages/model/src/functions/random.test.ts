import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';
import { streamNumber } from '../statistics/philox.ts';

const count = 4000;

/** The values of y at the first time in many futures. */
function sample(expression: string, seed = 1): Float64Array {
  const model = small(`look((0,1),(2,1)) ~ Dmnl ~ |\ny = ${expression} ~ Dmnl ~ |`, { stop: 1 });
  return model.run({ futures: { count }, outcomes: ['y'], at: [0], seed }).get('y');
}

function moments(values: Float64Array): [mean: number, sd: number, least: number, most: number] {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return [mean, Math.sqrt(square), Math.min(...values), Math.max(...values)];
}

/** Mean and standard deviation in closed form. */
const cases: readonly (readonly [expression: string, mean: number, sd: number])[] = [
  ['RANDOM 0 1()', 0.5, Math.sqrt(1 / 12)],
  ['RANDOM UNIFORM(2, 6, 0)', 4, 4 * Math.sqrt(1 / 12)],
  ['RANDOM NORMAL(-100, 100, 10, 3, 0)', 10, 3],
  ['RANDOM NORMAL(-100, 100, 10, -3, 0)', 10, 3],
  // Cut at one deviation on both sides: variance 1 - 2 phi(1) / (2 Phi(1) - 1).
  ['RANDOM NORMAL(7, 13, 10, 3, 0)', 10, 3 * Math.sqrt(1 - (2 * 0.24197072451914337) / 0.6826894921370859)],
  ['RANDOM EXPONENTIAL(0, 1000, 5, 2, 0)', 7, 2],
  ['RANDOM WEIBULL(0, 1000, 2, 0, 3, 0)', 3, 3 * Math.sqrt(4 / Math.PI - 1)],
  ['RANDOM GAMMA(0, 1000, 4, 1, 2, 0)', 9, 4],
  ['RANDOM BETA(0, 1, 2, 3, 0, 1, 0)', 0.4, 0.2],
  ['RANDOM POISSON(0, 1000, 4, 0, 1, 0)', 4, 2],
  ['RANDOM BINOMIAL(0, 100, 0.3, 20, 0, 1, 0)', 6, Math.sqrt(4.2)],
  ['RANDOM NEGATIVE BINOMIAL(0, 1000, 0.4, 3, 0, 1, 0)', 7.5, Math.sqrt(1.8 / 0.16)],
  ['RANDOM TRIANGULAR(-10, 10, -1, 2, 3, 0)', 4 / 3, Math.sqrt(13 / 18)],
  ['RANDOM LOOKUP(look, -10, 10, 5, 2, 0)', 7, 4 * Math.sqrt(1 / 12)],
  ['RANDOM PINK NOISE(10, 3, 5, 0)', 10, 3],
];

describe('a random function', () => {
  it.each(cases)('%s has its mean and deviation over many futures', (expression, mean, sd) => {
    const [m, s] = moments(sample(expression));
    // Four standard errors; of the deviation with room for tails that are thicker than the normal ones.
    expect(Math.abs(m - mean)).toBeLessThan((4 * sd) / Math.sqrt(count));
    expect(Math.abs(s - sd)).toBeLessThan((8 * sd) / Math.sqrt(2 * count));
  });

  it('stays within its bounds, whichever way it is stretched', () => {
    for (const stretch of [3, -3]) {
      const [, , least, most] = moments(
        sample(
          `RANDOM EXPONENTIAL(11, 12, 10, ${stretch}, 0) + 0 * Time`.replace(
            '11, 12',
            stretch > 0 ? '11, 12' : '8, 9',
          ),
        ),
      );
      expect(least).toBeGreaterThanOrEqual(stretch > 0 ? 11 : 8);
      expect(most).toBeLessThanOrEqual(stretch > 0 ? 12 : 9);
    }
  });

  it('draws the same again for the same seed, and otherwise for another', () => {
    const once = sample('RANDOM UNIFORM(0, 1, 0)', 7);
    expect(sample('RANDOM UNIFORM(0, 1, 0)', 7)).toEqual(once);
    expect(sample('RANDOM UNIFORM(0, 1, 0)', 8)).not.toEqual(once);
  });

  it('draws anew in every time step, but one number within it', () => {
    const model = small(
      'x = RANDOM UNIFORM(0, 1, 0) ~ Dmnl ~ |\ny = x - x ~ Dmnl ~ |\nz = RANDOM UNIFORM(0, 1, 0) ~ Dmnl ~ |',
    );
    const x = course(model, 'x');
    expect(new Set(x).size).toBe(x.length);
    expect(course(model, 'y')).toEqual([0, 0, 0, 0, 0]);
    expect(course(model, 'z')).not.toEqual(x);
  });

  it('keeps its draws when another equation is added', () => {
    const text = 'x = RANDOM NORMAL(-9, 9, 0, 1, 0) ~ Dmnl ~ |';
    const more = `w = RANDOM NORMAL(-9, 9, 0, 1, 0) ~ Dmnl ~ |\n${text}`;
    expect(course(small(more), 'x')).toEqual(course(small(text), 'x'));
  });

  it('has draws of its own where the number of its name is already in use', () => {
    // Found by trying names: both give 532558736.
    const names = ['v239', 'v630216'];
    expect(names.map((name) => streamNumber(`${name} random 0 1 0`))).toEqual([532558736, 532558736]);
    const model = small(names.map((name) => `${name} = RANDOM 0 1() ~ Dmnl ~ |`).join('\n'));
    expect(course(model, 'v239')).not.toEqual(course(model, 'v630216'));
  });

  it('has a draw of its own for every element', () => {
    const model = small('D: a, b ~~|\nx[D] = RANDOM 0 1() ~ Dmnl ~ |');
    expect(course(model, 'x[a]')).not.toEqual(course(model, 'x[b]'));
  });

  it('is drawn once for a run within INITIAL', () => {
    const [first, ...others] = course(small('x = INITIAL(RANDOM 0 1()) ~ Dmnl ~ |'), 'x');
    expect(others).toEqual(others.map(() => first));
  });

  it('takes its parameters from each future apart', () => {
    const model = small('mean = 1 ~ Dmnl ~ |\ny = RANDOM NORMAL(-100, 100, mean, 0.001, 0) ~ Dmnl ~ |', {
      stop: 1,
    });
    const y = model
      .run({ futures: { count: 2, values: { mean: Float64Array.of(5, 50) } }, outcomes: ['y'], at: [0] })
      .get('y');
    expect([...y].map(Math.round)).toEqual([5, 50]);
  });

  it('of pink noise has the correlation asked for and its deviation throughout', () => {
    const model = small('y = RANDOM PINK NOISE(0, 2, 4, 0) ~ Dmnl ~ |', { stop: 40, step: 0.5 });
    const y = model.run({ futures: { count }, outcomes: ['y'], at: [30, 34] }).get('y');
    const [a, b] = [y.slice(0, count), y.slice(count)];
    const [, sd] = moments(a);
    expect(Math.abs(sd - 2)).toBeLessThan(0.1);
    let product = 0;
    a.forEach((value, i) => {
      product += value * (b[i] ?? Number.NaN);
    });
    // Eight steps of which each keeps 1 - 0.5/4.
    expect(Math.abs(product / count / 4 - 0.875 ** 8)).toBeLessThan(4 / Math.sqrt(count));
  });

  it('without stretch is its shift, if that lies within the bounds', () => {
    for (const expression of ['RANDOM NORMAL(4, 6, 5, 0, 0)', 'RANDOM EXPONENTIAL(5, 6, 5, 0, 0)']) {
      expect(course(small(`y = ${expression} ~ Dmnl ~ |`), 'y')).toEqual([5, 5, 5, 5, 5]);
    }
  });

  it('with bounds that leave nothing is no number, reported with its name', () => {
    for (const expression of [
      'RANDOM UNIFORM(2, 1, 0)',
      'RANDOM BETA(5, 6, 2, 2, 0, 1, 0)',
      'RANDOM NORMAL(6, 7, 5, 0, 0)',
    ]) {
      const model = small(`y = ${expression} ~ Dmnl ~ |`);
      expect(problemsOf(() => course(model, 'y')).map((p) => p.code)).toEqual(['MODEL_NOT_A_NUMBER']);
    }
  });

  it('of a table that is no density is refused', () => {
    const text = 'look((0,1),(2,-1)) ~ Dmnl ~ |\ny = RANDOM LOOKUP(look, 0, 1, 0, 1, 0) ~ Dmnl ~ |';
    expect(problemsOf(() => small(text)).map((p) => p.code)).toEqual(['MODEL_TABLE']);
  });
});
