import type { Interval } from '@schaalsprong/words';
import { audit } from '../report/report.ts';
import type { AuditInput, AuditReport, AuditSwitches, Conflict } from '../types.ts';

/** What another interval for one claim does to everything else. */
export interface Simulated {
  readonly report: AuditReport;
  /** conflicts that come up because of it, in the order of the new report */
  readonly appeared: readonly Conflict[];
  /** conflicts that are gone because of it, in the order of the old report */
  readonly vanished: readonly Conflict[];
}

/** Which conflicts one report has and another has not; a conflict is the same while its id is. */
export function changesBetween(before: AuditReport, after: AuditReport): Omit<Simulated, 'report'> {
  const old = new Set(before.conflicts.map((c) => c.id));
  const now = new Set(after.conflicts.map((c) => c.id));
  return {
    appeared: after.conflicts.filter((c) => !old.has(c.id)),
    vanished: before.conflicts.filter((c) => !now.has(c.id)),
  };
}

/**
 * Simulates a repair: audits with another interval for one claim and diffs the conflicts.
 * @param switches the switches that the reader has set, other repairs that are tried among them
 * @param before the report with the same options, where already computed
 */
export function simulateRepair(
  input: AuditInput,
  claim: string,
  interval: Interval,
  switches: AuditSwitches = {},
  before: AuditReport = audit(input, switches),
): Simulated {
  const report = audit(input, { ...switches, repairs: { ...switches.repairs, [claim]: interval } });
  return { report, ...changesBetween(before, report) };
}
