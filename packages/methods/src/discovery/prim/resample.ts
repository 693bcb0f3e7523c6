import { isSeed, streamOf, uniformPair } from '@schaalsprong/model';
import { byteAt, int32At, numberAt } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import type { Step } from '../boxes/step.ts';
import { categoryInput, type DiscoveryData, dataOf, type Input, numberInput } from '../data/data.ts';
import { outcomeFaults } from '../data/outcome-faults.ts';
import { discoveryProblems as problems } from '../problems.ts';
import { findBox, type PrimSettings, primDefaults, settingFaults } from './prim.ts';

/** How often each input is restricted over resamples. */
export interface Resampling {
  /** Runs that gave a box; a half without futures of both kinds gives none. */
  readonly runs: number;
  readonly of: number;
  readonly seed: number;
  /** Per input in how many runs it is restricted: in the box nearest in coverage, and in the one nearest in density. */
  readonly inputs: readonly {
    readonly input: string;
    readonly byCoverage: number;
    readonly byDensity: number;
  }[];
}

const mostIterations = 1000;

/**
 * How stable a box is: the search again on random halves of the futures (drawn without replacement), with all settings as
 * they were, and how often each input is restricted in the box nearest to this one. An input that comes back in few
 * runs owes its limit to the draw.
 *
 * @param seed the halves follow from it and from nothing else
 * @throws FuturesError on settings, seed or iterations that cannot be
 *
 * Source: B. Bryant and R. Lempert (2010), section 3.2.4; EMA Workbench 3.0, `PrimBox.resample`, which passes only alpha.
 */
export function resample(
  data: DiscoveryData,
  step: Pick<Step, 'coverage' | 'density'>,
  settings: Partial<PrimSettings> = {},
  { iterations = 10, seed = 0 }: { readonly iterations?: number; readonly seed?: number } = {},
): Resampling {
  const all = { ...primDefaults, ...settings };
  const faults = [...settingFaults(all), ...outcomeFaults(data)];
  if (!isSeed(seed)) faults.push(problems.seed(seed));
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > mostIterations)
    faults.push(problems.iterations(iterations));
  if (faults.length > 0) throw new FuturesError(faults);

  const byCoverage = new Map<string, number>();
  const byDensity = new Map<string, number>();
  let runs = 0;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const half = halfOf(data, seed, iteration);
    const trajectory = half === null ? null : findBox(half, all, []);
    if (trajectory === null) continue;
    runs++;
    const coverage = (each: Step): number => Math.abs(each.coverage - step.coverage);
    const density = (each: Step): number => Math.abs(each.density - step.density);
    countRestricted(nearestStep(trajectory, coverage, density), byCoverage);
    countRestricted(nearestStep(trajectory, density, coverage), byDensity);
  }
  return {
    runs,
    of: iterations,
    seed,
    // An input that no run restricted was not counted.
    inputs: data.inputs.map(({ name }) => ({
      input: name,
      byCoverage: byCoverage.get(name) ?? 0,
      byDensity: byDensity.get(name) ?? 0,
    })),
  };
}

/** Half of the futures, rounded down; null where they are all of one kind or no input varies among them. */
function halfOf(data: DiscoveryData, seed: number, iteration: number): DiscoveryData | null {
  const { count } = data;
  const stream = streamOf(`prim resample ${iteration}`);
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  const wanted = Math.floor(count / 2);
  // The first half of a shuffle (Fisher and Yates), as far as it is needed.
  for (let i = 0; i < wanted; i++) {
    const [u] = uniformPair(seed, stream, i);
    const other = i + Math.floor(u * (count - i));
    const swap = int32At(rows, i);
    rows[i] = int32At(rows, other);
    rows[other] = swap;
  }
  const chosen = rows.slice(0, wanted).sort();
  const interest = Uint8Array.from(chosen, (row) => byteAt(data.interest, row));
  const ofInterest = interest.reduce((sum, one) => sum + one, 0);
  if (ofInterest === 0 || ofInterest === wanted) return null;
  const inputs = data.inputs.map(
    (input): Input =>
      input.kind === 'category'
        ? categoryInput(
            input.name,
            input.categories,
            Int32Array.from(chosen, (row) => int32At(input.values, row)),
          )
        : numberInput(
            input.name,
            Float64Array.from(chosen, (row) => numberAt(input.values, row)),
            input.kind,
          ),
  );
  return dataOf(inputs, interest);
}

/** The step at which a distance is least; of equal ones that at which the other is, since many steps may cover all. */
function nearestStep(
  trajectory: readonly Step[],
  first: (step: Step) => number,
  other: (step: Step) => number,
): Step | undefined {
  return [...trajectory].sort((a, b) => first(a) - first(b) || other(a) - other(b))[0];
}

function countRestricted(step: Step | undefined, counts: Map<string, number>): void {
  for (const input of new Set(step?.bounds.map((bound) => bound.input))) {
    counts.set(input, (counts.get(input) ?? 0) + 1);
  }
}
