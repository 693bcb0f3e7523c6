import type { Interval } from '@schaalsprong/words';
import type { DeepReadonly } from '../readonly.ts';
import type { Claim, RegionFile } from '../schema/schema.ts';
import { type Width, widths } from './setting.ts';

/** Rules of the qualifiers of region.yaml, by the word. */
export type Qualifiers = DeepReadonly<RegionFile['qualifiers']>;

/** Unit of the last digit that is not zero: 1000 for 62,000 and 0.01 for 1.59; 0 for 0. */
export function lastDigitUnit(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 10 ** (Number(exponent) - decimals);
}

/** Removes floating-point noise of multiplication: 1.1 x 62,000 is 68,200. */
const clean = (x: number): number => Number(x.toPrecision(12));

const WIDEST_ROUNDING = 0.025;

/**
 * The interval that a figure and its qualifier mean. An interval written with the claim goes first. `none`, or a
 * qualifier with `rounding`, is half a unit of the last printed digit that is not zero, but no wider than the
 * table's low and high, or 2.5 % of the figure where it names none; any other is the table's multiples of the figure (turned round for a negative
 * figure), or its floor and ceiling as they stand. Under `bare` and `generous` the rule has the multiples that it names for that
 * setting, and keeps the others; `rounding: false` there makes `none` a rule of multiples.
 * @returns null where the qualifier is not in the table
 *
 * @example
 * ```ts
 * import { claimInterval } from '@schaalsprong/agenda/claims';
 *
 * // 'some 62,000' printed without a word in front: half a unit of the last digit that is not zero.
 * const interval = claimInterval({ value: 62_000, qualifier: 'none' }, {});
 * [interval?.min, interval?.max]; // => [61_500, 62_500]
 * ```
 */
export function claimInterval(
  claim: Pick<Claim, 'value' | 'qualifier' | 'interval'>,
  qualifiers: Qualifiers,
  setting: Width = 'default',
): Interval | null {
  if (claim.interval !== undefined) return claim.interval;
  const { value } = claim;
  const table = Object.hasOwn(qualifiers, claim.qualifier) ? qualifiers[claim.qualifier] : undefined;
  if (table === undefined && claim.qualifier !== 'none') return null;
  const other = setting === 'default' ? undefined : table?.[setting];
  const rule =
    table === undefined
      ? undefined
      : {
          ...table,
          low: other?.low === undefined ? table.low : other.low,
          high: other?.high === undefined ? table.high : other.high,
          rounding: other?.rounding ?? (claim.qualifier === 'none' || table.rounding),
        };
  if (rule === undefined || rule.rounding) {
    const half = lastDigitUnit(value) / 2;
    const size = Math.abs(value);
    const low = Math.min(half, size * (rule?.low == null ? WIDEST_ROUNDING : Math.abs(1 - rule.low)));
    const high = Math.min(half, size * (rule?.high == null ? WIDEST_ROUNDING : Math.abs(rule.high - 1)));
    const [below, above] = value < 0 ? [high, low] : [low, high];
    return { min: clean(value - below), max: clean(value + above), minOpen: false, maxOpen: false };
  }
  const low = { at: rule.low === null ? null : clean(rule.low * value), open: rule.lowOpen };
  const high = { at: rule.high === null ? null : clean(rule.high * value), open: rule.highOpen };
  const [min, max] = low.at !== null && high.at !== null && low.at > high.at ? [high, low] : [low, high];
  return {
    min: rule.floor ?? min.at,
    max: rule.ceiling ?? max.at,
    minOpen: rule.floor === undefined && min.open,
    maxOpen: rule.ceiling === undefined && max.open,
  };
}

/**
 * The interval of a claim under each setting: the figure as printed, the usual width, and the widest that a reader would
 * still grant the word. An interval written with the claim is the same under all three.
 * @returns null where the qualifier is not in the table
 */
export function claimIntervals(
  claim: Pick<Claim, 'value' | 'qualifier' | 'interval'>,
  qualifiers: Qualifiers,
): Record<Width, Interval> | null {
  const [bare, normal, generous] = widths.map((setting) => claimInterval(claim, qualifiers, setting));
  if (!bare || !normal || !generous) return null;
  return { bare, default: normal, generous };
}
