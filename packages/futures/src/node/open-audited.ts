import type { RegionFiles } from '@schaalsprong/agenda';
import { type AuditInput, type AuditReport, auditInput } from '@schaalsprong/audit';
import { startAuditThread } from '@schaalsprong/audit/node';
import { type OpenRegion, openRegion } from '../open/open.ts';

/** An opened region, with a promise of the audit of its claims, which runs in a worker thread. */
export interface AuditedRegion extends OpenRegion {
  readonly input: AuditInput;
  /** At the default switches. Rejects where the audit failed or was aborted, without an unhandled rejection. */
  readonly audit: Promise<AuditReport>;
}

/** Constant: the stack of a reason made at the caller would keep everything on it alive. */
const failed = new DOMException('the region could not be opened', 'AbortError');

/**
 * Opens a region and audits its claims meanwhile: the thread starts before the content is read, and works while the model is
 * compiled and tried, which leaves another processor free.
 *
 * @param files the folder
 * @param signal stops the audit
 * @throws what `openRegion` throws; then the audit is stopped
 */
export async function openAudited(files: RegionFiles, signal: AbortSignal): Promise<AuditedRegion> {
  const stop = new AbortController();
  const thread = startAuditThread(AbortSignal.any([signal, stop.signal]));
  let begun: Pick<AuditedRegion, 'input' | 'audit'> | undefined;
  try {
    const opened = await openRegion(files, (region) => {
      const input = auditInput(region);
      begun = { input, audit: thread.audit(input) };
      begun.audit.catch(() => undefined);
    });
    if (begun === undefined) throw new Error('the region was opened without its content');
    return { ...opened, ...begun };
  } catch (error) {
    stop.abort(failed);
    throw error;
  }
}
