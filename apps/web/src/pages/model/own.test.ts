import { compile } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { constantsOf, mainVariable, nearConstants, OwnRange, ownFutures } from './own.ts';

/** Synthetic. */
const { program } = compile(
  `Area: north, south ~~|
people[Area] = INTEG(born[Area] - gone[Area], start[Area]) ~ person ~ |
start[Area] = 10, 0 ~ person ~ |
born[Area] = people[Area] * birth rate ~ person/Year ~ |
gone[Area] = DELAY N(born[Area], life, 0, stages) ~ person/Year ~ |
birth rate = -0.5 ~ 1/Year ~ |
life = 7 ~ Year ~ |
stages = 2 ~ Dmnl ~ |
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 4 ~ Year ~ |
TIME STEP = 1 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`,
  { units: 'off' },
);

describe('the numbers of a reader’s own model', () => {
  it('are its constants by element, without those that shaped it and those of its time', () => {
    expect(constantsOf(program)).toEqual([
      { name: 'start[north]', value: 10 },
      { name: 'start[south]', value: 0 },
      { name: 'birth rate', value: -0.5 },
      { name: 'life', value: 7 },
    ]);
  });

  it('come nearest first', () => {
    expect(nearConstants(program, 'born', 3).map(({ name }) => name)).toEqual([
      'birth rate',
      'start[north]',
      'start[south]',
    ]);
  });

  it('begin with the stock that has most links', () => {
    expect(mainVariable(program.variables)?.name).toBe('people');
  });
});

describe('the range that a reader takes', () => {
  const range = new OwnRange();
  range.constants = constantsOf(program);

  it('is one run until they choose one', () => {
    expect(range.draws({})).toEqual({ count: 1, values: {} });
  });

  it('is even around every number that is not 0, wherever they moved it', () => {
    range.share = 0.1;
    const { count, values } = range.draws({ life: 100 });
    expect(count).toBe(ownFutures);
    expect(Object.keys(values)).toEqual(['start[north]', 'birth rate', 'life']);
    const ends = (name: string) => {
      const sorted = [...(values[name] ?? [])].sort((a, b) => a - b);
      return [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
    };
    // A Latin hypercube has one future in each thousandth of the range.
    const [least = 0, most = 0] = ends('life');
    expect(least).toBeGreaterThanOrEqual(90);
    expect(least).toBeLessThan(90.02);
    expect(most).toBeGreaterThan(109.98);
    expect(most).toBeLessThanOrEqual(110);
    const [low = 0, high = 0] = ends('birth rate');
    expect(low).toBeGreaterThanOrEqual(-0.55);
    expect(high).toBeLessThanOrEqual(-0.45);
  });
});
