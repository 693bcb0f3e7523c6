import type { MethodCheck } from '../checks/check.ts';
import { givenDataChecks } from './checks/given-data.ts';
import { modelChecks } from './checks/models.ts';
import { screeningChecks } from './checks/screening.ts';
import { varianceChecks } from './checks/variance.ts';

/** The acceptance checks of sensitivity analysis, and of the models with known outcomes. */
export const sensitivityChecks: readonly MethodCheck[] = [
  ...varianceChecks,
  ...screeningChecks,
  ...givenDataChecks,
  ...modelChecks,
];
