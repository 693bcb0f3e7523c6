import { loadSolver } from '@schaalsprong/solver';
import { describe, expect, it } from 'vitest';
import { createEngine, holds } from '../search/engine.ts';
import { type PlantKind, plantKinds, syntheticAgenda } from '../synthetic/index.ts';
import { componentOf } from './encoded.ts';
import { large } from './index.ts';
import { patchwork } from './search.ts';

const solver = await loadSolver();
const noLimits = {
  solves: Number.POSITIVE_INFINITY,
  cores: Number.POSITIVE_INFINITY,
  signal: undefined,
};
const sorted = (sets: readonly (readonly string[])[]): string[] =>
  sets.map((set) => [...set].sort().join(' + ')).sort();

function found(agenda: ReturnType<typeof syntheticAgenda>) {
  const component = componentOf(agenda.logic);
  const among = new Uint8Array(component.groups.length).fill(1);
  const { cores, ...rest } = patchwork(solver, component, among, noLimits);
  return { ...rest, cores: sorted(cores.map(({ groups }) => groups.map((g) => component.groups[g] ?? ''))) };
}

describe('the patchwork', () => {
  it.each(['connected', 'scattered'] as const)(
    'finds every planted conflict of 500 claims and nothing else: %s',
    (shape) => {
      for (const seed of [1, 2, 3]) {
        const agenda = syntheticAgenda({ claims: 500, seed, shape });
        expect(agenda.claims).toBeGreaterThanOrEqual(500);
        const { cores, complete, minimal } = found(agenda);
        expect(cores).toEqual(sorted(agenda.planted.map((p) => p.groups)));
        // complete, and shown in fractions to be so
        expect([complete, minimal]).toEqual([true, true]);
      }
    },
  );

  it.each(plantKinds.map((kind) => [kind] as [PlantKind]))('finds conflicts of the sort %s alone', (kind) => {
    const agenda = syntheticAgenda({ claims: 600, seed: 11, shape: 'connected', kinds: [kind] });
    expect(agenda.planted.length).toBeGreaterThan(1);
    expect(found(agenda)).toMatchObject({
      cores: sorted(agenda.planted.map((p) => p.groups)),
      complete: true,
    });
  });

  it('says of an agenda without conflicts that there are none', () => {
    const agenda = syntheticAgenda({ claims: 500, seed: 4, shape: 'connected', planted: 0 });
    expect(agenda.planted).toEqual([]);
    expect(found(agenda)).toMatchObject({ cores: [], complete: true });
  });

  it('gives the engine cores that it can prove in exact arithmetic, of 500 claims each once', () => {
    const agenda = syntheticAgenda({ claims: 500, seed: 5, shape: 'connected' });
    const { cores, complete } = createEngine(agenda.logic, { large: large(solver) }).enumerate();
    expect(sorted(cores.map(({ groups }) => groups))).toEqual(sorted(agenda.planted.map((p) => p.groups)));
    expect(complete).toBe(true);
    for (const core of cores) expect([holds(core.certificate), core.minimal]).toEqual([true, true]);
  });

  it('answers for a large component whether groups can all hold', () => {
    const agenda = syntheticAgenda({ claims: 500, seed: 6, shape: 'connected' });
    const engine = createEngine(agenda.logic, { large: large(solver) });
    const [conflict] = agenda.planted;
    const without = (group: string) => conflict?.groups.filter((g) => g !== group) ?? [];
    expect(engine.possible(conflict?.groups ?? [])).toMatchObject({
      answer: 'no',
      core: { groups: expect.arrayContaining([...(conflict?.groups ?? [])]) },
    });
    for (const group of conflict?.groups ?? []) expect(engine.possible(without(group)).answer).not.toBe('no');
  });

  it('says that it is not complete where it may not look further', () => {
    const component = componentOf(syntheticAgenda({ claims: 500, seed: 1, shape: 'connected' }).logic);
    const among = new Uint8Array(component.groups.length).fill(1);
    expect(patchwork(solver, component, among, { ...noLimits, solves: 40 }).complete).toBe(false);
    expect(patchwork(solver, component, among, { ...noLimits, cores: 3 }).complete).toBe(false);
    expect(patchwork(solver, component, among, { ...noLimits, signal: AbortSignal.abort() }).complete).toBe(
      false,
    );
    expect(patchwork(solver, component, among, noLimits, { mostTransversals: 2 }).complete).toBe(false);
  });

  it('looks only at the groups that it is asked about', () => {
    const agenda = syntheticAgenda({ claims: 500, seed: 2, shape: 'connected' });
    const component = componentOf(agenda.logic);
    const [first] = agenda.planted;
    const among = Uint8Array.from(component.groups, (group) => (group === first?.groups[0] ? 0 : 1));
    const { cores } = patchwork(solver, component, among, noLimits);
    const left = agenda.planted.filter(({ groups }) => !groups.includes(first?.groups[0] ?? ''));
    expect(sorted(cores.map(({ groups }) => groups.map((g) => component.groups[g] ?? '')))).toEqual(
      sorted(left.map(({ groups }) => groups)),
    );
  });
});
