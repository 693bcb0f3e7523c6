import { describe, expect, it } from 'vitest';
import { fact, indicator, region, source } from '../test/made.ts';
import { type Nowcast, nowcastOf, type VintageFact } from './index.ts';
import { studentTenth } from './nowcast.ts';

const today = '2026-11-30';
const text = { nl: 'verzonnen', en: 'made up' };
const lead = (rest: Record<string, unknown> = {}) => ({
  series: 'permits',
  lag: 1,
  reason: text,
  source: 'made up',
  ...rest,
});
const led = indicator({ leads: [lead()] });

/** Numbers that look random and are the same each time (mulberry32), then normal by Box and Muller. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Yearly figures from 2026 - years up to 2025, and permits a year ahead of them, whose growth tells `share` of theirs. */
function related(seed: number, years: number, share: number): { facts: VintageFact[]; came: number } {
  const normal = normals(seed);
  const facts: VintageFact[] = [];
  let [things, permits] = [1000, 500];
  for (let year = 2026 - years; year <= 2026; year++) {
    const growth = 0.1 * normal();
    permits *= Math.exp(growth);
    things *= Math.exp(0.01 + share * growth + 0.03 * normal());
    facts.push(fact(String(year - 1), permits, { series: 'permits' }));
    if (year < 2026) facts.push(fact(String(year), things));
  }
  return { facts, came: things };
}

const made = (of: readonly VintageFact[], by = led, on = today): Nowcast => {
  const found = nowcastOf(region(), by, of, on);
  if (!('p50' in found)) throw new Error(found.en);
  return found;
};
const refused = (of: readonly VintageFact[], by = led, on = today): string => {
  const found = nowcastOf(region(), by, of, on);
  if ('p50' in found) throw new Error('expected no nowcast');
  return found.en;
};

describe('a nowcast', () => {
  it('is exact where growth follows the lead exactly', () => {
    const facts = [1, 2, 4, 4, 12, 6, 6, 18].flatMap((value, i) => {
      const year = 2018 + i;
      const permits = fact(String(year), value * 10, { series: 'permits' });
      // One year later, and none of the year that is asked.
      return i < 7 ? [permits, fact(String(year + 1), value)] : [permits];
    });
    const found = made(facts);
    expect(found.period).toBe('2026');
    expect(found.p50).toBeCloseTo(18, 3);
    expect(found.p10).toBeCloseTo(18, 2);
    expect(found.from).toEqual([{ series: 'permits', lag: 1, years: 6 }]);
  });

  it('holds what came in its band as often as it says, and is not needlessly wide', () => {
    const runs = Array.from({ length: 400 }, (_, i) => related(i + 1, 14, 0.8));
    const answers = runs.map(({ facts, came }) => ({ came, ...made(facts) }));
    const inside = answers.filter(({ came, p10, p90 }) => came >= p10 && came <= p90).length / answers.length;
    // 80 % with an error of 2 % of counting.
    expect(inside).toBeGreaterThan(0.74);
    expect(inside).toBeLessThan(0.86);
    const width = answers.reduce((sum, { p10, p50, p90 }) => sum + (p90 - p10) / p50, 0) / answers.length;
    // Of noise of 3 % alone the band is 0.077 wide, of the growth without a lead 0.22.
    expect(width).toBeGreaterThan(0.07);
    expect(width).toBeLessThan(0.11);
  });

  it('compares the months that are known with the same months of the years before', () => {
    const facts: VintageFact[] = [];
    const growths = [0.2, -0.1, 0.05, 0.3, -0.2, 0.1, 0.15, 0];
    let level = 1000;
    growths.forEach((growth, i) => {
      const year = 2018 + i;
      level *= Math.exp(growth);
      facts.push(fact(String(year), level));
    });
    let permits = 10;
    [...growths, 0.4].forEach((growth, i) => {
      permits *= Math.exp(growth);
      // Of the last year only the first half is known; the second half of the others is noise that must not count.
      facts.push(fact(`${2018 + i}-Q1`, permits, { series: 'permits' }));
      facts.push(fact(`${2018 + i}-Q2`, permits * 2, { series: 'permits' }));
      if (i < growths.length) facts.push(fact(`${2018 + i}-Q3`, 5 + ((i * 7) % 4), { series: 'permits' }));
    });
    const found = made(facts, indicator({ leads: [lead({ lag: 0 })] }));
    expect(found.p50).toBeCloseTo(level * Math.exp(0.4), 3);
  });

  it('goes by the leads that are loaded, and by several together', () => {
    const { facts } = related(5, 14, 0.8);
    const two = indicator({ leads: [lead({ series: 'unknown' }), lead()] });
    expect(made(facts, two)).toEqual(made(facts));
    const other = facts
      .filter(({ series }) => series === 'permits')
      .map((one, i) => ({ ...one, series: 'plans', value: 100 + ((i * 7) % 5) }));
    const both = indicator({ leads: [lead(), lead({ series: 'plans' })] });
    expect(made([...facts, ...other], both).from.map(({ series }) => series)).toEqual(['permits', 'plans']);
  });

  it('of a running total is what stands with what its flow is expected to bring', () => {
    const { facts } = related(7, 14, 0.8);
    const flow = made(facts);
    const total = made(facts, indicator({ leads: [lead()], cumulativeFrom: '2023' }));
    const stands = facts
      .filter(({ series, period }) => series === 'things' && period >= '2023')
      .reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(total.period).toBe('2023/2026');
    expect(total.p50).toBeCloseTo(stands + flow.p50, 6);
    expect(total.p90 - total.p10).toBeCloseTo(flow.p90 - flow.p10, 6);
    const fresh = made(facts, indicator({ leads: [lead()], cumulativeFrom: '2026' }));
    expect(fresh).toMatchObject({ period: '2026', p50: flow.p50 });
    expect(refused(facts, indicator({ leads: [lead()], cumulativeFrom: '2027' }))).toContain(
      'does not reach',
    );
  });

  it('adds up a lead over the parts of an area where it may be', () => {
    const { facts } = related(9, 14, 0.8);
    const split = facts.flatMap((one) =>
      one.series === 'things'
        ? [one]
        : ['One', 'Two'].map((area) => ({ ...one, area, value: (one.value ?? 0) / 2 })),
    );
    const by = indicator({ leads: [lead({ additive: true })] });
    expect(made(split, by).p50).toBeCloseTo(made(facts).p50, 6);
    expect(refused(split)).toContain('are not loaded');
  });

  it('of a figure of 1 January is of the next 1 January', () => {
    const facts = related(3, 14, 0.8).facts.map((one) =>
      one.series === 'things' ? { ...one, period: `${Number(one.period) + 1}-01-01` } : one,
    );
    expect(made(facts).period).toBe('2027-01-01');
  });

  it('takes differences where a value is not above zero', () => {
    const values = [-3, -1, 0, 2, 1, 4, 6, 7];
    const facts = values.flatMap((value, i) => [
      fact(String(2018 + i), value),
      fact(String(2018 + i), 2 * value + 9, { series: 'permits' }),
    ]);
    const found = made(
      [...facts, fact('2026', 25, { series: 'permits' })],
      indicator({ leads: [lead({ lag: 0 })] }),
    );
    expect(found.p50).toBeCloseTo(8, 3);
  });
});

describe('there is no nowcast', () => {
  const { facts } = related(1, 14, 0.8);

  it('without a lead', () => {
    expect(refused(facts, indicator())).toContain('No series is known that leads');
  });

  it('where the lead is not loaded: the source that has it is named, and no command', () => {
    const own = facts.filter(({ series }) => series === 'things');
    const known = region({
      sources: [
        source('office-permits', {
          series: [
            {
              series: 'permits',
              area: {},
              period: { dimension: 'period' },
              unit: 'things',
              sourceUnit: 'things',
            },
          ],
        }),
      ],
    });
    expect(nowcastOf(known, led, own, today)).toMatchObject({
      en: expect.stringContaining(`fetch them from the source '${known.sources[0]?.title.en}'`),
    });
    expect(refused(own)).toContain('No source of them is known');
    // A table whose measures nobody has looked up yet is known by its name.
    const table = region({ sources: [source('office-permits', { series: [], table: '12345ABC' })] });
    const by = indicator({ leads: [lead({ source: 'Office, table 12345ABC' })] });
    expect(nowcastOf(table, by, own, today)).toMatchObject({
      en: expect.stringContaining(`fetch them from the source '${known.sources[0]?.title.en}'`),
    });
  });

  it('with fewer than five years of growth in common', () => {
    expect(refused(related(1, 5, 0.8).facts)).toContain('share 4 years of growth; at least 5');
    expect('p50' in nowcastOf(region(), led, related(1, 6, 0.8).facts, today)).toBe(true);
  });

  it('across a break', () => {
    const broken = indicator({ leads: [lead()], breaks: [{ at: '2022', reason: text }] });
    // Of 8 years of figures the growth of the year of the break is not one.
    expect(refused(related(1, 6, 0.8).facts, broken)).toContain('share 4 years');
  });

  it('before the year has begun, or before the lead says something of it', () => {
    expect(refused(facts, led, '2025-11-30')).toContain('measured already');
    expect(refused(facts.filter(({ series, period }) => series !== 'permits' || period < '2025'))).toContain(
      'says nothing of 2026 yet',
    );
  });

  it('where the lead tells nothing: most unrelated series are refused', () => {
    const runs = Array.from({ length: 200 }, (_, i) => related(i + 1, 14, 0).facts);
    const taken = runs.filter((of) => 'p50' in nowcastOf(region(), led, of, today)).length;
    expect(taken / runs.length).toBeLessThan(0.35);
    const told = Array.from({ length: 200 }, (_, i) => related(i + 1, 14, 0.8).facts);
    expect(told.every((of) => 'p50' in nowcastOf(region(), led, of, today))).toBe(true);
  });

  it('without figures of its own', () => {
    expect(refused(facts.filter(({ series }) => series === 'permits'))).toContain('no yearly figures');
  });
});

it('the 90 % point of Student is that of the tables', () => {
  const table = [
    [3, 1.638],
    [5, 1.476],
    [10, 1.372],
    [30, 1.31],
  ] as const;
  for (const [freedom, point] of table) expect(studentTenth(freedom)).toBeCloseTo(point, 2);
});
