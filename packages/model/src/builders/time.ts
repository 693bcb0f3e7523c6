import type { Scalar } from '../program.ts';
import { multiply } from '../unit.ts';
import { type Builder, builder, type Call } from './call.ts';
import { now, num, op } from './scalar.ts';
import { timesToBare } from './units.ts';

/** The time half a step on: what happens at a time happens in the step nearest to it, whatever the rounding. */
const nearly = (call: Call): Scalar => op('add', now, num(call.time.step / 2));

/** Functions of the time. */
export const time: Readonly<Record<string, Builder>> = {
  pulse: builder('PULSE(start, width)', timesToBare, (call) => {
    const from = call.lift(call.scalar(0), 'from');
    const t = nearly(call);
    // At least one step long: a shorter pulse would be missed between two steps.
    const until = op('add', from, op('max', call.scalar(1), num(call.time.step)));
    return op('if', op('and', op('gt', t, from), op('lt', t, until)), num(1), num(0));
  }),
  'pulse train': builder('PULSE TRAIN(start, width, interval, end)', timesToBare, (call) => {
    const from = call.lift(call.scalar(0), 'from');
    const since = op('sub', nearly(call), from);
    const width = op('max', call.scalar(1), num(call.time.step));
    const until = op('add', call.scalar(3), num(call.time.step / 2));
    const running = op('and', op('gt', since, num(0)), op('lt', now, until));
    return op('if', op('and', running, op('lt', op('mod', since, call.scalar(2)), width)), num(1), num(0));
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
      return op('if', op('gt', now, from), op('if', op('gt', to, from), rising, num(0)), num(0));
    },
    { least: 2 },
  ),
  step: builder(
    'STEP(height, time)',
    (u) => {
      u.inTime(1);
      return u.of(0, u.wanted);
    },
    (call) => op('if', op('gt', nearly(call), call.scalar(1)), call.scalar(0), num(0)),
  ),
};
