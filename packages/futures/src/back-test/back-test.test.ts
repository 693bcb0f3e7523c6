import type { Region } from '@schaalsprong/agenda';
import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import type { VintageFact } from '@schaalsprong/monitor';
import { describe, expect, it } from 'vitest';
import { syntheticModel, syntheticRegion } from '../../test/synthetic.ts';
import { type BackTestRequest, backTest } from './index.ts';

/**
 * A stock that grows by 10, 20, 30 and 40 in four years that were seen, and after `follows until` by its own flow: a base, set to 99
 * by somebody who knew better, times a factor that is uniform on 0.5 to 1.5.
 */
const model = syntheticModel.replace(
  'INITIAL TIME',
  `stock = INTEG(IF THEN ELSE(Time < follows until, flow seen, flow modelled), stock at start)
  ~ homes
  ~ synthetic |
stock at start = 100
  ~ homes
  ~ synthetic |
flow seen = WITH LOOKUP(Time, ([(2020,0)-(2032,100)],(2020,10),(2020.75,10),(2021,20),(2021.75,20),(2022,30),(2022.75,30),(2023,40),(2023.75,40)))
  ~ homes/year
  ~ synthetic |
flow modelled = flow base * flow factor
  ~ homes/year
  ~ synthetic |
flow base = 99
  ~ homes/year
  ~ synthetic |
flow factor = 1
  ~ Dmnl
  ~ synthetic |
follows until = 2024
  ~ year
  ~ synthetic |
INITIAL TIME`,
);
const text = '{ nl: synthetic, en: synthetic }';
const settings = `
origins: ['2021']
scenario: nothing
follows:
  - { variable: follows until, indicator: homes, area: ALL }
refit:
  - { variable: flow base, modelled: flow modelled, seen: flow seen, until: follows until }
compare:
  - { indicator: homes, area: ALL, variable: stock }
caveats: [${text}]
`;
const observed = [100, 110, 130, 160, 200].map((value, i) => ({ period: `${2020 + i}-01-01`, value }));
const changed = {
  'model/synthetic.mdl': model,
  'model/back-test.yaml': settings,
  'model/uncertainties.yaml': `uncertainties:
  - id: flow-factor
    title: ${text}
    variable: flow factor
    unit: index
    distribution: { kind: uniform, min: 0.5, max: 1.5 }
    reason: ${text}
    source: assumption
`,
  'scenarios/certain.yaml': `
id: certain
title: ${text}
base: none
`,
  'observations/homes.csv': [
    'indicator,area,period,value,unit,status,source,note',
    ...observed.map(({ period, value }) => `homes,ALL,${period},${value},homes,observed,synthetic,`),
    '',
  ].join('\n'),
};
const made = await syntheticRegion(changed);

const factsOf = ({ observations }: Region): VintageFact[] =>
  observations.map((row) => ({
    series: row.indicator,
    area: row.area,
    period: row.period,
    value: row.value,
    state: 'value',
    standing: row.status,
    unit: row.unit,
    decimals: null,
    attribute: '',
    source: row.source,
    note: row.note,
    vintage: 'file@unknown',
    published: row.published || null,
  }));

const run = (rest: Partial<BackTestRequest> = {}) =>
  backTest({
    ...made,
    runner: createInProcessRunner(made.model),
    facts: factsOf(made.region),
    futures: 400,
    ...rest,
  });

describe('a back-test', () => {
  it('starts from what was known at the origin, with constants set anew from that', async () => {
    const { cases } = await run();
    // At the end of 2021 the figure of 1 January 2021 was known, and the flow of 10 of 2020; from there on 10 x (0.5 + p) a year.
    expect(cases.map(({ period, came }) => [period, came])).toEqual([
      ['2022-01-01', 130],
      ['2023-01-01', 160],
      ['2024-01-01', 200],
    ]);
    cases.forEach(({ model: quantiles }, i) => {
      [0.1, 0.25, 0.5, 0.75, 0.9].forEach((p, k) => {
        expect(quantiles[k]).toBeCloseTo(110 + 10 * (i + 1) * (0.5 + p), 0);
      });
    });
  });

  it('says which bands held what came, and how each forecast scored', async () => {
    const { cases, summaries } = await run();
    expect(cases.map(({ in50, in80 }) => [in50, in80])).toEqual([
      [false, false],
      [false, false],
      [false, false],
    ]);
    const [first] = cases;
    // Two known points: a line of 10 a year without spread, and a walk with steps of 10.
    expect(first?.scores.trend.crps).toBeCloseTo(10, 9);
    expect(first?.scores.walk.crps).toBeGreaterThan(10);
    expect(summaries).toMatchObject([
      { indicator: 'homes', area: 'ALL', cases: 3, coverage80: 0, better: 'too-few' },
    ]);
    expect(summaries[0]?.mean.trend.crps).toBeCloseTo((10 + 30 + 60) / 3, 9);
  });

  it('finds the bands right where the model is right', async () => {
    // What came is the middle of what the model says from 2022 on.
    const right = factsOf(made.region).map((fact) => ({
      ...fact,
      value: fact.period >= '2022' ? 110 + 10 * (Number(fact.period.slice(0, 4)) - 2021) : fact.value,
    }));
    const { summaries } = await run({ facts: right });
    expect(summaries[0]).toMatchObject({ coverage50: 1, coverage80: 1 });
  });

  it('knows a figure from the day on which it was published, and its version of then', async () => {
    const [first, second, ...others] = factsOf(made.region);
    if (first === undefined || second === undefined) throw new Error('expected figures');
    const versions = [
      first,
      { ...second, value: 120, published: '2021-03-01' },
      { ...second, published: '2022-03-01' },
      ...others,
    ];
    const { cases } = await run({ facts: versions });
    // From the first version a line of 20 a year: at 1 January 2022 it would have been 140.
    expect(cases[0]?.scores.trend.crps).toBeCloseTo(10, 9);
    const late = [first, { ...second, published: '2022-01-15' }, ...others];
    expect((await run({ facts: late })).untested).toContainEqual(
      expect.objectContaining({ indicator: 'homes' }),
    );
  });

  it('is the same for the same seed, and follows the origins that are asked', async () => {
    expect(await run()).toEqual(await run());
    const { cases, origins } = await run({ origins: [2023] });
    expect(origins).toEqual([2023]);
    expect(cases.map(({ origin, period }) => [origin, period])).toEqual([
      [2023, '2023-01-01'],
      [2023, '2024-01-01'],
    ]);
    // Flows of 10 and 20 were known: 15 on average.
    expect(cases[0]?.model[2]).toBeCloseTo(145, 0);
  });

  it('leaves out what lies behind a break', async () => {
    const broken = await syntheticRegion({
      ...changed,
      'indicators.yaml': `
indicators:
  - id: homes
    title: ${text}
    unit: homes
    definition: ${text}
    series: homes
    area: ALL
    breaks: [{ at: '2023', reason: ${text} }]
`,
    });
    const { cases } = await run({ region: broken.region });
    expect(cases.map(({ period }) => period)).toEqual(['2022-01-01']);
  });

  it('says why something could not be tested', async () => {
    const { untested } = await run({ facts: factsOf(made.region).slice(0, 2) });
    expect(untested).toEqual([
      {
        indicator: 'homes',
        reason: expect.objectContaining({ en: expect.stringContaining('before the first origin') }),
      },
    ]);
    const nothing = await run({ facts: [] });
    expect(nothing.untested[0]?.reason.en).toBe('Nothing has been measured.');
    expect(nothing.cases).toEqual([]);
  });

  it('says what the model was told, and that dates are assumed', async () => {
    const { caveats } = await run();
    expect(caveats[0]?.en).toBe('synthetic');
    expect(caveats[1]?.en).toContain('2 of 2 known figures');
  });

  it('is empty for a region without settings, and says so', async () => {
    const { region, model: other } = await syntheticRegion();
    const found = await run({ region, model: other });
    expect(found.cases).toEqual([]);
    expect(found.caveats[0]?.en).toContain('no model/back-test.yaml');
  });

  it('reads growth as that of the mean of a year on the year before', async () => {
    const growth = await syntheticRegion({
      ...changed,
      'model/back-test.yaml': settings.replace('variable: stock }', 'variable: flow seen, read: growth }'),
    });
    const facts = factsOf(made.region).flatMap((fact) => [
      fact,
      // The same series also as growth in per cent of a year: any figure, to have cases.
      { ...fact, period: fact.period.slice(0, 4), value: 50 },
    ]);
    const { cases } = await run({ region: growth.region, facts });
    // Flows of 10, 20, 30 and 40 are what was seen.
    const of = (period: string) => cases.find((one) => one.period === period)?.model[2];
    expect(of('2022')).toBeCloseTo(50, 9);
    expect(of('2023')).toBeCloseTo(100 / 3, 9);
  });
});
