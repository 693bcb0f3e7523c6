import type { EnsembleReading } from '@schaalsprong/methods/ensemble';
import { Unreachable } from '@schaalsprong/words';
import { describe, expect, it } from 'vitest';
import { type Modelled, project } from './modelled.ts';
import { ReadingLayout } from './readings.ts';

const reading = (variable: string): EnsembleReading => ({ take: 'at', variable, time: 2030 });
const [homes, places, grid] = [reading('homes'), reading('places'), reading('grid')];
const layout = new ReadingLayout([homes, places, grid]);
const run = { values: [Float64Array.of(1, 2), Float64Array.of(3, 4), Float64Array.of(5, 6)] };

describe('a reading of a job', () => {
  it('has the numbers that the answer gives at its place', () => {
    expect(layout.numbers(run, places, 2)).toBe(run.values[1]);
  });

  it('is an error, not the numbers of another, where the answer slipped by one either way', () => {
    const [first = new Float64Array(), ...rest] = run.values;
    expect(() => layout.numbers({ values: rest }, places, 2)).toThrow(Unreachable);
    expect(() => layout.numbers({ values: [first, ...run.values] }, places, 2)).toThrow(Unreachable);
  });

  it('is an error where it was not asked, also where one like it was', () => {
    expect(() => layout.numbers(run, reading('homes'), 2)).toThrow('homes was not asked');
  });

  it('is an error where a series stands in the place of one number per future', () => {
    expect(() =>
      layout.numbers({ values: [...run.values.slice(0, 2), new Float64Array(8)] }, grid, 2),
    ).toThrow('8 numbers of grid, not 2');
  });
});

describe('the projection of a target', () => {
  const target = { id: 'homes-2030', value: 3, direction: 'at-least' };
  const each = {
    target,
    outcome: { scale: 1 },
    atHorizon: homes,
    overTime: homes,
    limits: [{ constraint: 'builders', reading: places }],
  } as unknown as Modelled;

  it('is an error, never zeros, where a limit has no numbers or too few', () => {
    const atHorizon = Float64Array.of(2, 4);
    expect(() => project(each, { atHorizon, limits: [] }, 2)).toThrow(Unreachable);
    expect(() => project(each, { atHorizon, limits: [Float64Array.of(1)] }, 2)).toThrow(Unreachable);
    expect(() =>
      project(each, { atHorizon: Float64Array.of(2), limits: [Float64Array.of(1, 1)] }, 2),
    ).toThrow(Unreachable);
    const { values, shares } = project(each, { atHorizon, limits: [Float64Array.of(1, 1)] }, 2);
    expect([[...values], [...(shares.get('builders') ?? [])]]).toEqual([
      [2, 4],
      [1, 1],
    ]);
  });
});
