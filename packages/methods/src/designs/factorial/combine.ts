import { streamOf, uniformPair } from '@schaalsprong/model';
import { uint32At } from '@schaalsprong/words';
import { shuffle } from '../../statistics/shuffle.ts';
import { designProblems, refuse } from '../problems.ts';
import { sizeProblems } from '../size.ts';

/**
 * How scenarios (rows of one design) and policies (rows of another) become runs:
 * - factorial: every policy in every scenario
 * - zip-over: the first with the first, the second with the second, and the shorter list over again
 * - sample: as many as the longer list; each of the shorter about equally often, in random order
 */
export const combinations = ['factorial', 'zip-over', 'sample'] as const;
/** How scenarios and policies are combined. */
export type Combination = (typeof combinations)[number];

/** One run: which scenario, and which policy. */
export interface Pairing {
  readonly scenario: Uint32Array;
  readonly policy: Uint32Array;
}

/**
 * Which scenario meets which policy. Of a factorial the scenario changes fastest, so that the runs of one policy stand
 * together.
 *
 * @param scenarios number of them, at least 1
 * @param policies number of them, at least 1
 * @param seed for `sample`
 * @throws FuturesError where a number is none, or the runs are too many
 */
export function combine(scenarios: number, policies: number, how: Combination, seed = 0): Pairing {
  const counts = [scenarios, policies].filter((count) => !Number.isSafeInteger(count) || count < 1);
  refuse(counts.map((count) => designProblems.count(count)));
  const runs = how === 'factorial' ? scenarios * policies : Math.max(scenarios, policies);
  refuse(sizeProblems(runs, 2));
  const each = (place: (run: number) => number): Uint32Array =>
    Uint32Array.from({ length: runs }, (_, run) => place(run));
  switch (how) {
    case 'factorial':
      return { scenario: each((run) => run % scenarios), policy: each((run) => Math.floor(run / scenarios)) };
    case 'zip-over':
      return { scenario: each((run) => run % scenarios), policy: each((run) => run % policies) };
    case 'sample': {
      const order = shuffled(runs, seed);
      const mixed = (count: number): Uint32Array => each((run) => uint32At(order, run) % count);
      return scenarios >= policies
        ? { scenario: each((run) => run), policy: mixed(policies) }
        : { scenario: mixed(scenarios), policy: each((run) => run) };
    }
  }
}

function shuffled(count: number, seed: number): Uint32Array {
  const stream = streamOf('combine');
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  shuffle(order, (place) => uniformPair(seed, stream, place)[0]);
  return order;
}
