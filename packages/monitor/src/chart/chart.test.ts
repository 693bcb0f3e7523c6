import type { Indicator } from '@schaalsprong/agenda';
import { type DotStatus, svgText } from '@schaalsprong/chart';
import type { Units } from '@schaalsprong/words';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Certainty, VintageFact } from '../facts.ts';
import { type IndicatorChartInput, indicatorChart, indicatorPicture } from './indicator-chart.ts';

describe('the marker of a figure', () => {
  it('knows every certainty of a figure, and no other', () => {
    // The chart knows no monitor (floors), so its list is its own; the type checker holds the two equal.
    expectTypeOf<DotStatus>().toEqualTypeOf<Certainty>();
  });
});

const units: Units = {
  people: {
    title: { nl: 'mensen', en: 'people' },
    symbol: { nl: 'mensen', en: 'people' },
    decimals: 0,
    scale: 1,
    grouping: true,
  },
};
const indicator = {
  id: 'crowd',
  title: { nl: 'Verzonnen aantal', en: 'Synthetic number' },
  unit: 'people',
  breaks: [{ at: '2021', reason: { nl: 'Andere telling.', en: 'Another count.' } }],
} as unknown as Indicator;

const fact = (period: string, value: number | null, more: Partial<VintageFact> = {}): VintageFact => ({
  series: 'crowd',
  area: 'ALL',
  period,
  value,
  state: value === null ? 'missing' : 'value',
  standing: 'observed',
  unit: 'people',
  decimals: 0,
  attribute: '',
  source: 'synthetic',
  note: '',
  vintage: 'v',
  published: null,
  ...more,
});

const input: IndicatorChartInput = {
  indicator,
  units,
  lines: [
    {
      name: 'Heel het gebied',
      area: 'ALL',
      facts: [
        fact('2022', 1300, { standing: 'provisional' }),
        fact('2019', 1000),
        fact('2020', 1100),
        fact('2021', null),
        fact('2030', 9999, { standing: 'expected' }),
      ],
    },
  ],
  standing: {
    required: { from: { time: 2020, value: 1000 }, to: { time: 2031, value: 2000 }, perYear: 1000 / 11 },
  },
  sources: ['Synthetic office'],
  asKnownOn: null,
  address: 'https://schaalsprong.example/monitor/crowd',
  lang: 'nl',
};

const drawn = (of: IndicatorChartInput, width = 760): string =>
  svgText(indicatorPicture(indicatorChart(of), width));

describe('the chart of an indicator', () => {
  it('says the finding in its text alternative, in both languages', () => {
    expect(indicatorChart(input).series.name).toBe(
      'Heel het gebied. Laatste cijfer: 1.300\u00a0mensen (2022, voorlopig); eerste: 1.000\u00a0mensen (2019). Gevraagd: 2.000\u00a0mensen (2030).',
    );
    expect(indicatorChart({ ...input, lang: 'en' }).series.name).toContain(
      'Last figure: 1,300\u00a0people (2022, provisional)',
    );
  });

  it('joins what was measured, oldest first, and neither what was expected nor what is missing', () => {
    const [line] = indicatorChart(input).series.lines;
    expect(line?.pieces.map((piece) => piece.map(({ time, value }) => [time, value]))).toEqual([
      [
        [2020, 1000],
        [2021, 1100],
      ],
      [[2023, 1300]],
    ]);
    expect(line?.dots.map(({ value, status }) => [value, status])).toEqual([
      [1000, 'observed'],
      [1100, 'observed'],
      [1300, 'provisional'],
      [9999, 'expected'],
    ]);
  });

  it('carries title, unit, day, source and full address, and says why the line is broken', () => {
    expect(indicatorChart({ ...input, asKnownOn: '2024-01-31' }).meaning).toMatchObject({
      title: 'Verzonnen aantal',
      unit: 'Heel het gebied, mensen',
      notes: [
        'Breuk 1 (2021): Andere telling.',
        'Open rondjes zijn voorlopig.',
        'Ruiten zijn niet gemeten: de bron verwachtte ze.',
      ],
      source: 'Bron: Synthetic office',
      date: 'Zoals bekend op 31 januari 2024.',
      address: 'https://schaalsprong.example/monitor/crowd',
    });
    const svg = drawn(input);
    for (const part of [
      '>Verzonnen aantal</text>',
      '>Heel het gebied, mensen</text>',
      '>Bron: Synthetic office</text>',
      '>Cijfers tot en met 2022.</text>',
      '>https://schaalsprong.example/monitor/crowd</text>',
    ])
      expect(svg).toContain(part);
  });

  it('names the last day of publication of its figures, where they have one', () => {
    const facts = [
      fact('2021', 5, { published: '2022-03-01' }),
      fact('2022', 6, { published: '2023-04-05' }),
    ];
    const { meaning } = indicatorChart({ ...input, lines: [{ name: 'x', area: 'ALL', facts }] });
    expect(meaning.date).toBe('Cijfers tot en met 2022, gepubliceerd tot en met 5 april 2023.');
  });

  it('leaves out a break before the first figure or after the last', () => {
    const lines = [{ name: 'x', area: 'ALL', facts: [fact('2022', 5), fact('2023', 6)] }];
    expect(indicatorChart({ ...input, lines }).series.breaks).toEqual([]);
  });

  it('says so where nothing was observed', () => {
    const nothing = { ...input, lines: [{ name: 'x', area: 'ALL', facts: [] }] };
    expect(indicatorChart(nothing).series.name).toBe('Van deze indicator is niets waargenomen.');
    expect(drawn(nothing)).toContain('>Van deze indicator is niets waargenomen.</text>');
  });

  it('writes a year below its own end, so that no figure is read as of another year', () => {
    const svg = drawn(input);
    const [, label] = /<text x="([\d.]+)"[^>]*>2022<\/text>/.exec(svg) ?? [];
    const [, dot] = /<circle cx="([\d.]+)"[^>]*>\s*<title>[^<]*2022: /.exec(svg) ?? [];
    expect(label).toBe(dot);
  });
});
