import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import { nearest } from '@schaalsprong/words';
import { keyOf } from '../batch.ts';
import type { Fact } from '../facts.ts';
import { MonitorError, type MonitorProblem, monitorProblem } from '../problems.ts';
import { readCell } from './numbers.ts';
import { filesCatalogue } from './problems.ts';
import type { FigureTable } from './table.ts';

/** The columns of figures that were entered by hand: those of the observation files of a region. */
export const handColumns = {
  required: ['indicator', 'area', 'period', 'value', 'unit', 'status', 'source'],
  optional: ['note', 'published'],
} as const;
const standings = ['observed', 'provisional', 'derived', 'expected'] as const;
const mostTold = 50;

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
  const problems: MonitorProblem[] = [];
  const columns = new Map<string, number>();
  for (const column of [...handColumns.required, ...handColumns.optional]) {
    const at = table.header.indexOf(column);
    if (at >= 0) columns.set(column, at);
    else if (handColumns.required.some((needed) => needed === column)) {
      problems.push(
        monitorProblem(filesCatalogue, 'MONITOR_COLUMN_UNKNOWN', table.name, {
          series: source.id,
          found: column,
          known: table.header.join(', '),
          nearest: nearest(column, table.header).join(', ') || '-',
        }),
      );
    }
  }
  if (problems.length > 0) throw new MonitorError(problems);

  const own = new Map(source.series.map((of) => [of.series, of]));
  const known = {
    indicator:
      own.size > 0
        ? [...own.keys()]
        : [
            ...new Set([
              ...region.observations.map((o) => o.indicator),
              ...region.indicators.flatMap((i) => i.series ?? []),
            ]),
          ],
    area: region.areas.map((area): string => area.code),
    status: standings.map(String),
  };
  const secret = new Set(source.secret);
  const byDay = new Map<string | null, Map<string, Fact>>();
  for await (const rows of table.rows) {
    for (const { cells, line } of rows) {
      const text = (column: string): string => String(cells[columns.get(column) ?? -1] ?? '').trim();
      const before = problems.length;
      const wrong = (column: string, nl: string, en: string, near: readonly string[] = []): void => {
        problems.push(
          monitorProblem(filesCatalogue, 'MONITOR_HAND_CELL', `${table.name}:${line}`, {
            column,
            found: `"${text(column)}"`,
            expected: { nl, en },
            nearest: near.join(', ') || '-',
          }),
        );
      };
      for (const [column, names] of Object.entries(known)) {
        const list = names.length > 12 ? `${names.slice(0, 12).join(', ')}, ...` : names.join(', ');
        if (!names.includes(text(column))) {
          wrong(column, `een van: ${list}`, `one of: ${list}`, nearest(text(column), names));
        }
      }
      const unit = own.get(text('indicator'))?.unit;
      const units = unit === undefined ? Object.keys(region.units) : [unit];
      if (!units.some((one) => one === text('unit'))) {
        wrong('unit', 'een eenheid van region.yaml', 'a unit of region.yaml', nearest(text('unit'), units));
      }
      const period = parsePeriod(text('period'));
      if (period === null)
        wrong('period', '2023, 2023-Q1, 2023-04 of 2023-04-01', '2023, 2023-Q1, 2023-04 or 2023-04-01');
      if (text('source') === '') {
        wrong(
          'source',
          'waar het getal staat: rapport, bladzijde, adres',
          'where the figure stands: report, page, address',
        );
      }
      const day = text('published');
      if (day !== '' && (!/^\d{4}-\d{2}-\d{2}$/.test(day) || parsePeriod(day) === null)) {
        wrong('published', 'een dag, zoals 2025-02-17, of niets', 'a day, such as 2025-02-17, or nothing');
      }
      const cell = readCell(cells[columns.get('value') ?? -1] ?? '', source.decimal, secret);
      if (typeof cell.value === 'string') wrong('value', 'een getal, of niets', 'a number, or nothing');
      const status = standings.find((one) => one === text('status'));
      if (problems.length >= mostTold) throw new MonitorError(problems);
      if (
        problems.length > before ||
        typeof cell.value === 'string' ||
        status === undefined ||
        period === null
      ) {
        continue;
      }
      const fact: Fact = {
        series: text('indicator'),
        area: text('area'),
        period: text('period'),
        value: cell.value,
        state: cell.state,
        standing: status,
        unit: text('unit'),
        decimals: cell.decimals,
        attribute: cell.attribute,
        source: text('source'),
        note: text('note'),
      };
      const facts = byDay.get(day || null) ?? new Map<string, Fact>();
      const first = facts.get(keyOf(fact));
      if (first !== undefined && first.value !== fact.value) {
        wrong(
          'value',
          `hetzelfde als elders in dit bestand: ${first.value}`,
          `the same as elsewhere in this file: ${first.value}`,
        );
      }
      facts.set(keyOf(fact), fact);
      byDay.set(day || null, facts);
    }
  }
  if (problems.length > 0) throw new MonitorError(problems);
  return [...byDay]
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([published, facts]) => ({ published, facts: [...facts.values()] }));
}
