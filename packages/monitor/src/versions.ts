import { periodEnd } from '@schaalsprong/agenda/periods';
import { keyOf } from './batch.ts';
import type { Batch, Fact, FactKey, Vintage } from './facts.ts';
import { sameFact } from './revise.ts';

/** A version of a source with all that it says. */
export interface Version {
  readonly vintage: Vintage;
  /** by `keyOf` */
  readonly said: ReadonlyMap<string, Fact>;
  readonly covers: Batch['covers'];
  /** what it says of these is not known yet; an empty area or period stands for all */
  readonly waiting: readonly FactKey[];
}

/** The day that places a version among those of its source. */
export const momentOf = ({ published, retrieved }: Vintage): string => published ?? retrieved.slice(0, 10);

/** Whether `a` comes before `b`, where they are not the same moment. */
export const compareVersions = (a: Vintage, b: Vintage): number =>
  compare(momentOf(a), momentOf(b)) || compare(a.retrieved, b.retrieved);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A version of its own for what a person took of one that was never imported. */
export const decidedVintage = (vintage: Vintage): Vintage => ({ ...vintage, id: `${vintage.id}+` });

/** What a version says of a figure that it no longer has. */
export const withdrawn = ({ series, area, period }: FactKey): Fact => ({
  series,
  area,
  period,
  value: null,
  state: 'withdrawn',
  standing: 'observed',
  unit: '',
  decimals: null,
  attribute: '',
  source: '',
  note: '',
});

/**
 * * Asserts the invariants of facts before a store takes them.
 *
 * @throws RangeError where a period does not exist, or value and state contradict each other: a mistake of who made the batch, not
 * of the source
 */
export function checkFigures(facts: readonly Fact[]): void {
  const periods = new Set<string>();
  for (const fact of facts) {
    periods.add(fact.period);
    const isValue = fact.value !== null && Number.isFinite(fact.value);
    if (fact.state === 'withdrawn' || isValue !== (fact.state === 'value')) {
      throw new RangeError(`a fact cannot be ${fact.state} with value ${fact.value}: ${keyOf(fact)}`);
    }
  }
  for (const period of periods) periodEnd(period);
}

/** A duplicate key in a batch: a programming error of its maker. */
export const twiceFault = (): RangeError => new RangeError('a batch says something twice of one key');

/**
 * As `checkFigures`, and each key at most once.
 * @throws RangeError as it does, and where a key is there twice
 */
export function checkFacts(facts: readonly Fact[]): void {
  checkFigures(facts);
  if (new Set(facts.map(keyOf)).size < facts.length) throw twiceFault();
}

/** What a version adds to what was known: each key with what it was before. */
export interface Recorded {
  readonly fact: Fact;
  readonly before: Fact | null;
}

/**
 * Walks through the versions of one source, and says of each what is kept of it: a figure that is not as it was, and a figure that
 * has no date of publication yet and now gets one.
 *
 * @param versions of one source, oldest first
 * @returns per version its records by `keyOf`
 */
export function replay(versions: readonly Version[]): ReadonlyMap<string, Recorded>[] {
  const known = new Map<string, { fact: Fact; dated: boolean }>();
  return versions.map((version) => {
    const dated = version.vintage.published !== null;
    const records = new Map<string, Recorded>();
    for (const fact of statements(
      version,
      [...known.values()].map((k) => k.fact),
    )) {
      const key = keyOf(fact);
      const old = known.get(key);
      if (old !== undefined && sameFact(old.fact, fact) && (old.dated || !dated)) continue;
      known.set(key, { fact, dated });
      records.set(key, { fact, before: old?.fact ?? null });
    }
    return records;
  });
}

/** All that a version says, what it withdraws by leaving it out included. */
function statements({ said, covers, waiting }: Version, known: readonly Fact[]): Fact[] {
  if (covers === null) return [...said.values()];
  const series = new Set(covers.series);
  const areas = new Set(covers.areas);
  const gone = known.filter(
    (fact) =>
      series.has(fact.series) &&
      areas.has(fact.area) &&
      !said.has(keyOf(fact)) &&
      !waiting.some((held) => isAbout(held, fact)),
  );
  return [...said.values(), ...gone.map(withdrawn)];
}

const isAbout = (held: FactKey, fact: FactKey): boolean =>
  held.series === fact.series &&
  (held.area === '' || held.area === fact.area) &&
  (held.period === '' || held.period === fact.period);
