import type { StatisticsSource } from '@schaalsprong/agenda';
import { compareTexts, sha256 } from '@schaalsprong/words';
import type { Batch, Fact, FactKey, Vintage } from './facts.ts';

/** One text per key, for maps and sets. */
export const keyOf = ({ series, area, period }: FactKey): string => `${series}\n${area}\n${period}`;

/** Orders facts by series, area and period, as texts. */
export const compareKeys = (a: FactKey, b: FactKey): number => {
  // Whether texts are the same is known sooner than which comes first.
  if (a.series !== b.series) return compareTexts(a.series, b.series);
  return a.area === b.area ? compareTexts(a.period, b.period) : compareTexts(a.area, b.area);
};

/** Facts by key; as they are where they already stand so. */
const inOrder = (facts: readonly Fact[]): readonly Fact[] =>
  facts.every((fact, i) => i === 0 || compareKeys(facts[i - 1] ?? fact, fact) <= 0)
    ? facts
    : facts.toSorted(compareKeys);

/** Facts per chunk of the incremental hash, to bound memory. */
const perHash = 10_000;

/**
 * sha256 over facts, whatever their order: the same figures, units, states and sources give the same hash.
 *
 * @param facts each key at most once
 * @returns 64 hexadecimal characters
 */
export async function hashFacts(facts: readonly Fact[]): Promise<string> {
  const sorted = inOrder(facts);
  const parts: string[] = [];
  for (let at = 0; at < Math.max(1, sorted.length); at += perHash) {
    parts.push(await sha256(JSON.stringify(sorted.slice(at, at + perHash).map(fields))));
  }
  const [first, ...more] = parts;
  return first !== undefined && more.length === 0 ? first : sha256(parts.join('\n'));
}

/** A fact and nothing else: one that was stored has more to it. */
const fields = (fact: Fact): readonly (string | number | null)[] => [
  fact.series,
  fact.area,
  fact.period,
  fact.value,
  fact.state,
  fact.standing,
  fact.unit,
  fact.decimals,
  fact.attribute,
  fact.source,
  fact.note,
];

/** What is known of a version besides its figures. */
export interface BatchOrigin {
  /** day of publication, `2026-06-23`; null where that is not known */
  readonly published: string | null;
  /** UTC */
  readonly retrieved: string;
  readonly address: string;
  /** by default that of the source */
  readonly table?: string | null;
  /** by default that of the source */
  readonly classification?: string | null;
  readonly covers: Batch['covers'];
}

/**
 * All that one version of a source says, ready for the store. A figure's own `source` should hold no date or name of a file: the
 * version does, and else the same figures would count as others each time.
 */
export async function batchOf(
  source: Pick<StatisticsSource, 'table' | 'classification' | 'licence' | 'attribution'> & {
    readonly id: string;
  },
  facts: readonly Fact[],
  origin: BatchOrigin,
): Promise<Batch> {
  const sorted = inOrder(facts);
  const hash = await hashFacts(sorted);
  const vintage: Vintage = {
    id: `${source.id}@${origin.published ?? (origin.retrieved || 'unknown')}#${hash.slice(0, 10)}`,
    source: source.id,
    table: origin.table === undefined ? (source.table ?? null) : origin.table,
    published: origin.published,
    retrieved: origin.retrieved,
    hash,
    classification:
      origin.classification === undefined ? (source.classification ?? null) : origin.classification,
    address: origin.address,
    licence: source.licence,
    attribution: source.attribution,
  };
  return { vintage, facts: sorted, covers: origin.covers };
}
