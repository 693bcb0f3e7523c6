import type { FactKey, Vintage } from '@schaalsprong/monitor';
import type { Session } from '../engine/database.ts';
import { content, key } from './names.ts';

const list = (names: readonly string[], of = ''): string => names.map((name) => `${of}${name}`).join(', ');
const on = (a: string, b: string): string => key.map((name) => `${a}.${name} = ${b}.${name}`).join(' and ');

/** What makes two facts of one key the same: `sameFact` of packages/monitor. */
const figure = ['value', 'state', 'unit', 'standing', 'note'] as const;
const same = (a: string, b: string): string =>
  `(${list(figure, `${a}.`)}) is not distinct from (${list(figure, `${b}.`)})`;
const sameFigure = (a: string, b: string): string =>
  `(${a}.value, ${a}.state, ${a}.unit) is not distinct from (${b}.value, ${b}.state, ${b}.unit)`;

/** Status of an omitted figure; word id 1 is the empty string. */
const withdrawn: Readonly<Record<(typeof content)[number], string>> = {
  value: 'null::float8',
  unit: '1',
  attribute: '1',
  origin: '1',
  note: '1',
  state: `'withdrawn'::value_state`,
  standing: `'observed'::figure_standing`,
  decimals: 'null::smallint',
};
const withdrawnContent = content.map((name) => withdrawn[name]).join(', ');

const figures = `value float8, unit int, attribute int, origin int, note int, state value_state,
  standing figure_standing, decimals smallint`;

/** Tables of one import: what came, what stood before it, what it says, and whose history it touches. */
const scratch = `
  create temp table incoming (series int, area int, period int, ${figures}) on commit drop;
  create temp table prior (series int, area int, period int, ${figures}, dated boolean) on commit drop;
  create temp table statement (series int, area int, period int, ${figures}, kind text, covered boolean,
    repeats boolean)
    on commit drop;
  create temp table touched (series int, area int, period int, ${figures}) on commit drop;`;

/** Makes the tables that the other functions of this file work in; they go with the transaction. */
export const openScratch = (session: Session): Promise<void> => session.run(scratch);

/**
 * Keeps a version, without its facts.
 * @param about series of its facts and of what it covers
 */
export async function insertVintage(
  session: Session,
  vintage: Vintage,
  source: number,
  moment: string,
  covers: { readonly series: readonly number[]; readonly areas: readonly number[] } | null,
  about: readonly number[],
): Promise<number> {
  const [row] = await session.rows<{ id: number }>(
    `insert into vintage (name, source, office_table, published, retrieved, moment, hash, classification,
       address, licence, attribution, covers_series, covers_areas, about)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::int[], $13::int[], $14::int[]) returning id`,
    [
      vintage.id,
      source,
      vintage.table,
      vintage.published,
      vintage.retrieved,
      moment,
      vintage.hash,
      vintage.classification,
      vintage.address,
      vintage.licence,
      vintage.attribution,
      covers?.series ?? null,
      covers?.areas ?? null,
      about,
    ],
  );
  if (row === undefined) throw new Error('a version was kept without a number');
  return row.id;
}

/** Keeps of which figures a version says neither that they are nor that they are not. */
export async function insertWaiting(
  session: Session,
  vintage: number,
  waiting: readonly FactKey[],
): Promise<void> {
  if (waiting.length === 0) return;
  const column = (name: keyof FactKey): string[] => waiting.map((item) => item[name]);
  await session.rows(`insert into waiting select $1, * from unnest($2::text[], $3::text[], $4::text[])`, [
    vintage,
    column('series'),
    column('area'),
    column('period'),
  ]);
}

/** Whether a version `v` says of a figure `k` by its silence that it is as it was: it covers it, and it does not wait. */
const speaks = (v: string, k: string): string => `
  ${k}.series = any(${v}.covers_series) and ${k}.area = any(${v}.covers_areas)
  and not exists (select from waiting w where w.vintage = ${v}.id
    and w.series = (select name from series where id = ${k}.series)
    and w.area in ('', (select name from area where id = ${k}.area))
    and w.period in ('', (select name from period where id = ${k}.period)))`;

/** Place of a version among those of its source. */
const place = (v: string): string => `(${v}.moment, ${v}.retrieved, ${v}.id)`;

/** Fills `prior`: what was known, before a version, of the series that it speaks of. */
export async function findPrior(session: Session, vintage: number): Promise<void> {
  await session.rows(
    `insert into prior
     select distinct on (${list(key, 'f.')}) ${list(key, 'f.')}, ${list(content, 'f.')}, v.published is not null
     from fact f join vintage v on v.id = f.vintage, vintage n
     where n.id = $1 and f.source = n.source and f.series = any(n.about) and not f.repeats
       and ${place('v')} < ${place('n')}
     order by ${list(key, 'f.')}, v.moment desc, v.retrieved desc, v.id desc`,
    [vintage],
  );
}

/**
 * Fills `statement` from `incoming` and `prior`: what a version says and what it withdraws by leaving it out. A figure that is as it
 * was `repeats`, unless it has no day of publication yet and now gets one; where the version covers it, its silence says as much and
 * it is left out.
 *
 * @throws the fault of the database where a key came twice
 */
export async function findStatements(session: Session, vintage: number): Promise<void> {
  await session.run(
    'create unique index on incoming (series, area, period); analyze incoming; analyze prior',
  );
  const [covers] = await session.rows<{ covers: boolean }>(
    'select covers_series is not null as covers from vintage where id = $1',
    [vintage],
  );
  // As sets, not as any(): a version may cover some hundred areas, and each fact is compared with them.
  const covered = (of: string): string =>
    covers?.covers === true
      ? `(${of}.series in (select unnest(covers_series) from vintage where id = $1)
          and ${of}.area in (select unnest(covers_areas) from vintage where id = $1))`
      : 'false';
  await session.rows(
    `insert into statement select * from (
     select ${list(key, 'i.')}, ${list(content, 'i.')},
       case when p.series is null or p.state = 'withdrawn' then 'added' when ${same('i', 'p')} then 'same'
         when ${sameFigure('i', 'p')} then 'standing' else 'changed' end,
       ${covered('i')} as covered,
       p.series is not null and ${same('i', 'p')} and (p.dated or n.published is null) as repeats
     from vintage n, incoming i left join prior p on ${on('i', 'p')} where n.id = $1
     ) said where not (covered and repeats)`,
    [vintage],
  );
  if (covers?.covers !== true) return;
  await session.rows(
    `insert into statement
     select ${list(key, 'p.')}, ${withdrawnContent},
       case when p.state = 'withdrawn' then 'same' else 'withdrawn' end, true, false
     from vintage n, prior p
     where n.id = $1 and ${covered('p')} and ${speaks('n', 'p')}
       and (p.state <> 'withdrawn' or (n.published is not null and not p.dated))
       and not exists (select from incoming i where ${on('i', 'p')})`,
    [vintage],
  );
}

/** Keeps what `statement` says. */
export async function keepStatements(session: Session, vintage: number, source: number): Promise<void> {
  await session.rows(
    `insert into fact (source, vintage, ${list(key)}, ${list(content)}, repeats)
     select $2, $1, ${list(key)}, ${list(content)}, repeats from statement
     order by ${list(key)}`,
    [vintage, source],
  );
}

/** Whether a version of the source comes after this one. */
export async function hasLater(session: Session, vintage: number): Promise<boolean> {
  const found = await session.rows(
    `select 1 from vintage v join vintage n on n.id = $1 and v.source = n.source where ${place('v')} > ${place('n')} limit 1`,
    [vintage],
  );
  return found.length > 0;
}

/** Fills `touched` with what `statement` keeps, and what stood of it before. */
export async function touchStatements(session: Session): Promise<void> {
  const before = content.map(
    (name) => `case when p.series is null then ${withdrawn[name]} else p.${name} end`,
  );
  await session.rows(
    `insert into touched select ${list(key, 's.')}, ${before.join(', ')}
     from statement s left join prior p on ${on('s', 'p')}`,
  );
}

/**
 * Sets right what comes after a version that was not the last of its source, for the figures of `touched`. A later version that spoke
 * of them by its silence meant what stood before: that is written out, up to the first that has a day of publication or that begins
 * another value. Which rows repeat is recomputed.
 */
export async function mendLater(session: Session, vintage: number): Promise<void> {
  await session.rows(
    `insert into fact (source, vintage, ${list(key)}, ${list(content)}, repeats)
     select source, next, ${list(key)}, ${list(content)}, false from (
       select spoken.*, coalesce(sum(ends) over (partition by ${list(key)} order by moment, retrieved, next
         rows between unbounded preceding and 1 preceding), 0) as ended
       from (
         select t.*, o.source, o.id as next, o.moment, o.retrieved, f.vintage is null as silent,
           case when o.published is not null or (f.vintage is not null and not (${same('f', 't')})) then 1 else 0 end as ends
         from vintage n join vintage o on o.source = n.source and ${place('o')} > ${place('n')}
         cross join touched t
         left join fact f on ${on('f', 't')} and f.source = o.source and f.vintage = o.id
         where n.id = $1 and (f.vintage is not null or (${speaks('o', 't')}))
       ) spoken
     ) later where silent and ended = 0`,
    [vintage],
  );
  const window = `over (partition by ${list(key, 'f.')} order by v.moment, v.retrieved, v.id)`;
  const before = figure.map((name) => `lag(f.${name}) ${window}`).join(', ');
  await session.rows(
    `update fact f set repeats = m.repeats from (
       select ${list(key)}, vintage, source, not (
         row_number() over run = 1 or (dated and count(*) filter (where dated) over run = 1)) as repeats
       from (
         select c.*, sum(starts) over (partition by ${list(key, 'c.')} order by moment, retrieved, vintage) as run
         from (
           select ${list(key, 'f.')}, f.vintage, f.source, v.moment, v.retrieved, v.published is not null as dated,
             case when (${list(figure, 'f.')}) is not distinct from (${before}) then 0 else 1 end as starts
           from touched t join fact f on ${on('f', 't')} join vintage v on v.id = f.vintage
           where f.source = (select source from vintage where id = $1)
         ) c
       ) r window run as (partition by ${list(key)}, run order by moment, retrieved, vintage)
     ) m where ${on('f', 'm')} and f.source = m.source and f.vintage = m.vintage and f.repeats <> m.repeats`,
    [vintage],
  );
}

/**
 * Puts the facts of `incoming` into a version that is there, in the place of what it said of them; fills `touched` with what it said,
 * or meant by its silence.
 */
export async function replaceFacts(session: Session, vintage: number): Promise<void> {
  const before = content.map(
    (name) =>
      `case when o.series is not null then o.${name} when p.series is not null then p.${name} else ${withdrawn[name]} end`,
  );
  await session.rows(
    `insert into touched select ${list(key, 'i.')}, ${before.join(', ')}
     from incoming i left join fact o on ${on('o', 'i')} and o.vintage = $1 left join prior p on ${on('p', 'i')}`,
    [vintage],
  );
  await session.rows(`delete from fact f using incoming i where ${on('f', 'i')} and f.vintage = $1`, [
    vintage,
  ]);
  await session.rows(
    `insert into fact (source, vintage, ${list(key)}, ${list(content)}, repeats)
     select v.source, v.id, ${list(key, 'i.')}, ${list(content, 'i.')}, false from incoming i, vintage v where v.id = $1`,
    [vintage],
  );
}
