import {
  type Fact,
  type FactQuery,
  type Revision,
  revisionOf,
  type SeriesSummary,
  type Vintage,
  type VintageFact,
} from '@schaalsprong/monitor';
import type { Session, Value } from '../engine/database.ts';

/** A fact as `factColumns` reads it. */
type FactRow = { -readonly [K in keyof Fact]: Fact[K] };

/** Columns of a fact, its names written out, of `f` joined by `factJoins`. */
const factColumns = `s.name as series, a.name as area, p.name as period, f.value, f.state::text as state,
  f.standing::text as standing, u.name as unit, f.decimals, t.name as attribute, o.name as source, n.name as note`;
const factJoins = `join series s on s.id = f.series join area a on a.id = f.area join period p on p.id = f.period
  join word u on u.id = f.unit join word t on t.id = f.attribute join word o on o.id = f.origin join word n on n.id = f.note`;
const byName = 's.name, a.name, p.name, so.name';

const vintageColumns = `v.name as id, so.name as source, v.office_table as "table", v.published, v.retrieved, v.hash,
  v.classification, v.address, v.licence, v.attribution`;

/** What narrows the facts, and the values for it. */
function narrowed({ series, areas, asKnownOn }: FactQuery): { where: string; values: Value[] } {
  const values: Value[] = [];
  const given = (value: Value): string => `$${values.push(value)}`;
  const parts = ['not f.repeats'];
  // As numbers in an array, so that the index finds them.
  if (series)
    parts.push(`f.series = any(array(select id from series where name = any(${given(series)}::text[])))`);
  if (areas) parts.push(`f.area = any(array(select id from area where name = any(${given(areas)}::text[])))`);
  if (asKnownOn !== undefined) parts.push(`v.published <= ${given(asKnownOn)} collate "C"`);
  return { where: parts.join(' and '), values };
}

/** Of each figure and source the last version, withdrawn or not. */
const latest = (where: string): string => `
  select distinct on (f.series, f.area, f.period, f.source) f.*, v.name as vintage_name, v.published
  from fact f join vintage v on v.id = f.vintage where ${where}
  order by f.series, f.area, f.period, f.source, v.moment desc, v.retrieved desc, v.id desc`;

/** The figures that stand, or stood on a day. */
export function factsIn(session: Session, query: FactQuery): Promise<VintageFact[]> {
  const { where, values } = narrowed(query);
  return session.rows<VintageFact>(
    `select ${factColumns}, f.vintage_name as vintage, f.published
     from (${latest(where)}) f ${factJoins} join source so on so.id = f.source
     where f.state <> 'withdrawn' order by ${byName}`,
    values,
  );
}

/** Every version of the figures. */
export function historyIn(session: Session, query: FactQuery): Promise<VintageFact[]> {
  const { where, values } = narrowed(query);
  return session.rows<VintageFact>(
    `select ${factColumns}, v.name as vintage, v.published
     from fact f join vintage v on v.id = f.vintage ${factJoins} join source so on so.id = f.source
     where ${where} order by ${byName}, v.moment, v.retrieved, v.id`,
    values,
  );
}

/** Versions, oldest first. */
export function vintagesIn(session: Session, source?: string): Promise<Vintage[]> {
  return session.rows<Vintage>(
    `select ${vintageColumns} from vintage v join source so on so.id = v.source
     where $1::text is null or so.name = $1 collate "C"
     order by v.moment, so.name, v.retrieved, v.id`,
    [source ?? null],
  );
}

/** What is known of each series in each area. */
export async function summariesIn(session: Session): Promise<SeriesSummary[]> {
  return session.rows<SeriesSummary>(
    `with standing as (${latest('not f.repeats')}),
     ordered as (
       select f.series, f.area, f.period, f.unit, p.name,
         row_number() over (partition by f.series, f.area order by p.ends, p.starts, p.name, so.name) as nth,
         row_number() over (partition by f.series, f.area order by p.ends desc, p.starts desc, p.name desc, so.name desc) as nth_last
       from standing f join period p on p.id = f.period join source so on so.id = f.source where f.state <> 'withdrawn'
     ),
     counted as (
       select series, area, count(distinct period)::int as count, max(name) filter (where nth = 1) as first,
         max(name) filter (where nth_last = 1) as last, max(unit) filter (where nth_last = 1) as unit
       from ordered group by series, area
     ),
     versions as (
       select f.series, f.area, count(distinct f.vintage)::int as vintages, max(v.published) as last_published
       from fact f join vintage v on v.id = f.vintage where not f.repeats group by f.series, f.area
     )
     select s.name as series, a.name as area, u.name as unit, c.count, c.first, c.last, v.vintages,
       v.last_published as "lastPublished"
     from counted c join versions v on v.series = c.series and v.area = c.area join series s on s.id = c.series
     join area a on a.id = c.area join word u on u.id = c.unit order by s.name, a.name`,
  );
}

/** A fact with what stood before it, whose columns begin with `old_`; `old_state` is null where nothing stood. */
type ChangeRow = FactRow & { readonly [K in keyof Fact as `old_${K}`]: Fact[K] | null };

/** Facts `f` of a query, each with what it takes the place of: columns of `b`. */
const changes = (from: string, where = 'true'): string => `
  select ${factColumns}, b.value as old_value, b.state::text as old_state, b.standing::text as old_standing, bu.name as old_unit,
    b.decimals as old_decimals, bt.name as old_attribute, bo.name as old_source, bn.name as old_note
  from ${from} ${factJoins} left join word bu on bu.id = b.unit left join word bt on bt.id = b.attribute
    left join word bo on bo.id = b.origin left join word bn on bn.id = b.note
  where ${where} order by s.name, a.name, p.name`;

function revisionsOf(rows: readonly ChangeRow[]): Revision[] {
  return rows.flatMap((row) => {
    const { series, area, period, value, state, standing, unit, decimals, attribute, source, note } = row;
    const after: Fact = {
      series,
      area,
      period,
      value,
      state,
      standing,
      unit,
      decimals,
      attribute,
      source,
      note,
    };
    // Where there was a figure before, its columns are all there: they come from one row of an outer join.
    const before: Fact | null =
      row.old_state === null
        ? null
        : {
            series,
            area,
            period,
            value: row.old_value,
            state: row.old_state,
            standing: row.old_standing ?? 'observed',
            unit: row.old_unit ?? '',
            decimals: row.old_decimals,
            attribute: row.old_attribute ?? '',
            source: row.old_source ?? '',
            note: row.old_note ?? '',
          };
    return revisionOf(after, before, after) ?? [];
  });
}

/** What `statement` changes against `prior` (see versions.ts). */
export const statementRevisions = async (session: Session): Promise<Revision[]> =>
  revisionsOf(
    await session.rows<ChangeRow>(
      changes(`(select * from statement where kind <> 'same') f
        left join prior b on b.series = f.series and b.area = f.area and b.period = f.period`),
    ),
  );

/** What a version changed against the one before it. */
export const revisionsIn = async (session: Session, vintage: string): Promise<Revision[]> =>
  revisionsOf(
    await session.rows<ChangeRow>(
      changes(
        `vintage now join fact f on f.series = any(now.about) and f.vintage = now.id and not f.repeats left join lateral (
          select g.* from fact g join vintage w on w.id = g.vintage
          where g.series = f.series and g.area = f.area and g.period = f.period and g.source = f.source
            and not g.repeats and (w.moment, w.retrieved, w.id) < (now.moment, now.retrieved, now.id)
          order by w.moment desc, w.retrieved desc, w.id desc limit 1
        ) b on true`,
        'now.name = $1 collate "C"',
      ),
      [vintage],
    ),
  );
