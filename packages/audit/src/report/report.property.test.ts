import type { AuditReading } from '@schaalsprong/agenda/claims';
import type { Interval } from '@schaalsprong/words';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupOf, logicOf } from '../facts/facts-logic.ts';
import {
  type AuditClaim,
  type AuditInput,
  type AuditRelation,
  audit,
  createEngine,
  type Engine,
  LogicError,
} from '../index.ts';

/** Small made-up audits: five quantities, claims with one or two readings, sums and orders, some as assumptions. */
const text = { nl: 'verzonnen', en: 'made up' };
const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@X`);

const around = (value: number, width: number): Interval => ({
  min: value * (1 - width),
  max: value * (1 + width),
  minOpen: false,
  maxOpen: false,
});
const up = (interval: Interval): Interval => ({ ...interval, max: null });

const reading = (
  id: string,
  variable: string,
  value: number,
  open: boolean,
  plain: boolean,
): AuditReading => {
  const of = (width: number): Interval => (open ? up(around(value, width)) : around(value, width));
  const intervals = { bare: of(0), default: of(0.05), generous: of(0.1) };
  return { id, title: text, plain, variable, value, unit: 'homes', intervals };
};

const made = fc.record({
  of: fc.constantFrom(...names),
  value: fc.integer({ min: 1, max: 12 }),
  sort: fc.constantFrom('one', 'target', 'meanings', 'loose'),
  other: fc.constantFrom(...names),
  kind: fc.constantFrom('target', 'fact', 'commitment'),
});

const claimOf = ({ of, value, sort, other, kind }: Made, i: number): AuditClaim => ({
  id: `claim-${i}`,
  kind: sort === 'target' ? 'target' : kind,
  text,
  line: i + 1,
  places: [{ from: i + 1, to: i + 1 }],
  page: 1,
  figure: [String(value)],
  qualifier: 'none',
  value,
  unit: 'homes',
  targets: [],
  document: null,
  weight: 1,
  readings:
    sort === 'target'
      ? [reading('exactly', of, value, false, true), reading('at-least', of, value, true, true)]
      : sort === 'meanings'
        ? [reading('this', of, value, false, true), reading('that', other, value, false, true)]
        : sort === 'loose'
          ? [reading('this', of, value, false, true), reading('that', other, value, false, false)]
          : [reading('as-written', of, value, false, true)],
});
interface Made {
  readonly of: string;
  readonly value: number;
  readonly sort: string;
  readonly other: string;
  readonly kind: string;
}

const related = fc
  .tuple(
    fc.shuffledSubarray(names, { minLength: 3, maxLength: 3 }),
    fc.constantFrom('sum', 'some', 'order'),
    fc.boolean(),
  )
  .map(([[whole = '', first = '', second = ''], kind, assumed]) => ({ whole, first, second, kind, assumed }));

const relationOf = (
  r: { whole: string; first: string; second: string; kind: string },
  i: number,
): AuditRelation => {
  const base = { id: `relation-${i}`, why: text, asks: 'contradiction' as const, when: [], places: [] };
  if (r.kind === 'order') {
    return { ...base, kind: 'order', smaller: r.first, larger: r.whole, strict: false, times: 1 };
  }
  const parts = [r.first, r.second].map((of) => ({ of, times: 1 }));
  return { ...base, kind: 'sum', whole: r.whole, parts, covers: r.kind === 'some' ? 'some' : 'all' };
};

const input = fc
  .tuple(fc.array(made, { minLength: 2, maxLength: 6 }), fc.array(related, { minLength: 1, maxLength: 3 }))
  .map(([claims, relations]): AuditInput => {
    const all = relations.map((r, i) => ({ assumed: r.assumed, relation: relationOf(r, i) }));
    return {
      region: 'made-up',
      units: {},
      claims: claims.map(claimOf),
      notEncoded: [],
      variables: names.map((id) => ({
        id,
        title: text,
        unit: 'homes',
        bounds: { min: 0, max: null, minOpen: true, maxOpen: false },
        whole: false,
      })),
      relations: all.filter((r) => !r.assumed).map((r) => r.relation),
      assumptions: all
        .filter((r) => r.assumed)
        .map(({ relation }) => ({ id: `assume-${relation.id}`, title: text, why: text, on: true, relation })),
      continuations: [],
      gaps: [],
      verdicts: [],
      hash: 'made-up',
    };
  });

/** Every way to read some claims, plain readings only or all. */
function ways(of: AuditInput, ids: readonly string[], plainOnly: boolean): Record<string, string>[] {
  let all: Record<string, string>[] = [{}];
  for (const id of ids) {
    const claim = of.claims.find((c) => c.id === id);
    const own = (claim?.readings ?? []).filter((r) => r.plain || !plainOnly).map((r) => r.id);
    all = all.flatMap((way) => own.map((r) => ({ ...way, [id]: r })));
  }
  return all;
}

function structureHolds(engine: Engine): boolean {
  try {
    engine.possible([]);
    return true;
  } catch (error) {
    if (error instanceof LogicError && error.code === 'LOGIC_STRUCTURE_IMPOSSIBLE') return false;
    throw error;
  }
}

it('a contradiction is real in every plain reading, one under an assumption in a plain reading, both are minimal, and what they say remains is possible', () => {
  let seen = 0;
  fc.assert(
    fc.property(input, (made) => {
      const report = audit(made);
      if (report.warnings.length > 0) return;
      const intervalOf = (claim: string, id: string): Interval =>
        made.claims.find((c) => c.id === claim)?.readings.find((r) => r.id === id)?.intervals.default ??
        around(1, 1);
      const engine = createEngine(logicOf(made, intervalOf));
      // The report searches only quantities that a claim is about, so it is silent where the others cannot hold.
      if (!structureHolds(engine)) return;
      const can = (way: Readonly<Record<string, string>>, assumptions: readonly string[]): boolean => {
        const groups = [...Object.entries(way).map(([claim, r]) => groupOf(claim, r)), ...assumptions];
        return engine.possible(groups).answer !== 'no';
      };
      const found = report.conflicts.filter((c) => c.kind.startsWith('contradiction'));
      for (const conflict of found) {
        seen += 1;
        const ids = conflict.claims.map((claim) => claim.id);
        const real = ways(made, ids, true).map((way) => !can(way, conflict.assumptions));
        expect(conflict.kind === 'contradiction' ? !real.includes(false) : real.includes(true)).toBe(true);
        const choices = ids.filter((id) => (made.claims.find((c) => c.id === id)?.readings.length ?? 0) > 1);
        for (const way of ways(made, ids, false)) {
          const named = Object.fromEntries(choices.map((id) => [id, way[id] ?? '']));
          const told = conflict.remaining.some((one) => JSON.stringify(one) === JSON.stringify(named));
          expect(told).toBe(can(way, conflict.assumptions));
        }
        for (const without of ids) {
          const rest = ids.filter((id) => id !== without);
          expect(ways(made, rest, true).some((way) => can(way, conflict.assumptions))).toBe(true);
        }
        for (const without of conflict.assumptions) {
          const rest = conflict.assumptions.filter((id) => id !== without);
          expect(ways(made, ids, true).some((way) => can(way, rest))).toBe(true);
        }
        if (conflict.assumptions.length > 0) expect(conflict.kind).not.toBe('contradiction');
      }
      // And nothing is kept back: where no plain way to read all claims holds, something is reported.
      const all = made.claims.map((claim) => claim.id);
      const assumptions = made.assumptions.map((a) => a.id);
      if (!ways(made, all, true).some((way) => can(way, assumptions)))
        expect(found.length).toBeGreaterThan(0);
      else expect(found.filter((c) => c.kind === 'contradiction')).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(30);
});

it('a target that is told to be moot holds as at least, not as its figure, and demands what is said', () => {
  let seen = 0;
  fc.assert(
    fc.property(input, (made) => {
      const report = audit(made);
      for (const conflict of report.conflicts) {
        if (conflict.kind !== 'dominance') continue;
        seen += 1;
        const [mended] = conflict.repairs;
        const moot = made.claims.find((claim) => claim.id === mended?.claim);
        expect(moot?.kind === 'target' || moot?.kind === 'commitment').toBe(true);
        expect(mended?.to.min ?? 0).toBeGreaterThan(mended?.from.min ?? 0);
        const chosen = audit(made, { readings: { [moot?.id ?? '']: 'exactly' } });
        const ids = new Set(conflict.claims.map((claim) => claim.id));
        const clash = chosen.conflicts.filter((c) => c.kind.startsWith('contradiction'));
        // Among those told together with another of the same stake too.
        const sets = clash.flatMap((c) => [c.claims.map(({ id }) => id), ...c.variants.map((v) => v.claims)]);
        expect(sets.some((claims) => claims.every((id) => ids.has(id)))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(0);
});

it('repairs tried one after the other say the same as each tried on an input that nothing is cached of', () => {
  let tried = 0;
  fc.assert(
    fc.property(input, (made) => {
      for (const { repairs } of audit(made).conflicts) {
        for (const { claim, to } of repairs) {
          tried += 1;
          const switches = { repairs: { [claim]: to } };
          expect(audit(made, switches).conflicts).toEqual(audit(structuredClone(made), switches).conflicts);
        }
      }
    }),
    { numRuns: 12 },
  );
  expect(tried).toBeGreaterThan(8);
});
