import { crc32 } from 'node:zlib';
import type { KeptShare, Share } from '@schaalsprong/store/node';

/** Shared settings that a server keeps unless told otherwise: some 30 MB. */
export const usualShares = 10_000;
/** New ones within a minute, of all visitors together: more is no audience but a program. */
export const mostPerMinute = 30;
/** Ids whose content is held in memory: a content never changes. */
const mostKnown = 500;

/** Where shared settings are kept. */
export interface SharePlace {
  find(id: string): Promise<string | null>;
  keep(share: Share, most: number): Promise<KeptShare>;
  close(): Promise<void>;
}

/**
 * Whether a text has the form of the shared part of a long link: a byte for the version, two for the length of what follows, that, and a
 * CRC-32 over all before, in the letters of an address (`freeze` in apps/web/src/table/frozen.ts). What is inside is read by the page that
 * opens it. So this is no place to put any text.
 */
export function isShared(text: string): boolean {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return false;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < 8 || bytes.toString('base64url') !== text) return false;
  const end = bytes.length - 4;
  return bytes.readUInt16BE(1) === end - 3 && crc32(bytes.subarray(0, end)) === bytes.readUInt32BE(end);
}

/** What keeping came to. */
export type ShareOutcome = { readonly id: string } | { readonly refused: 'full' | 'too-many' };

/** The shared settings of a server: a bound on how many, and on how fast. */
export class Shares {
  readonly most: number;
  readonly #place: SharePlace;
  readonly #now: () => number;
  readonly #known = new Map<string, string>();
  /** When the newest ones were kept, in milliseconds. */
  #recent: readonly number[] = [];

  /**
   * @param place where they are kept; closed with this
   * @param most of one region
   * @param now a clock in milliseconds
   */
  constructor(place: SharePlace, most: number, now: () => number) {
    this.#place = place;
    this.most = most;
    this.#now = now;
  }

  /** @throws StoreError where the place cannot be used */
  async find(id: string): Promise<string | null> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const found = await this.#place.find(id);
    if (found !== null) this.#know(id, found);
    return found;
  }

  /**
   * Keeps what a link holds; idempotent.
   *
   * @throws StoreError where the place cannot be used
   */
  async keep(region: string, content: string): Promise<ShareOutcome> {
    const now = this.#now();
    this.#recent = this.#recent.filter((moment) => now - moment < 60_000);
    if (this.#recent.length >= mostPerMinute) return { refused: 'too-many' };
    // Counted before it is kept, since others may come meanwhile.
    this.#recent = [...this.#recent, now];
    const { id } = await this.#place.keep({ region, content }, this.most);
    if (id === null) return { refused: 'full' };
    this.#know(id, content);
    return { id };
  }

  /**
   * Opens the place in the background: who asks whether links are kept is about to make one, and the first opening of a database in a folder
   * takes seconds, fifteen on a busy machine. A fault is told to the request that needs the place.
   */
  prepare(): void {
    this.#place.find('').catch(() => undefined);
  }

  close(): Promise<void> {
    return this.#place.close();
  }

  #know(id: string, content: string): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= mostKnown && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(id, content);
  }
}
