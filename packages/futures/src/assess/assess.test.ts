import { type ScenarioFile, ScenarioFile as ScenarioSchema } from '@schaalsprong/agenda';
import { quantilesOf } from '@schaalsprong/methods/distributions';
import { createInProcessRunner, type EnsembleProgress, sampleFutures } from '@schaalsprong/methods/ensemble';
import { FuturesError } from '@schaalsprong/methods/problems';
import { ModelError } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { syntheticFile, syntheticModel, syntheticRegion } from '../../test/synthetic.ts';
import { type AssessRequest, assess } from './assess.ts';
import type { AssessmentDetail, TargetStanding } from './assessment.ts';

type Options = Partial<Omit<AssessRequest, 'region' | 'model' | 'runner'>> & {
  readonly files?: Readonly<Record<string, string>>;
};

const run = async ({ files = {}, ...options }: Options = {}): Promise<AssessmentDetail> => {
  const { region, model } = await syntheticRegion(files);
  return assess({ region, model, runner: createInProcessRunner(model), ...options });
};

const target = ({ assessment }: AssessmentDetail, id: string): TargetStanding => {
  const found = assessment.targets.find((t) => t.id === id);
  if (found === undefined) throw new Error(`no target ${id}`);
  return found;
};

const codes = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof FuturesError || error instanceof ModelError) return error.problems.map((p) => p.code);
  throw error ?? new Error('nothing was thrown');
};

/** The draws that the assessment uses, for closed forms. */
const draws = async (count = 200) => {
  const { region } = await syntheticRegion();
  const { byId } = sampleFutures(region.uncertainties, count, 7);
  const builders = byId['builders-shortage'] ?? new Float64Array();
  const grid = byId['grid-shortage'] ?? new Float64Array();
  const homes = (reliefOfBuilders: number, reliefOfGrid: number, years = 10) =>
    builders.map((b, i) => (10 - b * (1 - reliefOfBuilders) - (grid[i] ?? 0) * (1 - reliefOfGrid)) * years);
  return { builders, grid, homes };
};

describe('the standing of a target', () => {
  it('has the quantiles of the closed form at the end of the horizon year', async () => {
    const { homes } = await draws();
    const expected = quantilesOf(homes(0.5, 0.5));
    const { projected } = target(await run(), 'homes-2029');
    expect(projected?.p10).toBeCloseTo(expected.p10, 9);
    expect(projected?.p50).toBeCloseTo(expected.p50, 9);
    expect(projected?.p90).toBeCloseTo(expected.p90, 9);
  });

  it('counts the futures in which it is met, and the gap from the median, for a floor', async () => {
    const { homes } = await draws();
    const values = homes(0.5, 0.5);
    const standing = target(await run(), 'homes-2029');
    expect(standing.met).toEqual({ count: values.filter((v) => v >= 80).length, of: 200 });
    expect(standing.gap).toBeCloseTo(quantilesOf(values).p50 - 80, 9);
  });

  it('counts the other way for a ceiling: below it is met and the gap is positive', async () => {
    const standing = target(await run(), 'few-held-back');
    const { homes } = await draws();
    expect(standing.met?.count).toBe(homes(0.5, 0.5).filter((v) => 100 - v <= 15).length);
    expect(standing.gap).toBeCloseTo(15 - (standing.projected?.p50 ?? Number.NaN), 9);
  });

  it('is projected without a count or gap where the agenda gives no number', async () => {
    const standing = target(await run(), 'without-number');
    expect(standing.projected).not.toBeNull();
    expect([standing.met, standing.gap, standing.carriedBy]).toEqual([null, null, []]);
  });

  it('says why the model does not speak of it, with the gap of the last measured value', async () => {
    const standing = target(await run(), 'without-model');
    expect(standing.projected).toBeNull();
    expect(standing.notModelled?.en).toBe('not modelled');
    expect(standing.observed).toEqual({ value: 18, period: '2022', source: 'synthetic' });
    expect(standing.gap).toBe(18 - 100);
  });

  it('is not projected past the end of the model, and says so', async () => {
    // The loader trusts region.yaml for the time of the model; here the model text stops earlier.
    const files = {
      'region.yaml': syntheticFile('region.yaml').replace('stop: 2032', 'stop: 2050'),
      'targets.yaml': syntheticFile('targets.yaml').replace("horizon: '2029'", "horizon: '2040'"),
    };
    const standing = target(await run({ files }), 'homes-2029');
    expect(standing.projected).toBeNull();
    expect(standing.notModelled?.en).toContain('after the end of the model (2032)');
  });

  it('reads the maximum from today, the minimum or the mean of the horizon year where the outcome says so', async () => {
    const read = async (way: string) => {
      const outcomes = syntheticFile('model/outcomes.yaml').replace(
        'variable: homes built\n',
        `variable: homes built\n    read: ${way}\n`,
      );
      const detail = await run({ scenario: 'certain', files: { 'model/outcomes.yaml': outcomes } });
      return target(detail, 'homes-2029').projected?.p50;
    };
    expect(await read('at-horizon')).toBeCloseTo(100, 9);
    expect(await read('max-to-horizon')).toBeCloseTo(100, 9);
    expect(await read('min-to-horizon')).toBeCloseTo(50, 9);
    // Quarters of 2029: 90, 92.5, 95 and 97.5.
    expect(await read('mean-of-horizon-year')).toBeCloseTo(93.75, 9);
  });

  it('is in the unit of the target where the outcome has a scale', async () => {
    const outcomes = syntheticFile('model/outcomes.yaml').replaceAll(
      'unit: homes',
      'unit: homes\n    scale: 0.001',
    );
    const plain = await run();
    const scaled = await run({ files: { 'model/outcomes.yaml': outcomes } });
    const p50 = target(plain, 'homes-2029').projected?.p50 ?? Number.NaN;
    expect(target(scaled, 'homes-2029').projected?.p50).toBeCloseTo(p50 / 1000, 12);
    expect(scaled.series['homes-2029']?.p50.at(-1)).toBeCloseTo(
      (plain.series['homes-2029']?.p50.at(-1) ?? 0) / 1000,
      12,
    );
  });
});

describe('what binds a target', () => {
  it('is the mean over futures of the part of each limit in all that was held back', async () => {
    const { builders, grid } = await draws();
    const standing = target(await run(), 'homes-2029');
    const share = builders.reduce((sum, b, i) => sum + b / (b + (grid[i] ?? 0)), 0) / 200;
    expect(standing.binding.map(({ constraint }) => constraint)).toEqual(['builders', 'grid']);
    expect(standing.binding[0]?.share).toBeCloseTo(share, 12);
    expect(standing.binding[1]?.share).toBeCloseTo(1 - share, 12);
    expect(standing.heldBack).toEqual({ count: 200, of: 200 });
  });

  it('is nothing where nothing is held back, and no share is made up', async () => {
    const standing = target(await run({ scenario: 'certain' }), 'homes-2029');
    expect(standing.binding).toEqual([]);
    expect(standing.heldBack).toEqual({ count: 0, of: 200 });
  });

  it('does not take the rounding of a difference for a limit', async () => {
    const files = {
      'model/synthetic.mdl': syntheticModel.replace('= 0 * homes asked', '= 1e-10 * homes asked'),
    };
    const standing = target(await run({ files, scenario: 'certain' }), 'homes-2029');
    expect([standing.binding, standing.heldBack]).toEqual([[], { count: 0, of: 200 }]);
  });

  it('is not said for an outcome without limits', async () => {
    expect(target(await run(), 'few-held-back').heldBack).toBeNull();
  });

  it('adds up several limits of one constraint', async () => {
    const outcomes = syntheticFile('model/outcomes.yaml').replace(
      'constraint: nobody, variable: held back by nobody',
      'constraint: grid, variable: held back by grid',
    );
    const { builders, grid } = await draws();
    const share = builders.reduce((sum, b, i) => sum + b / (b + 2 * (grid[i] ?? 0)), 0) / 200;
    const detail = await run({ files: { 'model/outcomes.yaml': outcomes } });
    const binding = target(detail, 'homes-2029').binding.find(({ constraint }) => constraint === 'builders');
    expect(binding?.share).toBeCloseTo(share, 12);
  });

  it('is refused where the limits are in different units', async () => {
    const outcomes = syntheticFile('model/outcomes.yaml').replace('held back by nobody', 'grid relief');
    expect(await codes(run({ files: { 'model/outcomes.yaml': outcomes } }))).toEqual(['FUTURES_LIMIT_UNITS']);
  });
});

describe('what carries a target', () => {
  it('is the median difference on the same futures when one measure is left out, largest first', async () => {
    const { builders, grid } = await draws();
    const { carriedBy } = target(await run(), 'homes-2029');
    expect(carriedBy.map(({ measure }) => measure)).toEqual(['more-builders', 'more-grid']);
    expect(carriedBy[0]?.delta).toBeCloseTo(quantilesOf(builders.map((b) => b * 0.5 * 10)).p50, 9);
    expect(carriedBy[1]?.delta).toBeCloseTo(quantilesOf(grid.map((g) => g * 0.5 * 10)).p50, 9);
  });

  it('counts the futures that meet the target without the measure', async () => {
    const { homes } = await draws();
    const { carriedBy } = target(await run(), 'homes-2029');
    expect(carriedBy[0]?.metWithout).toBe(homes(0, 0.5).filter((v) => v >= 80).length);
  });

  it('is negative where the measure lowers the outcome, which is good for a ceiling', async () => {
    expect(target(await run(), 'few-held-back').carriedBy[0]?.delta).toBeLessThan(0);
  });

  it('leaves out what does nothing and what stands at none already', async () => {
    const detail = await run();
    const named = detail.assessment.targets.flatMap(({ carriedBy }) =>
      carriedBy.map(({ measure }) => measure),
    );
    expect(named).not.toContain('idle');
    expect(
      (await run({ scenario: 'nothing' })).assessment.targets.every((t) => t.carriedBy.length === 0),
    ).toBe(true);
  });

  it('can be skipped, and then the assessment says that it was', async () => {
    const quick = await run({ leaveOut: false });
    const full = await run();
    expect([quick.assessment.provenance.leftOut, full.assessment.provenance.leftOut]).toEqual([false, true]);
    expect(target(quick, 'homes-2029').projected).toEqual(target(full, 'homes-2029').projected);
    expect(target(quick, 'homes-2029').carriedBy).toEqual([]);
  });
});

describe('over targets', () => {
  it('an ambition is met in the futures that meet all its modelled targets at once', async () => {
    const { homes } = await draws();
    const { ambitions, holdingBack } = (await run()).assessment;
    const values = homes(0.5, 0.5);
    expect(ambitions[0]).toEqual({
      id: 'ambition-a',
      title: { nl: 'a', en: 'a' },
      targets: ['homes-2029', 'few-held-back', 'easy', 'without-number'],
      met: { count: values.filter((v) => v >= 80 && 100 - v <= 15).length, of: 200 },
      notModelled: 1,
      holdingBack,
    });
    expect(ambitions[1]).toMatchObject({ id: 'ambition-b', met: null, notModelled: 1, holdingBack: [] });
  });

  it('what holds the agenda back is weighed by how far targets fall short, in shares that add up to one', async () => {
    const { builders, grid, homes } = await draws();
    const { holdingBack } = (await run()).assessment;
    expect(holdingBack.map(({ constraint }) => constraint)).toEqual(['builders', 'grid']);
    expect(holdingBack.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const short = homes(0.5, 0.5).map((v) => Math.max(0, (80 - v) / 80));
    const byBuilders = [...short].map(
      (part, i) => (part * (builders[i] ?? 0)) / ((builders[i] ?? 0) + (grid[i] ?? 0)),
    );
    const total = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);
    expect(holdingBack[0]?.share).toBeCloseTo(total(byBuilders) / total([...short]), 12);
    expect(holdingBack[0]?.targets).toEqual(['homes-2029']);
    const missedByBuilders = homes(0.5, 0.5).filter(
      (v, i) => v < 80 && (builders[i] ?? 0) > (grid[i] ?? 0),
    ).length;
    expect(holdingBack[0]?.largestIn).toEqual({ count: missedByBuilders, of: 200 });
  });

  it('a target that is part of another modelled one is not counted a second time', async () => {
    const targets = syntheticFile('targets.yaml');
    const harder = targets.replace('value: 1\n', 'value: 90\n');
    const partOf = harder.replace('value: 90\n', 'value: 90\n    partOf: homes-2029\n');
    const alone = (await run()).assessment.holdingBack[0]?.share;
    const twice = (await run({ files: { 'targets.yaml': harder } })).assessment.holdingBack;
    const once = (await run({ files: { 'targets.yaml': partOf } })).assessment.holdingBack;
    expect(twice.flatMap(({ targets }) => targets)).toContain('easy');
    expect(once.flatMap(({ targets }) => targets)).toEqual(['homes-2029']);
    expect(once[0]?.share).toBeCloseTo(alone ?? Number.NaN, 12);
  });

  it('nothing holds the agenda back where nothing is missed', async () => {
    expect((await run({ scenario: 'certain' })).assessment.holdingBack).toEqual([]);
  });
});

describe('history', () => {
  it('is the base run against what was observed, expectations left out', async () => {
    const [history] = (await run()).assessment.history;
    // Median shortages 2 and 1, both relieved by half: 8.5 a year against 8 and 18 / 2.
    expect(history?.points).toEqual([
      { time: 2021, observed: 8, modelled: 8.5 },
      { time: 2022, observed: 18, modelled: 17 },
    ]);
    expect(history?.worst).toBeCloseTo(0.0625, 12);
    expect(history?.within).toBe(true);
    expect(history?.fitted).toBeNull();
  });

  it('is out of tolerance when one point is', async () => {
    const files = { 'model/history.yaml': syntheticFile('model/history.yaml').replace('0.1', '0.06') };
    expect((await run({ files })).assessment.history[0]?.within).toBe(false);
  });

  it('is refused where a check has nothing to check', async () => {
    const files = {
      'observations/homes.csv':
        'indicator,area,period,value,unit,status,source,note\nhomes,ALL,1990,8,homes,observed,synthetic,\n',
    };
    expect(await codes(run({ files }))).toEqual(['FUTURES_HISTORY_EMPTY']);
  });
});

describe('an assessment', () => {
  it('says from what it was made', async () => {
    const { region } = await syntheticRegion();
    const { provenance } = (await run({ futures: 50, seed: 3, scenario: 'certain' })).assessment;
    expect(provenance).toEqual({
      ...region.hashes,
      seed: 3,
      futures: 50,
      scenario: 'certain',
      viewpoint: null,
      levers: { 'more-builders': 0, 'more-grid': 0, idle: 0 },
      timings: {},
      assumptions: { 'builders-shortage': 0, 'grid-shortage': 0 },
      leftOut: true,
      audit: region.hashes.agenda,
    });
  });

  it('refuses a viewpoint that nobody in the region holds', async () => {
    await expect(run({ viewpoint: 'somebody' })).rejects.toThrow(/FUTURES_TABLE_VIEWPOINT/);
  });

  it('gives the same bytes for the same inputs, and others for another seed', async () => {
    const [one, two, other] = [await run(), await run(), await run({ seed: 8 })].map((d) =>
      JSON.stringify(d),
    );
    expect(two).toBe(one);
    expect(other).not.toBe(one);
  });

  it('holds no number that JSON cannot carry', async () => {
    const detail = await run();
    expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
  });

  it('has bands over all saved times, narrowing to nothing where nothing is uncertain', async () => {
    const series = (await run({ scenario: 'certain' })).series['homes-2029'];
    expect(series?.time).toHaveLength(49);
    expect(series?.p10).toEqual(series?.p90);
    expect(series?.p50.at(-1)).toBeCloseTo(120, 9);
  });

  it('shows the first futures of the target that divides them most, each with what the count says of it', async () => {
    const detail = await run();
    const { examples } = detail;
    const uneven = ({ met }: TargetStanding) => (met === null ? 1 : Math.abs(met.count / met.of - 0.5));
    const least = Math.min(...detail.assessment.targets.map(uneven));
    const shown = target(detail, examples?.target ?? '');
    expect(uneven(shown)).toBe(least);
    expect(examples?.futures).toHaveLength(20);
    expect(examples?.time.at(-1)).toBe(Number(shown.horizon) + 1);
    expect(examples?.time.every(Number.isInteger)).toBe(true);
    for (const { values, met } of examples?.futures ?? []) {
      expect(values).toHaveLength(examples?.time.length ?? 0);
      const end = values.at(-1) ?? 0;
      const goal = shown.target ?? 0;
      expect(met).toBe(shown.direction === 'at-least' ? end >= goal : end <= goal);
    }
  });

  it('shows no single futures where no target has a number', async () => {
    const files = {
      'targets.yaml': syntheticFile('targets.yaml').replace(
        /outcome: homes-\w+(-\w+)?\n {4}notModelled: null/g,
        "outcome: null\n    notModelled: { nl: 'nee', en: 'no' }",
      ),
    };
    expect((await run({ files })).examples).toBeNull();
  });

  it('runs a scenario on the same futures as the agenda: common random numbers', async () => {
    const { homes } = await draws();
    const projected = target(await run({ scenario: 'nothing' }), 'homes-2029').projected;
    expect(projected?.p50).toBeCloseTo(quantilesOf(homes(0, 0)).p50, 9);
  });

  it('takes a scenario that is not in the region', async () => {
    const scenario: ScenarioFile = ScenarioSchema.parse({
      id: 'mine',
      title: { nl: 'mijn', en: 'mine' },
      levers: { 'more-builders': 'all', 'more-grid': 1 },
    });
    expect(target(await run({ scenario }), 'homes-2029').projected?.p10).toBeCloseTo(100, 9);
  });

  it('works with a single future', async () => {
    expect(target(await run({ futures: 1 }), 'homes-2029').met?.of).toBe(1);
  });

  it('tells how far it is, up to all futures', async () => {
    const seen: EnsembleProgress[] = [];
    await run({ onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ done: 200, of: 200, runs: 800, runsOf: 800 });
    expect(seen.map(({ runs }) => runs)).toEqual(seen.map(({ runs }) => runs).toSorted((a, b) => a - b));
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    const work = run({ signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) });
    await expect(work).rejects.toThrow('enough');
  });

  it('is refused for a wrong count, seed or scenario', async () => {
    expect(await codes(run({ futures: 0, seed: -1 }))).toEqual(['FUTURES_COUNT', 'FUTURES_SEED']);
    expect(await codes(run({ scenario: 'agendas' }))).toEqual(['FUTURES_UNKNOWN_SCENARIO']);
  });

  it('passes on what the model says of a name that it does not have', async () => {
    const files = {
      'model/outcomes.yaml': syntheticFile('model/outcomes.yaml').replace(
        'variable: homes built',
        'variable: homes bilt',
      ),
    };
    expect(await codes(run({ files }))).toContain('MODEL_BAD_INPUT');
  });

  it('passes on where a number stopped being one', async () => {
    const files = {
      'model/synthetic.mdl': syntheticModel.replace(
        'building = homes asked',
        'building = LN(1 - builders shortage / (0.39 * homes asked)) * 0 * homes asked + homes asked',
      ),
    };
    expect(await codes(run({ files }))).toContain('MODEL_NOT_A_NUMBER');
  });
});
