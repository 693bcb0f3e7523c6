import type { Solver } from '@schaalsprong/solver';
import type { Component, Oracle } from '../system/oracle.ts';
import { type Ranges, rangesOf } from './ranges.ts';

/**
 * Asks HiGHS about sets of groups of one component. Made anew for each component, asked as often as one likes: a
 * question changes the bounds of rows and goes on from the answer before. Doubles only: whoever reports what it says
 * proves it.
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
  ranges.ranges.forEach((range, at) => {
    for (const group of range.groups) speaking[group]?.push(at);
  });
  return {
    feasible(groups) {
      const changed = component.groups.flatMap((_, group) => (groups[group] === taken[group] ? [] : [group]));
      for (const group of changed) taken[group] = groups[group] ?? 0;
      for (const at of new Set(changed.flatMap((group) => speaking[group] ?? []))) {
        const range = ranges.ranges[at];
        if (range === undefined) continue;
        const on = range.groups.every((group) => taken[group] === 1) ? 1 : 0;
        if (on === active[at]) continue;
        active[at] = on;
        model.rowBounds(
          at,
          on ? range.lower : Number.NEGATIVE_INFINITY,
          on ? range.upper : Number.POSITIVE_INFINITY,
        );
      }
      if (model.run() !== 'infeasible') {
        return { ok: true, point: model.point().map((value, column) => value * (ranges.scale[column] ?? 1)) };
      }
      const ray = model.ray();
      const largest = ray?.reduce((most, y) => Math.max(most, Math.abs(y)), 0) ?? 0;
      const shown = ranges.ranges.flatMap((range, at) => {
        const y = ray?.[at] ?? 0;
        return active[at] && (ray === null || Math.abs(y) > 1e-9 * largest) ? [{ range, y }] : [];
      });
      return {
        ok: false,
        groups: [...new Set(shown.flatMap(({ range }) => range.groups))].sort((a, b) => a - b),
        // which side of a range is meant depends on a sign that differs between solvers: both are given
        rows: shown.flatMap(({ range }) => [range.lowerRow, range.upperRow].filter((row) => row >= 0)),
      };
    },
    dispose: () => model.dispose(),
  };
}
