import { at } from '@schaalsprong/words';
import type { GroupName } from '../ir/scalar.ts';
import { lnGamma } from '../statistics/gamma.ts';
import { allocation } from './allocate.ts';
import { draws } from './draw.ts';
import { lookups } from './lookup.ts';
import { queues } from './queue.ts';
import { vectors } from './vector.ts';

/**
 * Functions of many inputs, with one or more outputs, that are worth no instructions of their own in the kernel: every
 * back end calls the one function here, so they agree to the last bit.
 *
 * A group function writes `outputs` from `inputs` and may keep nothing between calls.
 */
export type GroupFunction = (
  inputs: Float64Array,
  outputs: Float64Array,
  settings: readonly number[],
) => void;

/** Every group function by name. */
export const groups = {
  ...vectors,
  ...lookups,
  ...allocation,
  ...draws,
  ...queues,
  /** ln Gamma(x) of the one input. */
  lnGamma(inputs: Float64Array, outputs: Float64Array): void {
    outputs[0] = lnGamma(at(inputs, 0));
  },
} satisfies Record<GroupName, GroupFunction>;

/** The group function of a name. */
export const groupFunction = (name: GroupName): GroupFunction => groups[name];
