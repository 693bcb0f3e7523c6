import { byteAt, int32At } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import type { DiscoveryData, Input } from '../data/data.ts';
import { discoveryProblems as problems } from '../problems.ts';

/** An input in bins. */
export interface Binned {
  readonly input: string;
  /** Per bin its ends, the upper one in it; a category has its name and no ends. */
  readonly bins: readonly BinEnds[];
  /** Per future the place of its bin. */
  readonly values: Int32Array;
}

/** Ends of a bin of numbers. */
export interface BinEnds {
  readonly from: number | null;
  readonly to: number | null;
  readonly category: string | null;
}

/** Futures in one cell, and those of interest among them. */
export interface StackCell {
  /** Per row input, and per column input, the place of the bin. */
  readonly row: readonly number[];
  readonly column: readonly number[];
  readonly n: number;
  readonly k: number;
}

/** A table of dimensional stacking. */
export interface Stack {
  readonly rows: readonly Binned[];
  readonly columns: readonly Binned[];
  /** Every combination of bins, rows outermost; one without futures has n = 0, and so no density. */
  readonly cells: readonly StackCell[];
}

const mostBins = 100;
const mostCells = 100_000;

/**
 * An input in bins of equal width over its range, the least value in the first. Whole numbers with no more values than bins are
 * asked have a bin per value counted; categories have a bin each.
 */
export function binInput(input: Input, bins: number): Binned {
  if (input.kind === 'category') {
    return {
      input: input.name,
      bins: input.categories.map((category) => ({ from: null, to: null, category })),
      values: input.values,
    };
  }
  const distinct = input.kind === 'integer' ? new Set(input.values).size : Number.POSITIVE_INFINITY;
  const count = Math.min(bins, distinct);
  const edge = (at: number): number =>
    at === count ? input.max : input.min + ((input.max - input.min) * at) / count;
  const values = Int32Array.from(input.values, (value) => {
    // The edges decide, not the division, so that a value belongs to the bin that is shown.
    let at = Math.min(
      count - 1,
      Math.max(0, Math.ceil(((value - input.min) / (input.max - input.min)) * count) - 1),
    );
    while (at > 0 && value <= edge(at)) at--;
    while (at < count - 1 && value > edge(at + 1)) at++;
    return at;
  });
  return {
    input: input.name,
    bins: Array.from({ length: count }, (_, at) => ({ from: edge(at), to: edge(at + 1), category: null })),
    values,
  };
}

/**
 * Dimensional stacking: the futures in a table of a few inputs in bins, nested in rows and columns, so that more than two inputs
 * are seen at once. Put the inputs that matter most first.
 *
 * @param bins bins per input of numbers, 2 to 100
 * @throws FuturesError for an input that is not there, a number of bins that cannot be, and too large a table
 *
 * Source: T. Suzuki and others, SPE-174774-MS (2015), by way of EMA Workbench 3.0, `dimensional_stacking`.
 */
export function stack(
  data: DiscoveryData,
  {
    rows,
    columns,
    bins = 3,
  }: { readonly rows: readonly string[]; readonly columns: readonly string[]; readonly bins?: number },
): Stack {
  if (!Number.isInteger(bins) || bins < 2 || bins > mostBins)
    throw new FuturesError([problems.bins(bins, mostBins)]);
  const known = data.inputs.map(({ name }) => name);
  const unknown = [...rows, ...columns].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new FuturesError(unknown.map((name) => problems.column(name, [])));
  const binned = (names: readonly string[]): readonly Binned[] =>
    names.flatMap((name) => {
      const input = data.inputs.find((each) => each.name === name);
      return input === undefined ? [] : [binInput(input, bins)];
    });
  const [down, across] = [binned(rows), binned(columns)];
  const all = [...down, ...across];
  const size = all.reduce((product, each) => product * each.bins.length, 1);
  if (size > mostCells) throw new FuturesError([problems.cells(size, mostCells)]);
  const n = new Int32Array(size);
  const k = new Int32Array(size);
  for (let future = 0; future < data.count; future++) {
    const cell = all.reduce(
      (place, { bins: own, values }) => place * own.length + int32At(values, future),
      0,
    );
    n[cell] = int32At(n, cell) + 1;
    k[cell] = int32At(k, cell) + byteAt(data.interest, future);
  }
  const cells = Array.from({ length: size }, (_, cell): StackCell => {
    const places: number[] = [];
    let rest = cell;
    for (const each of all.toReversed()) {
      places.unshift(rest % each.bins.length);
      rest = Math.floor(rest / each.bins.length);
    }
    return {
      row: places.slice(0, down.length),
      column: places.slice(down.length),
      n: int32At(n, cell),
      k: int32At(k, cell),
    };
  });
  return { rows: down, columns: across, cells };
}

/**
 * How a drawing of a stack is divided along one axis (0 across, 1 down) between the key, the names of the bins, and the
 * table itself.
 *
 * @param size the drawing across and down, in inches
 *
 * Source: seaborn's `dim_ratios` by way of EMA Workbench 3.0.
 */
export function stackRatios(axis: 0 | 1, size: readonly [number, number]): readonly [number, number, number] {
  const beside = Math.min(2 / size[axis], 0.2);
  const [wide, narrow] = [0.8 * beside, 0.2 * beside];
  return axis === 0 ? [wide, narrow, 0.8] : [narrow, wide, 0.8];
}
