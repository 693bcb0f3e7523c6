import type { StatisticsSource } from '@schaalsprong/agenda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, fact, indicator, region, source } from '../test/made.ts';
import {
  calendarDay,
  diffFacts,
  type Fact,
  factsOf,
  factsOfAreas,
  knownBy,
  lagIn,
  levelOf,
  seriesOf,
  timeOf,
  type VintageFact,
} from './index.ts';

const values = (facts: readonly VintageFact[]) => facts.map(({ period, value }) => [period, value]);

describe('the figures of an indicator', () => {
  it('are in its unit, of its own area, sorted by period, with what is secret or missing kept', () => {
    const facts = [
      fact('2021', 3000),
      fact('2019', 1000),
      fact('2020', null, { state: 'secret' }),
      fact('2019', 7, { area: 'One' }),
      fact('2019', 7, { series: 'other' }),
    ];
    const found = factsOf(region(), indicator({ divideBy: 1000, unit: 'thousand-things' }), facts);
    expect(values(found)).toEqual([
      ['2019', 1],
      ['2020', null],
      ['2021', 3],
    ]);
    expect(found[0]?.unit).toBe('thousand-things');
    expect(found[1]?.state).toBe('secret');
  });

  it('never hold what was withdrawn, nor a period that is none', () => {
    const facts = [fact('2019', null, { state: 'withdrawn' }), fact('someday', 1)];
    expect(factsOf(region(), indicator(), facts)).toEqual([]);
  });

  it('are none for an indicator without a series', () => {
    expect(factsOf(region(), indicator({ series: null }), [fact('2019', 1)])).toEqual([]);
  });

  it('are of several sources the best: measured before computed before expected, and a value before a secret', () => {
    const of = (...facts: VintageFact[]) => factsOf(region(), indicator(), facts)[0]?.value;
    const expected = fact('2019', 1, { standing: 'expected' });
    const derived = fact('2019', 2, { standing: 'derived', published: '2026-01-01' });
    const provisional = fact('2019', 3, { standing: 'provisional' });
    const measured = fact('2019', 4);
    const newer = fact('2019', 5, { standing: 'provisional', published: '2021-01-01' });
    const secret = fact('2019', null, { state: 'secret', published: '2026-01-01' });
    expect(of(expected, derived)).toBe(2);
    expect(of(derived, provisional)).toBe(3);
    expect(of(provisional, measured)).toBe(4);
    expect(of(measured, newer)).toBe(5);
    expect(of(secret, expected)).toBe(1);
  });

  it('do not hang on the order in which they come', () => {
    const facts = [
      fact('2019', 4, { vintage: 'a' }),
      fact('2019', 5, { vintage: 'b' }),
      fact('2019', 6, { standing: 'provisional' }),
      fact('2020', 7),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 4 }), (mixed) => {
        expect(factsOf(region(), indicator(), mixed)).toEqual(factsOf(region(), indicator(), facts));
      }),
    );
  });

  it('are running totals of one that is cumulative, as far as no period is missing', () => {
    const total = indicator({ cumulativeFrom: '2020', additive: true });
    const flows = ['2019', '2020', '2021', '2023'].flatMap((year) => [
      fact(year, 10, { area: 'One' }),
      fact(year, 1, { area: 'Two', standing: year === '2021' ? 'provisional' : 'observed' }),
    ]);
    const found = factsOf(region(), total, flows);
    expect(values(found)).toEqual([
      ['2020', 11],
      ['2020/2021', 22],
    ]);
    expect(found[1]).toMatchObject({ standing: 'provisional', note: 'running total from 2020' });
    expect(values(factsOf(region(), total, flows, 'Two')).at(-1)).toEqual(['2020/2021', 2]);
  });

  it('are given for every area that has one', () => {
    const facts = [fact('2019', 1, { area: 'Two' }), fact('2019', 2, { area: 'One' })];
    const found = factsOfAreas(region(), indicator({ additive: true }), facts);
    expect(found.map(({ area: of, value }) => [of, value])).toEqual([
      ['ALL', 3],
      ['One', 2],
      ['Two', 1],
    ]);
  });
});

describe('a sum of parts', () => {
  const both = [fact('2019', 1, { area: 'One' }), fact('2019', 2, { area: 'Two' })];

  it('stands in where all parts are measured, as surely as its least sure part', () => {
    const [sum] = factsOf(region(), indicator({ additive: true }), both);
    expect(sum).toMatchObject({ value: 3, standing: 'derived', area: 'ALL', note: 'sum of One, Two' });
    const [less] = factsOf(region(), indicator({ additive: true }), [
      fact('2019', 1, { area: 'One', standing: 'provisional' }),
      ...both.slice(1),
    ]);
    expect(less?.standing).toBe('provisional');
  });

  it('is not made where a part is secret, nor of what is not additive', () => {
    const secret = [fact('2019', null, { area: 'One', state: 'secret' }), ...both.slice(1)];
    expect(factsOf(region(), indicator({ additive: true }), secret)).toEqual([]);
    expect(factsOf(region(), indicator(), both)).toEqual([]);
  });

  it('gives way to what a source says of the whole', () => {
    expect(values(factsOf(region(), indicator({ additive: true }), [...both, fact('2019', 4)]))).toEqual([
      ['2019', 4],
    ]);
  });
});

describe('a municipality that is joined into another', () => {
  // No municipality of the first region was joined in the years that its figures cover, so this is made content.
  const areas = [
    area('ALL', { kind: 'region' }),
    area('One', { parent: 'ALL' }),
    area('Two', { parent: 'ALL' }),
    area('Old', { parent: 'ALL', joined_into: 'One', joined_on: '2021-01-01' }),
  ];
  const facts = [
    fact('2020', 10, { area: 'One' }),
    fact('2020', 5, { area: 'Old' }),
    fact('2020', 1, { area: 'Two' }),
    fact('2021', 16, { area: 'One' }),
    fact('2021', null, { area: 'Old', state: 'impossible' }),
    fact('2021', 2, { area: 'Two' }),
  ];
  const now = region({ areas });

  it('counts there before it was joined, so that the line is of one area', () => {
    expect(values(factsOf(now, indicator({ additive: true }), facts, 'One'))).toEqual([
      ['2020', 15],
      ['2021', 16],
    ]);
    expect(values(factsOf(now, indicator({ additive: true }), facts))).toEqual([
      ['2020', 16],
      ['2021', 18],
    ]);
  });

  it('leaves a gap, not a figure of a smaller area, where its own figure of before is missing', () => {
    const without = facts.filter(({ area: of, period }) => of !== 'Old' || period !== '2020');
    const old = fact('2019', 4, { area: 'Old' });
    expect(values(factsOf(now, indicator({ additive: true }), [...without, old], 'One'))).toEqual([
      ['2021', 16],
    ]);
  });

  it('makes a new municipality out of those that it replaced', () => {
    const made = region({
      areas: [
        area('New'),
        area('One', { joined_into: 'New', joined_on: '2021' }),
        area('Two', { joined_into: 'New', joined_on: '2021' }),
      ],
    });
    const of = [...facts.filter(({ period }) => period === '2020'), fact('2021', 12, { area: 'New' })];
    expect(values(factsOf(made, indicator({ additive: true }), of, 'New'))).toEqual([
      ['2020', 11],
      ['2021', 12],
    ]);
  });

  it('is a break where figures cannot be added up, and only a note where they can', () => {
    expect(seriesOf(now, indicator(), facts, 'One').breaks).toMatchObject([
      { kind: 'merger', at: 2021, comparable: false },
    ]);
    expect(seriesOf(now, indicator({ additive: true }), facts, 'One').breaks).toMatchObject([
      { kind: 'merger', at: 2021, comparable: true },
    ]);
    expect(values(factsOf(now, indicator(), facts, 'One'))).toEqual([
      ['2020', 10],
      ['2021', 16],
    ]);
  });
});

describe('a series through tables that follow each other', () => {
  const sources = [source('new-table', { after: 'old-table' }), source('old-table')];
  const old = { vintage: 'old-table-2025-01-01-abc' };
  const next = { vintage: 'new-table-2025-06-01-def' };
  const chained = region({ sources });

  it('is one line, with the newer table where both speak', () => {
    const facts = [
      fact('2023', 1, old),
      fact('2024', 2, old),
      fact('2024', 2.001, next),
      fact('2025', 3, next),
    ];
    const view = seriesOf(chained, indicator(), facts);
    expect(values(view.facts)).toEqual([
      ['2023', 1],
      ['2024', 2.001],
      ['2025', 3],
    ]);
    expect(view.chain).toEqual([
      { source: 'old-table', table: 'OLD-TABLE', from: '2023' },
      { source: 'new-table', table: 'NEW-TABLE', from: '2024' },
    ]);
    expect(view.overlaps).toMatchObject([{ period: '2024', ratio: 1.0005 }]);
    expect(view.breaks).toMatchObject([{ kind: 'table', at: 2024, comparable: true }]);
  });

  it('may not be run through where the tables differ, or share no period', () => {
    const differ = [fact('2023', 1, old), fact('2024', 2, old), fact('2024', 3, next)];
    expect(seriesOf(chained, indicator(), differ).breaks).toMatchObject([{ comparable: false }]);
    const apart = [fact('2023', 1, old), fact('2024', 2, next)];
    expect(seriesOf(chained, indicator(), apart).breaks).toMatchObject([{ comparable: false }]);
  });

  it('has no break where one table says it all', () => {
    expect(seriesOf(chained, indicator(), [fact('2023', 1, old), fact('2024', 2, old)]).breaks).toEqual([]);
  });

  it('shows the breaks that the region states', () => {
    const at = { at: '2022', reason: { nl: 'andere telling', en: 'another count' } };
    expect(seriesOf(region(), indicator({ breaks: [at] }), []).breaks).toMatchObject([
      { kind: 'stated', at: 2022, comparable: false },
    ]);
  });
});

it('a period stands for its end, and a day for itself', () => {
  expect(timeOf('2019')).toBe(2020);
  expect(timeOf('2019-Q1')).toBe(2019.25);
  expect(timeOf('2019-01-01')).toBe(2019);
  expect(timeOf('2021/2022')).toBe(2023);
  expect(() => timeOf('soon')).toThrow(RangeError);
});

it('the level of an area is named: a COROP region is none of the others', () => {
  const areas = [area('GM0001'), area('CR36', { kind: 'other' }), area('PV30', { kind: 'province' })];
  expect(['GM0001', 'CR36', 'PV30', 'Nowhere'].map((code) => levelOf({ areas }, code))).toEqual([
    'municipality',
    'corop',
    'province',
    'other',
  ]);
});

describe('the day on which a figure was known', () => {
  const sources = [source('table', { lagMonths: 3 })];
  /** Whether a figure was known on a day, and not on the day before. */
  const isFrom = (of: VintageFact, day: string, known: readonly StatisticsSource[] = sources): boolean => {
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const count = (on: string) => knownBy([of], on, lagIn({ sources: known })).facts.length;
    return count(day) === 1 && count(before) === 0;
  };

  it('is that of its publication', () => {
    expect(isFrom(fact('2023', 1, { published: '2024-02-10' }), '2024-02-10')).toBe(true);
  });

  it('is assumed from the lag of its source where no date is known', () => {
    expect(isFrom(fact('2023', 1, { vintage: 'table-x' }), '2024-04-01')).toBe(true);
    expect(isFrom(fact('2023', 1), '2024-07-01', [])).toBe(true);
  });

  it('is not that of an edition that came years later', () => {
    expect(isFrom(fact('2019-01-01', 1, { published: '2026-06-23' }), '2019-04-01')).toBe(true);
  });
});

describe('what was known on a day', () => {
  const sources = [source('table', { lagMonths: 1 })];
  const versions = [
    fact('2022', 1, { vintage: 'table@2023-02-10#a', published: '2023-02-10' }),
    fact('2022', 5, { vintage: 'other@unknown#b' }),
    fact('2022-Q4', 9, { vintage: 'table@unknown#c' }),
    fact('2022', 2, { vintage: 'table@2023-05-10#d', published: '2023-05-10' }),
    fact('2022', null, { vintage: 'table@2023-08-10#e', published: '2023-08-10', state: 'withdrawn' }),
  ];
  const on = (day: string) => knownBy(versions, day, lagIn({ sources }));

  it('is of each source and figure the last version of then', () => {
    expect(on('2023-02-09').facts.map(({ value }) => value)).toEqual([5, 9]);
    expect(on('2023-02-10').facts.map(({ value }) => value)).toEqual([1, 5, 9]);
    expect(on('2023-05-10').facts.map(({ value }) => value)).toEqual([2, 5, 9]);
    // What the table withdrew is no longer known; the other source still says it.
    expect(on('2023-08-10').facts.map(({ value }) => value)).toEqual([5, 9]);
  });

  it('counts what is placed by a usual lag, from that very day on', () => {
    expect(on('2023-01-31')).toEqual({ facts: [], assumed: 0 });
    expect(on('2023-02-01').assumed).toBe(2);
    expect(on('2023-08-10').assumed).toBe(2);
  });

  it('holds the figures without a date whose lag is over', () => {
    const day = fc.date({ min: new Date('2022-06-01'), max: new Date('2024-06-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 24 }), (date, lagMonths) => {
        const region_ = { sources: [source('table', { lagMonths })] };
        const iso = date.toISOString().slice(0, 10);
        const months = Array.from({ length: 12 }, (_, i) =>
          fact(`2022-${String(i + 1).padStart(2, '0')}`, i, { vintage: 'table@unknown#a' }),
        );
        expect(knownBy(months, iso, lagIn(region_)).facts).toEqual(
          months.filter(({ period }) => calendarDay(timeOf(period) + lagMonths / 12) <= iso),
        );
      }),
    );
  });
});

describe('what differs between two versions', () => {
  it('is named by kind, and what only became surer is told apart', () => {
    const before: Fact[] = [
      fact('2019', 1),
      fact('2020', 2, { standing: 'provisional' }),
      fact('2021', 3, { standing: 'provisional' }),
      fact('2022', 4),
    ];
    const after: Fact[] = [
      fact('2019', 1),
      fact('2020', 2, { standing: 'final' }),
      fact('2021', 3.5, { standing: 'final' }),
      fact('2023', 5),
    ];
    expect(diffFacts(before, after).map(({ period, kind }) => [period, kind])).toEqual([
      ['2020', 'standing'],
      ['2021', 'changed'],
      ['2022', 'withdrawn'],
      ['2023', 'added'],
    ]);
  });

  it('is a change where a value became secret or zero', () => {
    const kinds = (before: Fact, after: Fact) => diffFacts([before], [after]).map(({ kind }) => kind);
    expect(kinds(fact('2019', 1), fact('2019', null, { state: 'secret' }))).toEqual(['changed']);
    expect(kinds(fact('2019', null), fact('2019', 0))).toEqual(['changed']);
    expect(kinds(fact('2019', 1), fact('2019', null, { state: 'withdrawn' }))).toEqual(['withdrawn']);
  });

  it('turned round is the way back', () => {
    const facts = fc.uniqueArray(
      fc.record({
        period: fc.integer({ min: 2015, max: 2022 }).map(String),
        value: fc.integer({ min: 0, max: 3 }),
      }),
      { selector: ({ period }) => period },
    );
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const one = a.map(({ period, value }) => fact(period, value));
        const other = b.map(({ period, value }) => fact(period, value));
        const forth = diffFacts(one, other);
        const back = diffFacts(other, one);
        expect(back.map(({ before, after }) => [after, before])).toEqual(
          forth.map(({ before, after }) => [before, after]),
        );
        expect(diffFacts(one, one)).toEqual([]);
      }),
    );
  });
});
