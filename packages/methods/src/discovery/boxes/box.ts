import { at, numberAt } from '@schaalsprong/words';
import type { DiscoveryData, Input } from '../data/data.ts';

/** What a box allows of one input; both ends belong to it. */
export type Limit = NumberLimit | CategoryLimit;

/** Range that a box allows; both ends included. */
export interface NumberLimit {
  readonly input: string;
  readonly kind: 'real' | 'integer';
  readonly min: number;
  readonly max: number;
}

/** Categories that a box allows. */
export interface CategoryLimit {
  readonly input: string;
  readonly kind: 'category';
  /** In the declared order. */
  readonly allowed: readonly string[];
}

/** A part of the space of inputs: one limit per input, in their order. */
export type Box = readonly Limit[];

/** The box that holds all futures: the range of the data. */
export const initialBox = (data: Pick<DiscoveryData, 'inputs'>): Box => data.inputs.map(fullLimit);

/** What a box allows of an input that it does not restrict. */
export const fullLimit = (input: Input): Limit =>
  input.kind === 'category'
    ? { input: input.name, kind: 'category', allowed: input.categories }
    : { input: input.name, kind: input.kind, min: input.min, max: input.max };

/** The limits of a box by the name of their input: a search by name per input is quadratic in the inputs. */
export const limitsByInput = (box: Box): ReadonlyMap<string, Limit> =>
  new Map(box.map((limit) => [limit.input, limit]));

/** Whether two limits of one input allow the same. */
export function sameLimit(one: Limit, other: Limit): boolean {
  if (one.kind === 'category' || other.kind === 'category') return one === other;
  return one.kind === other.kind && one.min === other.min && one.max === other.max;
}

/** Whether a limit leaves out anything of the data. */
export function isRestricted(limit: Limit, input: Input): boolean {
  if (limit.kind === 'category') {
    return input.kind === 'category' && limit.allowed.length < input.categories.length;
  }
  return input.kind !== 'category' && (limit.min !== input.min || limit.max !== input.max);
}

/** Per future 1 where it is inside a box. A limit on an input that the data lack restricts nothing. */
export function insideOf(data: Pick<DiscoveryData, 'inputs' | 'count'>, box: Box): Uint8Array {
  const inside = new Uint8Array(data.count).fill(1);
  const inputs = new Map(data.inputs.map((input) => [input.name, input]));
  for (const limit of box) {
    const input = inputs.get(limit.input);
    if (input === undefined) continue;
    if (limit.kind === 'category') {
      if (input.kind !== 'category') continue;
      const allowed = input.categories.map((category) => limit.allowed.includes(category));
      input.values.forEach((category, row) => {
        if (!at(allowed, category)) inside[row] = 0;
      });
    } else if (input.kind !== 'category') {
      for (let row = 0; row < data.count; row++) {
        const value = numberAt(input.values, row);
        if (!(value >= limit.min && value <= limit.max)) inside[row] = 0;
      }
    }
  }
  return inside;
}
