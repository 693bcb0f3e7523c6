import { loadRegion, type Region, type StatisticsSource } from '@schaalsprong/agenda';
import { type MonitorStore, measuredSeries, revisedVersions } from '@schaalsprong/monitor';
import { describeTable, needsFile } from '@schaalsprong/monitor/connect';
import { nodePort } from '@schaalsprong/monitor/node';
import { type Lang, nearest, Unreachable } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { explainMonitor, isMonitorFault } from '../../problems/monitor-fault.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { regionFiles } from '../../region/region-files.ts';
import { answer } from '../../terminal/answer.ts';
import { progressLine } from '../../terminal/progress.ts';
import { wrap } from '../../terminal/table.ts';
import type { Given } from './options.ts';
import { openPlace, type Place, placeOf } from './place.ts';
import { progressText } from './progress.ts';
import {
  countKinds,
  figure,
  heldLines,
  movedLines,
  outcomeJson,
  outcomeLines,
  revisionLines,
  tableLines,
} from './report.ts';
import { freshness, statusLines } from './status.ts';
import { isFile, now, type Outcome, takeSource, today } from './take.ts';
import { sayIngest } from './texts.ts';

const actions = ['status', 'all', 'revisions', 'quarantine', 'accept', 'reject'] as const;
type Action = (typeof actions)[number];

/** What each part of the command may be given besides --region, --data, --json, --out. */
const optionsOf = {
  status: [],
  all: ['dry-run', 'years'],
  revisions: ['since'],
  quarantine: [],
  accept: ['by', 'why'],
  reject: ['by', 'why'],
  source: ['file', 'published', 'dry-run', 'years'],
} as const satisfies Record<Action | 'source', readonly string[]>;
const own = ['file', 'published', 'dry-run', 'by', 'why', 'since', 'years'] as const;

/** Everything that a part of the command works with. */
interface Work {
  readonly given: Given;
  readonly lang: Lang;
  readonly world: Surroundings;
  readonly region: Region;
  readonly place: Place;
}

/**
 * `ingest`: brings figures of statistics offices and files in, with everything doubtful held back, and tells how fresh they are. It is
 * the only part of the program that goes out to the network, and only here.
 */
export async function runIngest(given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const [first, id, ...more] = given.rest;
  const what =
    first ??
    given.wrong('needs-option', {
      command: 'ingest',
      what: sayIngest(lang, 'source-word'),
      why: sayIngest(lang, 'what-source'),
    });
  const action = actions.find((one) => one === what);
  for (const option of own) {
    const allowed: readonly string[] = optionsOf[action ?? 'source'];
    if (given.value(option) !== null && !allowed.includes(option)) {
      const owners = Object.entries(optionsOf).filter(([, options]) => options.some((one) => one === option));
      given.wrong('option-not-here', {
        command: `ingest ${what}`,
        what: `--${option}`,
        owners: owners.map(([part]) => (part === 'source' ? 'ingest SOURCE' : `ingest ${part}`)).join(', '),
      });
    }
  }
  const takesId = action === 'accept' || action === 'reject';
  if ((!takesId && id !== undefined) || more.length > 0) {
    given.wrong('too-many', { what: [...(takesId ? [] : [id]), ...more].join(' ') });
  }
  for (const option of ['published', 'since'] as const) {
    const day = given.value(option);
    if (day !== null && !isDay(day)) given.wrong('not-day', { what: `--${option}`, value: day });
  }
  yearsOf(given);
  const files = regionFiles(given.value('region') ?? defaultRegion, lang, world);
  if (files === null) return exit.badInput;
  const work: Work = {
    given,
    lang,
    world,
    place: placeOf(given.value('data'), world),
    region: await loadRegion(files),
  };
  try {
    switch (action) {
      case 'status':
        return await tellStatus(work);
      case 'all':
        return await ingestAll(work);
      case 'revisions':
        return await tellRevisions(work);
      case 'quarantine':
        return await tellHeld(work);
      case 'accept':
      case 'reject':
        return await decide(work, id, action === 'accept');
      case undefined:
        return await ingestOne(work, sourceNamed(work, what));
    }
  } catch (error) {
    if (world.signal.aborted) throw error;
    const fault = explainMonitor(error, lang);
    if (fault === null) throw error;
    world.err(`${fault.lines.join('\n')}\n`);
    return fault.exit;
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** Years of boundaries, by `--years 2015,2026`; none for the newest. */
const yearsOf = (given: Given): readonly number[] =>
  given
    .names('years')
    .map((year) => (/^(19|20)\d\d$/.test(year) ? Number(year) : given.wrong('not-year', { value: year })));

function sourceNamed({ given, region }: Work, what: string): StatisticsSource {
  const known = region.sources.map(({ id }): string => id);
  return (
    region.sources.find(({ id }) => id === what) ??
    given.wrong('source-unknown', { value: what }, nearest(what, [...known, ...actions]))
  );
}

/** Gives lines for people, or the same for programs. */
function tell({ given, lang, world }: Work, lines: readonly string[], json: () => unknown): Exit {
  const text =
    given.value('json') === null ? `${lines.join('\n')}\n` : `${JSON.stringify(json(), null, 2)}\n`;
  return answer(text, given.value('out'), lang, world);
}

/** Opens the store for a while. */
async function withStore<T>(
  { place, region, lang, world }: Work,
  toWrite: boolean,
  use: (store: MonitorStore, isKept: boolean) => Promise<T>,
): Promise<T> {
  const { store, isKept } = await openPlace(place, region, toWrite, { lang, world });
  try {
    return await use(store, isKept);
  } finally {
    await store.close();
  }
}

async function ask(work: Work, source: StatisticsSource, store: MonitorStore): Promise<Outcome> {
  const { given, lang, world, region, place } = work;
  const isDryRun = given.value('dry-run') !== null;
  const path = given.value('file');
  const progress = progressLine(lang, world);
  const port = nodePort({ environment: world.env, ...(isDryRun ? {} : { cache: place.folder }) });
  try {
    return await takeSource({
      source,
      region,
      store,
      port,
      isDryRun,
      signal: world.signal,
      file: path === null ? null : { path, cwd: world.cwd },
      published: given.value('published'),
      years: yearsOf(given),
      limits: world.network ?? {},
      tell: (progressed) => progress.say(progressText(progressed, lang)),
    });
  } finally {
    progress.clear();
    port.close();
  }
}

async function ingestOne(work: Work, source: StatisticsSource): Promise<Exit> {
  const { given, lang, world, region } = work;
  const isDryRun = given.value('dry-run') !== null;
  const hasFile = given.value('file') !== null;
  const isBoundaries = source.kind === 'pdok';
  if (hasFile && !isFile(source) && !isBoundaries)
    given.wrong('file-not-here', { source: source.id, kind: source.kind });
  if (given.value('years') !== null && source.kind !== 'pdok') {
    given.wrong('only-with', { what: '--years', other: 'pdok' });
  }
  if (given.value('published') !== null && !hasFile) {
    given.wrong('only-with', { what: '--published', other: '--file' });
  }
  if (hasFile && isBoundaries && yearsOf(given).length !== 1) {
    given.wrong('needs-option', {
      command: `ingest ${source.id} --file`,
      what: '--years',
      why: sayIngest(lang, 'why-year'),
    });
  }
  if (needsFile(source) && !hasFile) {
    given.wrong('needs-option', {
      command: `ingest ${source.id}`,
      what: '--file',
      why: sayIngest(lang, 'why-file'),
    });
  }
  if (source.series.length === 0 && !isFile(source) && source.kind !== 'pdok' && isDryRun) {
    return await tellTable(work, source);
  }
  const outcome = await withStore(work, !isDryRun, (store) => ask(work, source, store));
  return tell(work, outcomeLines(outcome, lang, region, world.width), () => outcomeJson(outcome));
}

/** What a table holds, where sources.yaml does not say yet what to take of it. */
async function tellTable(work: Work, source: StatisticsSource): Promise<Exit> {
  const { lang, world } = work;
  const port = nodePort({ environment: world.env });
  const progress = progressLine(lang, world);
  try {
    const table = await describeTable(source, port, {
      signal: world.signal,
      limits: world.network ?? {},
      onProgress: (progressed) => progress.say(progressText(progressed, lang)),
    });
    progress.clear();
    return tell(work, tableLines(table, lang, world.width), () => table);
  } finally {
    progress.clear();
    port.close();
  }
}

/** Every source after the other: one that fails does not keep the others back. */
async function ingestAll(work: Work): Promise<Exit> {
  const { given, lang, world, region } = work;
  if (region.sources.length === 0) {
    world.err(`${sayIngest(lang, 'no-sources')}\n`);
    return exit.badInput;
  }
  const isDryRun = given.value('dry-run') !== null;
  const lines: string[] = [];
  const json: unknown[] = [];
  const exits = new Set<Exit>();
  await withStore(work, !isDryRun, async (store) => {
    for (const source of region.sources) {
      const skipped = needsFile(source)
        ? 'skipped-file'
        : source.series.length === 0 && source.kind !== 'pdok'
          ? 'skipped-series'
          : null;
      if (skipped !== null) {
        lines.push(...wrap(sayIngest(lang, skipped, { source: source.id }), world.width));
        json.push({ source: source.id, skipped });
        continue;
      }
      try {
        const outcome = await ask(work, source, store);
        lines.push(...outcomeLines(outcome, lang, region, world.width));
        json.push(outcomeJson(outcome));
      } catch (error) {
        const fault = world.signal.aborted ? null : explainMonitor(error, lang);
        if (fault === null) throw error;
        exits.add(fault.exit);
        lines.push(sayIngest(lang, 'failed', { source: source.id }), ...fault.lines);
        json.push({ source: source.id, problems: isMonitorFault(error) ? error.problems : [] });
      }
    }
  });
  const ended = tell(work, lines, () => ({ sources: json }));
  if (ended !== exit.done) return ended;
  return [exit.badInput, exit.unreachable].find((code) => exits.has(code)) ?? exit.done;
}

async function tellStatus(work: Work): Promise<Exit> {
  const { lang, world, region, place } = work;
  const { found, isKept } = await withStore(work, false, async (store, isKept) => ({
    found: await freshness(region, store, today()),
    isKept,
  }));
  const where = place.databaseUrl === '' ? place.folder : sayIngest(lang, 'database');
  return tell(
    work,
    [
      ...statusLines(found, region, lang, world.width),
      '',
      ...wrap(sayIngest(lang, isKept ? 'kept-where' : 'kept-nothing', { place: where }), world.width),
    ],
    () => ({ region: region.id, today: today(), kept: isKept, ...found }),
  );
}

async function tellHeld(work: Work): Promise<Exit> {
  const { lang, world } = work;
  const held = await withStore(work, false, (store) => store.held(true));
  const lines =
    held.length === 0
      ? [sayIngest(lang, 'nothing-held')]
      : [...heldLines(held, lang, world.width), '', ...wrap(sayIngest(lang, 'held-how'), world.width)];
  return tell(work, lines, () => ({ held }));
}

async function decide(work: Work, named: string | undefined, take: boolean): Promise<Exit> {
  const { given, lang, region, world } = work;
  const needed = (what: string, why: string): never =>
    given.wrong('needs-option', { command: `ingest ${take ? 'accept' : 'reject'}`, what, why });
  const id = named ?? needed('ID', sayIngest(lang, 'what-id'));
  const by = given.value('by') ?? needed('--by', sayIngest(lang, 'why-by'));
  const why = given.value('why') ?? needed('--why', sayIngest(lang, 'why-why'));
  const { item, fact } = await withStore(work, true, async (store) => {
    const item = (await store.held()).find((one) => one.id === id);
    if (take && item !== undefined && item.fact === null && item.period !== '') {
      given.wrong('held-no-figure', { value: id });
    }
    return { item, fact: await store.decide(id, { take, by, why, on: now() }) };
  });
  if (item === undefined) throw new Unreachable(`${id} was decided and is not held`);
  const { source } = item;
  const line =
    fact === null
      ? sayIngest(lang, take ? 'taken-later' : 'not-taken', { id, source })
      : sayIngest(lang, 'taken', {
          series: fact.series,
          area: fact.area,
          period: fact.period,
          value: figure(fact, lang, region),
        });
  return tell(work, wrap(line, world.width), () => ({ id, take, fact }));
}

async function tellRevisions(work: Work): Promise<Exit> {
  const { given, lang, world, region } = work;
  const since = given.value('since');
  const versions = await withStore(work, false, async (store) => {
    const history = await store.history({ series: measuredSeries(region) });
    return revisedVersions(region, await store.vintages(), history, today());
  });
  const dayOf = ({ published, retrieved }: (typeof versions)[number]['vintage']): string =>
    published ?? retrieved.slice(0, 10);
  const shown = versions.filter(
    ({ vintage, revisions, moved }) =>
      revisions.length + moved.length > 0 && (since === null || dayOf(vintage) >= since),
  );
  const sinceDay = since === null ? '' : sayIngest(lang, 'since-day', { day: since });
  const lines =
    shown.length === 0
      ? [sayIngest(lang, 'no-revisions', { since: sinceDay })]
      : shown.flatMap(({ vintage, revisions, added, moved }, i) => [
          ...(i === 0 ? [] : ['']),
          ...wrap(
            sayIngest(lang, 'revised-heading', {
              day: dayOf(vintage) || sayIngest(lang, 'unknown'),
              source: vintage.source,
              ...countKinds(revisions),
              added,
            }),
            world.width,
          ),
          ...revisionLines(revisions, lang, region, world.width),
          ...movedLines(moved, lang, region, world.width),
        ]);
  return tell(work, lines, () => ({ revisions: shown }));
}
