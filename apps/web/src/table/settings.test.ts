import type { TableRegion } from '@schaalsprong/futures/table';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyTable } from './contract.ts';
import { engineHere, modelText, region } from './fixture.test-data.ts';
import { changeOf, fitSetting, positionsAt, withChange } from './settings.ts';
import { createTable } from './table.ts';

const [builders, idle] = region.measures;
if (builders === undefined || idle === undefined) throw new Error('the synthetic region has two levers');

/** One lever knows `double`, the other does not. */
const uneven = {
  ...region,
  measures: [
    { ...builders, lever: { ...builders.lever, positions: { none: 0, agenda: 0.5, double: 1 } } },
    { ...idle, lever: { ...idle.lever, positions: { none: 0, agenda: 0.25 } } },
  ],
} as TableRegion;
const all = uneven.measures.map(({ id }) => id);

let table: PolicyTable | null = null;
afterEach(() => {
  table?.close();
  table = null;
});

describe('a named position for many levers', () => {
  it('does not depend on what was moved before', () => {
    const made = createTable({
      region: uneven,
      modelText: async () => modelText,
      engine: engineHere,
      storage: null,
    });
    table = made;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...all), fc.double({ min: 0, max: 1, noNaN: true })), {
          maxLength: 5,
        }),
        fc.constantFrom('none', 'agenda', 'double'),
        (before, name) => {
          for (const [id, value] of before) made.move({ [id]: value });
          made.position(name, all);
          expect(made.state().setting.levers).toEqual(positionsAt(uneven.measures, name).levers);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names the levers that do not have it and puts them at agenda', () => {
    expect(positionsAt(uneven.measures, 'double')).toEqual({
      levers: { 'more-builders': 1, idle: 0.25 },
      without: ['idle'],
    });
  });
});

describe('when measures work', () => {
  const years = fc.integer({ min: -4, max: 3 });
  const withYears = (n: number) => ({
    levers: { 'more-builders': 0.5, idle: 0.5 },
    timings: n === 0 ? {} : { 'more-builders': n },
    assumptions: {},
    viewpoint: null,
  });

  it('is part of what differs between settings, there and back', () => {
    fc.assert(
      fc.property(years, years, (before, after) => {
        const change = changeOf(withYears(before), withYears(after));
        expect(withChange(withYears(before), change)).toEqual(withYears(after));
        expect('timings' in change).toBe(before !== after);
      }),
    );
  });

  it('is brought to whole years within the range, and to none where the model knows no time', () => {
    const fitted = (timings: Record<string, number>) => {
      const { setting, unknown } = fitSetting(region, { ...withYears(0), timings }, withYears(0));
      return [setting.timings, unknown];
    };
    expect(fitted({ 'more-builders': 9 })).toEqual([{ 'more-builders': 3 }, []]);
    expect(fitted({ 'more-builders': -1.6 })).toEqual([{ 'more-builders': -2 }, []]);
    expect(fitted({ 'more-builders': Number.NaN })).toEqual([{}, []]);
    expect(fitted({ 'more-builders': -0.2 })).toEqual([{}, []]);
    expect(fitted({ idle: 1, nothing: 2 })).toEqual([{}, ['idle', 'nothing']]);
  });
});
