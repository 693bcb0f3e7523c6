import type { AuditReport } from '@schaalsprong/audit';
import {
  type AssessmentDetail,
  assess,
  dependencies,
  explainFault,
  type OpenRegion,
  runBase,
  standingSentence,
  withAudit,
  withFigures,
} from '@schaalsprong/futures';
import { createInProcessRunner, type JobResult } from '@schaalsprong/methods/ensemble';
import { createWorkerPool } from '@schaalsprong/methods/node';
import { FuturesError } from '@schaalsprong/methods/problems';
import { ModelError } from '@schaalsprong/model';
import type { Figures } from '@schaalsprong/monitor';
import type { StandingResponse, Text } from '@schaalsprong/wire';
import { Cache, cacheKey, codeVersion } from '../cache.ts';
import { problem } from '../http/problems.ts';
import { stopping } from '../stopping.ts';

/** Inputs of the assessment, and where to cache it. */
export interface AssessmentSettings extends OpenRegion {
  /** The audit whose conflicts the targets name; null where it failed. */
  readonly audit: Promise<AuditReport | null>;
  readonly futures: number;
  readonly seed: number;
  readonly threads: number;
  /** Futures of the preliminary answer. */
  readonly quickFutures: number;
  /** Null disables the cache. */
  readonly cacheDir: string | null;
  /** The observed figures now: the same object as long as they are unchanged. */
  figures(): Figures;
  log(line: string): void;
}

/** Background job that assesses the agenda on worker threads. */
export class AssessmentJob {
  readonly #settings: AssessmentSettings;
  readonly #cancel = new AbortController();
  /** Computed with the figures of the region folder: what the futures say does not depend on what was observed. */
  #computed: StandingResponse;
  /** The last answer, memoized by what it was made from. */
  #shown: {
    readonly from: StandingResponse;
    readonly figures: Figures;
    readonly answer: StandingResponse;
  } | null = null;
  #base: JobResult | null = null;
  #work: Promise<void> | null = null;

  /** @param settings what to compute; nothing starts yet */
  constructor(settings: AssessmentSettings) {
    this.#settings = settings;
    this.#computed = { state: 'running', done: 0, of: settings.futures, sentence: null, detail: null };
  }

  /** The current standing; identity changes only when its content does. */
  current(): StandingResponse {
    const figures = this.#settings.figures();
    if (this.#shown?.from !== this.#computed || this.#shown.figures !== figures) {
      this.#shown = { from: this.#computed, figures, answer: this.#observed(this.#computed, figures) };
    }
    return this.#shown.answer;
  }

  /** The answer with the observed figures of now. */
  #observed(computed: StandingResponse, figures: Figures): StandingResponse {
    if (computed.state === 'failed' || computed.detail === null || this.#base === null) return computed;
    const { region, model } = this.#settings;
    try {
      const detail = withFigures(computed.detail, { region, model, base: this.#base, figures });
      return { ...computed, sentence: this.#sentence(detail), detail };
    } catch (error) {
      return this.#failed(error);
    }
  }

  #failed(error: unknown): StandingResponse {
    for (const line of explainFault(error, 'en') ?? [error instanceof Error ? error.stack : error]) {
      this.#settings.log(String(line));
    }
    return {
      state: 'failed',
      problem: problem('berekening-mislukt', '/v1/stand', { what: reason(error) }),
    };
  }

  /** Starts the job; idempotent. */
  start(): void {
    this.#work ??= this.#compute();
  }

  /** Resolves in a final state: ready, failed or aborted. Starts the job if needed. */
  async settled(): Promise<void> {
    this.start();
    await this.#work;
  }

  /** Aborts the job and waits for it. */
  async close(): Promise<void> {
    this.#cancel.abort(stopping);
    await this.#work;
  }

  async #compute(): Promise<void> {
    const { region, model, futures, seed, cacheDir, log } = this.#settings;
    const cache = cacheDir === null ? null : new Cache(cacheDir);
    const { scenario } = region.assessment;
    const key = cacheKey({
      ...dependencies('standing', region.domains),
      seed,
      futures,
      scenario,
      code: codeVersion(),
    });
    try {
      this.#base = await runBase({
        region,
        runner: createInProcessRunner(model),
        signal: this.#cancel.signal,
      });
      const known = cache?.get(key);
      if (isDetail(known)) {
        // An audit of the same content finds the same conflicts: no need to wait for it.
        const sameAudit = known.assessment.provenance.audit === region.hashes.agenda;
        this.#finish(sameAudit ? known : withAudit(known, await this.#settings.audit));
        return;
      }
      const detail = await this.#run();
      this.#finish(detail);
      try {
        cache?.put(key, detail);
      } catch (error) {
        log(`the standing could not be kept: ${error instanceof Error ? error.message : String(error)}`);
      }
    } catch (error) {
      if (this.#cancel.signal.aborted) return;
      this.#computed = this.#failed(error);
    }
  }

  async #run(): Promise<AssessmentDetail> {
    const { region, model, audit, futures, seed, threads, quickFutures } = this.#settings;
    const { signal } = this.#cancel;
    const runner = createWorkerPool({ model, threads });
    try {
      let first: { readonly sentence: Text; readonly detail: AssessmentDetail } | null = null;
      // A preliminary answer pays off only if the full run takes several times as long.
      if (futures >= 3 * quickFutures) {
        const detail = await assess({
          region,
          model,
          runner,
          futures: quickFutures,
          seed,
          audit,
          signal,
          leaveOut: false,
        });
        first = { sentence: this.#sentence(detail), detail };
      }
      const running = (done: number): StandingResponse => ({
        state: 'running',
        done,
        of: futures,
        sentence: first?.sentence ?? null,
        detail: first?.detail ?? null,
      });
      this.#computed = running(0);
      return await assess({
        region,
        model,
        runner,
        futures,
        seed,
        audit,
        signal,
        onProgress: ({ done }) => {
          if (this.#computed.state === 'running' && this.#computed.done !== done) {
            this.#computed = running(done);
          }
        },
      });
    } finally {
      await runner.close();
    }
  }

  #finish(detail: AssessmentDetail): void {
    this.#computed = { state: 'ready', sentence: this.#sentence(detail), detail };
  }

  #sentence({ assessment }: AssessmentDetail): Text {
    const { region } = this.#settings;
    return {
      nl: standingSentence(assessment, region, 'nl'),
      en: standingSentence(assessment, region, 'en'),
    };
  }
}

/** The cache guarantees integrity and code version, so a shallow check is enough. */
function isDetail(value: unknown): value is AssessmentDetail {
  return (
    typeof value === 'object' &&
    value !== null &&
    'assessment' in value &&
    'series' in value &&
    'others' in value
  );
}

/** The public error message; paths and stack traces go to the log only. */
function reason(error: unknown): Text {
  const first = error instanceof ModelError || error instanceof FuturesError ? error.problems[0] : undefined;
  return first?.message ?? { nl: 'een fout in het programma.', en: 'a fault in the program.' };
}
