import { describe, expect, it } from 'vitest';
import { course, small } from '../../test/small-model.ts';
import { builders as functions } from './index.ts';

/** Derived on paper for time 0, 1, 2, 3, 4 in steps of 1. A single number holds at all times. */
const cases: readonly (readonly [fn: string, expression: string, wanted: number | readonly number[]])[] = [
  ['abs', 'ABS(Time - 2)', [2, 1, 0, 1, 2]],
  ['active initial', 'ACTIVE INITIAL(level * 2, 10)', [20, 22, 24, 26, 28]],
  ['active initial', '1 + ACTIVE INITIAL(level * 2, 10)', [23, 25, 27, 29, 31]],
  ['arccos', 'ARCCOS(1)', 0],
  ['arcsin', 'ARCSIN(1)', Math.PI / 2],
  ['arctan', 'ARCTAN(1)', Math.PI / 4],
  ['cos', 'COS(0)', 1],
  ['cosh', 'COSH(0)', 1],
  ['delay fixed', 'DELAY FIXED(Time, 2, -1)', [-1, -1, 0, 1, 2]],
  ['delay fixed', 'DELAY FIXED(Time, 0, -1)', [-1, 0, 1, 2, 3]],
  ['delay fixed', 'DELAY FIXED(Time, 1.5, -1)', [-1, -1, 0, 1, 2]],
  ['delay fixed', 'DELAY FIXED(Time, 1.2, -1)', [-1, 0, 1, 2, 3]],
  ['delay fixed', 'DELAY FIXED(level, lag, 7)', [7, 7, 7, 10, 11]],
  ['delay fixed', '1 + DELAY FIXED(Time, 2, -1) * 2', [-1, -1, 1, 3, 5]],
  ['delay information', 'DELAY INFORMATION(Time, 2, -1)', [-1, -1, 0, 1, 2]],
  ['delay material', 'DELAY MATERIAL(Time, lag, -1, 0)', [-1, -1, -1, 0, 1]],
  ['delay n', 'DELAY N(1, 4, 0, 2)', [0, 0, 0.25, 0.5, 0.6875]],
  ['delay n', 'DELAY N(1, 2.5, 0, 3)', [0, 0, 0.64, 0.896, 0.9728]],
  ['delay n', 'DELAY N(1, 0.5, 0, 3)', [0, 2, 0, 2, 0]],
  // The order is that of the start.
  ['delay n', 'DELAY N(1, 4, 0, 2 + Time)', [0, 0, 0.25, 0.5, 0.6875]],
  // A time that changes, 2 and from time 2 on 4: the first stage takes it at once, the second a step later. So levels
  // 0 0, 8 0, 8 8, 12 4, 14 8, of which the second gives 0, 0, 8 / 1, 4 / 2, 8 / 2.
  ['delay n', 'DELAY N(8, 2 + STEP(2, 2), 0, 2)', [0, 0, 8, 2, 4]],
  ['delay1', 'DELAY1(STEP(10, 1), 2)', [0, 0, 5, 7.5, 8.75]],
  ['delay1i', 'DELAY1I(10, 2, 4)', [4, 7, 8.5, 9.25, 9.625]],
  ['delay3', 'DELAY3(STEP(8, 1), 3)', [0, 0, 0, 0, 8]],
  ['delay3i', 'DELAY3I(8, 3, 0)', [0, 0, 0, 8, 8]],
  // 6 in years 0 and 2, over three years: 2, 2, 2 + 2, 2, 2.
  [
    'depreciate straightline',
    'DEPRECIATE STRAIGHTLINE(6 * MODULO(Time + 1, 2) * MIN(1, MAX(0, 3 - Time)), 3, 1, 0)',
    [2, 2, 4, 2, 2],
  ],
  // 3 in each year before the run, 6 in year 0, then nothing: thirds of 6 + 3 + 3, 6 + 3, 6.
  ['depreciate straightline', 'DEPRECIATE STRAIGHTLINE(6 - STEP(6, 1), 3, 1, 3)', [4, 3, 2, 0, 0]],
  // 9 in year 0 and again in year 3, in shares of 2, 3 and 4 ninths.
  [
    'depreciate by schedule',
    'DEPRECIATE BY SCHEDULE(PULSE TRAIN(0, 1, 3, 9) * 9, d[one], 0, lag, Time)',
    [2, 3, 4, 2, 3],
  ],
  ['elmcount', 'ELMCOUNT(Three)', 3],
  ['exp', 'EXP(1)', Math.E],
  ['forecast', 'FORECAST(10 + MIN(Time, 2), 2, 3)', [10, 11 * 1.15, 12 * (1 + (1.5 / 21) * 3)]],
  ['game', 'GAME(3)', 3],
  ['gamma ln', 'GAMMA LN(5)', Math.log(24)],
  ['get time value', 'GET TIME VALUE(0, 0.5, 0)', [0.5, 1.5, 2.5, 3.5, 4.5]],
  ['if then else', 'IF THEN ELSE(Time >= 2, 1, 0)', [0, 0, 1, 1, 1]],
  ['if then else', 'IF THEN ELSE(Time = 1 :OR: Time > 2 :AND: Time < 4, 1, 0)', [0, 1, 0, 1, 0]],
  ['if then else', 'IF THEN ELSE(:NOT: Time = 1, 1, 0)', [1, 0, 1, 1, 1]],
  ['initial', 'INITIAL(5 - Time)', 5],
  ['initial', '1 + INITIAL(level) * 2', 21],
  ['reinitial', 'REINITIAL(5 - Time) + 1', 6],
  ['integ', 'INTEG(Time, 3)', [3, 3, 4, 6, 9]],
  ['integer', 'INTEGER(1.7) * 10 + INTEGER(-1.7)', 9],
  ['ln', 'LN(EXP(2))', 2],
  ['log', 'LOG(8, 2)', 3],
  ['lookup area', 'LOOKUP AREA(curve, 0, Time)', [0, 0.5, 1.75, 3.5, 5.5]],
  ['lookup backward', 'LOOKUP BACKWARD(curve, Time - 0.5)', [0, 0, 1, 1, 2]],
  ['lookup extrapolate', 'LOOKUP EXTRAPOLATE(curve, Time * 2 - 1)', [-1, 1, 2, 3, 4]],
  ['lookup forward', 'LOOKUP FORWARD(curve, Time - 0.5)', [0, 1, 2, 2, 2]],
  ['lookup invert', 'LOOKUP INVERT(curve, Time / 2)', [0, 0.5, 1, 2, 3]],
  ['lookup slope', 'LOOKUP SLOPE(curve, Time, 1)', [1, 0.75, 0.5, 0.5, 0.5]],
  ['max', 'MAX(Time, 2)', [2, 2, 2, 3, 4]],
  ['min', 'MIN(Time, 2)', [0, 1, 2, 2, 2]],
  ['modulo', 'MODULO(Time, 3)', [0, 1, 2, 0, 1]],
  // Stream 10, rate a quarter: factors 1, 0.8, 0.64 ...
  ['npv', 'NPV(10, 0.25, 1, 2)', [22, 38, 50.8, 61.04, 69.232]],
  ['npve', 'NPVE(10, 0.25, 0, 1)', [8, 14.4, 19.52, 23.616, 26.8928]],
  ['power', 'POWER(2, Time)', [1, 2, 4, 8, 16]],
  ['prod', 'PROD(d[Three!])', 24],
  ['pulse', 'PULSE(1, 2)', [0, 1, 1, 0, 0]],
  ['pulse', 'PULSE(1, 0)', [0, 1, 0, 0, 0]],
  ['pulse train', 'PULSE TRAIN(1, 1, 2, 4)', [0, 1, 0, 1, 0]],
  // Without interval: one pulse until the end.
  ['pulse train', 'PULSE TRAIN(1, 3, 0, 3)', [0, 1, 1, 1, 0]],
  ['quantum', 'QUANTUM(Time * 2, 3)', [0, 0, 3, 6, 6]],
  ['quantum', 'QUANTUM(Time * 2, 0)', [0, 2, 4, 6, 8]],
  ['ramp', 'RAMP(2, 1, 3)', [0, 0, 2, 4, 4]],
  ['ramp', 'RAMP(2, 1)', [0, 0, 2, 4, 6]],
  // The highest value so far of 0, 1, 2, 0, 1.
  ['sample if true', 'SAMPLE IF TRUE(MODULO(Time, 3) > y, MODULO(Time, 3), 0.5)', [0.5, 1, 2, 2, 2]],
  ['sample if true', 'SAMPLE IF TRUE(Time = 2, 10 + Time, 5)', [5, 5, 12, 12, 12]],
  ['sin', 'SIN(0) + 1', 1],
  ['sinh', 'SINH(0) + 1', 1],
  ['smooth', 'SMOOTH(STEP(8, 1), 2)', [0, 0, 4, 6, 7]],
  ['smooth n', 'SMOOTH N(8, 2, 0, 2)', [0, 0, 8, 8, 8]],
  ['smooth n', 'SMOOTH N(8, 2, 0, 2 + STEP(1, 1))', [0, 0, 8, 8, 8]],
  ['smooth3', 'SMOOTH3(STEP(8, 1), 3)', [0, 0, 0, 0, 8]],
  ['smooth3i', 'SMOOTH3I(8, 3, 0)', [0, 0, 0, 8, 8]],
  ['smoothi', 'SMOOTHI(8, 2, 0)', [0, 4, 6, 7, 7.5]],
  ['sqrt', 'SQRT(9)', 3],
  ['step', 'STEP(5, 2)', [0, 0, 5, 5, 5]],
  ['sum', 'SUM(d[Three!])', 9],
  ['sum', 'SUM(d[Three!] * SUM(d[Pair!])) + SUM(e[Three!, Pair!])', 9 * 5 + 21],
  ['tabxl', 'TABXL(curve, Time * 2 - 1)', [-1, 1, 2, 3, 4]],
  ['tan', 'TAN(0) + 1', 1],
  ['tanh', 'TANH(0) + 1', 1],
  ['time base', 'TIME BASE(1900, 0.5)', [1900, 1900.5, 1901, 1901.5, 1902]],
  ['trend', 'TREND(10 + MIN(Time, 2), 2, 0)', [0, 0.05, 1.5 / 21]],
  ['vmax', 'VMAX(d[Three!])', 4],
  ['vmin', 'VMIN(d[Three!] * -1)', -4],
  ['with lookup', 'WITH LOOKUP(Time, ([(0,0)-(9,9)],(0,0),(2,10),(3,0)))', [0, 5, 10, 0, 0]],
  ['with lookup', 'WITH LOOKUP(Time - 9, ((2,5),(0,1),(1,3)))', 1],
  ['with lookup', 'WITH LOOKUP(Time + 9, ((2,5),(0,1),(1,3)))', 5],
  ['xidz', 'XIDZ(6, Time, 7)', [7, 6, 3, 2, 1.5]],
  ['zidz', 'ZIDZ(6, Time)', [0, 6, 3, 2, 1.5]],
];

const around = `Three: one, two, last ~~|
Pair: one, two ~~|
d[Three] = 2, 3, 4 ~ Dmnl ~ |
e[Three, Pair] = 1, 2; 3, 4; 5, 6; ~ Dmnl ~ |
lag = 3 ~ Year ~ |
curve((0,0),(1,1),(3,2)) ~ Dmnl ~ |
`;

describe('a function', () => {
  it.each(cases)('%s: %s is %j', (fn, expression, wanted) => {
    const level = fn === 'active initial' ? 'INTEG(1, y)' : 'INTEG(1, 10)';
    const model = small(`${around}y = ${expression} ~ Dmnl ~ |\nlevel = ${level} ~ Dmnl ~ |`);
    const found = course(model, 'y');
    const list = typeof wanted === 'number' ? found.map(() => wanted) : wanted;
    list.forEach((value, k) => {
      expect(found[k], `at time ${k}`).toBeCloseTo(value, 12);
    });
  });

  it('that is named in the list has a case here or in a test of its own, and no case tells of another', () => {
    // Random numbers, vectors, markets and data are in builders/*.test.ts, what is of XMILE in xmile/*.test.ts.
    const elsewhere = /^(?:random|vector|allocate|get data|xmile) |^invert matrix$|at price$|market price$/;
    const names = Object.keys(functions).filter((name) => !elsewhere.test(name));
    expect([...new Set(cases.map(([fn]) => fn))].sort()).toEqual(names.sort());
  });

  it('has its values from the inputs of each future apart', () => {
    const text = `${around}y = DELAY FIXED(level, lag, 7) ~ Dmnl ~ |\nlevel = INTEG(1, 10) ~ Dmnl ~ |`;
    const lag = Float64Array.of(1, 2, 3, 4);
    const y = small(text)
      .run({ futures: { count: 4, values: { lag } }, outcomes: ['y'] })
      .get('y');
    expect([...y]).toEqual([7, 7, 7, 7, 10, 7, 7, 7, 11, 10, 7, 7, 12, 11, 10, 7, 13, 12, 11, 10]);
  });

  it('of delay takes a delay time that differs per element and over time', () => {
    const model = small(`Area: a, b ~~|
      wait[Area] = 2, 4 ~ Year ~ |
      y[Area] = DELAY1I(10, wait[Area] + STEP(2, 2), 0) ~ Dmnl ~ |`);
    // Level a: 0, 10, 15, then the time is 4: outflow 15/4.
    expect(course(model, 'y[a]').slice(0, 3)).toEqual([0, 5, 3.75]);
    expect(course(model, 'y[b]').slice(0, 2)).toEqual([0, 2.5]);
  });
});
