import { designReferenceTests } from '../designs/reference-tests/index.ts';
import { discoveryReferenceTests } from '../discovery/reference-tests/index.ts';
import { robustnessReferenceTests } from '../robustness/reference-tests.ts';
import { searchReferenceTests } from '../search/reference-tests.ts';
import { sensitivityReferenceTests } from '../sensitivity/reference-tests/index.ts';
import { whyReferenceTests } from '../why/reference-tests.ts';
import { methodGroups, type ReferenceTest } from './reference-test.ts';

/** Every reference test, by method group and then in the order of its folder. */
export const referenceTests: readonly ReferenceTest[] = [
  ...designReferenceTests,
  ...discoveryReferenceTests,
  ...robustnessReferenceTests,
  ...searchReferenceTests,
  ...sensitivityReferenceTests,
  ...whyReferenceTests,
].sort((a, b) => methodGroups.indexOf(a.method) - methodGroups.indexOf(b.method));
