import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conveyor } from '../../../test/conveyor.ts';
import { course } from '../../../test/small-model.ts';
import { model } from '../../../test/xmile-file.ts';

const parts = fc.record({
  steps: fc.integer({ min: 1, max: 6 }),
  dt: fc.constantFrom(1, 0.5, 0.25),
  initial: fc.integer({ min: 0, max: 20 }),
  inflow: fc.integer({ min: 0, max: 9 }),
  swing: fc.integer({ min: 0, max: 9 }),
  fraction: fc.constantFrom(0, 0.125, 0.5, 1),
  exponential: fc.boolean(),
  half: fc.boolean(),
  capacity: fc.constantFrom('', '20', '25 + 5 * SIN(TIME)'),
  limit: fc.constantFrom('', '4'),
  arrest: fc.constantFrom('0', 'SIN(3 * TIME) &gt; 0.5', '2 &lt; TIME'),
  changes: fc.boolean(),
});

type Case = typeof parts extends fc.Arbitrary<infer T> ? T : never;

const lengthAt = (p: Case, t: number): number => p.steps + (p.changes && Math.sin(2 * t) > 0 ? 2 : 0);
const hasZone = (p: Case): boolean => p.half && p.steps % 2 === 0 && !p.changes;

function modelOf(p: Case) {
  const fixed = p.steps * p.dt;
  const len = p.changes ? `${fixed} + IF SIN(2 * TIME) &gt; 0 THEN ${2 * p.dt} ELSE 0` : String(fixed);
  const text = conveyor({
    initial: String(p.initial),
    inside: `<len>${len}</len><capacity>${p.capacity}</capacity><in_limit>${p.limit}</in_limit><arrest>${p.arrest}</arrest>`,
    attributes: p.exponential ? ' exponential_leak="true"' : '',
    inflow: `${p.inflow} + ${p.swing} * SIN(TIME)`,
    leak: String(p.fraction),
    zone: hasZone(p) ? ' leak_start="0.5"' : '',
  });
  return model(text, { specs: `<start>0</start><stop>6</stop><dt>${p.dt}</dt>` });
}

/** What came on in one step: how much, how much of it is left, its way and how much of that is to come, in steps. */
interface Lot {
  readonly amount: number;
  readonly content: number;
  readonly way: number;
  readonly left: number;
}

/** What a lot loses in one step. */
function loss(p: Case, { amount, content, way, left }: Lot): number {
  const from = hasZone(p) ? way / 2 : 0;
  if (way - left < from) return 0;
  return p.exponential ? content * p.fraction * p.dt : (p.fraction * amount) / (way - from);
}

/** The conveyor of {@link modelOf} lot by lot: another way to the same numbers. */
function walk(p: Case): Record<'on' | 'off' | 'lost' | 'belt', number[]> {
  const way = lengthAt(p, 0);
  const steady: Lot[] = [];
  for (let left = way, content = 1; left > 0; left--) {
    const lot = { amount: 1, content, way, left };
    steady.push(lot);
    content -= loss(p, lot);
  }
  const scale = p.initial / steady.reduce((sum, lot) => sum + lot.content, 0);
  let lots = steady.map((lot) => ({ ...lot, amount: scale, content: lot.content * scale }));
  const result = { on: [] as number[], off: [] as number[], lost: [] as number[], belt: [] as number[] };
  for (let t = 0; t <= 6; t += p.dt) {
    const belt = lots.reduce((sum, lot) => sum + lot.content, 0);
    const still = p.arrest === '0' ? false : p.arrest.startsWith('SIN') ? Math.sin(3 * t) > 0.5 : t > 2;
    const losses = lots.map((lot) => (still ? 0 : loss(p, lot)));
    const lost = losses.reduce((a, b) => a + b, 0) / p.dt;
    const rest = lots.map((lot, i) => ({
      ...lot,
      content: lot.content - (losses[i] ?? 0),
      left: lot.left - 1,
    }));
    const off = still ? 0 : rest.reduce((sum, lot) => sum + (lot.left === 0 ? lot.content : 0), 0) / p.dt;
    const capacity = p.capacity === '' ? Infinity : p.capacity === '20' ? 20 : 25 + 5 * Math.sin(t);
    const limit = p.limit === '' ? Infinity : 4;
    const room = Math.max(0, Math.min((capacity - belt) / p.dt + off + lost, limit));
    const on = still ? 0 : Math.min(Math.max(0, p.inflow + p.swing * Math.sin(t)), room);
    result.on.push(on);
    result.off.push(off);
    result.lost.push(lost);
    result.belt.push(belt);
    if (still) continue;
    const into = lengthAt(p, t);
    lots = [
      ...rest.filter((lot) => lot.left > 0),
      { amount: on * p.dt, content: on * p.dt, way: into, left: into },
    ];
  }
  return result;
}

describe('conveyors of every kind', () => {
  it('are as they are lot by lot', () => {
    fc.assert(
      fc.property(parts, (p) => {
        const wanted = walk(p);
        const made = modelOf(p);
        for (const name of ['on', 'off', 'lost', 'belt'] as const) {
          course(made, name).forEach((value, i) => {
            expect(value).toBeCloseTo(wanted[name][i] ?? Number.NaN, 8);
          });
        }
      }),
      { numRuns: 75 },
    );
  });

  it('keep what comes in: it is on the conveyor, came off, or leaked', () => {
    fc.assert(
      fc.property(parts, (p) => {
        const made = modelOf(p);
        const [source, belt, done, gone] = ['source', 'belt', 'done', 'gone'].map((of) => course(made, of));
        source?.forEach((left, i) => {
          const all = left + (belt?.[i] ?? 0) + (done?.[i] ?? 0) + (gone?.[i] ?? 0);
          expect(all).toBeCloseTo(1000 + p.initial, 9);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are the same in every kernel', () => {
    fc.assert(
      fc.property(parts, (p) => {
        const made = modelOf(p);
        const outcomes = ['on', 'off', 'lost', 'belt'];
        const by = (backend: 'js' | 'wasm' | 'plain') =>
          made.run({ futures: { count: 2 }, outcomes, backend });
        const [js, wasm, plain] = [by('js'), by('wasm'), by('plain')];
        for (const of of outcomes) {
          expect([...wasm.get(of)]).toEqual([...js.get(of)]);
          expect([...plain.get(of)]).toEqual([...js.get(of)]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('cell by cell is as by one delay', () => {
    fc.assert(
      fc.property(parts, (p) => {
        const text = (arrest: string): string =>
          conveyor({
            initial: String(p.initial),
            inside: `<len>${p.steps * p.dt}</len><capacity>${p.capacity}</capacity><arrest>${arrest}</arrest>`,
            attributes: p.exponential ? ' exponential_leak="true"' : '',
            inflow: `${p.inflow} + ${p.swing} * SIN(TIME)`,
            leak: String(p.fraction),
          });
        const specs = `<start>0</start><stop>6</stop><dt>${p.dt}</dt>`;
        // A conveyor that could stand still is written out in cells; this one never does.
        const cells = model(text('TIME &gt; 100'), { specs });
        const delay = model(text('0'), { specs });
        for (const of of ['on', 'belt', 'off', 'lost']) {
          const wanted = course(delay, of);
          course(cells, of).forEach((value, i) => {
            expect(value).toBeCloseTo(wanted[i] ?? Number.NaN, 9);
          });
        }
      }),
      { numRuns: 50 },
    );
  });
});
