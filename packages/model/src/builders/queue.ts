import type { Scalar } from '../program.ts';
import { multiply } from '../unit.ts';
import { type Builder, builder } from './call.ts';
import { num, op } from './scalar.ts';

/** Batches in one queue, at most; a queue of more has no number. */
const mostBatches = 200;

const firstInflow = 6;

/** The function that the reader of XMILE writes for queues whose batches matter; no model can. */
export const queues: Readonly<Record<string, Builder>> = {
  /**
   * Outflow 0 of a queue goes to a conveyor with room for `room`, outflow 1 drains what that leaves. What comes in during
   * a step can leave in the same step (XMILE 1.0, 3.7.3), each inflow as a batch of its own (isee systems, Queue
   * Computation).
   */
  'xmile queue': builder(
    'QUEUE(room, contents, outflow, whole, one, drain, inflow, …)',
    (u) => {
      const flow = u.of(0, u.wanted);
      if (flow !== 'any') u.as(1, multiply(flow, u.time, 1));
      for (let i = firstInflow; i < u.count; i++) u.alike(flow, u.of(i, flow));
      return flow;
    },
    (call) => {
      const { step, start, stop } = call.time;
      const coming = call.count - firstInflow;
      const ever = 1 + coming * (Math.round((stop - start) / step) + 1);
      const places = Math.min(ever, mostBatches);
      const cells = Array.from({ length: places }, (_, i) =>
        call.hide({ kind: 'memory', expr: num(0), init: i === 0 ? call.scalar(1) : num(0) }, 'batch'),
      );
      const amount = (i: number): Scalar => op('mul', call.scalar(i), num(step));
      const inputs = [
        amount(0),
        ...Array.from({ length: coming }, (_, i) => amount(firstInflow + i)),
        ...cells,
      ];
      const settings = [3, 4, 5].map((i) => call.constant(i) ?? 0);
      const [taken, drained, ...after] = call.group('queue', inputs, places + 2, [...settings, coming]);
      cells.forEach((cell, i) => {
        call.replace(cell, { expr: after[i] ?? num(0) });
      });
      const amountOut = (call.constant(2) === 0 ? taken : drained) ?? num(0);
      return call.hide(
        { expr: op('div', amountOut, num(step)) },
        `out of a queue, which may hold no more than ${mostBatches} batches`,
      );
    },
    { least: firstInflow, most: firstInflow + 100 },
  ),
};
