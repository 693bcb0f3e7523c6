import { at, byteAt, int32At, numberAt } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../../problems.ts';
import { type Box, fullLimit, insideOf, isRestricted, type Limit, limitsByInput } from '../boxes/box.ts';
import type { DiscoveryData, Input } from '../data/data.ts';
import { discoveryProblems as problems } from '../problems.ts';
import { type CartOutcome, tallyOutcome } from './cart-outcome.ts';
import { Partition, type Segment, type Split } from './cart-split.ts';

/** Settings of CART. */
export interface CartSettings {
  /** A leaf holds at least this part of all futures, rounded down to whole futures, and at least one. */
  readonly minMass: number;
}

/** Default settings of CART. */
export const cartDefaults: CartSettings = { minMass: 0.05 };

/** What a box holds. */
export interface BoxStatistics {
  readonly n: number;
  /** n of all futures. */
  readonly mass: number;
  /** Number of inputs that are restricted. */
  readonly restricted: number;
  /** Futures of interest and their shares: k of all of interest, and of the box. Of a binary outcome only. */
  readonly interest: { readonly k: number; readonly coverage: number; readonly density: number } | null;
  /** Futures per class, and 1 - sum of squared shares. Of classes only. */
  readonly classes: { readonly counts: readonly number[]; readonly gini: number } | null;
  /** Mean of the outcome. Of numbers only; null for an empty box too. */
  readonly mean: number | null;
}

/** A leaf as a box, with what it holds. */
export interface Leaf extends BoxStatistics {
  readonly box: Box;
}

/** A node of the tree: one that is divided names its two nodes by their places. */
export interface CartNode {
  readonly n: number;
  /** Place of the leaf; null for a node that is divided. */
  readonly leaf: number | null;
  readonly split: {
    readonly input: string;
    /** Up to here goes left, above it right; null for a split by category. */
    readonly threshold: number | null;
    /** What is this goes right, all else left; null for a split by threshold. */
    readonly category: string | null;
    readonly left: number;
    readonly right: number;
  } | null;
}

/** A fitted tree with its leaves. */
export interface CartResult {
  readonly settings: CartSettings;
  /** From left to right. Together they hold every future once. A leaf in which it never happens is a finding too. */
  readonly leaves: readonly Leaf[];
  /** The root first. */
  readonly nodes: readonly CartNode[];
}

/**
 * A classification or regression tree: divides the futures in two by the input and threshold that decrease the gini impurity (or
 * the variance) most, and again, until a node is pure or could only be divided into leaves that are too small. Nothing is
 * pruned. Thresholds lie midway between neighbouring values. The tree has no chance in it: ties go to the
 * first input and the lower threshold.
 *
 * @throws FuturesError on a smallest mass that cannot be, or an outcome of another length than the inputs
 *
 * Source: L. Breiman, J. Friedman, R. Olshen and C. Stone, Classification and Regression Trees (1984).
 *
 * @example
 * ```ts
 * import { sobolPoints } from '@schaalsprong/methods/designs';
 * import { cart, dataOf, numberInput } from '@schaalsprong/methods/discovery';
 *
 * const [price, delay] = sobolPoints(256, 2);
 * const fails = Uint8Array.from(price, (value) => (value > 0.75 ? 1 : 0));
 * const data = dataOf([numberInput('price', price), numberInput('delay', delay)], fails);
 * const { nodes } = cart(data, { kind: 'binary', interest: fails });
 * nodes[0]?.split?.input; // => 'price'
 * ```
 */
export function cart(
  data: Pick<DiscoveryData, 'inputs' | 'count'>,
  outcome: CartOutcome,
  settings: Partial<CartSettings> = {},
): CartResult {
  const all = { ...cartDefaults, ...settings };
  const found: FuturesProblem[] = [];
  if (!(all.minMass >= 0 && all.minMass < 1)) found.push(problems.minMass(all.minMass));
  const tallied = tallyOutcome(outcome);
  if (tallied.values.length !== data.count)
    found.push(problems.lengths('outcome', tallied.values.length, data.count));
  if (found.length > 0) throw new FuturesError(found);

  const least = Math.max(1, Math.floor(all.minMass * data.count));
  const partition = new Partition(data.inputs, tallied);
  const leaves: Leaf[] = [];
  const nodes: CartNode[] = [];
  interface Pending {
    readonly segment: Segment;
    readonly box: Box;
    /** The node that this one hangs below, and on which side. */
    readonly below: { readonly node: number; readonly side: 'left' | 'right' } | null;
  }
  // A stack of our own: a tree may be as deep as there are futures.
  const pending: Pending[] = [
    { segment: { start: 0, end: data.count }, box: data.inputs.map(fullLimit), below: null },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { segment, box, below } = next;
    const n = segment.end - segment.start;
    const place = nodes.length;
    if (below !== null) {
      const parent = nodes[below.node];
      if (parent?.split) nodes[below.node] = { ...parent, split: { ...parent.split, [below.side]: place } };
    }
    const split = n < 2 * least || partition.isPure(segment) ? null : partition.best(segment, least);
    const input = split === null ? undefined : data.inputs[split.place];
    if (split === null || input === undefined) {
      nodes.push({ n, leaf: leaves.length, split: null });
      leaves.push({ box, ...statistics(data, outcome, partition.rowsOf(segment), box) });
      continue;
    }
    nodes.push({
      n,
      leaf: null,
      split: {
        input: input.name,
        threshold: 'category' in split ? null : split.threshold,
        category:
          'category' in split && input.kind === 'category' ? at(input.categories, split.category) : null,
        left: -1,
        right: -1,
      },
    });
    const [left, right] = partition.divide(segment, split);
    pending.push({
      segment: right,
      box: narrowed(box, input, split, 'right'),
      below: { node: place, side: 'right' },
    });
    pending.push({
      segment: left,
      box: narrowed(box, input, split, 'left'),
      below: { node: place, side: 'left' },
    });
  }
  return { settings: all, leaves, nodes };
}

/** What any box holds of the futures. */
export function boxStatistics(
  data: Pick<DiscoveryData, 'inputs' | 'count'>,
  outcome: CartOutcome,
  box: Box,
): BoxStatistics {
  const inside = insideOf(data, box);
  const rows = Int32Array.from(inside, (_, row) => row).filter((row) => inside[row] === 1);
  return statistics(data, outcome, rows, box);
}

/** The box on one side of a split. */
function narrowed(box: Box, input: Input, split: Split, side: 'left' | 'right'): Box {
  return box.map((limit, place): Limit => {
    if (place !== split.place) return limit;
    if (limit.kind === 'category') {
      if (!('category' in split) || input.kind !== 'category') return limit;
      const name = input.categories[split.category];
      return { ...limit, allowed: limit.allowed.filter((each) => (each === name) === (side === 'right')) };
    }
    if ('category' in split) return limit;
    const { threshold, above } = split;
    if (side === 'left')
      return { ...limit, max: limit.kind === 'integer' ? Math.floor(threshold) : threshold };
    // Limits are inclusive, and a threshold that is itself a value belongs to the left.
    if (threshold === limit.max || !(threshold < above)) return { ...limit, min: above };
    return { ...limit, min: limit.kind === 'integer' ? Math.ceil(threshold) : threshold };
  });
}

function statistics(
  { inputs, count }: Pick<DiscoveryData, 'inputs' | 'count'>,
  outcome: CartOutcome,
  rows: Int32Array,
  box: Box,
): BoxStatistics {
  const n = rows.length;
  const limits = limitsByInput(box);
  const common = {
    n,
    mass: n / count,
    restricted: inputs.filter((input) => {
      const limit = limits.get(input.name);
      return limit !== undefined && isRestricted(limit, input);
    }).length,
  };
  if (outcome.kind === 'numbers') {
    const sum = rows.reduce((total, row) => total + numberAt(outcome.values, row), 0);
    return { ...common, interest: null, classes: null, mean: n > 0 ? sum / n : null };
  }
  if (outcome.kind === 'classes') {
    const counts = outcome.classes.map(() => 0);
    for (const row of rows) {
      const of = int32At(outcome.values, row);
      counts[of] = at(counts, of) + 1;
    }
    const gini = n > 0 ? 1 - counts.reduce((sum, each) => sum + (each / n) ** 2, 0) : 0;
    return { ...common, interest: null, classes: { counts, gini }, mean: null };
  }
  const all = outcome.interest.reduce((sum, one) => sum + one, 0);
  const k = rows.reduce((sum, row) => sum + byteAt(outcome.interest, row), 0);
  const interest = { k, coverage: all > 0 ? k / all : 0, density: n > 0 ? k / n : 0 };
  return { ...common, interest, classes: null, mean: null };
}
