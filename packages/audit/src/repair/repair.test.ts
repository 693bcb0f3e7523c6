import type { Interval } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contextOf,
  factOf,
  factsOf,
  made,
  randomAudit,
  recipe,
  relation,
  span,
  talent,
  valueAdded,
} from '../../test/made-audits.ts';
import { logicOf } from '../facts/facts-logic.ts';
import type { Fact } from '../facts/facts-types.ts';
import { createEngine } from '../search/engine.ts';
import type { AuditInput } from '../types.ts';
import { sideOf } from './chain-interval.ts';
import { epsilonByHalving, moved, reachOf, repairs, scaleOf, setOf, widened } from './repair.ts';
import { engineFor, setLogic, withIntervals } from './repair-engine.ts';

/** Whether the engine finds the set satisfiable with these intervals. */
function answer(fact: Fact, input: AuditInput, intervals: readonly Interval[]): string {
  const set = setLogic(fact, contextOf(input));
  return engineFor(withIntervals(set, intervals)).possible(set.groups).answer;
}

describe('repairs of the golden sets', () => {
  it('of the places to be filled asks 53,700 instead of 50,000', () => {
    const input = talent();
    const [fact] = factsOf(input);
    const made = repairs(fact ?? factOf(input), contextOf(input));
    expect(made.repairs.map((r) => [r.claim, r.instead, r.value])).toEqual([
      ['places-50000', 50_000, 53_700],
      ['mbo', 43_485, 41_000],
      ['hbo-wo', 27_715, 25_300],
      ['filled', 17_500, 20_000],
    ]);
    expect(made.epsilon).toBeCloseTo(2399 / (50_000 + 43_485 + 27_715 + 17_500), 9);
    expect(made.slack).toBe(-(made.epsilon ?? Number.NaN));
    expect(made.repair).toEqual([
      { claim: 'places-50000', from: span(48_750, 51_250), to: span(48_750, 53_649) },
    ]);
  });

  it('of value added asks 34 % growth, or 13.3 % of the country, or 12.5 % today', () => {
    const input = valueAdded();
    const [fact] = factsOf(input);
    const made = repairs(fact ?? factOf(input), contextOf(input));
    expect(made.repairs.map((r) => [r.claim, r.value])).toEqual([
      ['plus-20', 34],
      ['share-15', 13.3],
      ['share-11-3', 12.5],
    ]);
    expect(made.epsilon).toBeCloseTo(0.0420057, 6);
  });

  it('finds the same smallest change for all as halving by the exact engine', () => {
    const input = valueAdded();
    const [fact = factOf(input)] = factsOf(input);
    const set = setOf(fact, contextOf(input));
    const slow = epsilonByHalving(fact, contextOf(input), set);
    expect(repairs(fact, contextOf(input)).epsilon ?? 0).toBeCloseTo(slow ?? Number.NaN, 6);
  });
});

describe('repairs of random sets', () => {
  it('make the set possible, and one per cent less does not', () => {
    let sets = 0;
    fc.assert(
      fc.property(recipe, (ingredients) => {
        const input = randomAudit(ingredients);
        for (const fact of factsOf(input).slice(0, 2)) {
          sets += 1;
          const context = contextOf(input);
          const set = setOf(fact, context);
          const intervals = set.parts.map((p) => p.interval);
          const { epsilon, repair, repairs: singles } = repairs(fact, context);
          const wide = (eps: number) => set.parts.map((p) => widened(p.interval, eps * scaleOf(p)));
          expect(epsilon).toBeGreaterThan(0);
          expect(answer(fact, input, wide((epsilon ?? 0) * (1 + 1e-7)))).not.toBe('no');
          expect(answer(fact, input, wide((epsilon ?? 0) * 0.99))).not.toBe('yes');

          for (const single of singles) {
            const at = set.parts.findIndex((p) => p.claim === single.claim);
            expect(answer(fact, input, intervals.with(at, single.to))).not.toBe('no');
          }
          for (const [at, part] of set.parts.entries()) {
            const reach = reachOf(set, at);
            if (!reach) continue;
            expect(answer(fact, input, intervals.with(at, reach.to))).not.toBe('no');
            const less = widened(part.interval, reach.change * 0.99 * scaleOf(part));
            expect(answer(fact, input, intervals.with(at, less))).not.toBe('yes');
            expect(epsilon ?? 0).toBeLessThanOrEqual(reach.change * (1 + 1e-6) + 2e-9);
          }

          const changed = set.parts.map((p) => repair.find((r) => r.claim === p.claim)?.to ?? p.interval);
          expect(repair.length).toBeGreaterThan(0);
          expect(answer(fact, input, changed)).not.toBe('no');
          const almost = set.parts.map((p, i) => {
            const to = changed[i] ?? p.interval;
            const back = (end: number | null, own: number | null) =>
              end === null || own === null ? end : own + (end - own) * 0.99;
            return { ...to, min: back(to.min, p.interval.min), max: back(to.max, p.interval.max) };
          });
          expect(answer(fact, input, almost)).not.toBe('yes');
        }
      }),
      { numRuns: 30, seed: 4 },
    );
    expect(sets).toBeGreaterThan(15);
  });

  it('do not depend on the units in which the text counts', () => {
    fc.assert(
      fc.property(recipe, fc.constantFrom(1e-3, 1e6), (ingredients, scale) => {
        const small = randomAudit(ingredients);
        const scaled = (i: Interval): Interval => ({
          ...i,
          min: i.min === null ? null : Number((i.min * scale).toPrecision(12)),
          max: i.max === null ? null : Number((i.max * scale).toPrecision(12)),
        });
        const large: AuditInput = {
          ...small,
          claims: small.claims.map((c) =>
            c.unit !== 'jobs'
              ? c
              : {
                  ...c,
                  value: c.value * scale,
                  readings: c.readings.map((r) => ({
                    ...r,
                    value: Number((r.value * scale).toPrecision(12)),
                    intervals: {
                      bare: scaled(r.intervals.bare),
                      default: scaled(r.intervals.default),
                      generous: scaled(r.intervals.generous),
                    },
                  })),
                },
          ),
        };
        for (const fact of factsOf(small).slice(0, 1)) {
          const a = repairs(fact, contextOf(small));
          const b = repairs(fact, contextOf(large));
          expect(b.epsilon ?? Number.NaN).toBeCloseTo(a.epsilon ?? Number.NaN, 6);
          expect(b.repairs.map((r) => r.claim)).toEqual(a.repairs.map((r) => r.claim));
        }
      }),
      { numRuns: 15, seed: 5 },
    );
  });
});

describe('the figure that could stand there instead', () => {
  it('keeps the ends that no figure moves', () => {
    const part = {
      claim: 'top',
      variable: 'rank',
      value: 5,
      unit: 'rank',
      qualifier: 'top-n',
      interval: span(1, 5),
      bounds: span(1, null),
      whole: true,
      weight: 1,
    };
    expect(moved(part, 8)).toEqual(span(1, 8));
    expect(moved({ ...part, value: 0, interval: span(0, null, true), bounds: span(null, null) }, 3)).toEqual(
      span(3, null, true),
    );
  });

  it('is a whole number where only whole numbers are possible', () => {
    const input = made({
      claims: [
        {
          id: 'end',
          of: 'agenda-end',
          value: 2030,
          unit: 'year',
          interval: span(null, 2030),
          qualifier: 'tot',
        },
        {
          id: 'goal',
          of: 'goal-year',
          value: 2032,
          unit: 'year',
          interval: span(2032, 2032),
          qualifier: 'exact',
        },
      ],
      relations: [
        relation({
          id: 'within',
          kind: 'order',
          smaller: 'goal-year',
          larger: 'agenda-end',
          strict: false,
          times: 1,
        }),
      ],
      bounds: { 'agenda-end': span(1000, 9999), 'goal-year': span(1000, 9999) },
      whole: ['agenda-end', 'goal-year'],
    });
    const [fact = factOf(input)] = factsOf(input);
    const made2 = repairs(fact, contextOf(input));
    expect(made2.repairs.map((r) => r.value)).toEqual([2032, 2030]);
  });

  it('steps over an end that is left out', () => {
    const input = made({
      claims: [
        {
          id: 'more',
          of: 'x',
          value: 50_000,
          unit: 'jobs',
          interval: span(50_000, null, true),
          qualifier: 'meer-dan',
        },
        {
          id: 'is',
          of: 'x',
          value: 50_000,
          unit: 'jobs',
          interval: span(50_000, 50_000),
          qualifier: 'exact',
        },
      ],
    });
    const [fact = factOf(input)] = factsOf(input);
    const { epsilon, repairs: singles, repair } = repairs(fact, contextOf(input));
    expect(epsilon).toBeGreaterThan(0);
    expect(epsilon).toBeLessThan(1e-6);
    const [own] = repair;
    expect(own && sideOf(own.to, span(50_000, 50_000))).toBe(0);
    for (const single of singles) expect(single.value).not.toBe(50_000);
  });

  it('is absent where no change of that claim alone helps', () => {
    const input = made({
      claims: [
        { id: 'a', of: 'a', value: 80, unit: 'jobs', interval: span(80, 80), qualifier: 'exact' },
        { id: 'b', of: 'b', value: 30, unit: 'jobs', interval: span(30, 30), qualifier: 'exact' },
        { id: 'whole', of: 'whole', value: 20, unit: 'jobs', interval: span(20, 20), qualifier: 'exact' },
      ],
      relations: [
        relation({
          id: 'sum',
          kind: 'sum',
          whole: 'whole',
          parts: [
            { of: 'a', times: 1 },
            { of: 'b', times: 1 },
          ],
          covers: 'all',
        }),
      ],
    });
    // With b at 30 there is no positive a that gives 20, and the other way round: only the whole can change, or both.
    const core = createEngine(logicOf(input, contextOf(input).intervalOf)).possible(
      input.claims.map((c) => `${c.id}#as-written`),
    );
    if (core.answer !== 'no') throw new Error('should clash');
    const { repairs: singles } = repairs(factOf(input, { core: core.core }), contextOf(input));
    expect(singles.map((r) => r.claim)).toEqual(['whole']);
  });
});

describe('the room of a set that just fits', () => {
  it('is how far the intervals can shrink towards their figures', () => {
    const input = made({
      claims: [
        { id: 'a', of: 'a', value: 100, unit: 'jobs', interval: span(90, 110), bare: span(100, 100) },
        { id: 'b', of: 'a', value: 112, unit: 'jobs', interval: span(102, 122), bare: span(112, 112) },
      ],
    });
    const core =
      createEngine(logicOf(input, contextOf(input, 'bare').intervalOf)).enumerate().cores[0] ?? null;
    const near = repairs(factOf(input, { kind: 'near', core }), contextOf(input));
    // Twelve apart with ten on both sides: at six tenths of the width they just touch.
    expect(near.slack).toBeCloseTo(0.4, 9);
    expect(near.repairs).toEqual([]);
    expect(near.epsilon).toBeNull();
  });
});
