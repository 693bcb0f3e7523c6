import { numberAt } from '@schaalsprong/words';
import { type Attribution, shapleyWeight } from './attribute.ts';
import { type Asking, ask, askPlain, coalitionOf, type Game, type PlainGame } from './game.ts';

/** Marginal contributions of a player when it is first and last in the order. */
export interface Ends {
  /** Alone, before everybody else: 'relax one at a time'. `[player][component]` */
  readonly first: readonly Float64Array[];
  /** After everybody else: 'tighten one at a time'. `[player][component]` */
  readonly last: readonly Float64Array[];
  /** Of the total, what is not in the sum of `first`: what players bring only together. Per component. */
  readonly together: Float64Array;
}

/**
 * What each player brings first and last. Where several limits bind together, the first say too little and the last too
 * much: they are bounds beside the Shapley value, never instead of it. Takes at most two more coalitions per player.
 */
export const endsOf = (game: Game, attribution: Attribution, signal?: AbortSignal): Promise<Ends> =>
  ask(findingEnds(attribution), game, attribution.table, signal);

/** Synchronous variant, for a game in closed form. */
export const endsOfPlain = (game: PlainGame, attribution: Attribution): Ends =>
  askPlain(findingEnds(attribution), game, attribution.table);

function* findingEnds({ table, empty, full }: Attribution): Asking<Ends> {
  const { players, size } = table;
  const everybody = Array.from({ length: players }, (_, p) => p);
  const alone = everybody.map((p) => coalitionOf(players, [p]));
  const without = everybody.map((p) =>
    coalitionOf(
      players,
      everybody.filter((other) => other !== p),
    ),
  );
  yield [...alone, ...without];
  const difference = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((value, c) => value - numberAt(b, c));
  const first = alone.map((coalition) => difference(table.get(coalition), empty));
  const together = Float64Array.from({ length: size }, (_, c) =>
    first.reduce((left, each) => left - numberAt(each, c), numberAt(full, c) - numberAt(empty, c)),
  );
  return { first, last: without.map((coalition) => difference(full, table.get(coalition))), together };
}

/** Two players that interact. */
export interface Pairing {
  readonly players: readonly [number, number];
  /** Shapley interaction index: what the two add to each other, mean over all orders of the others. */
  readonly size: number;
}

/**
 * The pair of players with the strongest interaction in one component of the value. Requires a game of which every coalition was run.
 *
 * Source: M. Grabisch, M. Roubens, 'An axiomatic approach to the concept of interaction among players' (1999).
 *
 * @returns null where orders were drawn, or there is one player
 */
export function strongestPair({ table, exact, coalitions }: Attribution, component: number): Pairing | null {
  const { players } = table;
  if (!exact || players < 2 || coalitions !== 2 ** players) return null;
  const value = (mask: number): number => {
    const coalition = new Uint8Array(players);
    for (let p = 0; p < players; p++) coalition[p] = (mask >> p) & 1;
    return numberAt(table.get(coalition), component);
  };
  const worth = Float64Array.from({ length: 2 ** players }, (_, mask) => value(mask));
  const at = (mask: number): number => numberAt(worth, mask);
  let best: Pairing | null = null;
  for (let a = 0; a < players; a++) {
    for (let b = a + 1; b < players; b++) {
      const [i, j] = [1 << a, 1 << b];
      let size = 0;
      for (let mask = 0; mask < worth.length; mask++) {
        if ((mask & (i | j)) !== 0) continue;
        let others = 0;
        for (let p = 0; p < players; p++) others += (mask >> p) & 1;
        const weight = shapleyWeight(others, players - 1);
        size += weight * (at(mask | i | j) - at(mask | i) - at(mask | j) + at(mask));
      }
      if (best === null || Math.abs(size) > Math.abs(best.size)) best = { players: [a, b], size };
    }
  }
  return best;
}
