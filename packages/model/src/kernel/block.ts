import { numberAt } from '@schaalsprong/words';
import type { Plan } from '../plan/plan.ts';
import type { KernelBlock, Question } from './kernel.ts';

/** Copies input values of some futures into kernel memory. */
export function fillInputs(
  perFuture: ReadonlySet<number>,
  plan: Plan,
  inputs: Question['inputs'],
  from: number,
  count: number,
  placeOf: (slot: number) => number,
  memory: Float64Array,
): void {
  for (const e of perFuture) {
    const place = plan.place(e);
    const value = inputs.get(e);
    if (place.in === 'each' && typeof value === 'object') {
      memory.set(value.subarray(from, from + count), placeOf(place.slot));
    }
  }
}

/** Checks that all kept values are finite. */
export function checkBlock(block: {
  from: number;
  count: number;
  data: Float64Array;
  columns: number;
  keep: number;
  lanes: number;
  /** First lane in which a stock is not finite. */
  bad: number | undefined;
}): KernelBlock {
  const { from, count, data, columns, keep, lanes } = block;
  let bad = block.bad ?? lanes;
  for (let row = 0; row < columns * keep; row++) {
    for (let i = 0; i < Math.min(count, bad); i++) {
      const value = numberAt(data, row * lanes + i);
      if (value - value !== 0) bad = i;
    }
  }
  return { from, count, data, lanes, bad: bad < lanes ? from + bad : undefined };
}
