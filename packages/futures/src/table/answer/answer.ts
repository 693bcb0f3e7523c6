import type { EachAsk, QuantilesAnswer, Summary } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import { allAtOnce, holdingBack } from '../../assess/judgement/over-targets.ts';
import { gapOf } from '../../assess/judgement/standing.ts';
import { bindingOf, type Projected, project, sum } from '../../assess/projection/modelled.ts';
import { AskLayout, bandProbabilities, type TableAsks } from '../question/asks.ts';
import type { Band, TableAnswer, TableConstraint, TableTarget } from '../types.ts';

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
 * * The same as a generator in time slices of some milliseconds, so that the caller can yield to the event loop.
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
  const layout = new AskLayout(asks, summary);
  const numbersOf = (ask: EachAsk): Float64Array => layout.answer(ask).values;
  const projections: Projected[] = [];
  const targets: TableTarget[] = [];
  for (const [i, each] of modelled.entries()) {
    const { atHorizon, limits } = at(asks.readings, i);
    const numbers = { atHorizon: numbersOf(atHorizon), limits: limits.map(numbersOf) };
    const projection = project(each, numbers, count);
    projections.push(projection);
    targets.push(targetOf(projection, count));
    yield;
  }
  const bands: Record<string, Band> = {};
  const balance: Record<string, Band> = {};
  for (const { kind, id, scale, every, ask } of asks.bands) {
    (kind === 'outcome' ? bands : balance)[id] = bandOf(summary.time, layout.answer(ask), scale, every);
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
    constraints: constraintsOf(asks, targets, summary, layout, held),
    allMet: allAtOnce(judged, count),
  };
}

/** Every so manyth time, from the first on. */
const coarseOf = (time: Float64Array, every: number): readonly number[] =>
  Array.from(time).filter((_, k) => k % every === 0);

function bandOf(time: Float64Array, { values }: QuantilesAnswer, scale: number, every: number): Band {
  const times = coarseOf(time, every);
  // What turns the sign of a number turns the order of its quantiles too.
  const last = bandProbabilities.length - 1;
  const row = (p: number): number[] => {
    const from = (scale < 0 ? last - p : p) * times.length;
    return times.map((_, k) => numberAt(values, from + k) * scale);
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
  { time, count }: Summary,
  layout: AskLayout,
  held: ReturnType<typeof holdingBack>,
): readonly TableConstraint[] {
  const { today } = region.model;
  const coarse = coarseOf(time, every);
  const sharesIn = modelled.map(({ outcome }, i) => ({
    outcome: outcome.id,
    binding: at(targets, i).binding,
  }));
  return held.map(({ constraint, share, targets: largest, largestIn }) => {
    const own = limits.filter((limit) => limit.constraint === constraint);
    const above = own.map(({ ask }) => layout.answer(ask).above);
    const from = coarse.findIndex(
      (t, k) => t >= today - 1e-6 && above.some((counts) => 2 * numberAt(counts, k) >= count),
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
      from: from < 0 ? null : at(coarse, from),
      where,
    };
  });
}
