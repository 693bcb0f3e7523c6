import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf, neededPerYear, paceBefore, paceFrom, sharesByRule } from './municipal-pace.ts';

const years = { from: 2022, to: 2030 };
const built = (...homes: readonly number[]) => homes.map((each, i) => ({ year: 2020 + i, homes: each }));

describe('the pace of building', () => {
  it('is over the years that follow each other from the first of the agreement', () => {
    expect(paceFrom(built(1, 2, 110, 390, 340), years)).toEqual({
      from: 2022,
      to: 2024,
      homes: 840,
      perYear: 280,
    });
    expect(paceFrom(built(1, 2, 110).concat({ year: 2024, homes: 9 }), years)?.to).toBe(2022);
    expect(paceFrom(built(1, 2), years)).toBeNull();
  });

  it('of before has no gap either, and at most so many years', () => {
    expect(paceBefore(built(10, 20, 30), 2022, 10)).toEqual({ from: 2020, to: 2021, homes: 30, perYear: 15 });
    expect(paceBefore(built(10, 20, 30), 2022, 1)?.from).toBe(2021);
    expect(paceBefore([{ year: 2020, homes: 1 }], 2022, 10)).toBeNull();
  });
});

describe('a part that no source gives', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 25 });

  it('adds up to what was agreed, with the tasks that are known', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 50_000 }), fc.nat(), (of, total, n) => {
        const bySize = new Map(of.map((size, i) => [`GM${i}`, size]));
        const tasks = new Map(
          [...bySize.keys()].slice(0, n % of.length).map((code) => [code, total / of.length]),
        );
        const rest = [...bySize.keys()].filter((code) => !tasks.has(code));
        const shares = rest.map((code) => sharesByRule(code, total, tasks, bySize, years));
        const known = [...tasks.values()].reduce((sum, one) => sum + one, 0);
        expect(known + shares.reduce((sum, one) => sum + (one?.ofRest.homes ?? 0), 0)).toBeCloseTo(total, 6);
        // Without any task both rules are one.
        if (tasks.size === 0)
          for (const one of shares) expect(one?.ofAll.homes).toBeCloseTo(one?.ofRest.homes ?? -1, 6);
      }),
    );
  });

  it('is none where a size is missing or more was agreed than there is', () => {
    const bySize = new Map([
      ['a', 10],
      ['b', 30],
    ]);
    expect(sharesByRule('c', 100, new Map(), bySize, years)).toBeNull();
    expect(sharesByRule('a', 100, new Map([['b', 101]]), bySize, years)).toBeNull();
    expect(sharesByRule('a', 100, new Map([['b', 20]]), bySize, years)).toMatchObject({
      ofAll: { homes: 25 },
      ofRest: { homes: 80, perYear: 80 / 9 },
    });
  });
});

describe('whether a municipality is on course', () => {
  const pace = (perYear: number) => ({ from: 2022, to: 2024, homes: perYear * 3, perYear });

  it('is said only where neither rounding nor the rule decides it', () => {
    const share = { low: 250, high: 300 };
    expect(courseOf(pace(303), share, 2.5)).toBe('on');
    expect(courseOf(pace(301), share, 2.5)).toBe('close');
    expect(courseOf(pace(280), share, 2.5)).toBe('close');
    expect(courseOf(pace(248), share, 2.5)).toBe('close');
    expect(courseOf(pace(240), share, 2.5)).toBe('behind');
    expect(courseOf(null, share, 2.5)).toBe('unknown');
    expect(courseOf(pace(240), null, 2.5)).toBe('unknown');
  });

  it('never gets worse with more homes', () => {
    const order = ['behind', 'close', 'on'];
    const number = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(number, number, number, number, (low, more, a, b) => {
        const of = (perYear: number) =>
          order.indexOf(courseOf(pace(perYear), { low, high: low + more }, 2.5));
        expect(of(a + b)).toBeGreaterThanOrEqual(of(a));
      }),
    );
  });

  it('comes with what is left to build a year', () => {
    expect(neededPerYear(1575, pace(475 / 3), years)).toBeCloseTo(1100 / 6, 9);
    expect(neededPerYear(100, pace(100), years)).toBe(0);
    expect(neededPerYear(100, { from: 2022, to: 2030, homes: 1, perYear: 1 }, years)).toBeNull();
  });
});
