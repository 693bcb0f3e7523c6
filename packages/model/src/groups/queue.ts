import { at, numberAt } from '@schaalsprong/words';

/** A batch that misses what may be taken by no more than rounding fits. */
const near = 1 + 1e-12;

/** Queues of XMILE 1.0 (3.7.3, 4.2.1). */
export const queues = {
  /**
   * One time step of a queue that a conveyor takes from.
   *
   * Inputs: what the conveyor may take, the batches that come in (as many as `settings[3]`), and the batches in the
   * queue, the oldest first; 0 is none. Outputs: what it takes, what is drained from the rest, and the queue after.
   * Settings: whether batches stay whole; whether at most one is taken; what drains the rest (0 nothing, 1 an overflow,
   * where the conveyor was too full for what it would take, 2 another outflow, always); batches that come in.
   */
  queue(inputs: Float64Array, outputs: Float64Array, settings: readonly number[]): void {
    const [whole = 0, one = 0, drain = 0, coming = 0] = settings;
    outputs.fill(Number.NaN);
    const room = numberAt(inputs, 0);
    const batches = [...inputs.subarray(1 + coming), ...inputs.subarray(1, 1 + coming)];
    if (Number.isNaN(room) || batches.some(Number.isNaN)) return;
    const line = batches.filter((batch) => batch > 0);
    let taken = 0;
    let blocked = false;
    let place = 0;
    for (; place < line.length && !blocked && (one === 0 || place === 0); place++) {
      const batch = at(line, place);
      const left = room - taken;
      if (batch <= left * near) {
        taken += batch;
        continue;
      }
      blocked = true;
      if (whole === 0 && left > 0) {
        taken += left;
        line[place] = batch - left;
      }
      place--;
    }
    let rest = line.slice(place);
    let drained = 0;
    if (drain === 2 || (drain === 1 && blocked)) {
      drained = rest.reduce((sum, batch) => sum + batch, 0);
      rest = [];
    }
    const places = outputs.length - 2;
    // More batches than there is room for: no number.
    if (rest.length > places) return;
    outputs.fill(0);
    outputs[0] = taken;
    outputs[1] = drained;
    outputs.set(rest, 2);
  },
};
