import type { GroupName, Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { dimensionless } from '../syntax/unit.ts';
import { type Builder, builder, type Call, type UnitCall } from './call.ts';
import { num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';

const { NaN: nan } = Number;

/** The uniform number of a call. Lifted, so that one time step has one draw however often it is used. */
const uniform = (call: Call, label?: string): Scalar =>
  call.lift({ k: 'd', stream: call.stream(label) }, 'draw');

/** One draw: the group is given the uniform number and these inputs. */
function drawn(
  call: Call,
  fn: GroupName,
  inputs: readonly Scalar[],
  settings?: readonly number[],
  label?: string,
): Scalar {
  const [value] = call.group(fn, [uniform(call, label), ...inputs], 1, settings);
  return value ?? num(nan);
}

/** The places of the common arguments of a random function. */
interface Places {
  readonly min: number;
  readonly max: number;
  readonly shift: number;
  readonly stretch: number;
}

/** A draw with the common arguments at these places. */
const stretched = (
  call: Call,
  fn: GroupName,
  { min, max, shift, stretch }: Places,
  parameters: readonly Scalar[],
  settings?: readonly number[],
): Scalar =>
  drawn(call, fn, [...[min, max, shift, stretch].map((i) => call.scalar(i)), ...parameters], settings);

/** Least, greatest, shift and stretch share the unit of the result; every other argument has none. */
const scaled =
  ({ min, max, shift, stretch }: Places) =>
  (u: UnitCall) => {
    let unit = u.of(min, u.wanted);
    for (const i of [max, shift, stretch]) unit = u.alike(unit, u.of(i, u.wanted));
    for (let i = 0; i < u.count; i++) if (![min, max, shift, stretch].includes(i)) u.bare(i);
    return unit;
  };

/** A random function with `parameters` arguments between the bounds and the shift. */
function random(name: string, fn: GroupName, parameters: readonly string[] = []): Builder {
  const n = parameters.length;
  const places = { min: 0, max: 1, shift: 2 + n, stretch: 3 + n };
  const form = `${name}(${['min', 'max', ...parameters, 'shift', 'stretch', 'seed'].join(', ')})`;
  return builder(form, scaled(places), (call) =>
    stretched(
      call,
      fn,
      places,
      parameters.map((_, i) => call.scalar(2 + i)),
    ),
  );
}

const lookupPlaces = { min: 1, max: 2, shift: 3, stretch: 4 };

/**
 * Random numbers: one draw per call, element, future and time step, from one uniform number by inversion. The draws
 * are our own, not Vensim's: fixed by the seed of the run, the future, the name of the variable and the time step.
 * The last argument, Vensim's stream, changes nothing, nor does NOISE SEED.
 *
 * Source: Vensim documentation, RANDOM functions and RANDOM PINK NOISE. Bounds cut the distribution after it is
 * stretched and shifted; they heap nothing at the ends.
 */
export const randoms: Readonly<Record<string, Builder>> = {
  'random 0 1': builder(
    'RANDOM 0 1()',
    () => dimensionless,
    (call) => uniform(call),
  ),
  'random beta': random('RANDOM BETA', 'betaDraw', ['alpha', 'beta']),
  'random binomial': random('RANDOM BINOMIAL', 'binomialDraw', ['probability', 'trials']),
  'random exponential': random('RANDOM EXPONENTIAL', 'exponentialDraw'),
  'random gamma': random('RANDOM GAMMA', 'gammaDraw', ['order']),
  'random lookup': builder(
    'RANDOM LOOKUP(lookup, min, max, shift, stretch, seed)',
    (u) => {
      u.of(0);
      let unit = u.of(1, u.wanted);
      for (const i of [2, 3, 4]) unit = u.alike(unit, u.of(i, u.wanted));
      u.bare(5);
      return unit;
    },
    (call) => {
      const points = call.pointsOf(call.lookupOf(0));
      if (points.length < 2 || points.some(([, y]) => y < 0) || points.every(([, y]) => y === 0)) {
        call.fail(
          'MODEL_TABLE',
          say(functionTexts.notADensity, { fn: call.fn.toUpperCase() }),
          say(functionTexts.notADensityHint),
        );
      }
      return stretched(call, 'densityDraw', lookupPlaces, [], points.flat());
    },
  ),
  'random negative binomial': random('RANDOM NEGATIVE BINOMIAL', 'negativeBinomialDraw', [
    'probability',
    'successes',
  ]),
  'random normal': builder(
    'RANDOM NORMAL(min, max, mean, standard deviation, seed)',
    scaled({ min: 0, max: 1, shift: 2, stretch: 3 }),
    (call) => stretched(call, 'normalDraw', { min: 0, max: 1, shift: 2, stretch: 3 }, []),
  ),
  'random pink noise': builder(
    'RANDOM PINK NOISE(mean, standard deviation, correlation time, seed)',
    (u) => {
      u.inTime(2);
      u.bare(3);
      return u.alike(u.of(0, u.wanted), u.of(1, u.wanted));
    },
    (call) => {
      // White noise through a first-order smooth, made so large that the result has the deviation asked for.
      if (call.time.method !== 'euler') {
        call.fail(
          'MODEL_UNSUPPORTED',
          say(functionTexts.eulerOnly, { fn: call.fn.toUpperCase() }),
          say(functionTexts.eulerOnlyHint),
        );
      }
      const mean = call.lift(call.scalar(0), 'mean');
      const deviation = call.lift(call.scalar(1), 'standard deviation');
      const time = call.lift(call.scalar(2), 'correlation time');
      const white = (label: string): Scalar =>
        drawn(call, 'normalDraw', [num(-6), num(6), num(0), num(1)], undefined, label);
      const part = call.lift(op('div', num(call.time.step), time), 'step of the correlation time');
      const size = op('sqrt', op('div', op('sub', num(2), part), part));
      const noise = op('add', mean, op('mul', op('mul', white('white noise'), deviation), size));
      const level = call.hide(
        { kind: 'stock', expr: num(0), init: op('add', mean, op('mul', deviation, white('initial noise'))) },
        'pink noise',
      );
      call.replace(level, { expr: op('div', op('sub', noise, level), time) });
      return level;
    },
  ),
  'random poisson': random('RANDOM POISSON', 'poissonDraw', ['mean']),
  'random triangular': builder(
    'RANDOM TRIANGULAR(min, max, start, peak, stop, seed)',
    (u) => {
      let unit = u.of(0, u.wanted);
      for (let i = 1; i < 5; i++) unit = u.alike(unit, u.of(i, u.wanted));
      u.bare(5);
      return unit;
    },
    (call) =>
      drawn(
        call,
        'triangularDraw',
        [0, 1, 2, 3, 4].map((i) => call.scalar(i)),
      ),
  ),
  'random uniform': builder(
    'RANDOM UNIFORM(min, max, seed)',
    (u) => {
      u.bare(2);
      return u.alike(u.of(0, u.wanted), u.of(1, u.wanted));
    },
    (call) => {
      const [least, most] = [call.lift(call.scalar(0), 'least'), call.lift(call.scalar(1), 'most')];
      const value = op('add', least, op('mul', op('sub', most, least), uniform(call)));
      return op('if', op('le', least, most), value, num(nan));
    },
  ),
  'random weibull': random('RANDOM WEIBULL', 'weibullDraw', ['shape']),
};
