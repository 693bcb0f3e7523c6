import type { Summary } from '@schaalsprong/model';
import { bindingOf, type Projected, project, sum } from '../assess/modelled.ts';
import { allAtOnce, holdingBack } from '../assess/over-targets.ts';
import { gapOf } from '../assess/standing.ts';
import { bandProbabilities, type TableAsks } from './asks.ts';
import type { Band, TableAnswer, TableConstraint, TableTarget } from './types.ts';

/**
 * What the futures say of a setting, from the answers to {@link TableAsks}. For a scenario of the region the numbers of
 * targets and limits are those of `assess` to the last bit.
 *
 * @param seed that of the futures, told along
 */
export function tableAnswer(asks: TableAsks, summary: Summary, seed: number): TableAnswer {
  const steps = tableAnswerSteps(asks, summary, seed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps of some milliseconds each, between which whoever computes can let others go first.
 *
 * @param seed as of {@link tableAnswer}
 */
export function* tableAnswerSteps(
  asks: TableAsks,
  summary: Summary,
  seed: number,
): Generator<void, TableAnswer> {
  const { region, modelled } = asks;
  const { count } = summary;
  const numbersAt = (at: number): Float64Array => {
    const answer = summary.answers[at];
    return answer?.take === 'each' ? answer.values : new Float64Array(count).fill(Number.NaN);
  };
  const none = new Float64Array();
  const projections: Projected[] = [];
  const targets: TableTarget[] = [];
  let limit = 2 * modelled.length;
  for (const [i, each] of modelled.entries()) {
    const places = [i, modelled.length + i, ...each.limits.map((_, l) => limit + l)];
    limit += each.limits.length;
    const values = places.map((place) => {
      const at = asks.readings[place] ?? -1;
      return at < 0 ? none : numbersAt(at);
    });
    for (const projection of project([each], { time: summary.time, values }, count)) {
      projections.push(projection);
      targets.push(targetOf(projection, count));
    }
    yield;
  }
  const bands: Record<string, Band> = {};
  const balance: Record<string, Band> = {};
  for (const { kind, id, scale, every, at } of asks.bands) {
    (kind === 'outcome' ? bands : balance)[id] = bandOf(summary, at, scale, every);
  }
  yield;
  const held = holdingBack(region, projections, count);
  yield;
  const judged = projections.flatMap(({ metIn }) => metIn ?? []);
  return {
    count,
    seed,
    coarse: coarseOf(summary.time, asks.every),
    bands,
    balance,
    targets,
    constraints: constraintsOf(asks, targets, summary, held),
    allMet: allAtOnce(judged, count),
  };
}

/** Every so manyth time, from the first on. */
const coarseOf = (time: Float64Array, every: number): readonly number[] =>
  Array.from(time).filter((_, k) => k % every === 0);

function bandOf({ time, answers }: Summary, at: number, scale: number, every: number): Band {
  const answer = answers[at];
  const times = coarseOf(time, every);
  // What turns the sign of a number turns the order of its quantiles too.
  const last = bandProbabilities.length - 1;
  const row = (p: number): number[] => {
    const from = (scale < 0 ? last - p : p) * times.length;
    return times.map((_, k) =>
      answer?.take === 'quantiles' ? (answer.values[from + k] ?? Number.NaN) * scale : Number.NaN,
    );
  };
  return { time: times, p10: row(0), p25: row(1), p50: row(2), p75: row(3), p90: row(4) };
}

/** The numbers of a target over all futures. */
export function targetOf(projection: Projected, count: number): TableTarget {
  const { target, values, projected, metIn } = projection;
  return {
    id: target.id,
    values,
    projected,
    met: metIn === null ? null : { count: sum(metIn), of: count },
    gap: gapOf(target, projected.p50),
    binding: bindingOf(projection),
  };
}

function constraintsOf(
  { limits, modelled, region, every }: TableAsks,
  targets: readonly TableTarget[],
  { time, count, answers }: Summary,
  held: ReturnType<typeof holdingBack>,
): readonly TableConstraint[] {
  const { today } = region.model;
  const coarse = coarseOf(time, every);
  const sharesIn = modelled.map(({ outcome }, i) => ({
    outcome: outcome.id,
    binding: targets[i]?.binding ?? [],
  }));
  return held.map(({ constraint, share, targets: largest, largestIn }) => {
    const own = limits.filter((limit) => limit.constraint === constraint);
    const from = coarse.findIndex(
      (t, k) =>
        t >= today - 1e-6 &&
        own.some(({ at }) => {
          const answer = answers[at];
          return answer?.take === 'count' && 2 * (answer.above[k] ?? 0) >= count;
        }),
    );
    const where = own
      .map(({ outcome, variable }) => ({
        outcome,
        variable,
        // An outcome with several horizons: where it binds most.
        share: Math.max(
          0,
          ...sharesIn.flatMap((each) =>
            each.outcome === outcome
              ? each.binding.flatMap((of) => (of.constraint === constraint ? [of.share] : []))
              : [],
          ),
        ),
      }))
      .filter((each) => each.share > 0)
      .sort((a, b) => b.share - a.share);
    return {
      id: constraint,
      share,
      targets: largest,
      largestIn,
      from: from < 0 ? null : (coarse[from] ?? null),
      where,
    };
  });
}
