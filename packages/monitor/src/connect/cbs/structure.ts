import type { Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import { nearest } from '@schaalsprong/words';
import type { Certainty } from '../../facts.ts';
import { dayOf, readPeriod } from '../../periods.ts';
import { MonitorError, type MonitorProblem } from '../../problems.ts';
import { type ConnectCode, fault, offered } from '../problems.ts';

/** A code of a dimension. */
export interface Code {
  /** as the source writes it, spaces at the end included: it must be asked for so */
  readonly code: string;
  readonly title: string;
  /** titles of the groups that it is in, widest first; empty where there are none or they were not asked */
  readonly path: readonly string[];
  /** how sure the figures of a period are; null where the source does not say */
  readonly standing: Certainty | null;
}

/** A dimension of a table, with its codes. */
export interface Dimension {
  readonly id: string;
  readonly title: string;
  readonly kind: 'time' | 'area' | 'other';
  readonly codes: readonly Code[];
}

/** A measure of a table, with its unit. */
export interface Measure {
  readonly code: string;
  readonly title: string;
  /** titles of the groups that it is in, widest first: a title alone may be in two groups */
  readonly path: readonly string[];
  readonly unit: string;
  readonly decimals: number | null;
}

/** What a table holds, whatever service it comes from. */
export interface TableDescription {
  readonly table: string;
  readonly title: string;
  /** as the service says it; empty where it does not */
  readonly modified: string;
  readonly address: string;
  readonly dimensions: readonly Dimension[];
  /** empty where every cell has the same measure */
  readonly measures: readonly Measure[];
}

/** What is asked of a table for one series of sources.yaml: codes as the source writes them. */
export interface Selection {
  readonly index: number;
  readonly series: SourceSeries;
  readonly measure: Measure | null;
  /** area of the region by code of the source; null where the table is of one area */
  readonly areas: ReadonlyMap<string, string> | null;
  readonly where: ReadonlyMap<string, readonly string[]>;
  /** codes of the periods that are wanted */
  readonly periods: ReadonlyMap<string, { readonly period: string; readonly standing: Certainty | null }>;
}

const officeCode = /^(GM\d{4}|PV\d{2}|CR\d{2}|LD\d{2}|NL\d{2})$/;

/** Areas of a region that have a code of the statistics office. */
export const officeAreas = (region: Region): string[] =>
  region.areas.map((area): string => area.code).filter((code) => officeCode.test(code));

/** Areas that a series asks for, with the code of the source. */
export function askedAreas(region: Region, series: SourceSeries): Map<string, string> {
  const { codes, only } = series.area;
  const areas = only ?? (codes === undefined ? officeAreas(region) : Object.keys(codes));
  return new Map(areas.map((area) => [area, codes?.[area] ?? area]));
}

/** The area of a table that is of one area: the first that is named, else that of the region. */
export const oneArea = (series: SourceSeries, own: string): string =>
  series.area.only?.[0] ?? Object.keys(series.area.codes ?? {})[0] ?? own;

const monthNames: readonly string[] = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const months = monthNames.join('|');
const partOfYear = new RegExp(`^(\\d{4}) (${months})\\s*(?:-|tot en met|t/m)\\s*(${months})$`, 'i');

/** A week of a year as days from Monday up to and including Sunday (ISO 8601). */
function weekDays(year: number, week: number): string | null {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const thursday = new Date(monday + 3 * 86_400_000).getUTCFullYear();
  return week >= 1 && thursday === year ? `${day(monday)}/${day(monday + 6 * 86_400_000)}` : null;
}

/**
 * Period of a code with its title. The title counts: the code of a whole year may stand for its months so far (`2026JJ00` titled
 * `2026 januari-april`), and a part of a year (`2026X000`) says only there which part.
 *
 * @returns null where it cannot be read
 */
export function periodOf(code: string, title: string): string | null {
  const bare = title
    .trim()
    .replace(/\s*\*{1,2}$/, '')
    .replace(/\s+/g, ' ');
  const week = /^(\d{4})W1(\d{2})$/.exec(code.trim());
  if (week !== null) return weekDays(Number(week[1]), Number(week[2]));
  const read = readPeriod(code);
  const whole = read !== null && (!/^\d{4}$/.test(read) || bare === '' || bare === read);
  if (whole) return read;
  if (!/^\d{4}(JJ00|X\d{3})$/.test(code.trim())) return null;
  const part = partOfYear.exec(bare);
  if (part === null) {
    const other = readPeriod(bare);
    return other?.slice(0, 4) === code.slice(0, 4) ? other : null;
  }
  const month = (name = '') => String(monthNames.indexOf(name.toLowerCase()) + 1).padStart(2, '0');
  const text = `${part[1]}-${month(part[2])}/${part[1]}-${month(part[3])}`;
  return parsePeriod(text) === null ? null : text;
}

/** True where a period lies in the years that a series is of; what cannot be read is kept, for the doubt about it. */
const within = (period: string, from: string | undefined, until: string | undefined): boolean => {
  const span = parsePeriod(period);
  if (span === null) return true;
  const first = from === undefined ? null : parsePeriod(from);
  const last = until === undefined ? null : parsePeriod(until);
  return (first === null || span.start >= first.start) && (last === null || span.end <= last.end);
};

/** How long a period is, as `every` of sources.yaml has it; null for one that is none of these. */
export function lengthOf(period: string): NonNullable<SourceSeries['period']['every']> | null {
  if (/^\d{4}$/.test(period)) return 'year';
  if (/^\d{4}-H\d$/.test(period)) return 'half-year';
  if (/^\d{4}-Q\d$/.test(period)) return 'quarter';
  return /^\d{4}-\d{2}$/.test(period) ? 'month' : null;
}

/** Place of something in sources.yaml, for a fault. */
export const placeIn = (source: Pick<StatisticsSource, 'id'>, index: number, field: string): string =>
  `sources.yaml: ${source.id} series[${index}].${field}`;

const look = (id: string) => ({
  nl: `Zie \`schaalsprong ingest ${id} --dry-run\` voor wat er wel is.`,
  en: `See \`schaalsprong ingest ${id} --dry-run\` for what there is.`,
});

/** Names with titles, to offer those that come near by either. */
function near(word: string, known: readonly { readonly code: string; readonly title: string }[]): string[] {
  const label = ({ code, title }: { code: string; title: string }) =>
    title.trim() === '' || title.trim() === code.trim() ? code.trim() : `${code.trim()} (${title.trim()})`;
  const byCode = nearest(
    word,
    known.map(({ code }) => code.trim()),
  );
  const names =
    byCode.length > 0
      ? byCode
      : nearest(
          word,
          known.map(({ title }) => title.trim()),
        );
  return names.flatMap((name) => {
    const found = known.find(({ code, title }) => code.trim() === name || title.trim() === name);
    return found === undefined ? [] : [label(found)];
  });
}

const labels = (known: readonly { readonly code: string; readonly title: string }[]): string[] =>
  known.map(({ code, title }) => `${code.trim()} (${title.trim()})`);

/**
 * What a table is asked for, each code looked up as the source writes it.
 *
 * @returns a selection per series, and areas that the table does not have though nobody named them
 * @throws MonitorError with everything in sources.yaml that the table does not know, nearest names offered
 */
export function select(
  source: StatisticsSource,
  region: Region,
  table: TableDescription,
): { readonly selections: readonly Selection[]; readonly absent: readonly string[] } {
  const lookup = new TableLookup(source, table);
  const absent = new Set<string>();
  const selections = source.series.map((series, index): Selection => {
    const place = (field: string): string => placeIn(source, index, field);
    const measure = measureOf(series, lookup, place);
    const where = chosenCodes(series, lookup, place);
    const { areas, without } = areasOf(series, region, lookup, place);
    for (const area of without) absent.add(area);
    const periods = periodsOf(series, lookup, place);
    const chosen = new Set([...where.keys(), series.area.dimension, series.period.dimension]);
    for (const [id, code] of onlyCodes(chosen, lookup, place)) where.set(id, [code]);
    return { index, series, measure, areas, where, periods };
  });
  if (lookup.problems.length > 0) throw new MonitorError(lookup.problems);
  return { selections, absent: [...absent] };
}

/** Where a field of a series stands in sources.yaml, for a fault. */
type PlaceOf = (field: string) => string;

/** Looks up what sources.yaml asks for in a table, and collects what the table does not have. */
class TableLookup {
  readonly table: TableDescription;
  readonly problems: MonitorProblem[] = [];
  readonly #hint: ReturnType<typeof look>;

  constructor(source: StatisticsSource, table: TableDescription) {
    this.table = table;
    this.#hint = look(source.id);
  }

  report(code: ConnectCode, place: string, values: Parameters<typeof fault>[2]): void {
    this.problems.push(...fault(code, place, { table: this.table.table, ...values }).problems);
  }

  /** The text that offers what comes near, else all that is known. */
  offered(close: readonly string[], known: readonly string[]): ReturnType<typeof offered> {
    return offered(close, known, this.#hint);
  }

  dimension(id: string, place: string): Dimension | null {
    const found = this.table.dimensions.find((dimension) => dimension.id === id);
    if (found !== undefined) return found;
    const known = this.table.dimensions.map(({ id: code, title }) => ({ code, title }));
    this.report('MONITOR_DIMENSION_UNKNOWN', place, {
      found: id,
      nearest: this.offered(near(id, known), labels(known)),
    });
    return null;
  }

  unknownCode({ id, codes }: Dimension, code: string, place: string): void {
    this.report('MONITOR_CODE_UNKNOWN', place, {
      found: code,
      dimension: id,
      nearest: this.offered(near(code, codes), labels(codes)),
    });
  }
}

/** A code as the table writes it; null where the dimension lacks it. */
const codeOf = (dimension: Dimension, code: string): string | null =>
  dimension.codes.find((known) => known.code.trim() === code.trim())?.code ?? null;

/** The measure that a series names, else the only one; null for a table without measures, and where there is a fault. */
function measureOf({ measure }: SourceSeries, lookup: TableLookup, place: PlaceOf): Measure | null {
  const { measures } = lookup.table;
  const fullTitle = ({ path, title }: Measure): string => [...path, title.trim()].join(' / ');
  if (measure === undefined) {
    const [only = null] = measures;
    if (measures.length <= 1) return only;
    const known = measures.map((each) => `${each.code} (${fullTitle(each)})`);
    lookup.report('MONITOR_MEASURE_UNKNOWN', place('measure'), {
      found: '—',
      nearest: lookup.offered([], known),
    });
    return null;
  }
  const found = measures.find(({ code }) => code.trim() === measure.trim());
  if (found !== undefined) return found;
  const known = measures.map((each) => ({ code: each.code, title: fullTitle(each) }));
  lookup.report('MONITOR_MEASURE_UNKNOWN', place('measure'), {
    found: measure,
    nearest: lookup.offered(near(measure, known), labels(known)),
  });
  return null;
}

/** Codes of the dimensions that a series names under `where`. */
function chosenCodes(
  series: SourceSeries,
  lookup: TableLookup,
  place: PlaceOf,
): Map<string, readonly string[]> {
  const where = new Map<string, readonly string[]>();
  for (const [id, given] of Object.entries(series.where)) {
    const dimension = lookup.dimension(id, place(`where.${id}`));
    if (dimension === null) continue;
    const codes = [given].flat().flatMap((code) => {
      const found = codeOf(dimension, code);
      if (found === null) lookup.unknownCode(dimension, code, place(`where.${id}`));
      return found === null ? [] : [found];
    });
    where.set(id, codes);
  }
  return where;
}

/** Areas of the region by their code in the table (null for a table of one area), and those that the table does not have. */
function areasOf(
  series: SourceSeries,
  region: Region,
  lookup: TableLookup,
  place: PlaceOf,
): { readonly areas: ReadonlyMap<string, string> | null; readonly without: readonly string[] } {
  if (series.area.dimension === undefined) return { areas: null, without: [] };
  const areas = new Map<string, string>();
  const without: string[] = [];
  const dimension = lookup.dimension(series.area.dimension, place('area.dimension'));
  const isNamed = (series.area.only ?? series.area.codes) !== undefined;
  for (const [area, code] of askedAreas(region, series)) {
    const found = dimension === null ? null : codeOf(dimension, code);
    if (found !== null) areas.set(found, area);
    else if (dimension !== null && isNamed) lookup.unknownCode(dimension, code, place('area'));
    else without.push(area);
  }
  if (dimension !== null && areas.size === 0 && lookup.problems.length === 0) {
    const examples = dimension.codes.slice(0, 3).map(({ code }) => code.trim());
    lookup.report('MONITOR_AREAS_NONE', place('area'), { expected: examples.join(', ') });
  }
  return { areas, without };
}

/** Periods of the table that a series asks for, by code. */
function periodsOf(series: SourceSeries, lookup: TableLookup, place: PlaceOf): Selection['periods'] {
  const { every, at: day, dimension } = series.period;
  const time = lookup.dimension(dimension, place('period.dimension'));
  return new Map(
    (time?.codes ?? []).flatMap(({ code, title, standing }) => {
      const period = periodOf(code, title);
      if (period !== null && !within(dayOf(period, day), series.from, series.until)) return [];
      if (period !== null && every !== undefined && lengthOf(period) !== every) return [];
      // What cannot be read must not be taken for another period by its title.
      return [[code, { period: period ?? `${code.trim()} (${title.trim()})`, standing }] as const];
    }),
  );
}

/** The codes of dimensions of which nothing was chosen: with one code there is nothing to choose, with more it is a fault. */
function onlyCodes(
  chosen: ReadonlySet<string | undefined>,
  lookup: TableLookup,
  place: PlaceOf,
): readonly (readonly [id: string, code: string])[] {
  return lookup.table.dimensions.flatMap(({ id, codes }) => {
    if (chosen.has(id)) return [];
    const [only] = codes;
    if (codes.length === 1 && only !== undefined) return [[id, only.code] as const];
    lookup.report('MONITOR_DIMENSION_OPEN', place(`where.${id}`), {
      dimension: id,
      nearest: lookup.offered([], labels(codes)),
    });
    return [];
  });
}

/** Most cells that an answer to a selection can have. */
export const mostCells = (selection: Selection, periods: number): number =>
  Math.max(1, selection.areas?.size ?? 1) *
  Math.max(1, periods) *
  [...selection.where.values()].reduce((product, codes) => product * codes.length, 1);

/** The fault that a service has no such table, with those of its catalogue that come near. */
export function tableFault(
  source: StatisticsSource,
  service: string,
  catalogue: readonly { readonly Identifier: string; readonly Title: string }[],
): MonitorError {
  const known = catalogue.map(({ Identifier: code, Title: title }) => ({ code, title }));
  const { table = '' } = source;
  const byCode = nearest(
    table,
    known.map(({ code }) => code),
  );
  return fault('MONITOR_TABLE_UNKNOWN', `sources.yaml: ${source.id} table`, {
    found: table,
    host: new URL(service).host,
    nearest: offered(labels(known.filter(({ code }) => byCode.includes(code))), labels(known), {
      nl: 'Zoek de tabel op in de catalogus van de bron.',
      en: 'Look the table up in the catalogue of the source.',
    }),
  });
}
