import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate/interpret.ts';
import { drawArguments, ulpsOff, uniform } from './accuracy.ts';
import { batch, batchSize } from './batch.ts';
import { constantPower } from './constant-power.ts';
import { type MathMode, type MathName, mathFunctions } from './functions.ts';
import { mathJs } from './index.ts';
import { numbers } from './numbers.ts';

/** Above the largest error found in 200,000 points per function (npx node scripts/accuracy.ts 200000). */
const bounds: Readonly<Record<MathName, number>> = {
  exp: 0.8,
  ln: 0.55,
  pow: 0.8,
  sin: 0.85,
  cos: 0.85,
  tan: 0.9,
  asin: 0.75,
  acos: 0.7,
  atan: 0.7,
  sinh: 0.85,
  cosh: 0.9,
  tanh: 0.85,
};

const special = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  3,
  -3,
  4,
  1.5,
  -1.5,
  1e-300,
  -1e-300,
  5e-324,
  -5e-324,
  2.5e-310,
  1e300,
  -1e300,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Infinity,
  -Infinity,
  NaN,
  2 ** 53,
  -(2 ** 53),
  2 ** 53 - 1,
  1 - 2 ** -53,
  1 + 2 ** -52,
  709.782712893384,
  709.7827128933841,
  -745.1332191019411,
  -745.1332191019412,
  710.4758600739439,
  710.475860073944,
  800,
  -800,
  22,
  Math.PI,
  Math.PI / 2,
  2 ** 20,
  2 ** 20 + 0.5,
  1e22,
  0.41421356237309503,
  0.55,
];

const modes: readonly MathMode[] = ['exact', 'fast'];
const both = modes.flatMap((mode) => mathFunctions(mode).map((fn) => ({ mode, ...fn })));

/** The same zero, infinity or NaN; or as near as the bound, relative. */
function expectLike(got: number, want: number, bound: number, what: string): void {
  if (want === 0 || !Number.isFinite(want)) expect(got, what).toBe(want);
  else expect(Math.abs(got - want) / Math.abs(want), what).toBeLessThan(bound);
}

describe('the mathematics of the kernel', () => {
  it.each(mathFunctions('exact'))('keeps $name below one ulp over the whole range', ({ name }) => {
    const u = uniform(20261124);
    const fn = mathJs('exact')[name];
    let worst = { off: 0, x: 0, y: 0 };
    for (let i = 0; i < 1500; i++) {
      const [x, y] = drawArguments(name, u);
      const off = ulpsOff(name, x, y, fn(x, y));
      if (off > worst.off) worst = { off, x, y };
    }
    expect(worst.off, JSON.stringify(worst)).toBeLessThan(bounds[name]);
  });

  it('keeps a fast power below 3 (1 + abs(y ln x)) ulp', () => {
    const u = uniform(5);
    const { pow } = mathJs('fast');
    for (let i = 0; i < 3000; i++) {
      const [x, y] = drawArguments('pow', u);
      const size = Math.abs(y * Math.log(x));
      expect(ulpsOff('pow', x, y, pow(x, y)), `${x} ** ${y}`).toBeLessThan(3 * (1 + size));
    }
  });

  it.each(both)('gives the same bits for $name ($mode) as numbers, as text and in two lanes', (fn) => {
    const { mode, name, program } = fn;
    const text = mathJs(mode)[name];
    const lanes = [batch(mode, name, 'inline'), batch(mode, name, 'call')];
    const u = uniform(7);
    const points = special.flatMap((x) => (fn.params === 1 ? [[x, 0]] : special.map((y) => [x, y])));
    while (points.length < 3 * batchSize) points.push(drawArguments(name, u));
    for (let from = 0; from < points.length; from += batchSize) {
      const chunk = points.slice(from, from + batchSize);
      for (const { x, y, run } of lanes) {
        chunk.forEach(([a = 0, b = 0], i) => {
          x[i] = a;
          y[i] = b;
        });
        run(batchSize);
      }
      chunk.forEach(([a = 0, b = 0], i) => {
        const want = program(numbers, a, b);
        const got = [text(a, b), ...lanes.map(({ result }) => result[i])];
        if (!got.every((v) => Object.is(v, want)))
          expect(got, `${name}(${a}, ${b})`).toEqual(got.map(() => want));
      });
    }
  });

  it.each(both.filter(({ name }) => name === 'pow'))(
    'knows the special powers of ECMAScript ($mode)',
    ({ mode }) => {
      const { pow } = mathJs(mode);
      const bound = mode === 'exact' ? 2.3e-16 : 2e-13;
      for (const x of special) {
        for (const y of special) expectLike(pow(x, y), x ** y, bound, `${x} ** ${y}`);
      }
    },
  );

  it.each(mathFunctions('exact').filter(({ params }) => params === 1))(
    'takes $name of zeros, ends and NaN as IEEE 754 says',
    ({ name }) => {
      const engine = name === 'ln' ? Math.log : Math[name as 'exp'];
      const fn = mathJs('exact')[name];
      for (const x of special) {
        expectLike(fn(x), engine(x), 5e-16, `${name}(${x})`);
      }
    },
  );

  it('reduces angles near a multiple of pi/2 and as large as a double can be', () => {
    // The double that lies nearest to a multiple of pi/2 (W. Kahan); its cosine is -4.68716592425462761e-19.
    const { sin, cos } = mathJs('exact');
    const x = 6381956970095103 * 2 ** 797;
    expect(cos(x)).toBe(-4.687165924254628e-19);
    expect(sin(x)).toBe(1);
    // To 20 digits sin(1e22) is -0.85220084976718880177.
    expect(sin(1e22)).toBe(-0.8522008497671888);
    expect(sin(Math.PI)).toBe(1.2246467991473532e-16);
  });

  it('takes constant powers by quicker operations, as exactly as the general power', () => {
    const x = { k: 'r', e: 0 } as const;
    const value = (y: number, mode: MathMode, at: number): number | undefined => {
      const made = constantPower(x, y, mode);
      return made === undefined ? undefined : evaluate(made, { lookups: [] }, () => at, 0);
    };
    for (const y of [0, 1, 2, -1, 0.5, 3, 4, -2, 1.5, -0.5]) {
      const once = [0, 1, 2, -1, 0.5].includes(y);
      for (const at of special.filter((v) => v !== -Infinity)) {
        const bound = once ? 2.3e-16 : Math.abs(at ** y) < 1e-307 || Math.abs(at ** y) > 1e307 ? 1 : 6e-16;
        expectLike(value(y, 'fast', at) ?? 7, at ** y, bound, `${at} ** ${y}`);
        if (!once) expect(value(y, 'exact', at)).toBeUndefined();
      }
    }
    expect(value(1 / 3, 'fast', 8)).toBeUndefined();
  });
});
