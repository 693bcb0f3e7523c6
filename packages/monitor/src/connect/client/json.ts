import type { z } from 'zod';
import { fault } from '../problems.ts';
import type { Ask, Client } from './http.ts';

/** A JSON answer in the shape that was asked for, with what tells its version. */
export interface JsonAnswer<T> {
  readonly value: T;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/**
 * The JSON at an address, checked against a shape. What is no JSON is asked for once more: a proxy may have cut it off.
 *
 * @returns null where nothing is newer than `ask.since`
 * @throws MonitorError with code MONITOR_JSON or MONITOR_SHAPE, and all that `Client.get` throws
 */
export async function getJson<T>(
  client: Client,
  address: string,
  schema: z.ZodType<T>,
  ask: Omit<Ask, 'type'> = {},
): Promise<JsonAnswer<T> | null> {
  for (let times = 1; ; times++) {
    const answer = await client.get(address, { ...ask, type: 'json' });
    if (answer === null) return null;
    let read: unknown;
    try {
      read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes));
    } catch (error) {
      if (ask.keep !== undefined) await client.port.kept?.clear(ask.keep.group);
      if (times < 2) continue;
      const found = answer.bytes.length === 0 ? '' : error instanceof Error ? error.message : String(error);
      throw fault('MONITOR_JSON', address, {
        found: found === '' ? { nl: 'er kwam niets', en: 'nothing came' } : found,
      });
    }
    const parsed = schema.safeParse(read);
    if (parsed.success) return { value: parsed.data, etag: answer.etag, lastModified: answer.lastModified };
    const [issue] = parsed.error.issues;
    const at = issue?.path.map(String).join('.') ?? '';
    throw fault('MONITOR_SHAPE', address, { found: `${at === '' ? '' : `${at}: `}${issue?.message ?? ''}` });
  }
}

/** Day of a moment as an office writes it, in its own time: `2026-06-23T00:00:00+02:00` is `2026-06-23`; null where there is none. */
export const dayIn = (moment: string): string | null => /^\d{4}-\d{2}-\d{2}/.exec(moment)?.[0] ?? null;
