import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { dimensionless, type Measure, multiply } from '../syntax/unit.ts';
import { type Builder, builder, type Call, type UnitCall } from './call.ts';
import { conveyors } from './conveyor.ts';
import { delay, smooth } from './delay.ts';
import { queues } from './queue.ts';
import { now, num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';
import { allAlike, allBare, likeDelay, likeFirst, perTime } from './units.ts';

function orderOf(call: Call, i: number): number {
  const value = call.constant(i);
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > 100) {
    return call.fail(
      'MODEL_UNSUPPORTED',
      say(functionTexts.order, { fn: call.fn.replace(/^xmile /, '').toUpperCase() }),
      say(functionTexts.orderHint),
    );
  }
  return value;
}

/** The average with which TREND and FORCST compare their input; it starts so that the trend is the one given. */
function growth(call: Call, initial: Scalar): { input: Scalar; trend: Scalar } {
  const input = call.lift(call.scalar(0), 'input');
  const time = call.lift(call.scalar(1), 'averaging time');
  const init = op('div', input, op('add', num(1), op('mul', initial, time)));
  const average = call.hide({ kind: 'stock', expr: num(0), init }, 'average');
  call.replace(average, { expr: op('div', op('sub', input, average), time) });
  const base = op('mul', average, time);
  return {
    input,
    trend: op('if', op('eq', base, num(0)), num(0), op('div', op('sub', input, average), base)),
  };
}

/** The unit of the first argument; the others are the same, or amounts of it in one time step. */
function flowUnits(u: UnitCall): Measure {
  const flow = u.of(0, u.wanted);
  if (flow !== 'any') u.as(1, multiply(flow, u.time, 1));
  for (let i = 2; i < u.count; i++) u.alike(flow, u.of(i, flow));
  return flow;
}

/** What a stock can still give in this step: what it holds, what comes in, less what went out before. */
const available = (call: Call): Scalar =>
  op(
    'max',
    num(0),
    op('sub', op('add', op('div', call.scalar(1), num(call.time.step)), call.scalar(2)), call.scalar(3)),
  );

const readGraph = (mode: 'backward' | 'extrapolate') => (call: Call) =>
  call.read(call.lookupOf(1), call.scalar(0), mode);

const graphUnits = (u: UnitCall): Measure => {
  u.of(0);
  return u.wanted;
};

/**
 * Functions of XMILE 1.0 (3.5, 4.8.4) and Stella that no function of Vensim is. The reader of XMILE writes these names;
 * no model can, since a name of a function there has no space.
 */
export const xmile: Readonly<Record<string, Builder>> = {
  ...conveyors,
  ...queues,
  'xmile delayn': builder('DELAYN(input, time, initial, n)', likeDelay, (call) => {
    const stages = orderOf(call, 3);
    return delay(call, call.scalar(2), stages);
  }),
  'xmile forcst': builder(
    'FORCST(input, averaging time, horizon, initial trend)',
    (u) => {
      u.inTime(1);
      u.inTime(2);
      return likeFirst(u);
    },
    (call) => {
      const { input, trend } = growth(call, call.scalar(3));
      return op('mul', input, op('add', num(1), op('mul', trend, call.scalar(2))));
    },
  ),
  'xmile graph discrete': builder('GRAPH(x, points)', graphUnits, readGraph('backward')),
  'xmile graph extrapolate': builder('GRAPH(x, points)', graphUnits, readGraph('extrapolate')),
  'xmile int': builder('INT(x)', likeFirst, (call) => op('floor', call.scalar(0))),
  /** A quotient of logarithms misses whole numbers by a bit: within two of the last bits, a whole number is meant. */
  'xmile log10': builder('LOG10(x)', allBare, (call) => {
    const y = call.lift(op('div', op('ln', call.scalar(0)), num(Math.LN10)), 'logarithm');
    const whole = op('floor', op('add', y, num(0.5)));
    const near = op('mul', num(4.5e-16), op('max', num(1), op('abs', y)));
    return op('if', op('le', op('abs', op('sub', y, whole)), near), whole, y);
  }),
  'xmile mod': builder(
    'a MOD b',
    allAlike,
    (call) => {
      const a = call.lift(call.scalar(0), 'dividend');
      const b = call.lift(call.scalar(1), 'divisor');
      return op('sub', a, op('mul', b, op('floor', op('div', a, b))));
    },
    { minArguments: 2, maxArguments: 2 },
  ),
  /** Net flow of a non-negative stock whose flows cannot be cut: not below what empties it in one step. */
  'xmile net': builder('NET(flow, stock)', flowUnits, (call) =>
    op('max', call.scalar(0), op('neg', op('div', call.scalar(1), num(call.time.step)))),
  ),
  /** The same where no rule says which flow is cut: no number rather than a wrong one. */
  'xmile net checked': builder('NET(flow, stock)', flowUnits, (call) => {
    const flow = call.lift(call.scalar(0), 'net flow of a non-negative stock, whose flows no rule cuts');
    const least = op('neg', op('div', call.scalar(1), num(call.time.step)));
    // A stock that is emptied to the last bit may miss zero by rounding.
    const slack = op('mul', num(1e-12), op('add', op('abs', least), num(1)));
    return op('if', op('ge', op('add', flow, slack), least), flow, num(Number.NaN));
  }),
  /** A flow, until its stock has no number. */
  'xmile while known': builder('WHILE KNOWN(flow, stock)', flowUnits, (call) =>
    op('if', op('ge', call.scalar(1), num(Number.NEGATIVE_INFINITY)), call.scalar(0), num(Number.NaN)),
  ),
  /** An outflow of a non-negative stock: at most what there is. */
  'xmile outflow': builder('OUTFLOW(asked, stock, inflows, earlier outflows)', flowUnits, (call) =>
    op('min', call.scalar(0), available(call)),
  ),
  /** An inflow of a non-negative stock that may run backward: takes at most what there is. */
  'xmile inflow': builder('INFLOW(asked, stock, other inflows)', flowUnits, (call) =>
    op(
      'max',
      call.scalar(0),
      op(
        'sub',
        num(0),
        op('max', num(0), op('add', op('div', call.scalar(1), num(call.time.step)), call.scalar(2))),
      ),
    ),
  ),
  'xmile pick': builder(
    'PICK(index, value)',
    (u) => {
      u.bare(0);
      let unit = u.of(1, u.wanted);
      for (let i = 2; i < u.count; i++) unit = u.alike(unit, u.of(i, u.wanted));
      return unit;
    },
    (call) => {
      const index = call.lift(op('floor', op('add', call.scalar(0), num(0.5))), 'index');
      const values = Array.from({ length: call.count - 1 }, (_, i) => call.scalar(i + 1));
      const [picked] = call.group('pick', [op('sub', index, num(1)), ...values], 1);
      const inside = op('and', op('ge', index, num(1)), op('le', index, num(values.length)));
      return op('if', inside, picked ?? num(0), num(0));
    },
    { minArguments: 2, maxArguments: 1001 },
  ),
  'xmile previous': builder('PREVIOUS(x, initial)', allAlike, (call) =>
    call.hide({ kind: 'memory', expr: call.scalar(0), init: call.scalar(1) }, 'previous'),
  ),
  /** The volume within one step, at the step nearest to the time; again at every interval, if there is one. */
  'xmile pulse': builder(
    'PULSE(volume, first, interval)',
    (u) => {
      u.inTime(1);
      u.inTime(2);
      return perTime(u, u.of(0));
    },
    (call) => {
      const { step } = call.time;
      const first = call.lift(call.scalar(1), 'first');
      const interval = call.lift(call.scalar(2), 'interval');
      const since = op('sub', op('add', now, num(step / 2)), first);
      const again = op('sub', since, op('mul', interval, op('floor', op('div', since, interval))));
      const fires = op('lt', op('if', op('gt', interval, num(0)), again, since), num(step));
      return op(
        'if',
        op('and', op('ge', since, num(0)), fires),
        op('div', call.scalar(0), num(step)),
        num(0),
      );
    },
  ),
  /** The place, from 1, of the element that is `rank`-th from below; equals keep their order; 0 where there is none. */
  'xmile rank': builder(
    'RANK(rank, array)',
    (u) => {
      u.bare(0);
      u.of(1);
      return dimensionless;
    },
    (call) => {
      const values = call.over(1).map(([value]) => value ?? num(0));
      const rank = call.lift(op('floor', op('add', call.scalar(0), num(0.5))), 'rank');
      const order = call.group('sortOrder', [num(1), ...values], values.length);
      const [place] = call.group('pick', [op('sub', rank, num(1)), ...order], 1);
      const inside = op('and', op('ge', rank, num(1)), op('le', rank, num(values.length)));
      return op('if', inside, op('add', place ?? num(0), num(1)), num(0));
    },
    { bindsMarked: true },
  ),
  'xmile round': builder('ROUND(x)', likeFirst, (call) => {
    const x = call.lift(call.scalar(0), 'x');
    return op('mul', op('sign', x), op('floor', op('add', op('abs', x), num(0.5))));
  }),
  'xmile safediv': builder(
    'SAFEDIV(a, b, otherwise)',
    (u) => u.alike(multiply(u.of(0), u.of(1), -1), u.of(2, u.wanted)),
    (call) => {
      const b = call.lift(call.scalar(1), 'divisor');
      return op('if', op('eq', b, num(0)), call.scalar(2), op('div', call.scalar(0), b));
    },
  ),
  'xmile smthn': builder('SMTHN(input, time, initial, n)', likeDelay, (call) => {
    const stages = orderOf(call, 3);
    return smooth(call, call.scalar(2), stages);
  }),
  'xmile trend': builder(
    'TREND(input, averaging time, initial trend)',
    (u) => {
      u.of(0);
      u.inTime(1);
      return perTime(u);
    },
    (call) => growth(call, call.scalar(2)).trend,
  ),
};
