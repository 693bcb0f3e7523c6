import { comparePeriods } from '@schaalsprong/agenda/periods';
import { compareTexts } from '@schaalsprong/words';
import { compareKeys, keyOf } from './batch.ts';
import type { Batch, Fact, FactKey, Quarantined, Revision, SourceCheck, VintageFact } from './facts.ts';
import { revisionOf } from './revise.ts';
import type {
  Boundaries,
  FactQuery,
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

/** A store in memory, lost when it is closed: the reference implementation of `MonitorStore`. */
export function memoryStore(): MonitorStore {
  let kept = empty;
  const keep = (change: Partial<Kept>): void => {
    kept = { ...kept, ...change };
  };
  const keepVersions = (id: string, source: Source) => new Map(kept.sources).set(id, source);

  /** A fact that joins a version that is there. */
  const join = ({ source, at }: NonNullable<ReturnType<typeof findVersion>>, fact: Fact): Source => {
    const version = source.versions[at];
    if (version === undefined) return source;
    const said = new Map(version.said).set(keyOf(fact), fact);
    return sourceOf(source.versions.with(at, { ...version, said }));
  };

  return {
    ...readerOf(() => kept),

    snapshot(read) {
      const now = kept;
      return read(readerOf(() => now));
    },

    async importBatch(batch) {
      const { vintage, facts } = batch;
      const held = withHeld(kept, batch.held ?? []);
      const same = { added: 0, changed: 0, standing: 0, withdrawn: 0, same: facts.length };
      if (findVersion(kept, vintage.id) !== null) {
        keep({ held });
        return { vintage: vintage.id, outcome: 'unchanged', ...same };
      }
      const { before, after, at, revisions } = withBatch(kept, batch);
      const earlier = after.versions[at - 1]?.vintage;
      const publishedAnew =
        vintage.published !== null &&
        before.versions.every((version) => version.vintage.published !== vintage.published);
      if (earlier !== undefined && after.records[at]?.size === 0 && !publishedAnew) {
        keep({ held });
        return { vintage: earlier.id, outcome: 'unchanged', ...same };
      }
      keep({ held, sources: keepVersions(vintage.source, after) });
      const count = (kind: Revision['kind']): number =>
        revisions.filter((revision) => revision.kind === kind).length;
      const [added, changed, standing] = [count('added'), count('changed'), count('standing')];
      return {
        vintage: vintage.id,
        outcome: revisions.length === 0 ? 'unchanged' : 'imported',
        added,
        changed,
        standing,
        withdrawn: count('withdrawn'),
        same: facts.length - added - changed - standing,
      };
    },

    async compare(batch) {
      return findVersion(kept, batch.vintage.id) === null ? withBatch(kept, batch).revisions : [];
    },

    async hold(items) {
      keep({ held: withHeld(kept, items) });
    },

    async decide(id, decision) {
      const item = kept.held.get(id);
      if (item === undefined) throw decideProblem('MONITOR_HELD_UNKNOWN', id, [...kept.held.keys()]);
      const fact = decision.take ? item.fact : null;
      if (item.decision !== null) {
        if (item.decision.take !== decision.take) throw decideProblem('MONITOR_HELD_DECIDED', id);
        return fact;
      }
      const held = new Map(kept.held).set(id, { ...item, decision });
      if (fact === null) {
        keep({ held });
        return null;
      }
      checkFacts([fact]);
      const { vintage } = item;
      const apart = decidedVintage(vintage);
      const found = findVersion(kept, vintage.id) ?? findVersion(kept, apart.id);
      const { versions } = kept.sources.get(vintage.source) ?? nothing;
      const alone: Version = {
        vintage: apart,
        said: new Map([[keyOf(fact), fact]]),
        covers: null,
        waiting: [],
      };
      const source = found === null ? sourceOf(placed(versions, alone).versions) : join(found, fact);
      keep({ held, sources: keepVersions(vintage.source, source) });
      return fact;
    },

    async noteCheck(check) {
      const known = afterCheck(kept.checks.get(check.source) ?? null, check);
      keep({ checks: new Map(kept.checks).set(check.source, known) });
    },

    async keepBoundaries(boundaries) {
      keep({ boundaries: new Map(kept.boundaries).set(boundaries.year, boundaries) });
    },

    async close() {
      kept = empty;
    },
  };
}
