import { at, int32At } from '@schaalsprong/words';
import { z } from 'zod';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import type { Cases, Column, NumberColumn } from './cases.ts';
import { futureColumn, provenanceColumn } from './futures-table.ts';
import { caseProblems } from './problems.ts';
import { columnAt, type ReadTimes } from './read-times.ts';
import { takeRows } from './select.ts';

/** The first columns of a table of several futures over time, as `simulate --out` writes it to CSV and Parquet. */
const head = [futureColumn, 'Time'] as const;
/** Of rows that are missing or double no more than this are listed. */
const mostListed = 20;

/**
 * Cases are one row per future. A table of several futures over time has a row per future and saved time. A method would take
 * each row for a future and the time for an input, so the table is reduced to a row per future first: columns that hold still
 * within every future are inputs and stay, all others are outcomes and are read at the times asked. Future and time are labels.
 *
 * @param file its name, for messages
 * @param when the last time by default
 * @throws FuturesError where times are asked of a table that has none; for a time that was not saved; where a future has no
 *   row at a time, or several; where nothing but the outcomes differs between the futures, so that there are no inputs
 */
export function casesPerFuture(file: string, cases: Cases, when: ReadTimes = 'last'): Cases {
  const [future, time, ...rest] = cases.columns;
  if (!isFuture(future) || !isTime(time)) {
    if (when === 'last') return isFuture(future) ? ofPages(cases, future) : cases;
    throw new FuturesError([caseProblems.noTimes(file)]);
  }
  const times = [...new Set(time.values)].sort((a, b) => a - b);
  const wanted = when === 'last' ? times.slice(-1) : typeof when === 'number' ? [when] : when;
  const missing = wanted.filter((one) => !times.includes(one));
  if (missing.length > 0) throw new FuturesError(missing.map((one) => caseProblems.time(file, one, times)));
  const labels = [...(cases.labels ?? []), ...head];
  const futures = futuresOf(future.values);
  if (futures.numbers.length === cases.count) return { ...cases, labels };

  const rows = wanted.map((one) => rowsAt(file, one, time.values, futures));
  const [first = new Int32Array()] = rows;
  const inputs = new Set(rest.filter((column) => holdsStill(column, futures, first)));
  if (![...inputs].some(({ values }) => differs(values, first)))
    throw new FuturesError([caseProblems.overTime(file, cases.count, futures.numbers.length, times.length)]);
  const outcomes = rest
    .filter((column) => !inputs.has(column))
    .flatMap((column) =>
      wanted.map((one, i) => ({
        ...takeRows(column, at(rows, i)),
        name: columnAt(column.name, one, when),
      })),
    );
  return {
    count: futures.numbers.length,
    columns: [...[future, time, ...inputs].map((column) => takeRows(column, first)), ...outcomes],
    outcomes: outcomes.map(({ name }) => name),
    labels,
  };
}

/**
 * A table as pages give it away (`futuresTable`): its first column is the number of the future, and the last one says in its first row
 * what made it and which columns are outcomes.
 */
function ofPages(cases: Cases, future: NumberColumn): Cases {
  const last = cases.columns.at(-1);
  const isWhole = future.values.every((number, row) => number === row);
  if (!isWhole || last?.kind !== 'category' || !last.name.startsWith(provenanceColumn)) return cases;
  const outcomes = outcomesIn(last.categories[0] ?? '').filter((name) =>
    cases.columns.some((column) => column.name === name),
  );
  return { ...cases, outcomes, labels: [...(cases.labels ?? []), future.name, last.name] };
}

/** The outcomes that a provenance names; none where it is of somebody else. */
function outcomesIn(text: string): readonly string[] {
  try {
    const { outcomes } = z.object({ outcomes: z.array(z.string()) }).parse(JSON.parse(text));
    return outcomes;
  } catch {
    return [];
  }
}

const isFuture = (column: Column | undefined): column is NumberColumn =>
  column?.name === head[0] && column.kind === 'integer';
const isTime = (column: Column | undefined): column is NumberColumn =>
  column?.name === head[1] && column.kind !== 'category';

/** The futures of a table, in the order of their first rows. */
interface Futures {
  readonly numbers: readonly number[];
  /** Per row the place of its future. */
  readonly places: Int32Array;
}

function futuresOf(values: Column['values']): Futures {
  const places = new Map<number, number>();
  const of = Int32Array.from(values, (number) => {
    const place = places.get(number) ?? places.size;
    places.set(number, place);
    return place;
  });
  return { numbers: [...places.keys()], places: of };
}

/** Per future its row at one time. */
function rowsAt(
  file: string,
  when: number,
  times: Column['values'],
  { numbers, places }: Futures,
): Int32Array {
  const rows = new Int32Array(numbers.length).fill(-1);
  const problems: FuturesProblem[] = [];
  for (const [row, place] of places.entries()) {
    if (times[row] !== when) continue;
    if (rows[place] !== -1) problems.push(caseProblems.rowTwice(file, at(numbers, place), when));
    rows[place] = row;
  }
  for (const [place, row] of rows.entries())
    if (row === -1) problems.push(caseProblems.noRow(file, at(numbers, place), when));
  if (problems.length > 0) throw new FuturesError(problems.slice(0, mostListed));
  return rows;
}

/** Whether a column has one value in all rows of each future: what went into a model does, an outcome as a rule does not. */
function holdsStill({ values }: Column, { places }: Futures, first: Int32Array): boolean {
  return places.every((place, row) => Object.is(values[row], values[int32At(first, place)]));
}

/** Whether a column has more than one value in these rows. */
const differs = (values: Column['values'], rows: Int32Array): boolean =>
  rows.some((row) => !Object.is(values[row], values[int32At(rows, 0)]));
