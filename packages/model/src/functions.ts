import type { TextKey } from './texts.ts';

interface FunctionForm {
  readonly least: number;
  readonly most: number;
  readonly form: string;
}

const form = (text: string, least?: number): FunctionForm => {
  const inside = text.slice(text.indexOf('(') + 1, -1);
  const most = inside === '' ? 0 : inside.split(',').length;
  return { least: least ?? most, most, form: text };
};

/** Every function that is computed, by canonical name, with its form. */
export const functions: Readonly<Record<string, FunctionForm>> = {
  abs: form('ABS(x)'),
  'active initial': form('ACTIVE INITIAL(active, initial)'),
  arccos: form('ARCCOS(x)'),
  arcsin: form('ARCSIN(x)'),
  arctan: form('ARCTAN(x)'),
  cos: form('COS(x)'),
  cosh: form('COSH(x)'),
  'delay fixed': form('DELAY FIXED(input, delay time, initial)'),
  'delay n': form('DELAY N(input, delay time, initial, order)'),
  delay1: form('DELAY1(input, delay time)'),
  delay1i: form('DELAY1I(input, delay time, initial)'),
  delay3: form('DELAY3(input, delay time)'),
  delay3i: form('DELAY3I(input, delay time, initial)'),
  elmcount: form('ELMCOUNT(dimension)'),
  exp: form('EXP(x)'),
  forecast: form('FORECAST(input, average time, horizon)'),
  game: form('GAME(x)'),
  'if then else': form('IF THEN ELSE(condition, then, else)'),
  initial: form('INITIAL(x)'),
  integ: form('INTEG(rate, initial)'),
  integer: form('INTEGER(x)'),
  ln: form('LN(x)'),
  log: form('LOG(x, base)'),
  max: form('MAX(a, b)'),
  min: form('MIN(a, b)'),
  modulo: form('MODULO(x, base)'),
  power: form('POWER(base, exponent)'),
  prod: form('PROD(x[Dim!])'),
  pulse: form('PULSE(start, width)'),
  'pulse train': form('PULSE TRAIN(start, width, interval, end)'),
  quantum: form('QUANTUM(x, quantum)'),
  ramp: form('RAMP(slope, start, end)', 2),
  'sample if true': form('SAMPLE IF TRUE(condition, input, initial)'),
  sin: form('SIN(x)'),
  sinh: form('SINH(x)'),
  smooth: form('SMOOTH(input, delay time)'),
  'smooth n': form('SMOOTH N(input, delay time, initial, order)'),
  smooth3: form('SMOOTH3(input, delay time)'),
  smooth3i: form('SMOOTH3I(input, delay time, initial)'),
  smoothi: form('SMOOTHI(input, delay time, initial)'),
  sqrt: form('SQRT(x)'),
  step: form('STEP(height, time)'),
  sum: form('SUM(x[Dim!])'),
  tan: form('TAN(x)'),
  tanh: form('TANH(x)'),
  trend: form('TREND(input, average time, initial trend)'),
  vmax: form('VMAX(x[Dim!])'),
  vmin: form('VMIN(x[Dim!])'),
  'with lookup': { least: 2, most: 2, form: 'WITH LOOKUP(x, ((x1,y1),(x2,y2)))' },
  xidz: form('XIDZ(a, b, value if b is 0)'),
  zidz: form('ZIDZ(a, b)'),
};

/** The form of a function by its canonical name; undefined where it is not computed. */
export function functionNamed(name: string): FunctionForm | undefined {
  return Object.hasOwn(functions, name) ? functions[name] : undefined;
}

/** How a function is written, for messages. */
export const formOf = (name: string): string => functionNamed(name)?.form ?? name;

/** Functions of Vensim that are known and not computed, with what to do instead. */
export const unsupportedFunctions: readonly (readonly [RegExp, TextKey])[] = [
  [/^random /, 'altRandom'],
  [/^get /, 'altData'],
  [/^tabbed array$/, 'altData'],
  [/^vector |^invert matrix$|^elm /, 'altVector'],
  [/^allocate |^alloc p$|^demand at price$|^supply at price$|^market p$|^find market price$/, 'altAllocate'],
  [/^delay |^depreciate |^smooth |^shift if true$|^conveyor$|^queue /, 'altDelay'],
  [/^lookup /, 'altLookup'],
  [
    /^gamma ln$|^npv$|^irr$|^simultaneous$|^message$|^vmessage$|^a function of$|^internal rate/,
    'noAlternative',
  ],
  [/^sinteg$|^initial value$|^time base$|^reinitial$|^cumulate/, 'noAlternative'],
];
