import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import { compareTexts, must, nearest, type Text } from '@schaalsprong/words';
import { keyOf } from '../batch.ts';
import type { Fact } from '../facts.ts';
import { MonitorError, type MonitorProblem, monitorProblem } from '../problems.ts';
import { type ReadCell, readCell } from './numbers.ts';
import { filesCatalogue } from './problems.ts';
import type { Cell, FigureTable, Row } from './table.ts';

/** The columns of figures that were entered by hand: those of the observation files of a region. */
export const handColumns = {
  required: ['indicator', 'area', 'period', 'value', 'unit', 'status', 'source'],
  optional: ['note', 'published'],
} as const;
const standings = ['observed', 'provisional', 'derived', 'reported', 'expected'] as const;
/** Maximum number of faults that one refusal lists. */
const mostProblems = 50;
/** Maximum number of known names that a fault lists. */
const mostNames = 12;

/** Figures of one day of publication; null where the rows do not say it. */
export interface Published {
  readonly published: string | null;
  readonly facts: readonly Fact[];
}

/**
 * Figures that were typed over from a report, each with where it stands. Who types can fix, so that every fault refuses the file.
 *
 * @returns the figures by day of publication, oldest first and those without a day before them
 * @throws MonitorError with every cell that is wrong, its line, and what comes near
 */
export async function readByHand(
  source: StatisticsSource,
  region: Region,
  table: FigureTable,
): Promise<readonly Published[]> {
  const rules = cellRules(source, region);
  const columns = columnsOf(source, table);
  const secret = new Set(source.secret);
  const problems: MonitorProblem[] = [];
  const byDay = new Map<string, Map<string, Fact>>();
  for await (const rows of table.rows) {
    for (const row of rows) {
      const typed = new TypedRow(row, columns, table.name);
      const value = readCell(typed.cell('value'), source.decimal, secret);
      const faults = rules.flatMap((rule) => rule(typed, value) ?? []);
      problems.push(...faults);
      if (problems.length >= mostProblems) throw new MonitorError(problems);
      const fact = factOf(typed, value);
      if (faults.length > 0 || fact === null) continue;
      const day = typed.text('published');
      const facts = byDay.get(day) ?? new Map<string, Fact>();
      const first = facts.get(keyOf(fact));
      if (first !== undefined && first.value !== fact.value) problems.push(twice(typed, first));
      byDay.set(day, facts.set(keyOf(fact), fact));
    }
  }
  if (problems.length > 0) throw new MonitorError(problems);
  return [...byDay]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([day, facts]) => ({ published: day || null, facts: [...facts.values()] }));
}

type Column = (typeof handColumns)['required' | 'optional'][number];

/**
 * Indices of the columns in the header.
 * @throws MonitorError with every required column that is missing
 */
function columnsOf(source: StatisticsSource, { name, header }: FigureTable): ReadonlyMap<Column, number> {
  const missing = handColumns.required.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new MonitorError(
      missing.map((column) =>
        monitorProblem(filesCatalogue, 'MONITOR_COLUMN_UNKNOWN', name, {
          series: source.id,
          found: column,
          known: header.join(', '),
          nearest: nearest(column, header).join(', ') || '-',
        }),
      ),
    );
  }
  const all = [...handColumns.required, ...handColumns.optional];
  return new Map(all.map((column) => [column, header.indexOf(column)]));
}

/** A row of the file, its cells by the name of their column. */
class TypedRow {
  readonly #row: Row;
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #name: string;

  constructor(row: Row, columns: ReadonlyMap<Column, number>, name: string) {
    this.#row = row;
    this.#columns = columns;
    this.#name = name;
  }

  /** Empty where the row is shorter than the header, or an optional column is missing. */
  cell(column: Column): Cell {
    return this.#row.cells[must(this.#columns, column)] ?? '';
  }

  text(column: Column): string {
    return String(this.cell(column)).trim();
  }

  problem(column: Column, expected: Text, near: readonly string[] = []): MonitorProblem {
    return monitorProblem(filesCatalogue, 'MONITOR_HAND_CELL', `${this.#name}:${this.#row.line}`, {
      column,
      found: `"${this.text(column)}"`,
      expected,
      nearest: near.join(', ') || '-',
    });
  }
}

/** What is wrong with a row; null for nothing. */
type CellRule = (row: TypedRow, value: ReadCell) => MonitorProblem | null;

/** The rules for the cells of a row, in the order in which their faults are listed. */
function cellRules(source: StatisticsSource, region: Region): readonly CellRule[] {
  const own = new Map(source.series.map((of) => [of.series, of]));
  const indicators =
    own.size > 0
      ? own.keys()
      : new Set([
          ...region.observations.map((o) => o.indicator),
          ...region.indicators.flatMap((i) => i.series ?? []),
        ]);
  const units = Object.keys(region.units);
  return [
    oneOf('indicator', [...indicators]),
    oneOf(
      'area',
      region.areas.map(({ code }) => code),
    ),
    oneOf('status', standings),
    (row) => {
      const unit = own.get(row.text('indicator'))?.unit;
      const known = unit === undefined ? units : [unit];
      const found = row.text('unit');
      return known.includes(found) ? null : row.problem('unit', expected.unit, nearest(found, known));
    },
    (row) => (parsePeriod(row.text('period')) === null ? row.problem('period', expected.period) : null),
    (row) => (row.text('source') === '' ? row.problem('source', expected.source) : null),
    (row) => (isDayOrEmpty(row.text('published')) ? null : row.problem('published', expected.published)),
    (row, { value }) => (typeof value === 'string' ? row.problem('value', expected.value) : null),
  ];
}

const expected = {
  unit: { nl: 'een eenheid van region.yaml', en: 'a unit of region.yaml' },
  period: {
    nl: '2023, 2023-Q1, 2023-04 of 2023-04-01',
    en: '2023, 2023-Q1, 2023-04 or 2023-04-01',
  },
  source: {
    nl: 'waar het getal staat: rapport, bladzijde, adres',
    en: 'where the figure stands: report, page, address',
  },
  published: { nl: 'een dag, zoals 2025-02-17, of niets', en: 'a day, such as 2025-02-17, or nothing' },
  value: { nl: 'een getal, of niets', en: 'a number, or nothing' },
} satisfies Partial<Record<Column, Text>>;

/** A cell must be one of the names that are known. */
function oneOf(column: Column, names: readonly string[]): CellRule {
  const list = names.length > mostNames ? `${names.slice(0, mostNames).join(', ')}, ...` : names.join(', ');
  return (row) => {
    const found = row.text(column);
    if (names.includes(found)) return null;
    return row.problem(column, { nl: `een van: ${list}`, en: `one of: ${list}` }, nearest(found, names));
  };
}

const isDayOrEmpty = (day: string): boolean =>
  day === '' || (/^\d{4}-\d{2}-\d{2}$/.test(day) && parsePeriod(day) !== null);

const twice = (row: TypedRow, { value }: Fact): MonitorProblem =>
  row.problem('value', {
    nl: `hetzelfde als elders in dit bestand: ${value}`,
    en: `the same as elsewhere in this file: ${value}`,
  });

/** The figure of a row; null where a rule refuses its status or value. */
function factOf(row: TypedRow, { value, state, decimals, attribute }: ReadCell): Fact | null {
  const standing = standings.find((one) => one === row.text('status'));
  if (standing === undefined || typeof value === 'string') return null;
  return {
    series: row.text('indicator'),
    area: row.text('area'),
    period: row.text('period'),
    value,
    state,
    standing,
    unit: row.text('unit'),
    decimals,
    attribute,
    source: row.text('source'),
    note: row.text('note'),
  };
}
