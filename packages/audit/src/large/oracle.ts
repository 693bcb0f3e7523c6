import type { Solver } from '@schaalsprong/solver';
import { at, numberAt } from '@schaalsprong/words';
import type { Component, Oracle } from '../system/oracle.ts';
import { type Ranges, rangesOf } from './ranges.ts';

/**
 * Feasibility of sets of groups of one component by HiGHS. One model per component, warm-started: a query changes the
 * bounds of rows and goes on from the basis before. In doubles: callers prove what they report.
 */
export function largeOracle(solver: Solver, component: Component): Oracle & { dispose(): void } {
  const ranges: Ranges = rangesOf(component, new Uint8Array(component.groups.length).fill(1));
  const model = solver.model();
  model.load({
    cost: new Float64Array(ranges.columns),
    lower: ranges.lower,
    upper: ranges.upper,
    rows: ranges.ranges,
  });
  const active = new Uint8Array(ranges.ranges.length).fill(1);
  const taken = new Uint8Array(component.groups.length).fill(1);
  const speaking: number[][] = component.groups.map(() => []);
  ranges.ranges.forEach((range, index) => {
    for (const group of range.groups) at(speaking, group).push(index);
  });
  return {
    feasible(groups) {
      const changed = component.groups.flatMap((_, group) => (groups[group] === taken[group] ? [] : [group]));
      for (const group of changed) taken[group] = at(groups, group);
      for (const row of new Set(changed.flatMap((group) => at(speaking, group)))) {
        const range = at(ranges.ranges, row);
        const on = range.groups.every((group) => taken[group] === 1) ? 1 : 0;
        if (on === active[row]) continue;
        active[row] = on;
        model.rowBounds(
          row,
          on ? range.lower : Number.NEGATIVE_INFINITY,
          on ? range.upper : Number.POSITIVE_INFINITY,
        );
      }
      if (model.run() !== 'infeasible') {
        return {
          ok: true,
          point: model.point().map((value, column) => value * numberAt(ranges.scale, column)),
        };
      }
      const ray = model.ray();
      const largest = ray === null ? 0 : ray.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
      // without a ray any of the active rows may be part of the conflict
      const shown = ranges.ranges.filter(
        (_, row) => active[row] === 1 && (ray === null || Math.abs(numberAt(ray, row)) > 1e-9 * largest),
      );
      return {
        ok: false,
        groups: [...new Set(shown.flatMap(({ groups }) => groups))].sort((a, b) => a - b),
        // which side of a range is meant depends on a sign that differs between solvers: both are given
        rows: shown.flatMap(({ lowerRow, upperRow }) => [lowerRow, upperRow].filter((row) => row >= 0)),
      };
    },
    dispose: () => model.dispose(),
  };
}
