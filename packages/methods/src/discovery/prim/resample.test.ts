import { streamOf, uniformPair } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { dataOf, numberInput } from '../data/data.ts';
import { prim } from './prim.ts';
import { resample } from './resample.ts';

const column = (name: string): Float64Array =>
  Float64Array.from({ length: 600 }, (_, i) => uniformPair(3, streamOf(name), i)[0]);
const [a, b, noise] = [column('a'), column('b'), column('noise')];
const data = dataOf(
  [numberInput('a', a), numberInput('b', b), numberInput('noise', noise)],
  Uint8Array.from(a, (value, i) => (value > 0.6 && (b[i] ?? 0) < 0.5 ? 1 : 0)),
);
const settings = { minMass: 0.1, objective: 'original' } as const;
const [box] = prim(data, settings).boxes;
const step = box?.trajectory[box.selected.step];
if (step === undefined) throw new Error('no box');

describe('resampling stability', () => {
  it('finds the inputs that matter in every half, and the one that does not in few', () => {
    const { runs, of, inputs } = resample(data, step, settings, { iterations: 20, seed: 4 });
    expect({ runs, of }).toEqual({ runs: 20, of: 20 });
    const counts = Object.fromEntries(inputs.map(({ input, byCoverage }) => [input, byCoverage]));
    expect(counts.a).toBe(20);
    expect(counts.b).toBe(20);
    expect(counts.noise).toBeLessThan(10);
  });

  it('follows from the seed alone', () => {
    const once = resample(data, step, settings, { seed: 9 });
    expect(resample(data, step, settings, { seed: 9 })).toEqual(once);
  });

  it('counts only halves in which something can be found', () => {
    const few = dataOf([numberInput('x', Float64Array.of(1, 2, 3, 4))], Uint8Array.of(1, 0, 0, 0));
    const { runs, of } = resample(few, { coverage: 1, density: 0.5 }, {}, { iterations: 40, seed: 1 });
    expect(of).toBe(40);
    expect(runs).toBeGreaterThan(0);
    expect(runs).toBeLessThan(40);
  });

  it('refuses a seed and a number of runs that cannot be, together', () => {
    expect(() => resample(data, step, settings, { iterations: 0, seed: -1 })).toThrow(
      /FUTURES_DISCOVERY_SEED[\s\S]*FUTURES_DISCOVERY_ITERATIONS/,
    );
  });
});
