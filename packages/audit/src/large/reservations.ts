import { at, numberAt } from '@schaalsprong/words';
import { factorAt, type Ranges, valueAt } from './ranges.ts';
import type { Region, Use } from './region.ts';

/** Slack used that is no more than rounding; the check in fractions sees it all the same. */
const NOISE = 1e-9;
const withoutNoise = (x: number): number => (x > NOISE ? x : 0);

/** How much of the slack of each range the repairs of each closed region use, so that it is not spent twice. */
export class Reservations {
  readonly #uses = new Map<number, Map<Region, Use>>();

  /** The slack of a range that regions other than this one use. */
  ofOthers(range: number, region: Region): Use {
    let up = 0;
    let down = 0;
    for (const [other, use] of this.#uses.get(range) ?? []) {
      if (other === region) continue;
      up += use.up;
      down += use.down;
    }
    return { up, down };
  }

  /** Frees what a region used. */
  release(region: Region): void {
    for (const uses of this.#uses.values()) uses.delete(region);
  }

  /** Reserves the most that any repair of a closed region uses of each range it shares with what lies outside. */
  reserve(region: Region, ranges: Ranges, start: Float64Array): void {
    const touched = new Set([...region.columns].flatMap((column) => at(ranges.of, column)));
    for (const index of touched) {
      const range = at(ranges.ranges, index);
      if (range.columns.every((column) => region.columns.has(column))) continue;
      let up = 0;
      let down = 0;
      const before = valueAt(range, start);
      for (const { without, point } of region.repairs.values()) {
        if (range.groups.some((group) => without.includes(group))) continue;
        let moved = -before;
        for (const [n, column] of range.columns.entries()) {
          moved += factorAt(range.factors, n) * (point.get(column) ?? numberAt(start, column));
        }
        up = Math.max(up, moved);
        down = Math.max(down, -moved);
      }
      if (up <= NOISE && down <= NOISE) continue;
      const uses = this.#uses.get(index) ?? new Map<Region, Use>();
      uses.set(region, { up: withoutNoise(up), down: withoutNoise(down) });
      this.#uses.set(index, uses);
    }
  }
}
