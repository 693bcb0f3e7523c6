import { compile } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import { saltelliPoints } from '../../designs/index.ts';
import type { ReferenceTest } from '../../reference-tests/reference-test.ts';
import { rowsOf } from '../../statistics/rows.ts';
import { criticalPhosphorus, lakeProblem, lognormalInflow, steadyInflow } from '../test-models/lake.ts';
import { sirModel } from '../test-models/sir.ts';
import { sobolIndices } from '../variance/sobol.ts';
import { compare, one } from './compare.ts';

/** Models of which the outcomes are published. */
export const modelReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'lake-steady',
    method: 'models',
    title: {
      nl: 'Meerprobleem met steeds dezelfde toevoer, drie lozingen',
      en: 'Lake problem with a steady inflow, three releases',
    },
    source:
      'Rhodium’s example.py (December 2025) with a steady inflow of 0.02, measured; fixed point 1/7 in closed form',
    cost: 'quick',
    run: () => {
      const expected = [
        { release: 0.02, maxP: 0.1428571313, utility: 0.3469521776, inertia: 1, reliability: 1 },
        { release: 0.1, maxP: 2.283542091, utility: 1.734760888, inertia: 1, reliability: 0.07 },
        { release: 0, maxP: 0.0547294455, utility: 0, inertia: 1, reliability: 1 },
      ];
      return [
        one('Pcrit', 0.5445400016, criticalPhosphorus(0.42, 2), 1e-10),
        ...expected.flatMap(({ release, maxP, utility, inertia, reliability }) => {
          const found = lakeProblem(release, { b: 0.42, q: 2, inflow: steadyInflow(0.02) });
          return [
            one(`${release}: max P`, maxP, found.maxP, 1e-9),
            one(`${release}: utility`, utility, found.utility, 1e-9),
            one(`${release}: inertia`, inertia, found.inertia, 0),
            one(`${release}: reliability`, reliability, found.reliability, 1e-12),
          ];
        }),
      ];
    },
  },
  {
    id: 'lake-noise',
    method: 'models',
    title: {
      nl: 'Meerprobleem met toevoer die wisselt, lozing 0,02',
      en: 'Lake problem with an inflow that varies, release 0.02',
    },
    source:
      'Rhodium’s documentation: 100 lognormal samples, mean 0.02, sd 0.001; other draws, so max P within 0.001',
    cost: 'quick',
    run: () => {
      const found = lakeProblem(0.02, { b: 0.42, q: 2, inflow: lognormalInflow(0.02, 0.001, 100, 1) });
      return [
        one('max P', 0.143139312, found.maxP, 1e-3),
        one('utility', 0.346952178, found.utility, 1e-9),
        one('inertia', 1, found.inertia, 0),
        one('reliability', 1, found.reliability, 0),
      ];
    },
  },
  {
    id: 'sir-vensim',
    method: 'models',
    title: {
      nl: 'SIR-model in onze rekenkern, naast de uitvoer van Vensim',
      en: 'SIR model in our kernel, beside the output of Vensim',
    },
    source: 'SDEverywhere, models/sir: the output of Vensim, to the digits that it prints',
    cost: 'quick',
    run: () => {
      const result = compile(sirModel).run({
        futures: { count: 1 },
        outcomes: ['susceptible', 'infectious', 'recovered'],
      });
      const on = (outcome: string, day: number): number =>
        numberAt(result.get(outcome), result.time.indexOf(day));
      const infectious = [...result.get('infectious')];
      const peak = numberAt(result.time, infectious.indexOf(Math.max(...infectious)));
      return [
        one('S(50)', 8536.43, on('susceptible', 50), 5e-3),
        one('I(50)', 198.726, on('infectious', 50), 5e-4),
        one('R(50)', 1264.85, on('recovered', 50), 5e-3),
        one('I(54)', 215.468, on('infectious', 54), 5e-4),
        one('t of the peak', 54, peak, 0),
        one('S(100)', 6301.55, on('susceptible', 100), 5e-3),
        one('I(100)', 5.98124, on('infectious', 100), 5e-6),
        one('R(100)', 3692.47, on('recovered', 100), 5e-3),
        one('S(200)', 6279.54, on('susceptible', 200), 5e-3),
        one('I(200)', 1.24942e-4, on('infectious', 200), 5e-10),
      ];
    },
  },
  {
    id: 'lake-sensitivity',
    method: 'models',
    title: {
      nl: 'Meerprobleem: wat stuurt de betrouwbaarheid bij lozing 0,02',
      en: 'Lake problem: what drives the reliability at release 0.02',
    },
    source:
      'Rhodium’s documentation, Sobol’ with 10,000 runs; within 0.05, which is the interval of an index from so many runs',
    cost: 'slow',
    run: () => {
      const ranges = { b: [0.1, 0.45], q: [2, 4.5], mean: [0.01, 0.05], sd: [0.001, 0.005] } as const;
      const unit = saltelliPoints(2048, 4, { scramble: { seed: 1 } });
      const values = Float64Array.from({ length: rowsOf(unit) }, (_, run) => {
        const scaled = ([min, max]: readonly [number, number], input: number): number =>
          min + numberAt(at(unit, input), run) * (max - min);
        const inflow = lognormalInflow(scaled(ranges.mean, 2), scaled(ranges.sd, 3), 1, 1);
        return lakeProblem(0.02, { b: scaled(ranges.b, 0), q: scaled(ranges.q, 1), inflow }).reliability;
      });
      const found = sobolIndices(
        { names: Object.keys(ranges), outcome: 'reliability', values, secondOrder: false },
        { resamples: 10 },
      );
      const of = { ...found, inputs: found.inputs.slice(0, 3) };
      return [
        ...compare(of, 'S1', [0.516, 0.227, 0.066], 0.05),
        ...compare(of, 'ST', [0.727, 0.421, 0.204], 0.05),
      ];
    },
  },
];
