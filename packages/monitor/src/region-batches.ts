import { addressIn, type Observation, type Region, type StatisticsSource } from '@schaalsprong/agenda';
import { compareTexts, sha256 } from '@schaalsprong/words';
import { batchOf, compareKeys, keyOf } from './batch.ts';
import type { Batch, Fact } from './facts.ts';
import { dayOf } from './periods.ts';

/** What of a region its observation files are read with. */
export type ObservedRegion = Pick<Region, 'observations' | 'sources'>;

type Owner = Parameters<typeof batchOf>[0];

/** Rows that make one version of a source. */
interface Rows {
  readonly owner: Owner;
  /** true where the rows are all that there is of this source, so that a row that is taken away is withdrawn */
  readonly whole: boolean;
  readonly published: string | null;
  readonly facts: Map<string, Fact>;
}

const factOf = (row: Observation): Fact => ({
  series: row.indicator,
  area: row.area,
  period: row.period,
  value: row.value,
  state: 'value',
  standing: row.status,
  unit: row.unit,
  decimals: null,
  attribute: '',
  source: row.source,
  note: row.note,
});

/** The text as a part of an id: its first letters and digits, and a hash of the whole. */
async function idOf(text: string): Promise<string> {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${words}-${(await sha256(text)).slice(0, 8)}`;
}

/** The source of sources.yaml whose table a text names, for a row of one of its series that was not computed by us. */
const tableNamed = (sources: readonly StatisticsSource[], row: Observation): StatisticsSource | undefined =>
  row.status === 'derived'
    ? undefined
    : sources.find(
        ({ table, series }) =>
          table !== undefined &&
          series.some((s) => s.series === row.indicator) &&
          row.source.split(/[^\w-]+/).includes(table),
      );

/** A source that is known by its words only. */
const namedByText = async (text: string): Promise<Owner> => ({
  id: await idOf(text),
  table: undefined,
  classification: undefined,
  // most texts name no licence
  licence: /\bCC[ -]BY[ -]\d\.\d\b/.exec(text)?.[0] ?? '',
  attribution: text,
});

/**
 * The observation files of a region as versions of sources, for a store: one per source and day of publication. A row that names the
 * table of a source of sources.yaml is a version of that source, which what is fetched from it later revises. Every other text on
 * where a row comes from is a source of its own, so that several for one figure stay apart. Two rows of one source for the same
 * figure, which their notes tell apart, are two sources.
 *
 * @returns the same for the same content, sorted by id
 */
export async function regionBatches({ observations, sources }: ObservedRegion): Promise<Batch[]> {
  const groups = new Map<string, Rows>();
  const owners = new Map<string, Owner>();
  // Sorted, so that the order of the files does not tell which of two is the second.
  for (const row of observations.toSorted((a, b) => compareTexts(a.note, b.note))) {
    const named = tableNamed(sources, row);
    const owner = named ?? owners.get(row.source) ?? (await namedByText(row.source));
    if (named === undefined) owners.set(row.source, owner);
    // A month or year of publication counts from its end: earlier would claim what was not known yet.
    const published = row.published === '' ? null : dayOf(row.published, 'last-day');
    const fact = factOf(row);
    for (let nth = 1; ; nth++) {
      const id = nth === 1 ? owner.id : `${owner.id}-${nth}`;
      const name = `${id}\n${published}`;
      const rows: Rows = groups.get(name) ?? {
        owner: { ...owner, id },
        published,
        facts: new Map(),
        whole: named === undefined,
      };
      if (rows.facts.has(keyOf(fact))) continue;
      groups.set(name, rows);
      rows.facts.set(keyOf(fact), fact);
      break;
    }
  }
  const batches = await Promise.all([...groups.values()].map(batchFor));
  return batches.sort((a, b) => compareTexts(a.vintage.id, b.vintage.id));
}

async function batchFor({ owner, whole, published, facts }: Rows): Promise<Batch> {
  const sorted = [...facts.values()].sort(compareKeys);
  const distinct = (pick: (fact: Fact) => string): string[] => [...new Set(sorted.map(pick))].sort();
  return batchOf(owner, sorted, {
    published,
    retrieved: published ?? '',
    // a text without an address, and a batch without figures, have none
    address: addressIn(sorted[0]?.source ?? '') ?? '',
    covers: whole ? { series: distinct((f) => f.series), areas: distinct((f) => f.area) } : null,
  });
}
