import type { Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { type Fill, nearest } from '@schaalsprong/words';
import { type Doubt, doubt } from '../checks/doubt.ts';
import { gather, isDoubt, sourceText, toFact, unitDoubt } from '../connect/facts.ts';
import type { Fact } from '../facts.ts';
import { markedCertainty, readPeriod } from '../periods.ts';
import { MonitorError, type MonitorProblem, monitorProblem } from '../problems.ts';
import type { FileLimits } from './limits.ts';
import { readCell } from './numbers.ts';
import { planSeries, type SeriesPlan, type ValueColumn } from './plan.ts';
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

/** How a source marks secret figures unless it says otherwise. DUO writes `<5` for 1 to 4 people. */
const usualSecrets: Partial<Record<StatisticsSource['kind'], readonly string[]>> = { 'duo-csv': ['<5'] };
/** A code as offices write them for an area; one that the region does not have is of another region. */
const officeForm = /^(?:GM\d{4}|(?!GM)[A-Z]{2}[A-Z\d]{1,8})$/;
/** Maximum number of other codes of a column that a fault lists. */
const mostSeen = 8;

/** A code for a text: an empty one must be visible too. */
const shown = (code: string): string => (code === '' ? '""' : code);

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
  const header = source.kind === 'sdmx-csv' ? table.header.map(bareCode) : table.header;
  if (source.series.length === 0) {
    const known = header.join(', ');
    throw new MonitorError([fault('MONITOR_FILE_NO_SERIES', table.name, { source: source.id, known })]);
  }
  const problems: MonitorProblem[] = [];
  const columns = { header, name: table.name, problems };
  const plans = source.series.map((series) => planSeries(series, source, region, columns));
  if (problems.length > 0) throw new MonitorError(problems);

  const mapper = new RowMapper(source, plans, { header, name: table.name, address }, limits);
  for await (const rows of table.rows) for (const row of rows) mapper.add(row);
  return mapper.result();
}

/** What the rows so far gave of one series. */
interface Tally {
  readonly plan: SeriesPlan;
  rows: number;
  /** areas of the region with a row */
  readonly areas: Set<string>;
  /** by column: codes of rows that are not of this series, at most `mostSeen` */
  readonly others: Map<string, Set<string>>;
  readonly found: (Fact | Doubt)[];
}

/** Maps rows of a table to figures, one by one. */
class RowMapper {
  readonly #source: StatisticsSource;
  readonly #name: string;
  readonly #limits: FileLimits;
  readonly #isSdmx: boolean;
  /** text on where a figure comes from */
  readonly #from: string;
  readonly #secret: ReadonlySet<string>;
  /** indices of the columns of SDMX; -1 where the table has none */
  readonly #sdmx: { readonly power: number; readonly status: number; readonly secrecy: number };
  readonly #tallies: readonly Tally[];
  readonly #doubts: Doubt[] = [];
  /** series and code of areas that a doubt was raised about */
  readonly #unknownAreas = new Set<string>();
  readonly #units = new Map<SourceSeries, Set<string>>();
  #rows = 0;
  #others = 0;
  #figures = 0;

  constructor(
    source: StatisticsSource,
    plans: readonly SeriesPlan[],
    { header, name, address }: { header: readonly string[]; name: string; address: string },
    limits: FileLimits,
  ) {
    this.#source = source;
    this.#name = name;
    this.#limits = limits;
    this.#isSdmx = source.kind === 'sdmx-csv';
    this.#from = sourceText(source, address);
    this.#secret = new Set([...(usualSecrets[source.kind] ?? []), ...source.secret]);
    const column = (title: string): number => (this.#isSdmx ? header.indexOf(title) : -1);
    this.#sdmx = {
      power: column(sdmxColumns.power),
      status: column(sdmxColumns.status),
      secrecy: column(sdmxColumns.secrecy),
    };
    this.#tallies = plans.map((plan) => ({
      plan,
      rows: 0,
      areas: new Set(),
      others: new Map(),
      found: [],
    }));
  }

  /** @throws MonitorError where there are more figures or doubts than the limits */
  add(row: Row): void {
    this.#rows++;
    let isTaken = false;
    for (const tally of this.#tallies) if (this.#take(tally, row)) isTaken = true;
    if (!isTaken) this.#others++;
  }

  /** @throws MonitorError where no row belongs to any series and nothing says why */
  result(): Mapped {
    const facts = this.#gathered();
    for (const [series, units] of this.#units) {
      for (const unit of units) {
        const changed = unitDoubt(series, unit);
        if (changed !== null) this.#doubts.push(changed);
      }
    }
    if (this.#doubts.length === 0 && this.#tallies.every(({ rows }) => rows === 0)) {
      throw new MonitorError(this.#tallies.map((tally) => nothingOf(tally, this.#name, this.#rows)));
    }
    const absent = this.#tallies.flatMap(({ plan, areas }): [string, readonly string[]][] => {
      const missing = [...new Set(plan.areas.values())].filter((area) => !areas.has(area));
      return missing.length === 0 ? [] : [[plan.series.series, missing]];
    });
    return {
      facts,
      doubts: this.#doubts,
      rows: this.#rows,
      others: this.#others,
      absent: new Map(absent),
    };
  }

  /** The figures of every series, rows of one key added up where the source says so. */
  #gathered(): readonly Fact[] {
    const facts: Fact[] = [];
    const known = new Set(this.#doubts);
    for (const { plan, found } of this.#tallies) {
      const { where, add } = plan.series;
      const parts = Object.values(where).reduce((all, codes) => all * [codes].flat().length, 1);
      const gathered = gather(found, add ? 'any' : parts);
      for (const fact of gathered.facts) facts.push(fact);
      for (const each of gathered.doubts) if (!known.has(each)) this.#suspect(each);
    }
    return facts;
  }

  /** @returns whether the row belongs to the series */
  #take(tally: Tally, row: Row): boolean {
    const { plan } = tally;
    for (const { at, name, codes } of plan.where) {
      const code = this.#text(row, at);
      if (!codes.has(code)) {
        noteOther(tally, name, code);
        return false;
      }
    }
    const area = this.#areaOf(tally, row);
    if (area === null) return false;
    let isTaken = false;
    for (const column of plan.columns) if (this.#takeCell(tally, row, area, column)) isTaken = true;
    if (!isTaken) return false;
    tally.rows++;
    tally.areas.add(area);
    if (plan.unitAt !== null) {
      const units = this.#units.get(plan.series) ?? new Set();
      units.add(this.#text(row, plan.unitAt));
      this.#units.set(plan.series, units);
    }
    return true;
  }

  /** The area of the region that a row is of; null for another, with a doubt where its code has the form of none. */
  #areaOf(tally: Tally, row: Row): string | null {
    const { series, areas, areaAt } = tally.plan;
    const written = this.#text(row, areaAt);
    const area = areas.get(written);
    if (area !== undefined) return area;
    if (series.area.dimension !== undefined) noteOther(tally, series.area.dimension, written);
    const isListed = series.area.codes !== undefined || series.area.only !== undefined;
    const isElsewhere = isListed || officeForm.test(written) || /^\d{1,4}$/.test(written);
    const key = `${series.series}\n${written}`;
    if (isElsewhere || this.#unknownAreas.has(key)) return null;
    this.#unknownAreas.add(key);
    const near = nearest(written, areas.keys()).join(', ') || '-';
    this.#suspect(
      doubt(
        'MONITOR_AREA_UNKNOWN',
        { series: series.series, area: shown(written), period: '' },
        shown(written),
        null,
        { nearest: near },
        `${this.#name}:${row.line}`,
      ),
    );
    return null;
  }

  /** @returns whether the cell is of a period that the series asks for */
  #takeCell(tally: Tally, row: Row, area: string, column: ValueColumn): boolean {
    const { plan, found } = tally;
    const period = column.period ?? this.#text(row, plan.periodAt);
    const read = readPeriod(period);
    if (read !== null && !plan.isWanted(read)) {
      noteOther(tally, plan.series.period.dimension, period);
      return false;
    }
    const fact = this.#factOf(plan.series, row, area, { at: column.at, period });
    if (isDoubt(fact)) {
      const place = `${this.#name}:${row.line}`;
      const placed = { ...fact, text: { nl: `${place}: ${fact.text.nl}`, en: `${place}: ${fact.text.en}` } };
      found.push(placed);
      this.#suspect(placed);
      return true;
    }
    found.push(fact);
    if (++this.#figures > this.#limits.facts) {
      throw new MonitorError([fault('MONITOR_FILE_FIGURES', this.#name, { most: this.#limits.facts })]);
    }
    return true;
  }

  #factOf(
    series: SourceSeries,
    row: Row,
    area: string,
    { at, period }: { at: number; period: string },
  ): Fact | Doubt {
    // Rows of a sheet may be shorter than its header: what is not there is empty.
    const cell = readCell(row.cells[at] ?? '', this.#source.decimal, this.#secret);
    const status = this.#text(row, this.#sdmx.status);
    const power = Number(this.#text(row, this.#sdmx.power) || 0);
    const isEmpty = cell.state === 'missing';
    return toFact(
      power === 0 ? series : { ...series, times: series.times * 10 ** power },
      {
        ...cell,
        area,
        period,
        state:
          isEmpty && this.#isSdmx ? emptinessOf(status, this.#text(row, this.#sdmx.secrecy)) : cell.state,
        standing: this.#isSdmx ? certaintyOf(status) : (markedCertainty(period) ?? 'observed'),
        attribute: cell.attribute || status,
      },
      this.#from,
    );
  }

  /** Text of a cell; empty where the table has no such column or the row is shorter. */
  #text(row: Row, at: number | null): string {
    const cell = at === null || at < 0 ? '' : (row.cells[at] ?? '');
    return this.#isSdmx ? bareCode(String(cell)) : String(cell).trim();
  }

  #suspect(found: Doubt): void {
    this.#doubts.push(found);
    if (this.#doubts.length <= this.#limits.doubts) return;
    const [first = found] = this.#doubts;
    throw new MonitorError([
      fault('MONITOR_FILE_DOUBTS', this.#name, { most: this.#limits.doubts, found: first.text }),
    ]);
  }
}

/** Remembers a code that is not of the series, for the fault where none is. */
function noteOther({ others }: Tally, column: string, code: string): void {
  const codes = others.get(column);
  if (codes === undefined) others.set(column, new Set([shown(code)]));
  else if (codes.size < mostSeen) codes.add(shown(code));
}

function nothingOf({ plan, others }: Tally, name: string, rows: number): MonitorProblem {
  const { series, where, areas } = plan;
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
