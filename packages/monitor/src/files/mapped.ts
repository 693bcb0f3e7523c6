import type { Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import { type Fill, nearest } from '@schaalsprong/words';
import { type Doubt, doubt } from '../checks/doubt.ts';
import { askedAreas } from '../connect/cbs/structure.ts';
import { gather, isDoubt, sourceText, toFact, unitDoubt } from '../connect/facts.ts';
import type { Fact } from '../facts.ts';
import { markedCertainty, readPeriod } from '../periods.ts';
import { MonitorError, type MonitorProblem, monitorProblem } from '../problems.ts';
import type { FileLimits } from './limits.ts';
import { readCell } from './numbers.ts';
import { type FilesCode, filesCatalogue } from './problems.ts';
import { bareCode, certaintyOf, emptinessOf, sdmxColumns } from './sdmx.ts';
import type { FigureTable, Row } from './table.ts';

/** What a file gives of the series of a source. */
export interface Mapped {
  readonly facts: readonly Fact[];
  readonly doubts: readonly Doubt[];
  /** rows of the file, and how many of them belong to none of its series */
  readonly rows: number;
  readonly others: number;
  /** by series: areas that were asked and of which no row came */
  readonly absent: ReadonlyMap<string, readonly string[]>;
}

const fault = (code: FilesCode, path: string, values: Readonly<Record<string, Fill>> = {}): MonitorProblem =>
  monitorProblem(filesCatalogue, code, path, values);

/** Columns that hold the unit of each row, by the names that they usually have. */
const unitColumns = ['unit', 'eenheid', sdmxColumns.unit.toLowerCase()];
/** DUO writes so of 1 to 4 people. */
const usualSecrets: Partial<Record<StatisticsSource['kind'], readonly string[]>> = { 'duo-csv': ['<5'] };
const places = /\{period\}/;
/** A code as offices write them for an area; one that the region does not have is of another region. */
const officeForm = /^(?:GM\d{4}|(?!GM)[A-Z]{2}[A-Z\d]{1,8})$/;
const mostSeen = 8;

/** A code that is not there must be seen too. */
const shown = (code: string): string => (code === '' ? '""' : code);

/** A column of values; `period` is in its name where the table has a column per period. */
interface ValueColumn {
  readonly at: number;
  readonly period: string | null;
}

/** Where a series is in a table. */
interface Plan {
  readonly series: SourceSeries;
  readonly columns: readonly ValueColumn[];
  readonly where: readonly {
    readonly at: number;
    readonly name: string;
    readonly codes: ReadonlySet<string>;
  }[];
  readonly areaAt: number | null;
  /** of the region, by code of the source; the only one where there is no column of areas */
  readonly areas: ReadonlyMap<string, string>;
  readonly periodAt: number | null;
  readonly unitAt: number | null;
  readonly wanted: (period: string) => boolean;
}

/**
 * Takes a table apart by the mapping of its source in sources.yaml.
 *
 * A row that is of another area, code or time than a series asks is left out and counted. A cell that cannot be read becomes a
 * doubt, and so does a key that is there twice with another value; of the same value it counts once. Rows of several codes under
 * `where` are added up, and all rows of a key where the source says `add`.
 *
 * @param address where it was fetched, for the text on where a figure comes from; empty for a file of one's own
 * @throws MonitorError where a column is missing, where no row belongs to a series, or where too many cells cannot be read: then
 *   nothing is taken
 */
export async function mapTable(
  source: StatisticsSource,
  region: Region,
  table: FigureTable,
  address: string,
  limits: FileLimits,
): Promise<Mapped> {
  const isSdmx = source.kind === 'sdmx-csv';
  const header = isSdmx ? table.header.map(bareCode) : table.header;
  if (source.series.length === 0) {
    const known = header.join(', ');
    throw new MonitorError([fault('MONITOR_FILE_NO_SERIES', table.name, { source: source.id, known })]);
  }
  const problems: MonitorProblem[] = [];
  const plans = source.series.map((series) => planOf(series, source, region, header, table.name, problems));
  if (problems.length > 0) throw new MonitorError(problems);

  const from = sourceText(source, address);
  const secret = new Set([...(usualSecrets[source.kind] ?? []), ...source.secret]);
  const column = (name: string): number => (isSdmx ? header.indexOf(name) : -1);
  const [powerAt, statusAt, secrecyAt] = [sdmxColumns.power, sdmxColumns.status, sdmxColumns.secrecy].map(
    column,
  );
  const text = (row: Row, at: number | null | undefined): string => {
    const cell = at === null || at === undefined || at < 0 ? '' : (row.cells[at] ?? '');
    return isSdmx ? bareCode(String(cell)) : String(cell).trim();
  };

  const made = new Map(source.series.map((series): [SourceSeries, (Fact | Doubt)[]] => [series, []]));
  let count = 0;
  const doubts: Doubt[] = [];
  const strange = new Set<string>();
  const units = new Map<SourceSeries, Set<string>>();
  const seen = new Map<Plan, { rows: number; areas: Set<string>; others: Map<string, Set<string>> }>(
    plans.map((plan) => [plan, { rows: 0, areas: new Set(), others: new Map() }]),
  );
  let rows = 0;
  let others = 0;
  const suspect = (found: Doubt): void => {
    doubts.push(found);
    if (doubts.length <= limits.doubts) return;
    const [first] = doubts;
    throw new MonitorError([
      fault('MONITOR_FILE_DOUBTS', table.name, { most: limits.doubts, found: first?.text ?? '' }),
    ]);
  };

  const take = (plan: Plan, row: Row): boolean => {
    const about = seen.get(plan);
    const { series } = plan;
    const other = (name: string, code: string): false => {
      const codes = about?.others.get(name);
      if (codes === undefined) about?.others.set(name, new Set([shown(code)]));
      else if (codes.size < mostSeen) codes.add(shown(code));
      return false;
    };
    for (const { at, name, codes } of plan.where) {
      const code = text(row, at);
      if (!codes.has(code)) return other(name, code);
    }
    const written = plan.areaAt === null ? '' : text(row, plan.areaAt);
    const area = plan.areas.get(written);
    if (area === undefined) {
      other(series.area.dimension ?? '', written);
      const isListed = series.area.codes !== undefined || series.area.only !== undefined;
      const known = isListed || officeForm.test(written) || /^\d{1,4}$/.test(written);
      if (!known && !strange.has(`${series.series}\n${written}`)) {
        strange.add(`${series.series}\n${written}`);
        const near = nearest(written, plan.areas.keys()).join(', ') || '-';
        const place = `${table.name}:${row.line}`;
        suspect(
          doubt(
            'MONITOR_AREA_UNKNOWN',
            { series: series.series, area: written || '""', period: '' },
            written || '""',
            null,
            { nearest: near },
            place,
          ),
        );
      }
      return false;
    }
    let isTaken = false;
    for (const { at, period } of plan.columns) {
      const said = period ?? text(row, plan.periodAt);
      const read = readPeriod(said);
      if (read !== null && !plan.wanted(read)) {
        other(series.period.dimension, said);
        continue;
      }
      isTaken = true;
      const cell = readCell(row.cells[at] ?? '', source.decimal, secret);
      const status = text(row, statusAt);
      const power = powerAt === undefined || powerAt < 0 ? 0 : Number(text(row, powerAt) || 0);
      const isEmpty = cell.state === 'missing';
      const fact = toFact(
        power === 0 ? series : { ...series, times: series.times * 10 ** power },
        {
          ...cell,
          area,
          period: said,
          state: isEmpty && isSdmx ? emptinessOf(status, text(row, secrecyAt)) : cell.state,
          standing: isSdmx ? certaintyOf(status) : (markedCertainty(said) ?? 'observed'),
          attribute: cell.attribute || status,
        },
        from,
      );
      if (isDoubt(fact)) {
        const place = `${table.name}:${row.line}`;
        const placed = { nl: `${place}: ${fact.text.nl}`, en: `${place}: ${fact.text.en}` };
        const found = { ...fact, text: placed };
        made.get(series)?.push(found);
        suspect(found);
        continue;
      }
      made.get(series)?.push(fact);
      if (++count > limits.facts) {
        throw new MonitorError([fault('MONITOR_FILE_FIGURES', table.name, { most: limits.facts })]);
      }
    }
    if (!isTaken) return false;
    if (about !== undefined) {
      about.rows++;
      about.areas.add(area);
    }
    if (plan.unitAt !== null) {
      const known = units.get(series) ?? new Set();
      known.add(text(row, plan.unitAt));
      units.set(series, known);
    }
    return true;
  };

  for await (const piece of table.rows) {
    for (const row of piece) {
      rows++;
      let taken = false;
      for (const plan of plans) if (take(plan, row)) taken = true;
      if (!taken) others++;
    }
  }

  const facts: Fact[] = [];
  const known = new Set(doubts);
  for (const [series, rows] of made) {
    const parts = Object.values(series.where).reduce((all, codes) => all * [codes].flat().length, 1);
    const gathered = gather(rows, series.add ? 'any' : parts);
    for (const fact of gathered.facts) facts.push(fact);
    for (const found of gathered.doubts) if (!known.has(found)) suspect(found);
  }
  for (const [series, found] of units) {
    for (const unit of found) {
      const changed = unitDoubt(series, unit);
      if (changed !== null) doubts.push(changed);
    }
  }
  const isNothing = (plan: Plan): boolean => seen.get(plan)?.rows === 0;
  if (plans.every(isNothing) && doubts.length === 0) {
    throw new MonitorError(
      plans.map((plan) => nothingOf(plan, seen.get(plan)?.others ?? new Map(), table.name, rows)),
    );
  }
  const absent = plans.flatMap((plan): [string, readonly string[]][] => {
    const areas = [...new Set(plan.areas.values())].filter((area) => !seen.get(plan)?.areas.has(area));
    return areas.length === 0 ? [] : [[plan.series.series, areas]];
  });
  return { facts, doubts, rows, others, absent: new Map(absent) };
}

function nothingOf(
  { series, where, areas }: Plan,
  others: ReadonlyMap<string, ReadonlySet<string>>,
  name: string,
  rows: number,
): MonitorProblem {
  const asked: string[] = where.map(({ name: column, codes }) => `${column} = ${[...codes].join(', ')}`);
  if (series.area.dimension !== undefined) {
    const codes = [...areas.keys()];
    const more = codes.length > mostSeen ? ', ...' : '';
    asked.push(`${series.area.dimension} = ${codes.slice(0, mostSeen).join(', ')}${more}`);
  }
  const known = [...others].map(([column, codes]) => `${column} = ${[...codes].join(', ')}`);
  return fault('MONITOR_FILE_NOTHING', name, {
    series: series.series,
    found: rows,
    expected: asked.join('; ') || series.period.dimension,
    known: known.join('; ') || '-',
  });
}

function planOf(
  series: SourceSeries,
  source: StatisticsSource,
  region: Region,
  header: readonly string[],
  name: string,
  problems: MonitorProblem[],
): Plan {
  const find = (column: string): number => {
    const at = header.indexOf(column.trim());
    const known = header.filter((title) => title !== '');
    if (at < 0) {
      problems.push(
        fault('MONITOR_COLUMN_UNKNOWN', name, {
          series: series.series,
          found: column,
          known: known.join(', '),
          nearest: nearest(column, known).join(', ') || '-',
        }),
      );
    } else if (header.lastIndexOf(column.trim()) !== at) {
      problems.push(fault('MONITOR_COLUMN_TWICE', name, { series: series.series, found: column }));
    }
    return at;
  };
  const measure = series.measure ?? (source.kind === 'sdmx-csv' ? sdmxColumns.value : '');
  const isWide = places.test(measure);
  const { area } = series;
  const areaAt = area.dimension === undefined ? null : find(area.dimension);
  const asked = askedAreas(region, series);
  const areas = new Map<string, string>();
  if (areaAt === null) {
    const [only = region.area] = area.only ?? Object.keys(area.codes ?? {});
    areas.set('', only);
  } else {
    for (const [mine, theirs] of asked) {
      areas.set(theirs, mine);
      // Files of schools and firms write the number of a municipality without its letters, and often without zeros.
      const number = area.codes === undefined ? /^GM(\d{4})$/.exec(mine)?.[1] : undefined;
      if (number !== undefined) {
        areas.set(number, mine);
        areas.set(String(Number(number)), mine);
      }
    }
  }
  const [first, last] = [series.from, series.until].map((at) => (at === undefined ? null : parsePeriod(at)));
  const unitAt = header.findIndex((title) => unitColumns.includes(title.toLowerCase()));
  return {
    series,
    columns: isWide
      ? wideColumns(measure, series, header, name, problems)
      : [{ at: find(measure), period: null }],
    where: Object.entries(series.where).map(([column, codes]) => ({
      at: find(column),
      name: column,
      codes: new Set([codes].flat()),
    })),
    areaAt,
    areas,
    periodAt: isWide ? null : find(series.period.dimension),
    unitAt: unitAt < 0 || Object.hasOwn(series.where, header[unitAt] ?? '') ? null : unitAt,
    wanted: (period) => {
      if (first == null && last == null) return true;
      const span = parsePeriod(period);
      if (span === null) return true;
      return (first == null || span.start >= first.start) && (last == null || span.end <= last.end);
    },
  };
}

/** Columns with the period in their name: `{period} VROUW` finds `2023 VROUW` and `2024 VROUW`. */
function wideColumns(
  measure: string,
  series: SourceSeries,
  header: readonly string[],
  name: string,
  problems: MonitorProblem[],
): ValueColumn[] {
  const [before = '', after = ''] = measure.split(places);
  const columns = header.flatMap((title, at): ValueColumn[] => {
    if (title.length <= before.length + after.length) return [];
    if (!title.startsWith(before) || !title.endsWith(after)) return [];
    const period = title.slice(before.length, title.length - after.length);
    return readPeriod(period) === null ? [] : [{ at, period }];
  });
  if (columns.length === 0) {
    problems.push(
      fault('MONITOR_COLUMN_UNKNOWN', name, {
        series: series.series,
        found: measure,
        known: header.join(', '),
        nearest: '-',
      }),
    );
  }
  return columns;
}
