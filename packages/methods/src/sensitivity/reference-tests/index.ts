import type { ReferenceTest } from '../../reference-tests/reference-test.ts';
import { givenDataReferenceTests } from './given-data.ts';
import { modelReferenceTests } from './models.ts';
import { screeningReferenceTests } from './screening.ts';
import { varianceReferenceTests } from './variance.ts';

/** The reference tests of sensitivity analysis, and of the models with known outcomes. */
export const sensitivityReferenceTests: readonly ReferenceTest[] = [
  ...varianceReferenceTests,
  ...screeningReferenceTests,
  ...givenDataReferenceTests,
  ...modelReferenceTests,
];
