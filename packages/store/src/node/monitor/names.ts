import { periodEnd, periodStart } from '@schaalsprong/agenda/periods';
import type { Fact } from '@schaalsprong/monitor';
import type { Session } from '../engine/database.ts';

/** Numbers of names, as the database has them. */
export type Numbers = ReadonlyMap<string, number>;

/** What a batch is written with. */
export interface Names {
  readonly series: Numbers;
  readonly areas: Numbers;
  readonly periods: Numbers;
  readonly words: Numbers;
}

/** How names of a table are found, and what is put beside a new one. */
const tables = {
  series: `insert into series (name) select n from unnest($1::text[]) n on conflict do nothing`,
  area: `insert into area (name) select n from unnest($1::text[]) n on conflict do nothing`,
  source: `insert into source (name) select n from unnest($1::text[]) n on conflict do nothing`,
  word: `insert into word (name) select n from unnest($1::text[]) n
    where not exists (select from word w where w.name = n collate "C")`,
} as const;

const read = async (
  session: Session,
  table: string,
  names: readonly string[],
): Promise<Map<string, number>> => {
  const rows = await session.rows<{ id: number; name: string }>(
    `select t.id, t.name from unnest($1::text[]) n join ${table} t on t.name = n collate "C"`,
    [names],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
};

/** Numbers of names, those that are new included. */
export async function numbers(
  session: Session,
  table: keyof typeof tables,
  names: ReadonlySet<string>,
): Promise<Numbers> {
  const every = [...names];
  const found = await read(session, table, every);
  const missing = every.filter((name) => !found.has(name));
  if (missing.length === 0) return found;
  await session.rows(tables[table], [missing]);
  return new Map([...found, ...(await read(session, table, missing))]);
}

/**
 * Numbers of periods, with their place in time.
 * @throws RangeError where one does not exist
 */
async function periodNumbers(session: Session, names: ReadonlySet<string>): Promise<Numbers> {
  const every = [...names];
  const starts = every.map(periodStart);
  const ends = every.map(periodEnd);
  await session.rows(
    `insert into period (name, starts, ends)
     select * from unnest($1::text[], $2::float8[], $3::float8[]) on conflict do nothing`,
    [every, starts, ends],
  );
  return read(session, 'period', every);
}

/** Numbers of all names in facts. */
export async function namesOf(session: Session, facts: readonly Fact[]): Promise<Names> {
  const series = new Set<string>();
  const areas = new Set<string>();
  const periods = new Set<string>();
  const words = new Set<string>();
  for (const fact of facts) {
    series.add(fact.series);
    areas.add(fact.area);
    periods.add(fact.period);
    words.add(fact.unit).add(fact.attribute).add(fact.source).add(fact.note);
  }
  return {
    series: await numbers(session, 'series', series),
    areas: await numbers(session, 'area', areas),
    periods: await periodNumbers(session, periods),
    words: await numbers(session, 'word', words),
  };
}

/**
 * The number of a name.
 * @throws RangeError where it has none: a figure must never be kept under another name
 */
export function numberOf(of: Numbers, name: string): number {
  const number = of.get(name);
  if (number === undefined) throw new RangeError(`no number for the name ${JSON.stringify(name)}`);
  return number;
}

/** Lines joined into pieces of this many, so that neither pieces nor lines are many. */
const perPiece = 1_000;

/**
 * Facts as COPY reads them, in the order of `columns`.
 *
 * @param last cells at the end of each line
 */
export function* copyLines(facts: readonly Fact[], names: Names, last = ''): Generator<string> {
  let piece = '';
  for (const [i, fact] of facts.entries()) {
    const key = `${numberOf(names.series, fact.series)}\t${numberOf(names.areas, fact.area)}\t${numberOf(names.periods, fact.period)}`;
    const words = `${numberOf(names.words, fact.unit)}\t${numberOf(names.words, fact.attribute)}\t${numberOf(names.words, fact.source)}\t${numberOf(names.words, fact.note)}`;
    piece += `${fact.value ?? '\\N'}\t${key}\t${words}\t${fact.state}\t${fact.standing}\t${fact.decimals ?? '\\N'}${last}\n`;
    if (i % perPiece !== perPiece - 1) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** What tells one figure from another inside a source. */
export const key = ['series', 'area', 'period'] as const;
/** What tells one row from another, in the order of the index. */
export const factKey = [...key, 'source', 'vintage'] as const;
/** What a version says of it. */
export const content = [
  'value',
  'unit',
  'attribute',
  'origin',
  'note',
  'state',
  'standing',
  'decimals',
] as const;
/** Columns of a line of `copyLines`. */
export const columns =
  'value, series, area, period, unit, attribute, origin, note, state, standing, decimals';
