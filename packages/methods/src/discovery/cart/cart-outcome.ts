import { numberAt } from '@schaalsprong/words';

/** What a tree tells apart: futures of interest, several classes, or numbers. */
export type CartOutcome =
  | { readonly kind: 'binary'; readonly interest: Uint8Array }
  | { readonly kind: 'classes'; readonly classes: readonly string[]; readonly values: Int32Array }
  | { readonly kind: 'numbers'; readonly values: Float64Array };

/**
 * The sum over some rows that decides about splits: of each class its number, or of the numbers their sum. What is gained by
 * a split is how much the squares of these, over the number of rows, grow; that is the weighted decrease of the gini
 * impurity, and of the variance, times the number of rows.
 */
export class Tally {
  n = 0;
  readonly #sums: Float64Array;
  readonly #outcome: TallyOutcome;

  constructor(outcome: TallyOutcome) {
    this.#outcome = outcome;
    this.#sums = new Float64Array(outcome.kind === 'classes' ? outcome.size : 1);
  }

  clear(): void {
    this.n = 0;
    this.#sums.fill(0);
  }

  /** Counts a row in (1) or out (-1). */
  add(row: number, times: 1 | -1): void {
    this.n += times;
    if (this.#outcome.kind === 'classes') {
      // A plain read in the innermost loop; a row that is not there throws one line below.
      const of = this.#outcome.values[row] ?? -1;
      this.#sums[of] = numberAt(this.#sums, of) + times;
    } else {
      this.#sums[0] = numberAt(this.#sums, 0) + times * numberAt(this.#outcome.values, row);
    }
  }

  /** Sum of squares of the sums over n; 0 for no rows. */
  get concentration(): number {
    if (this.n === 0) return 0;
    let squares = 0;
    for (const sum of this.#sums) squares += sum * sum;
    return squares / this.n;
  }
}

/** An outcome as splits need it; numbers are less their mean, so that no digits are lost in their squares. */
export type TallyOutcome =
  | { readonly kind: 'classes'; readonly size: number; readonly values: Int32Array }
  | { readonly kind: 'numbers'; readonly values: Float64Array };

export function tallyOutcome(outcome: CartOutcome): TallyOutcome {
  switch (outcome.kind) {
    case 'binary':
      return { kind: 'classes', size: 2, values: Int32Array.from(outcome.interest) };
    case 'classes':
      return { kind: 'classes', size: outcome.classes.length, values: outcome.values };
    case 'numbers': {
      const mean = outcome.values.reduce((sum, value) => sum + value, 0) / outcome.values.length;
      return { kind: 'numbers', values: outcome.values.map((value) => value - mean) };
    }
  }
}
