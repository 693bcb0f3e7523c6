import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf, small } from '../../test/small-model.ts';
import { interpreter } from '../evaluate/interpret.ts';
import { type Model, modelFromProgram } from '../index.ts';

const constants = ['c0', 'c1', 'c2', 'c3'];

/** Expressions that may hold anything, over constants, stocks, time and a table. */
const expression: fc.Arbitrary<string> = fc.letrec<{ e: string }>((tie) => ({
  e: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...constants, 's0[a]', 's1[a]', 'SUM(s0[Area!])', 'Time', '2', '0.3', '7'),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '<', '>=', '=', ':AND:', ':OR:'), tie('e'), tie('e'))
      .map(([op, a, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `ZIDZ(${a}, ${b})`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `MODULO(${a}, ${b} ^ 2 + 1)`),
    fc.tuple(fc.constantFrom('MIN', 'MAX'), tie('e'), tie('e')).map(([fn, a, b]) => `${fn}(${a}, ${b})`),
    fc.tuple(tie('e'), tie('e'), tie('e')).map(([a, b, c]) => `IF THEN ELSE(${a}, ${b}, ${c})`),
    tie('e').map((a) => `table(${a})`),
    tie('e').map((a) => `EXP(-ABS(${a}))`),
    tie('e').map((a) => `SQRT(ABS(${a}))`),
    tie('e').map((a) => `(:NOT: ${a})`),
    tie('e').map((a) => `SIN(${a})`),
    tie('e').map((a) => `STEP(${a}, c1)`),
    tie('e').map((a) => `SMOOTH3(${a}, 1 + ABS(c2))`),
    tie('e').map((a) => `DELAY1(${a}, 1 + ABS(c3))`),
    tie('e').map((a) => `SAMPLE IF TRUE(Time > 1, ${a}, c0)`),
    tie('e').map((a) => `INITIAL(${a})`),
  ),
})).e;

function randomModel(aux: readonly string[], rate: string): Model {
  return small(
    `Area: a, b ~~|
     ${constants.map((c, i) => `${c} = ${i + 1} ~ Dmnl ~ |`).join('\n')}
     table((0,0),(1,2),(2,-1),(5,3)) ~ Dmnl ~ |
     ${aux.map((e, i) => `y${i} = ${e} ~ Dmnl ~ |`).join('\n')}
     s0[Area] = INTEG(0.1 * SIN(y0) - 0.05 * s0[Area], 3) ~ Dmnl ~ |
     s1[Area] = INTEG(SIN(${rate}) - s1[Area] / 4, c0) ~ Dmnl ~ |
     late = DELAY FIXED(y0, ABS(c1), c2) ~ Dmnl ~ |`,
    { stop: 3, step: 0.5 },
  );
}

const outcomes = ['y0', 'y1', 's0[a]', 's1[b]', 'late', 'c3'];

const draws = (count: number, seed: number): Record<string, Float64Array> => {
  const values: Record<string, Float64Array> = {};
  constants.forEach((c, j) => {
    values[c] = Float64Array.from({ length: count }, (_, i) => Math.sin(seed + 12.9898 * i + 78.233 * j) * 3);
  });
  return values;
};

const slice = (
  values: Record<string, Float64Array>,
  from: number,
  to: number,
): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.slice(from, to)]));

describe('the kernel', () => {
  it('gives the same bits as a plain walk over the equations, for any model', () => {
    fc.assert(
      fc.property(expression, expression, expression, fc.integer({ min: 1, max: 99 }), (a, b, rate, seed) => {
        const model = randomModel([a, b], rate);
        const count = 5;
        const values = draws(count, seed);
        const { program } = model;
        const idOf = (name: string): number => program.elements.findIndex((e) => e.name === name);
        let result: ReturnType<Model['run']>;
        try {
          result = model.run({ futures: { count, values }, outcomes });
        } catch (error) {
          expect(problemsOf(() => model.run({ futures: { count, values }, outcomes }))[0]?.code).toBe(
            'MODEL_NOT_A_NUMBER',
          );
          expect(error).toBeInstanceOf(Error);
          return;
        }
        const walk = interpreter(program);
        for (let f = 0; f < count; f++) {
          const overrides = new Map(constants.map((c) => [idOf(c), values[c]?.[f] ?? 0]));
          const plain = walk(overrides, outcomes.map(idOf));
          outcomes.forEach((name, o) => {
            const got = Float64Array.from(result.time, (_, k) => result.get(name)[k * count + f] ?? 0);
            expect(got).toEqual(plain[o]);
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same bits for any number of futures and any way to group them', () => {
    const model = randomModel(
      ['SMOOTH3(s0[a] * c1, 1 + ABS(c2)) + table(c3 * Time)', 'EXP(-ABS(y0)) ^ ABS(c0)'],
      'y1 * c2 + DELAY3(s0[b], 2 + ABS(c1))',
    );
    const total = 300;
    const values = draws(total, 4);
    const whole = model.run({ futures: { count: total, values }, outcomes });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        let from = 0;
        for (const size of sizes) {
          const to = Math.min(total, from + size);
          if (to === from) return;
          const count = to - from;
          const part = model.run({ futures: { count, values: slice(values, from, to) }, outcomes });
          for (const name of outcomes) {
            part.time.forEach((_, k) => {
              const got = part.get(name).subarray(k * count, (k + 1) * count);
              expect(got).toEqual(whole.get(name).subarray(k * total + from, k * total + to));
            });
          }
          from = to;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same bits whether a value comes as constant, as lever or per future', () => {
    const model = randomModel(['c0 * s0[a] / (1 + c1 ^ 2)', 'LN(2 + y0 ^ 2)'], 'y1 - c3');
    const plain = model.run({ futures: { count: 1 }, outcomes });
    const lever = model.run({ futures: { count: 1 }, levers: { c0: 1, c1: 2, c2: 3, c3: 4 }, outcomes });
    const values = Object.fromEntries(constants.map((c, i) => [c, new Float64Array(70).fill(i + 1)]));
    const each = model.run({ futures: { count: 70, values }, outcomes });
    const less = model.run({ futures: { count: 2, values: { c0: Float64Array.of(1, 1) } }, outcomes });
    for (const name of outcomes) {
      expect(lever.get(name)).toEqual(plain.get(name));
      plain.time.forEach((_, k) => {
        expect(each.get(name)[k * 70 + 69]).toBe(plain.get(name)[k]);
        expect(less.get(name)[k * 2 + 1]).toBe(plain.get(name)[k]);
      });
    }
  });

  it('runs the same from a program that was sent to another thread', () => {
    const model = randomModel(['c0 + Time', 'y0 * 2'], 'y1');
    const other = modelFromProgram(structuredClone(model.program));
    const ask = (m: Model): Float64Array =>
      m.run({ futures: { count: 3, values: draws(3, 1) }, outcomes }).get('s1[b]');
    expect(ask(other)).toEqual(ask(model));
    expect(other.variables).toEqual(model.variables);
  });

  it('leaves out what no outcome needs: a fault there harms nobody', () => {
    const model = small('bad = 1 / 0 ~ Dmnl ~ |\nlevel = INTEG(bad, 0) ~ Dmnl ~ |\ngood = Time ~ Year ~ |');
    expect([...model.run({ futures: { count: 1 }, outcomes: ['good'] }).get('good')]).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(problemsOf(() => model.run({ futures: { count: 1 }, outcomes: ['good', 'level'] }))).toHaveLength(
      1,
    );
    expect([...model.run({ futures: { count: 1 }, outcomes: ['good'] }).get('good')]).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('keeps only the times that are asked', () => {
    const model = small('y = Time * 2 ~ Year ~ |');
    const result = model.run({ futures: { count: 2 }, outcomes: ['y'], at: [1, 4] });
    expect([...result.time]).toEqual([1, 4]);
    expect([...result.get('Y')]).toEqual([2, 2, 8, 8]);
  });
});
