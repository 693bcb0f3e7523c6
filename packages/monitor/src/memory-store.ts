import { comparePeriods } from '@schaalsprong/agenda/periods';
import { at, compareTexts } from '@schaalsprong/words';
import { compareKeys, keyOf } from './batch.ts';
import type { Batch, Fact, FactKey, Quarantined, Revision, SourceCheck, VintageFact } from './facts.ts';
import { revisionOf } from './revise.ts';
import type {
  Boundaries,
  FactQuery,
  ImportResult,
  MonitorReader,
  MonitorStore,
  SeriesSummary,
  SourceChecks,
} from './store.ts';
import { decideProblem } from './store-problems.ts';
import {
  checkFacts,
  compareVersions,
  decidedVintage,
  momentOf,
  type Recorded,
  replay,
  type Version,
} from './versions.ts';

/** Versions of one source, oldest first, with what each recorded. */
interface Source {
  readonly versions: readonly Version[];
  readonly records: readonly ReadonlyMap<string, Recorded>[];
}

/** All that is kept. Immutable: a write replaces it, so that a write that fails changes nothing and a snapshot is free. */
interface Kept {
  readonly sources: ReadonlyMap<string, Source>;
  readonly held: ReadonlyMap<string, Quarantined>;
  readonly checks: ReadonlyMap<string, SourceChecks>;
  readonly boundaries: ReadonlyMap<number, Boundaries>;
}

const nothing: Source = { versions: [], records: [] };

const sourceOf = (versions: readonly Version[]): Source => ({ versions, records: replay(versions) });

/** The versions with one more, after those of its own moment. */
function placed(versions: readonly Version[], version: Version): { versions: Version[]; at: number } {
  const at = versions.findLastIndex((other) => compareVersions(other.vintage, version.vintage) <= 0) + 1;
  return { versions: versions.toSpliced(at, 0, version), at };
}

const isKnown = <T>(value: T | null): value is T => value !== null;

/** What the versions of a source and another one, at its place, come to. */
function withBatch(kept: Kept, batch: Batch) {
  checkFacts(batch.facts);
  const before = kept.sources.get(batch.vintage.source) ?? nothing;
  const earlier = [...kept.held.values()].filter((item) => item.vintage.id === batch.vintage.id);
  const version: Version = {
    vintage: batch.vintage,
    said: new Map(batch.facts.map((fact) => [keyOf(fact), fact])),
    covers: batch.covers,
    waiting: [...earlier, ...(batch.held ?? [])],
  };
  const { versions, at } = placed(before.versions, version);
  const after = sourceOf(versions);
  return { before, after, at, revisions: revisionsAt(after, at) };
}

const revisionsAt = (source: Source, at: number): Revision[] =>
  [...(source.records[at]?.values() ?? [])]
    .map(({ fact, before }) => revisionOf(fact, before, fact))
    .filter(isKnown)
    .sort(compareKeys);

/** Every record of every version that was asked for, each source by itself, oldest first. */
function* recordsOf(kept: Kept, query: FactQuery): Generator<{ source: string; fact: VintageFact }> {
  const { asKnownOn } = query;
  const series = query.series && new Set(query.series);
  const areas = query.areas && new Set(query.areas);
  for (const [source, { versions, records }] of kept.sources) {
    for (const [at, { vintage }] of versions.entries()) {
      const { id, published } = vintage;
      if (asKnownOn !== undefined && (published === null || published > asKnownOn)) continue;
      for (const { fact } of records[at]?.values() ?? []) {
        if (series?.has(fact.series) === false || areas?.has(fact.area) === false) continue;
        yield { source, fact: { ...fact, vintage: id, published } };
      }
    }
  }
}

const sorted = (found: Iterable<{ source: string; fact: VintageFact }>): VintageFact[] =>
  [...found]
    .sort((a, b) => compareKeys(a.fact, b.fact) || compareTexts(a.source, b.source))
    .map(({ fact }) => fact);

function standing(kept: Kept, query: FactQuery): VintageFact[] {
  const last = new Map<string, { source: string; fact: VintageFact }>();
  for (const found of recordsOf(kept, query)) last.set(`${found.source}\n${keyOf(found.fact)}`, found);
  return sorted([...last.values()].filter(({ fact }) => fact.state !== 'withdrawn'));
}

function summariesOf(kept: Kept): SeriesSummary[] {
  const key = ({ series, area }: FactKey): string => `${series}\n${area}`;
  const versions = Map.groupBy(standingAndGone(kept), key);
  return [...Map.groupBy(standing(kept, {}), key)].flatMap(([id, facts]) => {
    const byPeriod = facts.toSorted((a, b) => comparePeriods(a.period, b.period));
    const [first, last] = [byPeriod[0], byPeriod.at(-1)];
    if (first === undefined || last === undefined) return [];
    const every = versions.get(id) ?? [];
    const dates = every.map((fact) => fact.published).filter(isKnown);
    return {
      series: first.series,
      area: first.area,
      unit: last.unit,
      count: new Set(facts.map((fact) => fact.period)).size,
      first: first.period,
      last: last.period,
      vintages: new Set(every.map((fact) => fact.vintage)).size,
      lastPublished: dates.toSorted().at(-1) ?? null,
    };
  });
}

const standingAndGone = (kept: Kept): VintageFact[] => [...recordsOf(kept, {})].map(({ fact }) => fact);

/** Merges a check into the state of a source; checks may arrive in any order. */
export function afterCheck(before: SourceChecks | null, check: SourceCheck): SourceChecks {
  const last = before !== null && before.last.at > check.at ? before.last : check;
  const good = before?.lastGood ?? null;
  const isBetter = check.outcome !== 'failed' && (good === null || good.at <= check.at);
  return { last, lastGood: isBetter ? check : good };
}

/** Inserts what is not known yet; idempotent. */
const withHeld = (kept: Kept, items: readonly Quarantined[]): Kept['held'] =>
  new Map([...items.map((item) => [item.id, item] as const), ...kept.held]);

/** Reader of the live state. */
const readerOf = (kept: () => Kept): MonitorReader => ({
  async facts(query) {
    return standing(kept(), query);
  },

  async history(query) {
    return sorted(recordsOf(kept(), query));
  },

  async revisions(id) {
    const found = findVersion(kept(), id);
    return found === null ? [] : revisionsAt(found.source, found.at);
  },

  async vintages(source) {
    const every = [...kept().sources].filter(([id]) => source === undefined || id === source);
    return every
      .toSorted(([a], [b]) => compareTexts(a, b))
      .flatMap(([, { versions }]) => versions.map((version) => version.vintage))
      .sort((a, b) => compareTexts(momentOf(a), momentOf(b)));
  },

  async summaries() {
    return summariesOf(kept());
  },

  async held(open) {
    return [...kept().held.values()]
      .filter((item) => open === undefined || open === (item.decision === null))
      .sort((a, b) => compareTexts(a.since, b.since) || compareTexts(a.id, b.id));
  },

  async checks() {
    return [...kept().checks.values()].sort((a, b) => compareTexts(a.last.source, b.last.source));
  },

  async boundaries(year) {
    const newest = Math.max(...kept().boundaries.keys());
    return kept().boundaries.get(year ?? newest) ?? null;
  },
});

/** A version by its id, in its source. */
function findVersion(kept: Kept, id: string): { readonly source: Source; readonly at: number } | null {
  for (const source of kept.sources.values()) {
    const at = source.versions.findIndex((version) => version.vintage.id === id);
    if (at >= 0) return { source, at };
  }
  return null;
}

const empty: Kept = { sources: new Map(), held: new Map(), checks: new Map(), boundaries: new Map() };

type Decision = NonNullable<Quarantined['decision']>;

/** A state with what a write answers. */
interface Written<T> {
  readonly kept: Kept;
  readonly answer: T;
}

const withSource = (kept: Kept, id: string, source: Source): Kept['sources'] =>
  new Map(kept.sources).set(id, source);

/** A source with one more fact in a version of it. */
function withFact({ source, at: index }: NonNullable<ReturnType<typeof findVersion>>, fact: Fact): Source {
  const version = at(source.versions, index);
  const said = new Map(version.said).set(keyOf(fact), fact);
  return sourceOf(source.versions.with(index, { ...version, said }));
}

function importInto(before: Kept, batch: Batch): Written<ImportResult> {
  const { vintage, facts } = batch;
  const kept = { ...before, held: withHeld(before, batch.held ?? []) };
  const unchanged = (id: string): Written<ImportResult> => ({
    kept,
    answer: {
      vintage: id,
      outcome: 'unchanged',
      added: 0,
      changed: 0,
      standing: 0,
      withdrawn: 0,
      same: facts.length,
    },
  });
  if (findVersion(before, vintage.id) !== null) return unchanged(vintage.id);
  const { before: source, after, at: index, revisions } = withBatch(before, batch);
  const earlier = after.versions[index - 1]?.vintage;
  const isNewDay =
    vintage.published !== null &&
    source.versions.every((version) => version.vintage.published !== vintage.published);
  if (earlier !== undefined && at(after.records, index).size === 0 && !isNewDay) return unchanged(earlier.id);
  const count = (kind: Revision['kind']): number =>
    revisions.filter((revision) => revision.kind === kind).length;
  const [added, changed, standing] = [count('added'), count('changed'), count('standing')];
  return {
    kept: { ...kept, sources: withSource(before, vintage.source, after) },
    answer: {
      vintage: vintage.id,
      outcome: revisions.length === 0 ? 'unchanged' : 'imported',
      added,
      changed,
      standing,
      withdrawn: count('withdrawn'),
      same: facts.length - added - changed - standing,
    },
  };
}

function decideIn(kept: Kept, id: string, decision: Decision): Written<Fact | null> {
  const item = kept.held.get(id);
  if (item === undefined) throw decideProblem('MONITOR_HELD_UNKNOWN', id, [...kept.held.keys()]);
  const fact = decision.take ? item.fact : null;
  if (item.decision !== null) {
    if (item.decision.take !== decision.take) throw decideProblem('MONITOR_HELD_DECIDED', id);
    return { kept, answer: fact };
  }
  const held = new Map(kept.held).set(id, { ...item, decision });
  if (fact === null) return { kept: { ...kept, held }, answer: null };
  checkFacts([fact]);
  const { vintage } = item;
  const apart = decidedVintage(vintage);
  const found = findVersion(kept, vintage.id) ?? findVersion(kept, apart.id);
  const { versions } = kept.sources.get(vintage.source) ?? nothing;
  const alone: Version = { vintage: apart, said: new Map([[keyOf(fact), fact]]), covers: null, waiting: [] };
  const source = found === null ? sourceOf(placed(versions, alone).versions) : withFact(found, fact);
  return { kept: { ...kept, held, sources: withSource(kept, vintage.source, source) }, answer: fact };
}

/** A store in memory, lost when it is closed: the reference implementation of `MonitorStore`. */
export function memoryStore(): MonitorStore {
  let kept = empty;
  const write = <T>({ kept: after, answer }: Written<T>): T => {
    kept = after;
    return answer;
  };
  return {
    ...readerOf(() => kept),

    snapshot(read) {
      const now = kept;
      return read(readerOf(() => now));
    },

    importBatch: async (batch) => write(importInto(kept, batch)),

    async compare(batch) {
      return findVersion(kept, batch.vintage.id) === null ? withBatch(kept, batch).revisions : [];
    },

    async hold(items) {
      kept = { ...kept, held: withHeld(kept, items) };
    },

    decide: async (id, decision) => write(decideIn(kept, id, decision)),

    async noteCheck(check) {
      const known = afterCheck(kept.checks.get(check.source) ?? null, check);
      kept = { ...kept, checks: new Map(kept.checks).set(check.source, known) };
    },

    async keepBoundaries(boundaries) {
      kept = { ...kept, boundaries: new Map(kept.boundaries).set(boundaries.year, boundaries) };
    },

    async close() {
      kept = empty;
    },
  };
}
