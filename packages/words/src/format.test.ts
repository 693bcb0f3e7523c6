import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSwitch, roundingStep } from './format.ts';
import {
  formatAxis,
  formatMet,
  formatNumber,
  formatPeriod,
  type Lang,
  type NumberStyle,
  type Units,
} from './index.ts';

const symbol = (nl: string, en = nl) => ({
  title: { nl, en },
  symbol: { nl, en },
  decimals: 0,
  grouping: true,
  scale: 1,
});
const units: Units = {
  homes: symbol('woningen', 'homes'),
  people: symbol('mensen', 'people'),
  percent: { ...symbol('%'), decimals: 1 },
  'eur-bn': { ...symbol('€ mld', '€ bn'), decimals: 1, scale: 1e9 },
  eur: symbol('€'),
  rank: symbol('plaats {n}', 'place {n}'),
  year: { ...symbol(''), grouping: false },
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const show = (value: number, unit: string, lang: Lang, style?: NumberStyle) =>
  plain(formatNumber(value, unit, lang, units, style));

describe('numbers', () => {
  it('are written as a reader of the language writes them', () => {
    expect(show(62_000, 'homes', 'nl')).toBe('62.000 woningen');
    expect(show(62_000, 'homes', 'en')).toBe('62,000 homes');
    expect(show(65, 'percent', 'nl')).toBe('65,0%');
    expect(show(151_800, 'eur', 'nl')).toBe('€ 151.800');
    expect(show(11.88e9, 'eur-bn', 'en')).toBe('€ 11.9 bn');
    expect(show(10, 'rank', 'nl')).toBe('plaats 10');
    expect(show(2030, 'year', 'nl')).toBe('2030');
  });

  it('never break between number and unit', () => {
    expect(formatNumber(1_000, 'homes', 'nl', units)).not.toContain(' ');
  });

  it('can stand bare, precise or with a sign', () => {
    expect(show(1_234.5, 'homes', 'nl', { bare: true })).toBe('1.235');
    expect(show(1_234.5, 'homes', 'nl', { precise: true })).toBe('1.234,5 woningen');
    expect(show(12, 'homes', 'nl', { signed: true })).toBe('+12 woningen');
    expect(show(-12, 'homes', 'nl', { signed: true })).toBe('-12 woningen');
    expect(show(0.2, 'homes', 'nl', { signed: true })).toBe('0 woningen');
    expect(show(200, 'eur', 'nl', { signed: true })).toBe('+€ 200');
    expect(show(-200, 'eur', 'en')).toBe('-€ 200');
  });

  it('have their sign before a currency, but behind a word that stands before the number', () => {
    const iso = { ...units, iso: symbol('EUR {n}') };
    expect(plain(formatNumber(-200, 'iso', 'nl', iso))).toBe('-EUR 200');
    expect(show(-0.4, 'rank', 'nl', { precise: true, signed: true })).toBe('plaats -0,4');
    expect(show(2, 'rank', 'en', { signed: true })).toBe('place +2');
  });

  it('of a model show no more digits than mean something', () => {
    const rounded = (value: number, unit: string) => show(value, unit, 'nl', { rounded: true });
    expect(rounded(40_596, 'homes')).toBe('40.600 woningen');
    expect(rounded(15_848, 'homes')).toBe('15.850 woningen');
    expect(rounded(152_575, 'eur')).toBe('€ 152.600');
    expect(rounded(57.84, 'percent')).toBe('57,8%');
    expect(rounded(100, 'percent')).toBe('100,0%');
    expect(rounded(775, 'homes')).toBe('775 woningen');
    expect(rounded(0.004, 'percent')).toBe('0,004%');
    expect(rounded(0, 'percent')).toBe('0,0%');
    expect(rounded(-0.0372, 'percent')).toBe('-0,04%');
  });

  it('of a model are told in a step, and what is less than half of it does not show', () => {
    expect(roundingStep(3_920, 'homes', units)).toBe(10);
    expect(roundingStep(-15_848, 'homes', units)).toBe(10);
    expect(roundingStep(57.84, 'percent', units)).toBeCloseTo(0.1, 12);
    expect(roundingStep(0, 'percent', units)).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: -0.49, max: 0.49, noNaN: true }),
        (about, part) => {
          const step = roundingStep(about, 'homes', units);
          const told = Math.round(about / step) * step;
          // Just over a power of ten the step itself may change.
          fc.pre(roundingStep(told + part * step, 'homes', units) === step);
          const bare = (value: number): string => show(value, 'homes', 'nl', { rounded: true });
          expect(bare(told + part * step)).toBe(bare(told));
        },
      ),
    );
  });

  it('move to a larger unit where their own names one, unless they stand bare', () => {
    const money = {
      ...units,
      million: {
        title: { nl: 'mln', en: 'm' },
        symbol: { nl: '{n} mln', en: '{n} m' },
        decimals: 1,
        grouping: true,
        scale: 1,
      },
      one: {
        title: { nl: 'euro', en: 'euros' },
        symbol: { nl: '{n}', en: '{n}' },
        decimals: 0,
        grouping: true,
        scale: 1,
        above: { value: 1e6, unit: 'million', divide: 1e6 },
      },
    };
    expect(plain(formatNumber(425e6, 'one', 'nl', money, { precise: true }))).toBe('425 mln');
    expect(plain(formatNumber(999_999, 'one', 'nl', money))).toBe('999.999');
    expect(formatNumber(425e6, 'one', 'nl', money, { bare: true })).toBe('425.000.000');
  });

  it('move to a smaller unit where their own names one: 1.13 kW, not 0.00113 MW', () => {
    const power = {
      ...units,
      kW: { ...symbol('kW'), decimals: 1 },
      MW: { ...symbol('MW'), below: { value: 1, unit: 'kW', multiply: 1000 } },
    };
    const said = (value: number, style?: NumberStyle) => plain(formatNumber(value, 'MW', 'nl', power, style));
    expect(said(0.00113, { precise: true })).toBe('1,13 kW');
    expect(said(-0.0018)).toBe('-1,8 kW');
    expect(said(40)).toBe('40 MW');
    expect(said(0)).toBe('0 MW');
    expect(said(0.25, { bare: true, precise: true })).toBe('0,25');
    expect(roundingStep(0.00113, 'MW', power)).toBeCloseTo(0.0001, 12);
  });

  it('have the word that their unit has for them: a switch is on or off', () => {
    const named = (value: number, nl: string, en: string) => ({ value, name: { nl, en } });
    const switches = {
      ...units,
      switch: {
        ...symbol('%'),
        scale: 0.01,
        names: [named(0, 'uit', 'off'), named(1, 'aan', 'on')],
      },
    };
    const said = (value: number, style?: NumberStyle) => formatNumber(value, 'switch', 'nl', switches, style);
    expect([0, 0.5, 1].map((value) => said(value, { precise: true }))).toEqual(['uit', '50%', 'aan']);
    expect(formatNumber(1, 'switch', 'en', switches)).toBe('on');
    // A difference is an amount.
    expect(said(1, { signed: true })).toBe('+100%');
    expect(isSwitch(switches.switch)).toBe(true);
    expect(isSwitch(units.homes)).toBe(false);
    expect(isSwitch(undefined)).toBe(false);
  });

  it('that were stated keep their digits, and those of a division four that count', () => {
    const share = { ...units, share: { ...symbol('%'), decimals: 1, scale: 0.01 } };
    const precise = (value: number, unit: string) =>
      plain(formatNumber(value, unit, 'nl', share, { precise: true }));
    expect(precise(200 / 3, 'percent')).toBe('66,67%');
    expect(precise(2 / 3, 'share')).toBe('66,67%');
    expect(precise(0.0203, 'share')).toBe('2,03%');
    expect(precise(12.3456, 'percent')).toBe('12,3456%');
    expect(precise(1234.5, 'homes')).toBe('1.234,5 woningen');
    expect(precise(151_800, 'homes')).toBe('151.800 woningen');
    expect(precise(1e6 / 3, 'homes')).toBe('333.333 woningen');
  });

  it('never read as minus zero', () => {
    expect(show(-0.2, 'homes', 'nl')).toBe('0 woningen');
    expect(show(-0, 'percent', 'en')).toBe('0.0%');
  });

  it('say unknown where there is no number, and show an unknown unit as it is', () => {
    expect(show(Number.NaN, 'homes', 'nl')).toBe('onbekend');
    expect(show(Number.POSITIVE_INFINITY, 'homes', 'en')).toBe('unknown');
    expect(show(1.5, 'parsecs', 'nl')).toBe('1,5 parsecs');
  });
});

describe('axes', () => {
  const million = { ...symbol('€ {n} mln'), title: { nl: 'miljoen euro', en: 'million euros' }, decimals: 1 };
  const all = {
    ...units,
    share: { ...symbol('%'), title: { nl: 'deel van het geheel', en: 'share of the whole' }, scale: 0.01 },
    mln: million,
    one: { ...symbol('€'), above: { value: 1e6, unit: 'mln', divide: 1e6 } },
    kW: { ...symbol('kW'), decimals: 1 },
    MW: { ...symbol('MW'), below: { value: 1, unit: 'kW', multiply: 1000 } },
  };
  const ticks = (values: readonly number[], unit: string) => {
    const axis = formatAxis(values, unit, 'nl', all);
    return [axis.title, ...values.map(axis.tick)];
  };

  it('name their unit, and a percentage keeps its sign', () => {
    expect(ticks([0, 20_000], 'homes')).toEqual(['woningen', '0', '20.000']);
    expect(ticks([0.1, 0.25], 'share')).toEqual(['deel van het geheel', '10%', '25%']);
    expect(ticks([2024], 'year')).toEqual(['', '2024']);
    expect(ticks([1], 'parsecs')).toEqual(['parsecs', '1']);
  });

  it('are in the unit that their largest value is shown in, all of them', () => {
    expect(ticks([0, 500_000, 2_000_000], 'one')).toEqual(['miljoen euro', '0', '0,5', '2']);
    expect(ticks([0, 0.0005, 0.002], 'MW')).toEqual(['kW', '0', '0,5', '2']);
    expect(ticks([0, 0.5, 40], 'MW')).toEqual(['MW', '0', '0,5', '40']);
  });
});

describe('counts of futures', () => {
  it('are counts, not chances', () => {
    expect(formatMet({ count: 713, of: 1_000 }, 'nl')).toBe('713 van 1.000 toekomsten');
    expect(formatMet({ count: 713, of: 1_000 }, 'en')).toBe('713 of 1,000 futures');
    expect(formatMet({ count: 1, of: 1 }, 'en')).toBe('1 of 1 future');
  });
});

describe('periods in words', () => {
  it.each([
    ['2023', '2023', '2023'],
    ['2023-04', 'april 2023', 'April 2023'],
    ['2023-04-01', '1 april 2023', '1 April 2023'],
    ['2023-H1', 'eerste helft van 2023', 'first half of 2023'],
    ['2023-Q4', 'vierde kwartaal van 2023', 'fourth quarter of 2023'],
    ['2021/2022', '2021/2022', '2021/2022'],
    ['2022/2024', '2022 tot en met 2024', '2022 to 2024'],
    ['2020-01 (?)', 'januari 2020 (?)', 'January 2020 (?)'],
    ['2020-01/2021-06', 'januari 2020 tot en met juni 2021', 'January 2020 to June 2021'],
    ['some day', 'some day', 'some day'],
  ])('%s', (period, nl, en) => {
    expect(plain(formatPeriod(period, 'nl'))).toBe(nl);
    expect(plain(formatPeriod(period, 'en'))).toBe(en);
  });
});
