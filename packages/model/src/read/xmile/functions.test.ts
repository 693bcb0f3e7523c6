import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../test/small-model.ts';
import { aux, model, valuesOf } from '../../../test/xmile-file.ts';
import { functions, refusedFunctions } from './functions.ts';

const level =
  '<stock name="level"><eqn>10</eqn><inflow>in</inflow></stock><flow name="in"><eqn>1</eqn></flow>';
const half = { specs: '<start>0</start><stop>2</stop><dt>0.5</dt>' };

/** Derived on paper for time 0 to 4 in steps of 1; `level` is 10, 11, 12, 13, 14. A single number holds always. */
const cases: readonly (readonly [fn: string, equation: string, wanted: number | readonly number[]])[] = [
  ['abs', 'ABS(TIME - 2)', [2, 1, 0, 1, 2]],
  ['arccos', 'ARCCOS(1)', 0],
  ['arcsin', 'arcsin(1)', Math.PI / 2],
  ['arctan', 'ArcTan(1)', Math.PI / 4],
  ['cos', 'COS(0)', 1],
  ['delay', 'DELAY(level, 2)', [10, 10, 10, 11, 12]],
  ['delay', 'DELAY(level, 2, 7)', [7, 7, 10, 11, 12]],
  ['delay1', 'DELAY1(10, 2, 4)', [4, 7, 8.5, 9.25, 9.625]],
  ['delay1', 'DELAY1(STEP(10, 1), 2)', [0, 0, 5, 7.5, 8.75]],
  ['delay3', 'DELAY3(8, 3, 0)', [0, 0, 0, 8, 8]],
  // Two stages of half the time: outflow of the first 0, 0.5, 0.75, …; of the second that, once more.
  ['delayn', 'DELAYN(1, 4, 2, 0)', [0, 0, 0.25, 0.5, 0.6875]],
  ['delayn', 'DELAYN(5, 4, 3)', 5],
  ['dt', 'DT', 1],
  ['exp', 'EXP(0)', 1],
  // The average follows 10, 11, … with a time of 2: 10, 10, 10.5, 11.25, 12.125. At 1: 11 * (1 + 1/(10 * 2) * 4).
  [
    'forcst',
    'FORCST(level, 2, 4)',
    [10, 13.2, 12 * (1 + (1.5 / 21) * 4), 13 * (1 + (1.75 / 22.5) * 4), 14 * (1 + (1.875 / 24.25) * 4)],
  ],
  ['if then else', 'IF_THEN_ELSE(TIME > 1, 2, 3)', [3, 3, 2, 2, 2]],
  ['inf', 'IF INF > 1e300 THEN 1 ELSE 0', 1],
  ['init', 'INIT(level) + 0 * level', 10],
  ['int', 'INT(TIME - 1.5)', [-2, -1, 0, 1, 2]],
  ['ln', 'LN(EXP(2))', 2],
  ['log', 'LOG(8, 2)', 3],
  ['log10', 'LOG10(1000)', 3],
  ['log10', 'INT(LOG10(10^TIME))', [0, 1, 2, 3, 4]],
  ['log10', 'LOG10(SQRT(10))', 0.5],
  ['logn', 'LOGN(EXP(2))', 2],
  ['max', 'MAX(TIME, 2)', [2, 2, 2, 3, 4]],
  ['max', 'MAX(TIME, 2, 3)', [3, 3, 3, 3, 4]],
  ['mean', 'MEAN(TIME, 2, 4)', [2, 7 / 3, 8 / 3, 3, 10 / 3]],
  ['min', 'MIN(TIME, 2)', [0, 1, 2, 2, 2]],
  // The sign is that of the divisor (XMILE 1.0, 3.3.1).
  ['mod', '(TIME - 2) MOD 3', [1, 2, 0, 1, 2]],
  ['mod', '(TIME - 2) mod (-3)', [-2, -1, 0, -2, -1]],
  ['nan', 'IF TIME >= 0 THEN 1 ELSE NAN', 1],
  ['percent', 'PERCENT(0.25)', 25],
  ['pi', 'PI', Math.PI],
  ['pi', 'PI()', Math.PI],
  ['previous', 'PREVIOUS(level, 7)', [7, 10, 11, 12, 13]],
  ['previous', 'PREVIOUS(SELF, 3) * 2', [6, 12, 24, 48, 96]],
  ['pulse', 'PULSE(5, 1, 2)', [0, 5, 0, 5, 0]],
  ['pulse', 'PULSE(5, 1, 0)', [0, 5, 0, 0, 0]],
  ['pulse', 'PULSE(5, 1)', [0, 5, 0, 0, 0]],
  ['ramp', 'RAMP(2, 1)', [0, 0, 2, 4, 6]],
  ['ramp', 'RAMP(2, 1, 3)', [0, 0, 2, 4, 4]],
  ['ramp', 'RAMP(2)', [0, 2, 4, 6, 8]],
  ['round', 'ROUND(TIME / 2)', [0, 1, 1, 2, 2]],
  ['round', 'ROUND(-TIME / 2)', [0, -1, -1, -2, -2]],
  ['safediv', 'SAFEDIV(6, TIME)', [0, 6, 3, 2, 1.5]],
  ['safediv', 'SAFEDIV(6, TIME, 7)', [7, 6, 3, 2, 1.5]],
  ['safediv', '6 // TIME', [0, 6, 3, 2, 1.5]],
  ['safediv', 'SAFEDIV(1, 1e-8)', 1e8],
  ['sin', 'SIN(0)', 0],
  ['smth1', 'SMTH1(STEP(8, 0), 2, 0)', [0, 4, 6, 7, 7.5]],
  ['smth1', 'SMTH1(STEP(8, 1), 2)', [0, 0, 4, 6, 7]],
  ['smth3', 'SMTH3(8, 3, 0)', [0, 0, 0, 8, 8]],
  ['smthn', 'SMTHN(8, 2, 2, 0)', [0, 0, 8, 8, 8]],
  ['smthn', 'SMTHN(level, 2, 2)', [10, 10, 10, 11, 12]],
  ['sqrt', 'SQRT(16)', 4],
  ['starttime', 'STARTTIME', 0],
  ['step', 'STEP(6, 3)', [0, 0, 0, 6, 6]],
  ['stoptime', 'STOPTIME', 4],
  ['tan', 'TAN(0)', 0],
  ['time', 'time', [0, 1, 2, 3, 4]],
  ['trend', 'TREND(level, 2)', [0, 1 / 20, 1.5 / 21, 1.75 / 22.5, 1.875 / 24.25]],
  // An average that starts at 10 / (1 + 0.5 * 2) = 5: (10 - 5) / (5 * 2).
  ['trend', 'TREND(10, 2, 0.5)', [0.5, 2.5 / 15, 1.25 / 17.5, 0.625 / 18.75, 0.3125 / 19.375]],
];

describe('a function of XMILE', () => {
  it.each(cases)('%s: %s is %j', (_, equation, wanted) => {
    const found = valuesOf(equation, level);
    const list = typeof wanted === 'number' ? found.map(() => wanted) : wanted;
    expect(found).toHaveLength(list.length);
    list.forEach((value, k) => {
      expect(found[k], `at time ${k}`).toBeCloseTo(value, 10);
    });
  });

  it('that is named in the list has a case, and no case tells of another', () => {
    const drawn = ['exprnd', 'lognormal', 'normal', 'random'];
    const named = Object.keys(functions).filter((fn) => !drawn.includes(fn));
    expect([...new Set(cases.map(([fn]) => fn))].sort()).toEqual(named.sort());
  });

  it('PULSE puts its volume into one step, whatever the step', () => {
    expect(valuesOf('PULSE(5, 1, 0)', '', half)).toEqual([0, 0, 10, 0, 0]);
  });

  it('PREVIOUS looks one step back, not one unit of time', () => {
    expect(valuesOf('PREVIOUS(TIME, -1)', '', half)).toEqual([-1, 0, 0.5, 1, 1.5]);
  });

  it.each([
    ['RANDOM(2, 3)', 2, 3],
    ['RANDOM(2, 3, 17)', 2, 3],
    ['EXPRND(1)', 0, Number.POSITIVE_INFINITY],
    ['NORMAL(5, 0)', 5, 5],
  ])('%s draws a number in its range', (equation, least, most) => {
    const found = valuesOf(equation);
    for (const value of found) {
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    }
    if (least !== most) expect(new Set(found).size).toBeGreaterThan(1);
  });

  it('LOGNORMAL has the mean and the deviation that are asked', () => {
    const drawn = model(aux('y', 'LOGNORMAL(10, 5)')).run({
      futures: { count: 20_000 },
      outcomes: ['y'],
      at: [3],
    });
    const values = [...drawn.get('y')];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    // Five standard errors of 5 / sqrt(20000).
    expect(Math.abs(mean - 10)).toBeLessThan(0.18);
    expect(Math.abs(Math.sqrt(variance) - 5)).toBeLessThan(0.4);
  });

  it('may be one of Vensim where its name is', () => {
    expect(valuesOf('ZIDZ(6, TIME)')).toEqual([0, 6, 3, 2, 1.5]);
    expect(valuesOf('DELAY_FIXED(TIME, 2, -1)')).toEqual([-1, -1, 0, 1, 2]);
  });

  it('INT and MOD cut toward zero in a file by Vensim, as they did in the model', () => {
    const vensim = { vendor: 'Ventana Systems, Inc.' };
    expect(valuesOf('0 + INT(TIME - 1.5)', '', vensim)).toEqual([-1, 0, 0, 1, 2]);
    expect(valuesOf('(TIME - 2) MOD 3', '', vensim)).toEqual([-2, -1, 0, 1, 2]);
  });
});

describe('a function that is not computed', () => {
  const only = (equation: string, vendor = 'synthetic'): ReturnType<typeof problemsOf>[number] => {
    const problems = problemsOf(() => model(aux('y', equation), { vendor }));
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    if (problem === undefined) throw new Error('no problem');
    return problem;
  };

  it.each(Object.keys(refusedFunctions))('%s is refused by name, with an alternative', (fn) => {
    const problem = only(`1 + ${fn}(TIME, 1)`);
    expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED', line: 2, file: 'small.xmile' });
    expect(problem.message.en).toContain(fn.toUpperCase());
    expect(problem.hint.nl).not.toBe('');
  });

  it('PULSE without interval fires in every step by Stella, and once by the standard', () => {
    const vendor = 'isee systems, inc.';
    expect(valuesOf('PULSE(5, 1)', '', { vendor })).toEqual([0, 5, 5, 5, 5]);
    expect(valuesOf('PULSE(5, 1, 0)', '', { vendor })).toEqual([0, 5, 0, 0, 0]);
    expect(valuesOf('PULSE(5, 1)')).toEqual([0, 5, 0, 0, 0]);
    // The volume in each step of a tenth: 5 / 0.1, from 1 on.
    const specs = '<start>0</start><stop>2</stop><dt>0.1</dt>';
    const inTenths = Array.from({ length: 21 }, (_, i) => (i < 10 ? 0 : 50));
    expect(valuesOf('PULSE(5, 1)', '', { vendor, specs })).toEqual(inTenths);
  });

  it('is distinguished from an unknown name', () => {
    expect(only('FOO(TIME)')).toMatchObject({ code: 'MODEL_UNKNOWN_NAME', line: 2 });
    expect(only('EXPRESSION MACRO(TIME)').message.en).toContain('EXPRESSION MACRO');
  });

  it('with too many or too few arguments shows its form', () => {
    expect(only('STEP(1)').hint.en).toContain('STEP(height, time)');
    expect(only('INT(1, 2)')).toMatchObject({ code: 'MODEL_SYNTAX' });
    expect(only('PREVIOUS(TIME)')).toMatchObject({ code: 'MODEL_SYNTAX' });
  });

  it('DELAYN wants a fixed number of stages', () => {
    expect(only('DELAYN(1, 4, TIME)').code).toBe('MODEL_UNSUPPORTED');
  });
});
