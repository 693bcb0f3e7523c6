import type { BackTest } from '@schaalsprong/monitor';
import { afterEach, describe, expect, it } from 'vitest';
import { Copy, type Ran, runHere, syntheticRegion } from '../../../test/world.ts';
import { missesOf, missOf } from './report.ts';

/** At the end of 2022 the homes of 2019 to 2021 were known; those of 2022 and 2023 came. */
const withSettings = (): Copy =>
  new Copy()
    .add(
      'model/back-test.yaml',
      `origins: ['2022']
scenario: nothing
compare:
  - { indicator: homes, area: ALL, variable: homes built }
caveats: [{ nl: Het model is verzonnen., en: The model is synthetic. }]
`,
    )
    .replace(
      'observations/homes.csv',
      'homes_built,ALL,2021,16,',
      'homes_built,ALL,2020,8,homes,observed,synthetic count,\n' +
        'homes_built,ALL,2023,90,homes,observed,synthetic count,\n' +
        'homes_built,ALL,2021,16,',
    );

let copy: Copy | null = null;
afterEach(() => {
  copy?.remove();
  copy = null;
});

const ask = (...words: string[]): Promise<Ran> => {
  copy ??= withSettings();
  return runHere(['backtest', 'region', '--threads', '1', '--futures', '50', ...words], { cwd: copy.cwd });
};

describe('how the model would have done', () => {
  it('is told with the misses first, then against simple forecasts, then what it does not prove', async () => {
    const { code, out, err } = await ask();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const places = [
      'gestart met wat eind 2022 bekend was',
      'buiten de band van 80% (1 van 2)',
      '90 woningen',
      'Tegen twee voorspellingen',
      'te weinig gevallen',
      'Wat het model toch al van later wist',
      'Het model is verzonnen.',
    ].map((text) => out.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const line of out.split('\n')) expect(line).toBe(line.trimEnd());
  });

  it('--json holds every case', async () => {
    const { out } = await ask('--json');
    const { cases, futures, region }: BackTest & { region: string } = JSON.parse(out);
    expect({ futures, region }).toEqual({ futures: 50, region: 'synthetic' });
    expect(cases.map(({ period, came, in80 }) => [period, came, in80])).toEqual([
      ['2022', 24, true],
      ['2023', 90, false],
    ]);
  });

  it('keeps within a narrow screen, in English too', async () => {
    copy = withSettings();
    const words = ['backtest', 'region', '--threads', '1', '--futures', '20', '--lang', 'en'];
    const { out } = await runHere(words, { cwd: copy.cwd, width: 60 });
    expect(out).toContain('Misses: what came lay outside');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  it('says that nothing was tested where the region has no settings', async () => {
    const { code, out } = await runHere(['backtest', syntheticRegion, '--threads', '1']);
    expect(code).toBe(0);
    expect(out).toContain('Er is niets dat getoetst kon worden.');
    expect(out).toContain('geen model/back-test.yaml');
  });

  it('names what settings ask that is not there', async () => {
    copy = withSettings()
      .replace('model/back-test.yaml', 'indicator: homes', 'indicator: hoems')
      .replace('model/back-test.yaml', 'scenario: nothing', 'scenario: noting');
    const { code, err } = await ask();
    expect(code).toBe(3);
    expect(err).toContain('model/back-test.yaml:4:18');
    expect(err).toContain('REGION_UNKNOWN_ID');
    expect(err).toContain('homes');
    expect(err).toContain('model/back-test.yaml:2:11');
  });

  it('refuses words that it does not know', async () => {
    expect((await ask('--scenario', 'agenda')).code).toBe(2);
  });
});

it('a miss is measured in widths of the band, the furthest first', () => {
  const score = { crps: 0, pinball: 0 };
  const one = (came: number) => ({
    indicator: 'homes',
    area: 'ALL',
    origin: 2023,
    time: 2024,
    period: '2023',
    source: '',
    came,
    model: [10, 12, 15, 18, 20] as const,
    in50: came >= 12 && came <= 18,
    in80: came >= 10 && came <= 20,
    scores: { model: score, trend: score, walk: score },
  });
  expect([5, 10, 15, 40].map((came) => missOf(one(came)))).toEqual([0.5, 0, 0, 2]);
  expect(missesOf([5, 15, 40].map(one)).map(({ came }) => came)).toEqual([40, 5]);
});
