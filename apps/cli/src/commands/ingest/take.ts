import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import {
  afterRevisions,
  type Batch,
  type Boundaries,
  type ImportResult,
  MonitorError,
  type MonitorStore,
  measuredSeries,
  monitorProblem,
  movedTargets,
  type Quarantined,
  type Revision,
  type SourceCheck,
  type Vintage,
} from '@schaalsprong/monitor';
import { type Doubt, quarantine } from '@schaalsprong/monitor/checks';
import {
  type Fetched,
  fetchSource,
  type Limits,
  type Port,
  readBoundaryFile,
} from '@schaalsprong/monitor/connect';
import { fileKinds, filesCatalogue, readSourceFile } from '@schaalsprong/monitor/files';
import type { Text } from '@schaalsprong/words';
import { reasonOf } from '../../files/files.ts';
import { isMonitorFault } from '../../problems/monitor-fault.ts';
import type { Told } from './progress.ts';

/** What is asked of one source. */
export interface Ask {
  readonly source: StatisticsSource;
  readonly region: Region;
  readonly store: MonitorStore;
  readonly port: Port;
  /** path as the user wrote it, and where relative ones start; null to fetch from the source itself */
  readonly file: { readonly path: string; readonly cwd: string } | null;
  readonly published: string | null;
  /** years of boundaries; none for the newest */
  readonly years: readonly number[];
  readonly isDryRun: boolean;
  readonly limits: Partial<Limits>;
  readonly signal: AbortSignal;
  readonly tell: (progress: Told) => void;
}

/** One version of what came. */
export interface Taken {
  readonly vintage: Vintage;
  /** null of a dry run */
  readonly result: ImportResult | null;
  /** of a dry run, what it would change */
  readonly revisions: readonly Revision[];
  readonly held: readonly Quarantined[];
  /** findings that a person refused before */
  readonly refused: number;
  readonly moved: ReturnType<typeof movedTargets>;
}

/** What came of asking a source. */
export interface Outcome {
  readonly source: StatisticsSource;
  readonly dryRun: boolean;
  /** true where the source says that nothing changed since the last time */
  readonly unchanged: boolean;
  /** when it was last known to be as it is */
  readonly since: string | null;
  readonly versions: readonly Taken[];
  readonly boundaries: readonly number[];
  readonly warnings: readonly Text[];
}

/** Kinds of sources that are a file. */
export const isFile = ({ kind }: StatisticsSource): boolean => fileKinds.some((one) => one === kind);

/** This moment in UTC, to the second. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
/** This day in UTC. */
export const today = (): string => now().slice(0, 10);

/**
 * Asks one source for its figures, holds back what is doubtful, and keeps the rest: each version atomically. Of a dry run nothing
 * is kept, not even that it was asked.
 *
 * @throws MonitorError with what went wrong; then no figure was kept
 */
export async function takeSource(ask: Ask): Promise<Outcome> {
  const { source, store, isDryRun } = ask;
  const check = (await store.checks()).find(({ last }) => last.source === source.id);
  const since = check?.lastGood ?? null;
  try {
    const fetched = ask.file === null ? await fetchAll(ask, since) : await fetchFile(ask, ask.file);
    const note = (outcome: SourceCheck['outcome']): Promise<void> =>
      isDryRun
        ? Promise.resolve()
        : store.noteCheck({ source: source.id, at: now(), outcome, code: null, ...fetched.check });
    const common = { source, dryRun: isDryRun, since: since?.at ?? null };
    if (fetched.outcome === 'unchanged') {
      await note('unchanged');
      return { ...common, unchanged: true, versions: [], boundaries: [], warnings: [] };
    }
    const { batches, doubts, boundaries, warnings } = fetched;
    const versions: Taken[] = [];
    for (const [i, batch] of batches.entries()) {
      ask.signal.throwIfAborted();
      // A doubt is about what came last.
      versions.push(await takeBatch(ask, batch, i === batches.length - 1 ? doubts : []));
    }
    if (!isDryRun) for (const one of boundaries) await store.keepBoundaries(one);
    const isNews = versions.some(({ result }) => result?.outcome === 'imported') || boundaries.length > 0;
    await note(isNews ? 'changed' : 'unchanged');
    return {
      ...common,
      unchanged: false,
      versions,
      boundaries: boundaries.map(({ year }) => year),
      warnings,
    };
  } catch (error) {
    const code = isMonitorFault(error) ? (error.problems[0]?.code ?? null) : null;
    if (code !== null && !isDryRun) await noteFailed(store, source.id, code);
    throw error;
  }
}

/** The caller reports the error; the failed check is recorded, unless the store itself fails. */
async function noteFailed(store: MonitorStore, source: string, code: string): Promise<void> {
  const check: SourceCheck = {
    source,
    at: now(),
    outcome: 'failed',
    code,
    etag: null,
    lastModified: null,
    question: null,
  };
  await store.noteCheck(check).catch(() => undefined);
}

interface Came {
  readonly outcome: 'fetched';
  readonly batches: readonly Batch[];
  readonly doubts: readonly Doubt[];
  readonly boundaries: readonly Boundaries[];
  readonly warnings: readonly Text[];
  readonly check: Fetched['check'];
}

const fetchAll = (
  { source, region, port, years, limits, signal, tell }: Ask,
  since: SourceCheck | null,
): Promise<Fetched> =>
  fetchSource(source, region, port, {
    since,
    limits,
    signal,
    onProgress: tell,
    ...(years.length === 0 ? {} : { years }),
  });

/** All bytes of a file as text. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Largest file of boundaries, in bytes: those of a country are smaller once they are generalised. */
const largestBoundaries = 64_000_000;

async function fetchFile(
  { source, region, published, years, signal, tell }: Ask,
  { path, cwd }: { readonly path: string; readonly cwd: string },
): Promise<Came> {
  const name = basename(path);
  const unreadable = (reason: unknown): MonitorError =>
    new MonitorError([
      monitorProblem(filesCatalogue, 'MONITOR_FILE_UNREADABLE', path, { found: reasonOf(reason) }),
    ]);
  const at = resolve(cwd, path);
  const found = await stat(at).catch((error: unknown) => {
    throw unreadable(error);
  });
  // Reading a pipe that nobody writes to would wait forever.
  if (!found.isFile()) throw unreadable(new Error(found.isDirectory() ? 'EISDIR' : 'pipe, device'));
  const { size } = found;
  const begin = Date.now();
  async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const piece of createReadStream(at, { signal, highWaterMark: 1 << 18 })) yield piece;
    } catch (error) {
      signal.throwIfAborted();
      throw unreadable(error);
    }
  }
  const check = { etag: null, lastModified: null, question: null };
  if (source.kind === 'pdok') {
    const [year = new Date().getUTCFullYear()] = years;
    if (size > largestBoundaries) throw unreadable(new Error(`${Math.ceil(size / 1e6)} MB`));
    const text = await textOf(bytes());
    const { boundaries, warnings } = readBoundaryFile(source, region, text, { name, year, retrieved: now() });
    return { outcome: 'fetched', batches: [], doubts: [], boundaries: [boundaries], warnings, check };
  }
  const read = await readSourceFile(source, region, bytes(), {
    name,
    published,
    retrieved: now(),
    address: '',
    signal,
    onBytes: (done) => {
      const left = done === 0 ? null : Math.round(((Date.now() - begin) / done / 1000) * (size - done));
      tell({ source: source.id, stage: 'file', bytes: done, bytesExpected: size, secondsLeft: left });
    },
  });
  return {
    outcome: 'fetched',
    boundaries: [],
    ...read,
    check,
  };
}

/** Holds a version against what stands, and keeps it; of a dry run it is only compared. */
async function takeBatch(
  { source, region, store, isDryRun }: Ask,
  batch: Batch,
  doubts: readonly Doubt[],
): Promise<Taken> {
  const own = new Set((await store.vintages(source.id)).map(({ id }) => id));
  const series = new Set([
    ...source.series.map((of) => of.series),
    ...batch.facts.map((fact) => fact.series),
  ]);
  // Targets stand on more series than those of one source; a store may hold a million figures that none stands on.
  const asked = { series: [...new Set([...series, ...measuredSeries(region)])] };
  const before = await store.facts(asked);
  const sifted = await quarantine(batch, {
    source,
    doubts,
    units: region.units,
    now: now(),
    vintages: own,
    standing: before.filter((fact) => series.has(fact.series)),
    decided: await store.held(false),
  });
  const { vintage } = sifted.batch;
  const { held, refused } = sifted;
  if (isDryRun) {
    const revisions = await store.compare(sifted.batch);
    const after = afterRevisions(before, revisions, vintage, own);
    const moved = movedTargets(region, before, after, today());
    return { vintage, result: null, revisions, held, refused, moved };
  }
  const result = await store.importBatch(sifted.batch);
  const moved = movedTargets(region, before, await store.facts(asked), today());
  return { vintage, result, revisions: [], held, refused, moved };
}
