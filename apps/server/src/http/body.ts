import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Encoding } from './negotiate.ts';

const inPool = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Minimum size in bytes for compression to pay off. */
const worthEncoding = 1024;

/** Bytes above which compressing would hold the event loop for too long. */
const mostAtOnce = 500_000;

// Quality 5 takes about as long as gzip and is well below it in size.
const brotliOptions = (length: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: length },
});

/** ETag of a payload. Weak, since the compressed variants share it. */
export const tagOf = (bytes: Uint8Array): string =>
  `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** An immutable response body with its ETag; compressed variants are computed lazily and cached. */
export class Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly #encoded = new Map<Encoding, Buffer>();
  readonly #compressing = new Map<Encoding, Promise<void>>();
  readonly #packed: boolean;

  /**
   * @param type media type with its charset
   * @param content text is compressed on demand; bytes are taken as compressed already
   * @param tag of bytes that are text and were hashed before
   */
  constructor(type: string, content: string | Uint8Array, tag?: string) {
    this.type = type;
    this.#packed = typeof content !== 'string' && tag === undefined;
    this.bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : bufferOf(content);
    this.tag = tag ?? tagOf(this.bytes);
  }

  /** The body in an encoding; small bodies are never compressed. */
  encoded(encoding: Encoding): { readonly encoding: Encoding; readonly bytes: Buffer } {
    if (encoding === 'identity' || this.#packed || this.bytes.length < worthEncoding) {
      return { encoding: 'identity', bytes: this.bytes };
    }
    const known = this.#encoded.get(encoding);
    if (known) return { encoding, bytes: known };
    const bytes =
      encoding === 'br'
        ? brotliCompressSync(this.bytes, brotliOptions(this.bytes.length))
        : gzipSync(this.bytes);
    this.#encoded.set(encoding, bytes);
    return { encoding, bytes };
  }

  /**
   * Compresses a large body on a thread of the pool, once however many ask for it, so that `encoded` has it at hand.
   *
   * @returns null where `encoded` need not wait
   */
  compressed(encoding: Encoding): Promise<void> | null {
    if (encoding === 'identity' || this.#packed || this.bytes.length < mostAtOnce) return null;
    if (this.#encoded.has(encoding)) return null;
    const known = this.#compressing.get(encoding);
    if (known !== undefined) return known;
    const work =
      encoding === 'br' ? inPool.br(this.bytes, brotliOptions(this.bytes.length)) : inPool.gzip(this.bytes);
    const done = work
      .then((bytes) => void this.#encoded.set(encoding, bytes))
      .finally(() => this.#compressing.delete(encoding));
    this.#compressing.set(encoding, done);
    return done;
  }
}

/** Media types of answers that are text. */
export const jsonType = 'application/json; charset=utf-8';
const csvType = 'text/csv; charset=utf-8';
export const markdownType = 'text/markdown; charset=utf-8';

/** A table as CSV. */
export const csvBody = (text: string): Body => new Body(csvType, text);

/** A JSON answer. */
export function jsonBody(value: unknown): Body {
  return new Body(jsonType, JSON.stringify(value));
}
