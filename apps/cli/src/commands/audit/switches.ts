import type { AuditInput, AuditSwitches } from '@schaalsprong/audit';
import { nearest } from '@schaalsprong/words';
import { UsageError } from '../../command/usage-error.ts';
import type { AuditRequest } from './request.ts';

/**
 * What the command switches, as the audit takes it.
 *
 * @throws UsageError for an assumption, claim or reading that the agenda does not have, with what it has
 */
export function switchesOf(
  command: Pick<AuditRequest, 'lang' | 'setting' | 'assumptions' | 'readings'>,
  input: Pick<AuditInput, 'assumptions' | 'claims'>,
): AuditSwitches {
  const { lang, setting, assumptions, readings } = command;
  const known = input.assumptions.map(({ id }) => id);
  for (const id of Object.keys(assumptions)) {
    if (known.includes(id)) continue;
    const values = { value: id, known: known.join(', ') || '-' };
    throw new UsageError(lang, 'assumption-unknown', values, nearest(id, known));
  }
  // A claim that means one thing only leaves nothing to choose.
  const open = input.claims.filter((claim) => claim.readings.length > 1);
  for (const [id, reading] of Object.entries(readings)) {
    const claim = open.find((one) => one.id === id);
    if (claim === undefined) {
      const ids = open.map((one) => one.id);
      const values = { value: id, known: ids.join(', ') || '-' };
      throw new UsageError(lang, 'claim-unknown', values, nearest(id, ids));
    }
    const ids = claim.readings.map((one) => one.id);
    if (ids.includes(reading)) continue;
    const values = { claim: id, value: reading, known: ids.join(', ') };
    throw new UsageError(lang, 'reading-unknown', values, nearest(reading, ids));
  }
  return { setting, assumptions, readings };
}
