import { at } from '@schaalsprong/words';
/**
 * Documents as text: PDF, Word (.docx), HTML and plain text, for Node and the browser alike. In Node, `readDocumentFile`
 * of `@schaalsprong/agenda/node` does the same in a thread of its own, which can be stopped.
 */
import type { ReadDocument, ReadWarning } from '../read/types.ts';
import { languageOfText } from './language.ts';
import { type PageRange, type ReadLimits, readLimits } from './limits.ts';
import { ReadError, readWarning } from './problems.ts';
import { sniff } from './sniff.ts';
import { type Draft, startClock } from './text-of.ts';
import { readTxt } from './txt.ts';

export { checkAcceptance, filesWith } from './check-acceptance.ts';
export { choiceCatalogue } from './choice-problems.ts';
export { ChoicesFile, choicesFrom } from './choices.ts';
export { highestLimits, type PageRange, type ReadLimits, readLimits } from './limits.ts';
export { areaCodeOf, type NewRegion, newRegion, pagesByLine } from './new-region.ts';
export { type ReadCode, ReadError, readCatalogue, readWarnings } from './problems.ts';
export {
  type Acceptance,
  type AcceptOptions,
  acceptProposals,
  type ChoiceCode,
  type ChoiceProblem,
  type ClaimEdit,
  type ProposalChoice,
  proposalsText,
} from './proposals.ts';
export { isProposalsName, kebab, type ProposalSource, proposalsOf, withDecisions } from './proposals-of.ts';
export { starterQualifiers, starterUnits, unitFor } from './starter.ts';

/** File extensions and the format that each implies. */
const endings: Readonly<Record<string, ReadDocument['format']>> = {
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'txt',
  text: 'txt',
  md: 'txt',
};
const formatNames = {
  pdf: 'PDF',
  docx: { nl: 'Word (.docx)', en: 'Word (.docx)' },
  html: 'HTML',
  txt: { nl: 'gewone tekst', en: 'plain text' },
} as const;
const languageNames = { nl: { nl: 'Nederlands', en: 'Dutch' }, en: { nl: 'Engels', en: 'English' } } as const;

/** Options of `readDocument`. */
export interface ReadOptions {
  /** Only these pages; the others are left out of the text. Numbers stay those of the document. */
  readonly pages?: PageRange | undefined;
  /** Where the language is known. */
  readonly language?: 'nl' | 'en' | undefined;
}

/**
 * A document as running text. The format is detected by content, not by file name; a mismatch is reported as a
 * warning. Superscript note marks are written with superscript digits (`151.800²²`), so that they are never
 * part of a number. Nothing is fetched, and no script of a document is run.
 *
 * @param bytes the file; for a PDF the buffer is transferred (detached), so pass a copy if it is still needed
 * @param name its name, for the warning and for the result
 * @param limits limits; defaults where omitted
 * @param options pages and language
 * @throws ReadError that says in both languages what is wrong and what to do; then nothing was read
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: Partial<ReadLimits> = {},
  options: ReadOptions = {},
): Promise<ReadDocument> {
  const all: ReadLimits = { ...readLimits, ...limits };
  const clock = startClock(all.seconds);
  if (bytes.length > all.bytes) {
    const mb = (size: number): number => Math.ceil(size / (1024 * 1024));
    throw new ReadError('READ_TOO_LARGE', { found: mb(bytes.length), most: mb(all.bytes) });
  }
  const sniffed = sniff(bytes);
  const { pages: range = null } = options;
  let draft: Draft;
  // Lazy import: each parser is loaded only for a document that needs it.
  if (sniffed.format === 'pdf') {
    const { readPdf } = await import('./pdf.ts');
    draft = await readPdf(bytes, all, range, clock);
  } else if (sniffed.format === 'zip') {
    const { readDocx } = await import('./docx.ts');
    draft = readDocx(bytes, all, clock);
  } else if (sniffed.format === 'html') {
    const { readHtml } = await import('./html.ts');
    draft = readHtml(sniffed.decoded, all, clock);
  } else draft = readTxt(sniffed.decoded, all);
  if (draft.format !== 'pdf') draft = cut(draft, range, all);
  const { language, sure } = languageOfText(draft.text);
  const warnings: ReadWarning[] = [...extensionWarnings(name, draft.format), ...draft.warnings];
  const taken = options.language ?? language;
  if (options.language === undefined && !sure) {
    warnings.push(readWarning('READ_LANGUAGE', { language: languageNames[taken] }));
  }
  return { name, format: draft.format, language: taken, text: draft.text, pages: draft.pages, warnings };
}

function extensionWarnings(name: string, format: ReadDocument['format']): ReadWarning[] {
  const extension = /\.([^./\\]{1,12})$/.exec(name)?.[1];
  if (extension === undefined || endings[extension.toLowerCase()] === format) return [];
  return [readWarning('READ_EXTENSION', { extension, format: formatNames[format] })];
}

/** The requested pages of a document that is parsed in whole. */
function cut(draft: Draft, range: PageRange | null, limits: ReadLimits): Draft {
  const found = draft.pages.length;
  const requested = range === null ? found : Math.min(range.to, found) - range.from + 1;
  if (range !== null && range.from > found) {
    throw new ReadError('READ_PAGES_NONE', { from: range.from, to: range.to, found });
  }
  if (requested > limits.pages)
    throw new ReadError('READ_TOO_MANY_PAGES', { found: requested, most: limits.pages });
  if (range === null) return draft;
  const kept = draft.pages.filter(({ number }) => number >= range.from && number <= range.to);
  const begin = at(kept, 0).offset;
  const end = draft.pages.find(({ number }) => number > range.to)?.offset ?? draft.text.length;
  return {
    ...draft,
    text: draft.text.slice(begin, end),
    pages: kept.map(({ number, offset }) => ({ number, offset: offset - begin })),
  };
}
