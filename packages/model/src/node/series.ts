import { say } from '../problems/say.ts';
import { type Cell, DataFault } from '../read/data-source.ts';
import type { Point } from '../syntax/ast.ts';
import { nameKey } from '../syntax/names.ts';
import { fileTexts } from './texts.ts';

/** Courses over time, by the key of the full name of the variable. */
export type SeriesByKey = ReadonlyMap<string, readonly Point[]>;

/** Whether a table holds courses over time: it says so in its first cell. */
export const holdsSeries = (rows: readonly (readonly Cell[])[]): boolean =>
  /^time$/i.test(String(rows[0]?.[0]));

class Collector {
  readonly series = new Map<string, Point[]>();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** The points of a variable that was not met before. */
  open(name: string, line: number): Point[] {
    const key = nameKey(name);
    if (this.series.has(key)) {
      throw new DataFault(
        say(fileTexts.dataSeriesTwice, { file: this.#file, line, name }),
        say(fileTexts.dataSeriesTwiceHint),
      );
    }
    const points: Point[] = [];
    this.series.set(key, points);
    return points;
  }

  number(cell: Cell, name: string, line: number): number {
    if (typeof cell === 'number') return cell;
    throw new DataFault(
      say(fileTexts.dataSeriesCell, { file: this.#file, line, name, found: cell ?? '' }),
      say(fileTexts.dataSeriesCellHint),
      say(fileTexts.dataSeriesCellExpected),
    );
  }

  /** In order of time; a time that comes twice is a fault. */
  finish(): SeriesByKey {
    for (const [name, points] of this.series) {
      points.sort((a, b) => a[0] - b[0]);
      const twice = points.find(([t], i) => i > 0 && points[i - 1]?.[0] === t);
      if (twice !== undefined) {
        throw new DataFault(
          say(fileTexts.dataSeriesTime, { file: this.#file, name, time: twice[0] }),
          say(fileTexts.dataSeriesTwiceHint),
        );
      }
    }
    return this.series;
  }
}

/**
 * Reads a table with `Time` in its first cell: times down and a variable per column, or times across and a variable
 * per row. An empty cell is a time without observation.
 *
 * @throws DataFault where a cell is no number, or a variable or time comes twice
 */
export function readSeriesTable(file: string, rows: readonly (readonly Cell[])[]): SeriesByKey {
  const found = new Collector(file);
  const [head = [], ...body] = rows;
  if (head.length > 1 && head.slice(1).every((cell) => typeof cell === 'number')) {
    body.forEach(([name, ...cells], row) => {
      if (name === undefined) return;
      const points = found.open(String(name), row + 2);
      cells.forEach((cell, i) => {
        const time = head[i + 1];
        if (cell === undefined || typeof time !== 'number') return;
        points.push([time, found.number(cell, String(name), row + 2)]);
      });
    });
    return found.finish();
  }
  head.slice(1).forEach((name, i) => {
    if (name === undefined) return;
    const points = found.open(String(name), 1);
    body.forEach((row, at) => {
      const cell = row[i + 1];
      if (cell === undefined) return;
      const time = found.number(row[0], 'Time', at + 2);
      points.push([time, found.number(cell, String(name), at + 2)]);
    });
  });
  return found.finish();
}

/**
 * Reads the data form of Vensim (.dat): the name of a variable on a line, then its times and values, a pair per line.
 *
 * @throws DataFault as {@link readSeriesTable}
 */
export function readSeriesList(file: string, rows: readonly (readonly Cell[])[]): SeriesByKey {
  const found = new Collector(file);
  let name = '';
  let points: Point[] | undefined;
  rows.forEach((row, at) => {
    const [first, ...rest] = row.filter((cell) => cell !== undefined);
    if (first === undefined) return;
    if (rest.length === 0) {
      name = String(first);
      points = found.open(name, at + 1);
    } else if (points === undefined) {
      found.number(String(first), 'Time', at + 1);
    } else {
      points.push([found.number(first, name, at + 1), found.number(rest[0], name, at + 1)]);
    }
  });
  return found.finish();
}
