import { createLocalPool, type Model } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { syntheticRegion } from '../../test/synthetic.ts';
import {
  checkSetting,
  difference,
  settingOf,
  type TableAnswer,
  type TableRegion,
  type TableSetting,
  tableAnswer,
  tableAsks,
  tableEffects,
  tableRequest,
} from './index.ts';

const seed = 7;
const futures = 200;

async function opened(): Promise<{ readonly region: TableRegion; readonly model: Model }> {
  const { region, model } = await syntheticRegion({ 'table.yaml': "years: ['2029', '2031']\n" });
  return { region, model };
}

async function ask(
  { region, model }: { readonly region: TableRegion; readonly model: Model },
  setting: TableSetting,
  year: string | null,
): Promise<TableAnswer> {
  const asks = tableAsks(region, model.program, undefined, year);
  const pool = createLocalPool(model);
  try {
    return tableAnswer(asks, await pool.run(tableRequest(asks, { setting, futures, seed, year })), seed);
  } finally {
    await pool.close();
  }
}

describe('the table read in another year', () => {
  it('is what it would be if every target had that horizon', async () => {
    const { region, model } = await opened();
    const later = {
      ...region,
      targets: region.targets.map((target) => ({ ...target, horizon: '2031' as typeof target.horizon })),
    };
    const setting = settingOf(region, 'agenda');
    const read = await ask({ region, model }, setting, '2031');
    expect(read).toEqual(await ask({ region: later, model }, setting, null));
    const own = await ask({ region, model }, setting, null);
    expect(read.bands).toEqual(own.bands);
    expect(read.targets[0]?.projected.p50).toBeGreaterThan(own.targets[0]?.projected.p50 ?? 0);
    expect(await ask({ region, model }, setting, '2029')).toEqual(own);
  });

  it('is refused for a year that the region does not name', async () => {
    const { region } = await opened();
    const setting = settingOf(region, 'agenda');
    expect(() => checkSetting(region, { setting, futures, seed, year: '2031' })).not.toThrow();
    expect(() => checkSetting(region, { setting, futures, seed, year: '2033' })).toThrow(/2033/);
  });
});

describe('what each lever does from end to end', () => {
  it('is the difference of the two answers, in every year, and leaves out what changes no future', async () => {
    const { region, model } = await opened();
    const setting = settingOf(region, 'agenda');
    const pool = createLocalPool(model);
    const parts: number[] = [];
    const { effects } = await tableEffects(
      { region },
      { setting, futures, seed },
      { program: model.program, runner: pool, onProgress: (part) => parts.push(part) },
    );
    await pool.close();
    expect(parts.at(-1)).toBe(1);
    expect(effects.some(({ measure }) => measure === 'idle')).toBe(false);
    for (const year of [null, '2031']) {
      const end = (value: number) =>
        ask({ region, model }, { ...setting, levers: { ...setting.levers, 'more-builders': value } }, year);
      const [lower, upper] = [await end(0), await end(1)];
      const expected = difference(upper, lower).targets.find(({ id }) => id === 'homes-2029');
      const found = effects.find(
        (one) => one.measure === 'more-builders' && one.target === 'homes-2029' && one.year === year,
      );
      expect(found?.shift).toBeCloseTo(expected?.median ?? Number.NaN, 9);
      expect((found?.met?.upper ?? 0) - (found?.met?.lower ?? 0)).toBe(expected?.met);
    }
  });
});
