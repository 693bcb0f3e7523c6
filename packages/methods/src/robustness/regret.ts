import { at, numberAt, type Text } from '@schaalsprong/words';
import type { PolicyOutcomes } from './outcomes.ts';

/**
 * Denominator of a regret: none, so that it stays in the unit of the outcome; the best value in that future over all policies;
 * the range over policies in that future, from best to worst; or the value that the policy itself has in that future, as Rhodium does.
 */
export const denominators = ['absolute', 'best', 'range', 'own'] as const;
export type Denominator = (typeof denominators)[number];

/** Why a metric gives no number. */
export interface Refused {
  readonly reason: Text;
}
export const isRefused = (result: Float64Array | Refused | number): result is Refused =>
  typeof result === 'object' && 'reason' in result;

/** Names of the denominators that can be zero, for messages. */
const zero: Readonly<Record<'best' | 'own' | 'reference', Text>> = {
  best: { nl: 'de beste waarde', en: 'the best value' },
  own: { nl: 'de eigen waarde', en: 'its own value' },
  reference: { nl: 'de eigen waarde', en: 'its own value' },
};
const zeroIn = (what: keyof typeof zero, future: string): Refused => ({
  reason: {
    nl: `${zero[what].nl} is 0 in toekomst ${future}, en delen door 0 kan niet; vraag de spijt in de eenheid van de uitkomst`,
    en: `${zero[what].en} is 0 in future ${future}, and one cannot divide by 0; ask for the regret in the unit of the outcome`,
  },
});

/** Per future the best and the worst value over all policies. */
export interface Extremes {
  readonly best: Float64Array;
  readonly worst: Float64Array;
}

export function extremesOf({ direction, futures, values }: PolicyOutcomes): Extremes {
  const highest = new Float64Array(futures.length).fill(Number.NEGATIVE_INFINITY);
  const lowest = new Float64Array(futures.length).fill(Number.POSITIVE_INFINITY);
  for (const row of values) {
    row.forEach((value, future) => {
      highest[future] = Math.max(numberAt(highest, future), value);
      lowest[future] = Math.min(numberAt(lowest, future), value);
    });
  }
  return direction === 'maximise' ? { best: highest, worst: lowest } : { best: lowest, worst: highest };
}

/**
 * Regret against the best policy of each future: how much worse a policy does there, never below zero. Where every policy
 * does the same the range is 0 and so is the regret.
 *
 * @returns a number per future, or why there is none: a denominator of 0
 */
export function regretOf(
  { futures }: PolicyOutcomes,
  { best, worst }: Extremes,
  row: Float64Array,
  denominator: Denominator,
): Float64Array | Refused {
  const regret = new Float64Array(row.length);
  for (let future = 0; future < row.length; future++) {
    const loss = Math.abs(numberAt(row, future) - numberAt(best, future));
    const range = Math.abs(numberAt(best, future) - numberAt(worst, future));
    switch (denominator) {
      case 'absolute':
        regret[future] = loss;
        break;
      case 'range':
        regret[future] = range === 0 ? 0 : loss / range;
        break;
      case 'best':
      case 'own': {
        const divisor = Math.abs(numberAt(denominator === 'best' ? best : row, future));
        if (divisor === 0) return zeroIn(denominator, at(futures, future));
        regret[future] = loss / divisor;
      }
    }
  }
  return regret;
}

/**
 * Absolute deviation of a policy from its own value in a reference future (Regret I of Rhodium), relative to that value or in the
 * unit of the outcome.
 *
 * @returns a number per future, or why there is none: a reference value of 0
 */
export function departureOf(
  { futures }: PolicyOutcomes,
  row: Float64Array,
  reference: number,
  relative: boolean,
): Float64Array | Refused {
  const own = numberAt(row, reference);
  if (!relative) return row.map((value) => Math.abs(value - own));
  if (own === 0) return zeroIn('reference', at(futures, reference));
  return row.map((value) => Math.abs((value - own) / own));
}
