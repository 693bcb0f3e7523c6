import type { Placed } from './find.ts';
import type { Block, Flow } from './flow.ts';
import { articles, stops } from './lexicon.ts';
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
const announces = new Set(['zoals', 'namelijk', 'waaronder', 'including', 'namely', 'like']);
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

  /**
   * `ASML, DAF, VDL en NXP`: at least three items, apart by commas and closed by `en` or `of`, by a bracket or by the end of
   * the sentence. Either something announces them (`zoals`, a colon, a bracket), or they are names.
   */
  function enumerations(sentence: Sentence): void {
    for (let i = sentence.from; i < sentence.to; i++) {
      if (tokens[i]?.raw !== ',') continue;
      const start = beginning(i, sentence.from);
      if (start === null) continue;
      const list = items(start.at, sentence.to, !start.announced);
      if (list.count >= 3 && list.closed && (start.announced || list.names >= list.count)) {
        add(start.at, list.end, list.count, '', start.announced ? 0.5 : 0.45, ['enumeration']);
      }
      i = Math.max(i, list.end - 1);
    }
  }

  /** Where the item before the first comma begins: behind what announces a list, or at a name. */
  function beginning(
    comma: number,
    from: number,
  ): { readonly at: number; readonly announced: boolean } | null {
    let name = -1;
    for (let i = comma - 1; i >= Math.max(from, comma - 9); i--) {
      const token = tokens[i];
      if (token === undefined || token.kind === 'break' || token.raw === ';') return null;
      if (token.raw === ',' || token.raw === ')') break;
      if (token.raw === ':' || token.raw === '(') return { at: i + 1, announced: true };
      if (
        announces.has(token.low) ||
        (token.raw === '.' && /^(a|bijv|bv|e\.g)$/.test(tokens[i - 1]?.low ?? ''))
      ) {
        return { at: i + 1, announced: true };
      }
      if (token.kind === 'word' && stops.has(token.low) && !articles.has(token.low)) break;
      // The word that begins a sentence has its capital from there.
      if (isNamed(token) && i > from) name = i;
    }
    if (name < 0) return null;
    // Small letters in front of the first capital belong to the sentence: `Om bedrijven als ASML`.
    return { at: name, announced: false };
  }

  function isNamed(token: Token): boolean {
    return token.kind === 'word' && token.raw[0] !== token.low[0];
  }

  /** Items from a token on, up to what closes them. */
  function items(
    from: number,
    until: number,
    namesOnly: boolean,
  ): { readonly count: number; readonly names: number; readonly end: number; readonly closed: boolean } {
    let count = 0;
    let names = 0;
    let end = from;
    let start = from;
    let open = 0;
    let last = false;
    const take = (at: number): boolean => {
      if (at <= start || at - start > 10) return false;
      count++;
      for (let i = start; i < Math.min(at, start + 4); i++) {
        const token = tokens[i];
        if (token !== undefined && isNamed(token)) {
          names++;
          break;
        }
      }
      end = at;
      return true;
    };
    for (let at = from; at < Math.min(until, from + 160); at++) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.raw === '(') open++;
      else if (token.raw === ')') {
        if (open === 0) {
          take(at);
          return { count, names, end, closed: true };
        }
        open--;
      }
      if (open > 0 || token.raw === ')') continue;
      if (/^[.;:]$/.test(token.raw)) {
        take(at);
        return { count, names, end, closed: true };
      }
      if (token.raw === ',') {
        if (last) {
          take(at);
          return { count, names, end, closed: true };
        }
        if (!take(at)) return { count, names, end, closed: false };
        start = at + 1;
        continue;
      }
      // `etc` closes the list and is nothing itself.
      if (/^(etc|enzovoort|enz)$/.test(token.low) && at === start) return { count, names, end, closed: true };
      if (lastJoiners.has(token.low)) {
        // `voer- en vaartuigen` is one thing, and behind a comma the joiner begins the last item.
        if (tokens[at - 1]?.raw === '-') continue;
        if (last) {
          take(at);
          return { count, names, end, closed: true };
        }
        if (at > start && !take(at)) return { count, names, end, closed: false };
        start = at + 1;
        last = true;
        continue;
      }
      // A verb or preposition ends a list of names, and the last item of any.
      const stop = token.kind === 'word' && stops.has(token.low) && !articles.has(token.low);
      if (stop && at > start && (last || namesOnly)) {
        take(at);
        return { count, names, end, closed: last };
      }
    }
    const ended = end < until && start < until && until - from < 160 && take(until);
    return { count, names, end, closed: ended };
  }
}
