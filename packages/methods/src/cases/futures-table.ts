import type { Cases, Column } from './cases.ts';
import { csvParts } from './csv-text.ts';
import { parquetParts } from './parquet-parts.ts';

/** Names of the columns that say which future a row is, and what made the table. A model may have such names: see {@link futuresTable}. */
export const futureColumn = 'future';
export const provenanceColumn = 'provenance';

/** Numbers per future, under a name. */
export interface FuturesColumn {
  readonly name: string;
  readonly values: Float64Array;
  /** Where only whole numbers are meant. */
  readonly whole?: boolean;
}

/** What went into futures and what came out, with what made them. */
export interface FuturesTable {
  readonly count: number;
  readonly inputs: readonly FuturesColumn[];
  readonly outcomes: readonly FuturesColumn[];
  /** All on which the numbers depend: seed, hashes, setting. Plain JSON. */
  readonly about: Readonly<Record<string, unknown>>;
}

/**
 * Futures as a table of cases, one row a future: its number, the inputs, the outcomes, and in the first row of the last column as JSON what
 * made them, with the names of inputs and outcomes. So CSV and Parquet hold the same and open everywhere as they are. A name that is taken
 * gets a line behind it, as where a model has a variable `future`.
 */
export function futuresTable({ count, inputs, outcomes, about }: FuturesTable): Cases {
  const taken = new Set<string>();
  const free = (name: string): string => {
    let found = name;
    while (taken.has(found)) found += '_';
    taken.add(found);
    return found;
  };
  const numbers = ({ name, values, whole = false }: FuturesColumn): Column => ({
    name: free(name),
    kind: whole ? 'integer' : 'real',
    values,
  });
  const first = numbers({
    name: futureColumn,
    values: Float64Array.from({ length: count }, (_, i) => i),
    whole: true,
  });
  const went = inputs.map(numbers);
  const came = outcomes.map(numbers);
  const names = (columns: readonly Column[]): readonly string[] => columns.map(({ name }) => name);
  const text = JSON.stringify({ ...about, futures: count, inputs: names(went), outcomes: names(came) });
  const last: Column = {
    name: free(provenanceColumn),
    kind: 'category',
    categories: [text],
    values: new Int32Array(count).fill(-1).fill(0, 0, 1),
  };
  return {
    count,
    columns: [first, ...went, ...came, last],
    outcomes: names(came),
    labels: [first.name, last.name],
  };
}

/** In what form a page gives futures away. */
export type FuturesForm = 'csv' | 'parquet';

/** The bytes of a table of {@link futuresTable}. Parquet has what made it in its foot as well, under `schaalsprong`. */
export async function futuresFile(cases: Cases, form: FuturesForm): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  if (form === 'csv') {
    const encoder = new TextEncoder();
    for (const part of csvParts(cases)) parts.push(encoder.encode(part));
    return parts;
  }
  const last = cases.columns.at(-1);
  const about = last?.kind === 'category' ? (last.categories[0] ?? '') : '';
  for await (const part of parquetParts(cases, { schaalsprong: about })) parts.push(part);
  return parts;
}
