import {
  type Batch,
  type Fact,
  type MonitorStore,
  memoryStore,
  type Quarantined,
} from '@schaalsprong/monitor';
import fc from 'fast-check';
import { expect } from 'vitest';
import { batch, fact, waiting } from '../../monitor/test/facts.ts';

const series = ['homes', 'people'];
const areas = ['A', 'B'];
const days = ['2021-05-01', '2022-05-01', '2023-05-01', '2024-05-01'];

const someFact: fc.Arbitrary<Fact> = fc
  .record({
    series: fc.constantFrom(...series),
    area: fc.constantFrom(...areas),
    period: fc.constantFrom('2020', '2020-Q4', '2021 (?)'),
    value: fc.constantFrom(1, 2, 0.1, null),
    standing: fc.constantFrom('provisional' as const, 'final' as const, 'reported' as const),
    note: fc.constantFrom('', 'note'),
    decimals: fc.constantFrom(0, null),
  })
  .map(({ period, value, ...more }) =>
    fact(period, value, { ...more, ...(value === null ? { state: 'secret' } : {}) }),
  );

const byKey = (f: Fact): string => `${f.series} ${f.area} ${f.period}`;

interface Step {
  readonly kind: 'import' | 'again' | 'wrong' | 'compare' | 'decide';
  readonly source: string;
  readonly published: string | null;
  readonly facts: readonly Fact[];
  readonly held: readonly Fact[];
  readonly covers: Batch['covers'];
  readonly which: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('import' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('again' as const, 'wrong' as const, 'compare' as const, 'decide' as const),
    },
  ),
  source: fc.constantFrom('office', 'office', 'file'),
  published: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...days) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  facts: fc.uniqueArray(someFact, { selector: byKey, maxLength: 5 }),
  held: fc.uniqueArray(someFact, { selector: byKey, maxLength: 1 }),
  covers: fc.option(fc.record({ series: fc.subarray(series), areas: fc.subarray(areas) })),
  which: fc.nat(9),
});

/** Random histories of imports, decisions and mistakes. */
export const histories = fc.array(step, { minLength: 1, maxLength: 7 });

/** All that a store can be asked. */
async function everything(store: MonitorStore) {
  const vintages = await store.vintages();
  return {
    vintages,
    facts: await store.facts({}),
    onDay: await Promise.all(
      ['2022-05-01', '2023-12-31'].map((asKnownOn) => store.facts({ asKnownOn, series: ['homes'] })),
    ),
    history: await store.history({}),
    revisions: await Promise.all(vintages.map((v) => store.revisions(v.id))),
    summaries: await store.summaries(),
    held: await store.held(),
  };
}

const settled = async <T>(work: Promise<T>) => {
  try {
    return { result: await work };
  } catch (error) {
    return { fault: error instanceof Error ? error.name : String(error) };
  }
};

/** Does in two stores what a history says, and holds what came of each step to be the same. */
export async function sameInBoth(steps: readonly Step[], store: MonitorStore): Promise<void> {
  const memory = memoryStore();
  let before = await everything(store);
  const done: Batch[] = [];
  const items: Quarantined[] = [];
  for (const [i, { kind, source, published, facts, held, covers, which }] of steps.entries()) {
    // Moments of retrieval do not follow the order of import: an old file may be found late.
    const retrieved = `202${which % 5}-0${(i % 9) + 1}-01T00:00:00Z`;
    const id = `v${i}`;
    const given = { source, published, retrieved, covers };
    const isHeld = (f: Fact): boolean => held.some((h) => byKey(h) === byKey(f));
    const waits = held.map((f) => ({
      ...waiting(`w${i}`, id, f, { source, ...(which === 0 ? { area: '', period: '' } : {}) }),
      vintage: batch(id, [], given).vintage,
    }));
    const next = batch(
      id,
      facts.filter((f) => !isHeld(f)),
      { ...given, held: waits },
    );
    const again = done[which % Math.max(1, done.length)] ?? next;
    const item = items[which % Math.max(1, items.length)];
    const decision = { take: which % 3 > 0, by: 'beheerder', why: 'klopt', on: '2024-06-01' };
    const act = (to: MonitorStore): Promise<unknown> => {
      if (kind === 'compare') return to.compare(next);
      if (kind === 'again') return to.importBatch(again);
      if (kind === 'wrong')
        return to.importBatch({ ...next, facts: [...facts, fact('2020', 1), fact('2020', 2)] });
      if (kind === 'decide' && item !== undefined) return to.decide(item.id, decision);
      return to.importBatch(next);
    };
    const result = await settled(act(store));
    expect(result).toEqual(await settled(act(memory)));
    const after = await everything(store);
    expect(after).toEqual(await everything(memory));
    // Twice the same, a fault and a question change nothing.
    const isIdle = kind === 'wrong' || kind === 'compare' || (kind === 'again' && done.length > 0);
    if (isIdle) expect(after).toEqual(before);
    before = after;
    if (kind === 'import' || (kind === 'decide' && item === undefined)) {
      done.push(next);
      items.push(...waits);
    }
  }
}
