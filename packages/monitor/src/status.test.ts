import type { Target } from '@schaalsprong/agenda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, fact, indicator, source, standingRegion, target } from '../test/made.ts';
import {
  degreeOfChange,
  type MeasuredStanding,
  measuredStandings,
  movedTargets,
  type PathPoint,
  type Progress,
  pastRevisions,
  progressStatus,
  type StandingOptions,
  type StandingRegion,
  type TargetStatus,
  trendOf,
  type VintageFact,
} from './index.ts';

const today = '2026-11-30';
const order: readonly TargetStatus[] = ['away', 'off-course', 'lagging', 'on-course', 'reached'];

const number = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => Math.round(x * 100) / 100);
const progress: fc.Arbitrary<Progress> = fc
  .record({
    base: number,
    goal: number,
    latest: number,
    passed: fc.integer({ min: 1, max: 15 }),
    years: fc.integer({ min: 1, max: 12 }),
    direction: fc.constantFrom<Target['direction']>('at-least', 'at-most'),
  })
  .map(({ base, goal, latest, passed, years, direction }) => ({
    base: { time: 2020, value: base },
    goal: { time: 2020 + years, value: goal },
    latest: { time: 2020 + passed, value: latest },
    direction,
  }));

const mapped = (from: Progress, f: (value: number) => number): Progress => {
  const move = ({ time, value }: PathPoint): PathPoint => ({ time, value: f(value) });
  return { ...from, base: move(from.base), goal: move(from.goal), latest: move(from.latest) };
};

/** Not so near a threshold that rounding decides. */
const clear = (of: Progress): boolean => {
  const degree = degreeOfChange(of);
  return degree === null || [0, 0.6, 0.95].every((threshold) => Math.abs(degree - threshold) > 1e-6);
};

describe('the degree of change', () => {
  const half: Progress = {
    base: { time: 2020, value: 100 },
    goal: { time: 2030, value: 200 },
    latest: { time: 2025, value: 150 },
    direction: 'at-least',
  };
  const at = (value: number): number | null => degreeOfChange({ ...half, latest: { time: 2025, value } });

  it('is 1 on the straight line, more before it and less behind it', () => {
    expect(at(150)).toBe(1);
    expect(at(160)).toBeCloseTo(1.2);
    expect(at(100)).toBe(0);
    expect(at(90)).toBeCloseTo(-0.2);
  });

  it('asks for all of the change once the horizon has passed', () => {
    expect(degreeOfChange({ ...half, latest: { time: 2035, value: 190 } })).toBeCloseTo(0.9);
  });

  it('is none where the base meets the goal already, or no time has passed', () => {
    expect(degreeOfChange({ ...half, base: { time: 2020, value: 200 } })).toBeNull();
    expect(degreeOfChange({ ...half, latest: { time: 2020, value: 150 } })).toBeNull();
  });

  it('is none before any time has passed, and then the status is unknown', () => {
    expect(progressStatus({ ...half, latest: { time: 2020, value: 150 } })).toBe('unknown');
  });
});

describe('the status of a target', () => {
  const cases: readonly (readonly [number, TargetStatus])[] = [
    [200, 'reached'],
    [147.5, 'on-course'],
    [147.4, 'lagging'],
    [130, 'lagging'],
    [129.9, 'off-course'],
    [100, 'off-course'],
    [99.9, 'away'],
  ];
  it.each(cases)('halfway from 100 to 200 at %d is %s', (value, status) => {
    expect(
      progressStatus({
        base: { time: 2020, value: 100 },
        goal: { time: 2030, value: 200 },
        latest: { time: 2025, value },
        direction: 'at-least',
      }),
    ).toBe(status);
  });

  it('of a goal that the base met is reached while it is kept, and away when it is not', () => {
    const kept = { base: { time: 2020, value: 25.7 }, goal: { time: 2030, value: 25 } };
    const of = (value: number): TargetStatus =>
      progressStatus({ ...kept, latest: { time: 2022, value }, direction: 'at-least' });
    expect(of(25.1)).toBe('reached');
    expect(of(24.9)).toBe('away');
  });

  it('is reached by a sum that misses the goal by rounding only, as in the futures', () => {
    const added = { base: { time: 2020, value: 1 }, goal: { time: 2030, value: 0.3 } };
    const latest = { time: 2022, value: 0.1 + 0.2 };
    expect(progressStatus({ ...added, latest, direction: 'at-most' })).toBe('reached');
  });

  it('is never on course after the horizon', () => {
    const missed = { base: { time: 2020, value: 0 }, goal: { time: 2024, value: 100 } };
    expect(progressStatus({ ...missed, latest: { time: 2024, value: 99 }, direction: 'at-least' })).toBe(
      'lagging',
    );
  });

  it('shows the figure that comes nearest, which makes no status, where the target itself has none', () => {
    const asked = target({
      missing: { kind: 'not-fetched', where: 'table 1' },
      proxy: { series: 'near', area: 'One', distance: { nl: 'Een deel.', en: 'One part.' } },
    });
    const near = fact('2020', 7, { series: 'near', area: 'One', unit: 'percent' });
    const region = standingRegion({
      targets: [asked],
      units: {
        percent: {
          title: { nl: 'procent', en: 'per cent' },
          symbol: { nl: '%', en: '%' },
          decimals: 0,
          grouping: true,
          scale: 1,
        },
      },
    });
    const [standing] = measuredStandings(region, [near], { today });
    expect(standing).toMatchObject({ computed: 'unknown', missing: 'not-fetched', latest: null });
    expect(standing?.proxy?.value).toBe(7);
    expect(standing?.reason?.en).toContain('Not fetched yet. See: table 1. The nearest figure: 7');
  });

  it('does not hang on the unit or on where zero is', () => {
    fc.assert(
      fc.property(progress.filter(clear), fc.integer({ min: 1, max: 1000 }), number, (of, times, plus) => {
        // What meets the goal exactly may miss it by rounding once it is moved.
        fc.pre(of.latest.value !== of.goal.value && of.base.value !== of.goal.value);
        expect(progressStatus(mapped(of, (value) => value * times + plus))).toBe(progressStatus(of));
      }),
    );
  });

  it('is the same for a mirrored value with a mirrored direction', () => {
    fc.assert(
      fc.property(progress, (of) => {
        const mirrored: Progress = {
          ...mapped(of, (value) => -value),
          direction: of.direction === 'at-least' ? 'at-most' : 'at-least',
        };
        expect(progressStatus(mirrored)).toBe(progressStatus(of));
      }),
    );
  });

  it('never gets worse where the value gets better', () => {
    fc.assert(
      fc.property(progress, fc.double({ min: 0, max: 500, noNaN: true }), (of, better) => {
        const step = of.direction === 'at-least' ? better : -better;
        const after = { ...of, latest: { ...of.latest, value: of.latest.value + step } };
        expect(order.indexOf(progressStatus(after))).toBeGreaterThanOrEqual(
          order.indexOf(progressStatus(of)),
        );
      }),
    );
  });
});

describe('what was measured of a target', () => {
  const standing = (
    facts: readonly VintageFact[],
    region: Partial<StandingRegion> = {},
    options: Partial<StandingOptions> = {},
  ): MeasuredStanding => {
    const [found] = measuredStandings(standingRegion(region), facts, { today, ...options });
    if (found === undefined) throw new Error('expected a standing');
    return found;
  };
  // From 100 at the end of 2019 to 200 at the end of 2029.
  const line = [fact('2019', 100), fact('2022', 112), fact('2024', 140)];

  it('holds path, gap, trend and degree', () => {
    const found = standing(line);
    expect(found.computed).toBe('lagging');
    expect(found.required).toEqual({
      from: { time: 2020, value: 100 },
      to: { time: 2030, value: 200 },
      perYear: 10,
    });
    expect(found.gap).toBe(-10);
    expect(found.goodGap).toBe(false);
    expect(found.degree).toBeCloseTo(0.8);
    expect(found.trend).toMatchObject({ from: 2020, to: 2025, points: 3 });
    expect(found.trend?.perYear).toBeCloseTo(97.33 / 12.67, 2);
    expect(found.observed.map(({ time, value }) => [time, value])).toEqual([
      [2020, 100],
      [2023, 112],
      [2025, 140],
    ]);
    expect(found.latest?.period).toBe('2024');
  });

  it('goes by the base of the target before the first figure', () => {
    const baseline = { value: 50, period: '2019', source: 'made up' };
    const found = standing(line, { targets: [target({ baseline })] });
    expect(found.required?.from).toEqual({ time: 2020, value: 50 });
    expect(found.reason?.en).toContain('differs from the figure that stands');
  });

  it('has a gap with the sign of the value, and says apart whether that is good', () => {
    const less = { targets: [target({ direction: 'at-most', value: 0 })] };
    const found = standing([fact('2019', 100), fact('2024', 40)], less);
    expect(found.gap).toBe(-10);
    expect(found.goodGap).toBe(true);
    expect(found.computed).toBe('on-course');
  });

  it('is never what was only expected', () => {
    expect(standing([...line, fact('2025', 500, { standing: 'expected' })]).latest?.period).toBe('2024');
  });

  it.each<[string, readonly VintageFact[], Partial<StandingRegion>]>([
    ['no series', [], { indicators: [indicator({ series: null })] }],
    ['No figure', [], {}],
    ['no number', line, { targets: [target({ value: null, valueReason: { nl: 'x', en: 'x' } })] }],
    ['single measurement', [fact('2019', 100)], {}],
    [
      'Nothing has been measured after the base (2024)',
      line,
      { targets: [target({ baseline: { value: 140, period: '2024', source: 'made up' } })] },
    ],
    [
      'before a break',
      line,
      {
        targets: [target({ baseline: { value: 100, period: '2019', source: 'made up' } })],
        indicators: [indicator({ breaks: [{ at: '2021', reason: { nl: 'x', en: 'x' } }] })],
      },
    ],
    ['measured for Place ALL; the target is about Place One', line, { targets: [target({ area: 'One' })] }],
  ])('is unknown with the reason: %s', (reason, facts, region) => {
    const found = standing(facts, region);
    expect(found.computed).toBe('unknown');
    expect(found.possible).toEqual(['unknown']);
    expect(found.reason?.en).toContain(reason);
  });

  it('begins after the last break where the target names no base', () => {
    const broken = indicator({ breaks: [{ at: '2021', reason: { nl: 'x', en: 'x' } }] });
    expect(standing(line, { indicators: [broken] }).required?.from).toEqual({ time: 2023, value: 112 });
  });

  it('has the trend of what follows the last break before it, and no break after it takes that away', () => {
    const reason = { nl: 'x', en: 'x' };
    const years = [fact('2018', 500), ...line, fact('2025', 150)];
    const broken = indicator({
      breaks: [
        { at: '2019', reason },
        { at: '2026', reason },
      ],
    });
    expect(standing(years, { indicators: [broken] }).trend).toMatchObject({ from: 2020, points: 4 });
  });

  it('of a running total begins at zero, and asks as much of every year', () => {
    const total = indicator({ cumulativeFrom: '2020' });
    const flows = [fact('2019', 999), fact('2020', 10), fact('2021', 12), fact('2022', 20)];
    const found = standing(flows, { indicators: [total] });
    expect(found.required?.from).toEqual({ time: 2020, value: 0 });
    expect(found.observed.map(({ time, value }) => [time, value])).toEqual([
      [2021, 10],
      [2022, 22],
      [2023, 42],
    ]);
    // 200 in ten years asks for 60 in three.
    expect(found.degree).toBeCloseTo(0.7);
    expect(found.computed).toBe('lagging');
  });

  it('is reached by a single figure that meets the goal, where no base says otherwise', () => {
    expect(standing([fact('2024', 200)]).computed).toBe('reached');
  });

  it('after the horizon says that it was missed', () => {
    const found = standing([...line, fact('2025', 190)], { targets: [target({ horizon: '2025' })] });
    expect(found.computed).toBe('lagging');
    expect(found.reason?.en).toContain('The horizon has passed');
  });

  it('stands beside what a person finds, never in its place', () => {
    const judgement = {
      target: target().id,
      status: 'reached',
      by: 'made-up body',
      on: '2026',
      why: 'made up',
    } as StandingRegion['judgements'][number];
    const found = standing(line, { judgements: [judgement] });
    expect(found.computed).toBe('lagging');
    expect(found.judgement).toEqual(judgement);
  });

  describe('with a provisional last figure', () => {
    const provisional = [...line.slice(0, 2), fact('2024', 147, { standing: 'provisional' })];

    it('says that nothing is known of revisions where none are kept', () => {
      const found = standing(provisional);
      expect(found.possible).toEqual(['lagging']);
      expect(found.reason?.en).toContain('no earlier revisions are kept');
    });

    it('may be what it becomes when it moves as figures moved before', () => {
      const history = ['2015', '2016', '2017'].flatMap((period, i) => [
        fact(period, 100, { standing: 'provisional' }),
        fact(period, 99 + i * 2, { standing: 'final' }),
      ]);
      expect(pastRevisions(history, 'things')).toEqual({
        low: -0.010000000000000009,
        high: 0.030000000000000027,
        count: 3,
      });
      expect(standing(provisional, {}, { history }).possible).toEqual(['on-course', 'lagging']);
    });
  });

  describe('that is late', () => {
    const sources = [source('table', { lagMonths: 2 })];
    const yearly = ['2021', '2022', '2023', '2024'].map((period, i) =>
      fact(period, 100 + i, { vintage: 'table-1', published: `${Number(period) + 1}-03-01` }),
    );
    const check = (at: string) => [{ last: checked(at), lastGood: checked(at) }];
    const checked = (at: string) => ({
      source: 'table',
      at,
      outcome: 'unchanged' as const,
      code: null,
      etag: null,
      lastModified: null,
      question: null,
    });

    it('is overdue once the next figure should have been there', () => {
      // The figure of 2025 is due two months after that year.
      expect(standing(yearly, { sources }, { today: '2026-02-27' }).overdue).toBe(false);
      const late = standing(yearly, { sources }, { today: '2026-03-05' });
      expect(late.overdue).toBe(true);
      expect(late.reason?.en).toContain('No update since 2024');
      expect(late.lastUpdate).toBe('2025-03-01');
    });

    it('tells a source that had nothing from one that was not asked', () => {
      const with_ = (at: string) =>
        standing(yearly, { sources }, { today: '2026-06-01', checks: check(at) }).reason?.en;
      expect(with_('2026-05-01T00:00:00Z')).toContain('had nothing newer on 1 May 2026');
      expect(with_('2026-01-01T00:00:00Z')).toContain('not been queried since 1 January 2026');
      const never = standing(yearly, { sources }, { today: '2026-06-01', checks: [] });
      expect(never.reason?.en).toContain('never been queried');
    });

    it('has no known rhythm with fewer than three figures, so it is old but not overdue', () => {
      const found = standing([fact('2019', 100), fact('2020', 110)]);
      expect(found.overdue).toBe(false);
      expect(found.reason?.en).toContain('No update since 2020');
      expect(found.lastUpdate).toBeNull();
    });
  });

  it('moves where a revision moves its status', () => {
    const region = standingRegion();
    const revised = [...line.slice(0, 2), fact('2024', 149)];
    expect(movedTargets(region, line, revised, today)).toEqual([
      { target: 'more-things', from: 'lagging', to: 'on-course' },
    ]);
    expect(movedTargets(region, line, line, today)).toEqual([]);
  });

  it('is of the area of the target', () => {
    const areas = [area('ALL', { kind: 'region' }), area('One')];
    const found = standing([...line, fact('2025', 7, { area: 'One' })], {
      areas,
      targets: [target({ area: 'One', value: 5 })],
    });
    expect(found.latest?.value).toBe(7);
  });
});

describe('a trend', () => {
  it('is least squares through the last five points', () => {
    const points = [1000, 1, 2, 3, 4, 5].map((value, i) => ({ time: 2015 + i, value }));
    expect(trendOf(points)).toEqual({ perYear: 1, from: 2016, to: 2020, points: 5 });
  });

  it('is none through two points, or through points of one time', () => {
    expect(trendOf([1, 2].map((value, i) => ({ time: i, value })))).toBeNull();
    expect(trendOf([1, 2, 3].map((value) => ({ time: 2020, value })))).toBeNull();
  });
});
