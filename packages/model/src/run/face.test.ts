import { describe, expect, it, vi } from 'vitest';
import { problemsOf, small } from '../../test/small-model.ts';
import type { Scalar } from '../ir/scalar.ts';
import { ModelError } from '../problems/problems.ts';
import { type Backend, modelFromProgram } from './model.ts';

const backends: readonly Backend[] = ['wasm', 'js', 'plain'];

const model = small(
  `rate = 0.1 ~ 1/Year ~ |
   level = INTEG(rate * level, 100) ~ thing ~ |
   root = SQRT(level - 50) ~ thing ~ |
   twice = 2 * level ~ thing ~ |`,
  { stop: 20, step: 0.25 },
);

const rates = (count: number): Record<string, Float64Array> => ({
  rate: Float64Array.from({ length: count }, (_, i) => 0.001 * i),
});

describe.each(backends)('a run block by block in %s', (backend) => {
  it('gives the bits of a whole run, futures and times in order', () => {
    const request = {
      futures: { count: 150, values: rates(150) },
      outcomes: ['twice', 'level'],
      at: [0, 5, 20],
      backend,
    };
    const whole = model.run(request);
    let next = 0;
    for (const block of model.blocks(request)) {
      expect(block.from).toBe(next);
      expect([...block.time]).toEqual([0, 5, 20]);
      next += block.count;
      block.outcomes.forEach((name, o) => {
        for (let k = 0; k < 3; k++) {
          for (let i = 0; i < block.count; i++) {
            const got = block.data[(o * 3 + k) * block.lanes + i];
            expect(got).toBe(whole.get(name)[k * 150 + block.from + i]);
          }
        }
      });
    }
    expect(next).toBe(150);
  });

  it('gives an outcome that is asked twice in both places', () => {
    for (const block of model.blocks({
      futures: { count: 3 },
      outcomes: ['level', 'twice', 'level'],
      at: [20],
      backend,
    })) {
      expect(block.data[2 * block.lanes + 1]).toBe(block.data[1]);
      expect(block.data[block.lanes]).toBe(2 * (block.data[0] ?? 0));
    }
  });

  it('may be left before the end, and asked again', () => {
    const request = { futures: { count: 500, values: rates(500) }, outcomes: ['level'], backend };
    for (const block of model.blocks(request)) {
      if (block.from > 0) break;
    }
    expect(model.run(request).get('level')[0]).toBe(100);
  });

  it('is not disturbed by another that takes turns with it', () => {
    const one = { futures: { count: 200, values: rates(200) }, outcomes: ['level'], at: [20], backend };
    const other = { futures: { count: 1 }, levers: { rate: 9 }, outcomes: ['twice', 'level'], backend };
    const whole = model.run(one).get('level');
    for (const block of model.blocks(one)) {
      for (let i = 0; i < block.count; i++) expect(block.data[i]).toBe(whole[block.from + i]);
      model.run(other);
    }
  });

  it('tells which future went wrong first, and when', () => {
    const values = { rate: Float64Array.from({ length: 100 }, (_, i) => (i === 71 || i === 90 ? -0.2 : 0)) };
    const [problem] = problemsOf(() =>
      model.run({ futures: { count: 100, values, first: 1000 }, outcomes: ['root'], backend }),
    );
    expect(problem?.code).toBe('MODEL_NOT_A_NUMBER');
    // 100 (1 - 0.05)^n falls below 50 at n = 14 quarters.
    expect(problem?.message.en).toContain('root');
    expect(problem?.message.en).toContain('1071');
    expect(problem?.message.en).toContain('3.5');
  });

  it('runs where only something that is not asked goes wrong', () => {
    const request = { futures: { count: 1 }, levers: { rate: -0.2 }, backend };
    expect(problemsOf(() => model.run({ ...request, outcomes: ['root', 'level'] }))).toHaveLength(1);
    expect(model.run({ ...request, outcomes: ['level'] }).get('level')).toHaveLength(81);
  });
});

it('a kernel that was made for more inputs does not find fault with what the question leaves out', () => {
  const chosen = small(
    `which = 0 ~ Dmnl ~ |
    wild = INTEG(wild * wild, 1000) ~ thing ~ |
    y = IF THEN ELSE(which = 1, wild, 2) ~ thing ~ |`,
    { stop: 40 },
  );
  const one = { futures: { count: 1 }, outcomes: ['y'] };
  expect(problemsOf(() => chosen.run({ ...one, levers: { which: 1 } }))).toHaveLength(1);
  expect([...chosen.run({ ...one, at: [40] }).get('y')]).toEqual([2]);
});

describe('memory', () => {
  it('is said before it is taken, and refused above what is allowed', () => {
    const request = { futures: { count: 1_000_000, values: rates(1_000_000) }, outcomes: ['level', 'twice'] };
    // 81 times, 2 outcomes, a million futures, 8 bytes.
    expect(model.memoryFor(request)).toBeGreaterThan(81 * 2 * 8e6);
    expect(model.memoryFor(request)).toBeLessThan(81 * 2 * 8e6 + 1e6);
    expect(model.memoryFor(request, 'blocks')).toBeLessThan(1e6);
    const [problem] = problemsOf(() => model.run({ ...request, maxBytes: 1e9 }));
    expect(problem?.code).toBe('MODEL_MEMORY');
    expect(problem?.message.en).toContain('1237 MiB');
  });

  it('of one block does not grow with the number of futures: a million fit', () => {
    const count = 1_000_000;
    let sum = 0;
    const request = { futures: { count, values: rates(count) }, outcomes: ['level'], at: [0], maxBytes: 1e6 };
    for (const block of model.blocks(request)) sum += block.count;
    expect(sum).toBe(count);
  });

  it('of a delay that a future decides is bounded by the steps of the run', () => {
    const late = () =>
      small('wait = 1 ~ Year ~ |\nlate = DELAY FIXED(Time, wait, 0) ~ Year ~ |', { stop: 25000, step: 0.25 });
    const outcomes = ['late'];
    const each = { futures: { count: 2, values: { wait: Float64Array.of(1, 2) } }, outcomes, at: [9] };
    expect(late().memoryFor(each, 'blocks')).toBeGreaterThan(51e6);
    expect(problemsOf(() => late().blocks({ ...each, maxBytes: 5e7 }))).toHaveLength(1);
    expect(late().memoryFor({ futures: { count: 2 }, outcomes, at: [9] }, 'blocks')).toBeLessThan(1e6);
  });
});

describe('a back end', () => {
  it('that needs no text as code is taken where a page forbids that', () => {
    const refused = vi.fn(() => {
      throw new EvalError('refused by the content policy of the page');
    });
    vi.stubGlobal('Function', refused);
    try {
      const fresh = small('x = INTEG(EXP(-x) ^ 1.5 + SIN(x), 1) ~ thing ~ |');
      expect(fresh.run({ futures: { count: 1 }, outcomes: ['x'] }).get('x')).toHaveLength(5);
      expect(refused).not.toHaveBeenCalled();
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('that works equation by equation is taken where neither vectors nor text are allowed', async () => {
    vi.resetModules();
    vi.stubGlobal('Function', () => {
      throw new EvalError('refused');
    });
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new Error('refused');
        }
      },
    });
    try {
      const { chooseBackend } = await import('./backends.ts');
      expect(chooseBackend('auto')).toBe('plain');
      expect(chooseBackend('wasm')).toBe('plain');
    } finally {
      vi.unstubAllGlobals();
      vi.resetModules();
    }
  });

  it('takes an equation that is too large for one function of WebAssembly all the same', () => {
    const { program } = small('c = 1 ~ Dmnl ~ |\ny = c ~ Dmnl ~ |', { stop: 1 });
    const x: Scalar = { k: 'r', e: program.elements.findIndex((e) => e.name === 'c') };
    const y = program.elements.findIndex((e) => e.name === 'y');
    /** The sum of (c * Time + i) ^ 2 over a range, in halves. */
    const sum = (from: number, to: number): Scalar => {
      const middle = (from + to) >> 1;
      if (to - from > 1) return { k: 'f', f: 'add', a: [sum(from, middle), sum(middle, to)] };
      const base: Scalar = { k: 'f', f: 'mul', a: [x, { k: 't' }] };
      return { k: 'f', f: 'square', a: [{ k: 'f', f: 'add', a: [base, { k: 'n', v: from }] }] };
    };
    const elements = program.elements.map((e, i) => (i === y ? { ...e, expr: sum(0, 26_000) } : e));
    const large = modelFromProgram({ ...program, elements });
    const n = 26_000;
    const values = { c: Float64Array.of(1, 2) };
    const got = large.run({ futures: { count: 2, values }, outcomes: ['y'] }).get('y');
    // n c^2 + c n (n - 1) + (n - 1) n (2 n - 1) / 6 at time 1; whole numbers, so exact.
    const wanted = (c: number): number => n * c * c + c * n * (n - 1) + ((n - 1) * n * (2 * n - 1)) / 6;
    expect([...got]).toEqual([wanted(0), wanted(0), wanted(1), wanted(2)]);
  });

  it('in fast mode stays near the exact one', () => {
    const request = { futures: { count: 40, values: rates(40) }, outcomes: ['level', 'twice'] };
    const exact = model.run(request);
    const fast = model.run({ ...request, mode: 'fast' });
    for (const name of request.outcomes) {
      const most = Math.max(...exact.get(name));
      exact.get(name).forEach((v, i) => {
        expect(Math.abs(v - (fast.get(name)[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-12 * most);
      });
    }
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => model.run({ futures: { count: 1 }, outcomes: ['level'], seed: 0.5 })).toThrow(ModelError);
  });
});
