import { at } from '@schaalsprong/words';
import { MonitorError, monitorProblem } from '../problems.ts';
import { filesCatalogue } from './problems.ts';

/** How many bytes at the end of a piece begin a character of UTF-8 that ends in the next one: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = at(bytes, bytes.length - back);
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** UTF-16 by its mark, or by every other byte being zero; null for anything else. */
function wideOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const of = Math.min(head.length, 512) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < of; i++) {
    if (head[2 * i] === 0) even++;
    if (head[2 * i + 1] === 0) odd++;
  }
  if (of > 1 && odd > 0.4 * of && even === 0) return 'utf-16le';
  return of > 1 && even > 0.4 * of && odd === 0 ? 'utf-16be' : null;
}

/**
 * How many lines of a piece that is no UTF-8 come before what is none, where most of its letters beyond ASCII are UTF-8 all the
 * same: then it is a mix. Null for a piece of another encoding, in which few are by chance.
 */
function lineOfMix(bytes: Uint8Array): number | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.split('\uFFFD').length - 1;
  const right = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return right >= wrong ? text.slice(0, text.indexOf('\uFFFD')).split('\n').length - 1 : null;
}

/**
 * The text of a file of any size, piece by piece: UTF-8, UTF-16 with or without a mark of its order, else windows-1252 (which is
 * latin1 with quotes and dashes). A mark is no part of the text.
 *
 * @param pieces the bytes; the first piece tells which encoding it is
 * @param name of the file, for a fault
 * @throws MonitorError where a file begins as UTF-8 and goes on as something else
 */
export async function* decodeText(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | null = null;
  let isUtf8 = false;
  // Nothing but ASCII came yet: it may still be any encoding.
  let isPlain = true;
  let rest: Uint8Array = new Uint8Array(0);
  let lines = 1;
  for await (const piece of pieces) {
    if (decoder === null) {
      const wide = wideOf(piece);
      decoder = new TextDecoder(wide ?? 'utf-8', { fatal: wide === null });
      isUtf8 = wide === null;
    }
    let text: string;
    if (isUtf8) {
      const bytes = join(rest, piece);
      const whole = bytes.length - unfinished(bytes);
      try {
        text = decoder.decode(bytes.subarray(0, whole));
        if (isPlain && text.length < whole) isPlain = false;
        rest = bytes.slice(whole);
      } catch {
        const line = isPlain ? lineOfMix(bytes) : 0;
        if (line !== null) throw mixed(name, lines + line);
        isUtf8 = false;
        decoder = new TextDecoder('windows-1252');
        text = decoder.decode(bytes, { stream: true });
      }
    } else text = decoder.decode(piece, { stream: true });
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
    yield text;
  }
  if (isUtf8 && rest.length > 0) {
    if (!isPlain) throw mixed(name, lines);
    yield new TextDecoder('windows-1252').decode(rest);
  } else if (decoder !== null && !isUtf8) yield decoder.decode();
}

const mixed = (name: string, line: number): MonitorError =>
  new MonitorError([monitorProblem(filesCatalogue, 'MONITOR_FILE_ENCODING', `${name}:${line}`)]);
