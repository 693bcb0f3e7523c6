import { at } from '@schaalsprong/words';
import type { Block } from '../flow.ts';
import type { ListRule, ListText } from './list-text.ts';

function itemLists(t: ListText): void {
  const { flow, firstOf, add } = t;
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
      const promised = intro === undefined ? null : promisedBy(t, i - 1);
      const reasons = promised === null ? [] : [promised === count ? 'as-promised' : 'not-as-promised'];
      const end = lastToken(t, i, start);
      add(start, end, count, intro === undefined ? '' : introText(t, intro), 0.7, reasons);
    }
    i = next - 1;
  }
}

function lastToken(t: ListText, block: number, start: number): number {
  const { tokens } = t;
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

function introText(t: ListText, block: Block): string {
  const { flow } = t;
  return flow.text.slice(Math.max(block.start, block.end - 120), block.end).replace(/:$/, '');
}

/** The count that the block before a list announces: its last small whole number of discrete units. */
function promisedBy(t: ListText, block: number): number | null {
  const { flow, tokens, placed, firstOf } = t;
  const own = flow.blocks[block];
  if (own === undefined || flow.text[own.end - 1] !== ':') return null;
  const first = at(firstOf, block);
  const last = firstOf[block + 1] ?? tokens.length;
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(placed, middle).from < first) low = middle + 1;
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
function labels(t: ListText): void {
  const { flow, tokens, firstOf, add } = t;
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

export const itemRules: readonly ListRule[] = [
  { name: 'the items of a list', count: itemLists },
  { name: 'numbered labels at the beginning of blocks', count: labels },
];
