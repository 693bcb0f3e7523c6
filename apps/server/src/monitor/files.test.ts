import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { monitorRegion, twoVersions } from '../../test/monitor-world.ts';
import { archive, citationFile, type FilesInput, indicatorCsv, readme } from './files.ts';

let input: FilesInput;
let then: FilesInput;
beforeAll(async () => {
  const region = await monitorRegion();
  const monitor = await twoVersions(region);
  const view = monitor.current();
  await monitor.close();
  const of = (day: string | null): FilesInput => {
    const answer = view.indicator('homes', day);
    if (answer === null) throw new Error('no indicator');
    const base = 'https://example.org';
    const about = {
      title: 'Gebouwde woningen',
      unit: 'woningen',
      source: 'Synthetic office',
      retrieved: '2026-11-30',
      address: `${base}/monitor/homes`,
    };
    return { region, answer, rows: view.rows(answer), base, about };
  };
  input = of(null);
  then = of('2023-12-31');
});

const table = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('the table of an indicator', () => {
  it('has a row per figure and version, with what is needed to tell them apart', () => {
    const rows = table(indicatorCsv(input)).filter(({ area }) => area === 'ALL');
    expect(
      rows.map(({ period, value, standing, published, stands, table: of }) => [
        period,
        value,
        standing,
        published,
        stands,
        of,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['2022', '12', 'provisional', '2023-03-01', 'false', 'T1'],
        ['2022', '24', 'final', '2024-03-01', 'true', 'T1'],
        // The region's own count is another source: it stands beside, and is not the figure that stands.
        ['2022', '24', 'observed', '', 'false', ''],
      ]),
    );
    expect(rows.filter(({ stands }) => stands === 'true')).toHaveLength(3);
  });

  it('keeps secret apart from nothing and from zero, with the sign of the source', () => {
    expect(table(indicatorCsv(input)).find(({ area }) => area === 'GM9001')).toMatchObject({
      value: '',
      state: 'secret',
      attribute: '<5',
      area_name: 'Dorp "A", verzonnen',
    });
  });

  it('is read back whole, whatever signs its texts hold', () => {
    const text = indicatorCsv(input);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(table(text).find(({ area }) => area === 'GM9002')?.note).toBe('a "note", with signs');
  });

  it('of a day holds only what was known then', () => {
    const rows = table(indicatorCsv(then));
    expect(rows.filter(({ period, area }) => period === '2022' && area === 'ALL')).toMatchObject([
      { value: '12', stands: 'true' },
    ]);
  });
});

describe('the archive', () => {
  const files = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(unzipSync(archive(input))).map(([name, bytes]) => [
        name,
        new TextDecoder().decode(bytes),
      ]),
    );

  it('holds the table, its description, a README and how to cite it', () => {
    expect(Object.keys(files()).sort()).toEqual([
      'homes/CITATION.cff',
      'homes/README.md',
      'homes/homes.csv',
      'homes/homes.metadata.json',
    ]);
    expect(files()['homes/homes.csv']).toBe(indicatorCsv(input));
    expect(JSON.parse(files()['homes/homes.metadata.json'] ?? '')).toEqual(input.answer.metadata);
  });

  it('is the same, byte by byte, for the same figures', () => {
    expect(archive(input)).toEqual(archive(input));
  });

  it('tells in both languages of every column, every source and every break', () => {
    const text = readme(input);
    for (const name of Object.keys(table(indicatorCsv(input))[0] ?? {})) {
      expect(text.split(`\`${name}\`:`)).toHaveLength(3);
    }
    for (const words of [
      '# Gebouwde woningen',
      '# Homes built',
      'Synthetic office, Woningen volgens een verzonnen bureau (T1); CC BY 4.0',
      'Breuk 2023: Andere telling',
      'Break 2023: Another count',
      'licentie niet bekend: vraag de bron',
      'https://example.org/en/monitor/homes',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('undefined');
  });

  it('cites the publisher with the day of the last figures, as programs read it', () => {
    expect(parseYaml(citationFile(input))).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      title: 'Homes built',
      authors: expect.arrayContaining([{ name: 'Synthetic office' }]),
      'date-released': '2024-03-01',
      url: 'https://example.org/en/monitor/homes',
    });
  });
});
