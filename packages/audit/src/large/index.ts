/**
 * The audit of large agendas: HiGHS and the patchwork. A face of its own, so that a page that does not need the solver
 * does not load it.
 */

import type { Solver } from '@schaalsprong/solver';
import type { Component, EngineOptions, GroupSet, Oracle } from '../system/oracle.ts';
import { largeOracle } from './oracle.ts';
import { type PatchworkOptions, patchwork } from './search.ts';

export { largeOracle } from './oracle.ts';
export { type RepairOptions, repairAll, type WeightedRepair } from './repair.ts';
export { type Patchwork, type PatchworkOptions, patchwork } from './search.ts';

/**
 * For `createEngine(logic, { large: large(await loadSolver()) })`: components of at least `from` groups go to the
 * patchwork, and `possible` to HiGHS.
 */
export function large(
  solver: Solver,
  { from = 300, ...options }: PatchworkOptions & { readonly from?: number } = {},
): NonNullable<EngineOptions['large']> {
  const asked = (component: Component, groups: GroupSet): ReturnType<Oracle['feasible']> => {
    const oracle = largeOracle(solver, component);
    try {
      return oracle.feasible(groups);
    } finally {
      oracle.dispose();
    }
  };
  return {
    from,
    search: (component, among, limits) => patchwork(solver, component, among, limits, options),
    oracle: (component) => ({ feasible: (groups) => asked(component, groups) }),
  };
}
