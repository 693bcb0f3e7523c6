import type { Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import { at, nearest } from '@schaalsprong/words';
import { askedAreas } from '../connect/cbs/structure.ts';
import { readPeriod } from '../periods.ts';
import { type MonitorProblem, monitorProblem } from '../problems.ts';
import { filesCatalogue } from './problems.ts';
import { sdmxColumns } from './sdmx.ts';

/** Columns that hold the unit of each row, by the names that they usually have. */
const unitColumns = ['unit', 'eenheid', sdmxColumns.unit.toLowerCase()];
const periodPlaceholder = /\{period\}/;

/** A column of values; `period` is in its name where the table has a column per period. */
export interface ValueColumn {
  readonly at: number;
  readonly period: string | null;
}

/** A column that selects rows: those with one of the codes. */
export interface CodeFilter {
  readonly at: number;
  readonly name: string;
  readonly codes: ReadonlySet<string>;
}

/** Which columns of a table hold a series, and which of its rows belong to it. Columns are indices in the header. */
export interface SeriesPlan {
  readonly series: SourceSeries;
  readonly columns: readonly ValueColumn[];
  readonly where: readonly CodeFilter[];
  readonly areaAt: number | null;
  /** areas of the region, by code of the source; the only one where there is no column of areas */
  readonly areas: ReadonlyMap<string, string>;
  readonly periodAt: number | null;
  readonly unitAt: number | null;
  readonly isWanted: (period: string) => boolean;
}

/** The table that is mapped, and where faults in its columns are collected. */
interface Columns {
  readonly header: readonly string[];
  /** name of the file */
  readonly name: string;
  readonly problems: MonitorProblem[];
}

/**
 * Looks up the columns of a series in the header of a table.
 *
 * @param columns receives a problem for each column that is missing or occurs twice
 */
export function planSeries(
  series: SourceSeries,
  source: StatisticsSource,
  region: Region,
  columns: Columns,
): SeriesPlan {
  const { header } = columns;
  const find = (column: string): number => findColumn(column, series, columns);
  const measure = series.measure ?? (source.kind === 'sdmx-csv' ? sdmxColumns.value : '');
  const isWide = periodPlaceholder.test(measure);
  const { dimension } = series.area;
  const areaAt = dimension === undefined ? null : find(dimension);
  const unitAt = header.findIndex((title) => unitColumns.includes(title.toLowerCase()));
  return {
    series,
    areaAt,
    areas: areaAt === null ? new Map([['', onlyArea(series, region)]]) : areasByCode(series, region),
    columns: isWide ? wideColumns(measure, series, columns) : [{ at: find(measure), period: null }],
    where: Object.entries(series.where).map(([column, codes]) => ({
      at: find(column),
      name: column,
      codes: new Set([codes].flat()),
    })),
    periodAt: isWide ? null : find(series.period.dimension),
    unitAt: unitAt < 0 || Object.hasOwn(series.where, at(header, unitAt)) ? null : unitAt,
    isWanted: withinYears(series),
  };
}

function findColumn(column: string, series: SourceSeries, { header, name, problems }: Columns): number {
  const index = header.indexOf(column.trim());
  const known = header.filter((title) => title !== '');
  if (index < 0) {
    problems.push(
      monitorProblem(filesCatalogue, 'MONITOR_COLUMN_UNKNOWN', name, {
        series: series.series,
        found: column,
        known: known.join(', '),
        nearest: nearest(column, known).join(', ') || '-',
      }),
    );
  } else if (header.lastIndexOf(column.trim()) !== index) {
    problems.push(
      monitorProblem(filesCatalogue, 'MONITOR_COLUMN_TWICE', name, { series: series.series, found: column }),
    );
  }
  return index;
}

/** The area of a table that is of one area. */
function onlyArea({ area }: SourceSeries, region: Region): string {
  const [only = region.area] = area.only ?? Object.keys(area.codes ?? {});
  return only;
}

function areasByCode(series: SourceSeries, region: Region): Map<string, string> {
  const areas = new Map<string, string>();
  for (const [mine, theirs] of askedAreas(region, series)) {
    areas.set(theirs, mine);
    // Files of schools and firms write the number of a municipality without its letters, and often without zeros.
    const number = series.area.codes === undefined ? /^GM(\d{4})$/.exec(mine)?.[1] : undefined;
    if (number !== undefined) {
      areas.set(number, mine);
      areas.set(String(Number(number)), mine);
    }
  }
  return areas;
}

/** Whether a period lies in the years of a series. What cannot be read is kept, for the doubt about it. */
function withinYears(series: SourceSeries): (period: string) => boolean {
  const [first, last] = [series.from, series.until].map((day) =>
    day === undefined ? null : parsePeriod(day),
  );
  if (first == null && last == null) return () => true;
  return (period) => {
    const span = parsePeriod(period);
    if (span === null) return true;
    return (first == null || span.start >= first.start) && (last == null || span.end <= last.end);
  };
}

/** Columns with the period in their name: `{period} VROUW` finds `2023 VROUW` and `2024 VROUW`. */
function wideColumns(
  measure: string,
  series: SourceSeries,
  { header, name, problems }: Columns,
): ValueColumn[] {
  const [before = '', after = ''] = measure.split(periodPlaceholder);
  const columns = header.flatMap((title, index): ValueColumn[] => {
    if (title.length <= before.length + after.length) return [];
    if (!title.startsWith(before) || !title.endsWith(after)) return [];
    const period = title.slice(before.length, title.length - after.length);
    return readPeriod(period) === null ? [] : [{ at: index, period }];
  });
  if (columns.length === 0) {
    problems.push(
      monitorProblem(filesCatalogue, 'MONITOR_COLUMN_UNKNOWN', name, {
        series: series.series,
        found: measure,
        known: header.join(', '),
        nearest: '-',
      }),
    );
  }
  return columns;
}
