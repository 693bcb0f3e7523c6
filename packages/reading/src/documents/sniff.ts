import type { Text } from '@schaalsprong/words';
import { ReadError } from './problems.ts';
import { type Decoded, decodeText } from './txt.ts';

/** File types, detected by magic numbers and content, not by name. */
export type Sniffed =
  | { readonly format: 'pdf' }
  | { readonly format: 'zip' }
  | { readonly format: 'html' | 'txt'; readonly decoded: Decoded };

const starts = (bytes: Uint8Array, ...expected: readonly number[]): boolean =>
  expected.every((byte, i) => bytes[i] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** Whether a byte sequence occurs near the beginning of a file. */
function holds(bytes: Uint8Array, sought: string, within: number): boolean {
  const end = Math.min(bytes.length, within) - sought.length;
  const first = sought.charCodeAt(0);
  for (let at = 0; at <= end; at++) {
    if (bytes[at] === first && ascii(bytes, at, at + sought.length) === sought) return true;
  }
  return false;
}

const wide = (text: string): string => [...text].map((letter) => `${letter}\0`).join('');

const image: Text = { nl: 'een beeld', en: 'an image' };
const archive: Text = { nl: 'een archief', en: 'an archive' };
const program: Text = { nl: 'een programma', en: 'a program' };
const ocr: Text = {
  nl: 'Maak er met tekstherkenning (OCR) een PDF van.',
  en: 'Make it a PDF by text recognition (OCR).',
};
const unpack: Text = {
  nl: 'Pak het uit en noem het document dat erin zit.',
  en: 'Unpack it and name the document that is in it.',
};
const none: Text = {
  nl: 'Geef het document in een van die vormen.',
  en: 'Give the document in one of those forms.',
};

const signatures: readonly {
  readonly bytes: readonly number[];
  readonly what: Text;
  readonly advice: Text;
}[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: image, advice: ocr },
  { bytes: [0xff, 0xd8, 0xff], what: image, advice: ocr },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: image, advice: ocr },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: image, advice: ocr },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: image, advice: ocr },
  { bytes: [0x1f, 0x8b], what: archive, advice: unpack },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: archive, advice: unpack },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: archive, advice: unpack },
  { bytes: [0x42, 0x5a, 0x68], what: archive, advice: unpack },
  { bytes: [0x4d, 0x5a], what: program, advice: none },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: program, advice: none },
];

/** A recognized file type that is not supported. */
export const notRead = (what: Text, advice: Text = none): ReadError =>
  new ReadError('READ_FORMAT_UNKNOWN', { what, advice });

/**
 * What a file is, by its content.
 *
 * @throws ReadError where it is empty, or something that is not read
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) throw new ReadError('READ_EMPTY');
  // Some producers write a line or two before the header.
  if (holds(bytes, '%PDF-', 1024)) return { format: 'pdf' };
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return { format: 'zip' };
  if (starts(bytes, 0x50, 0x4b, 0x05, 0x06)) throw new ReadError('READ_EMPTY');
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new ReadError(
      holds(bytes, wide('EncryptedPackage'), bytes.length) ? 'READ_ENCRYPTED' : 'READ_OLD_WORD',
    );
  }
  if (ascii(bytes, 0, 5) === '{\\rtf') {
    throw notRead(
      { nl: 'een document in RTF', en: 'a document in RTF' },
      { nl: 'Open het en sla het op als .docx of PDF.', en: 'Open it and save it as .docx or PDF.' },
    );
  }
  const known = signatures.find((signature) => starts(bytes, ...signature.bytes));
  if (known !== undefined) throw notRead(known.what, known.advice);
  const decoded = decodeText(bytes);
  if (decoded === null) {
    throw notRead({
      nl: 'een bestand met iets anders dan tekst',
      en: 'a file with something else than text',
    });
  }
  const head = decoded.text.slice(0, 4096).replace(/^\uFEFF/, '');
  if (
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|title|article|main|div|h[1-6]|p|table|ul|ol)\b/i.test(
      head,
    )
  ) {
    return { format: 'html', decoded };
  }
  if (/^\s*<(\?xml|!doctype)\b/i.test(head)) {
    throw notRead({ nl: 'een XML-bestand', en: 'an XML file' });
  }
  return { format: 'txt', decoded };
}
