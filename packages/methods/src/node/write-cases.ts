import { writeFileWhole } from '@schaalsprong/model/node';
import { typeOf } from '../archive/ema.ts';
import type { Cases, Column } from '../cases/cases.ts';
import { csvParts } from '../cases/csv-text.ts';
import { parquetParts } from '../cases/parquet-parts.ts';
import { writeEma } from './ema/write-ema.ts';

/** In what form a table of cases is written. */
export type CasesForm = 'csv' | 'parquet' | 'tar.gz';

/** The form that the ending of a file asks for; null where it is none of them. */
export function casesForm(path: string): CasesForm | null {
  const ending = /\.(csv|parquet|tar\.gz)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'parquet' || ending === 'tar.gz' ? ending : null;
}

/**
 * Writes cases to a file, which is written atomically: CSV, Parquet, or an archive that EMA Workbench reads, in which
 * the columns known as outcomes are outcomes and the others experiments.
 *
 * @throws the error of the file system
 */
export async function writeCases(path: string, cases: Cases, form: CasesForm): Promise<void> {
  if (form === 'tar.gz') {
    await writeEma(path, emaOf(cases));
    return;
  }
  const parts = form === 'csv' ? csvBytes(cases) : parquetParts(cases);
  await writeFileWhole(path, async (sink) => {
    for await (const part of parts) await sink.write(part);
  });
}

function* csvBytes(cases: Cases): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const part of csvParts(cases)) yield encoder.encode(part);
}

function emaOf(cases: Cases): Parameters<typeof writeEma>[1] {
  const made = new Set(cases.outcomes);
  const columns = cases.columns.filter(({ name }) => !made.has(name));
  return {
    types: Object.fromEntries(columns.map((column) => [column.name, typeOf(column)])),
    experiments: () => csvParts({ count: cases.count, columns }),
    outcomes: cases.columns
      .filter(({ name }) => made.has(name))
      .map((column) => ({ name: column.name, kind: 'ScalarOutcome', lines: () => valueLines(column) })),
  };
}

/** A number per line; an empty line would be passed over. */
function* valueLines(column: Column): Generator<string> {
  for (let row = 0; row < column.values.length; row++) {
    const value = column.values[row] ?? Number.NaN;
    yield `${column.kind === 'category' ? (column.categories[value] ?? 'NaN') : value}\n`;
  }
}
