import type { AuditInput, AuditReport, AuditSwitches } from '@schaalsprong/audit';

/** A question to the worker that audits: first the input, then the switches as often as a reader moves them. */
export type Question =
  | { readonly kind: 'open'; readonly input: AuditInput }
  | { readonly kind: 'ask'; readonly switches: AuditSwitches };

/** Its answer to the switches: the report, and the one without the tried repairs to see what these do. */
export interface Answer {
  readonly report: AuditReport;
  readonly withoutRepairs: AuditReport;
}

/** Size of the cache of reports: undo and repeated tries are served from it. */
const remembered = 24;

/** Message handler of the worker, independent of `postMessage`. */
export function makeAuditing(
  audit: (input: AuditInput, switches: AuditSwitches) => AuditReport,
): (question: Question) => Answer | null {
  let input: AuditInput | null = null;
  const known = new Map<string, AuditReport>();
  const reportOf = (switches: AuditSwitches): AuditReport => {
    if (input === null) throw new Error('a question before there was an input');
    const key = JSON.stringify(switches);
    const before = known.get(key);
    if (before !== undefined) return before;
    const report = audit(input, switches);
    const [oldest] = known.keys();
    if (known.size >= remembered && oldest !== undefined) known.delete(oldest);
    known.set(key, report);
    return report;
  };
  return (question) => {
    if (question.kind === 'open') {
      input = question.input;
      known.clear();
      return null;
    }
    const { repairs, ...others } = question.switches;
    const report = reportOf(question.switches);
    const tries = repairs !== undefined && Object.keys(repairs).length > 0;
    return { report, withoutRepairs: tries ? reportOf(others) : report };
  };
}
