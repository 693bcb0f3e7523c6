import { isSeed, streamOf, uniformPair } from '@schaalsprong/model';
import { at, uint32At } from '@schaalsprong/words';
import { type FuturesProblem, problems } from '../../problems.ts';
import { shuffle } from '../../statistics/shuffle.ts';
import { designProblems, mostDesignNumbers, refuse } from '../problems.ts';
import { sizeProblems } from '../size.ts';
import { isGrouping } from './groups.ts';
import { mostSpread } from './spread.ts';

/** What of a Morris design may be chosen. */
export interface MorrisOptions {
  /** Levels p of the grid, even, 4 where it is left out; the step is p / (2 (p - 1)). */
  readonly levels?: number;
  /** Candidates from which the most spread trajectories are chosen; as many as are asked where it is left out. */
  readonly candidates?: number;
  /** Group of each dimension, from 0 upwards without gaps; dimensions of one group move together. */
  readonly groups?: readonly number[];
}

/** The most candidates, and the most differences of coordinates on the way to all their distances: some ten seconds. */
const mostCandidates = 1000;
const mostDifferences = 1e10;

/** The most candidates whose distances two by two are still found in a while. */
const candidatesWithin = (rows: number, dimensions: number): number =>
  Math.min(mostCandidates, Math.floor(Math.sqrt(mostDifferences / (rows ** 2 * dimensions))));

/** The step between two points of a trajectory on a grid of p levels. */
export const morrisStep = (levels: number): number => levels / (2 * (levels - 1));

/**
 * Trajectories of Morris: each starts at a random point of the grid and moves every dimension once, in random order, up
 * or down by the step. Rows of one trajectory follow each other, D + 1 of them (or one more than there are groups).
 *
 * The numbers of a trajectory come from the seed, the name of the dimension and the trajectory's number, so another
 * dimension leaves the places of the others as they are, though not the order in which they move.
 *
 * @param trajectories r, at least 1
 * @param names of the dimensions
 * @returns one column per dimension, values on the grid in [0, 1]
 * @throws FuturesError with every fault of what is asked
 *
 * Source: M. Morris, Technometrics 33 (1991); F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling and
 * Software 22 (2007), for spread and groups.
 */
export function morrisPoints(
  trajectories: number,
  names: readonly string[],
  seed: number,
  { levels = 4, candidates = trajectories, groups }: MorrisOptions = {},
): readonly Float64Array[] {
  const groupOf = groups ?? names.map((_, dimension) => dimension);
  const found: FuturesProblem[] = [];
  if (names.length === 0) found.push(designProblems.dimensions(0, mostDesignNumbers));
  if (!isSeed(seed)) found.push(problems.seed(seed));
  if (!Number.isSafeInteger(levels) || levels < 2 || levels % 2 !== 0) {
    found.push(designProblems.morrisLevels(levels));
  }
  if (!isGrouping(groupOf, names.length)) found.push(designProblems.groups(groupOf, names.length));
  refuse(found);
  const rows = new Set(groupOf).size + 1;
  refuse(sizeProblems(trajectories * rows, names.length));
  const most = candidatesWithin(rows, names.length);
  const fits = Number.isSafeInteger(candidates) && candidates > trajectories && candidates <= most;
  if (candidates !== trajectories && !fits)
    refuse([designProblems.candidates(candidates, trajectories, most)]);

  const columns = trajectoriesOf(names, groupOf, candidates, levels, seed);
  if (candidates === trajectories) return columns;
  const kept = mostSpread(columns, rows, trajectories);
  return columns.map((column) => {
    const chosen = new Float64Array(trajectories * rows);
    kept.forEach((from, to) => {
      chosen.set(column.subarray(from * rows, (from + 1) * rows), to * rows);
    });
    return chosen;
  });
}

function trajectoriesOf(
  names: readonly string[],
  groupOf: readonly number[],
  count: number,
  levels: number,
  seed: number,
): readonly Float64Array[] {
  const groupCount = new Set(groupOf).size;
  const rows = groupCount + 1;
  const turns = turnsOf(groupCount, count, seed);
  const step = morrisStep(levels);
  return names.map((name, dimension) => {
    const stream = streamOf(`morris ${name}`);
    const group = at(groupOf, dimension);
    const column = new Float64Array(count * rows);
    for (let trajectory = 0; trajectory < count; trajectory++) {
      const [place, way] = uniformPair(seed, stream, trajectory);
      // From the lower half of the grid a step up stays inside; a step down is the same walked back.
      const low = Math.floor(place * (levels / 2)) / (levels - 1);
      const [from, to] = way < 0.5 ? [low, low + step] : [low + step, low];
      const turn = uint32At(turns, trajectory * groupCount + group);
      for (let row = 0; row < rows; row++) column[trajectory * rows + row] = row > turn ? to : from;
    }
    return column;
  });
}

/** Per trajectory the turn of each group, from 0, in random order. */
function turnsOf(groups: number, count: number, seed: number): Uint32Array {
  const stream = streamOf('morris order');
  const turns = new Uint32Array(count * groups);
  for (let trajectory = 0; trajectory < count; trajectory++) {
    const own = turns.subarray(trajectory * groups, (trajectory + 1) * groups);
    for (let group = 0; group < groups; group++) own[group] = group;
    shuffle(own, (place) => uniformPair(seed, stream, trajectory * groups + place)[0]);
  }
  return turns;
}
