import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeText } from '@schaalsprong/model';
import { asyncBufferFromFile } from 'hyparquet';
import type { Cases } from '../cases/cases.ts';
import { casesPerFuture } from '../cases/over-time.ts';
import { caseProblems } from '../cases/problems.ts';
import { type CsvSettings, readCsvCases } from '../cases/read-csv.ts';
import type { ReadTimes } from '../cases/read-times.ts';
import { FuturesError } from '../problems.ts';
import { readEmaCases } from './ema/read-ema.ts';
import { keptCases, openKept } from './kept/open-kept.ts';
import { readParquetCases } from './read-parquet.ts';
import { systemReason } from './reason.ts';

/** How cases are read. */
export interface ReadCasesOptions extends CsvSettings {
  /** Of outcomes over time, in an archive, a folder or a table over time: at which times. Default the last. */
  readonly at?: ReadTimes;
}

/** Text beyond this does not fit in one string of JavaScript. */
const mostTextBytes = 500 * 1024 ** 2;

/**
 * Reads a table of cases, by what is at the path: a folder of kept futures, an archive of EMA Workbench
 * (.tar.gz), Parquet (.parquet), or CSV of any other name.
 *
 * @throws FuturesError with every fault: what cannot be read, cells with their line and column, a time that is not
 *   there, and a table over time without inputs
 */
export async function readCases(path: string, options: ReadCasesOptions = {}): Promise<Cases> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await keptCases(await openKept(path), options.at);
    if (/\.(tar\.gz|tgz)$/i.test(name)) return await readEmaCases(path, options.at);
    if (/\.parquet$/i.test(name)) {
      return casesPerFuture(
        name,
        await readParquetCases(name, await asyncBufferFromFile(path), options.words),
        options.at,
      );
    }
    if (found.size > mostTextBytes) {
      const megabytes = (n: number): number => Math.round(n / 1024 ** 2);
      throw new FuturesError([caseProblems.large(name, megabytes(found.size), megabytes(mostTextBytes))]);
    }
    return casesPerFuture(name, readCsvCases(name, decodeText(await readFile(path)), options), options.at);
  } catch (error) {
    const reason = systemReason(error);
    if (reason === null) throw error;
    throw new FuturesError([caseProblems.unreadable(path, reason)]);
  }
}
