import type { Program } from '../ir/program.ts';
import type { ModelProblem } from '../problems/problems.ts';
import type { RunRequest } from '../run/model.ts';
import type { Answer, Ask, Summary } from '../summary/asks.ts';
import type { Piece } from '../summary/piece.ts';

/** A question to many futures whose answer is a summary. */
export interface SummaryRequest<A extends readonly Ask[] = readonly Ask[]>
  extends Omit<RunRequest, 'outcomes'> {
  /** What to know of the futures; the answers come in this order. */
  readonly asks: A;
}

/**
 * Priority of requests that wait for one worker: what is on screen now (`live`), and behind it what may take
 * long (`behind`). Neither drops the other.
 */
export type Lane = 'live' | 'behind';

/** What stays the same for all futures of a request. */
export interface Question extends Omit<RunRequest, 'outcomes' | 'futures'> {
  readonly asks: readonly Ask[];
  readonly lane: Lane;
  /** Workers among which the asks are given out in turn when answers are made. */
  readonly groups: number;
  /** Number of the first future of all, for messages and random draws. */
  readonly first: number;
  /** Names of the values that differ per future, in the order in which they are in a chunk. */
  readonly names: readonly string[];
}

/**
 * From the pool to a worker. Messages arrive in order; `chunk` and `answer` wait their turn, live ones before those behind; the
 * others are handled at once, between two blocks of what is being computed.
 */
export type ToWorker =
  /** First of all: the model. */
  | { readonly type: 'program'; readonly program: Program }
  /** Once per request, before its first chunk. */
  | { readonly type: 'request'; readonly id: number; readonly question: Question }
  /**
   * Futures to run. `values` holds `count` numbers per name of the question. What is kept of them is handed over per
   * stage, so that an early answer holds the first futures and no others.
   */
  | {
      readonly type: 'chunk';
      readonly id: number;
      readonly stage: number;
      readonly from: number;
      readonly count: number;
      readonly values: Float64Array;
    }
  /** Hand over what was kept of a stage. */
  | { readonly type: 'collect'; readonly id: number; readonly stage: number }
  /** Make the answers to some asks out of the pieces of all workers. */
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly stage: number;
      readonly times: number;
      readonly count: number;
      readonly parts: readonly { readonly ask: number; readonly pieces: readonly Piece[] }[];
    }
  /** The request is over: forget it, and stop what is running for it. */
  | { readonly type: 'drop'; readonly id: number };

/** From a worker to the pool: for every `chunk` one `done`, `failed` or `dropped`. */
export type FromWorker =
  | { readonly type: 'done'; readonly id: number; readonly stage: number; readonly count: number }
  /** An error loses its class on the way, so a model's problems travel beside it. */
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly from: number;
      readonly message: string;
      readonly problems: readonly ModelProblem[] | null;
    }
  | { readonly type: 'dropped'; readonly id: number }
  | {
      readonly type: 'collected';
      readonly id: number;
      readonly stage: number;
      readonly time: Float64Array | null;
      readonly pieces: readonly (readonly Piece[])[];
    }
  | {
      readonly type: 'answered';
      readonly id: number;
      readonly stage: number;
      readonly answers: readonly { readonly ask: number; readonly answer: Answer }[];
    };

/** How far a request is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** How to follow a request and how to stop it. */
export interface PoolOptions<A extends readonly Ask[] = readonly Ask[]> {
  /** On abort the request is rejected at once with the signal's reason; workers stop at their next block of futures. */
  readonly signal?: AbortSignal | undefined;
  /** After every run of futures. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * A summary of about the first 500 futures, then of four times as many, and so on; that of all comes as the result.
   * One that is overtaken by the next is left out.
   */
  readonly onSummary?: ((summary: Summary<A>) => void) | undefined;
  /**
   * Milliseconds that a request must have taken before an early summary is worth its price: it is made of copies. Default 0.
   */
  readonly earlyAfter?: number | undefined;
  /**
   * Of requests with the same name here only the newest goes on, as when a slider moves: the older are
   * rejected with an `AbortError`.
   */
  readonly latest?: string | undefined;
  /** Whether live requests go first ({@link Lane}). Default `live`. */
  readonly lane?: Lane | undefined;
}

/**
 * Workers that run a model and send back summaries. The result is the same to the last bit for any number of workers
 * and any order in which they answer.
 */
export interface Pool {
  /**
   * @throws ModelError for a wrong question or a number that is not finite (the first future in which one arose, for
   *   any number of workers), or MODEL_WORKER where a worker stopped: the pool then starts another. The signal's
   *   reason on abort.
   */
  run<const A extends readonly Ask[]>(
    request: SummaryRequest<A>,
    options?: PoolOptions<A>,
  ): Promise<Summary<A>>;
  /** Terminates the workers. Pending and later requests are rejected. */
  close(): Promise<void>;
}
