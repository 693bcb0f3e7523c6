import { expect, it as vitestIt } from 'vitest';
import type { Fact, MonitorStore, SourceCheck } from '../src/index.ts';
import { batch, fact, waiting } from './facts.ts';

const accept = { take: true, by: 'beheerder', why: 'klopt', on: '2024-02-01' };
const refuse = { ...accept, take: false, why: 'tikfout' };
const short = (facts: readonly Fact[]) => facts.map((f) => [f.period, f.value]);

/** What every store must do, as tests: each opens an empty one. */
export function storeSuite(open: () => Promise<MonitorStore>): void {
  const using = async (work: (store: MonitorStore) => Promise<void>) => {
    const store = await open();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };
  const it = (name: string, work: (store: MonitorStore) => Promise<void>) =>
    vitestIt(name, () => using(work));

  it('what was imported stands, as it was given', async (store) => {
    const secret = fact('2021', null, {
      state: 'secret',
      attribute: 'geheim',
      decimals: null,
      note: 'é "," \\N\t\n',
    });
    const result = await store.importBatch(batch('2022-01-01', [fact('2020', 0.1 + 0.2), secret]));
    expect(result).toEqual({
      vintage: '2022-01-01',
      outcome: 'imported',
      added: 2,
      changed: 0,
      standing: 0,
      withdrawn: 0,
      same: 0,
    });
    expect(await store.facts({})).toEqual([
      { ...fact('2020', 0.1 + 0.2), vintage: '2022-01-01', published: '2022-01-01' },
      { ...secret, vintage: '2022-01-01', published: '2022-01-01' },
    ]);
    expect(await store.vintages()).toEqual([batch('2022-01-01', []).vintage]);
  });

  it('twice the same changes nothing', async (store) => {
    const first = batch('2022-01-01', [fact('2020', 1), fact('2021', 2)]);
    await store.importBatch(first);
    expect(await store.importBatch(first)).toEqual({
      vintage: '2022-01-01',
      outcome: 'unchanged',
      added: 0,
      changed: 0,
      standing: 0,
      withdrawn: 0,
      same: 2,
    });
    expect(await store.history({})).toHaveLength(2);
    expect(await store.vintages()).toHaveLength(1);
  });

  it('a revision stands, and what it was stays known', async (store) => {
    await store.importBatch(
      batch('2022-01-01', [fact('2020', 1, { standing: 'provisional' }), fact('2021', 5)]),
    );
    const next = batch('2023-01-01', [
      fact('2020', 2, { standing: 'final' }),
      fact('2021', 5),
      fact('2022', 6),
    ]);
    expect(
      (await store.compare(next)).map((r) => [r.kind, r.period, r.before?.value, r.after?.value]),
    ).toEqual([
      ['changed', '2020', 1, 2],
      ['added', '2022', undefined, 6],
    ]);
    expect(short(await store.facts({}))).toEqual([
      ['2020', 1],
      ['2021', 5],
    ]);
    expect(await store.importBatch(next)).toMatchObject({ added: 1, changed: 1, withdrawn: 0, same: 1 });
    expect(short(await store.facts({}))).toEqual([
      ['2020', 2],
      ['2021', 5],
      ['2022', 6],
    ]);
    expect((await store.history({})).map((f) => [f.period, f.value, f.vintage])).toEqual([
      ['2020', 1, '2022-01-01'],
      ['2020', 2, '2023-01-01'],
      ['2021', 5, '2022-01-01'],
      ['2022', 6, '2023-01-01'],
    ]);
    expect((await store.revisions('2023-01-01')).map((r) => r.kind)).toEqual(['changed', 'added']);
    expect(await store.compare(next)).toEqual([]);
  });

  it('as known on a day is what was published by then, and nothing whose day is unknown', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    await store.importBatch(batch('2023-01-01', [fact('2020', 2)]));
    await store.importBatch(
      batch('undated', [fact('2019', 9)], { source: 'file', published: null, retrieved: '' }),
    );
    expect(short(await store.facts({ asKnownOn: '2021-12-31' }))).toEqual([]);
    expect(short(await store.facts({ asKnownOn: '2022-01-01' }))).toEqual([['2020', 1]]);
    expect(short(await store.facts({ asKnownOn: '2022-12-31' }))).toEqual([['2020', 1]]);
    expect(short(await store.facts({ asKnownOn: '2023-01-01' }))).toEqual([['2020', 2]]);
    expect(short(await store.facts({}))).toEqual([
      ['2019', 9],
      ['2020', 2],
    ]);
    expect(short(await store.history({ asKnownOn: '2022-06-01' }))).toEqual([['2020', 1]]);
  });

  it('what a version covers and leaves out is withdrawn, and may come back', async (store) => {
    const b = fact('2020', 3, { area: 'B' });
    const other = fact('2020', 4, { area: 'C' });
    await store.importBatch(batch('2022-01-01', [fact('2020', 1), b, other]));
    expect(await store.importBatch(batch('2023-01-01', [b]))).toMatchObject({ withdrawn: 1, same: 1 });
    expect((await store.facts({})).map((f) => f.area)).toEqual(['B', 'C']);
    expect((await store.history({ areas: ['A'] })).map((f) => [f.state, f.value])).toEqual([
      ['value', 1],
      ['withdrawn', null],
    ]);
    expect((await store.revisions('2023-01-01')).map((r) => [r.kind, r.area, r.after])).toEqual([
      ['withdrawn', 'A', null],
    ]);
    expect(await store.importBatch(batch('2024-01-01', [fact('2020', 1), b]))).toMatchObject({ added: 1 });
    expect((await store.facts({})).map((f) => f.area)).toEqual(['A', 'B', 'C']);
  });

  it('what says nothing of the rest leaves it as it is', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1), fact('2021', 2)]));
    await store.importBatch(batch('2023-01-01', [fact('2021', 3)], { covers: null }));
    expect(short(await store.facts({}))).toEqual([
      ['2020', 1],
      ['2021', 3],
    ]);
  });

  it('an older version that is imported later takes its place under the newer', async (store) => {
    await store.importBatch(batch('2024-01-01', [fact('2020', 3), fact('2021', 7)]));
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    await store.importBatch(batch('2023-01-01', [fact('2020', 3)]));
    expect(short(await store.facts({}))).toEqual([
      ['2020', 3],
      ['2021', 7],
    ]);
    expect(short(await store.facts({ asKnownOn: '2022-05-05' }))).toEqual([['2020', 1]]);
    expect((await store.history({})).map((f) => [f.period, f.value, f.vintage])).toEqual([
      ['2020', 1, '2022-01-01'],
      ['2020', 3, '2023-01-01'],
      ['2021', 7, '2024-01-01'],
    ]);
    expect((await store.revisions('2024-01-01')).map((r) => [r.kind, r.period])).toEqual([['added', '2021']]);
    expect((await store.vintages()).map((v) => v.id)).toEqual(['2022-01-01', '2023-01-01', '2024-01-01']);
  });

  it('a newer version that says what the older said keeps its own word when one comes in between', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    expect(await store.importBatch(batch('2024-01-01', [fact('2020', 1)]))).toMatchObject({
      vintage: '2024-01-01',
      outcome: 'unchanged',
      same: 1,
    });
    await store.importBatch(batch('2023-01-01', [fact('2020', 2), fact('2021', 5)]));
    expect(short(await store.facts({}))).toEqual([['2020', 1]]);
    expect((await store.history({})).map((f) => [f.period, f.state, f.value, f.vintage])).toEqual([
      ['2020', 'value', 1, '2022-01-01'],
      ['2020', 'value', 2, '2023-01-01'],
      ['2020', 'value', 1, '2024-01-01'],
      ['2021', 'value', 5, '2023-01-01'],
      ['2021', 'withdrawn', null, '2024-01-01'],
    ]);
  });

  it('the same figures fetched again without a day of publication are no new version', async (store) => {
    const given = { published: null, retrieved: '2024-01-05T00:00:00Z' };
    await store.importBatch(batch('first', [fact('2020', 1)], given));
    const again = { ...given, retrieved: '2024-03-05T00:00:00Z' };
    expect(await store.importBatch(batch('again', [fact('2020', 1)], again))).toMatchObject({
      vintage: 'first',
      outcome: 'unchanged',
    });
    expect(await store.vintages()).toHaveLength(1);
  });

  it('a figure whose day was not known gets the day of the version that says it again', async (store) => {
    const undated = { published: null, retrieved: '2023-12-05T00:00:00Z' };
    await store.importBatch(batch('undated', [fact('2020', 1)], undated));
    await store.importBatch(batch('2024-01-01', [fact('2020', 1)]));
    expect((await store.facts({})).map((f) => [f.value, f.published])).toEqual([[1, '2024-01-01']]);
    expect(short(await store.facts({ asKnownOn: '2024-01-01' }))).toEqual([['2020', 1]]);
    expect(await store.revisions('2024-01-01')).toEqual([]);
  });

  it('two sources of one figure stay apart', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)], { source: 'b' }));
    await store.importBatch(batch('2022-01-02', [fact('2020', 2)], { source: 'a' }));
    expect((await store.facts({})).map((f) => f.value)).toEqual([2, 1]);
    expect((await store.vintages('a')).map((v) => v.id)).toEqual(['2022-01-02']);
  });

  it('what is asked for is narrowed by series and area', async (store) => {
    const people = fact('2020', 8, { series: 'people' });
    await store.importBatch(batch('2022-01-01', [fact('2020', 1), fact('2020', 2, { area: 'B' }), people]));
    expect((await store.facts({ series: ['people'] })).map((f) => f.value)).toEqual([8]);
    expect((await store.facts({ series: ['homes'], areas: ['B', 'Z'] })).map((f) => f.value)).toEqual([2]);
    expect(await store.facts({ series: [] })).toEqual([]);
    expect(await store.facts({ series: ['none'] })).toEqual([]);
  });

  it('a summary counts what stands, in order of time', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1), fact('2020-Q4', 2), fact('2021', 3)]));
    await store.importBatch(batch('2023-01-01', [fact('2020', 4), fact('2020-Q4', 2)], { covers: null }));
    expect(await store.summaries()).toEqual([
      {
        series: 'homes',
        area: 'A',
        unit: 'homes',
        count: 3,
        first: '2020',
        last: '2021',
        vintages: 2,
        lastPublished: '2023-01-01',
      },
    ]);
  });

  const wrong: readonly (readonly [string, readonly Fact[]])[] = [
    ['a key that stands there twice', [fact('2020', 2), fact('2021', 1), fact('2021', 1)]],
    ['a period that does not exist', [fact('2020', 2), fact('2021-13', 1)]],
    ['a number that is none', [fact('2020', 2), fact('2021', Number.NaN)]],
    ['a secret with a value', [fact('2020', 2), fact('2021', 1, { state: 'secret' })]],
  ];
  for (const [what, facts] of wrong) {
    it(`${what} is refused, and nothing of its batch is taken`, async (store) => {
      await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
      const held = [waiting('w', '2023-01-01', fact('2020', 9))];
      await expect(store.importBatch(batch('2023-01-01', facts, { held }))).rejects.toThrow(RangeError);
      expect(short(await store.history({}))).toEqual([['2020', 1]]);
      expect(await store.held()).toEqual([]);
      expect(await store.vintages()).toHaveLength(1);
    });
  }

  it('what waits is no withdrawal, and joins its version when it is taken', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1), fact('2021', 2)]));
    const held = [waiting('w1', '2023-01-01', fact('2020', 9000))];
    await store.importBatch(batch('2023-01-01', [fact('2021', 3)], { held }));
    expect(short(await store.facts({}))).toEqual([
      ['2020', 1],
      ['2021', 3],
    ]);
    expect(await store.held(true)).toEqual(held);
    await store.importBatch(batch('2024-01-01', [fact('2020', 9000), fact('2021', 3)]));
    expect(await store.decide('w1', accept)).toEqual(fact('2020', 9000));
    expect(await store.held(true)).toEqual([]);
    expect((await store.held(false)).map((item) => item.decision)).toEqual([accept]);
    expect((await store.history({})).map((f) => [f.period, f.value, f.vintage])).toEqual([
      ['2020', 1, '2022-01-01'],
      ['2020', 9000, '2023-01-01'],
      ['2021', 2, '2022-01-01'],
      ['2021', 3, '2023-01-01'],
    ]);
  });

  it('what is refused leaves what stood, and a decision stays', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    const wholeSeries = waiting('w1', '2023-01-01', fact('2020', 9), { area: '', period: '', fact: null });
    await store.hold([wholeSeries]);
    await store.importBatch(batch('2023-01-01', []));
    expect(await store.decide('w1', refuse)).toBeNull();
    expect(short(await store.facts({}))).toEqual([['2020', 1]]);
    await store.hold([wholeSeries]);
    expect(await store.held(true)).toEqual([]);
    expect(await store.decide('w1', refuse)).toBeNull();
    await expect(store.decide('w1', accept)).rejects.toThrow('MONITOR_HELD_DECIDED');
    await expect(store.decide('w2', accept)).rejects.toThrow('MONITOR_HELD_UNKNOWN');
  });

  it('what is taken of a version that was never imported stands in one of its own, and the version may still come', async (store) => {
    await store.hold([waiting('w1', '2023-01-01', fact('2020', 9))]);
    expect(await store.decide('w1', accept)).toEqual(fact('2020', 9));
    expect((await store.facts({})).map((f) => [f.value, f.published])).toEqual([[9, '2023-01-01']]);
    expect(await store.importBatch(batch('2023-01-01', [fact('2021', 4)]))).toMatchObject({
      added: 1,
      withdrawn: 0,
    });
    expect(short(await store.facts({}))).toEqual([
      ['2020', 9],
      ['2021', 4],
    ]);
  });

  it('what is read together is of one state', async (store) => {
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    const read = await store.snapshot(async (reader) => ({
      facts: short(await reader.facts({})),
      history: short(await reader.history({})),
      vintages: (await reader.vintages()).map((v) => v.id),
      held: await reader.held(),
    }));
    expect(read).toEqual({
      facts: [['2020', 1]],
      history: [['2020', 1]],
      vintages: ['2022-01-01'],
      held: [],
    });
    await expect(store.snapshot(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(short(await store.facts({}))).toEqual([['2020', 1]]);
  });

  it('of each source the last check is known, and the last that did not fail', async (store) => {
    const check = (source: string, at: string, outcome: SourceCheck['outcome']): SourceCheck => ({
      source,
      at,
      outcome,
      code: outcome === 'failed' ? 'MONITOR_X' : null,
      etag: '"1"',
      lastModified: null,
      question: 'q',
    });
    const good = check('b', '2024-01-01T00:00:00Z', 'changed');
    const bad = check('b', '2024-01-02T00:00:00Z', 'failed');
    const never = check('a', '2024-01-02T00:00:00Z', 'failed');
    for (const each of [good, bad, never]) await store.noteCheck(each);
    expect(await store.checks()).toEqual([
      { last: never, lastGood: null },
      { last: bad, lastGood: good },
    ]);
  });

  it('boundaries are kept per year, the newest unless asked', async (store) => {
    const boundaries = (year: number, name: string) => ({
      year,
      source: 'pdok',
      attribution: 'Kadaster',
      retrieved: '2024-01-01T00:00:00Z',
      features: [{ area: 'A', name, geometry: { type: 'Point', coordinates: [5.123456789, 51] } }],
    });
    expect(await store.boundaries()).toBeNull();
    for (const [year, name] of [
      [2024, 'old'],
      [2023, 'older'],
      [2024, 'new'],
    ] as const) {
      await store.keepBoundaries(boundaries(year, name));
    }
    expect(await store.boundaries()).toEqual(boundaries(2024, 'new'));
    expect(await store.boundaries(2023)).toEqual(boundaries(2023, 'older'));
    expect(await store.boundaries(2020)).toBeNull();
  });
}
