import { CsvFault, type CsvRow, csvRows, separatorIn } from '@schaalsprong/tables/csv';
import { at } from '@schaalsprong/words';
import { cellNumber } from '../../cases/cell.ts';
import { FuturesError, type FuturesProblem } from '../../problems.ts';
import { refuse } from '../problems.ts';
import type { Correlations } from './correlation-matrix.ts';
import { correlationProblems } from './correlation-problems.ts';

/**
 * Reads correlations from CSV: a line of names, then a line of numbers per name, which may begin with the name; rows
 * with names may be in any order. With `;` or tabs between the cells decimals may be behind a comma.
 *
 * @param file its name, for messages
 * @throws FuturesError with every fault and its line; whether the numbers are correlations is not looked at here
 */
export function readCorrelations(file: string, text: string): Correlations {
  const [header, ...lines] = linesOf(file, text);
  const named = lines.length > 0 && lines.every(({ cells }) => cellNumber(at(cells, 0), true) === null);
  // A file without a line has no names, which no matrix has.
  const names = (header?.cells ?? []).slice(named ? 1 : 0);
  const commas = separatorIn(text) !== ',';
  const found: FuturesProblem[] = [];
  const rows = lines.map(({ cells, line: number }) => {
    const numbers = cells.slice(named ? 1 : 0);
    if (numbers.length !== names.length) {
      const wanted = names.length + (named ? 1 : 0);
      const reason = {
        nl: `${cells.length} cellen waar er ${wanted} horen`,
        en: `${cells.length} cells where there should be ${wanted}`,
      };
      found.push(correlationProblems.csv(file, number, reason));
      return [];
    }
    return numbers.map((cell, i) => {
      const value = cellNumber(cell, commas)?.value;
      if (value !== undefined) return value;
      found.push(correlationProblems.cell(file, number, at(names, i), cell));
      return Number.NaN;
    });
  });
  if (!named) {
    refuse(found);
    return { names, values: rows };
  }
  const rowNames = lines.map(({ cells }) => at(cells, 0));
  for (const name of new Set(rowNames.filter((one, i) => names.includes(one) && rowNames.indexOf(one) < i)))
    found.push(correlationProblems.nameTwice(name));
  const missing = names.filter((name) => !rowNames.includes(name));
  const extra = rowNames.filter((name) => !names.includes(name));
  if (missing.length + extra.length > 0) found.push(correlationProblems.rows(file, missing, extra));
  refuse(found);
  return { names, values: names.map((name) => at(rows, rowNames.indexOf(name))) };
}

function linesOf(file: string, text: string): readonly CsvRow[] {
  try {
    return [...csvRows(text, { separator: separatorIn(text), trim: true })];
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw new FuturesError([correlationProblems.csv(file, error.line, error.text)]);
  }
}
