import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { type Builder, builder, type Call, type Parts } from './call.ts';
import { num, op, withInstead } from './scalar.ts';
import { functionTexts } from './texts.ts';
import { allAlike, likeDelay, likeFirst, perTime } from './units.ts';

const wholeRightSide = (call: Call): never =>
  call.fail(
    'MODEL_SYNTAX',
    say(functionTexts.onlyAsEquation, { fn: call.fn.toUpperCase() }),
    say(functionTexts.onlyAsEquationHint, { fn: call.fn.toUpperCase() }),
    say(functionTexts.wholeRightSideExpected, { fn: call.fn.toUpperCase() }),
  );

/** A number of stages: read at the start, as Vensim does, so that a later change is without effect. */
function orderOf(call: Call, i: number): number {
  const value = call.atStart(i);
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > 100) {
    return call.fail(
      'MODEL_UNSUPPORTED',
      say(functionTexts.order, { fn: call.fn.toUpperCase() }),
      say(functionTexts.orderHint),
    );
  }
  return value;
}

/** n stocks in a row, each of a share 1/n of the time: SMOOTH (1), SMOOTH3 (3). */
export function smooth(call: Call, start: Scalar | undefined, stages: number): Scalar {
  const x = call.scalar(0);
  const t = call.scalar(1);
  let input = call.lift(x, 'input');
  const share = call.lift(stages === 1 ? t : op('div', t, num(stages)), 'delay time');
  const init = start ?? input;
  for (let stage = 1; stage <= stages; stage++) {
    const level = call.hide({ kind: 'stock', expr: num(0), init }, `smooth level ${stage}`);
    call.replace(level, { expr: op('div', op('sub', input, level), share) });
    input = level;
  }
  return input;
}

/** n stocks in a row that pass material on: what goes in comes out, also when the delay time changes. */
export function delay(call: Call, start: Scalar | undefined, stages: number): Scalar {
  const x = call.scalar(0);
  const t = call.scalar(1);
  let flow = call.lift(x, 'input');
  const share = call.lift(stages === 1 ? t : op('div', t, num(stages)), 'delay time');
  const init = op('mul', start ?? flow, share);
  for (let stage = 1; stage <= stages; stage++) {
    const level = call.hide({ kind: 'stock', expr: num(0), init }, `delay level ${stage}`);
    const out = call.hide({ expr: op('div', level, share) }, `delay outflow ${stage}`);
    call.replace(level, { expr: op('sub', flow, out) });
    flow = out;
  }
  return flow;
}

/**
 * DELAY N: like {@link delay}, but Vensim takes fewer stages where a stage would be shorter than a time step, as
 * read at the start. How many is known only in the run, so every stage is there and the last one used gives the flow.
 *
 * When its time changes, the second of two stages takes the new time one step later: so Vensim's results are in the
 * public test models. Of one stage, or of three and more, none are known, so those need a time that stays.
 */
function delayOfOrder(call: Call, start: Scalar, stages: number): Scalar {
  const { step } = call.time;
  const t = call.scalar(1);
  const steady = call.steady(t);
  if (!steady && stages !== 2) {
    const fill = { fn: call.fn.toUpperCase(), stages };
    return call.fail(
      'MODEL_UNSUPPORTED',
      say(functionTexts.delayTimeOfStages, fill),
      say(functionTexts.delayTimeOfStagesHint),
    );
  }
  if (steady && (stages === 1 || (t.k === 'n' && t.v / stages >= step))) return delay(call, start, stages);
  const time = call.lift(t, 'delay time');
  const fitting = op('trunc', op('add', op('div', time, num(step)), num(1e-6)));
  const used = call.hide(
    { kind: 'initial', expr: op('max', num(1), op('min', num(stages), fitting)) },
    'delay order',
  );
  let share = call.hide({ expr: op('div', time, used) }, 'delay time of a stage');
  const init = op('mul', start, share);
  let flow = call.lift(call.scalar(0), 'input');
  let result = flow;
  for (let stage = 1; stage <= stages; stage++) {
    const level = call.hide({ kind: 'stock', expr: num(0), init }, `delay level ${stage}`);
    const out = call.hide({ expr: op('div', level, share) }, `delay outflow ${stage}`);
    call.replace(level, { expr: op('sub', flow, out) });
    flow = out;
    const fewer = steady || stage > 1 ? out : num(Number.NaN);
    result = stage === 1 ? fewer : op('if', op('ge', used, num(stage)), out, result);
    if (!steady && stage < stages) {
      share = call.hide({ kind: 'memory', expr: share, init: share }, 'delay time a step before');
    }
  }
  return result;
}

/** What {@link Call.hide} makes of a delay of fixed time, or the variable itself. */
const fixedDelay = (call: Call): Parts => ({
  kind: 'delay',
  expr: call.scalar(0),
  delay: call.scalar(1),
  init: call.scalar(2),
});

/** A delay whose time may change, where it does not: then it is DELAY FIXED, says Vensim's documentation. */
function steadyDelay(call: Call): Parts {
  if (call.constant(1) === undefined) {
    call.fail(
      'MODEL_UNSUPPORTED',
      say(functionTexts.delayChanges, { fn: call.fn.toUpperCase() }),
      say(functionTexts.delayChangesHint),
      say(functionTexts.delayChangesExpected),
    );
  }
  return fixedDelay(call);
}

/** The average that TREND and FORECAST compare their input with. */
function average(
  call: Call,
  start: (input: Scalar, time: Scalar) => Scalar,
): { input: Scalar; time: Scalar; average: Scalar } {
  const input = call.lift(call.scalar(0), 'input');
  const time = call.lift(call.scalar(1), 'delay time');
  const level = call.hide({ kind: 'stock', expr: num(0), init: start(input, time) }, 'average');
  call.replace(level, { expr: op('div', op('sub', input, level), time) });
  return { input, time, average: level };
}

/** What something was at the start of the run. */
const initial = (form: string): Builder =>
  builder(form, likeFirst, (call) => call.hide({ kind: 'initial', expr: call.scalar(0) }, call.fn), {
    asEquation: (call) => ({ kind: 'initial', expr: call.scalar(0) }),
  });

/** Stocks, and functions with a memory. */
export const delays: Readonly<Record<string, Builder>> = {
  'active initial': builder(
    'ACTIVE INITIAL(active, initial)',
    allAlike,
    (call) => call.hide({ expr: call.scalar(0), init: call.scalar(1) }, call.fn),
    { asEquation: (call) => ({ expr: call.scalar(0), init: call.scalar(1) }) },
  ),
  'delay fixed': builder(
    'DELAY FIXED(input, delay time, initial)',
    likeDelay,
    (call) => call.hide(fixedDelay(call), call.fn),
    { asEquation: fixedDelay },
  ),
  'delay information': builder(
    'DELAY INFORMATION(input, delay time, initial)',
    likeDelay,
    (call) => call.hide(steadyDelay(call), call.fn),
    { asEquation: steadyDelay },
  ),
  'delay material': builder(
    'DELAY MATERIAL(input, delay time, initial, missing)',
    (u) => {
      u.inTime(1);
      return u.alike(u.alike(u.of(0, u.wanted), u.of(2, u.wanted)), u.of(3, u.wanted));
    },
    (call) => call.hide(steadyDelay(call), call.fn),
    { asEquation: steadyDelay },
  ),
  'delay n': builder('DELAY N(input, delay time, initial, order)', likeDelay, (call) =>
    delayOfOrder(call, call.scalar(2), orderOf(call, 3)),
  ),
  delay1: builder('DELAY1(input, delay time)', likeDelay, (call) => delay(call, undefined, 1)),
  delay1i: builder('DELAY1I(input, delay time, initial)', likeDelay, (call) =>
    delay(call, call.scalar(2), 1),
  ),
  delay3: builder('DELAY3(input, delay time)', likeDelay, (call) => delay(call, undefined, 3)),
  delay3i: builder('DELAY3I(input, delay time, initial)', likeDelay, (call) =>
    delay(call, call.scalar(2), 3),
  ),
  forecast: builder(
    'FORECAST(input, average time, horizon)',
    (u) => {
      u.inTime(1);
      u.inTime(2);
      return u.of(0, u.wanted);
    },
    (call) => {
      const of = average(call, (x) => x);
      const gap = op('sub', of.input, of.average);
      const growth = op('xidz', gap, op('mul', of.time, of.average), num(0));
      return op('mul', of.input, op('add', num(1), op('mul', growth, call.scalar(2))));
    },
  ),
  initial: initial('INITIAL(x)'),
  integ: builder(
    'INTEG(rate, initial)',
    (u) => {
      u.as(0, perTime(u, u.wanted));
      u.as(1, u.wanted);
      return u.wanted;
    },
    wholeRightSide,
    { asEquation: (call) => ({ kind: 'stock', expr: call.scalar(0), init: call.scalar(1) }) },
  ),
  /** Differs from INITIAL only in a game that is taken up again, which a run is not. Source: Vensim documentation. */
  reinitial: initial('REINITIAL(x)'),
  'sample if true': builder(
    'SAMPLE IF TRUE(condition, input, initial)',
    (u) => {
      u.bare(0);
      return u.alike(u.of(1, u.wanted), u.of(2, u.wanted));
    },
    (call) => {
      const memory = call.hide({ kind: 'memory', expr: num(0), init: call.scalar(2) }, 'held');
      const value = call.hide({ expr: op('if', call.scalar(0), call.scalar(1), memory) }, 'sampled');
      call.replace(memory, { expr: value });
      return value;
    },
    {
      // The variable may name itself: what it held until now, as in a highest value so far.
      asEquation: (call) => {
        const own = { k: 'r', e: call.self } as const;
        const memory = call.hide({ kind: 'memory', expr: own, init: call.scalar(2) }, 'held');
        const [condition, input] = [0, 1].map((i) => withInstead(call.scalar(i), call.self, memory));
        return { expr: op('if', condition ?? num(0), input ?? num(0), memory) };
      },
    },
  ),
  smooth: builder('SMOOTH(input, delay time)', likeDelay, (call) => smooth(call, undefined, 1)),
  'smooth n': builder('SMOOTH N(input, delay time, initial, order)', likeDelay, (call) =>
    smooth(call, call.scalar(2), orderOf(call, 3)),
  ),
  smooth3: builder('SMOOTH3(input, delay time)', likeDelay, (call) => smooth(call, undefined, 3)),
  smooth3i: builder('SMOOTH3I(input, delay time, initial)', likeDelay, (call) =>
    smooth(call, call.scalar(2), 3),
  ),
  smoothi: builder('SMOOTHI(input, delay time, initial)', likeDelay, (call) =>
    smooth(call, call.scalar(2), 1),
  ),
  trend: builder(
    'TREND(input, average time, initial trend)',
    (u) => {
      u.inTime(1);
      u.of(0);
      u.as(2, perTime(u));
      return perTime(u);
    },
    (call) => {
      const of = average(call, (x, t) => op('div', x, op('add', num(1), op('mul', call.scalar(2), t))));
      const gap = op('sub', of.input, of.average);
      return op('xidz', gap, op('mul', of.time, op('abs', of.average)), num(0));
    },
  ),
};
