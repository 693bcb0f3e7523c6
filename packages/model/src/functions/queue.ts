import type { Scalar } from '../ir/scalar.ts';
import { multiply } from '../syntax/unit.ts';
import { type Builder, builder, setting } from './call.ts';
import { num, op } from './scalar.ts';

/** Batches in one queue, at most; a queue of more has no number. */
const maxBatches = 200;

const firstInflow = 7;

/** Functions that the reader of XMILE writes for queues; no model can. */
export const queues: Readonly<Record<string, Builder>> = {
  /** What is left of a queue, per unit of time: what it holds and gets, less what outflows before take. */
  'xmile rest': builder(
    'REST(inflows, contents, earlier outflows)',
    (u) => {
      const flow = u.alike(u.of(0, u.wanted), u.of(2, u.wanted));
      if (flow !== 'any') u.as(1, multiply(flow, u.time, 1));
      return flow;
    },
    (call) => {
      const all = op('add', op('div', call.scalar(1), num(call.time.step)), call.scalar(0));
      return op('max', num(0), op('sub', all, call.scalar(2)));
    },
  ),
  /**
   * A queue whose batches matter. Outflow 0 goes to a conveyor with room for `room`, outflow 1 drains what that leaves. What comes in during
   * a step can leave in the same step (XMILE 1.0, 3.7.3), each inflow as a batch of its own (isee systems, Queue
   * Computation).
   */
  'xmile queue': builder(
    'QUEUE(room, contents, outflow, whole, one, drain, limited, inflow, …)',
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
      const places = Math.min(ever, maxBatches);
      const cells = Array.from({ length: places }, (_, i) =>
        call.hide({ kind: 'memory', expr: num(0), init: i === 0 ? call.scalar(1) : num(0) }, 'batch'),
      );
      const amount = (i: number): Scalar => op('mul', call.scalar(i), num(step));
      const inputs = [
        call.constant(6) === 0 ? num(Number.POSITIVE_INFINITY) : amount(0),
        ...Array.from({ length: coming }, (_, i) => amount(firstInflow + i)),
        ...cells,
      ];
      const settings = [3, 4, 5].map((i) => setting(call, i));
      const [taken, drained, ...after] = call.group('queue', inputs, places + 2, [...settings, coming]);
      cells.forEach((cell, i) => {
        call.replace(cell, { expr: after[i] ?? num(0) });
      });
      const amountOut = (call.constant(2) === 0 ? taken : drained) ?? num(0);
      return call.hide(
        { expr: op('div', amountOut, num(step)) },
        `out of a queue, which may hold no more than ${maxBatches} batches`,
      );
    },
    { minArguments: firstInflow, maxArguments: firstInflow + 100 },
  ),
};
