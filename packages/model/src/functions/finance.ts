import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { multiply } from '../syntax/unit.ts';
import { type Builder, builder, type Call, type UnitCall } from './call.ts';
import { num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';
import { perTime } from './units.ts';
import { rowOf } from './vector.ts';

const presentValueUnits = (u: UnitCall) => {
  u.as(1, perTime(u));
  u.bare(3);
  const value = multiply(u.of(0), u.time, 1);
  return u.alike(value, u.of(2, value));
};

/** The value at the start of a stream until now; `first` is the discount factor of the first step. */
function presentValue(call: Call, first: (perStep: Scalar) => Scalar): Scalar {
  const step = num(call.time.step);
  const stream = call.lift(call.scalar(0), 'stream');
  const rate = call.lift(call.scalar(1), 'discount rate');
  const perStep = call.lift(op('add', num(1), op('mul', rate, step)), 'discount per step');
  const factor = call.hide({ kind: 'stock', expr: num(0), init: first(perStep) }, 'discount factor');
  call.replace(factor, { expr: op('div', op('mul', op('neg', factor), rate), perStep) });
  const before = call.hide(
    { kind: 'stock', expr: op('mul', stream, factor), init: call.scalar(2) },
    'present value before',
  );
  const current = op('mul', op('mul', stream, step), factor);
  return op('mul', op('add', before, current), call.scalar(3));
}

/** More periods than this would be as many helpers for one depreciation. */
const maxPeriods = 200;

/** How many fiscal periods a depreciation lasts, where each is one step of a run: only there is it certain when one ends. */
function periodsOf(call: Call, life: number | undefined, fiscal: number | undefined): number {
  if (life === undefined || fiscal === undefined) return doubtful(call);
  const periods = Math.round(life / fiscal);
  const exact = Math.abs(periods * fiscal - life) <= 1e-9 * Math.abs(life);
  const plain = fiscal === call.time.step && call.time.method === 'euler';
  if (plain && exact && periods >= 1 && periods <= maxPeriods) return periods;
  return doubtful(call);
}

const doubtful = (call: Call): never =>
  call.fail(
    'MODEL_UNSUPPORTED',
    say(functionTexts.depreciation, { fn: call.fn.toUpperCase() }),
    say(functionTexts.depreciationHint),
    say(
      call.fn === 'depreciate by schedule'
        ? functionTexts.scheduleExpected
        : functionTexts.depreciationExpected,
      {
        most: maxPeriods,
      },
    ),
  );

/** The stream of this period and of those before; before the run it was `initial`. */
function periodsBack(call: Call, periods: number, initial: Scalar): Scalar[] {
  const streams = [call.lift(call.scalar(0), 'stream')];
  for (let i = 1; i < periods; i++) {
    const expr = streams[i - 1] ?? num(0);
    streams.push(call.hide({ kind: 'memory', expr, init: initial }, `stream ${i} before`));
  }
  return streams;
}

const sum = (terms: readonly Scalar[]): Scalar => terms.reduce((a, b) => op('add', a, b));

/** Functions of money over time. */
export const finance: Readonly<Record<string, Builder>> = {
  /**
   * Each period's stream falls due in that period and in those after it, by the shares of a schedule.
   *
   * Source: Vensim documentation, DEPRECIATE BY SCHEDULE. It leaves open how an initial depreciation other than
   * nothing is scaled, and what is within a fiscal period of several steps.
   */
  'depreciate by schedule': builder(
    'DEPRECIATE BY SCHEDULE(stream, schedule, initial, depreciation time, fiscal start)',
    (u) => {
      u.of(1);
      u.inTime(3);
      u.inTime(4);
      const unit = u.of(0, u.wanted);
      return u.alike(unit, u.of(2, unit));
    },
    (call) => {
      const schedule = rowOf(call, 1);
      const life = call.constant(3);
      const begins = call.atStart(4);
      if (life === undefined || begins === undefined) return doubtful(call);
      const periods = periodsOf(call, life, life / schedule.length);
      const late = (begins - call.time.start) / call.time.step;
      if (call.constant(2) !== 0 || Math.abs(late - Math.round(late)) > 1e-9 || Number.isNaN(late))
        return doubtful(call);
      const due = periodsBack(call, periods, num(0)).map((stream, i) =>
        op('mul', stream, schedule[i] ?? num(Number.NaN)),
      );
      return op('div', sum(due), call.lift(sum(schedule), 'whole schedule'));
    },
  ),
  /**
   * In every period the sum of the stream of the last periods of depreciation divided by their number; as if the stream
   * had been `initial` before the run.
   *
   * Source: Vensim documentation, DEPRECIATE STRAIGHTLINE. It leaves open when a fiscal period of several steps begins.
   */
  'depreciate straightline': builder(
    'DEPRECIATE STRAIGHTLINE(stream, depreciation time, fiscal period, initial)',
    (u) => {
      u.inTime(1);
      u.inTime(2);
      const unit = u.of(0, u.wanted);
      return u.alike(unit, u.of(3, unit));
    },
    (call) => {
      const periods = periodsOf(call, call.constant(1), call.constant(2));
      return op('div', sum(periodsBack(call, periods, call.scalar(3))), num(periods));
    },
  ),
  /** Source: Vensim documentation, NPV, with the three equations it gives. */
  npv: builder('NPV(stream, discount rate, initial, factor)', presentValueUnits, (call) =>
    presentValue(call, () => num(1)),
  ),
  /** The same with each step's stream discounted at the end of the step. Source: Vensim documentation, NPVE. */
  npve: builder('NPVE(stream, discount rate, initial, factor)', presentValueUnits, (call) =>
    presentValue(call, (perStep) => op('div', num(1), perStep)),
  ),
};
