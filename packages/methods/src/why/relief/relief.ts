import { at, numberAt } from '@schaalsprong/words';
import { BLOCKS, jackknifeError, LEAST_FUTURES, type Measured } from '../change/measured.ts';
import { gameOnModel, type ModelGame, type Position } from '../change/model-game.ts';
import { type AttributeOptions, attribute, coalitionOf, endsOf } from '../games/index.ts';
import { type NoAnswer, noAnswer } from '../reason.ts';

/** How a constraint can be relieved in the model: a constant shifted by a stated amount. */
export interface Relief {
  /** The constraint. */
  readonly id: string;
  /** The constant of the model. */
  readonly variable: string;
  /** By how much it is shifted, in its own unit; may be negative. */
  readonly by: number;
  /** What it is without relief where the setting does not say: the model's own value. */
  readonly own: number;
}

/** Request to value the relief of constraints. */
export interface ReliefAsk
  extends Pick<ModelGame, 'runner' | 'time' | 'count'>,
    Pick<AttributeOptions, 'exactUpTo' | 'tolerance' | 'maxOrders' | 'seed' | 'signal' | 'onProgress'> {
  /** All that is given to the model without relief: levers and uncertainties. */
  readonly setting: Position;
  readonly reliefs: readonly Relief[];
  readonly measured: readonly Measured[];
}

/** A gain in an outcome, with its standard error over the futures (null for too few). */
export interface Gain {
  readonly value: number;
  readonly error: number | null;
}

/** What relief of one constraint buys of one outcome. */
export interface ReliefGain {
  readonly id: string;
  /** By how much it is relieved. */
  readonly by: number;
  /** Relieved alone. */
  readonly alone: Gain;
  /** Relieved after all others. */
  readonly last: Gain;
  /** Its share of what all reliefs together bring: mean over all orders. */
  readonly share: Gain;
  /** `alone` per unit of relief: what one more MW buys, as long as nothing else is relieved. */
  readonly perUnit: number;
}

/** Two constraints that bind together (above 0: both must give way) or stand in for each other (below 0). */
export interface ReliefPair {
  readonly ids: readonly [string, string];
  /** Gain of both. */
  readonly both: Gain;
  /** Gain of both less those of each alone. */
  readonly extra: Gain;
}

/** What relief buys of one outcome. */
export interface OutcomeRelief {
  readonly id: string;
  readonly without: number;
  readonly withAll: number;
  /** The largest share first. */
  readonly reliefs: readonly ReliefGain[];
  /** Pairs whose extra is more than twice its error, the largest first. */
  readonly pairs: readonly ReliefPair[];
}

/** What relief of constraints buys. */
export interface ReliefAnswer {
  readonly kind: 'relief';
  readonly outcomes: readonly OutcomeRelief[];
  readonly futures: number;
  readonly coalitions: number;
  readonly runs: number;
  readonly exact: boolean;
  readonly seed: number;
}

/**
 * The gain of relieving each constraint, on the same futures: alone, after all others, and its Shapley share; and which pairs bind
 * jointly, so that relieving one gains nothing. Where several bind, `alone` is a lower and `last` an upper bound; shares add up.
 *
 * @returns a reason where no constraint can be relieved
 * @throws FuturesError for a wrong setting, ModelError where the model meets one; the signal's reason on abort
 */
export async function reliefOf(ask: ReliefAsk): Promise<ReliefAnswer | NoAnswer> {
  const { reliefs, measured, setting, count, signal, seed = 1 } = ask;
  if (reliefs.length === 0 || measured.length === 0) {
    return noAnswer(
      'no-relief',
      'Van geen enkel knelpunt is gezegd hoe het in het model te verlichten is.',
      'Of no constraint it is said how the model can relieve it.',
    );
  }
  const movers = reliefs.map(({ id, variable, by, own }) => {
    const now = setting[variable] ?? own;
    const relieved = typeof now === 'number' ? now + by : now.map((value) => value + by);
    return { id, from: { [variable]: now }, to: { [variable]: relieved } };
  });
  const game = gameOnModel({ ...ask, common: setting, movers });
  const attribution = await attribute(game, ask);
  const { first, last } = await endsOf(game, attribution, signal);
  const { table, values, empty, full, exact } = attribution;
  const pairs = reliefs.flatMap((_, a) =>
    reliefs.slice(a + 1).map((_other, b): [number, number] => [a, a + 1 + b]),
  );
  const coalitions = pairs.map((pair) => coalitionOf(reliefs.length, pair));
  const missing = table.missing(coalitions);
  if (missing.length > 0) table.put(missing, await game.value(missing));
  const per = count < LEAST_FUTURES ? 1 : 1 + BLOCKS;
  const outcomes = measured.map(({ id }, m): OutcomeRelief => {
    const start = m * per;
    /** A number of every component, with its spread over those without a tenth of the futures. */
    const gain = (of: (component: number) => number): Gain => ({
      value: of(start),
      error: jackknifeError(Array.from({ length: per - 1 }, (_, block) => of(start + 1 + block))),
    });
    const gains = reliefs.map(({ id: constraint, by }, player): ReliefGain => {
      const alone = gain((c) => numberAt(at(first, player), c));
      return {
        id: constraint,
        by,
        alone,
        last: gain((c) => numberAt(at(last, player), c)),
        share: gain((c) => numberAt(at(values, player), c)),
        perUnit: alone.value / by,
      };
    });
    const together = pairs.map(([a, b], p): ReliefPair => {
      const both = table.get(at(coalitions, p));
      const gained = (c: number): number => numberAt(both, c) - numberAt(empty, c);
      return {
        ids: [at(reliefs, a).id, at(reliefs, b).id],
        both: gain(gained),
        extra: gain((c) => gained(c) - numberAt(at(first, a), c) - numberAt(at(first, b), c)),
      };
    });
    return {
      id,
      without: numberAt(empty, start),
      withAll: numberAt(full, start),
      reliefs: gains.sort((a, b) => Math.abs(b.share.value) - Math.abs(a.share.value)),
      pairs: together
        .filter(({ extra, both }) => {
          // No error with too few futures: then only rounding is below the threshold.
          const nothing = Math.max(2 * (extra.error ?? 0), 1e-9 * Math.abs(both.value));
          return Math.abs(extra.value) > nothing;
        })
        .sort((a, b) => Math.abs(b.extra.value) - Math.abs(a.extra.value)),
    };
  });
  return {
    kind: 'relief',
    outcomes,
    futures: count,
    coalitions: table.count,
    runs: table.count * count,
    exact,
    seed,
  };
}
