import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { cellNumber } from '../cases/cell.ts';
import type { FuturesProblem } from '../problems.ts';
import type { Correlations } from './correlation-matrix.ts';
import { correlationProblems } from './correlation-problems.ts';
import { refuse } from './problems.ts';

interface Line {
  readonly cells: readonly string[];
  readonly number: number;
}

/**
 * Reads correlations from CSV: a line of names, then a line of numbers per name, which may begin with the name; rows
 * with names may stand in any order. With `;` or tabs between the cells decimals may stand behind a comma.
 *
 * @param file its name, for messages
 * @throws FuturesError with every fault and its line; whether the numbers are correlations is not looked at here
 */
export function readCorrelations(file: string, text: string): Correlations {
  const [header, ...lines] = linesOf(file, text);
  const named = lines.length > 0 && lines.every(({ cells }) => cellNumber(cells[0] ?? '', true) === null);
  const names = (header?.cells ?? []).slice(named ? 1 : 0);
  const commas = delimiterOf(text) !== ',';
  const found: FuturesProblem[] = [];
  const rows = lines.map(({ cells, number }) => {
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
      if (value === undefined) found.push(correlationProblems.cell(file, number, names[i] ?? '', cell));
      return value ?? Number.NaN;
    });
  });
  if (!named) {
    refuse(found);
    return { names, values: rows };
  }
  const rowNames = lines.map(({ cells }) => cells[0] ?? '');
  const missing = names.filter((name) => !rowNames.includes(name));
  const extra = rowNames.filter((name) => !names.includes(name));
  if (missing.length + extra.length > 0) found.push(correlationProblems.rows(file, missing, extra));
  refuse(found);
  return { names, values: names.map((name) => rows[rowNames.indexOf(name)] ?? []) };
}

const delimiterOf = (text: string): string => {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return [';', '\t'].find((mark) => first.includes(mark)) ?? ',';
};

function linesOf(file: string, text: string): readonly Line[] {
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return parsed.map(({ record, info }) => ({ cells: record, number: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refuse([correlationProblems.csv(file, Number(error.lines ?? 1), { nl: error.code, en: error.code })]);
    return [];
  }
}
