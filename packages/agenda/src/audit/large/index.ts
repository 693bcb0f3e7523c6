/**
 * The audit of large agendas: HiGHS and the patchwork. A face of its own, so that a page that does not need the solver
 * does not load it.
 */
export { type Patchwork, type PatchworkOptions, patchwork, patchworkSearch } from './search.ts';
export { loadSolver, type Solver, type SolverOptions } from './solver.ts';
