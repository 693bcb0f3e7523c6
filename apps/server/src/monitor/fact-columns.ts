import type { VintageFact } from '@schaalsprong/monitor';
import { numberAt } from '@schaalsprong/words';

// Figures on their way between threads. A structured clone of objects costs the receiving thread some 5 µs per figure and a copy of
// each text; columns of numbers, with each distinct text once, cost a tenth and share the texts.

const textColumns = [
  'series',
  'area',
  'period',
  'state',
  'standing',
  'unit',
  'attribute',
  'source',
  'note',
  'vintage',
  'published',
] as const satisfies readonly (keyof VintageFact)[];
const width = textColumns.length;

/** Some figures of a list, as columns. */
export interface FactColumns {
  /** texts that earlier pieces of the list did not have; the n-th text of the list has code n */
  readonly texts: readonly string[];
  /** codes of the texts, one row of eleven per figure; -1 for null */
  readonly codes: Int32Array;
  /** value and decimals of each figure; NaN for null */
  readonly numbers: Float64Array;
}

/** Figures per piece: the receiver needs a few milliseconds for one. */
const perPiece = 4_000;

/** Encodes a list of figures in pieces. */
export function* toColumns(facts: readonly VintageFact[]): Generator<FactColumns> {
  const codeOf = new Map<string, number>();
  for (let from = 0; from < facts.length; from += perPiece) {
    const rows = facts.slice(from, from + perPiece);
    const texts: string[] = [];
    const codes = new Int32Array(rows.length * width);
    const numbers = new Float64Array(rows.length * 2);
    for (const [row, fact] of rows.entries()) {
      for (const [column, name] of textColumns.entries()) {
        const text = fact[name];
        if (text === null) {
          codes[row * width + column] = -1;
          continue;
        }
        let code = codeOf.get(text);
        if (code === undefined) {
          code = codeOf.size;
          codeOf.set(text, code);
          texts.push(text);
        }
        codes[row * width + column] = code;
      }
      numbers[row * 2] = fact.value ?? Number.NaN;
      numbers[row * 2 + 1] = fact.decimals ?? Number.NaN;
    }
    yield { texts, codes, numbers };
  }
}

/** Decodes the pieces of one list, in their order. */
export class FactReader {
  readonly facts: VintageFact[] = [];
  readonly #texts: string[] = [];

  /** @throws RangeError where a piece is missing */
  add({ texts, codes, numbers }: FactColumns): void {
    for (const text of texts) this.#texts.push(text);
    const textOf = (at: number): string => {
      // A code outside the piece finds no text either.
      const text = this.#texts[codes[at] ?? -1];
      if (text === undefined) throw new RangeError('a piece of the figures is missing');
      return text;
    };
    const numberOf = (at: number): number | null => {
      const number = numberAt(numbers, at);
      return Number.isNaN(number) ? null : number;
    };
    for (let row = 0; row * width < codes.length; row += 1) {
      const at = row * width;
      this.facts.push({
        series: textOf(at),
        area: textOf(at + 1),
        period: textOf(at + 2),
        value: numberOf(row * 2),
        // Written by `toColumns` from a fact.
        state: textOf(at + 3) as VintageFact['state'],
        standing: textOf(at + 4) as VintageFact['standing'],
        unit: textOf(at + 5),
        decimals: numberOf(row * 2 + 1),
        attribute: textOf(at + 6),
        source: textOf(at + 7),
        note: textOf(at + 8),
        vintage: textOf(at + 9),
        published: codes[at + 10] === -1 ? null : textOf(at + 10),
      });
    }
  }
}
