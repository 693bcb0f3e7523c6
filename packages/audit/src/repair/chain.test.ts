import type { Interval } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, factsOf, randomAudit, recipe, span } from '../../test/made-audits.ts';
import { createEngine } from '../search/engine.ts';
import { chainOf, explain, statedOf } from '../words/explain.ts';
import { figuresShow } from '../words/explain-arithmetic.ts';
import { type Chain, compute, computeInterval } from './chain.ts';
import { add, divide, exactly, intersect, multiply, sideOf, times } from './chain-interval.ts';
import { setLogic } from './repair-engine.ts';

/** The value of an operand of a chain, looked up at its origin. */
function valueBehind(chain: Chain, origin: Chain['origin'], own: number): number {
  return origin.kind === 'step' ? (chain.steps[origin.at]?.value ?? Number.NaN) : own;
}

describe('a chain of random sets', () => {
  it('ends in a comparison that is false, and its numbers are those of its steps', () => {
    let chains = 0;
    let sets = 0;
    fc.assert(
      fc.property(recipe, (ingredients) => {
        const input = randomAudit(ingredients);
        for (const fact of factsOf(input).slice(0, 2)) {
          const context = contextOf(input);
          const chain = chainOf(fact, context);
          const text = explain(fact, context);
          sets += 1;
          expect(text.arithmetic.nl).not.toBe('');
          expect(text.explanation.en).not.toMatch(/undefined|NaN|\{|\}/);
          expect(text.arithmetic.en).not.toMatch(/undefined|NaN|unknown/);
          if (!chain) continue;
          chains += 1;
          for (const step of chain.steps) {
            for (const operand of step.operands) {
              if (operand.origin.kind === 'step') {
                expect(operand.value).toBe(valueBehind(chain, operand.origin, operand.value));
              }
              if (operand.origin.kind === 'claim') {
                expect(statedOf(fact, context)[operand.origin.at]?.value).toBe(operand.value);
              }
            }
            expect(step.value).toBe(
              compute(
                step.operation,
                step.operands.map((o) => o.value),
              ),
            );
            const made = computeInterval(
              step.operation,
              step.operands.map((o) => o.interval),
            );
            expect(sideOf(step.interval, made)).toBe(0);
          }
          // The comparison itself: the derived and the stated interval are disjoint.
          expect(sideOf(chain.computed, chain.pivot.interval)).toBe(chain.side);
          if (chain.value !== null && figuresShow(chain)) {
            expect(Math.sign(chain.value - chain.pivot.value)).toBe(chain.side);
          }
          // Soundness: the computed interval encloses the range of the engine.
          const set = setLogic(fact, context);
          const own = `${chain.pivot.claim}#${chain.pivot.reading}`;
          const range = createEngine(set.logic).range(
            chain.pivot.variable,
            set.groups.filter((g) => g !== own),
          );
          expect(range).not.toBeNull();
          if (range) {
            const slack = 1e-9 * Math.max(1, Math.abs(range.min ?? 0), Math.abs(range.max ?? 0));
            if (chain.computed.min !== null) {
              expect(range.min ?? Number.NEGATIVE_INFINITY).toBeGreaterThanOrEqual(
                chain.computed.min - slack,
              );
            }
            if (chain.computed.max !== null) {
              expect(range.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(chain.computed.max + slack);
            }
          }
          // The drawing shows two rows that do not meet.
          const rows = text.drawing?.rows ?? [];
          const last = rows[rows.length - 1];
          const before = rows[rows.length - 2];
          expect(last && before && sideOf(before.interval, last.interval)).toBe(chain.side);
        }
      }),
      { numRuns: 80, seed: 7 },
    );
    expect(sets).toBeGreaterThan(40);
    // Most sets are trees and have a chain of steps.
    expect(chains / sets).toBeGreaterThan(0.9);
  });
});

describe('arithmetic on intervals', () => {
  const end = fc.integer({ min: -50, max: 50 });
  const interval = fc.tuple(end, end, fc.boolean(), fc.boolean()).map(([a, b, open, close]): Interval => {
    const [min, max] = a < b ? [a, b] : [b, a];
    return span(min, max, min < max && open, min < max && close);
  });
  const within = fc.tuple(interval, fc.double({ min: 0.01, max: 0.99, noNaN: true })).map(([i, t]) => ({
    i,
    x: (i.min ?? 0) + ((i.max ?? 0) - (i.min ?? 0)) * t,
  }));
  const holds = (i: Interval, x: number) => {
    const slack = 1e-9 * Math.max(1, Math.abs(x));
    return (i.min === null || x >= i.min - slack) && (i.max === null || x <= i.max + slack);
  };

  it('contains what can come out', () => {
    fc.assert(
      fc.property(within, within, fc.integer({ min: -3, max: 3 }), (a, b, k) => {
        expect(holds(add(a.i, b.i), a.x + b.x)).toBe(true);
        expect(holds(multiply(a.i, b.i), a.x * b.x)).toBe(true);
        expect(holds(times(a.i, k), a.x * k)).toBe(true);
        if (b.x !== 0) expect(holds(divide(a.i, b.i), a.x / b.x)).toBe(true);
      }),
    );
  });

  it('keeps ends that are left out', () => {
    expect(add(span(1, 2, true), span(3, 4))).toEqual(span(4, 6, true));
    expect(multiply(span(2, 3, true), span(10, 10))).toEqual(span(20, 30, true));
    expect(multiply(span(0, null, true), span(2, 3))).toEqual(span(0, null, true));
    expect(divide(span(1, 1), span(0, 2, true))).toEqual(span(0.5, null));
    expect(intersect(span(1, 5), span(5, 9, true))).toEqual(span(5, 5, true));
  });

  it('tells touching from clashing', () => {
    expect(sideOf(exactly(5), span(5, 6))).toBe(0);
    expect(sideOf(exactly(5), span(5, 6, true))).toBe(-1);
    expect(sideOf(add(exactly(0.1), exactly(0.2)), exactly(0.3))).toBe(0);
    expect(sideOf(exactly(7), span(5, 6))).toBe(1);
  });
});
