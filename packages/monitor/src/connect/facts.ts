import type { SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { keyOf } from '../batch.ts';
import { type Doubt, doubt } from '../checks/doubt.ts';
import type { Certainty, Fact, ValueState } from '../facts.ts';
import { certaintyRank } from '../figure.ts';
import { dayOf, readPeriod } from '../periods.ts';

/** A cell as a source gives it. */
export interface Cell {
  /** code of the area in areas.csv */
  readonly area: string;
  /** as the source writes it, or already as agenda does */
  readonly period: string;
  /** null where the source gives none; a text where it gives what is no number */
  readonly value: number | string | null;
  /** what the source says of it besides; by default a value, or missing where there is none */
  readonly state?: ValueState;
  readonly standing: Certainty;
  readonly decimals: number | null;
  readonly attribute?: string;
  readonly note?: string;
}

/** A unit so that spellings of the same one are equal: `x 1 000 euro`, `x1000 euro` and `X 1.000 euro`. */
export const bareUnit = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/(\d)[\s.](?=\d{3}(?!\d))/g, '$1')
    .replace(/[×x]\s*(?=\d)/g, 'x')
    .replace(/\s+/g, ' ')
    .trim();

/** True where two texts name one unit, but for how it is spelled. Powers of ten count: `euro` is not `x 1000 euro`. */
export const sameUnit = (a: string, b: string): boolean => bareUnit(a) === bareUnit(b);

/** The doubt about a whole series whose unit is another one than sources.yaml says; null where it is the same. */
export const unitDoubt = (series: SourceSeries, found: string): Doubt | null =>
  sameUnit(series.sourceUnit, found)
    ? null
    : doubt('MONITOR_UNIT_CHANGED', { series: series.series, area: '', period: '' }, found.trim(), null, {
        expected: series.sourceUnit,
      });

/** Product without floating-point noise: 12.3 times 1,000 is 12,300. */
const scaled = (value: number, times: number): number =>
  times === 1 ? value : Number((value * times).toPrecision(15));

/** Decimals that remain after a factor: of thousands with one decimal, none. */
function decimalsAfter(decimals: number | null, times: number): number | null {
  const shift = Math.log10(times);
  return decimals === null || !Number.isInteger(shift) ? decimals : Math.max(0, decimals - shift);
}

/** Where a figure comes from, for people: publisher, table, licence, address. Without a date: the version has that. */
export const sourceText = (
  source: Pick<StatisticsSource, 'publisher' | 'table' | 'licence'>,
  address: string,
): string =>
  [`${source.publisher}${source.table === undefined ? '' : ` ${source.table}`}`, source.licence, address]
    .filter((part) => part !== '')
    .join(', ');

/**
 * Makes a cell a fact, in the unit of the series; a doubt where it says what is no number, or names a period that does not
 * exist. Secret, impossible and missing stay apart.
 *
 * @param series of sources.yaml
 * @param from as `sourceText` gives it
 */
export function toFact(series: SourceSeries, cell: Cell, from: string): Fact | Doubt {
  const read = readPeriod(cell.period);
  const key = { series: series.series, area: cell.area };
  if (read === null) {
    return doubt('MONITOR_PERIOD_UNKNOWN', { ...key, period: cell.period }, cell.period, null);
  }
  const period = dayOf(read, series.period.at);
  const state = cell.state ?? (cell.value === null ? 'missing' : 'value');
  if (state === 'value' && (typeof cell.value !== 'number' || !Number.isFinite(cell.value))) {
    return doubt('MONITOR_CELL_TEXT', { ...key, period }, String(cell.value), null);
  }
  return {
    ...key,
    period,
    value: state === 'value' && typeof cell.value === 'number' ? scaled(cell.value, series.times) : null,
    state,
    standing: series.expected ? 'expected' : cell.standing,
    unit: series.unit,
    decimals: decimalsAfter(cell.decimals, series.times),
    attribute: cell.attribute ?? '',
    source: from,
    note: cell.note ?? '',
  };
}

/** True where a cell could not become a fact. */
export const isDoubt = (made: Fact | Doubt): made is Doubt => 'code' in made;

/** A sum is as certain as its least certain part. */
const leastCertain = (facts: readonly Fact[]): Certainty =>
  facts
    .map(({ standing }) => standing)
    .reduce((least, one) => (certaintyRank[one] > certaintyRank[least] ? one : least), 'final');

/** Which state a sum has where a part has no value: what is hidden counts before what is not there. */
const hiding: readonly ValueState[] = ['secret', 'missing', 'impossible', 'withdrawn'];

function sum(parts: readonly Fact[], expected: number): Fact | null {
  const [first] = parts;
  if (first === undefined) return null;
  const standing = leastCertain(parts);
  const hidden = hiding.find((state) => parts.some((part) => part.state === state));
  const attribute = [...new Set(parts.map((part) => part.attribute).filter((text) => text !== ''))].join(' ');
  if (hidden !== undefined) return { ...first, value: null, state: hidden, standing, attribute };
  if (parts.length < expected) {
    return { ...first, value: null, state: 'missing', standing, attribute: `${parts.length}/${expected}` };
  }
  const total = parts.reduce((all, part) => all + (part.value ?? 0), 0);
  return { ...first, value: Number(total.toPrecision(15)), standing, attribute };
}

/**
 * The facts of one series, each key once. Where `where` names several codes of a dimension the cells are added up: a sum is there only
 * when all its parts are, and is as sure as the least sure of them. Else a key that is there with two values is a doubt.
 *
 * @param parts cells that make up one figure: the product of the numbers of codes under `where`; `any` where a source does not say
 *   how many rows it has of one
 */
export function gather(
  made: readonly (Fact | Doubt)[],
  parts: number | 'any',
): { facts: Fact[]; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  // Nearly all keys are unique: a list per key would cost more memory than the facts.
  const groups = new Map<string, Fact | Fact[]>();
  for (const one of made) {
    if (isDoubt(one)) {
      doubts.push(one);
      continue;
    }
    const key = keyOf(one);
    const before = groups.get(key);
    if (before === undefined) groups.set(key, one);
    else if (Array.isArray(before)) before.push(one);
    else groups.set(key, [before, one]);
  }
  const doubted = new Set(doubts.map(keyOf));
  const facts: Fact[] = [];
  for (const [key, found] of groups) {
    if (doubted.size > 0 && doubted.has(key)) continue;
    if (!Array.isArray(found) && parts === 1) {
      facts.push(found);
      continue;
    }
    const group = Array.isArray(found) ? found : [found];
    const [first] = group;
    if (first === undefined) continue;
    if (parts === 'any' || parts > 1) {
      const total = sum(group, parts === 'any' ? 1 : parts);
      if (total !== null) facts.push(total);
    } else if (group.every(({ value, state }) => value === first.value && state === first.state))
      facts.push(first);
    else {
      const found = group.map(({ value, state }) => (value === null ? state : String(value))).join(', ');
      doubts.push(doubt('MONITOR_VALUE_TWICE', first, found, null));
    }
  }
  return { facts, doubts };
}
