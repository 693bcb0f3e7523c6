import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf, testRegion } from '../../test/region.ts';
import { batchOf } from '../batch.ts';
import type { Batch, Fact, Quarantined, VintageFact } from '../facts.ts';
import { memoryStore } from '../memory-store.ts';
import type { MonitorStore } from '../store.ts';
import { type Doubt, doubt } from './doubt.ts';
import { quarantine } from './quarantine.ts';

const region = await testRegion();
const thousand = { nl: 'duizend euro', en: 'thousand euros' };
/** one that counts things, and one that does not */
const units: typeof region.units = {
  ...region.units,
  keur: { title: thousand, symbol: thousand, decimals: 1, grouping: true, scale: 1 },
};
const series = (name: string, unit: string, own: object = {}) => ({
  series: name,
  area: {},
  period: { dimension: 'jaar' },
  unit,
  sourceUnit: unit,
  ...own,
});
const source = sourceOf({ kind: 'csv', series: [series('people', 'people'), series('price', 'keur')] });

const fact = (period: string, value: number | null, own: Partial<Fact> = {}): Fact => ({
  series: 'price',
  area: 'GM0772',
  period,
  value,
  state: value === null ? 'missing' : 'value',
  standing: 'observed',
  unit: 'keur',
  decimals: 0,
  attribute: '',
  source: 'verzonnen',
  note: '',
  ...own,
});
const line = (values: readonly (number | null)[], own: Partial<Fact> = {}, from = 2015): Fact[] =>
  values.map((value, i) => fact(String(from + i), value, own));

const batch = (facts: readonly Fact[], covers: Batch['covers'] = null, published = '2026-01-01') =>
  batchOf(source, facts, { published, retrieved: `${published}T00:00:00Z`, address: '', covers });

/** What is in a store, and what was decided there. */
async function sift(
  facts: readonly Fact[],
  {
    store = memoryStore(),
    covers = null,
    doubts = [],
    of = source,
    published = '2026-01-01',
  }: {
    store?: MonitorStore;
    covers?: Batch['covers'];
    doubts?: readonly Doubt[];
    of?: typeof source;
    published?: string;
  } = {},
) {
  return quarantine(await batch(facts, covers, published), {
    source: of,
    doubts,
    units,
    now: '2026-01-02T00:00:00Z',
    standing: await store.facts({}),
    vintages: new Set((await store.vintages(of.id)).map(({ id }) => id)),
    decided: await store.held(false),
  });
}
const codes = (held: readonly Quarantined[]) => held.map(({ code, area, period }) => [code, area, period]);
const stood = async (...facts: readonly Fact[]): Promise<MonitorStore> => {
  const store = memoryStore();
  await store.importBatch(await batch(facts, null, '2025-01-01'));
  return store;
};
const decision = (take: boolean) => ({ take, by: 'beheerder', why: 'nagekeken', on: '2026-01-03' });
const values = (facts: readonly (Fact | VintageFact)[]) => facts.map(({ period, value }) => [period, value]);

describe('a figure that jumps', () => {
  it('a thousand-fold waits by itself, and the others are taken', async () => {
    const { batch, held } = await sift(line([200, 210, 220_000, 230, 240]));
    expect(codes(held)).toEqual([['MONITOR_VALUE_JUMPS', 'GM0772', '2017']]);
    expect(values(batch.facts)).toEqual([
      ['2015', 200],
      ['2016', 210],
      ['2018', 230],
      ['2019', 240],
    ]);
    expect(held[0]?.text.nl).toMatch(
      /price in GM0772, 2017: 220000 keur is 1100 keer zo groot als 200 \(2015\)/,
    );
    expect(held[0]?.fact?.value).toBe(220_000);
  });

  it('down waits as well, and says that it is small', async () => {
    const { held } = await sift(line([200, 210, 0.2, 230, 240]));
    expect(held.map(({ text }) => text.en)).toEqual([
      expect.stringMatching(/0.2 keur is 1200 times as small as 240/),
    ]);
  });

  it('against what stood under the same key waits, and what stood stays', async () => {
    const store = await stood(...line([200, 210, 220]));
    const { batch, held } = await sift(line([200, 210, 220_000]), { store });
    expect(codes(held)).toEqual([['MONITOR_VALUE_JUMPS', 'GM0772', '2017']]);
    await store.importBatch(batch);
    expect(values(await store.facts({}))).toEqual([
      ['2015', 200],
      ['2016', 210],
      ['2017', 220],
    ]);
  });

  it('for two periods in a row waits for both: what stood is trusted, what came with it is not', async () => {
    const store = await stood(...line([200, 210, 220]));
    const { held } = await sift(line([230_000, 240_000], {}, 2018), { store });
    expect(held.map(({ period }) => period)).toEqual(['2018', '2019']);
  });

  it('is compared with another table of the same series too', async () => {
    const store = memoryStore();
    const other = sourceOf({ id: 'elders', kind: 'csv', series: [series('price', 'keur')] });
    const origin = { published: '2025-01-01', retrieved: '2025-01-01T00:00:00Z', address: '', covers: null };
    await store.importBatch(await batchOf(other, line([200, 210]), origin));
    expect((await sift(line([220_000], {}, 2017), { store })).held).toHaveLength(1);
    expect((await sift(line([220], {}, 2017), { store })).held).toEqual([]);
  });

  it('is no jump over zero or a change of sign, nor from a month to a year, nor within the limit of its series', async () => {
    expect((await sift(line([-1, 2000, 0, 3000]))).held).toEqual([]);
    expect((await sift([fact('2020', 12_000), fact('2020-03', 1000), fact('2020-04', 900)])).held).toEqual(
      [],
    );
    const wide = sourceOf({ kind: 'csv', series: [series('price', 'keur', { largestJump: 2000 })] });
    expect((await sift(line([200, 220_000, 210]), { of: wide })).held).toEqual([]);
  });

  it('is no jump where a count is small: three homes one year and forty-five the next', async () => {
    const people = { series: 'people', unit: 'people' };
    expect((await sift(line([3, 45, 2, 60], people))).held).toEqual([]);
    expect((await sift(line([3, 4500, 2, 4], people))).held).toHaveLength(1);
  });

  it('with most of its series is one question about the series', async () => {
    const store = await stood(...line(Array.from({ length: 20 }, (_, i) => 200 + i)));
    const { batch, held } = await sift(line(Array.from({ length: 20 }, (_, i) => 1000 * (200 + i))), {
      store,
    });
    expect(codes(held)).toEqual([['MONITOR_VALUE_JUMPS', '', '']]);
    expect(held[0]?.text.nl).toMatch(/Zo zijn er 20 van de 20: de hele reeks wacht/);
    expect(batch.facts).toEqual([]);
  });

  it('never waits for being multiplied by a constant, whatever the constant', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -3, max: 6 }),
        async (numbers, power) => {
          const plain = (await sift(line(numbers))).held.map(({ period }) => period);
          const times = numbers.map((value) => value * 2 ** power);
          expect((await sift(line(times))).held.map(({ period }) => period)).toEqual(plain);
          // Nor does it matter which way time runs.
          const back = (await sift(line(numbers.toReversed()))).held.map(({ period }) => period);
          expect(back).toHaveLength(plain.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what else waits', () => {
  it('a count below zero waits, unless the series had such figures', async () => {
    const people = { series: 'people', unit: 'people' };
    expect(codes((await sift(line([200, -210, 220], people))).held)).toEqual([
      ['MONITOR_VALUE_NEGATIVE', 'GM0772', '2016'],
    ]);
    const store = await stood(fact('2014', -300, people));
    expect((await sift(line([200, -210, 220], people), { store })).held).toEqual([]);
  });

  it('a series that is gone waits, and its figures stay', async () => {
    const people = { series: 'people', unit: 'people' };
    const store = await stood(...line([200, 210]), ...line([5, 6], people));
    const covers = { series: ['price', 'people'], areas: ['GM0772'] };
    const { batch, held } = await sift(line([200, 210]), { store, covers });
    expect(codes(held)).toEqual([['MONITOR_SERIES_GONE', '', '']]);
    await store.importBatch(batch);
    expect(await store.facts({ series: ['people'] })).toHaveLength(2);
  });

  it('an area that is gone waits where it would be withdrawn, and is withdrawn once a person says so', async () => {
    const store = await stood(...line([200, 210]), ...line([300, 310], { area: 'GM0743' }));
    const covers = { series: ['price'], areas: ['GM0772', 'GM0743'] };
    const first = await sift(line([200, 211]), { store, covers });
    expect(codes(first.held)).toEqual([['MONITOR_SERIES_GONE', 'GM0743', '']]);
    await store.importBatch(first.batch);
    expect(await store.facts({ areas: ['GM0743'] })).toHaveLength(2);
    await store.decide(first.held[0]?.id ?? '', decision(true));
    const again = await sift(line([200, 211]), { store, covers, published: '2026-02-01' });
    expect(again.held).toEqual([]);
    await store.importBatch(again.batch);
    expect(await store.facts({ areas: ['GM0743'] })).toEqual([]);
  });

  it('a series whose unit changed waits whole, until a person says that it is only spelled otherwise', async () => {
    const store = await stood(...line([200, 210]));
    const changed = doubt('MONITOR_UNIT_CHANGED', { series: 'price', area: '', period: '' }, 'dollar', null, {
      expected: 'euro',
    });
    const given = { store, doubts: [changed], covers: { series: ['price'], areas: ['GM0772'] } };
    const first = await sift(line([200, 215]), given);
    expect(first.batch.facts).toEqual([]);
    await store.importBatch(first.batch);
    expect(values(await store.facts({}))).toEqual([
      ['2015', 200],
      ['2016', 210],
    ]);
    await store.decide(first.held[0]?.id ?? '', decision(true));
    const again = await sift(line([200, 215]), { ...given, published: '2026-02-01' });
    await store.importBatch(again.batch);
    expect(values(await store.facts({}))).toEqual([
      ['2015', 200],
      ['2016', 215],
    ]);
  });

  it('a cell that is text cannot be taken whatever a person says, and what stood stays', async () => {
    const store = await stood(...line([200, 210]));
    const text = doubt(
      'MONITOR_CELL_TEXT',
      { series: 'price', area: 'GM0772', period: '2016' },
      'n.n.b.',
      null,
    );
    const given = { store, doubts: [text], covers: { series: ['price'], areas: ['GM0772'] } };
    const first = await sift(line([200]), given);
    await store.importBatch(first.batch);
    await store.decide(first.held[0]?.id ?? '', decision(true));
    const again = await sift(line([200]), { ...given, published: '2026-02-01' });
    await store.importBatch(again.batch);
    expect(values(await store.facts({}))).toEqual([
      ['2015', 200],
      ['2016', 210],
    ]);
  });
});

describe('a decision', () => {
  const wrong = line([200, 210, 220_000, 230]);

  it('to take it takes it, and it is not asked again', async () => {
    const store = memoryStore();
    const first = await sift(wrong, { store });
    await store.importBatch(first.batch);
    await store.decide(first.held[0]?.id ?? '', decision(true));
    const again = await sift(wrong, { store });
    expect(again.held).toEqual([]);
    await store.importBatch(again.batch);
    expect(values(await store.facts({}))).toContainEqual(['2017', 220_000]);
  });

  it('to refuse it is remembered: not taken, not asked, and counted', async () => {
    const store = memoryStore();
    const first = await sift(wrong, { store });
    await store.importBatch(first.batch);
    await store.decide(first.held[0]?.id ?? '', decision(false));
    const again = await sift(wrong, { store });
    expect([again.held, again.refused]).toEqual([[], 1]);
    await store.importBatch(again.batch);
    expect(values(await store.facts({}))).not.toContainEqual(['2017', 220_000]);
  });

  it('does not hold for another figure under the same key', async () => {
    const store = memoryStore();
    const first = await sift(wrong, { store });
    await store.importBatch(first.batch);
    await store.decide(first.held[0]?.id ?? '', decision(false));
    expect((await sift(line([200, 210, 330_000, 230]), { store })).held).toHaveLength(1);
  });

  it('aside, the same batch twice gives the same version, the same questions, and changes nothing', async () => {
    const store = memoryStore();
    const first = await sift(wrong, { store });
    await store.importBatch(first.batch);
    const again = await sift(wrong, { store });
    expect(again.batch.vintage.id).toBe(first.batch.vintage.id);
    expect(again.held.map(({ id }) => id)).toEqual(first.held.map(({ id }) => id));
    expect((await store.importBatch(again.batch)).outcome).toBe('unchanged');
    expect(await store.held(true)).toHaveLength(1);
  });
});
