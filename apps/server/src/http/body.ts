import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Encoding } from './negotiate.ts';

/** Minimum size in bytes for compression to pay off. */
const worthEncoding = 1024;

/** ETag of a payload. Weak, since the compressed variants share it. */
export const tagOf = (bytes: Buffer): string =>
  `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;

/** An immutable response body with its ETag; compressed variants are computed lazily and cached. */
export class Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly #encoded = new Map<Encoding, Buffer>();
  readonly #packed: boolean;

  /**
   * @param type media type with its charset
   * @param content text is compressed on demand; bytes are taken as compressed already
   */
  constructor(type: string, content: string | Uint8Array) {
    this.type = type;
    this.#packed = typeof content !== 'string';
    this.bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    this.tag = tagOf(this.bytes);
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
        ? brotliCompressSync(this.bytes, {
            // Quality 5 takes about as long as gzip and is well below it in size.
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 5,
              [constants.BROTLI_PARAM_SIZE_HINT]: this.bytes.length,
            },
          })
        : gzipSync(this.bytes);
    this.#encoded.set(encoding, bytes);
    return { encoding, bytes };
  }
}

/** Media types of answers that are text. */
export const jsonType = 'application/json; charset=utf-8';
export const csvType = 'text/csv; charset=utf-8';
export const markdownType = 'text/markdown; charset=utf-8';

/** A JSON answer. */
export function jsonBody(value: unknown): Body {
  return new Body(jsonType, JSON.stringify(value));
}
