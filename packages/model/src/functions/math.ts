import type { Operation } from '../ir/scalar.ts';
import { multiply, raise } from '../syntax/unit.ts';
import { type Builder, builder } from './call.ts';
import { num, op, power } from './scalar.ts';
import { allAlike, allBare, likeFirst } from './units.ts';

const bare = (form: string, operation: Operation): Builder =>
  builder(form, allBare, (call) => op(operation, call.scalar(0)));

/** Arithmetic, logic and elementary functions. */
export const math: Readonly<Record<string, Builder>> = {
  abs: builder('ABS(x)', likeFirst, (call) => op('abs', call.scalar(0))),
  arccos: bare('ARCCOS(x)', 'acos'),
  arcsin: bare('ARCSIN(x)', 'asin'),
  arctan: bare('ARCTAN(x)', 'atan'),
  cos: bare('COS(x)', 'cos'),
  cosh: bare('COSH(x)', 'cosh'),
  exp: bare('EXP(x)', 'exp'),
  /** ln Gamma(x). */
  'gamma ln': builder('GAMMA LN(x)', allBare, (call) => {
    const [value] = call.group('lnGamma', [call.scalar(0)], 1);
    return value ?? num(Number.NaN);
  }),
  game: builder('GAME(x)', likeFirst, (call) => call.scalar(0)),
  'if then else': builder(
    'IF THEN ELSE(condition, then, else)',
    (u) => {
      u.bare(0);
      return u.alike(u.of(1, u.wanted), u.of(2, u.wanted));
    },
    (call) => op('if', call.scalar(0), call.scalar(1), call.scalar(2)),
  ),
  integer: builder('INTEGER(x)', likeFirst, (call) => op('trunc', call.scalar(0))),
  ln: bare('LN(x)', 'ln'),
  log: builder('LOG(x, base)', allBare, (call) =>
    op('div', op('ln', call.scalar(0)), op('ln', call.scalar(1))),
  ),
  max: builder('MAX(a, b)', allAlike, (call) => op('max', call.scalar(0), call.scalar(1))),
  min: builder('MIN(a, b)', allAlike, (call) => op('min', call.scalar(0), call.scalar(1))),
  modulo: builder('MODULO(x, base)', allAlike, (call) => op('mod', call.scalar(0), call.scalar(1))),
  power: builder(
    'POWER(base, exponent)',
    (u) => u.power(0, 1),
    (call) => power(call.scalar(0), call.scalar(1)),
  ),
  quantum: builder('QUANTUM(x, quantum)', allAlike, (call) => {
    const x = call.scalar(0);
    const q = call.lift(call.scalar(1), 'quantum');
    return op('if', op('le', q, num(0)), x, op('mul', q, op('trunc', op('div', x, q))));
  }),
  sin: bare('SIN(x)', 'sin'),
  sinh: bare('SINH(x)', 'sinh'),
  sqrt: builder(
    'SQRT(x)',
    (u) => {
      const of = u.of(0);
      return of === 'any' ? 'any' : raise(of, 0.5);
    },
    (call) => op('sqrt', call.scalar(0)),
  ),
  tan: bare('TAN(x)', 'tan'),
  tanh: bare('TANH(x)', 'tanh'),
  xidz: builder(
    'XIDZ(a, b, value if b is 0)',
    (u) => u.alike(multiply(u.of(0), u.of(1), -1), u.of(2, u.wanted)),
    (call) => op('xidz', call.scalar(0), call.scalar(1), call.scalar(2)),
  ),
  zidz: builder(
    'ZIDZ(a, b)',
    (u) => multiply(u.of(0), u.of(1), -1),
    (call) => op('xidz', call.scalar(0), call.scalar(1), num(0)),
  ),
};
