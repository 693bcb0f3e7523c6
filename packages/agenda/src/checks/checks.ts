import type { Content } from '../load/content.ts';
import type { Problem } from '../problems/problems.ts';
import { checkAudit } from './audit-checks.ts';
import { checkBoundaries } from './boundary-checks.ts';
import { toolsFor } from './checking.ts';
import { checkAreas, checkIndicators, checkObservations, checkSources } from './figure-checks.ts';
import { checkInputs, checkModelFiles, checkScenarios, checkTable } from './model-checks.ts';
import { checkMunicipalities } from './municipality-checks.ts';
import { checkPicture } from './picture-checks.ts';
import { checkProposals } from './proposal-checks.ts';
import { checkIds, checkRegion, checkRegisters } from './region-checks.ts';
import { checkClaims, checkTargets, checkTree } from './tree-checks.ts';

/**
 * Cross-checks between the files of a region: referential integrity of ids, units, levels and lines; the tree is acyclic;
 * no interval or range is empty; a target has an outcome or a reason. References to things that are faulty
 * themselves, or to a file that could not be read, are not reported twice.
 */
export function check(content: Content): Problem[] {
  const tools = toolsFor(content);
  checkIds(tools);
  checkRegion(tools);
  checkTree(tools);
  checkTargets(tools);
  checkClaims(tools);
  checkIndicators(tools);
  checkSources(tools);
  checkAreas(tools);
  checkBoundaries(tools);
  checkObservations(tools);
  checkRegisters(tools);
  checkInputs(tools);
  checkModelFiles(tools);
  checkScenarios(tools);
  checkTable(tools);
  checkPicture(tools);
  checkMunicipalities(tools);
  checkProposals(tools);
  checkAudit(tools);
  return [...tools.problems];
}
