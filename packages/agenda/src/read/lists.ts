import type { Placed } from './find.ts';
import type { Block, Flow } from './flow.ts';
import { articles, stops } from './lexicon.ts';
import { dutchNumber } from './numbers.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

export interface ListInput {
  readonly flow: Flow;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly placed: readonly Placed[];
  readonly language: 'nl' | 'en';
  readonly figure: (from: number, to: number) => { text: string; offset: number; end: number };
  readonly lineAt: (offset: number) => number;
  readonly pageAt: (offset: number) => number;
}

/** Words that announce an enumeration. */
const announces = new Set([
  'zoals',
  'namelijk',
  'aan',
  'waaronder',
  'including',
  'namely',
  'like',
  'as',
  'via',
  'met',
  'with',
]);
const lastJoiners = new Set(['en', 'of', 'and', 'or', 'alsmede', 'alsook', 'evenals']);

/**
 * Counts what the text lists without counting it itself: the items of a list, numbered labels (`Pijler 1` to `Pijler 3`)
 * and enumerations of names. Each carries the reason `counted-here`; a list whose introduction promises a number also
 * says whether it keeps it (`as-promised`, `not-as-promised`).
 */
export function listsOf(input: ListInput): readonly Placed[] {
  const { flow, tokens, sentences, placed, figure, lineAt, pageAt } = input;
  const found: Placed[] = [];
  const firstOf: number[] = [];
  tokens.forEach((token, i) => {
    firstOf[token.block] ??= i;
  });
  const sentenceAt = (token: number): number => {
    let lowest = 0;
    let highest = sentences.length - 1;
    while (lowest < highest) {
      const middle = (lowest + highest + 1) >> 1;
      if ((sentences[middle]?.from ?? 0) <= token) lowest = middle;
      else highest = middle - 1;
    }
    return lowest;
  };
  const add = (
    from: number,
    to: number,
    value: number,
    counted: string,
    confidence: number,
    reasons: string[],
  ): void => {
    const place = figure(from, to);
    found.push({
      item: null,
      from,
      to,
      sentence: sentenceAt(from),
      found: {
        ...place,
        line: lineAt(place.offset),
        page: pageAt(place.offset),
        form: 'count',
        value,
        interval: { min: value, max: value, minOpen: false, maxOpen: false },
        unit: 'count',
        qualifier: 'exact',
        horizon: null,
        period: null,
        counted,
        quantity: 'items',
        negated: false,
        footnote: null,
        confidence,
        reasons: ['counted-here', ...reasons],
        kind: 'definition',
      },
    });
  };
  itemLists();
  labels();
  for (const sentence of sentences) {
    // Authors and titles in a note are no list.
    if (flow.blocks[sentence.block]?.kind !== 'note') enumerations(sentence);
  }
  return found;

  function itemLists(): void {
    const { blocks } = flow;
    const sameList = (a: Block, b: Block): boolean =>
      b.kind === 'item' && (a.marker === '•') === (b.marker === '•') && Math.abs(a.indent - b.indent) <= 1;
    for (let i = 0; i < blocks.length; i++) {
      const first = blocks[i];
      if (first?.kind !== 'item') continue;
      let count = 1;
      let next = i + 1;
      for (; next < blocks.length; next++) {
        const block = blocks[next];
        if (block === undefined || block.kind !== 'item') break;
        if (sameList(first, block)) count++;
        else if (block.indent <= first.indent) break;
      }
      const start = firstOf[i];
      if (count >= 2 && start !== undefined) {
        const intro = i > 0 ? blocks[i - 1] : undefined;
        const promised = intro === undefined ? null : promisedBy(i - 1);
        const reasons = promised === null ? [] : [promised === count ? 'as-promised' : 'not-as-promised'];
        const end = lastToken(i, start);
        add(start, end, count, intro === undefined ? '' : introText(intro), 0.7, reasons);
      }
      i = next - 1;
    }
  }

  function lastToken(block: number, start: number): number {
    let end = start;
    while (
      end < tokens.length &&
      tokens[end]?.block === block &&
      tokens[end]?.kind !== 'break' &&
      end < start + 12
    )
      end++;
    return Math.max(end, start + 1);
  }

  function introText(block: Block): string {
    return flow.text.slice(Math.max(block.start, block.end - 120), block.end).replace(/:$/, '');
  }

  /** The number that the block before a list says that it has: the last small whole number in it that counts things. */
  function promisedBy(block: number): number | null {
    const own = flow.blocks[block];
    if (own === undefined || flow.text[own.end - 1] !== ':') return null;
    const first = firstOf[block] ?? 0;
    const last = firstOf[block + 1] ?? tokens.length;
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((placed[middle]?.from ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    let promised: number | null = null;
    for (let i = low; i < placed.length; i++) {
      const one = placed[i];
      if (one === undefined || one.from >= last) break;
      const { value, form, unit } = one.found;
      if (form === 'number' && Number.isInteger(value) && value >= 2 && value <= 30 && unit !== 'percent')
        promised = value;
    }
    return promised;
  }

  /** `Pijler 1`, `Pijler 2`, `Pijler 3` at the beginning of blocks: so many pillars. */
  function labels(): void {
    const rows = new Map<string, { first: number; last: number; count: number }>();
    flow.blocks.forEach((block, i) => {
      const at = firstOf[i];
      const word = at === undefined ? undefined : tokens[at];
      const number = at === undefined ? undefined : tokens[at + 1];
      if (at === undefined || word?.kind !== 'word' || number?.kind !== 'number' || block.kind === 'contents')
        return;
      if (!/^\d{1,2}$/.test(number.raw) || word.raw[0] === word.low[0]) return;
      const value = Number(number.raw);
      const row = rows.get(word.low);
      if (row === undefined) {
        if (value === 1) rows.set(word.low, { first: at, last: 1, count: 1 });
      } else if (value === row.last + 1) {
        row.last = value;
        row.count++;
      }
    });
    for (const [word, row] of rows) {
      if (row.count >= 2) add(row.first, row.first + 2, row.count, word, 0.65, ['labels']);
    }
  }

  /** `ASML, DAF, VDL en NXP`: names, or anything behind `zoals` or a colon. */
  function enumerations(sentence: Sentence): void {
    const low = (i: number): string => tokens[i]?.low ?? '';
    for (let i = sentence.from; i < sentence.to; i++) {
      if (tokens[i]?.raw !== ',') continue;
      const start = beginning(i, sentence.from);
      if (start === null) continue;
      // Items up to a joiner, and one more.
      let count = 1;
      let at = i + 1;
      let end = i;
      let names = isName(start.at, i) ? 1 : 0;
      let open = 0;
      let itemStart = at;
      let joined = false;
      for (; at < sentence.to && at < i + 160; at++) {
        const token = tokens[at];
        if (token === undefined) break;
        if (token.raw === '(') open++;
        else if (token.raw === ')') {
          if (open === 0) break;
          open--;
        } else if (open > 0) continue;
        else if (token.raw === ',' || lastJoiners.has(token.low) || /^[.;:]$/.test(token.raw)) {
          // `voer- en vaartuigen` is one thing.
          if (lastJoiners.has(token.low) && (tokens[at - 1]?.raw === '-' || at === itemStart)) {
            if (at === itemStart) itemStart = at + 1;
            joined ||= at + 1 === itemStart;
            continue;
          }
          if (at - itemStart > 9 || at === itemStart) break;
          count++;
          if (isName(itemStart, at)) names++;
          end = at;
          itemStart = at + 1;
          if (/^[.;:]$/.test(token.raw)) break;
          if (joined && token.raw === ',') break;
          if (lastJoiners.has(token.low)) joined = true;
        } else if (joined && at - itemStart >= 1 && !canGoOn(at, itemStart)) {
          count++;
          if (isName(itemStart, at)) names++;
          end = at;
          itemStart = at;
          break;
        }
      }
      if (itemStart < at && at - itemStart <= 9 && (joined || tokens[at]?.raw === ')' || at >= sentence.to)) {
        count++;
        if (isName(itemStart, at)) names++;
        end = at;
      }
      if (count >= 3 && end > i && (start.announced || names * 3 >= count * 2)) {
        add(start.at, end, count, '', start.announced ? 0.5 : 0.45, ['enumeration']);
        i = end;
      } else if (end > i) i = end - 1;
    }

    /** Where the first item begins: behind a word that announces, a bracket or colon, or at a name. */
    function beginning(
      comma: number,
      from: number,
    ): { readonly at: number; readonly announced: boolean } | null {
      for (let i = comma - 1; i >= Math.max(from, comma - 10); i--) {
        const token = tokens[i];
        if (token === undefined || token.kind === 'break') return null;
        if (token.raw === ',' || token.raw === ';') return null;
        if (token.raw === ':' || token.raw === '(') return { at: i + 1, announced: true };
        if (announces.has(token.low))
          return {
            at: i + 1,
            announced: /^(zoals|namelijk|namely|including|like|waaronder)$/.test(token.low),
          };
        if (token.raw === '.' && low(i - 1) === 'a' && i + 1 < comma) return { at: i + 1, announced: true };
        if (stops.has(token.low) && !articles.has(token.low))
          return capital(i + 1, comma) ? { at: i + 1, announced: false } : null;
      }
      return capital(Math.max(from, comma - 8), comma)
        ? { at: Math.max(from, comma - 8), announced: false }
        : null;
    }

    function capital(from: number, to: number): boolean {
      return isName(from, to);
    }

    function isName(from: number, to: number): boolean {
      for (let i = from; i < to && i < from + 3; i++) {
        const token = tokens[i];
        if (token?.kind === 'number') return false;
        if (token?.kind === 'word' && token.raw[0] !== token.low[0]) return true;
      }
      return false;
    }

    /** Behind the joiner the last item goes on while its words can belong to it. */
    function canGoOn(at: number, itemStart: number): boolean {
      const token = tokens[at];
      if (token === undefined) return false;
      if (/^[-/(&']$/.test(token.raw)) return true;
      if (token.kind !== 'word') return token.kind === 'number' && at === itemStart;
      return !stops.has(token.low) || articles.has(token.low) || dutchNumber(token.low) !== null;
    }
  }
}
