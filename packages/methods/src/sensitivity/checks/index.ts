import type { MethodCheck } from '../../checks/check.ts';
import { givenDataChecks } from './given-data.ts';
import { modelChecks } from './models.ts';
import { screeningChecks } from './screening.ts';
import { varianceChecks } from './variance.ts';

/** The acceptance checks of sensitivity analysis, and of the models with known outcomes. */
export const sensitivityChecks: readonly MethodCheck[] = [
  ...varianceChecks,
  ...screeningChecks,
  ...givenDataChecks,
  ...modelChecks,
];
