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
  /** `inputs[0]` is a position from 0; the output is `inputs[1 + position]`, or NaN where there is none. */
  pick(inputs: Float64Array, outputs: Float64Array): void {
    outputs[0] = inputs[1 + Math.trunc(inputs[0] ?? Number.NaN)] ?? Number.NaN;
  },
} satisfies Record<string, GroupFunction>;

export type GroupName = keyof typeof groups;

/** The group function of a name. */
export const groupFunction = (name: GroupName): GroupFunction => groups[name];
