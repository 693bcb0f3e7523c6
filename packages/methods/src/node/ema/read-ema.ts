import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { numberAt } from '@schaalsprong/words';
import {
  type EmaMetadata,
  emaMetadataSchema,
  experimentsFile,
  isTimeOutcome,
  labels,
  metadataFile,
} from '../../archive/ema.ts';
import { emaProblems } from '../../archive/ema-problems.ts';
import { NpyFault, readNpy } from '../../archive/npy.ts';
import { linesOf, RowFault, readNumberRows } from '../../archive/number-rows.ts';
import { type TarEntry, TarFault, tarEntries } from '../../archive/tar.ts';
import { type Cases, type Column, columnOf, type NumberColumn } from '../../cases/cases.ts';
import { caseProblems } from '../../cases/problems.ts';
import { readCsvCases } from '../../cases/read-csv.ts';
import { columnAt, type ReadTimes } from '../../cases/read-times.ts';
import { FuturesError, type FuturesProblem } from '../../problems.ts';

/** The form before `metadata.json`: types and shapes in files of their own. */
const oldTypes = 'experiments metadata.csv';
const oldShapes = 'outcomes metadata.csv';
/** More columns out of one outcome than this nobody means to look at. */
const mostColumns = 1000;

/** An outcome, and in which file it stands; of one that has a file per replication, each is one. */
interface Place {
  readonly name: string;
  readonly file: string;
}

/** What an archive says of itself. */
interface Contents {
  readonly experiments: Cases;
  readonly outcomes: readonly Place[];
  /** The times of outcomes, where the archive has them. */
  readonly times: readonly number[] | null;
}

/**
 * Reads an archive of EMA Workbench (2.0 to 3.0) as cases: the experiments, and of every outcome its value, or of one over
 * time its last value or those that are asked. It is read twice, as a stream: memory is that of the cases, whatever the
 * length of the series.
 *
 * @throws FuturesError naming the file in the archive, and the line
 */
export async function readEmaCases(path: string, at: ReadTimes = 'last'): Promise<Cases> {
  const archive = basename(path);
  try {
    const { experiments, outcomes, times } = await readContents(path, archive);
    const wanted = timesWanted(archive, at, times);
    const columns = new Map<string, readonly NumberColumn[]>();
    const problems: FuturesProblem[] = [];
    for await (const entry of entriesOf(path)) {
      for (const place of outcomes.filter(({ file }) => file === entry.name)) {
        if (isTimeOutcome(place.name)) continue;
        try {
          columns.set(place.name, await readOutcome(entry, place, experiments.count, wanted, archive));
        } catch (error) {
          problems.push(faultOf(error, archive, entry.name));
        }
      }
    }
    const made = outcomes.flatMap(({ name, file }) => {
      if (isTimeOutcome(name)) return [];
      const found = columns.get(name);
      if (found === undefined && problems.length === 0) problems.push(emaProblems.missing(archive, file));
      return found ?? [];
    });
    for (const { name } of made) {
      if (columnOf(experiments, name) !== undefined) problems.push(emaProblems.both(archive, name));
    }
    if (problems.length > 0) throw new FuturesError(problems);
    return {
      count: experiments.count,
      columns: [...experiments.columns, ...made],
      outcomes: made.map(({ name }) => name),
      labels: labelsOf(experiments),
    };
  } catch (error) {
    if (error instanceof TarFault || isGzipFault(error))
      throw new FuturesError([emaProblems.notArchive(archive)]);
    throw error;
  }
}

const entriesOf = (path: string): AsyncGenerator<TarEntry> => tarEntries(unpacked(path));

/** Errors of the file and of what is packed in it come through the loop that reads. */
async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(path);
  const bytes = createGunzip();
  packed.on('error', (error) => bytes.destroy(error));
  try {
    yield* packed.pipe(bytes) as AsyncIterable<Uint8Array>;
  } finally {
    packed.destroy();
  }
}

const isGzipFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));

async function whole(entry: TarEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.size);
  let at = 0;
  for await (const piece of entry.content()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const textOf = async (entry: TarEntry): Promise<string> => new TextDecoder().decode(await whole(entry));

/** The first reading: everything but the outcomes. */
async function readContents(path: string, archive: string): Promise<Contents> {
  const texts = new Map<string, string>();
  const names = new Set<string>();
  let times: readonly number[] | null = null;
  for await (const entry of entriesOf(path)) {
    names.add(entry.name);
    if ([experimentsFile, metadataFile, oldTypes, oldShapes].includes(entry.name)) {
      texts.set(entry.name, await textOf(entry));
    } else if (isTimeOutcome(entry.name.replace(/\.csv$/, ''))) {
      // The same times in every row; the first may hold names.
      let last = '';
      for await (const line of linesOf(entry.content())) last = line;
      times = last.split(',').map(Number);
    }
  }
  const text = texts.get(experimentsFile);
  if (text === undefined) throw new FuturesError([emaProblems.missing(archive, experimentsFile)]);
  const { types, outcomes } = metadataOf(archive, texts, names);
  const words = [...types].flatMap(([name, type]) => (/^(category|object|str)/.test(type) ? [name] : []));
  const read = readCsvCases(`${archive}: ${experimentsFile}`, text, { delimiter: ',', words });
  const columns = read.columns.map((column): Column => {
    if (column.kind === 'category') return column;
    const kind = types.get(column.name)?.startsWith('float') === true ? 'real' : column.kind;
    return { ...column, kind };
  });
  return { experiments: { ...read, columns }, outcomes, times };
}

interface Described {
  readonly types: ReadonlyMap<string, string>;
  readonly outcomes: readonly Place[];
}

function metadataOf(
  archive: string,
  texts: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): Described {
  const text = texts.get(metadataFile);
  if (text === undefined) return oldMetadata(archive, texts, names);
  const metadata = parseMetadata(archive, text);
  return {
    types: new Map(Object.entries(metadata.experiments)),
    outcomes: metadata.outcomes.map(([, name, file]) => ({ name, file })),
  };
}

function parseMetadata(archive: string, text: string): EmaMetadata {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FuturesError([emaProblems.metadata(archive, metadataFile)]);
  }
  const parsed = emaMetadataSchema.safeParse(value);
  if (!parsed.success) throw new FuturesError([emaProblems.metadata(archive, metadataFile)]);
  return parsed.data;
}

/** Archives of before version 2.1: `NAME,TYPE` per column, and `NAME,(SHAPE)` per outcome. */
function oldMetadata(
  archive: string,
  texts: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): Described {
  const lines = (file: string): readonly string[] => {
    const text = texts.get(file);
    if (text === undefined) throw new FuturesError([emaProblems.missing(archive, file)]);
    return text.split(/\r?\n/).filter((line) => line !== '');
  };
  const types = lines(oldTypes).map((line): [string, string] => {
    const at = line.lastIndexOf(',');
    return [line.slice(0, at), line.slice(at + 1)];
  });
  const outcomes = lines(oldShapes).flatMap((line): Place[] => {
    const name = /^(.*),\(.*\)$/.exec(line)?.[1];
    if (name === undefined) throw new FuturesError([emaProblems.metadata(archive, oldShapes)]);
    if (names.has(`${name}.csv`)) return [{ name, file: `${name}.csv` }];
    const places: Place[] = [];
    for (let i = 0; names.has(`${name}_${i}.csv`); i++)
      places.push({ name: `${name} [${i}]`, file: `${name}_${i}.csv` });
    return places.length > 0 ? places : [{ name, file: `${name}.csv` }];
  });
  return { types: new Map(types), outcomes };
}

/** Places in a series to read, and what the columns are called by. */
interface Wanted {
  readonly places: ((width: number) => readonly number[]) | readonly number[];
  readonly title: (name: string, i: number) => string;
}

function timesWanted(archive: string, at: ReadTimes, times: readonly number[] | null): Wanted {
  if (at === 'last') return { places: (width) => [width - 1], title: (name) => name };
  const wanted = typeof at === 'number' ? [at] : at;
  const missing = wanted.filter((time) => times?.includes(time) !== true);
  if (missing.length > 0)
    throw new FuturesError(missing.map((time) => emaProblems.time(archive, time, times ?? [])));
  return {
    places: wanted.map((time) => times?.indexOf(time) ?? -1),
    title: (name, i) => columnAt(name, wanted[i] ?? Number.NaN, at),
  };
}

/** An outcome with one value per experiment is read whatever times are asked. */
const chosen = ({ places }: Wanted, width: number): readonly number[] =>
  width === 1 ? [0] : typeof places === 'function' ? places(width) : places;

async function readOutcome(
  entry: TarEntry,
  { name, file }: Place,
  count: number,
  wanted: Wanted,
  archive: string,
): Promise<readonly NumberColumn[]> {
  const titled = (base: string, width: number, i: number): string =>
    width === 1 ? base : wanted.title(base, i);
  if (/\.npy$/.test(file)) {
    const { shape, values } = readNpy(await whole(entry));
    const [rows = 0, ...inner] = shape;
    const width = inner.at(-1) ?? 1;
    const groups = inner.slice(0, -1).reduce((product, size) => product * size, 1);
    if (rows !== count) throw new FuturesError([emaProblems.rows(archive, file, rows, count)]);
    const picked = chosen(wanted, width);
    if (groups * picked.length > mostColumns)
      throw new FuturesError([emaProblems.wide(archive, file, groups * picked.length)]);
    return Array.from({ length: groups }, (_, group) =>
      picked.map((time, i): NumberColumn => {
        const base = groups === 1 ? name : `${name} [${group}]`;
        const cell = (row: number): number => numberAt(values, (row * groups + group) * width + time);
        return {
          name: titled(base, width, i),
          kind: 'real',
          values: Float64Array.from({ length: count }, (_, row) => cell(row)),
        };
      }),
    ).flat();
  }
  const read = await readNumberRows(entry.content(), count, (width) => chosen(wanted, width));
  if (read.rows !== count) throw new FuturesError([emaProblems.rows(archive, file, read.rows, count)]);
  return read.columns.map(
    (values, i): NumberColumn => ({
      name: titled(name, read.width, i),
      kind: 'real',
      values: values.slice(),
    }),
  );
}

function faultOf(error: unknown, archive: string, file: string): FuturesProblem {
  if (error instanceof RowFault)
    return caseProblems.number(`${archive}: ${file}`, error.line, '', error.message);
  if (error instanceof NpyFault) return emaProblems.array(archive, file, error.message);
  if (error instanceof FuturesError && error.problems[0] !== undefined) return error.problems[0];
  throw error;
}

/** Columns that say which experiment it is: its number and model, and its policy where all have the same. */
const labelsOf = ({ columns }: Cases): readonly string[] =>
  columns.flatMap((column) => {
    const isLabel = labels.some((label) => label === column.name);
    const same = column.values.every((value) => Object.is(value, column.values[0]));
    return isLabel && (column.name !== 'policy' || same) ? [column.name] : [];
  });
