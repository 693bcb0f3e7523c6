import { at } from '@schaalsprong/words';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { raised } from './layout.ts';
import type { ReadLimits } from './limits.ts';
import { ReadError } from './problems.ts';
import { type Clock, clean, type Draft } from './text-of.ts';
import { type Decoded, encodingWarnings } from './txt.ts';

/** Elements whose content is no part of the running text. */
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'nav',
  'svg',
  'math',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
  'select',
  'datalist',
  'button',
  'textarea',
  'head',
  'dialog',
]);
/** Block elements: they begin and end a line. */
const blocks = new Set(
  'address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr legend li main menu ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Block elements with an empty line around them. */
const apart = new Set('h1 h2 h3 h4 h5 h6 p table ul ol dl blockquote pre figure'.split(' '));
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements with an optional end tag: opening one implicitly closes the previous one within the same list or table. */
const ends: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  option: ['option'],
};

/** An open element of the stack; `count` is the number of the last item of a list. */
interface OpenElement {
  readonly name: string;
  readonly hidden: boolean;
  count: number;
}

const attribute = (token: Token.TagToken, name: string): string | undefined =>
  token.attrs.find((one) => one.name === name)?.value;

/** An attribute as a whole number; NaN where it is absent or none. */
const numberOf = (token: Token.TagToken, name: string): number =>
  Number.parseInt(attribute(token, name) ?? '', 10);

/** Tokenizer state for elements whose content is not HTML. */
function modeOf(name: string): Tokenizer['state'] | null {
  if (name === 'script') return TokenizerMode.SCRIPT_DATA;
  if (['style', 'xmp', 'iframe', 'noembed', 'noframes'].includes(name)) return TokenizerMode.RAWTEXT;
  if (name === 'title' || name === 'textarea') return TokenizerMode.RCDATA;
  return name === 'plaintext' ? TokenizerMode.PLAINTEXT : null;
}

/** Emits the start of an element; a list item with its number or bullet. */
function beginElement(out: Writer, open: readonly OpenElement[], token: Token.TagToken): void {
  const name = token.tagName;
  if (name === 'li') {
    const list = open.findLast(({ name: other }) => other === 'ol' || other === 'ul');
    if (list?.name === 'ol') {
      const given = numberOf(token, 'value');
      list.count = Number.isFinite(given) ? given : list.count + 1;
    }
    out.begin('li');
    out.text(list?.name === 'ol' ? `${list.count}. ` : '• ');
  } else {
    if (name === 'ol') {
      const start = numberOf(token, 'start');
      const own = open.at(-1);
      if (own !== undefined && Number.isFinite(start)) own.count = start - 1;
    }
    out.begin(name);
  }
}

/**
 * The text of an HTML page: headings, paragraphs, lists with their numbers, tables row by row with tabs between the
 * cells. Scripts, styles, menus and what is hidden are left out. Only the signs are taken apart by the rules of HTML;
 * no tree is built, so that a page nested a hundred thousand deep costs no more than a flat one.
 *
 * @throws ReadError where the text is longer than the limit, or there is none
 */
export function readHtml(decoded: Decoded, limits: ReadLimits, clock: Clock): Draft {
  const out = new Writer(limits);
  const open: OpenElement[] = [];
  let hidden = 0;
  let count = 0;
  const beat = (): void => {
    if ((++count & 0xfff) === 0) clock.check();
  };
  const pop = (): void => {
    const element = open.pop();
    if (element === undefined) return;
    if (element.hidden) hidden--;
    if (hidden === 0 && !element.hidden) out.end(element.name);
  };
  const within = (wanted: readonly string[], stop: readonly string[]): number => {
    // Bounded search of the stack, deeper than real pages nest: an unmatched end tag takes constant time.
    for (let i = open.length - 1; i >= Math.max(0, open.length - 256); i--) {
      const { name } = at(open, i);
      if (wanted.includes(name)) return i;
      if (stop.includes(name)) return -1;
    }
    return -1;
  };
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag(token) {
        beat();
        const name = token.tagName;
        tokenizer.state = modeOf(name) ?? tokenizer.state;
        if (name === 'body') {
          // Implicitly closes what is still open of the head.
          while (open.length > 0) pop();
        }
        const closing = ends[name];
        if (closing !== undefined) {
          const stop = name === 'li' ? ['ul', 'ol'] : name === 'option' ? ['select'] : ['table', 'dl'];
          const index = within(closing, stop);
          if (index >= 0) while (open.length > index) pop();
          // A new row closes the open cell and row: at most two pops.
          const again = name === 'tr' ? within(['tr'], stop) : -1;
          if (again >= 0) while (open.length > again) pop();
        } else if (blocks.has(name) && open.at(-1)?.name === 'p') pop();
        if (name === 'br') {
          if (hidden === 0) out.line();
          return;
        }
        if (name === 'hr' && hidden === 0) out.block(true);
        if (empty.has(name)) return;
        if (token.selfClosing && name !== 'p' && name !== 'div' && !blocks.has(name)) return;
        const isHidden =
          unseen.has(name) ||
          attribute(token, 'hidden') !== undefined ||
          /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(token, 'style') ?? '');
        open.push({ name, hidden: isHidden, count: 0 });
        if (isHidden) hidden++;
        if (hidden > 0) return;
        beginElement(out, open, token);
      },
      onEndTag(token) {
        beat();
        const index = within([token.tagName], []);
        if (index >= 0) while (open.length > index) pop();
        else if (token.tagName === 'p' && hidden === 0) out.block(true);
      },
      onCharacter(token) {
        beat();
        if (hidden === 0) out.text(token.chars);
      },
      onWhitespaceCharacter(token) {
        if (hidden === 0) out.text(token.chars);
      },
      onNullCharacter() {},
      onComment() {
        beat();
      },
      onDoctype() {},
      onEof() {},
    },
  );
  // In chunks, so that the deadline is checked and the tokenizer never buffers the whole page.
  const piece = 65_536;
  for (let start = 0; start < decoded.text.length; start += piece) {
    clock.check();
    tokenizer.write(decoded.text.slice(start, start + piece), start + piece >= decoded.text.length);
  }
  const text = clean(out.finish());
  if (text.trim() === '') throw new ReadError('READ_NO_TEXT');
  return {
    format: 'html',
    text,
    pages: [{ number: 1, offset: 0 }],
    warnings: encodingWarnings(decoded),
  };
}

/** Builds running text from chunks: collapses white space, puts blocks on lines of their own. */
class Writer {
  readonly #limits: ReadLimits;
  readonly #out: string[] = [];
  #length = 0;
  /** pending line feeds before the next word; -1 before the first text */
  #owed = -1;
  #space = false;
  #cells = 0;
  #raised = 0;
  #pre = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  begin(name: string): void {
    if (name === 'sup') this.#raised++;
    else if (name === 'pre') this.#pre++;
    if (name === 'td' || name === 'th') {
      if (this.#cells > 0) this.#put('\t');
      this.#cells++;
      this.#space = false;
    } else if (name === 'tr') {
      this.block(false);
      this.#cells = 0;
    } else if (blocks.has(name) || apart.has(name))
      this.#inCell() ? this.#gap() : this.block(apart.has(name));
  }

  end(name: string): void {
    if (name === 'sup') this.#raised = Math.max(0, this.#raised - 1);
    else if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    if (name === 'td' || name === 'th') return;
    if (name === 'tr') {
      this.#cells = 0;
      this.block(false);
    } else if (name === 'table') {
      this.#cells = 0;
      this.block(true);
    } else if (blocks.has(name) || apart.has(name))
      this.#inCell() ? this.#gap() : this.block(apart.has(name));
  }

  #inCell(): boolean {
    return this.#cells > 0;
  }

  #gap(): void {
    this.#space = true;
  }

  line(): void {
    if (this.#inCell()) this.#gap();
    else if (this.#owed >= 0) this.#owed = Math.max(this.#owed, 1);
  }

  block(wide: boolean): void {
    if (this.#owed >= 0) this.#owed = Math.max(this.#owed, wide ? 2 : 1);
    this.#space = false;
  }

  #put(text: string): void {
    if (this.#owed > 0) {
      this.#out.push('\n'.repeat(this.#owed));
      this.#space = false;
    }
    if (this.#owed !== 0) this.#owed = 0;
    this.#out.push(text);
    this.#length += text.length;
    if (this.#length > this.#limits.characters) {
      throw new ReadError('READ_TOO_LONG', { most: this.#limits.characters });
    }
  }

  text(raw: string): void {
    if (this.#pre > 0) {
      raw.split('\n').forEach((line, i) => {
        if (i > 0) this.line();
        if (line.trim() !== '') this.#put(line);
      });
      return;
    }
    const text = this.#raised > 0 && /^[\s\d,[\]]+$/.test(raw) ? raised(raw.trim()) : raw;
    const words = text.replace(/[ \t\n\f\r]+/g, ' ');
    const inner = words.trim();
    if (inner === '') {
      if (words !== '') this.#space = true;
      return;
    }
    const before = this.#space || words.startsWith(' ');
    const last = this.#out.at(-1);
    const glued = this.#owed === 0 && last !== undefined && !/\s$/.test(last);
    this.#put(before && glued ? ` ${inner}` : inner);
    this.#space = words.endsWith(' ');
  }

  finish(): string {
    return this.#out.join('');
  }
}
