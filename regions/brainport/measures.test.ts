import { fileURLToPath } from 'node:url';
import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { resolveScenario } from '@schaalsprong/futures';
import { compile } from '@schaalsprong/model';
import { formatNumber, isSwitch, type Lang } from '@schaalsprong/words';
import { describe, expect, it } from 'vitest';

const region = await loadRegion(readRegionFolder(fileURLToPath(new URL('.', import.meta.url))));
const model = compile(region.model.text, { file: region.model.file, units: 'off' });
const levers = region.measures.map(({ id, lever }) => ({ id: String(id), ...lever }));

describe('the levers of Brainport', () => {
  it('say per year where the model takes a number a year, and only there', () => {
    const wrong = levers.filter(({ variable, unit }) => {
      const found = model.variables.find(({ name }) => name.toLowerCase() === variable.toLowerCase());
      return /\/Year$/.test(found?.units ?? '') !== unit.endsWith('-per-year');
    });
    expect(wrong.map(({ id, unit }) => `${id}: ${unit}`)).toEqual([]);
  });

  it('call half only what is half of what the agenda asks', () => {
    const wrong = levers.filter(
      ({ positions }) => positions.half !== undefined && positions.half * 2 !== positions.agenda,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('name an agreement where one carries the position, and none where it is that of nothing', () => {
    for (const { id, positions, agreedBy } of levers) {
      expect(agreedBy.length > 0, id).toBe(positions.agreed !== positions.none);
    }
  });

  it('say when they work wherever the model knows a time of them', () => {
    const without = region.measures.filter(({ timing }) => timing === null).map(({ id }) => String(id));
    expect(without).toEqual(['rd-instruments', 'chain-resilience']);
    const unsourced = region.measures.filter(
      ({ timing }) => timing?.source.startsWith('assumption') === false,
    );
    expect(unsourced).toEqual([]);
  });

  it('do something over their whole range: below the least there is nothing to take away', () => {
    const woondeal = levers.find(({ id }) => id === 'woondeal-programme');
    expect(woondeal).toMatchObject({ min: 4500, positions: { none: 4500 } });
  });

  it('are assumptions, and say so, where the agenda names no number', () => {
    const assumed = levers.filter(({ source }) => source.startsWith('assumption'));
    expect(assumed.map(({ id }) => id)).toEqual([
      'acceleration-agreements',
      'mobility-transition',
      'work-locations',
      'grid-reinforcement',
      'grid-flexibility',
      'nitrogen-measures',
      'teachers-in-tech',
      'rd-instruments',
      'chain-resilience',
      'cyber-resilience',
    ]);
  });
});

/** Every number that a lever or an assumption shows at an end of its track or at a position. */
const shown = [
  ...levers.map(({ id, unit, min, max, positions }) => ({
    id,
    unit,
    values: [min, max, ...Object.values(positions).filter((value) => value !== undefined)],
  })),
  ...region.uncertainties.map(({ id, unit, distribution: d }) => ({
    id: String(id),
    unit,
    values: Object.entries(d).flatMap(([, value]) =>
      typeof value === 'number' ? [value] : Array.isArray(value) ? value.map((one) => one.value) : [],
    ),
  })),
];

describe('the numbers of levers and assumptions', () => {
  const said = (lang: Lang) =>
    shown.flatMap(({ id, unit, values }) =>
      values.map((value) => ({
        unit,
        text: `${id}: ${formatNumber(value, unit, lang, region.units, { precise: true })}`,
      })),
    );

  it.each(['nl', 'en'] as const)('never stand without a unit or a word of their own (%s)', (lang) => {
    const bare = said(lang).filter(
      ({ unit, text }) => region.units[unit]?.grouping !== false && /: -?[\d.,]+$/.test(text),
    );
    expect(bare.map(({ text }) => text)).toEqual([]);
  });

  it('are on or off where the agenda builds a thing or does not', () => {
    const switches = levers.filter(({ unit }) => isSwitch(region.units[unit]));
    expect(switches.map(({ id }) => id)).toEqual(['hov4', 'ov-knoop', 'road-network']);
  });

  it('are no share above the whole, but of what can be more than was aimed at', () => {
    const above = shown.filter(
      ({ unit, values }) => /^(share|share-per-year|switch)$/.test(unit) && Math.max(...values) > 1,
    );
    expect(above.map(({ id }) => id)).toEqual([]);
  });
});

describe('the scenarios of Brainport', () => {
  it('leave out of the agenda what was agreed or asked after it', () => {
    const agenda = resolveScenario(region, 'agenda').positions;
    const later = resolveScenario(region, 'agenda-and-later').positions;
    expect(agenda).toMatchObject({ 'beethoven-homes': 0, 'facilities-programme': 0 });
    expect(later).toMatchObject({ 'beethoven-homes': 17_000, 'facilities-programme': 187_000_000 });
    const others = Object.keys(agenda).filter((id) => agenda[id] !== later[id]);
    expect(others).toEqual(['beethoven-homes', 'facilities-programme']);
  });

  it('take as agreed what an agreement carries, and no number that none promises', () => {
    expect(resolveScenario(region, 'agreed').positions).toMatchObject({
      'work-locations': 5,
      'extra-graduates': 0,
      'road-network': 0,
      'student-housing': 285,
      'beethoven-homes': 17_000,
    });
  });
});

describe('the budgets of Brainport', () => {
  it('charge the mobility money of Beethoven only with what is paid from it', () => {
    const [purse] = region.table.budgets;
    expect(purse).toMatchObject({ most: 718_000_000 + 340_000_000 });
    const row = (id: string, payer: RegExp) =>
      region.registers
        .flatMap(({ entries }) => entries)
        .find((entry) => entry.id === id)
        ?.money.find(({ item }) => payer.test(item.en))?.amount;
    const charged = new Map(purse?.measures.map(({ measure, per }) => [String(measure), per / 1e6]));
    expect(charged.get('hov4')).toBe(row('hov4', /from Beethoven/));
    const explorations = region.agreements.find(({ id }) => id === 'mirt-explorations-2025');
    expect((charged.get('road-network') ?? 0) * 1e6).toBe(explorations?.amount);
  });
});

describe('the agreements of Brainport', () => {
  it('tell of when their last state is, or the source has no date', () => {
    const undated = region.agreements.filter(({ statusOn }) => statusOn === null).map(({ id }) => id);
    expect(undated).toEqual(['a58-extra-budget-2022', 'overflow-cooperation']);
  });

  it('follow up the commitments of the text that are known to have been followed up, and no other kind of claim', () => {
    const followed = new Set(region.agreements.flatMap(({ claims }) => claims.map(String)));
    const kinds = new Map(region.claims.map(({ id, kind }) => [String(id), kind]));
    expect([...followed].filter((id) => kinds.get(id) !== 'commitment')).toEqual([]);
    const open = region.claims.filter(({ id, kind }) => kind === 'commitment' && !followed.has(id));
    // What became of these we did not find: unknowns.yaml says so.
    const unknown = region.unknowns.find(({ id }) => id === 'commitments-without-agreement');
    expect(unknown?.text.nl).toContain(`Van ${open.length} toezeggingen`);
  });

  it('say what became of the proposal for the roads that was due in 2024, and of the conditional 48 million', () => {
    const of = (claim: string) => region.agreements.find(({ claims }) => claims.some((id) => id === claim));
    expect(of('road-proposal-by-2024')).toMatchObject({ id: 'mirt-explorations-2025', due: '2026' });
    expect(of('ov-knoop-at-most-48m-extra')).toMatchObject({ amount: 48_000_000, state: 'kept' });
  });
});
