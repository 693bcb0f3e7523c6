import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeText } from '@schaalsprong/model';
import type { Cases } from '../cases/cases.ts';
import { caseProblems } from '../cases/problems.ts';
import { type CsvSettings, readCsvCases } from '../cases/read-csv.ts';
import { FuturesError } from '../problems.ts';

/** How cases are read. */
export interface ReadCasesOptions extends CsvSettings {}

/** Text beyond this does not fit in one string of JavaScript. */
const mostTextBytes = 500 * 1024 ** 2;

/**
 * Reads a table of cases from a file, by the ending of its name.
 *
 * @param path .csv, .tsv or .txt
 * @throws FuturesError with every fault: what cannot be read, and cells with their line and column
 */
export async function readCases(path: string, options: ReadCasesOptions = {}): Promise<Cases> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > mostTextBytes) {
      const megabytes = (n: number): number => Math.round(n / 1024 ** 2);
      throw new FuturesError([caseProblems.large(name, megabytes(size), megabytes(mostTextBytes))]);
    }
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof FuturesError) throw error;
    throw new FuturesError([caseProblems.unreadable(path, reasonOf(error))]);
  }
  return readCsvCases(name, decodeText(bytes), options);
}

/** What an error of the file system says, in a word: `ENOENT`. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
