/**
 * Figures from files: CSV of any size, Excel, SDMX-CSV, the open data of DUO, and figures that were typed over by hand. Each by the
 * mapping of its source in sources.yaml. Nothing here reads a disk or the network: bytes come in, figures go out.
 */

import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { ReadError } from '@schaalsprong/reading/documents';
import { sniff } from '@schaalsprong/reading/office';
import type { Fill, Text } from '@schaalsprong/words';
import { batchOf } from '../batch.ts';
import type { Doubt } from '../checks/doubt.ts';
import type { Batch } from '../facts.ts';
import { MonitorError, monitorProblem } from '../problems.ts';
import { decodeText } from './decode.ts';
import { excelRows } from './excel.ts';
import { readByHand } from './hand.ts';
import { type FileLimits, fileLimits } from './limits.ts';
import { mapTable } from './mapped.ts';
import { type FilesCode, filesCatalogue } from './problems.ts';
import { csvFileRows, type Row, tableOf } from './table.ts';

export { handColumns } from './hand.ts';
export { type FileLimits, fileLimits } from './limits.ts';
export { filesCatalogue } from './problems.ts';

/** What is known of a file besides its bytes. */
export interface AboutFile {
  /** its name, for people */
  readonly name: string;
  /** day of publication, `2026-06-23`; null where that is not known */
  readonly published: string | null;
  /** UTC */
  readonly retrieved: string;
  /** where it was fetched; empty for a file of one's own */
  readonly address: string;
  readonly signal?: AbortSignal | undefined;
  /** how many bytes were read so far */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** What a file gives. */
export interface FileRead {
  /** one, or of figures by hand one per day of publication */
  readonly batches: readonly Batch[];
  readonly doubts: readonly Doubt[];
  readonly warnings: readonly Text[];
}

/** Kinds of sources that are files. */
export const fileKinds = ['duo-csv', 'csv', 'excel', 'sdmx-csv', 'by-hand'] as const;

const fault = (code: FilesCode, path: string, values: Readonly<Record<string, Fill>> = {}): MonitorError =>
  new MonitorError([monitorProblem(filesCatalogue, code, path, values)]);

/** Enough of a file to see what it is. */
const headBytes = 65_536;

/**
 * Reads a file of figures. A CSV is read in pieces, so that one of any size takes little memory; an Excel file is refused above a
 * limit. What it is, is seen by its content and not by its name.
 *
 * What the file leaves out is not withdrawn, since offices publish files of the last years only.
 *
 * @param source of sources.yaml, of one of `fileKinds`
 * @param pieces its bytes
 * @param about its name, and when it was published
 * @param limits what not to go beyond; the usual ones where left out
 * @throws MonitorError that says in both languages what is wrong, on which line, and what to do; then nothing was taken
 */
export async function readSourceFile(
  source: StatisticsSource,
  region: Region,
  pieces: AsyncIterable<Uint8Array>,
  about: AboutFile,
  limits: FileLimits = fileLimits,
): Promise<FileRead> {
  const bytes = counted(pieces, about);
  try {
    const head = await headOf(bytes);
    if (head.length === 0) throw fault('MONITOR_FILE_EMPTY', about.name);
    const isExcel = checkKind(head, source.kind, about.name);
    const rows = isExcel
      ? once(excelRows(await whole(head, bytes, about.name, limits), excelForm(source, about), limits))
      : csvFileRows(about.name, decodeText(chain(head, bytes), about.name), csvForm(source, limits));
    const table = await tableOf(about.name, rows);
    return source.kind === 'by-hand'
      ? { batches: await handBatches(source, region, table, about), doubts: [], warnings: [] }
      : await mappedBatch(source, region, table, about, limits);
  } finally {
    await bytes.return?.(undefined);
  }
}

const excelForm = ({ sheet, skipRows }: StatisticsSource, { name }: AboutFile) => ({
  name,
  sheet: sheet ?? null,
  skipRows,
});
const csvForm = ({ delimiter, skipRows }: StatisticsSource, limits: FileLimits) => ({
  separator: delimiter,
  skipRows,
  longestRow: limits.row,
});

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  { signal, onBytes }: AboutFile,
): AsyncGenerator<Uint8Array, void, undefined> {
  let done = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    done += piece.length;
    onBytes?.(done);
    yield piece;
  }
}

async function* once(rows: readonly Row[]): AsyncGenerator<readonly Row[], void, undefined> {
  if (rows.length > 0) yield rows;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function headOf(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let size = 0; size < headBytes; ) {
    const { done, value } = await bytes.next();
    if (done) break;
    parts.push(value);
    size += value.length;
  }
  return concat(parts);
}

async function* chain(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield head;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}

async function whole(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  name: string,
  { excel }: FileLimits,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of chain(head, rest)) {
    parts.push(piece);
    size += piece.length;
    if (size > excel) {
      throw fault('MONITOR_FILE_TOO_LARGE', name, {
        found: `> ${excel / 1024 ** 2}`,
        most: excel / 1024 ** 2,
      });
    }
  }
  return concat(parts);
}

const words = {
  excel: { nl: 'een Excel-bestand (.xlsx)', en: 'an Excel file (.xlsx)' },
  oldExcel: { nl: 'een oud Excel-bestand (.xls)', en: 'an old Excel file (.xls)' },
  csv: { nl: 'een CSV-bestand', en: 'a CSV file' },
  pdf: { nl: 'een PDF', en: 'a PDF' },
  page: { nl: 'een webpagina', en: 'a web page' },
  json: { nl: 'JSON', en: 'JSON' },
  archive: { nl: 'een archief (zip)', en: 'an archive (zip)' },
  other: { nl: 'iets anders dan tekst', en: 'something else than text' },
} as const;

/** Whether a file is a workbook; the names of its parts are in an archive as they are. */
const isWorkbook = (head: Uint8Array): boolean =>
  new TextDecoder('windows-1252').decode(head).search(/xl\/|\[Content_Types\]\.xml/) >= 0;

/** @returns whether it is an Excel file, where the source is one */
function checkKind(head: Uint8Array, kind: StatisticsSource['kind'], name: string): boolean {
  const wantsExcel = kind === 'excel';
  const expected = wantsExcel ? words.excel : words.csv;
  const found = kindOf(head, name);
  const isGood = wantsExcel ? found === words.excel : found === null;
  if (!isGood) throw fault('MONITOR_FILE_KIND', name, { found: found ?? words.csv, expected });
  return wantsExcel;
}

/** What a file is, in words; null for text. */
function kindOf(head: Uint8Array, name: string): Text | null {
  try {
    const { format, ...rest } = sniff(head);
    if (format === 'pdf') return words.pdf;
    if (format === 'zip') return isWorkbook(head) ? words.excel : words.archive;
    if (format === 'html') return words.page;
    const text = 'decoded' in rest ? rest.decoded.text : '';
    return /^\uFEFF?\s*[[{]/.test(text) ? words.json : null;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    if (error.code === 'READ_ENCRYPTED') throw fault('MONITOR_FILE_ENCRYPTED', name);
    // Old programs of one office suite wrote all their documents in the same kind of container.
    if (error.code === 'READ_OLD_WORD') return words.oldExcel;
    const { what } = error.values;
    return typeof what === 'object' ? what : words.other;
  }
}

async function handBatches(
  source: StatisticsSource,
  region: Region,
  table: Parameters<typeof readByHand>[2],
  about: AboutFile,
): Promise<readonly Batch[]> {
  const found = await readByHand(source, region, table);
  return Promise.all(
    found.map(({ published, facts }) =>
      batchOf(source, facts, {
        published: published ?? about.published,
        retrieved: about.retrieved,
        address: about.address,
        covers: null,
      }),
    ),
  );
}

async function mappedBatch(
  source: StatisticsSource,
  region: Region,
  table: Parameters<typeof readByHand>[2],
  about: AboutFile,
  limits: FileLimits,
): Promise<FileRead> {
  const { facts, doubts, others, rows, absent } = await mapTable(
    source,
    region,
    table,
    about.address,
    limits,
  );
  const batch = await batchOf(source, facts, {
    published: about.published,
    retrieved: about.retrieved,
    address: about.address,
    covers: null,
  });
  const warnings: Text[] = [];
  if (others > 0) {
    warnings.push({
      nl: `Van ${rows} rijen horen er ${others} bij een ander gebied, soort of jaar; die tellen niet mee.`,
      en: `Of ${rows} rows ${others} are of another area, kind or year; they do not count.`,
    });
  }
  for (const [series, areas] of absent) {
    warnings.push({
      nl: `${series}: geen rij van ${areas.join(', ')}.`,
      en: `${series}: no row of ${areas.join(', ')}.`,
    });
  }
  return { batches: [batch], doubts, warnings };
}
