import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type AsyncBuffer, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import type { Cases, CategoryColumn, Column, NumberColumn } from '../cases/cases.ts';
import { caseProblems } from '../cases/problems.ts';
import { FuturesError } from '../problems.ts';

/** Bytes of a page at most: writers make pages of about a megabyte; a bomb says less than it holds, or says gigabytes. */
const mostPage = 1 << 28;

const limit = (length: number): { readonly maxOutputLength: number } => ({
  maxOutputLength: Math.min(length, mostPage),
});

/**
 * Codecs beside Snappy, which the reader has itself: Node brings them. No page becomes longer than it says.
 *
 * @throws RangeError where it would
 */
export const compressors = {
  GZIP: (input: Uint8Array, length: number): Uint8Array => gunzipSync(input, limit(length)),
  BROTLI: (input: Uint8Array, length: number): Uint8Array => brotliDecompressSync(input, limit(length)),
  ZSTD: (input: Uint8Array, length: number): Uint8Array => zstdDecompressSync(input, limit(length)),
};

type Kind = 'real' | 'integer' | 'truth' | 'words';

/**
 * Reads Parquet as cases, column by column: numbers, truth values and words. A column `__index_level_0__`, the count of rows
 * that pandas writes, is left out.
 *
 * @param file its name, for messages
 * @param words columns whose values are words also where they are numbers
 * @throws FuturesError where it is no Parquet, or naming every column that is neither numbers nor words
 */
export async function readParquetCases(
  file: string,
  buffer: AsyncBuffer,
  words: readonly string[] = [],
): Promise<Cases> {
  try {
    const metadata = await parquetMetadataAsync(buffer);
    const { children } = parquetSchema(metadata);
    const kinds = children.flatMap(({ element, children: inner }) => {
      const { name } = element;
      if (name === '__index_level_0__') return [];
      const kind = inner.length > 0 ? null : words.includes(name) ? 'words' : kindOf(element);
      return [{ name, kind, type: element.converted_type ?? element.type ?? '' }];
    });
    const problems = kinds.flatMap(({ name, kind, type }) =>
      kind === null ? [caseProblems.columnType(file, name, type)] : [],
    );
    const count = Number(metadata.num_rows);
    if (count === 0 || kinds.length === 0) problems.push(caseProblems.empty(file));
    if (problems.length > 0) throw new FuturesError(problems);
    const makers = new Map(
      kinds.flatMap(({ name, kind }) => (kind === null ? [] : [[name, new ColumnMaker(name, kind, count)]])),
    );
    await parquetRead({
      file: buffer,
      metadata,
      columns: [...makers.keys()],
      compressors,
      onChunk: ({ columnName, columnData, rowStart }) => {
        makers.get(columnName)?.put(columnData, rowStart);
      },
    });
    return { count, columns: [...makers.values()].map((maker) => maker.end()) };
  } catch (error) {
    if (error instanceof FuturesError || !(error instanceof Error) || 'syscall' in error) throw error;
    throw new FuturesError([caseProblems.noParquet(file, error.message)]);
  }
}

type Element = ReturnType<typeof parquetSchema>['children'][number]['element'];

/** What a column holds; null where that is neither numbers nor words. */
function kindOf({ type, converted_type: converted, logical_type: logical }: Element): Kind | null {
  if (
    logical?.type === 'NULL' ||
    logical?.type === 'FLOAT16' ||
    converted === 'DECIMAL' ||
    logical?.type === 'DECIMAL'
  )
    return 'real';
  if (type === 'BOOLEAN') return 'truth';
  if (type === 'FLOAT' || type === 'DOUBLE') return 'real';
  const plain = converted === undefined || /^U?INT_\d+$/.test(converted);
  if (type === 'INT32' || type === 'INT64') {
    return plain && (logical === undefined || logical.type === 'INTEGER') ? 'integer' : null;
  }
  const isText = converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'STRING';
  return type === 'BYTE_ARRAY' && (isText || (converted === undefined && logical === undefined))
    ? 'words'
    : null;
}

/** Collects the pieces of one column. */
class ColumnMaker {
  readonly #column: NumberColumn | CategoryColumn;
  readonly #codes: Map<string, number>;

  constructor(name: string, kind: Kind, count: number) {
    this.#codes = new Map(kind === 'truth' ? [['false', 0] as const, ['true', 1] as const] : []);
    this.#column =
      kind === 'real' || kind === 'integer'
        ? { name, kind, values: new Float64Array(count).fill(Number.NaN) }
        : { name, kind: 'category', categories: [], values: new Int32Array(count).fill(-1) };
  }

  put(data: ArrayLike<unknown>, from: number): void {
    const { kind, values } = this.#column;
    for (let i = 0; i < data.length; i++) {
      const value = data[i];
      if (value === null || value === undefined) continue;
      values[from + i] = kind === 'category' ? this.#code(String(value)) : Number(value);
    }
  }

  end(): Column {
    return this.#column.kind === 'category'
      ? { ...this.#column, categories: [...this.#codes.keys()] }
      : this.#column;
  }

  #code(word: string): number {
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    this.#codes.set(word, this.#codes.size);
    return this.#codes.size - 1;
  }
}
