import type { ReadWarning } from '../read/types.ts';
import type { ReadLimits } from './limits.ts';
import { ReadError, readWarning } from './problems.ts';
import type { Draft } from './text-of.ts';

/** Decoded bytes with the encoding that was used; null where they are no text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'windows-1252';
}

/** Bytes as UTF-8; null where they are none. */
const decodeUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Counts of zero bytes at even and odd offsets of a sample: they reveal UTF-16 and its byte order. */
function zeros(bytes: Uint8Array): { even: number; odd: number; of: number } {
  const of = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < of; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  return { even, odd, of: of / 2 };
}

/**
 * Bytes as text: UTF-8, UTF-16 with or without a mark of its order, else windows-1252, which takes any byte.
 *
 * @returns null where it holds signs that no text has
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const { even, odd, of } = zeros(bytes);
  const mark = (...expected: readonly number[]): boolean => expected.every((byte, i) => bytes[i] === byte);
  let label: 'utf-8' | 'utf-16le' | 'utf-16be' = 'utf-8';
  if (mark(0xff, 0xfe) || (of > 1 && odd > 0.4 * of && even === 0)) label = 'utf-16le';
  else if (mark(0xfe, 0xff) || (of > 1 && even > 0.4 * of && odd === 0)) label = 'utf-16be';
  const known = label === 'utf-8' ? decodeUtf8(bytes) : new TextDecoder(label).decode(bytes);
  const text = known ?? new TextDecoder('windows-1252').decode(bytes);
  const encoding = known === null ? 'windows-1252' : label === 'utf-8' ? 'UTF-8' : 'UTF-16';
  const sample = text.slice(0, 100_000);
  // Tab, line feed, form feed and carriage return belong in a text; a few other control characters are tolerated.
  const strange = sample.match(/[^\P{Cc}\t\n\f\r\u0085]/gu)?.length ?? 0;
  if (text.includes('\0') || strange > 0.005 * sample.length) return null;
  return { text, encoding };
}

/** Warning about a guessed encoding. */
export const encodingWarnings = ({ encoding }: Decoded): ReadWarning[] =>
  encoding === 'windows-1252' ? [readWarning('READ_ENCODING', { encoding })] : [];

/**
 * Plain text as it is, so that its lines keep their numbers; a form feed begins a page.
 *
 * @throws ReadError where it is longer than the limit, or empty
 */
export function readTxt(decoded: Decoded, limits: ReadLimits): Draft {
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.length > limits.characters) throw new ReadError('READ_TOO_LONG', { most: limits.characters });
  if (text.trim() === '') throw new ReadError('READ_EMPTY');
  const pages = [{ number: 1, offset: 0 }];
  // One after the last word begins no page.
  const last = text.trimEnd().length;
  for (const { index } of text.matchAll(/\f/g)) {
    if (index < last) pages.push({ number: pages.length + 1, offset: index + 1 });
  }
  // In its place a space: every offset stays.
  return { format: 'txt', text: text.replaceAll('\f', ' '), pages, warnings: encodingWarnings(decoded) };
}
