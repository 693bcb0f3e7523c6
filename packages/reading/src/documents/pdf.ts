import { type Fragment, pageText } from './layout.ts';
import type { PageRange, ReadLimits } from './limits.ts';
import { ReadError, readWarning } from './problems.ts';
import { withoutRunningHeads } from './running-heads.ts';
import { type Clock, clean, type Draft, joinPages } from './text-of.ts';

/**
 * pdf.js, loaded lazily, since it is by far the largest part. In a web worker it would take the worker for
 * its own, listen to the messages of the page and send one itself; it does not where it sees a window.
 */
async function loadPdfJs(): Promise<typeof import('unpdf/pdfjs')> {
  const scope: { window?: unknown; readonly process?: unknown } = globalThis;
  const inWorker = !('window' in scope) && 'postMessage' in globalThis && scope.process === undefined;
  if (inWorker) scope.window = globalThis;
  try {
    return await import('unpdf/pdfjs');
  } finally {
    if (inWorker) delete scope.window;
  }
}

/** Names of the exceptions of pdf.js for a file that it cannot open. */
function refusal(error: unknown): ReadError {
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? error.message : String(error);
  if (name === 'PasswordException') return new ReadError('READ_ENCRYPTED');
  return new ReadError('READ_DAMAGED', { format: 'PDF', detail: short(detail) });
}

/** A third-party error message in brackets: truncated, without its full stop. */
const short = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 117)}...` : text.replace(/\.$/, '');

/** Page numbers as people list them: `1, 3-5`. */
export function listPages(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

/** Glyphs without a mapping to Unicode. */
const unnamed = /[\uFFFD\p{Co}]/gu;

/**
 * The text of a PDF, page by page, in the order in which it is read.
 *
 * @param bytes the file; the buffer is transferred to the parser and detached
 * @throws ReadError where it is encrypted, damaged, a scan, or too large
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits,
  range: PageRange | null,
  clock: Clock,
): Promise<Draft> {
  const { getDocument } = await loadPdfJs();
  const task = getDocument({
    data: bytes,
    // No access to local files or the network; only the text is needed.
    useSystemFonts: true,
    disableFontFace: true,
    disableAutoFetch: true,
    isOffscreenCanvasSupported: false,
    useWorkerFetch: false,
    verbosity: 0,
    stopAtErrors: false,
  });
  try {
    const pdf = await clock.race(task.promise).catch((error: unknown) => {
      throw error instanceof ReadError ? error : refusal(error);
    });
    const found = pdf.numPages;
    const from = range?.from ?? 1;
    const to = Math.min(range?.to ?? found, found);
    if (from > found) throw new ReadError('READ_PAGES_NONE', { from, to: range?.to ?? from, found });
    if (to - from + 1 > limits.pages) {
      throw new ReadError('READ_TOO_MANY_PAGES', { found: to - from + 1, most: limits.pages });
    }
    const pages: { number: number; text: string }[] = [];
    const empty: number[] = [];
    const broken: number[] = [];
    let characters = 0;
    for (let number = from; number <= to; number++) {
      let text = '';
      try {
        const page = await clock.race(pdf.getPage(number));
        const { transform } = page.getViewport({ scale: 1 });
        const content = await clock.race(page.getTextContent());
        text = clean(pageText(fragmentsOf(content.items, transform)));
        page.cleanup();
      } catch (error) {
        if (error instanceof ReadError) throw error;
        broken.push(number);
      }
      if (text === '') empty.push(number);
      characters += text.length;
      if (characters > limits.characters) throw new ReadError('READ_TOO_LONG', { most: limits.characters });
      pages.push({ number, text });
    }
    const all = pages.map(({ text }) => text).join('');
    if (broken.length === pages.length) {
      throw new ReadError('READ_DAMAGED', {
        format: 'PDF',
        detail: { nl: 'geen bladzijde is te lezen', en: 'no page can be read' },
      });
    }
    const letters = all.replace(/\s/g, '').length;
    // Scans often carry a stamp or a page number as text: a few letters on some page do not make it a text.
    if (letters === 0 || (empty.length > pages.length / 2 && letters < 15 * pages.length)) {
      throw new ReadError('READ_NO_TEXT');
    }
    if ((all.match(unnamed)?.length ?? 0) > 0.3 * letters) throw new ReadError('READ_GARBLED');
    const { pages: running, left } = withoutRunningHeads(pages);
    const silent = empty.filter((page) => !broken.includes(page));
    return {
      format: 'pdf',
      ...joinPages(running),
      warnings: [
        ...(left.length > 0 ? [readWarning('READ_RUNNING_HEADS', { heads: left.join(' / ') })] : []),
        ...(silent.length > 0
          ? [readWarning('READ_PAGES_WITHOUT_TEXT', { pages: listPages(silent) }, silent[0] ?? null)]
          : []),
        ...(broken.length > 0
          ? [
              readWarning(
                'READ_REPAIRED',
                {
                  detail: {
                    nl: `niet gelezen: bladzijde ${listPages(broken)}`,
                    en: `not read: page ${listPages(broken)}`,
                  },
                },
                broken[0] ?? null,
              ),
            ]
          : []),
      ],
    };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

const isText = (item: unknown): item is TextItem =>
  typeof item === 'object' && item !== null && 'str' in item && 'transform' in item;

/** Runs of characters in points from the top left of the page as it is shown. Text that is rotated is left out. */
function fragmentsOf(items: readonly unknown[], view: readonly number[]): Fragment[] {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = view;
  return items.flatMap((item): Fragment[] => {
    if (!isText(item) || item.str.trim() === '') return [];
    const [ta = 1, tb = 0, tc = 0, td = 1, tx = 0, ty = 0] = item.transform;
    const right = a * ta + c * tb;
    const down = b * ta + d * tb;
    const size = Math.hypot(a * tc + c * td, b * tc + d * td) || item.height;
    const x0 = a * tx + c * ty + e;
    const y = b * tx + d * ty + f;
    const numbers = [x0, y, size, item.width, right, down];
    if (!numbers.every(Number.isFinite) || size <= 0) return [];
    // Rotated text: watermarks and axis titles, no part of the running text.
    if (right <= 0 || Math.abs(down) > 0.2 * Math.abs(right)) return [];
    return [{ text: item.str, x0, x1: x0 + Math.abs(item.width), y, size }];
  });
}
