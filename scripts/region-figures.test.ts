import { describe, expect, it } from 'vitest';
import { converted } from './region-figures.ts';

const carried = `# source 1: 70072ned via https://example.org/repository (commit 0123abcd) file.csv
# source 2: KWB 2024 via https://example.org/other (commit 4567ef01) file.csv
indicator,unit,area,period,value,source,note
Totale bevolking,x 1 000,GM0002,2021JJ00,17.1,1,
Totale bevolking,x 1 000,GM0001,2021JJ00,,1,
Huishoudens,aantal,GM0001,2024JJ00,100,2,rounded
`;
const series = {
  'Totale bevolking': { to: 'population', unit: 'people', factor: 1000, start: true },
  Huishoudens: { to: 'households', unit: 'households' },
};

describe('figures that a repository carries', () => {
  it('get the name, unit, period and source that the monitor has, and no row where the office gave no figure', () => {
    expect(converted(carried, { from: 'carried.csv', series })).toEqual([
      {
        indicator: 'households',
        area: 'GM0001',
        period: '2024',
        value: '100',
        unit: 'households',
        status: 'observed',
        source:
          'CBS Kerncijfers wijken en buurten 2024, CC BY 4.0, via https://example.org/other (commit 4567ef01) file.csv',
        note: 'rounded',
        published: '',
      },
      {
        indicator: 'population',
        area: 'GM0002',
        period: '2021-01-01',
        value: '17100',
        unit: 'people',
        status: 'observed',
        source: 'CBS 70072ned, CC BY 4.0, via https://example.org/repository (commit 0123abcd) file.csv',
        note: '',
        published: '',
      },
    ]);
  });

  it('add up twelve months to a year, and leave a year out that lacks one', () => {
    const month = (year: number, nth: number) =>
      `births,aantal,NL01,${year}MM${String(nth).padStart(2, '0')},10,1,`;
    const text = [
      '# source: 37230ned via https://example.org/repository (commit 0123abcd) file.json',
      'indicator,unit,area,period,value,source,note',
      ...Array.from({ length: 12 }, (_, i) => month(2016, i + 1)),
      ...Array.from({ length: 11 }, (_, i) => month(2017, i + 1)),
      'births,aantal,GM0001,2016MM01,3,1,',
    ].join('\n');
    const series = { births: { to: 'births', unit: 'people' } };
    const rows = converted(text, { from: 'months.csv', months: true, areas: ['NL01'], series });
    expect(rows.map(({ area, period, value, note }) => [area, period, value, note])).toEqual([
      ['NL01', '2016', '120', 'sum of twelve months'],
    ]);
  });

  it('are refused where a measure that is to be taken is not among them', () => {
    const asked = { ...series, Woningen: { to: 'homes', unit: 'homes' } };
    expect(() => converted(carried, { from: 'carried.csv', series: asked })).toThrow(
      /carried.csv has no Woningen/,
    );
  });
});
