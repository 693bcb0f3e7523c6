import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Encoding } from './negotiate.ts';

/** Below this many bytes an encoding costs more than it saves. */
const worthEncoding = 1024;

/** The entity tag of some bytes. Weak, since their compressed forms carry the same tag. */
export const tagOf = (bytes: Buffer): string =>
  `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;

/** An answer that does not change: its bytes, its tag, and its compressed forms, each made once and only when asked. */
export class Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly #encoded = new Map<Encoding, Buffer>();
  readonly #packed: boolean;

  /**
   * @param type media type with its charset
   * @param content the answer; bytes are of a form that is small already, and are never compressed
   */
  constructor(type: string, content: string | Uint8Array) {
    this.type = type;
    this.#packed = typeof content !== 'string';
    this.bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    this.tag = tagOf(this.bytes);
  }

  /** The bytes in an encoding; small answers stay as they are. */
  encoded(encoding: Encoding): { readonly encoding: Encoding; readonly bytes: Buffer } {
    if (encoding === 'identity' || this.#packed || this.bytes.length < worthEncoding) {
      return { encoding: 'identity', bytes: this.bytes };
    }
    const known = this.#encoded.get(encoding);
    if (known) return { encoding, bytes: known };
    const bytes =
      encoding === 'br'
        ? brotliCompressSync(this.bytes, {
            // 5 is near gzip in time and well below it in size.
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
