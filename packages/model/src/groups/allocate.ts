import { at } from '@schaalsprong/words';
import { exp } from '../statistics/elementary.ts';
import { rootBetween } from '../statistics/root.ts';

const { NaN: nan } = Number;

/** Below this a quantity is rounding, not an amount: what Vensim itself takes as zero. */
const small = 1e-6;

/** A quantity and the course of what of it is asked or offered over the price (or priority). */
interface Curve {
  readonly quantity: number;
  /** 0 fixed, 1 rectangular, 2 triangular, 3 normal, 4 exponential. */
  readonly type: number;
  /** Middle of the curve. */
  readonly priority: number;
  /** Whole width (1, 2), standard deviation (3), or scale (4). */
  readonly width: number;
}

/** Numbers that describe a curve among inputs: quantity, type, priority, width, extra (which types 0 to 4 ignore). */
export const CURVE = 5;

function curvesOf(inputs: Float64Array, from: number, count: number): Curve[] {
  return Array.from({ length: count }, (_, i) => {
    const [quantity = nan, type = nan, priority = nan, width = nan] = inputs.subarray(from + i * CURVE);
    return { quantity: Math.abs(quantity) < small && quantity < 0 ? 0 : quantity, type, priority, width };
  });
}

/** How far from its middle a curve still changes, in widths. Beyond, a normal or exponential tail is below 1e-6. */
const REACH = [0, 0.5, 0.5, 5, 10] as const;

/** Whether the type is known, the width a width and the quantity not below zero. */
const sound = ({ quantity, type, width, priority }: Curve): boolean =>
  quantity >= 0 && (type === 0 || (REACH[type] !== undefined && width > 0 && Number.isFinite(priority)));

/**
 * The part of a standard normal distribution above x >= 0, with an error of up to 1.2e-5. There are better ones, but
 * this is Vensim's, whose small allocations a better one misses by a half per cent.
 *
 * Source: Abramowitz and Stegun 26.2.16.
 */
function normalTail(x: number): number {
  const t = 1 / (1 + 0.33267 * x);
  const density = 0.3989422804014327 * exp((-x * x) / 2);
  return density * t * (0.4361836 + t * (-0.1201676 + t * 0.937298));
}

/**
 * The part of the quantity below a price: the integral of the shape that names the type, 0 far below and 1 far above.
 *
 * Source: Vensim documentation, 'Prioritization, Demand and Supply Curves' and 'Specifying the Curves'.
 */
function below({ type, priority, width }: Curve, price: number): number {
  const x = (price - priority) / width;
  switch (type) {
    case 1:
      return Math.min(1, Math.max(0, x + 0.5));
    case 2:
      if (x <= -0.5) return 0;
      if (x >= 0.5) return 1;
      return x < 0 ? 2 * (x + 0.5) ** 2 : 1 - 2 * (0.5 - x) ** 2;
    case 3:
      return x < 0 ? normalTail(-x) : 1 - normalTail(x);
    case 4:
      return x < 0 ? 0.5 * exp(x) : 1 - 0.5 * exp(-x);
    default:
      return 1;
  }
}

/** What is asked at a price: the whole far below the middle, nothing far above. */
function asked(curve: Curve, price: number): number {
  if (curve.type === 0) return curve.quantity;
  // The mirrored curve, and not 1 minus, so that a thin tail keeps its digits.
  const mirrored = { ...curve, priority: -curve.priority };
  return curve.quantity * below(mirrored, -price);
}

/** What is offered at a price: nothing far below the middle, the whole far above. */
function offered(curve: Curve, price: number): number {
  return curve.type === 0 ? curve.quantity : curve.quantity * below(curve, price);
}

const totalOf = (curves: readonly Curve[], at: (curve: Curve) => number): number => {
  let total = 0;
  for (const curve of curves) total += at(curve);
  return total;
};

/** Between which prices anything of the curves changes. */
function span(curves: readonly Curve[], reach: readonly number[]): [low: number, high: number] {
  const moving = curves.filter(({ type, quantity }) => type !== 0 && quantity > 0);
  const ends = moving.map(({ type, width }) => (reach[type] ?? nan) * width);
  return [
    Math.min(...moving.map(({ priority }, i) => priority - (ends[i] ?? nan))),
    Math.max(...moving.map(({ priority }, i) => priority + (ends[i] ?? nan))),
  ];
}

/** As far as a tail is above zero in a double. */
const DEEP = [0, 0.5, 0.5, 38, 745] as const;

/** What a curve gets when `available` is shared out by all: what the one price leaves it at which all is given out. */
function shares(curves: readonly Curve[], available: number): (curve: Curve) => number {
  const total = totalOf(curves, ({ quantity }) => quantity);
  if (!curves.every(sound) || !(available >= -small)) return () => nan;
  if (available <= 0) return () => 0;
  if (available >= total) return ({ quantity }) => quantity;
  const asking = curves.filter(({ quantity }) => quantity > 0);
  if (asking.every(({ type }) => type === 0)) return ({ quantity }) => (quantity / total) * available;
  // A fixed quantity gives way at no price: beside other curves nothing says what it gets.
  if (asking.some(({ type }) => type === 0)) return () => nan;
  const [low, high] = span(asking, DEEP);
  const left = (x: number): number => totalOf(asking, (curve) => asked(curve, x)) - available;
  // Beyond the ends of the curves only rounding is left: an amount as small as the last tail is given to none.
  if (left(high) >= 0) return () => 0;
  if (left(low) <= 0) return ({ quantity }) => quantity;
  const price = rootBetween(left, low, high);
  return (curve) => (curve.quantity === 0 ? 0 : asked(curve, price));
}

function share(curves: readonly Curve[], available: number, outputs: Float64Array): void {
  const amount = shares(curves, available);
  curves.forEach((curve, i) => {
    outputs[i] = amount(curve);
  });
}

/** Shares out strictly by priority; equals by what they ask. */
function shareInOrder(curves: readonly Curve[], available: number, outputs: Float64Array): void {
  let left = Math.max(0, available);
  const byPriority = new Map<number, number[]>();
  curves.forEach(({ priority }, i) => {
    byPriority.set(priority, [...(byPriority.get(priority) ?? []), i]);
  });
  for (const [, members] of [...byPriority].sort(([a], [b]) => b - a)) {
    const total = members.reduce((sum, i) => sum + (curves[i]?.quantity ?? nan), 0);
    const part = total > left ? left / total : 1;
    for (const i of members) outputs[i] = (curves[i]?.quantity ?? nan) * part;
    left -= total * part;
  }
}

/** Allocation and market functions. NaN where a curve is of another type than 0 to 4, has no width, or is negative. */
export const allocation = {
  /**
   * What each of several who ask gets of what is available: inputs are the amount available and a curve of
   * {@link CURVE} numbers for each; an output for each.
   *
   * Source: Vensim documentation, ALLOCATE AVAILABLE and 'One-to-many Allocation'.
   */
  allocateAvailable(inputs: Float64Array, outputs: Float64Array): void {
    share(curvesOf(inputs, 1, outputs.length), inputs[0] ?? nan, outputs);
  },

  /**
   * The same with one width for all: inputs are the supply, the width, and a request and a priority for each.
   * As in ALLOCATE AVAILABLE with rectangular curves; at width 0 strictly by priority.
   *
   * Source: Vensim documentation, ALLOCATE BY PRIORITY.
   */
  allocateByPriority(inputs: Float64Array, outputs: Float64Array): void {
    const [supply = nan, width = nan] = inputs;
    const curves = Array.from(outputs, (_, i): Curve => {
      const [quantity = nan, priority = nan] = inputs.subarray(2 + 2 * i);
      return {
        quantity: Math.abs(quantity) < small && quantity < 0 ? 0 : quantity,
        type: 1,
        priority,
        width,
      };
    });
    const strict = width === 0 && supply >= -small;
    if (strict && curves.every((curve) => sound({ ...curve, width: 1 })))
      shareInOrder(curves, supply, outputs);
    else share(curves, supply, outputs);
  },

  /**
   * What a demand curve takes at a price: inputs are the price and a curve.
   *
   * Source: Vensim documentation, DEMAND AT PRICE.
   */
  demandAtPrice(inputs: Float64Array, outputs: Float64Array): void {
    const [curve] = curvesOf(inputs, 1, 1);
    outputs[0] = curve !== undefined && sound(curve) ? asked(curve, inputs[0] ?? nan) : nan;
  },

  /**
   * What a supply curve offers at a price: inputs are the price and a curve.
   *
   * Source: Vensim documentation, SUPPLY AT PRICE.
   */
  supplyAtPrice(inputs: Float64Array, outputs: Float64Array): void {
    const [curve] = curvesOf(inputs, 1, 1);
    outputs[0] = curve !== undefined && sound(curve) ? offered(curve, inputs[0] ?? nan) : nan;
  },

  /**
   * The price at which as much is asked as offered: inputs are curves, `settings[0]` of demand and then those of
   * supply. NaN where there is no such price. Where nothing is asked, the lowest price at which something would be
   * offered.
   *
   * Source: Vensim documentation, FIND MARKET PRICE.
   */
  marketPrice(inputs: Float64Array, outputs: Float64Array, settings: readonly number[]): void {
    const demands = at(settings, 0);
    const demand = curvesOf(inputs, 0, demands);
    const supply = curvesOf(inputs, demands * CURVE, inputs.length / CURVE - demands);
    const all = [...demand, ...supply];
    const moves = all.some(({ type, quantity }) => type !== 0 && quantity > 0);
    if (!all.every(sound) || !moves) {
      outputs[0] = nan;
      return;
    }
    if (demand.every(({ quantity }) => quantity === 0)) {
      outputs[0] = supply.some(({ type, quantity }) => type === 0 && quantity > 0)
        ? nan
        : span(supply, REACH)[0];
      return;
    }
    const [low, high] = span(all, DEEP);
    outputs[0] = rootBetween(
      (price) => totalOf(demand, (c) => asked(c, price)) - totalOf(supply, (c) => offered(c, price)),
      low,
      high,
    );
  },
};
