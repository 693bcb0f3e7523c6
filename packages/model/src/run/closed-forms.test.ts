import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { course, small, withTime } from '../../test/small-model.ts';
import { compile } from '../index.ts';

const fine = { stop: 8, step: 1 / 256 };

describe('against a formula on paper', () => {
  it('DELAY1 follows 1 - e^(-t/T) after a step', () => {
    const y = course(small('y = DELAY1I(1, 2, 0) ~ Dmnl ~ |', fine), 'y');
    y.forEach((value, k) => {
      expect(Math.abs(value - (1 - Math.exp(-k / 256 / 2)))).toBeLessThan(4e-4);
    });
  });

  it('DELAY1 follows Euler exactly: 1 - (1 - dt/T)^k', () => {
    const y = course(small('y = DELAY1I(1, 2, 0) ~ Dmnl ~ |', { stop: 4, step: 0.25 }), 'y');
    y.forEach((value, k) => {
      expect(value).toBeCloseTo(1 - (1 - 0.125) ** k, 14);
    });
  });

  it('SMOOTH3 and DELAY3 follow the third-order step response', () => {
    const model = small('y = SMOOTH3I(1, 3, 0) ~ Dmnl ~ |\nz = DELAY3I(1, 3, 0) ~ Dmnl ~ |', fine);
    const u = (k: number): number => k / 256;
    const exact = (k: number): number => 1 - Math.exp(-u(k)) * (1 + u(k) + u(k) ** 2 / 2);
    for (const outcome of ['y', 'z']) {
      course(model, outcome).forEach((value, k) => {
        expect(Math.abs(value - exact(k))).toBeLessThan(1e-3);
      });
    }
  });

  it('half the step halves the error of growth', () => {
    const error = (step: number): number => {
      const y = course(small('y = INTEG(0.3 * y, 1) ~ Dmnl ~ |', { stop: 4, step }), 'y');
      return Math.abs((y.at(-1) ?? 0) - Math.exp(1.2));
    };
    const ratio = error(1 / 64) / error(1 / 128);
    expect(ratio).toBeGreaterThan(1.95);
    expect(ratio).toBeLessThan(2.05);
  });

  it('keeps the right times where the step is no binary fraction (0.1, saved each 1)', () => {
    const text = withTime('y = Time ~ Year ~ |', { stop: 10, step: 0.1 });
    const model = compile(text.replace('SAVEPER = TIME STEP', 'SAVEPER = 1'));
    const result = model.run({ futures: { count: 1 }, outcomes: ['y'] });
    expect([...result.time]).toEqual([0, 1, 2, 30 * 0.1, 4, 5, 60 * 0.1, 70 * 0.1, 8, 9, 10]);
    expect(result.get('y')).toEqual(result.time);
  });

  it('what goes into a delay comes out of it, whatever the delay time does meanwhile', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.constantFrom('DELAY1', 'DELAY3'),
        (before, after, fn) => {
          const model = small(
            `wait = ${before} + STEP(${after - before}, 2) ~ Year ~ |
             in = PULSE(1, 2) ~ home/Year ~ |
             y = ${fn}(in, wait) ~ home/Year ~ |
             out total = INTEG(y, 0) ~ home ~ |
             in total = INTEG(in, 0) ~ home ~ |`,
            { stop: 120, step: 0.125 },
          );
          const last = (outcome: string): number => course(model, outcome).at(-1) ?? Number.NaN;
          expect(last('in total')).toBeCloseTo(2, 12);
          expect(last('out total')).toBeCloseTo(2, 9);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('nothing is lost between stocks that pass on to each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.6, max: 9, noNaN: true }), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        (waits, start) => {
          const n = waits.length;
          const equations = waits.map(
            (wait, i) =>
              `s${i} = INTEG(f${(i + n - 1) % n} - f${i}, ${i === 0 ? start : 1}) ~ home ~ |\nf${i} = s${i} / ${wait} ~ home/Year ~ |`,
          );
          const sum = waits.map((_, i) => `s${i}`).join(' + ');
          const model = small(`${equations.join('\n')}\ntotal = ${sum} ~ home ~ |`, { stop: 40, step: 0.5 });
          const total = course(model, 'total');
          for (const value of total)
            expect(Math.abs(value - (start + n - 1))).toBeLessThan(1e-9 * (start + n));
        },
      ),
      { numRuns: 30 },
    );
  });
});
