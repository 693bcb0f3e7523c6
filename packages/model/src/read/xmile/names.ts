import type { Builder } from '../../functions/call.ts';
import { builderOf } from '../../functions/index.ts';
import { canonical } from '../../syntax/names.ts';

/**
 * A name of XMILE as people read it (XMILE 1.0, 3.2.2): quotes off, `\n` and other white space one space,
 * underscores spaces.
 */
export function shown(name: string): string {
  return name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\n/g, ' ')
    .replace(/\\(["\\])/g, '$1')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The key by which a name, also one of a module (`hares."birth rate"`), is found. */
export const keyOf = (name: string): string =>
  name.includes('"') && name.includes('.') && !/^"[^"]*"$/.test(name.trim())
    ? name
        .replace(/"([^"]*)"/g, '$1')
        .split('.')
        .map((part) => canonical(shown(part)))
        .join('.')
    : canonical(shown(name));

/** The builder of a function of Vensim, which XMILE may call by its name; the reader's own (`XMILE ...`) are not among them. */
export const vensimFunction = (key: string): Builder | undefined =>
  key.startsWith('xmile ') ? undefined : builderOf(key);

const quotedOrComment = '"(?:\\\\.|[^"\\\\]){0,300}"|\\{[^{}]*\\}';
/** Two to five words before a parenthesis. */
const spacedCall = new RegExp(
  `${quotedOrComment}|\\b[A-Za-z]\\w{0,40}(?: {1,3}\\w{1,40}){1,4}(?= {0,3}\\()`,
  'g',
);
const apostrophes = new RegExp(`${quotedOrComment}|[\\p{L}_$'][\\p{L}\\p{N}_$.']{0,300}`, 'gu');

/** Joins the words of functions of Vensim by underscores (`VECTOR SELECT(`): xmutil carries them over as they are. */
export const joinFunctionWords = (text: string): string =>
  text.includes('(')
    ? text.replace(spacedCall, (found) => {
        if (/^["{]/.test(found)) return found;
        const words = found.split(/ +/);
        const from = words.findIndex(
          (_, i) =>
            i < words.length - 1 && vensimFunction(words.slice(i).join(' ').toLowerCase()) !== undefined,
        );
        return from < 0 ? found : [...words.slice(0, from), words.slice(from).join('_')].join(' ');
      })
    : text;

/**
 * Quotes names that hold an apostrophe. Stella writes them bare, and elsewhere an apostrophe behind a name transposes an array,
 * so only the names of the model tell the two apart.
 *
 * @param isName whether the model has a variable of that name
 */
export const quoteApostrophes = (text: string, isName: (name: string) => boolean): string =>
  text.includes("'")
    ? text.replace(apostrophes, (found) => {
        if (/^["{]/.test(found) || !found.includes("'")) return found;
        if (isName(found)) return `"${found}"`;
        const shorter = found.slice(0, -1);
        // A name with an apostrophe that is transposed itself.
        return found.endsWith("'") && shorter.includes("'") && isName(shorter) ? `"${shorter}"'` : found;
      })
    : text;
