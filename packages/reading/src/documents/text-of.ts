import type { ReadWarning } from '../read/types.ts';
import { ReadError } from './problems.ts';

/** A document as read, before its language is guessed. */
export interface Draft {
  readonly format: 'pdf' | 'txt' | 'html' | 'docx';
  readonly text: string;
  readonly pages: readonly { readonly number: number; readonly offset: number }[];
  readonly warnings: readonly ReadWarning[];
}

/** A deadline that parsers check cooperatively, where no thread can be terminated. */
export interface Clock {
  /** @throws ReadError when the time is over */
  check(): void;
  /** Rejects when the deadline passes before the promise settles. */
  race<T>(promise: Promise<T>): Promise<T>;
}

/** Starts a deadline. */
export function startClock(seconds: number): Clock {
  const end = performance.now() + seconds * 1000;
  const over = (): ReadError => new ReadError('READ_TIME', { most: seconds });
  return {
    check() {
      if (performance.now() > end) throw over();
    },
    async race(promise) {
      const left = end - performance.now();
      if (left <= 0) throw over();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(over()), left);
      });
      try {
        return await Promise.race([promise, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Control characters other than tab and line feed, bidi marks and byte order marks. */
const invisible = /[^\P{Cc}\t\n]|[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;

/**
 * Text as it is seen: one form of each letter, no invisible signs; a soft hyphen is a hyphen at the end of a line and
 * nothing elsewhere. Bullets of symbol fonts become a bullet.
 */
export const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00AD(?=[ \t]*(\n|$))/g, '-')
    .replace(/\u00AD/g, '')
    .replace(/[\uF0B7\uF0A7\uF0D8\uF0FC]/g, '•')
    .replace(invisible, '')
    .replace(/[ \t]+$/gm, '');

/** Pages one after another, each beginning on a line of its own. */
export function joinPages(
  pages: readonly { readonly number: number; readonly text: string }[],
): Pick<Draft, 'text' | 'pages'> {
  let offset = 0;
  const starts = pages.map(({ number, text }) => {
    const start = { number, offset };
    offset += text.length + 1;
    return start;
  });
  return { text: pages.map(({ text }) => text).join('\n'), pages: starts };
}
