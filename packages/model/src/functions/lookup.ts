import type { GroupName, LookupMode, Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { multiply } from '../syntax/unit.ts';
import { type Builder, builder, type Call, type UnitCall } from './call.ts';
import { num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';

/** A lookup has the unit declared for it, whatever it is read at; points that are written out, that of the place. */
const likeLookup = (u: UnitCall) => {
  u.of(1);
  return u.of(0, u.wanted);
};

/** A lookup read in another way than usual. */
const readIn = (name: string, mode: LookupMode): Builder =>
  builder(`${name}(lookup, x)`, likeLookup, (call) => call.read(call.lookupOf(0), call.scalar(1), mode));

/** Something else that is asked of a lookup with two points or more. */
function ofWhole(call: Call, fn: GroupName, inputs: readonly Scalar[]): Scalar {
  const points = call.pointsOf(call.lookupOf(0));
  if (points.length < 2) {
    const detail = points.map(([x, y]) => `(${x},${y})`).join();
    call.fail(
      'MODEL_TABLE',
      say(functionTexts.badTable, { name: call.fn.toUpperCase(), detail }),
      say(functionTexts.twoPointsHint),
    );
  }
  const [value] = call.group(fn, inputs, 1, [...points.map(([x]) => x), ...points.map(([, y]) => y)]);
  return value ?? num(Number.NaN);
}

/** The number of the course of a data variable. */
function course(call: Call): number {
  const lookup = call.dataOf(0);
  if (lookup !== undefined) return lookup;
  return call.fail(
    'MODEL_UNSUPPORTED',
    say(functionTexts.notData, { fn: call.fn.toUpperCase() }),
    say(functionTexts.notDataHint),
    say(functionTexts.notDataExpected),
  );
}

/** First and last time of the data of a variable; no number where it has no data. */
function dataTimes(call: Call): readonly [first: number, last: number] {
  const points = call.pointsOf(course(call));
  return [points[0]?.[0] ?? Number.NaN, points.at(-1)?.[0] ?? Number.NaN];
}

const dataTime = (name: string, end: 0 | 1): Builder =>
  builder(
    `${name}(data)`,
    (u) => {
      u.of(0);
      return u.time;
    },
    (call) => num(dataTimes(call)[end]),
  );

/** Vensim's :NA:. */
const notAvailable = num(-(2 ** 109));

/** Functions that read lookups and data. */
export const lookups: Readonly<Record<string, Builder>> = {
  /**
   * Data at another time, interpolated. Of modes 1 and -1 Vensim's results are not those of its documentation.
   *
   * Source: Vensim documentation, GET DATA BETWEEN TIMES.
   */
  'get data between times': builder(
    'GET DATA BETWEEN TIMES(data, time, 0)',
    (u) => {
      u.inTime(1);
      u.bare(2);
      return u.of(0, u.wanted);
    },
    (call) => {
      if (call.constant(2) !== 0) {
        call.fail(
          'MODEL_UNSUPPORTED',
          say(functionTexts.dataMode),
          say(functionTexts.dataModeHint),
          say(functionTexts.dataModeExpected),
        );
      }
      const lookup = course(call);
      const [first, last] = dataTimes(call);
      const at = call.lift(call.scalar(1), 'time');
      const inside = op('and', op('ge', at, num(first)), op('le', at, num(last)));
      return op('if', inside, call.read(lookup, at), notAvailable);
    },
  ),
  'get data first time': dataTime('GET DATA FIRST TIME', 0),
  'get data last time': dataTime('GET DATA LAST TIME', 1),
  'lookup area': builder(
    'LOOKUP AREA(lookup, start, end)',
    (u) => multiply(u.of(0), u.alike(u.of(1), u.of(2)), 1),
    (call) => ofWhole(call, 'lookupArea', [call.scalar(1), call.scalar(2)]),
  ),
  'lookup backward': readIn('LOOKUP BACKWARD', 'backward'),
  'lookup extrapolate': readIn('LOOKUP EXTRAPOLATE', 'extrapolate'),
  'lookup forward': readIn('LOOKUP FORWARD', 'forward'),
  'lookup invert': builder(
    'LOOKUP INVERT(lookup, y)',
    (u) => {
      u.alike(u.of(0), u.of(1));
      return 'any';
    },
    (call) => ofWhole(call, 'lookupInvert', [call.scalar(1)]),
  ),
  'lookup slope': builder(
    'LOOKUP SLOPE(lookup, x, mode)',
    (u) => {
      u.bare(2);
      return multiply(u.of(0), u.of(1), -1);
    },
    (call) => ofWhole(call, 'lookupSlope', [call.scalar(1), call.scalar(2)]),
  ),
  tabxl: readIn('TABXL', 'extrapolate'),
  'with lookup': builder(
    'WITH LOOKUP(x, ((x1,y1),(x2,y2)))',
    (u) => {
      u.of(0);
      return u.wanted;
    },
    (call) => call.read(call.lookupOf(1), call.scalar(0)),
    { minArguments: 2, maxArguments: 2 },
  ),
};
