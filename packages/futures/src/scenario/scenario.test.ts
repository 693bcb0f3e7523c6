import { ScenarioFile } from '@schaalsprong/agenda';
import { sampleFutures } from '@schaalsprong/methods/ensemble';
import { FuturesError, type FuturesProblem } from '@schaalsprong/methods/problems';
import { describe, expect, it } from 'vitest';
import { syntheticRegion, timedRegion } from '../../test/synthetic.ts';
import { resolveScenario, withAssumptions } from './scenario.ts';

const scenario = (fields: object) =>
  ScenarioFile.parse({ id: 'mine', title: { nl: 'mijn', en: 'mine' }, ...fields });

const faults = (work: () => unknown): readonly FuturesProblem[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems;
    throw error;
  }
  return [];
};

describe('a scenario', () => {
  it('gives every measure a number: listed by number or name, else the base position', async () => {
    const { region } = await syntheticRegion();
    const resolved = resolveScenario(
      region,
      scenario({ levers: { 'more-builders': 'all', 'more-grid': 0.25 } }),
    );
    expect(resolved.levers).toEqual({ 'builders relief': 1, 'grid relief': 0.25, 'idle relief': 0.5 });
    expect(resolved.positions).toEqual({ 'more-builders': 1, 'more-grid': 0.25, idle: 0.5 });
  });

  it('lets measures come earlier by the constant that their timing names, and names none that come as planned', async () => {
    const { region } = await timedRegion();
    const resolved = resolveScenario(region, scenario({ timings: { 'more-grid': 2 } }));
    expect(resolved.timings).toEqual({ 'more-grid': 2 });
    expect(resolved.levers).toMatchObject({ 'grid relief': 0.5, 'grid earlier': 2 });
    expect(resolveScenario(region, scenario({ timings: { 'more-grid': 0 } }))).toMatchObject({
      timings: {},
      levers: { 'grid relief': 0.5 },
    });
    const found = faults(() =>
      resolveScenario(region, scenario({ timings: { 'more-grid': 9, idle: 1, nothing: 1 } })),
    );
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'FUTURES_TIMING scenario mine: timings.more-grid',
      'FUTURES_TIMING scenario mine: timings.idle',
      'FUTURES_UNKNOWN_MEASURE scenario mine: timings.nothing',
    ]);
  });

  it('is found by its id', async () => {
    const { region } = await syntheticRegion();
    expect(resolveScenario(region, 'nothing').levers['builders relief']).toBe(0);
  });

  it('offers the nearest id for one that does not exist', async () => {
    const { region } = await syntheticRegion();
    const [fault] = faults(() => resolveScenario(region, 'agenta'));
    expect(fault?.code).toBe('FUTURES_UNKNOWN_SCENARIO');
    expect(fault?.hint).toEqual({ nl: 'Bedoelde u agenda?', en: 'Did you mean agenda?' });
  });

  it('is refused with all its faults at once, each with near names', async () => {
    const { region } = await syntheticRegion();
    const wrong = scenario({
      levers: { 'more-bilders': 1, 'more-builders': 'al', 'more-grid': 2 },
      base: 'everything',
      assumptions: { 'grid-shortages': 1 },
    });
    const wrongNumber = { ...wrong, assumptions: { ...wrong.assumptions, 'builders-shortage': Number.NaN } };
    const found = faults(() => resolveScenario(region, wrongNumber));
    expect(found.map(({ code }) => code)).toEqual([
      'FUTURES_UNKNOWN_MEASURE',
      'FUTURES_UNKNOWN_POSITION',
      'FUTURES_LEVER_RANGE',
      'FUTURES_UNKNOWN_BASE',
      'FUTURES_UNKNOWN_UNCERTAINTY',
      'FUTURES_ASSUMPTION_VALUE',
    ]);
    expect(found[0]?.hint.en).toContain('more-builders');
    expect(found[1]?.hint.en).toContain('all');
    expect(found[2]?.expected.en).toBe('a number from 0 to 1');
    expect(found[4]?.hint.en).toContain('grid-shortage');
  });

  it('does not take a property of all objects for a position', async () => {
    const { region } = await syntheticRegion();
    const found = faults(() => resolveScenario(region, scenario({ levers: { idle: 'toString' } })));
    expect(found.map(({ code }) => code)).toEqual(['FUTURES_UNKNOWN_POSITION']);
  });
});

describe('assumptions', () => {
  it('take the place of one draw and leave the others as they were', async () => {
    const { region } = await syntheticRegion();
    const drawn = sampleFutures(region.uncertainties, 20, 1);
    const fixed = withAssumptions(drawn, region.uncertainties, { 'grid-shortage': 9 });
    expect(fixed.values['grid shortage']).toEqual(new Float64Array(20).fill(9));
    expect(fixed.byId['grid-shortage']).toBe(fixed.values['grid shortage']);
    expect(fixed.values['builders shortage']).toBe(drawn.values['builders shortage']);
  });
});

describe('texts of problems', () => {
  it('are there in both languages, and the error says the English ones', async () => {
    const { region } = await syntheticRegion();
    const found = faults(() => resolveScenario(region, scenario({ base: 'x', levers: { y: 1 } })));
    for (const { message, expected, hint } of found) {
      for (const text of [message, expected, hint]) {
        expect(text.nl).not.toBe('');
        expect(text.en).not.toBe('');
        expect(text.nl).not.toBe(text.en);
      }
    }
    expect(new FuturesError(found).message).toContain('there is no measure y');
  });
});
