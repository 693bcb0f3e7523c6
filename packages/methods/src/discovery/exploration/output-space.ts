import { at } from '@schaalsprong/words';
import { sameLength } from '../../linear/dot.ts';

/** One outcome of the grid: where its cells begin and how wide they are. */
export interface GridAxis {
  readonly min: number;
  readonly step: number;
}

/** A quotient this near below a whole number is that number: .3 / .1 is 2.9999999999999996 in floating point. */
const ROUNDING = 1e-9;

/**
 * The archive of output-space exploration: a grid over the outcomes that counts what fell in each cell and keeps of each the
 * point nearest to its middle. Searching for what is new, and not for what is good, shows which outcomes are possible at all.
 *
 * Source: G. Chérel, C. Cottineau and R. Reuillon, PLOS ONE 10 (2015); EMA Workbench 3.0, `HitBox`.
 */
export class OutputSpaceArchive<T> {
  /** Cells that were met for the first time. */
  improvements = 0;
  /** Sum over all points of 1 over the number of points in their cell when they came. */
  overallNovelty = 0;
  readonly #axes: readonly GridAxis[];
  readonly #cells = new Map<string, { count: number; distance: number; kept: T }>();

  /** @param axes one per outcome, with a step above 0 */
  constructor(axes: readonly GridAxis[]) {
    this.#axes = axes;
  }

  /** The points that are kept, one per cell, in the order in which cells were first met. */
  get contents(): readonly T[] {
    return Array.from(this.#cells.values(), ({ kept }) => kept);
  }

  /**
   * @param outcomes one number per axis
   * @param point what is kept for them
   * @throws Unreachable for another number of outcomes than axes, as all methods below
   * @returns whether the cell was new
   */
  add(outcomes: readonly number[], point: T): boolean {
    const places = this.#placesOf(outcomes);
    const key = places.join(' ');
    const distance = Math.hypot(
      ...this.#axes.map(({ min, step }, i) => at(outcomes, i) - (min + (at(places, i) + 0.5) * step)),
    );
    const cell = this.#cells.get(key);
    if (cell === undefined) {
      this.#cells.set(key, { count: 1, distance, kept: point });
      this.improvements++;
      this.overallNovelty++;
      return true;
    }
    cell.count++;
    this.overallNovelty += 1 / cell.count;
    if (distance < cell.distance) {
      cell.distance = distance;
      cell.kept = point;
    }
    return false;
  }

  /** How many points fell in the cell of these outcomes. */
  countAt(outcomes: readonly number[]): number {
    return this.#cells.get(this.#placesOf(outcomes).join(' '))?.count ?? 0;
  }

  /** What is kept of the cell of these outcomes. */
  keptAt(outcomes: readonly number[]): T | undefined {
    return this.#cells.get(this.#placesOf(outcomes).join(' '))?.kept;
  }

  /** 1 over the number of points in the cell; 1 for a cell that was not met, which would be the first. */
  noveltyOf(outcomes: readonly number[]): number {
    return 1 / Math.max(1, this.countAt(outcomes));
  }

  #placesOf(outcomes: readonly number[]): readonly number[] {
    sameLength(this.#axes, outcomes);
    return this.#axes.map(({ min, step }, i) => Math.floor((at(outcomes, i) - min) / step + ROUNDING));
  }
}
