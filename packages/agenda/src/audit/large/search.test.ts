import { describe, expect, it } from 'vitest';
import { type PlantKind, plantKinds, syntheticAgenda } from '../synthetic/index.ts';
import { componentOf, noLimits } from './fixture.ts';
import { patchwork } from './search.ts';
import { loadSolver } from './solver.ts';

const solver = await loadSolver();
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
        const { cores, complete } = found(agenda);
        expect(cores).toEqual(sorted(agenda.planted.map((p) => p.groups)));
        expect(complete).toBe(true);
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
});
