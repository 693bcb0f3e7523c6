import type { Scalar } from '../program.ts';
import { say } from '../texts.ts';
import { multiply } from '../unit.ts';
import { type Builder, builder, type Call, type UnitCall } from './call.ts';
import { num, op } from './scalar.ts';
import { perTime } from './units.ts';

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

/** More steps than this would be as many helpers for one depreciation. */
const mostSteps = 200;

/** Functions of money over time. */
export const finance: Readonly<Record<string, Builder>> = {
  /**
   * In every step the sum of the stream of the last `time` divided by that time.
   *
   * Vensim's documentation leaves open how the fiscal period, the initial value and a step other than 1 work
   * together; where all of them are plain, its results are these.
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
      const [steps, fiscal, initial] = [1, 2, 3].map((i) => call.constant(i));
      const plain = call.time.step === 1 && fiscal === 1 && initial === 0 && call.time.method === 'euler';
      if (!plain || steps === undefined || !Number.isInteger(steps) || steps < 1 || steps > mostSteps) {
        return call.fail(
          'MODEL_UNSUPPORTED',
          say('depreciation'),
          say('depreciationHint'),
          say('depreciationExpected', { most: mostSteps }),
        );
      }
      let past = call.lift(call.scalar(0), 'stream');
      let sum = past;
      for (let i = 1; i < steps; i++) {
        past = call.hide({ kind: 'memory', expr: past, init: num(0) }, `stream ${i} before`);
        sum = op('add', sum, past);
      }
      return op('div', sum, num(steps));
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
