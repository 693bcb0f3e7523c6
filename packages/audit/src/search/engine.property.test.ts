import { contains, type Interval } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  parse,
  print,
  type Rational,
  rational,
  sign,
  toNumber,
  zero,
} from '../certify/exact/rational.ts';
import type { Certificate, Group, Logic, TaggedConstraint, Variable } from '../system/logic.ts';
import { createEngine, holds } from './engine.ts';

interface Plain {
  readonly times: readonly Rational[];
  readonly bound: Rational;
  readonly strict: boolean;
}

/** Of rows that limit the same form in the same direction the tightest. */
function tightest(rows: readonly Plain[]): Plain[] {
  const kept = new Map<string, Plain>();
  for (const row of rows) {
    const head = row.times.find(({ n }) => n !== 0n);
    const size = head === undefined ? rational(1) : divide(rational(1), head.n < 0n ? negate(head) : head);
    const times = row.times.map((t) => multiply(t, size));
    const bound = multiply(row.bound, size);
    const key = times.map(print).join(' ');
    const other = kept.get(key);
    const order = other === undefined ? -1 : compare(bound, other.bound);
    if (order < 0 || (order === 0 && row.strict)) kept.set(key, { times, bound, strict: row.strict });
  }
  return [...kept.values()];
}

/** Elimination of Fourier and Motzkin: slow, exact, and nothing like a simplex. */
function canHold(rows: readonly Plain[], columns: number): boolean {
  let left = [...rows];
  for (let column = 0; column < columns; column++) {
    const at = (row: Plain) => row.times[column] as Rational;
    const above = left.filter((row) => sign(at(row)) > 0);
    const below = left.filter((row) => sign(at(row)) < 0);
    const next = left.filter((row) => sign(at(row)) === 0);
    for (const up of above) {
      for (const down of below) {
        const [a, b] = [negate(at(down)), at(up)];
        next.push({
          times: up.times.map((t, place) => add(multiply(t, a), multiply(down.times[place] as Rational, b))),
          bound: add(multiply(up.bound, a), multiply(down.bound, b)),
          strict: up.strict || down.strict,
        });
      }
    }
    left = tightest(next);
  }
  return left.every(({ bound, strict }) => sign(bound) > 0 || (sign(bound) === 0 && !strict));
}

function plainRows(logic: Logic, taken: ReadonlySet<string>): Plain[] {
  const at = new Map(logic.variables.map(({ id }, place) => [id, place]));
  const rows: Plain[] = [];
  const put = (terms: readonly { of: string; times: number }[], interval: Interval) => {
    const times = logic.variables.map(() => zero);
    for (const term of terms) {
      const place = at.get(term.of) as number;
      times[place] = add(times[place] as Rational, rational(term.times));
    }
    if (interval.max !== null) rows.push({ times, bound: rational(interval.max), strict: interval.maxOpen });
    if (interval.min !== null) {
      rows.push({
        times: times.map(negate),
        bound: negate(rational(interval.min)),
        strict: interval.minOpen,
      });
    }
  };
  for (const { id, bounds } of logic.variables) put([{ of: id, times: 1 }], bounds);
  for (const { constraint, groups } of logic.constraints) {
    if (constraint.kind === 'linear' && groups.every((group) => taken.has(group))) {
      put(constraint.terms, constraint.interval);
    }
  }
  return rows;
}

/** Whether every inequality of a certificate is one that the logic states, to the last digit. */
function statedIn(logic: Logic, certificate: Certificate): boolean {
  if (certificate.kind === 'cases') return false;
  const text = (times: readonly Rational[], bound: Rational, strict: boolean) =>
    `${times.map(print).join(' ')} ${strict ? '<' : '<='} ${print(bound)}`;
  const all = new Set(logic.groups.map(({ id }) => id));
  const stated = new Set(plainRows(logic, all).map((row) => text(row.times, row.bound, row.strict)));
  return certificate.rows.every((row) => {
    const times = logic.variables.map(({ id }) => parse(row.terms.find(({ of }) => of === id)?.times ?? '0'));
    return stated.has(text(times, parse(row.bound), row.strict));
  });
}

/** Every minimal set, by looking at every set. */
function byBruteForce(logic: Logic): string[] {
  const found: number[] = [];
  const count = logic.groups.length;
  const sets = Array.from({ length: 2 ** count }, (_, mask) => mask).sort(
    (a, b) => bits(a) - bits(b) || a - b,
  );
  for (const mask of sets) {
    const groups = logic.groups.filter((_, at) => (mask >> at) & 1);
    const choices = groups.flatMap(({ choice }) => (choice === undefined ? [] : [choice]));
    if (new Set(choices).size < choices.length) continue;
    if (found.some((core) => (core & mask) === core)) continue;
    const taken = new Set(groups.map(({ id }) => id));
    if (!canHold(plainRows(logic, taken), logic.variables.length)) found.push(mask);
  }
  return found.map((mask) => namesOf(logic, mask)).sort();
}

const bits = (mask: number): number => (mask === 0 ? 0 : (mask & 1) + bits(mask >> 1));
const namesOf = (logic: Logic, mask: number) =>
  logic.groups
    .filter((_, at) => (mask >> at) & 1)
    .map(({ id }) => id)
    .join(' ');

const coresOf = (logic: Logic): string[] =>
  createEngine(logic)
    .enumerate()
    .cores.map(({ groups }) => groups.join(' '))
    .sort();

const interval = (min: number | null, max: number | null, open: number): Interval => ({
  min,
  max,
  minOpen: min !== null && (open & 1) === 1,
  maxOpen: max !== null && (open & 2) === 2,
});

/** Small figures, so that sums touch often, some of them with decimals that no double has. */
const figure = fc.oneof(fc.integer({ min: -4, max: 6 }), fc.constantFrom(0.1, 0.2, 0.3, 1.1, 2.7));
const someInterval = fc
  .tuple(fc.constantFrom('at', 'from', 'to', 'between'), figure, figure, fc.integer({ min: 0, max: 3 }))
  .map(([kind, a, b, open]) => {
    if (kind === 'at') return interval(a, a, 0);
    if (kind === 'from') return interval(a, null, open);
    if (kind === 'to') return interval(null, a, open);
    return interval(Math.min(a, b), Math.max(a, b), a === b ? 0 : open);
  });

const columns = 3;
const variables: readonly Variable[] = Array.from({ length: columns }, (_, at) => ({
  id: `x${at}`,
  bounds: at === 0 ? interval(0, null, 1) : interval(-20, 20, 0),
  whole: false,
}));

const someLogic = fc
  .record({
    claims: fc.array(
      fc.record({
        terms: fc.array(
          fc.record({
            of: fc.integer({ min: 0, max: columns - 1 }),
            times: fc.constantFrom(1, 1, 1, -1, -1, 2, 0.1, -3),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        interval: someInterval,
        also: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined, freq: 5 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    pairs: fc.integer({ min: 0, max: 2 }),
    always: fc.array(fc.constantFrom(0, 1, 2), { minLength: 0, maxLength: 2 }),
  })
  .map(({ claims, pairs, always }): Logic => {
    const groups: Group[] = claims.map((_, at) =>
      at < 2 * pairs ? { id: `g${at}`, choice: `c${at >> 1}` } : { id: `g${at}` },
    );
    const constraints: TaggedConstraint[] = claims.map(({ terms, interval: within, also }, at) => ({
      id: `k${at}`,
      groups: [...new Set([`g${at}`, ...(also !== undefined && also < claims.length ? [`g${also}`] : [])])],
      constraint: {
        kind: 'linear',
        terms: terms.map(({ of, times }) => ({ of: `x${of}`, times })),
        interval: within,
      },
    }));
    // x = y + z at times: a structure that fits with the bounds, whatever is drawn
    const sums = always.map(
      (at, place): TaggedConstraint => ({
        id: `s${place}`,
        groups: [],
        constraint: {
          kind: 'linear',
          terms: [
            { of: `x${at}`, times: 1 },
            { of: `x${(at + 1) % columns}`, times: -1 },
            { of: `x${(at + 2) % columns}`, times: -1 },
          ],
          interval: interval(0, place === 0 ? 0 : 2, 0),
        },
      }),
    );
    return { variables, groups, constraints: [...constraints, ...sums] };
  })
  .filter((logic) => canHold(plainRows(logic, new Set()), columns));

describe('the minimal sets', () => {
  it('are those that brute force finds, each with a certificate that adds up', () => {
    fc.assert(
      fc.property(someLogic, (logic) => {
        const { cores, complete } = createEngine(logic).enumerate();
        expect(complete).toBe(true);
        expect(cores.map(({ groups }) => groups.join(' ')).sort()).toEqual(byBruteForce(logic));
        for (const core of cores) {
          expect(holds(core.certificate)).toBe(true);
          expect(core.minimal).toBe(true);
          expect(statedIn(logic, core.certificate)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the units of the quantities', () => {
    const powers = fc.array(fc.integer({ min: -4, max: 10 }), { minLength: columns, maxLength: columns });
    fc.assert(
      fc.property(someLogic, powers, (logic, units) => {
        // x in units of 10^-p: figures on x alone grow, multiples elsewhere shrink
        const shift = (x: number, by: number) => Number(`${x}e${by}`.replace(/e(.*)e/, 'e'));
        const by = (id: string) => units[Number(id.slice(1))] as number;
        const scaled: Logic = {
          ...logic,
          variables: logic.variables.map((v) => ({
            ...v,
            bounds: {
              ...v.bounds,
              min: v.bounds.min === null ? null : shift(v.bounds.min, by(v.id)),
              max: v.bounds.max === null ? null : shift(v.bounds.max, by(v.id)),
            },
          })),
          constraints: logic.constraints.map((c) =>
            c.constraint.kind === 'linear'
              ? {
                  ...c,
                  constraint: {
                    ...c.constraint,
                    terms: c.constraint.terms.map(({ of, times }) => ({ of, times: shift(times, -by(of)) })),
                  },
                }
              : c,
          ),
        };
        expect(coresOf(scaled)).toEqual(coresOf(logic));
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on the order of the constraints and quantities', () => {
    fc.assert(
      fc.property(someLogic, fc.infiniteStream(fc.nat()), (logic, dice) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, at: dice.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const mixed = {
          ...logic,
          variables: shuffle(logic.variables),
          constraints: shuffle(logic.constraints),
        };
        expect(coresOf(mixed)).toEqual(coresOf(logic));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a question about one set', () => {
  const chosen = someLogic.chain((logic) =>
    fc.tuple(
      fc.constant(logic),
      fc.subarray(logic.groups.map(({ id }) => id)).filter((ids) => {
        const choices = logic.groups.flatMap(({ id, choice }) =>
          ids.includes(id) && choice !== undefined ? [choice] : [],
        );
        return new Set(choices).size === choices.length;
      }),
    ),
  );

  it('is answered as elimination answers it, and a range holds every point', () => {
    fc.assert(
      fc.property(chosen, ([logic, groups]) => {
        const engine = createEngine(logic);
        const answer = engine.possible(groups);
        const rows = plainRows(logic, new Set(groups));
        expect(answer.answer).toBe(canHold(rows, columns) ? 'yes' : 'no');
        for (const { id } of logic.variables) {
          const range = engine.range(id, groups);
          if (answer.answer === 'no') {
            expect(range).toBe(null);
            continue;
          }
          expect(range).not.toBe(null);
          const value = rational(answer.point.get(id) as number);
          const at = logic.variables.findIndex((v) => v.id === id);
          const with_ = (times: number, bound: Rational, strict: boolean): Plain => ({
            times: logic.variables.map((_, place) => (place === at ? rational(times) : zero)),
            bound,
            strict,
          });
          // nothing is beyond the ends, and closed ends are attained
          if (range?.max != null) {
            const max = rational(range.max);
            expect(compare(value, max)).toBeLessThanOrEqual(0);
            expect(canHold([...rows, with_(-1, negate(max), true)], columns)).toBe(false);
            const short = range.max - Math.max(1e-9, Math.abs(range.max) * 1e-9);
            expect(canHold([...rows, with_(-1, rational(-short), false)], columns)).toBe(true);
            if (range.maxOpen) expect(canHold([...rows, with_(-1, negate(max), false)], columns)).toBe(false);
          }
          if (range?.min != null) {
            const min = rational(range.min);
            expect(compare(value, min)).toBeGreaterThanOrEqual(0);
            expect(canHold([...rows, with_(1, min, true)], columns)).toBe(false);
            if (range.minOpen) expect(canHold([...rows, with_(1, min, false)], columns)).toBe(false);
          }
          if (range?.max === null)
            expect(canHold([...rows, with_(-1, rational(-1e9), false)], columns)).toBe(true);
          if (range?.min === null)
            expect(canHold([...rows, with_(1, rational(-1e9), false)], columns)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/**
 * Logics with products, made around a point that satisfies them: z = x (y + c), w = z v, and claims of which some hold at
 * the point. The engine must never refute what holds there.
 */
const aroundAPoint = fc
  .record({
    x: fc.integer({ min: -6, max: 9 }),
    y: fc.integer({ min: -6, max: 9 }),
    v: fc.integer({ min: -3, max: 5 }),
    plus: fc.constantFrom(0, 0, 100, -2),
    times: fc.constantFrom(1, 0.01, -2),
    signs: fc.boolean(),
    whole: fc.boolean(),
    claims: fc.array(
      fc.record({
        of: fc.constantFrom('x', 'y', 'v', 'z', 'w'),
        off: fc.constantFrom(0, 0, 0, -3, 0.5, 4),
        width: fc.constantFrom(0, 0.5, 2),
        open: fc.integer({ min: 0, max: 3 }),
        ends: fc.constantFrom('both', 'low', 'high'),
      }),
      { minLength: 2, maxLength: 7 },
    ),
  })
  .map(({ x, y, v, plus, times, signs, whole, claims }) => {
    // positions from one up where the quantities are declared positive
    const at = signs ? { x: Math.abs(x) + 1, y: Math.abs(y) + 1, v: Math.abs(v) + 1 } : { x, y, v };
    const exactly = multiply(rational(times), multiply(rational(at.x), rational(at.y + plus)));
    const z = toNumber(exactly);
    const point: Readonly<Record<string, number>> = {
      ...at,
      z,
      w: toNumber(multiply(exactly, rational(at.v))),
    };
    const groups: Group[] = claims.map((_, place) => ({ id: `g${place}` }));
    const stated = claims.map(({ of, off, width, open, ends }, place) => {
      const middle = Number(((point[of] as number) + off).toPrecision(12));
      const within = interval(
        ends === 'high' ? null : Number((middle - width).toPrecision(12)),
        ends === 'low' ? null : Number((middle + width).toPrecision(12)),
        width === 0 ? 0 : open,
      );
      const tagged: TaggedConstraint = {
        id: `k${place}`,
        groups: [`g${place}`],
        constraint: { kind: 'linear', terms: [{ of, times: 1 }], interval: within },
      };
      return { tagged, kept: contains(within, point[of] as number) };
    });
    const logic: Logic = {
      variables: ['x', 'y', 'v', 'z', 'w'].map((id) => ({
        id,
        bounds: signs && 'xyv'.includes(id) ? interval(0, null, 1) : interval(null, null, 0),
        whole: whole && 'xyv'.includes(id),
      })),
      groups,
      constraints: [
        ...stated.map(({ tagged }) => tagged),
        {
          id: 'first',
          groups: [],
          constraint: { kind: 'product', product: 'z', factor: 'x', other: 'y', times, plus },
        },
        {
          id: 'second',
          groups: [],
          constraint: { kind: 'product', product: 'w', factor: 'z', other: 'v', times: 1, plus: 0 },
        },
      ],
    };
    return {
      logic,
      holding: stated.flatMap(({ kept }, place) => (kept ? [`g${place}`] : [])),
      times,
      plus,
    };
  });

describe('products', () => {
  it('are never refuted where they hold, and a yes is a point that satisfies them', () => {
    fc.assert(
      fc.property(aroundAPoint, ({ logic, holding, times, plus }) => {
        const engine = createEngine(logic);
        const { cores } = engine.enumerate();
        for (const core of cores) {
          expect(core.groups.every((group) => holding.includes(group))).toBe(false);
          expect(holds(core.certificate)).toBe(true);
        }
        const answer = engine.possible(holding);
        expect(answer.answer).not.toBe('no');
        if (answer.answer !== 'yes') return;
        const value = (id: string) => answer.point.get(id) as number;
        const close = (a: number, b: number) =>
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
        close(value('z'), times * value('x') * (value('y') + plus));
        close(value('w'), value('z') * value('v'));
      }),
      { numRuns: 150 },
    );
  });
});
