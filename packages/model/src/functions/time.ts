import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { multiply } from '../syntax/unit.ts';
import { type Builder, builder, type Call } from './call.ts';
import { now, num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';
import { timesToBare } from './units.ts';

/** The time half a step on: what happens at a time happens in the step nearest to it, whatever the rounding. */
const halfStepOn = (call: Call): Scalar => op('add', now, num(call.time.step / 2));

/** Functions of the time. */
export const time: Readonly<Record<string, Builder>> = {
  /**
   * The time, or another by an offset. Vensim's other measures and references rest on the date that a model begins,
   * which is in the settings of its sketch, and on the clock.
   */
  'get time value': builder(
    'GET TIME VALUE(relative to, offset, measure)',
    (u) => {
      u.bare(0);
      u.inTime(1);
      u.bare(2);
      return u.time;
    },
    (call) => {
      if (call.constant(0) !== 0 || call.constant(2) !== 0) {
        call.fail(
          'MODEL_UNSUPPORTED',
          say(functionTexts.timeValue),
          say(functionTexts.timeValueHint),
          say(functionTexts.timeValueExpected),
        );
      }
      return op('add', now, call.scalar(1));
    },
  ),
  pulse: builder('PULSE(start, width)', timesToBare, (call) => {
    const from = call.lift(call.scalar(0), 'from');
    const t = halfStepOn(call);
    // At least one step long: a shorter pulse would be missed between two steps.
    const until = op('add', from, op('max', call.scalar(1), num(call.time.step)));
    return op('if', op('and', op('gt', t, from), op('lt', t, until)), num(1), num(0));
  }),
  'pulse train': builder('PULSE TRAIN(start, width, interval, end)', timesToBare, (call) => {
    const from = call.lift(call.scalar(0), 'from');
    const since = call.lift(op('sub', halfStepOn(call), from), 'since');
    const width = call.lift(op('max', call.scalar(1), num(call.time.step)), 'width');
    const interval = call.lift(call.scalar(2), 'interval');
    const until = call.lift(op('add', call.scalar(3), num(call.time.step / 2)), 'until');
    const running = op('and', op('gt', since, num(0)), op('lt', now, until));
    const into = call.lift(op('mod', since, interval), 'into');
    // As PULSE, each begins after its time: one halfway between two steps is on in the later, unless the last one still is.
    const begun = op('or', op('gt', into, num(0)), op('gt', width, interval));
    const within = op('and', begun, op('lt', into, width));
    // Without interval Vensim has one pulse, which is known only where it lasts until the end.
    const lasting = op(
      'if',
      op('gt', op('add', from, width), op('sub', until, num(call.time.step))),
      num(1),
      num(Number.NaN),
    );
    return op('if', running, op('if', op('gt', interval, num(0)), within, lasting), num(0));
  }),
  ramp: builder(
    'RAMP(slope, start, end)',
    (u) => {
      u.inTime(1);
      if (u.count > 2) u.inTime(2);
      return multiply(u.of(0), u.time, 1);
    },
    (call) => {
      const slope = call.lift(call.scalar(0), 'slope');
      const from = call.lift(call.scalar(1), 'from');
      const to = call.count > 2 ? call.lift(call.scalar(2), 'to') : num(call.time.stop);
      const rising = op('mul', slope, op('sub', op('min', now, to), from));
      // Beyond an end that was given before the start, tools differ; a start that is never reached is no ramp at all.
      const level = op('if', op('ge', to, from), rising, num(call.count > 2 ? Number.NaN : 0));
      return op('if', op('gt', now, from), level, num(0));
    },
    { minArguments: 2 },
  ),
  /** Another time base: `start + slope * Time`. */
  'time base': builder(
    'TIME BASE(start, slope)',
    (u) => {
      const unit = u.of(0, u.wanted);
      return u.alike(unit, multiply(u.of(1), u.time, 1));
    },
    (call) => op('add', call.scalar(0), op('mul', call.scalar(1), now)),
  ),
  step: builder(
    'STEP(height, time)',
    (u) => {
      u.inTime(1);
      return u.of(0, u.wanted);
    },
    (call) => op('if', op('gt', halfStepOn(call), call.scalar(1)), call.scalar(0), num(0)),
  ),
};
