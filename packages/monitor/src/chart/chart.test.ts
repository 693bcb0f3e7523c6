import type { Indicator } from '@schaalsprong/agenda';
import type { Units } from '@schaalsprong/agenda/format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VintageFact } from '../facts.ts';
import { drawChart, escapeXml, type LineChart } from './draw.ts';
import { type IndicatorChartInput, indicatorChart } from './indicator-chart.ts';

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
  lang: 'nl',
};

describe('the chart of an indicator', () => {
  it('says the finding in its text alternative, in both languages', () => {
    expect(indicatorChart(input).alt).toBe(
      'Heel het gebied. Laatste cijfer: 1.300\u00a0mensen (2022, voorlopig); eerste: 1.000\u00a0mensen (2019). Gevraagd: 2.000\u00a0mensen (2030).',
    );
    expect(indicatorChart({ ...input, lang: 'en' }).alt).toContain(
      'Last figure: 1,300\u00a0people (2022, provisional)',
    );
  });

  it('draws what was measured, oldest first, and neither what was expected nor what is missing', () => {
    expect(indicatorChart(input).lines).toEqual([
      {
        label: 'Heel het gebied',
        pieces: [
          [
            { time: 2020, value: 1000, sure: true },
            { time: 2021, value: 1100, sure: true },
          ],
          [{ time: 2023, value: 1300, sure: false }],
        ],
      },
    ]);
  });

  it('says below the drawing why the line is broken, and where the figures come from', () => {
    expect(indicatorChart({ ...input, asKnownOn: '2024-01-31' }).foot).toEqual([
      'Zoals bekend op 31 januari 2024.',
      'Breuk 2021: Andere telling.',
      'Open rondjes zijn voorlopig of afgeleid.',
      'Bron: Synthetic office',
    ]);
  });

  it('leaves out a break before the first figure or after the last', () => {
    const lines = [{ name: 'x', area: 'ALL', facts: [fact('2022', 5), fact('2023', 6)] }];
    expect(indicatorChart({ ...input, lines }).breaks).toEqual([]);
  });

  it('says so where nothing was observed', () => {
    const chart = indicatorChart({
      ...input,
      lines: [{ name: 'x', area: 'ALL', facts: [] }],
      standing: null,
    });
    expect(chart.alt).toBe('Van deze indicator is niets waargenomen.');
    expect(drawChart(chart)).toContain('>Van deze indicator is niets waargenomen.</text>');
  });
});

describe('the drawing', () => {
  const svg = drawChart(indicatorChart(input));

  it('carries title, text alternative and language, so that a screen reader tells it', () => {
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*lang="nl"[^>]*aria-labelledby="chart-crowd-title chart-crowd-desc"/,
    );
    expect(svg).toContain('<title id="chart-crowd-title">Verzonnen aantal</title>');
    expect(svg).toContain('<desc id="chart-crowd-desc">Heel het gebied.');
  });

  it('holds no style, no script and nothing from elsewhere, as a strict policy asks', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /style|<script|href|url\(|http|data:|on\w+=/,
    );
  });

  it('does not draw the line through a break', () => {
    const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d);
    // 2019 to 2020 is one piece; 2022 stands alone behind the break.
    expect(paths).toHaveLength(1);
    expect(svg.match(/<circle/g)).toHaveLength(3);
  });

  it('writes a year in the middle of its own room, so that the end of a year lies right of it', () => {
    const [, label] = /<text x="([\d.]+)"[^>]*>2022<\/text>/.exec(svg) ?? [];
    const circles = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Number(label)).toBeLessThan(circles[2] ?? 0);
    expect(Number(label)).toBeGreaterThan(circles[1] ?? 0);
  });

  it('puts what is asked over its end where there is little room, and beside it where there is', () => {
    const anchorAt = (width: number): string | undefined =>
      /<text[^>]*>Gevraagd: [^<]*<\/text>/.exec(
        drawChart(indicatorChart(input), { width, plotHeight: 200 }),
      )?.[0];
    expect(anchorAt(340)).toContain('text-anchor="end"');
    expect(anchorAt(760)).not.toContain('text-anchor');
  });

  const chart = fc.record<LineChart>({
    id: fc.constant('c'),
    lang: fc.constantFrom('nl', 'en'),
    title: fc.string({ unit: 'binary' }),
    subtitle: fc.string(),
    alt: fc.string({ unit: 'binary' }),
    lines: fc.array(
      fc.record({
        label: fc.string(),
        pieces: fc
          .array(
            fc.record({
              time: fc.double({ min: 1900, max: 2100, noNaN: true }),
              value: fc.double({ min: -1e12, max: 1e12, noNaN: true }),
              sure: fc.boolean(),
            }),
            { maxLength: 20 },
          )
          .map((points) => points.sort((a, b) => a.time - b.time))
          .map((points) => [points.slice(0, 5), points.slice(5)].filter((piece) => piece.length > 0)),
      }),
      { maxLength: 8 },
    ),
    path: fc.constant(null),
    breaks: fc.array(
      fc.record({ time: fc.double({ min: 1900, max: 2100, noNaN: true }), label: fc.string() }),
      {
        maxLength: 3,
      },
    ),
    foot: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    empty: fc.string(),
    tick: fc.constant(String),
  });

  it('is well-formed with finite places inside its frame, whatever is drawn', () => {
    fc.assert(
      fc.property(chart, (made) => {
        const text = drawChart(made);
        // In places, not in words: a label may say anything.
        expect(text).not.toMatch(
          / (?:c?[xy][12]?|d|r|width|height|viewBox|transform)="[^"]*(?:NaN|Infinity|undefined)/,
        );
        const width = Number(/width="([\d.]+)"/.exec(text)?.[1]);
        for (const [, x] of text.matchAll(/ c?x="(-?[\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(width);
        }
        // Tags are balanced and no text breaks out of its element.
        const open: string[] = [];
        for (const [, close, name = '', self] of text.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
          if (close === '/') expect(open.pop()).toBe(name);
          else if (self !== '/') open.push(name);
        }
        expect(open).toEqual([]);
        expect(text.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 60 },
    );
  });

  it('lets no text be read as a mark, nor hold a sign that XML does not know', () => {
    expect(escapeXml('a<b>&"c\u0000\u0007')).toBe('a&lt;b&gt;&amp;&quot;c');
  });
});
