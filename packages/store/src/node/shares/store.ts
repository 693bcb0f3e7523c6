import { createHash } from 'node:crypto';
import { at } from '@schaalsprong/words';
import type { OpenPort } from '../engine/port.ts';

/** Characters of the shortest id: 50 bits of a hash. */
const shortest = 10;
/** Digits and letters without those that are read for another (Crockford's base32), in lower case. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A setting that somebody shares. */
export interface Share {
  /** Id of the region that it is of. */
  readonly region: string;
  /** What the long link holds. */
  readonly content: string;
}

/** What keeping came to: the id, or null where as many are kept as may be. */
export interface KeptShare {
  readonly id: string | null;
  /** Whether it was kept just now; false where the same content was there. */
  readonly isNew: boolean;
}

/** Shared settings by a short id. Kept for good: a link that was sent must not rot. */
export interface ShareStore {
  /**
   * Keeps a shared setting. Idempotent: the same content has the same id, also when all places are taken.
   *
   * @param most shares of one region that may be kept
   */
  keep(share: Share, most: number): Promise<KeptShare>;
  /** The content of an id; null where nothing is kept under it. */
  find(id: string): Promise<string | null>;
  close(): Promise<void>;
}

/** SHA-256 as 51 characters of five bits; the last bit is left out. */
function lettersOf(content: string): string {
  let bits = '';
  for (const byte of createHash('sha256').update(content).digest()) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

/**
 * Shared settings in a database.
 *
 * @param hash gives the letters of which an id is the beginning; by default those of SHA-256
 */
export const shareStore = (port: OpenPort, hash: (content: string) => string = lettersOf): ShareStore => ({
  keep: ({ region, content }, most) =>
    port.write<KeptShare>(async (session) => {
      const whole = hash(content);
      // Another content under the same beginning: a longer one. Writers come one at a time, so nobody takes it meanwhile.
      for (let length = shortest; length <= whole.length; length++) {
        const id = whole.slice(0, length);
        const [taken] = await session.rows<{ content: string }>('select content from share where id = $1', [
          id,
        ]);
        if (taken?.content === content) return { result: { id, isNew: false }, change: false };
        if (taken !== undefined) continue;
        const kept = await session.rows<{ n: number }>(
          'select count(*)::int as n from share where region = $1',
          [region],
        );
        if (at(kept, 0).n >= most) return { result: { id: null, isNew: false }, change: false };
        await session.rows('insert into share (id, region, content) values ($1, $2, $3)', [
          id,
          region,
          content,
        ]);
        return { result: { id, isNew: true }, change: true };
      }
      throw new Error(`no id is free for a content with the hash ${whole}`);
    }),
  find: (id) =>
    port.read(async (session) => {
      const [found] = await session.rows<{ content: string }>('select content from share where id = $1', [
        id,
      ]);
      return found?.content ?? null;
    }),
  close: () => port.close(),
});
