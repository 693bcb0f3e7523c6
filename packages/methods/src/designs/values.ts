import { at, type Distribution, distributionFault } from '@schaalsprong/words';
import type { Cases } from '../cases/cases.ts';
import { quantileFunction } from '../distributions/distributions.ts';
import type { Futures, SampledUncertainty } from '../ensemble/sampling.ts';
import { sameLength } from '../linear/dot.ts';
import { FuturesError, problems } from '../problems.ts';
import type { Design } from './design.ts';

/** A dimension of a design and what is drawn there. */
export interface DesignInput {
  readonly name: string;
  readonly distribution: Distribution;
}

/**
 * A design in the units of its inputs: every number of the unit cube through the quantile function of its distribution.
 *
 * @param inputs one per dimension of the design, in its order
 * @throws FuturesError with every distribution that has no sound range; Unreachable for another number of inputs
 */
export function designValues(design: Design, inputs: readonly DesignInput[]): readonly Float64Array[] {
  sameLength(design.columns, inputs);
  const faults = inputs.flatMap(({ name, distribution }) => {
    const fault = distributionFault(distribution);
    return fault === null ? [] : [problems.distribution(name, fault)];
  });
  if (faults.length > 0) throw new FuturesError(faults);
  return inputs.map(({ distribution }, i) => at(design.columns, i).map(quantileFunction(distribution)));
}

/** The same as a table of cases, in which whole numbers are known as such. */
export function designCases(design: Design, inputs: readonly DesignInput[]): Cases {
  const columns = designValues(design, inputs);
  return {
    count: design.count,
    columns: inputs.map(({ name, distribution }, i) => ({
      name,
      kind: distribution.kind === 'integer' ? 'integer' : 'real',
      values: at(columns, i),
    })),
  };
}

/**
 * The same as futures of a region, to run its model on.
 *
 * @param uncertainties one per dimension of the design, in its order; the ids are the names of the design
 */
export function designFutures(design: Design, uncertainties: readonly SampledUncertainty[]): Futures {
  const columns = designValues(
    design,
    uncertainties.map(({ id, distribution }) => ({ name: id, distribution })),
  );
  const named = (key: 'variable' | 'id'): Record<string, Float64Array> =>
    Object.fromEntries(uncertainties.map((one, i) => [one[key], at(columns, i)]));
  return {
    count: design.count,
    seed: 'seed' in design.request ? design.request.seed : 0,
    values: named('variable'),
    byId: named('id'),
  };
}
