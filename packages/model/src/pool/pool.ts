import { at } from '@schaalsprong/words';
import type { Program } from '../ir/program.ts';
import { ModelError } from '../problems/problems.ts';
import { say } from '../problems/say.ts';
import type { Model, RunRequest } from '../run/model.ts';
import type { Answer, Ask, Summary } from '../summary/asks.ts';
import { memoryOf, type Piece } from '../summary/piece.ts';
import { type Chunk, chunksOf } from '../summary/summarise.ts';
import { checkRequest, keptTimes } from './check.ts';
import type { FromWorker, Lane, Pool, PoolOptions, Question, SummaryRequest, ToWorker } from './protocol.ts';
import { serve } from './serve.ts';
import { poolTexts } from './texts.ts';

/** The pool's end of the channel to a worker. */
export interface WorkerHandle {
  post(message: ToWorker, transfer: ArrayBuffer[]): void;
  /** Reference-counts the worker: a busy worker keeps the process alive, an idle one does not. */
  keepAlive(busy: boolean): void;
  stop(): Promise<void>;
}

/** Starts a worker, with handlers for its messages and for a fatal error (called once). */
export type Spawn = (tell: (message: FromWorker) => void, fail: (reason: string) => void) => WorkerHandle;

/** Prefetch: chunks in flight per worker, so that it never waits for the next. */
const AHEAD = 2;
/** Of a request that lets others go first a worker has one chunk at most, so that it is soon free. */
const AHEAD_BEHIND = 1;
/** Futures in the first early answer; each next one holds four times as many. */
const FIRST = 512;
const GROWTH = 4;

interface Member {
  handle: WorkerHandle | null;
  busy: number;
}

interface Stage {
  /** Futures from the first on when this stage is done. */
  readonly count: number;
  /** Chunks not answered yet. */
  left: number;
  /** Workers whose pieces were not collected yet. */
  pendingCollects: number;
  collected: boolean;
  readonly answers: (Answer | undefined)[];
  /** Asks not answered yet. */
  unanswered: number;
}

interface Running {
  readonly id: number;
  readonly request: SummaryRequest;
  readonly question: Question;
  readonly chunks: readonly (Chunk & { readonly stage: number })[];
  readonly stages: readonly Stage[];
  readonly options: PoolOptions;
  /** When it began, in milliseconds of `performance.now`. */
  readonly began: number;
  readonly resolve: (summary: Summary) => void;
  readonly reject: (reason: unknown) => void;
  /** Workers that were sent the question. */
  readonly recipients: Set<Member>;
  readonly pieces: Piece[][];
  time: Float64Array;
  /** The next chunk to give out. */
  next: number;
  /** Chunks given out and not answered. */
  out: number;
  /** Futures done. */
  done: number;
  /** The last stage for which answers were asked. */
  asked: number;
  /** The fault of the earliest chunk that failed. Nothing is given out after it. */
  fault: { readonly from: number; readonly error: Error } | null;
}

/** Splits the futures into chunks and determines after which an early answer is due. */
function stagesOf(count: number, early: boolean, asks: number): Pick<Running, 'chunks' | 'stages'> {
  const stages: Stage[] = [];
  let stage = 0;
  let until = early ? FIRST : Number.POSITIVE_INFINITY;
  const chunks = chunksOf(count).map((chunk) => {
    const end = chunk.from + chunk.count;
    // The first chunk of a stage makes it; each adds its futures.
    const left = (stages[stage]?.left ?? 0) + 1;
    stages[stage] = { count: end, left, pendingCollects: 0, collected: false, answers: [], unanswered: asks };
    const placed = { ...chunk, stage };
    if (end >= until) {
      stage++;
      until *= GROWTH;
    }
    return placed;
  });
  return { chunks, stages };
}

/** A pool of workers of any kind. */
export class WorkerPool implements Pool {
  readonly #program: Program;
  readonly #spawn: Spawn;
  readonly #members: Member[];
  readonly #running = new Map<number, Running>();
  #lastId = 0;
  #closed: Error | null = null;

  constructor(program: Program, workers: number, spawn: Spawn) {
    this.#program = program;
    this.#spawn = spawn;
    this.#members = Array.from({ length: Math.max(1, workers) }, () => ({ handle: null, busy: 0 }));
    for (const member of this.#members) this.#start(member);
  }

  run<const A extends readonly Ask[]>(
    request: SummaryRequest<A>,
    options: PoolOptions<A> = {},
  ): Promise<Summary<A>> {
    const answer = new Promise<Summary>((resolve, reject) => {
      // Answers come in the order and of the kind of the asks, so a listener gets what it expects.
      this.#begin(request, options as PoolOptions, resolve, reject);
    });
    return answer as Promise<Summary<A>>;
  }

  async close(): Promise<void> {
    this.#closed ??= new Error('the pool of workers was closed');
    for (const run of this.#running.values()) this.#end(run, () => run.reject(this.#closed));
    await Promise.all(this.#members.map(({ handle }) => handle?.stop()));
  }

  #begin(
    request: SummaryRequest,
    options: PoolOptions,
    resolve: Running['resolve'],
    reject: Running['reject'],
  ): void {
    const { signal, latest } = options;
    if (this.#closed !== null) throw this.#closed;
    signal?.throwIfAborted();
    checkRequest(request, this.#program);
    if (request.asks.length === 0) {
      const time = keptTimes(this.#program.time, request.at);
      resolve({ time, count: request.futures.count, answers: [] });
      return;
    }
    if (latest !== undefined) {
      for (const old of this.#running.values()) {
        if (old.options.latest !== latest) continue;
        this.#end(old, () => old.reject(new DOMException('a newer question took its place', 'AbortError')));
      }
    }
    const { futures, asks, ...rest } = request;
    const id = ++this.#lastId;
    const onAbort = (): void => this.#end(run, () => run.reject(signal?.reason));
    const settled =
      <T>(then: (value: T) => void) =>
      (value: T): void => {
        signal?.removeEventListener('abort', onAbort);
        then(value);
      };
    const run: Running = {
      id,
      request,
      question: {
        ...rest,
        asks,
        lane: options.lane ?? 'live',
        groups: this.#members.length,
        first: futures.first ?? 0,
        names: Object.keys(futures.values ?? {}),
      },
      ...stagesOf(futures.count, options.onSummary !== undefined, asks.length),
      options,
      began: performance.now(),
      resolve: settled(resolve),
      reject: settled(reject),
      recipients: new Set(),
      pieces: asks.map(() => []),
      time: new Float64Array(),
      next: 0,
      out: 0,
      done: 0,
      asked: -1,
      fault: null,
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#running.set(id, run);
    this.#settle();
    try {
      // Round-robin: one chunk each before any worker gets a second, so that small requests use all workers.
      for (let most = 1; most <= AHEAD; most++) for (const member of this.#members) this.#feed(member, most);
    } catch (error) {
      // What cannot be copied cannot be sent.
      this.#end(run, () => run.reject(error));
    }
  }

  #start(member: Member): WorkerHandle {
    const handle = this.#spawn(
      (message) => {
        if (member.handle === handle) this.#receive(member, message);
      },
      (reason) => {
        if (member.handle === handle) this.#lose(member, reason);
      },
    );
    member.handle = handle;
    member.busy = 0;
    handle.keepAlive(this.#running.size > 0);
    handle.post({ type: 'program', program: this.#program }, []);
    return handle;
  }

  /** A worker crashed: requests that it took part in are rejected, and the next request starts a replacement. */
  #lose(member: Member, reason: string): void {
    void member.handle?.stop();
    member.handle = null;
    member.busy = 0;
    for (const run of this.#running.values()) {
      if (!run.recipients.delete(member)) continue;
      const problem = {
        code: 'MODEL_WORKER' as const,
        message: say(poolTexts.workerStopped, { reason }),
        file: this.#program.file,
        line: 0,
        hint: say(poolTexts.workerStoppedHint),
      };
      this.#end(run, () => run.reject(new ModelError([problem])));
    }
    this.#feed(member);
  }

  #tell(member: Member, run: Running): WorkerHandle {
    const handle = member.handle ?? this.#start(member);
    if (!run.recipients.has(member)) {
      run.recipients.add(member);
      handle.post({ type: 'request', id: run.id, question: run.question }, []);
    }
    return handle;
  }

  #feed(member: Member, most = AHEAD): void {
    this.#feedFrom('live', member, most);
    this.#feedFrom('behind', member, Math.min(most, AHEAD_BEHIND));
  }

  #feedFrom(lane: Lane, member: Member, most: number): void {
    for (const run of this.#running.values()) {
      if (run.question.lane !== lane) continue;
      while (member.busy < most && run.fault === null) {
        const chunk = run.chunks[run.next];
        if (chunk === undefined) break;
        run.next++;
        run.out++;
        member.busy++;
        const values = cut(run.request.futures.values, run.question.names, chunk);
        this.#tell(member, run).post({ type: 'chunk', id: run.id, ...chunk, values }, [values.buffer]);
      }
    }
  }

  #receive(member: Member, message: FromWorker): void {
    const run = this.#running.get(message.id);
    switch (message.type) {
      case 'done':
      case 'failed':
      case 'dropped':
        member.busy--;
        if (run !== undefined) this.#chunkOver(run, message);
        this.#feed(member);
        return;
      case 'collected':
        if (run !== undefined) this.#collected(run, message);
        return;
      case 'answered':
        if (run !== undefined) this.#answered(run, message);
    }
  }

  #chunkOver(run: Running, message: Extract<FromWorker, { type: 'done' | 'failed' | 'dropped' }>): void {
    run.out--;
    if (message.type === 'failed') {
      // Chunks are dispatched in order; reporting the earliest fault makes errors deterministic for any number of workers.
      if (run.fault === null || message.from < run.fault.from) {
        const { from, problems } = message;
        run.fault = {
          from,
          error: problems === null ? new Error(message.message) : new ModelError(problems),
        };
      }
    } else if (message.type === 'done') {
      run.done += message.count;
      this.#inform(run, () => run.options.onProgress?.({ done: run.done, of: run.request.futures.count }));
      const stage = run.stages[message.stage];
      if (stage !== undefined && --stage.left === 0 && this.#running.has(run.id)) {
        stage.pendingCollects = run.recipients.size;
        for (const member of run.recipients) {
          this.#tell(member, run).post({ type: 'collect', id: run.id, stage: message.stage }, []);
        }
      }
    }
    const { fault } = run;
    if (fault !== null && run.out === 0) this.#end(run, () => run.reject(fault.error));
  }

  #collected(run: Running, { stage: index, time, pieces }: Extract<FromWorker, { type: 'collected' }>): void {
    const stage = run.stages[index];
    if (stage === undefined) return;
    if (time !== null) run.time = time;
    pieces.forEach((some, ask) => {
      run.pieces[ask]?.push(...some);
    });
    stage.collected = --stage.pendingCollects === 0;
    if (!stage.collected) return;
    const before = run.stages.findIndex(({ collected }) => !collected);
    const ready = (before < 0 ? run.stages.length : before) - 1;
    if (ready <= run.asked) return;
    const isLast = ready === run.stages.length - 1;
    if (isLast || performance.now() - run.began >= (run.options.earlyAfter ?? 0)) this.#ask(run, ready);
  }

  /** Distributes the asks over the workers, which reduce the futures of all stages up to this one. */
  #ask(run: Running, stage: number): void {
    run.asked = stage;
    const last = stage === run.stages.length - 1;
    const { count } = at(run.stages, stage);
    this.#members.forEach((member, m) => {
      const parts = run.pieces.flatMap((pieces, ask) =>
        ask % this.#members.length === m ? [{ ask, pieces: pieces.filter(({ from }) => from < count) }] : [],
      );
      if (parts.length === 0) return;
      // An early answer needs a copy: the pieces are needed again.
      const transfer = last ? memoryOf(parts.flatMap(({ pieces }) => pieces)) : [];
      const message = { type: 'answer', id: run.id, stage, times: run.time.length, count, parts } as const;
      this.#tell(member, run).post(message, transfer);
    });
  }

  #answered(run: Running, { stage: index, answers }: Extract<FromWorker, { type: 'answered' }>): void {
    const stage = run.stages[index];
    if (stage === undefined) return;
    for (const { ask, answer } of answers) stage.answers[ask] = answer;
    stage.unanswered -= answers.length;
    if (stage.unanswered > 0) return;
    const summary: Summary = {
      time: run.time.slice(),
      count: stage.count,
      answers: stage.answers.filter((answer) => answer !== undefined),
    };
    if (index === run.stages.length - 1) this.#end(run, () => run.resolve(summary));
    else this.#inform(run, () => run.options.onSummary?.(summary));
  }

  /** A callback that throws rejects its own request only. */
  #inform(run: Running, tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#end(run, () => run.reject(error));
    }
  }

  #end(run: Running, settle: () => void): void {
    if (!this.#running.delete(run.id)) return;
    for (const { handle } of run.recipients) handle?.post({ type: 'drop', id: run.id }, []);
    this.#settle();
    settle();
  }

  /** Workers keep the process alive only while a request is pending. */
  #settle(): void {
    for (const { handle } of this.#members) handle?.keepAlive(this.#running.size > 0);
  }
}

/** The values of a chunk: per name its numbers, one name after the other. */
function cut(
  values: RunRequest['futures']['values'],
  names: readonly string[],
  { from, count }: Chunk,
): Float64Array<ArrayBuffer> {
  const all = new Float64Array(names.length * count);
  names.forEach((name, i) => {
    const column = values?.[name];
    if (column !== undefined) all.set(column.subarray(from, from + count), i * count);
  });
  return all;
}

/**
 * A pool without workers, in the thread that calls it, with pauses in which other work can pass: for tests and small
 * questions. The answers are those of any other pool.
 */
export function createLocalPool(model: Model): Pool {
  return new WorkerPool(model.program, 1, (tell) => {
    let stopped = false;
    const handle = serve(
      {
        post: (message) => {
          if (!stopped) queueMicrotask(() => tell(message));
        },
        yieldToMessages: () => new Promise((resolve) => setTimeout(resolve, 0)),
      },
      model,
    );
    return {
      post: (message) => {
        if (!stopped && message.type !== 'program') handle(message);
      },
      keepAlive: () => undefined,
      stop: async () => {
        stopped = true;
      },
    };
  });
}
