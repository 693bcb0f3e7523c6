import { designChecks } from '../designs/checks/index.ts';
import { discoveryChecks } from '../discovery/checks/index.ts';
import { robustnessChecks } from '../robustness/checks.ts';
import { searchChecks } from '../search/checks.ts';
import { sensitivityChecks } from '../sensitivity/checks/index.ts';
import { whyChecks } from '../why/checks.ts';
import { type MethodCheck, methodGroups } from './check.ts';

/** Every acceptance check, by method group and then in the order of its folder. */
export const allChecks: readonly MethodCheck[] = [
  ...designChecks,
  ...discoveryChecks,
  ...robustnessChecks,
  ...searchChecks,
  ...sensitivityChecks,
  ...whyChecks,
].sort((a, b) => methodGroups.indexOf(a.method) - methodGroups.indexOf(b.method));
