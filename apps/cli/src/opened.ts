import type { RegionFiles } from '@schaalsprong/agenda';
import { type AuditReport, auditInput } from '@schaalsprong/agenda/audit';
import { startAuditThread } from '@schaalsprong/agenda/node';
import { type OpenRegion, openRegion } from '@schaalsprong/futures';

/** An opened region, with its audit under way in a thread of its own. */
export interface Opened extends OpenRegion {
  readonly audit: Promise<AuditReport>;
}

/**
 * Opens a region and audits its claims meanwhile: the thread starts before the content is read, and works while the model is
 * compiled and tried, which another processor does.
 *
 * @param signal stops the audit
 * @throws what `openRegion` throws; then the audit is stopped
 */
export async function openAudited(files: RegionFiles, signal: AbortSignal): Promise<Opened> {
  const stop = new AbortController();
  const thread = startAuditThread(AbortSignal.any([signal, stop.signal]));
  let audit: Promise<AuditReport> | undefined;
  try {
    const opened = await openRegion(files, (region) => {
      audit = thread.audit(auditInput(region));
      // Told to who waits for it; until then nobody does.
      audit.catch(() => undefined);
    });
    if (audit === undefined) throw new Error('the region was opened without its content');
    return { ...opened, audit };
  } catch (error) {
    stop.abort();
    throw error;
  }
}
