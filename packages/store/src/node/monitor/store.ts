import {
  afterCheck,
  type Batch,
  type Boundaries,
  checkFacts,
  checkFigures,
  decidedVintage,
  decideProblem,
  type Fact,
  type FactKey,
  type ImportResult,
  type MonitorReader,
  type MonitorStore,
  momentOf,
  type Quarantined,
  type SourceCheck,
  type SourceChecks,
  twiceFault,
} from '@schaalsprong/monitor';
import type { Session } from '../engine/database.ts';
import type { Done, OpenPort } from '../engine/port.ts';
import { columns, copyLines, factKey, type Names, namesOf, numberOf, numbers } from './names.ts';
import { factsIn, historyIn, revisionsIn, statementRevisions, summariesIn, vintagesIn } from './queries.ts';
import {
  findPrior,
  findStatements,
  hasLater,
  insertVintage,
  insertWaiting,
  keepStatements,
  mendLater,
  openScratch,
  replaceFacts,
  touchStatements,
} from './versions.ts';

/** A store in a database. */
export interface DatabaseStore extends MonitorStore {
  /** Another text as soon as something was changed, by this process or another. */
  stamp(): Promise<string>;
}

async function hold(session: Session, items: readonly Quarantined[]): Promise<boolean> {
  if (items.length === 0) return false;
  const kept = await session.rows(
    `insert into held (id, vintage, since, item)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict do nothing returning 1`,
    [
      items.map((item) => item.id),
      items.map((item) => item.vintage.id),
      items.map((item) => item.since),
      items.map((item) => JSON.stringify({ ...item, decision: null })),
    ],
  );
  return kept.length > 0;
}

interface HeldRow {
  readonly item: string;
  readonly decision: string | null;
}

const heldOf = ({ item, decision }: HeldRow): Quarantined => ({
  ...(JSON.parse(item) as Quarantined),
  decision: decision === null ? null : (JSON.parse(decision) as Quarantined['decision']),
});

const vintageNumber = async (session: Session, name: string): Promise<number | null> => {
  const [row] = await session.rows<{ id: number }>('select id from vintage where name = $1', [name]);
  return row?.id ?? null;
};

/** Numbers of what a batch covers. */
async function coversOf(session: Session, covers: Batch['covers']) {
  if (covers === null) return null;
  return {
    series: [...(await numbers(session, 'series', new Set(covers.series))).values()],
    areas: [...(await numbers(session, 'area', new Set(covers.areas))).values()],
  };
}

interface Placed {
  readonly id: number;
  readonly source: number;
  readonly names: Names;
}

/** Keeps the version itself, and what of it waits. */
async function place(session: Session, batch: Batch): Promise<Placed> {
  const { vintage } = batch;
  const source = numberOf(await numbers(session, 'source', new Set([vintage.source])), vintage.source);
  const names = await namesOf(session, batch.facts);
  const covers = await coversOf(session, batch.covers);
  const about = [...new Set([...names.series.values(), ...(covers?.series ?? [])])];
  const id = await insertVintage(session, vintage, source, momentOf(vintage), covers, about);
  const earlier = await session.rows<HeldRow>('select item, decision from held where vintage = $1', [
    vintage.id,
  ]);
  const waiting: FactKey[] = [...earlier.map(heldOf), ...(batch.held ?? [])];
  await insertWaiting(session, id, waiting);
  return { id, source, names };
}

/** Computes what a version says against what was known: fills `prior` and `statement`. */
async function weigh(session: Session, batch: Batch): Promise<Placed> {
  const placed = await place(session, batch);
  await openScratch(session);
  await session.copy(`incoming (${columns})`, copyLines(batch.facts, placed.names));
  await findPrior(session, placed.id);
  await findStatements(session, placed.id);
  return placed;
}

/** Whether a version must be kept of which no figure says anything new. */
async function isNews(session: Session, { vintage }: Batch, id: number): Promise<boolean> {
  const [row] = await session.rows<{ news: boolean }>(
    `select exists (select from statement where not repeats)
       or ($2::text is not null and not exists (select from vintage where source = n.source and published = $2 and id <> $1))
       or not exists (select from vintage v where v.source = n.source and (v.moment, v.retrieved, v.id) < (n.moment, n.retrieved, n.id))
       as news
     from vintage n where n.id = $1`,
    [id, vintage.published],
  );
  return row?.news === true;
}

const before = async (session: Session, id: number): Promise<string> => {
  const [row] = await session.rows<{ name: string }>(
    `select v.name from vintage n join vintage v on v.source = n.source
     where n.id = $1 and (v.moment, v.retrieved, v.id) < (n.moment, n.retrieved, n.id)
     order by v.moment desc, v.retrieved desc, v.id desc limit 1`,
    [id],
  );
  return row?.name ?? '';
};

/** From so many facts on, a store that is empty gets its key after it was filled: made in one go it costs far less than row by row. */
const many = 50_000;

/** Whether the key of the facts can be taken away for a while: none are there yet, and they are ours. */
async function isEmpty(session: Session): Promise<boolean> {
  const [row] = await session.rows<{ empty: boolean }>(
    `select not exists (select from fact) and exists (select from pg_tables
       where schemaname = current_schema() and tablename = 'fact' and tableowner = current_user) as empty`,
  );
  return row?.empty === true;
}

/** The first version of a source needs no comparing: it goes straight to where it stays. */
async function importFirst(session: Session, batch: Batch): Promise<ImportResult> {
  const { id, source, names } = await place(session, batch);
  const keyLater = batch.facts.length >= many && (await isEmpty(session));
  if (keyLater) await session.run('alter table fact drop constraint fact_pkey');
  await session.copy(
    `fact (${columns}, source, vintage, repeats)`,
    copyLines(batch.facts, names, `\t${source}\t${id}\tf`),
  );
  if (keyLater)
    await session.run(`alter table fact add constraint fact_pkey primary key (${factKey.join(', ')})`);
  const added = batch.facts.length;
  return {
    vintage: batch.vintage.id,
    outcome: added === 0 ? 'unchanged' : 'imported',
    added,
    changed: 0,
    standing: 0,
    withdrawn: 0,
    same: 0,
  };
}

async function importLater(session: Session, batch: Batch): Promise<ImportResult> {
  const { id, source } = await weigh(session, batch);
  const kinds = await session.rows<{ kind: string; count: number }>(
    'select kind, count(*)::int as count from statement group by kind',
  );
  const count = (kind: string): number => kinds.find((row) => row.kind === kind)?.count ?? 0;
  const [added, changed, standing] = [count('added'), count('changed'), count('standing')];
  const [withdrawn, same] = [count('withdrawn'), batch.facts.length - added - changed - standing];
  const counts = { added, changed, standing, withdrawn, same };
  if (!(await isNews(session, batch, id))) {
    const vintage = await before(session, id);
    await session.rows('delete from waiting where vintage = $1', [id]);
    await session.rows('delete from vintage where id = $1', [id]);
    return { vintage, outcome: 'unchanged', ...counts };
  }
  await keepStatements(session, id, source);
  if (await hasLater(session, id)) {
    await touchStatements(session);
    await mendLater(session, id);
  }
  const outcome = added + changed + standing + withdrawn === 0 ? 'unchanged' : 'imported';
  return { vintage: batch.vintage.id, outcome, ...counts };
}

/** A fact that a person took joins a version that is there. */
async function joinVersion(session: Session, id: number, fact: Fact): Promise<void> {
  const names = await namesOf(session, [fact]);
  await session.rows(
    'update vintage set about = array(select unnest(about) union select unnest($2::int[])) where id = $1',
    [id, [...names.series.values()]],
  );
  await openScratch(session);
  await session.copy(`incoming (${columns})`, copyLines([fact], names));
  await findPrior(session, id);
  await replaceFacts(session, id);
  await mendLater(session, id);
}

/** A key that is in a batch twice meets the index that lets it in once. */
const isTwice = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

/** Runs work on a session: each in a transaction of its own, or all in one. */
type Read = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

/** What can be read, in the transaction that `read` gives. */
const readerOf = (read: Read): MonitorReader => ({
  facts: (query) => read((session) => factsIn(session, query)),
  history: (query) => read((session) => historyIn(session, query)),
  revisions: (vintage) => read((session) => revisionsIn(session, vintage)),
  vintages: (source) => read((session) => vintagesIn(session, source)),
  summaries: () => read(summariesIn),

  async held(open) {
    const rows = await read((session) =>
      session.rows<HeldRow>('select item, decision from held order by since, id'),
    );
    return rows.map(heldOf).filter((item) => open === undefined || open === (item.decision === null));
  },

  async checks() {
    const rows = await read((session) =>
      session.rows<CheckRow>('select last, last_good from source_check order by source'),
    );
    return rows.map(checksOf);
  },

  async boundaries(year) {
    const [row] = await read((session) =>
      session.rows<{ content: string }>(
        'select content from boundary where $1::int is null or year = $1 order by year desc limit 1',
        [year ?? null],
      ),
    );
    return row === undefined ? null : (JSON.parse(row.content) as Boundaries);
  },
});

type Decision = NonNullable<Quarantined['decision']>;

const isKnown = async (session: Session, { vintage }: Batch): Promise<boolean> =>
  (await vintageNumber(session, vintage.id)) !== null;

const isFirst = async (session: Session, { vintage }: Batch): Promise<boolean> => {
  const found = await session.rows(
    'select 1 from vintage v join source s on s.id = v.source where s.name = $1 limit 1',
    [vintage.source],
  );
  return found.length === 0;
};

async function importInto(session: Session, batch: Batch): Promise<Done<ImportResult>> {
  const isHeld = await hold(session, batch.held ?? []);
  if (await isKnown(session, batch)) {
    const nothing = { added: 0, changed: 0, standing: 0, withdrawn: 0, same: batch.facts.length };
    const result: ImportResult = { vintage: batch.vintage.id, outcome: 'unchanged', ...nothing };
    return { result, change: isHeld };
  }
  const first = await isFirst(session, batch);
  const result = first ? await importFirst(session, batch) : await importLater(session, batch);
  return { result, change: isHeld || result.vintage === batch.vintage.id };
}

async function decideIn(session: Session, id: string, decision: Decision): Promise<Done<Fact | null>> {
  const rows = await session.rows<HeldRow>('select item, decision from held where id = $1', [id]);
  const [item] = rows.map(heldOf);
  if (item === undefined) {
    const known = await session.rows<{ id: string }>('select id from held order by id');
    throw decideProblem(
      'MONITOR_HELD_UNKNOWN',
      id,
      known.map((row) => row.id),
    );
  }
  const fact = decision.take ? item.fact : null;
  if (item.decision !== null) {
    if (item.decision.take !== decision.take) throw decideProblem('MONITOR_HELD_DECIDED', id);
    return { result: fact, change: false };
  }
  await session.rows('update held set decision = $2 where id = $1', [id, JSON.stringify(decision)]);
  if (fact !== null) {
    checkFigures([fact]);
    const apart = decidedVintage(item.vintage);
    const found = (await vintageNumber(session, item.vintage.id)) ?? (await vintageNumber(session, apart.id));
    const alone: Batch = { vintage: apart, facts: [], covers: null };
    await joinVersion(session, found ?? (await place(session, alone)).id, fact);
  }
  return { result: fact, change: true };
}

async function noteCheckIn(session: Session, check: SourceCheck): Promise<Done<undefined>> {
  const [row] = await session.rows<CheckRow>('select last, last_good from source_check where source = $1', [
    check.source,
  ]);
  const { last, lastGood } = afterCheck(row === undefined ? null : checksOf(row), check);
  await session.rows(
    `insert into source_check (source, last, last_good) values ($1, $2, $3)
     on conflict (source) do update set last = excluded.last, last_good = excluded.last_good`,
    [check.source, JSON.stringify(last), lastGood === null ? null : JSON.stringify(lastGood)],
  );
  return { result: undefined, change: true };
}

async function keepBoundariesIn(session: Session, boundaries: Boundaries): Promise<Done<undefined>> {
  await session.rows(
    `insert into boundary (year, content) values ($1, $2)
     on conflict (year) do update set content = excluded.content`,
    [boundaries.year, JSON.stringify(boundaries)],
  );
  return { result: undefined, change: true };
}

/** The store of the monitor over an open port. `memoryStore` of packages/monitor defines what it means; one test suite holds them equal. */
export function databaseStore(port: OpenPort): DatabaseStore {
  const { read, write } = port;
  return {
    ...readerOf(read),
    snapshot: (work) => read((session) => work(readerOf((each) => each(session)))),

    async importBatch(batch) {
      checkFigures(batch.facts);
      try {
        return await write((session) => importInto(session, batch));
      } catch (error) {
        if (isTwice(error)) throw twiceFault();
        throw error;
      }
    },

    async compare(batch) {
      checkFacts(batch.facts);
      return port.tryOut(async (session) => {
        if (await isKnown(session, batch)) return [];
        await weigh(session, batch);
        return statementRevisions(session);
      });
    },

    hold: (items) => write(async (session) => ({ result: undefined, change: await hold(session, items) })),
    decide: (id, decision) => write((session) => decideIn(session, id, decision)),
    noteCheck: (check) => write((session) => noteCheckIn(session, check)),
    keepBoundaries: (boundaries) => write((session) => keepBoundariesIn(session, boundaries)),
    stamp: () => port.stamp(),
    close: () => port.close(),
  };
}

interface CheckRow {
  readonly last: string;
  readonly last_good: string | null;
}

const checksOf = ({ last, last_good }: CheckRow): SourceChecks => ({
  last: JSON.parse(last) as SourceCheck,
  lastGood: last_good === null ? null : (JSON.parse(last_good) as SourceCheck),
});
