/** The acceptance checks of every method. */
export { allChecks } from './all.ts';
export type { CheckedValue, MethodCheck, MethodGroup } from './check.ts';
export { holds, methodGroups } from './check.ts';
