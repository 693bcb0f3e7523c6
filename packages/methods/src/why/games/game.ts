import { must } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import { problems } from '../problems.ts';

/** Who takes part: 1 per player who does, else 0. */
export type Coalition = Uint8Array;

/**
 * A cooperative game: what is reached when some of the players take part. Players are levers, assumptions or
 * constraints; a value may have several components (outcomes, targets, counts), which one set of runs answers at once.
 *
 * @typeParam Values a promise where a model must run, plain where a formula gives the value
 */
export interface Game<Values = Promise<readonly ArrayLike<number>[]> | readonly ArrayLike<number>[]> {
  readonly players: number;
  /** Components of a value. */
  readonly size: number;
  /**
   * The values of coalitions, in order. All are asked at once, so that they can run side by side. Every coalition must
   * see the same futures, else the answer explains the draw.
   */
  value(coalitions: readonly Coalition[]): Values;
}

/** A game with synchronous values. */
export type PlainGame = Game<readonly ArrayLike<number>[]>;

/** The coalition of some players. */
export function coalitionOf(players: number, present: Iterable<number>): Coalition {
  const coalition = new Uint8Array(players);
  for (const player of present) coalition[player] = 1;
  return coalition;
}

const keyOf = (coalition: Coalition): string => coalition.join('');

/** Memoized values of coalitions. */
export class CoalitionTable {
  readonly players: number;
  /** Components of a value. */
  readonly size: number;
  readonly #known = new Map<string, Float64Array>();

  constructor({ players, size }: Pick<Game, 'players' | 'size'>) {
    this.players = players;
    this.size = size;
  }

  /** How many coalitions are known. */
  get count(): number {
    return this.#known.size;
  }

  /** Those of some coalitions that are not known yet, each once. */
  missing(coalitions: readonly Coalition[]): Coalition[] {
    const missing = new Map<string, Coalition>();
    for (const coalition of coalitions) {
      const key = keyOf(coalition);
      if (!this.#known.has(key)) missing.set(key, coalition);
    }
    return [...missing.values()];
  }

  /** @throws FuturesError where a value is not as many finite numbers as the game has components */
  put(coalitions: readonly Coalition[], values: readonly ArrayLike<number>[]): void {
    coalitions.forEach((coalition, i) => {
      // A game that answers with too few values is refused below, as one with an empty value.
      const value = Float64Array.from(values[i] ?? []);
      if (value.length !== this.size || !value.every(Number.isFinite)) {
        throw new FuturesError([
          problems.gameValue(keyOf(coalition), value.length === 0 ? '-' : [...value].join(' ')),
        ]);
      }
      this.#known.set(keyOf(coalition), value);
    });
  }

  /** @throws Unreachable for a coalition that was not put before */
  get(coalition: Coalition): Float64Array {
    return must(this.#known, keyOf(coalition));
  }
}

/** A coroutine that requests coalitions and returns a result: shared by asynchronous and synchronous games. */
export type Asking<Answer> = Generator<readonly Coalition[], Answer, undefined>;

/** Drives such a coroutine on an asynchronous game. */
export async function ask<Answer>(
  work: Asking<Answer>,
  game: Game,
  table: CoalitionTable,
  signal?: AbortSignal,
): Promise<Answer> {
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = work.next();
    if (done === true) return value;
    const missing = table.missing(value);
    if (missing.length > 0) table.put(missing, await game.value(missing));
  }
}

/** Drives such a coroutine on a synchronous game. */
export function askPlain<Answer>(work: Asking<Answer>, game: PlainGame, table: CoalitionTable): Answer {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    const missing = table.missing(value);
    table.put(missing, game.value(missing));
  }
}
