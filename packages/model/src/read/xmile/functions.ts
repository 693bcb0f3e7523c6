import type { Text } from '../../problems/say.ts';
import type { Expression } from '../../syntax/ast.ts';
import { binary, call, number } from './expressions.ts';
import type { Specs } from './specs.ts';
import { xmileTexts } from './texts.ts';

/** Properties of the file that the meaning of a function depends on. */
export interface Place {
  readonly specs: Specs;
  /** Written by Vensim: INT and MOD cut towards zero there, as its own functions do. */
  readonly vensim: boolean;
  /** Written by Stella. */
  readonly stella: boolean;
}

interface Mapping {
  readonly minArguments: number;
  readonly maxArguments: number;
  readonly form: string;
  /** The call in functions of the resolver; a text is why it cannot be computed. */
  readonly make: (args: readonly Expression[], place: Place) => Expression | Text;
}

const at = (args: readonly Expression[], i: number): Expression => args[i] ?? number(0);

function mapping(form: string, make: Mapping['make'], least?: number): Mapping {
  const inside = form.slice(form.indexOf('(') + 1, -1).replace(/[[\]]/g, '');
  const most = inside === '' ? 0 : inside.split(',').length;
  const optional =
    /\[,?([^\]]*)\]/
      .exec(form)?.[1]
      ?.split(',')
      .filter((part) => part.trim() !== '').length ?? 0;
  return { form, maxArguments: most, minArguments: least ?? most - optional, make };
}

/** A function of two numbers or more. */
const ofMany = (form: string, make: Mapping['make']): Mapping => ({
  form,
  minArguments: 2,
  maxArguments: 100,
  make,
});

/** A function that has the same meaning under another name. */
const same = (form: string, fn: string): Mapping => mapping(form, (args) => call(fn, ...args));

/** A function whose last argument may be left out, with another name where it is there. */
const withInitial = (form: string, fn: string, initial: string): Mapping =>
  mapping(form, (args) => call(args.length > 2 ? initial : fn, ...args));

const mean = (args: readonly Expression[]): Expression =>
  binary(
    '/',
    args.reduce((a, b) => binary('+', a, b)),
    number(args.length),
  );

/** A draw from a normal distribution without bounds. */
const normal = (mean: Expression, deviation: Expression, seed: Expression): Expression =>
  call(
    'RANDOM NORMAL',
    number(Number.NEGATIVE_INFINITY),
    number(Number.POSITIVE_INFINITY),
    mean,
    deviation,
    seed,
  );

/** Folds a function of two over more arguments. */
const folded =
  (fn: string) =>
  (args: readonly Expression[]): Expression =>
    args.reduce((a, b) => call(fn, a, b));

/**
 * The functions of XMILE 1.0 (3.5) and those of Stella that mean the same everywhere, by canonical name, each in
 * functions of the resolver. Functions over arrays are in the translator.
 */
export const functions: Readonly<Record<string, Mapping>> = {
  abs: same('ABS(x)', 'ABS'),
  arccos: same('ARCCOS(x)', 'ARCCOS'),
  arcsin: same('ARCSIN(x)', 'ARCSIN'),
  arctan: same('ARCTAN(x)', 'ARCTAN'),
  cos: same('COS(x)', 'COS'),
  delay: mapping('DELAY(input, time[, initial])', (args) =>
    call('DELAY FIXED', at(args, 0), at(args, 1), at(args, args.length > 2 ? 2 : 0)),
  ),
  delay1: withInitial('DELAY1(input, time[, initial])', 'DELAY1', 'DELAY1I'),
  delay3: withInitial('DELAY3(input, time[, initial])', 'DELAY3', 'DELAY3I'),
  delayn: mapping('DELAYN(input, time, n[, initial])', (args) =>
    call('XMILE DELAYN', at(args, 0), at(args, 1), at(args, args.length > 3 ? 3 : 0), at(args, 2)),
  ),
  dt: mapping('DT()', (_, { specs }) => number(specs.step)),
  exp: same('EXP(x)', 'EXP'),
  exprnd: mapping('EXPRND(mean[, seed])', (args) =>
    call(
      'RANDOM EXPONENTIAL',
      number(0),
      number(Number.POSITIVE_INFINITY),
      number(0),
      at(args, 0),
      at(args, 1),
    ),
  ),
  forcst: mapping('FORCST(input, time, horizon[, initial])', (args) =>
    call('XMILE FORCST', at(args, 0), at(args, 1), at(args, 2), at(args, 3)),
  ),
  'if then else': same('IF_THEN_ELSE(condition, then, else)', 'IF THEN ELSE'),
  inf: mapping('INF()', () => number(Number.POSITIVE_INFINITY, 'INF')),
  init: same('INIT(x)', 'INITIAL'),
  int: mapping('INT(x)', (args, { vensim }) => call(vensim ? 'INTEGER' : 'XMILE INT', at(args, 0))),
  ln: same('LN(x)', 'LN'),
  logn: same('LOGN(x)', 'LN'),
  log10: same('LOG10(x)', 'XMILE LOG10'),
  log: same('LOG(x, base)', 'LOG'),
  lognormal: mapping('LOGNORMAL(mean, standard deviation[, seed])', (args) => {
    // The logarithm has variance ln(1 + (s/m)^2), and half of that lies between its mean and ln m.
    const ratio = binary('/', at(args, 1), at(args, 0));
    const variance = call('LN', binary('+', number(1), binary('*', ratio, ratio)));
    const mean = binary('-', call('LN', at(args, 0)), binary('/', variance, number(2)));
    return call('EXP', normal(mean, call('SQRT', variance), at(args, 2)));
  }),
  max: ofMany('MAX(a, b)', folded('MAX')),
  min: ofMany('MIN(a, b)', folded('MIN')),
  mean: ofMany('MEAN(a, b)', mean),
  mod: mapping('MOD(a, b)', (args, { vensim }) =>
    call(vensim ? 'MODULO' : 'XMILE MOD', at(args, 0), at(args, 1)),
  ),
  nan: mapping('NAN()', () => number(Number.NaN, 'NAN')),
  normal: mapping('NORMAL(mean, standard deviation[, seed])', (args) =>
    normal(at(args, 0), at(args, 1), at(args, 2)),
  ),
  percent: mapping('PERCENT(x)', (args) => binary('*', at(args, 0), number(100))),
  pi: mapping('PI()', () => number(Math.PI, 'PI')),
  previous: same('PREVIOUS(x, initial)', 'XMILE PREVIOUS'),
  pulse: mapping('PULSE(volume, first[, interval])', (args, { stella, specs }) =>
    // Without an interval once by the standard (3.5.4), and in every step by the manual of Stella (Test input builtins).
    call('XMILE PULSE', at(args, 0), at(args, 1), args[2] ?? number(stella ? specs.step : 0)),
  ),
  ramp: mapping('RAMP(slope[, start, end])', (args, { specs }) =>
    call('RAMP', at(args, 0), args[1] ?? number(specs.start), ...args.slice(2)),
  ),
  random: mapping('RANDOM(min, max[, seed])', (args) =>
    call('RANDOM UNIFORM', at(args, 0), at(args, 1), at(args, 2)),
  ),
  round: same('ROUND(x)', 'XMILE ROUND'),
  safediv: mapping('SAFEDIV(a, b[, otherwise])', (args) =>
    call('XMILE SAFEDIV', at(args, 0), at(args, 1), at(args, 2)),
  ),
  sin: same('SIN(x)', 'SIN'),
  smth1: withInitial('SMTH1(input, time[, initial])', 'SMOOTH', 'SMOOTHI'),
  smth3: withInitial('SMTH3(input, time[, initial])', 'SMOOTH3', 'SMOOTH3I'),
  smthn: mapping('SMTHN(input, time, n[, initial])', (args) =>
    call('XMILE SMTHN', at(args, 0), at(args, 1), at(args, args.length > 3 ? 3 : 0), at(args, 2)),
  ),
  sqrt: same('SQRT(x)', 'SQRT'),
  starttime: mapping('STARTTIME()', (_, { specs }) => number(specs.start)),
  step: same('STEP(height, time)', 'STEP'),
  stoptime: mapping('STOPTIME()', (_, { specs }) => number(specs.stop)),
  tan: same('TAN(x)', 'TAN'),
  time: mapping('TIME()', () => ({ kind: 'name', name: 'Time', subs: [] })),
  trend: mapping('TREND(input, time[, initial])', (args) =>
    call('XMILE TREND', at(args, 0), at(args, 1), at(args, 2)),
  ),
};

/** Functions of Stella that are known and not computed: their numbers would be a guess. */
export const refusedFunctions: Readonly<Record<string, Text>> = Object.fromEntries(
  (
    [
      [
        xmileTexts.xmileAltMemory,
        'counter, cyclecount, endval, history, derivn, arrest, sensirunnumber, ltm, runcount, elapsed',
      ],
      [
        xmileTexts.xmileAltQueue,
        'cooktime, ctflow, ctmax, ctmean, ctmin, ctstddev, cyclect, qelem, qlen, oststate, throughput, transtime, convleak, agecount',
      ],
      [xmileTexts.xmileAltMoney, 'fv, irr, npv, pmt, pv'],
      [
        xmileTexts.xmileAltRandom,
        'beta, binomial, gamma, geometric, logistic, montecarlo, negbinomial, pareto, poisson, triangular, weibull',
      ],
      [
        xmileTexts.xmileAltArray,
        'stddev, lookupmean, lookuparea, lookupxy, lookupinv, interpolate, select, sorted',
      ],
      [xmileTexts.xmileAltAllocate, 'allocate'],
      [
        xmileTexts.xmileAltWave,
        'coswave, sinwave, cgrowth, combinations, factorial, invnorm, normalcdf, permutations, rootn, gammaln',
      ],
    ] as const
  ).flatMap(([alternative, names]) => names.split(', ').map((fn) => [fn, alternative])),
);

/** Whether a name is that of a function without arguments, as TIME is. */
export const isConstantName = (key: string): boolean =>
  Object.hasOwn(functions, key) && functions[key]?.maxArguments === 0;
