import { readRanges } from '@schaalsprong/futures/ranges';
import { compile } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import {
  constantsOf,
  keptTimes,
  mainVariable,
  nearConstants,
  OwnRange,
  outcomesOf,
  ownFutures,
  rangesTemplate,
} from './own.ts';

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

describe('ranges of the reader’s own', () => {
  it('go before the part by which numbers vary, with their own count and seed', () => {
    const range = new OwnRange();
    range.share = 0.1;
    range.constants = constantsOf(program);
    range.ranges = [{ id: 'life', variable: 'life', distribution: { kind: 'uniform', min: 5, max: 9 } }];
    range.count = 40;
    range.seed = 3;
    const { count, values } = range.draws({ 'birth rate': 2 });
    expect([count, Object.keys(values)]).toEqual([40, ['life']]);
    expect(Math.min(...(values.life ?? []))).toBeGreaterThanOrEqual(5);
    range.seed = 4;
    expect(range.draws({}).values.life).not.toEqual(values.life);
    expect(range.origin()).toEqual(['1 × [ ]', 'seed 4']);
  });

  it('begin from an example that is read again without a fault', () => {
    const text = rangesTemplate(constantsOf(program));
    const { uncertainties, problems } = readRanges('ranges.csv', text, program);
    expect(problems).toEqual([]);
    expect(uncertainties.map(({ variable, distribution }) => [variable, distribution])).toEqual([
      ['start[north]', { kind: 'uniform', min: 9, max: 11 }],
      ['birth rate', { kind: 'uniform', min: -0.55, max: -0.45 }],
      ['life', { kind: 'uniform', min: 6.3, max: 7.7 }],
    ]);
  });

  it('are told by line where they are wrong', () => {
    const { problems } = readRanges(
      'mine.csv',
      'variable,min,max\nlife,9,5\nlive,1,2\npeople[north],1,2\nlife,1,2\n',
      program,
    );
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 REGION_RANGE_EMPTY',
      '3 REGION_VARIABLE_UNKNOWN',
      '4 REGION_VARIABLE_NOT_CONSTANT',
      '5 REGION_CONSTANT_TWICE',
    ]);
  });

  it('reach every outcome at every saved time', () => {
    expect(outcomesOf(program)).toEqual({
      stocks: ['people[north]', 'people[south]'],
      all: ['people[north]', 'people[south]', 'born[north]', 'born[south]', 'gone[north]', 'gone[south]'],
    });
    expect(keptTimes(program.time)).toEqual([0, 1, 2, 3, 4]);
    expect(keptTimes({ ...program.time, start: 2000, stop: 2001, saveEvery: 0.1 })).toHaveLength(11);
  });
});
