import type { AuditReport, Conflict, ConflictKind } from '@schaalsprong/audit';

/** Kinds in which claims cannot all hold, or one makes another moot: what a target as written runs into. */
const against: ReadonlySet<ConflictKind> = new Set([
  'contradiction',
  'contradiction-under-assumption',
  'shortfall',
  'horizon',
  'definition',
  'dominance',
]);

/**
 * The conflicts of an audit that a target runs into, by id, in the order of the report.
 *
 * Left out is what a person accepted, and what does not contradict: claims that just fit (`near`) and claims that say the
 * same (`duplicate`). Of what is `missing`, a list or note that the text announces counts for the targets that the content
 * names with it. What targets lack themselves (an owner, a baseline, an indicator) does not: that is one finding about
 * nearly every target, said once in the audit; repeated at each it would hide the conflicts of the few that have one.
 *
 * @param report the audit
 * @param target id of a target
 */
export function conflictsOf(report: Pick<AuditReport, 'conflicts'>, target: string): readonly string[] {
  return report.conflicts
    .filter((conflict) => conflict.targets.includes(target) && isAgainst(conflict))
    .map(({ id }) => id);
}

function isAgainst({ kind, claims, verdict }: Conflict): boolean {
  if (verdict?.verdict.startsWith('accepted')) return false;
  return against.has(kind) || (kind === 'missing' && claims.length > 0);
}
