import { describe, expect, it } from 'vitest';
import { audit } from '../index.ts';
import type { AuditInput } from '../types.ts';
import { startAuditThread } from './audit.ts';

const nothing: AuditInput = {
  region: 'nowhere',
  units: {},
  claims: [],
  notEncoded: [],
  variables: [],
  relations: [],
  assumptions: [],
  continuations: [],
  gaps: [],
  verdicts: [],
  hash: '0',
};

describe('an audit in a thread', () => {
  it('gives what the audit gives', async () => {
    const { seconds: _, ...found } = await startAuditThread().audit(nothing, { setting: 'bare' });
    const { seconds: __, ...here } = audit(nothing, { setting: 'bare' });
    expect(found).toEqual(here);
  });

  it('compares too', async () => {
    const { added, conflicts } = await startAuditThread().compare(nothing, nothing);
    expect({ added, conflicts }).toEqual({ added: [], conflicts: [] });
  });

  it('is stopped with the reason of the signal, before or while it works', async () => {
    const cancel = new AbortController();
    const running = startAuditThread(cancel.signal).audit(nothing);
    const reason = new Error('enough');
    cancel.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(startAuditThread(cancel.signal).audit(nothing)).rejects.toBe(reason);
  });

  it('a fault of the audit is told to who asked', async () => {
    const broken = { ...nothing, claims: null } as unknown as AuditInput;
    await expect(startAuditThread().audit(broken)).rejects.toThrow();
  });
});
