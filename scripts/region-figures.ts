/**
 * Converts figures that public repositories carry into the observation files of a region: names of series, units and
 * periods as the monitor has them, and office, table, carrier and commit as the source of every row.
 *
 *   npx node scripts/region-figures.ts <folder with the carried files> <folder observations> [name of a file]
 *
 * Only what is listed in `conversions` is taken. What is a sum over municipalities is not written: the monitor sums them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows, csvText } from '../packages/tables/src/csv/index.ts';

/** A row as the observation files have it. */
interface Row {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly status: string;
  readonly source: string;
  readonly note: string;
  readonly published: string;
}

/** What becomes of one measure of a carried file. */
interface Series {
  readonly to: string;
  readonly unit: string;
  /** multiplies the figure of the file: 1000 for `x 1 000` */
  readonly factor?: number;
  /** a stock, which is that of 1 January of the year */
  readonly start?: boolean;
  readonly note?: string;
}

/** What is taken from one carried file. Without `series` the file has the form of the observation files already. */
export interface Conversion {
  readonly from: string;
  readonly series?: Readonly<Record<string, Series>>;
  /** names of series to take from a file that has the right form */
  readonly only?: readonly string[];
  /** series that are stocks of 1 January, in a file that has the right form */
  readonly start?: readonly string[];
  readonly years?: readonly [first: number, last: number];
  readonly status?: 'observed' | 'expected';
  readonly note?: string;
}

const header = ['indicator', 'area', 'period', 'value', 'unit', 'status', 'source', 'note', 'published'];

/** The rows of a text with a header, by name of the column; lines of comment before it are left out. */
function records(text: string): Record<string, string>[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  const [names, ...rows] = [...csvRows(lines.join('\n'), { separator: ',' })].map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries((names ?? []).map((name, i) => [name, cells[i] ?? ''])));
}

/** Sources that the comment above a carried file names, by their number; `''` is a source without one. */
function sources(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/^# source ?(\d*): (.*)$/gm)];
  return new Map(found.map(([, number = '', words = '']) => [number, named(words)]));
}

/** A table without the name of its office is one of Statistics Netherlands, whose data are CC BY 4.0. */
function named(words: string): string {
  const [table = '', carrier = ''] = words.split(' via ');
  if (carrier === '') return words;
  if (table.startsWith('Eurostat')) return `${table}, via ${carrier}`;
  const kwb = /^KWB (\d{4})/.exec(table);
  const office = kwb ? `CBS Kerncijfers wijken en buurten ${kwb[1]}` : table.replace(/^(?!CBS)/, 'CBS ');
  return `${office}, CC BY 4.0, via ${carrier}`;
}

/** A span of quarters by its months, as the observation files write it: `2025-Q2/2026-Q1` is `2025-04/2026-03`. */
const inMonths = (period: string): string =>
  period.replace(/^(\d{4})-Q(\d)\/(\d{4})-Q(\d)$/, (_, from: string, q: string, to: string, r: string) => {
    const month = (of: number): string => String(of).padStart(2, '0');
    return `${from}-${month(Number(q) * 3 - 2)}/${to}-${month(Number(r) * 3)}`;
  });

const yearOf = (period: string): string => period.slice(0, 4);

/** Without the noise of a multiplication: 17.1 thousand is 17100. */
const scaled = (value: string, factor: number): string =>
  factor === 1 ? value : String(Math.round(Number(value) * factor * 1e6) / 1e6);

/**
 * Rows of an observation file out of the text of a carried one, sorted by series, area and period.
 *
 * @param conversion what is taken, and what it is called
 * @throws Error where a measure that is to be taken is not in the file
 */
export function converted(text: string, conversion: Conversion): Row[] {
  const { series, only, start = [], years, status = 'observed', note = '' } = conversion;
  const [first, last] = years ?? [0, 9999];
  const named = sources(text);
  const met = new Set<string>();
  const rows = records(text).flatMap((record): Row[] => {
    const { indicator = '', area = '', period = '', value = '' } = record;
    const year = yearOf(period);
    if (Number(year) < first || Number(year) > last || value === '') return [];
    if (series === undefined) {
      if (only !== undefined && !only.includes(indicator)) return [];
      met.add(indicator);
      const at = start.includes(indicator) ? `${year}-01-01` : inMonths(period);
      const { unit = '', source = '', published = '' } = record;
      return [
        { indicator, area, period: at, value, unit, status, source, note: record.note ?? '', published },
      ];
    }
    const to = series[indicator];
    if (to === undefined) return [];
    met.add(indicator);
    return [
      {
        indicator: to.to,
        area,
        period: to.start === true ? `${year}-01-01` : year,
        value: scaled(value, to.factor ?? 1),
        unit: to.unit,
        status,
        source: named.get(record.source ?? '') ?? named.get('') ?? '',
        note: [record.note, to.note, note].filter((part) => part !== undefined && part !== '').join('; '),
        published: '',
      },
    ];
  });
  const missing = (series === undefined ? (only ?? []) : Object.keys(series)).filter(
    (name) => !met.has(name),
  );
  if (missing.length > 0) throw new Error(`${conversion.from} has no ${missing.join(', ')}`);
  const key = (row: Row): string => `${row.indicator}\n${row.area}\n${row.period}\n${row.source}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Files of observations, each with what it is made from. */
export const conversions: Readonly<Record<string, readonly Conversion[]>> = {
  'homes-built.csv': [
    {
      from: 'housing.csv',
      only: [
        'homes_new_build',
        'homes_demolished',
        'homes_other_additions',
        'homes_other_removals',
        'homes_correction',
        'homes_net_change',
        'homes_permitted_4q',
      ],
    },
  ],
};

function main([from, to, name]: readonly string[]): void {
  if (from === undefined || to === undefined) {
    console.error(
      'node scripts/region-figures.ts <folder with the carried files> <folder observations> [file]',
    );
    process.exitCode = 2;
    return;
  }
  for (const [file, parts] of Object.entries(conversions)) {
    if (name !== undefined && name !== file) continue;
    const rows = parts.flatMap((part) => converted(readFileSync(join(from, part.from), 'utf8'), part));
    writeFileSync(
      join(to, file),
      csvText(
        header,
        rows.map((row) => header.map((column) => row[column as keyof Row])),
        // Line ends as the other files of the region have them.
      ).replaceAll('\r\n', '\n'),
    );
    console.log(`${file}: ${rows.length} rows`);
  }
}

if (import.meta.main) main(process.argv.slice(2));
