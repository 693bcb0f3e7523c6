import { isSeed, streamOf, uniformPair } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import { problems } from '../problems.ts';
import {
  type Asking,
  ask,
  askPlain,
  type Coalition,
  CoalitionTable,
  coalitionOf,
  type Game,
  type PlainGame,
} from './game.ts';
import { checkStructure, coalitionsOf, drawnOrder, flat, type Group } from './structure.ts';

/** How to divide a value over players. */
export interface AttributeOptions {
  /** Groups that stay together: Owen values. Default: none, Shapley values. */
  readonly structure?: Group | undefined;
  /** Up to so many coalitions every one is run and the answer is exact; beyond it orders are drawn. Default 1,024. */
  readonly exactUpTo?: number | undefined;
  /**
   * Stop drawing when in every component every player's standard error is at most this part of the total, or of the
   * largest player where that is more (players may cancel out). Default 0.01.
   */
  readonly tolerance?: number | undefined;
  /** Most orders to draw; half of them are the reverse of another. Default 200. */
  readonly maxOrders?: number | undefined;
  /** From which the orders follow. Default 1. */
  readonly seed?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Coalitions that are known, after every batch of them; `of` is what may be needed at most. */
  readonly onProgress?: ((progress: { readonly done: number; readonly of: number }) => void) | undefined;
}

/** The value of each player. `[component]` everywhere is in the order of the game's values. */
export interface Attribution {
  /** `[player][component]`; adds up to `full - empty` to the last digits. */
  readonly values: readonly Float64Array[];
  /** `[player][component]`: standard error of drawing orders; zeros where every coalition was run. */
  readonly errors: readonly Float64Array[];
  /** Value without and with all players. */
  readonly empty: Float64Array;
  readonly full: Float64Array;
  readonly exact: boolean;
  /** `[pair][player][component]`: what each player brought in an order and its reverse; empty where exact. */
  readonly draws: readonly (readonly Float64Array[])[];
  /** Orders drawn; 0 where exact. */
  readonly orders: number;
  /** Whether the errors are within the tolerance. */
  readonly settled: boolean;
  /** Different coalitions that were run. */
  readonly coalitions: number;
  /** All values run, for what else is asked of them. */
  readonly table: CoalitionTable;
}

/** Orders per batch between two checks of the error: enough to keep the workers busy. */
const BATCH = 10;
/** Minimum number of pairs for an estimate of their spread. */
const LEAST_PAIRS = 10;

/**
 * Divides the value of a game over its players: Shapley values, or Owen values where groups stay together (several levels: Winter).
 * A player's value is its mean marginal contribution over all orders in which groups come as one; a group's is the sum of
 * its players', and equals what the group gets among groups.
 *
 * Exact up to `exactUpTo` coalitions. Beyond that orders are drawn in antithetic pairs, an order and its reverse; the error
 * comes from the spread over pairs. The same seed draws the same orders. Either way the values add up to the total.
 *
 * Sources: L. Shapley, 'A value for n-person games' (1953); G. Owen, 'Values of games with a priori unions' (1977);
 * E. Winter, 'A value for cooperative games with levels structure of cooperation' (1989); reverse orders: R. Mitchell, J. Cooper, E. Frank,
 * G. Holmes, 'Sampling permutations for Shapley value estimation' (2022).
 *
 * @throws FuturesError for a wrong structure, seed or number; the signal's reason on abort
 */
export function attribute(game: Game, options: AttributeOptions = {}): Promise<Attribution> {
  const table = new CoalitionTable(game);
  return ask(attributing(table, options), game, table, options.signal);
}

/**
 * Synchronous variant, for a game in closed form.
 *
 * @example
 * ```ts
 * import { attributePlain } from '@schaalsprong/methods/why';
 *
 * // Only both together bring 100.
 * const { values } = attributePlain({
 *   players: 2,
 *   size: 1,
 *   value: (coalitions) => coalitions.map(([a, b]) => [a === 1 && b === 1 ? 100 : 0]),
 * });
 * values; // => [Float64Array.of(50), Float64Array.of(50)]
 * ```
 */
export function attributePlain(game: PlainGame, options: AttributeOptions = {}): Attribution {
  const table = new CoalitionTable(game);
  return askPlain(attributing(table, options), game, table);
}

function attributing(table: CoalitionTable, options: AttributeOptions): Asking<Attribution> {
  const { structure = flat(table.players), exactUpTo = 1024, tolerance = 0.01, maxOrders = 200 } = options;
  const { seed = 1 } = options;
  checkStructure(structure, table.players);
  const wrong = [
    ...(isSeed(seed) ? [] : [problems.setting('seed', seed)]),
    ...(tolerance >= 0 ? [] : [problems.setting('tolerance', tolerance)]),
    ...(Number.isInteger(maxOrders) && maxOrders >= 2 ? [] : [problems.setting('maxOrders', maxOrders)]),
  ];
  if (wrong.length > 0) throw new FuturesError(wrong);
  const coalitions = coalitionsOf(structure);
  return coalitions <= exactUpTo
    ? exactly(table, structure, coalitions, options)
    : drawing(table, structure, { ...options, tolerance, maxOrders, seed });
}

/** One player joining a coalition, and how often that happens over all orders. */
interface Joining {
  readonly player: number;
  readonly before: Coalition;
  readonly after: Coalition;
  readonly weight: number;
}

/** |S|! (m - |S| - 1)! / m!: the part of the orders of m in which exactly S comes before a given one. */
export function shapleyWeight(before: number, m: number): number {
  let weight = 1 / m;
  for (let k = 1; k <= before; k++) weight *= k / (m - k);
  return weight;
}

/** Every way in which a player joins, when groups stay together. */
function* joinings(member: Group | number, present: Coalition, weight: number): Generator<Joining> {
  if (typeof member === 'number') {
    const after = present.slice();
    after[member] = 1;
    yield { player: member, before: present, after, weight };
    return;
  }
  const { members } = member;
  for (const [i, each] of members.entries()) {
    const others = members.filter((_, j) => j !== i);
    for (let mask = 0; mask < 2 ** others.length; mask++) {
      const before = present.slice();
      let size = 0;
      others.forEach((other, bit) => {
        if (((mask >> bit) & 1) === 0) return;
        size++;
        fillIn(other, before);
      });
      yield* joinings(each, before, weight * shapleyWeight(size, members.length));
    }
  }
}

function fillIn(member: Group | number, coalition: Coalition): void {
  if (typeof member === 'number') coalition[member] = 1;
  else for (const each of member.members) fillIn(each, coalition);
}

function* exactly(
  table: CoalitionTable,
  structure: Group,
  coalitions: number,
  { onProgress }: AttributeOptions,
): Asking<Attribution> {
  const { players, size } = table;
  const all = [...joinings(structure, new Uint8Array(players), 1)];
  yield [coalitionOf(players, []), ...all.map(({ after }) => after), ...all.map(({ before }) => before)];
  onProgress?.({ done: table.count, of: coalitions });
  const values = Array.from({ length: players }, () => new Float64Array(size));
  for (const { player, before, after, weight } of all) {
    addDifference(at(values, player), table.get(after), table.get(before), weight);
  }
  return {
    ...ends(table),
    values,
    errors: values.map(() => new Float64Array(size)),
    draws: [],
    exact: true,
    orders: 0,
    settled: true,
    coalitions: table.count,
    table,
  };
}

function addDifference(into: Float64Array, after: Float64Array, before: Float64Array, weight: number): void {
  for (let c = 0; c < into.length; c++) {
    into[c] = numberAt(into, c) + weight * (numberAt(after, c) - numberAt(before, c));
  }
}

function ends(table: CoalitionTable): Pick<Attribution, 'empty' | 'full'> {
  const { players } = table;
  return {
    empty: table.get(new Uint8Array(players)),
    full: table.get(new Uint8Array(players).fill(1)),
  };
}

/** The prefixes of an order as coalitions, from the empty one to the grand coalition. */
function prefixes(order: readonly number[]): Coalition[] {
  const present = new Uint8Array(order.length);
  return [
    present.slice(),
    ...order.map((player) => {
      present[player] = 1;
      return present.slice();
    }),
  ];
}

function* drawing(
  table: CoalitionTable,
  structure: Group,
  {
    tolerance,
    maxOrders,
    seed,
    onProgress,
  }: AttributeOptions & { readonly tolerance: number; readonly maxOrders: number; readonly seed: number },
): Asking<Attribution> {
  const { players, size } = table;
  const stream = streamOf('orders of players');
  const draws: Float64Array[][] = [];
  const most = Math.floor(maxOrders / 2);
  let drawn = 0;
  const pick = (below: number): number => {
    const [u] = uniformPair(seed, stream, drawn++);
    return Math.min(below - 1, Math.floor(u * below));
  };
  for (;;) {
    const count = Math.min(BATCH / 2, most - draws.length);
    const pairs = Array.from({ length: count }, () => {
      const order = drawnOrder(structure, pick);
      return [order, [...order].reverse()].map((each) => ({ order: each, coalitions: prefixes(each) }));
    });
    yield pairs.flat().flatMap(({ coalitions }) => coalitions);
    for (const pair of pairs) {
      const brought = Array.from({ length: players }, () => new Float64Array(size));
      for (const { order, coalitions } of pair) {
        order.forEach((player, i) => {
          const [before, after] = [table.get(at(coalitions, i)), table.get(at(coalitions, i + 1))];
          addDifference(at(brought, player), after, before, 1 / pair.length);
        });
      }
      draws.push(brought);
    }
    onProgress?.({ done: table.count, of: 2 + 2 * most * (players - 1) });
    const found = Array.from({ length: players }, (_, player) =>
      Array.from({ length: size }, (_none, c) => spreadOf(draws, [player], c)),
    );
    const values = found.map((each) => Float64Array.from(each, ({ mean }) => mean));
    const errors = found.map((each) => Float64Array.from(each, ({ error }) => error));
    const { empty, full } = ends(table);
    const largest = Float64Array.from({ length: size }, (_, c) =>
      values.reduce(
        (most, value) => Math.max(most, Math.abs(numberAt(value, c))),
        Math.abs(numberAt(full, c) - numberAt(empty, c)),
      ),
    );
    const settled =
      draws.length >= Math.min(LEAST_PAIRS, most) &&
      errors.every((error) => error.every((e, c) => e <= tolerance * numberAt(largest, c)));
    if (settled || draws.length >= most) {
      return {
        empty,
        full,
        values,
        errors,
        draws,
        exact: false,
        orders: 2 * draws.length,
        settled,
        coalitions: table.count,
        table,
      };
    }
  }
}

/**
 * Mean over pairs of orders of what some players brought together, and its standard error: infinite for one pair. The error
 * of a group is less than those of its players together, since what one of them does not bring another does.
 */
export function spreadOf(
  draws: Attribution['draws'],
  players: readonly number[],
  component: number,
): { readonly mean: number; readonly error: number } {
  const sums = draws.map((draw) =>
    players.reduce((sum, player) => sum + numberAt(at(draw, player), component), 0),
  );
  const mean = sums.reduce((total, sum) => total + sum, 0) / sums.length;
  const squares = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
  const error =
    sums.length < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(squares / (sums.length - 1) / sums.length);
  // A residue where all pairs agree is rounding.
  return { mean, error: error <= 1e-12 * Math.abs(mean) ? 0 : error };
}
