import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  isOffice,
  kindOfNode,
  linksTo,
  loadRegion,
  type Observation,
  payersOf,
  type Region,
  type Thing,
} from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { factsOf, folderFigures, type VintageFact } from '@schaalsprong/monitor';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

/**
 * The content against the agenda and against the facts that were collected about the region. What a loaded region
 * always holds (known ids, units, lines) is the loader's to check; here stands what only this region must hold.
 */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const region: Region = await loadRegion(readRegionFolder(here('.')));

const figures = await folderFigures(region);
/** The line of inhabitants, of the region unless said otherwise. */
const population = (area?: string): VintageFact[] => {
  const indicator = region.byId.indicators.get('population');
  if (indicator === undefined) throw new Error('no indicator of population');
  return factsOf(region, indicator, figures.facts, area);
};

const shared = process.env.SCHAALSPRONG_SHARED ?? here('../../../shared');
const fromShared = (name: string, path: string, body: (text: string) => void): void =>
  it(name, (context) => {
    const file = `${shared}/${path}`;
    if (!existsSync(file)) {
      context.skip(`${path} is not here; name its folder in SCHAALSPRONG_SHARED`);
      return;
    }
    body(readFileSync(file, 'utf8'));
  });

const nodesOn = (level: string) => region.nodes.filter((node) => node.level === level);
const under = (parent: string, level: string) =>
  nodesOn(level).filter((node) => node.parents.some((p) => p === parent));
const rows = (series: string, area?: string): Observation[] =>
  region.observations.filter((o) => o.indicator === series && (area === undefined || o.area === area));
const numbersOf = (list: readonly { readonly number?: string | undefined }[]) =>
  list.map((node) => node.number);
const municipalities = region.areas.filter((area) => area.kind === 'municipality');
const target = (id: string) => {
  const found = region.byId.targets.get(id);
  if (found === undefined) throw new Error(`no target ${id}`);
  return found;
};

describe('the results tree', () => {
  it('has one goal, four ambitions a to d, three pillars and twelve challenges', () => {
    expect(nodesOn('goal')).toHaveLength(1);
    expect(numbersOf(nodesOn('ambition'))).toEqual(['a', 'b', 'c', 'd']);
    expect(nodesOn('pillar')).toHaveLength(3);
    expect(numbersOf(nodesOn('challenge'))).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  });

  it('has five, five and six action lines, as the three chapters list them', () => {
    expect(under('pillar-living', 'action-line')).toHaveLength(5);
    expect(under('pillar-talent', 'action-line')).toHaveLength(5);
    expect(under('pillar-value-chains', 'action-line')).toHaveLength(6);
  });

  it('puts challenges 1 to 5, 6 to 8 and 9 to 12 under the pillars of the annex', () => {
    expect(numbersOf(under('pillar-value-chains', 'challenge'))).toEqual(['1', '2', '3', '4', '5']);
    expect(numbersOf(under('pillar-talent', 'challenge'))).toEqual(['6', '7', '8']);
    expect(numbersOf(under('pillar-living', 'challenge'))).toEqual(['9', '10', '11', '12']);
  });

  it('gives every node an owner, and marks a link that the agenda does not make as a reading', () => {
    expect(region.nodes.filter((node) => node.owners.length === 0)).toEqual([]);
    expect(nodesOn('pillar').every((node) => node.linkIsReading)).toBe(true);
    expect([...nodesOn('action-line'), ...nodesOn('challenge')].some((node) => node.linkIsReading)).toBe(
      false,
    );
  });
});

describe('the names of the agenda', () => {
  it('stand beside our title on every pillar, action line and challenge', () => {
    const named = [...nodesOn('pillar'), ...nodesOn('action-line'), ...nodesOn('challenge')];
    expect(named).toHaveLength(31);
    expect(named.filter(({ official }) => official.length === 0).map(({ id }) => id)).toEqual([]);
    expect(region.byId.nodes.get('pillar-living')?.official).toContain('Woon-, leef- en vestigingsklimaat');
  });

  fromShared(
    'are in the text to the letter, at the lines of the node',
    `agenda/${region.document.file}`,
    (text) => {
      const lines = text.split('\n');
      const astray = region.nodes.flatMap(({ id, official, places }) => {
        const said = places
          .map(({ from, to }) =>
            lines
              .slice(from - 1, to)
              .join('\n')
              .replaceAll(/-[ \t]*\n\s*/g, '')
              .replaceAll(/\s+/g, ' '),
          )
          .join(' ');
        return official.filter((name) => !said.includes(name)).map((name) => `${id}: ${name}`);
      });
      expect(astray).toEqual([]);
    },
  );

  it('are names and no sentences: none is longer than twelve words', () => {
    const long = region.nodes.flatMap(({ official }) =>
      official.filter((name) => name.split(' ').length > 12),
    );
    expect(long).toEqual([]);
  });

  it('of a ministry are those of the cabinet of 2026, and each says where it was read', () => {
    const ministries = region.parties.filter(({ kind }) => kind === 'ministry');
    const named = (short: string) => ministries.find(({ title }) => title.nl.includes(short));
    for (const short of ['EZK', 'KGG', 'BZK', 'VRO', 'LVVN', 'IenW', 'OCW', 'SZW', 'VWS', 'Defensie']) {
      expect(named(short), short).toBeDefined();
    }
    for (const short of ['KGG', 'VRO', 'LVVN']) expect(named(short)?.source).toContain('2026');
  });
});

describe('the targets', () => {
  it('say which of them the agenda itself does not call a goal', () => {
    const others = region.targets.filter(({ inAgendaAs }) => inAgendaAs !== 'goal');
    expect(Object.fromEntries(others.map(({ id, inAgendaAs }) => [id, inAgendaAs]))).toEqual({
      'hov4-homes-2030': 'effect',
      'ov-knoop-homes-2030': 'effect',
      'student-units-2030': 'need',
      'critical-sectors-staff-2032': 'need',
      'participation-2023': 'level',
      'cyber-resilience-2030': 'none',
    });
  });

  const answeredBy: Readonly<Record<string, string | null>> = {
    'homes-2030': 'homes-completed-since-2022',
    'programming-2040': null,
    'affordable-homes-2030': null,
    'hov4-homes-2030': 'hov4-homes',
    'ov-knoop-homes-2030': 'ov-knoop-homes',
    'accessibility-2030': 'accessibility-index',
    'links-abroad-2030': null,
    'facilities-2030': 'facilities-coverage',
    'business-space-2030': 'business-space-coverage',
    'grid-capacity-2030': 'grid-served-share',
    'nitrogen-space-2030': 'nitrogen-permit-share',
    'climate-friendly-2030': null,
    'nature-inclusive-2030': null,
    'student-units-2030': 'student-units-since-2023',
    'broad-prosperity-2030': 'broad-prosperity-index',
    'social-cohesion-2030': null,
    'places-filled-2032': 'extra-places-filled',
    'graduates-2032': 'extra-graduates',
    'side-entrants-2032': 'side-entrants',
    'retained-2032': 'retained-talent',
    'stay-rate-2032': 'stay-rate',
    'internationals-inflow-2032': 'international-inflow',
    'international-workers-2032': null,
    'productivity-2032': 'labour-productivity-industry',
    'jobs-saved-2032': 'jobs-saved-by-productivity',
    'productivity-rank-2032': null,
    'participation-2023': null,
    'critical-sectors-staff-2032': null,
    'value-chains-2030': null,
    'rd-gdp-2030': 'rd-share-gdp',
    'rd-private-share-2030': 'private-rd-share-national',
    'rd-regional-share-2030': 'regional-rd-share',
    'patents-rank-2030': null,
    'deeptech-rank-2030': null,
    'gva-industry-2030': 'gva-industry',
    'gva-share-2030': 'gva-share',
    'chips-eu-2030': null,
    'cyber-resilience-2030': 'cyber-firms-hit-share',
  };

  it('are the thirty-eight that the text states, each with an outcome or with a reason why not', () => {
    expect(Object.fromEntries(region.targets.map((t) => [t.id, t.outcome]))).toEqual(answeredBy);
    for (const t of region.targets) expect(t.outcome === null, t.id).toBe(t.notModelled !== null);
  });

  it('carry the numbers of the agenda where it states them', () => {
    const stated = Object.fromEntries(
      region.targets.filter((t) => t.valueIs === 'stated').map((t) => [t.id, t.value]),
    );
    expect(stated).toEqual({
      'homes-2030': 62_000,
      'programming-2040': null,
      'affordable-homes-2030': null,
      'hov4-homes-2030': 6500,
      'links-abroad-2030': null,
      'climate-friendly-2030': null,
      'nature-inclusive-2030': null,
      'student-units-2030': 10_000,
      'social-cohesion-2030': null,
      'places-filled-2032': 50_000,
      'graduates-2032': 12_000,
      'side-entrants-2032': 8000,
      'retained-2032': 9000,
      'stay-rate-2032': 65,
      'internationals-inflow-2032': 16_000,
      'international-workers-2032': null,
      'productivity-2032': 151_800,
      'jobs-saved-2032': 5000,
      'productivity-rank-2032': 6,
      'participation-2023': 73,
      'critical-sectors-staff-2032': null,
      'value-chains-2030': null,
      'rd-gdp-2030': 3,
      'rd-regional-share-2030': 25,
      'patents-rank-2030': 5,
      'deeptech-rank-2030': 10,
      'gva-industry-2030': 11.88,
      'gva-share-2030': 15,
      'chips-eu-2030': 20,
    });
  });

  it('say why wherever the number is ours', () => {
    for (const t of region.targets.filter((x) => x.valueIs === 'assumed' || x.value === null)) {
      expect(t.valueReason?.nl.length ?? 0, t.id).toBeGreaterThan(40);
    }
  });

  it('say in a note why nothing was observed, wherever no observation fits their area and definition', () => {
    const silent = region.targets.filter((t) => {
      const series = region.byId.indicators.get(t.indicator)?.series ?? null;
      const seen = series !== null && rows(series, t.area).some((o) => o.status !== 'expected');
      return !seen && (t.note?.nl.length ?? 0) < 40;
    });
    expect(silent.map((t) => t.id)).toEqual([]);
    expect(target('cyber-resilience-2030').note?.nl).toContain('niet als waarneming');
    expect(target('homes-2030').note?.nl).toContain('11.630');
  });

  it('are all spoken of by at least one claim where the agenda states the number', () => {
    const silent = region.targets.filter(
      (t) => t.valueIs === 'stated' && t.value !== null && t.claims.length === 0,
    );
    expect(silent.map((t) => t.id)).toEqual([]);
  });
});

describe('the areas', () => {
  it('are 21 municipalities in four parts of 9, 4, 5 and 3, each with a point and land', () => {
    expect(municipalities).toHaveLength(21);
    const count = (code: string) => municipalities.filter((m) => m.parent === code).length;
    expect(['SGE', 'Kempen', 'Peel', 'A2'].map(count)).toEqual([9, 4, 5, 3]);
    for (const m of municipalities) {
      expect(m.lat, m.name).toBeGreaterThan(51.2);
      expect(m.lat, m.name).toBeLessThan(51.6);
      expect(m.lon, m.name).toBeGreaterThan(5.1);
      expect(m.lon, m.name).toBeLessThan(5.9);
    }
    const land = municipalities.reduce((sum, m) => sum + (m.land_km2 ?? Number.NaN), 0);
    expect(Math.abs(land - (region.byId.areas.get('MRE')?.land_km2 ?? 0))).toBeLessThan(0.2);
  });

  it('have a parent only where they are a part of a whole without overlap', () => {
    const kinds = new Set(region.areas.filter((a) => a.parent !== '').map((a) => a.kind));
    expect([...kinds].sort()).toEqual(['municipality', 'subregion']);
  });
});

describe('the population', () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
  const table: Readonly<Record<string, readonly number[]>> = {
    SGE: [513_879, 518_872, 521_740, 526_651, 535_605, 540_532, 545_448, 547_221],
    Kempen: [70_836, 71_450, 71_938, 72_691, 73_647, 73_957, 74_311, 74_748],
    Peel: [121_174, 121_806, 122_247, 123_358, 124_923, 125_325, 125_837, 126_898],
    A2: [67_314, 68_483, 68_465, 68_375, 69_005, 69_362, 70_695, 70_302],
    MRE: [773_203, 780_611, 784_390, 791_075, 803_180, 809_176, 816_291, 819_169],
    PV30: [2_544_806, 2_562_955, 2_573_949, 2_592_874, 2_626_210, 2_644_739, 2_664_047, 2_676_955],
    NL01: [17_282_163, 17_407_585, 17_475_415, 17_590_672, 17_811_291, 17_942_942, 18_044_027, 18_130_208],
  };

  it.each(Object.keys(table))('of %s on each 1 January of 2019 to 2026 is the published one', (area) => {
    const series = population(area);
    expect(series.map((p) => p.period)).toEqual(years.map((year) => `${year}-01-01`));
    expect(series.map((p) => p.value)).toEqual(table[area]);
  });

  it('of the region and its parts is the sum of the municipalities, and says that it is derived', () => {
    for (const area of ['SGE', 'Kempen', 'Peel', 'A2', 'MRE']) {
      const parts = municipalities.filter((m) => area === 'MRE' || m.parent === area);
      for (const row of rows('population', area)) {
        const sum = parts
          .flatMap((m) => rows('population', m.code).filter((r) => r.period === row.period))
          .reduce((total, r) => total + r.value, 0);
        expect(row.value, `${area} ${row.period}`).toBe(sum);
        expect(row.status).toBe('derived');
      }
    }
  });

  it('keeps municipal counts and figures without a month out of the series of Statistics Netherlands', () => {
    for (const row of rows('population')) expect(row.source).toContain('CBS');
    expect(rows('population_municipal_count').length).toBeGreaterThan(0);
    expect(rows('population_month_unknown')).toHaveLength(44);
  });
});

describe('the observations', () => {
  it('have notes that notes.yaml says in Dutch too, and it holds no others', () => {
    const parts = new Set(region.observations.flatMap(({ note }) => (note === '' ? [] : note.split('; '))));
    const known = new Set(region.notes.map(({ en }) => en));
    expect([...parts].filter((part) => !known.has(part))).toEqual([]);
    expect([...known].filter((note) => !parts.has(note))).toEqual([]);
    expect(known.size).toBe(region.notes.length);
  });

  it('all have a source', () => {
    expect(region.observations.length).toBeGreaterThan(1100);
    expect(region.observations.filter((o) => o.source.trim().length < 3)).toEqual([]);
  });

  it('keep one unit per series', () => {
    const units = new Map<string, Set<string>>();
    for (const o of region.observations) {
      units.set(o.indicator, (units.get(o.indicator) ?? new Set()).add(o.unit));
    }
    expect([...units].filter(([, set]) => set.size > 1).map(([name]) => name)).toEqual([]);
  });

  it('have the unit of the indicator that reads them, divided as it says', () => {
    for (const indicator of region.indicators.filter((i) => i.series !== null && i.divideBy === 1)) {
      for (const row of rows(indicator.series ?? '')) expect(row.unit, indicator.id).toBe(indicator.unit);
    }
  });

  it('that are called observed come from a statistics office', () => {
    const measured = region.observations.filter((o) => o.status === 'observed' || o.status === 'provisional');
    expect(measured.filter((o) => !isOffice(region.offices, o.source)).map((o) => o.source)).toEqual([]);
    expect(region.observations.filter((o) => o.status === 'reported').length).toBeGreaterThan(150);
  });

  it('that look ahead are never called observed', () => {
    const now = '2026';
    const ahead = region.observations.filter((o) => o.period.slice(0, 4) > now && o.status === 'observed');
    expect(ahead).toEqual([]);
    const plans = region.observations.filter((o) =>
      /^plan_(?!capacity_norm)|_target$|expected|needed/.test(o.indicator),
    );
    expect(plans.length).toBeGreaterThan(40);
    expect(plans.filter((o) => o.status === 'observed')).toEqual([]);
  });

  it('that are sums of municipalities equal those sums', () => {
    const off = (series: string, period: string) => {
      const parts = municipalities.flatMap((m) => rows(series, m.code).filter((r) => r.period === period));
      expect(parts, `${series} ${period}`).toHaveLength(21);
      const whole = rows(series, 'MRE').find((r) => r.period === period)?.value ?? Number.NaN;
      return Math.abs(whole - parts.reduce((sum, r) => sum + r.value, 0));
    };
    for (const year of ['2016', '2019', '2022']) expect(off('cars', year)).toBe(0);
    // Klimaatmonitor carries the count of Statistics Netherlands itself.
    const stock = rows('housing_stock').filter((r) => r.period === '2016-01-01');
    const carried = stock.filter((r) => r.source.startsWith('Klimaatmonitor'));
    expect(carried).toHaveLength(21);
    for (const { area, value } of carried) {
      expect(stock.filter((r) => r.area === area).map((r) => r.value)).toEqual([value, value]);
    }
    expect(stock.find(({ area }) => area === 'MRE')?.value).toBe(
      carried.reduce((sum, r) => sum + r.value, 0),
    );
    for (const period of ['2020-01 (?)', '2021-01 (?)']) expect(off('housing_stock_pbl', period)).toBe(0);
    // The published sum was made before the municipal figures were rounded to a tenth.
    for (const sector of ['household', 'services'])
      expect(off(`electricity_${sector}`, '2023')).toBeLessThan(0.15);
  });
});

describe('the traps', () => {
  it('the three meanings of 62,000 stand apart, in area, horizon and series', () => {
    const homes = target('homes-2030');
    expect([homes.value, homes.area, homes.horizon]).toEqual([62_000, 'MRE', '2030']);
    const meanings = region.observations.filter((o) => o.unit === 'homes' && o.value === 62_000);
    expect(meanings.map((o) => [o.area, o.period]).sort()).toEqual([
      ['MRE', '2030'],
      ['MRE', '2030'],
      ['SGE', '2040'],
    ]);
    expect(new Set(meanings.map((o) => o.indicator)).size).toBe(3);
    for (const figure of ['45.000', '17.000', '2040']) expect(homes.note?.nl).toContain(figure);
    const accord = region.byId.agreements.get('urbanisation-accord-2022');
    expect(accord?.note?.nl).toContain('alleen voor het Stedelijk Gebied Eindhoven');
    expect(homes.claims.length).toBeGreaterThan(0);
    for (const id of homes.claims) {
      const claim = region.byId.claims.get(id);
      if (claim?.value === 62_000) expect(claim.entity, id).toBe('MRE');
    }
  });

  it('no grid or nitrogen figure of the province stands under the region, a part of it or a municipality', () => {
    const own = new Set(['MRE', 'SGE', 'Kempen', 'Peel', 'A2', ...municipalities.map((m) => m.code)]);
    const grid = region.observations.filter((o) => /^(grid|nitrogen)_/.test(o.indicator));
    expect(grid.length).toBeGreaterThan(15);
    const inside = grid.filter((o) => own.has(o.area));
    // The one figure for a town is arithmetic on a comparison in the source, and says so.
    expect(inside.map((o) => [o.indicator, o.area, o.status])).toEqual([
      ['grid_power_eindhoven', 'GM0772', 'derived'],
    ]);
    expect(rows('grid_released').map((o) => [o.area, o.value])).toEqual([['PV30', 805]]);
    for (const indicator of region.indicators.filter((i) => i.unit === 'MW' || /grid|nitrogen/.test(i.id))) {
      if (indicator.area === 'MRE') expect(indicator.series, indicator.id).toBeNull();
    }
  });

  it('the two populations of the stay rate are two series, and the target reads only that of the city', () => {
    const stay = target('stay-rate-2032');
    const indicator = region.byId.indicators.get(stay.indicator);
    expect([indicator?.series, indicator?.area, stay.area]).toEqual([
      'stay_rate_5yr_hbo_wo',
      'GM0772',
      'GM0772',
    ]);
    expect(rows('stay_rate_5yr_hbo_wo').some((o) => o.area === 'TUe')).toBe(false);
    expect(rows('stay_rate', 'TUe').map((o) => o.value)).toEqual([52]);
    expect(stay.baseline?.value).toBe(52);
    expect(stay.note?.nl).toContain('twee groepen');
  });

  it('the breaks of research spending and of the housing stock are marked', () => {
    const breaks = (id: string) => region.byId.indicators.get(id)?.breaks.map((b) => b.at);
    expect(breaks('regional-rd-share')).toEqual(['2019']);
    expect(breaks('private-rd')).toEqual(['2019']);
    expect(breaks('housing-stock')).toEqual(['2025']);
    expect(rows('rd_private', 'CR36').filter((o) => o.period === '2015')).toHaveLength(1);
  });

  it('the three yearly rates of homes are three things', () => {
    expect(rows('homes_average_per_year', 'MRE').map((o) => o.value)).toEqual([4000]);
    expect(rows('homes_needed_per_year', 'MRE').map((o) => [o.value, o.status])).toEqual([
      [8000, 'expected'],
    ]);
    expect(rows('homes_needed_per_year', 'MRE')[0]?.note).toContain('not a realisation');
    const woondeal = rows('plan_woondeal_zuidoost_brabant_9_mar_2023', 'MRE');
    expect(woondeal.map((o) => [o.value, o.period])).toEqual([[45_000, '2022/2030']]);
  });

  it('the two meanings of 17,000 homes stand apart, in area and horizon, and are told where plans are shown', () => {
    const meanings = region.observations.filter((o) => o.unit === 'homes' && o.value === 17_000);
    expect(meanings.map((o) => [o.area, o.period]).sort()).toEqual([
      ['MRE', '2030'],
      ['PeelAndKempen', '2040'],
    ]);
    const traps = region.byId.indicators.get('homes-programmed-to-2040')?.traps ?? [];
    expect(traps.some((trap) => trap.nl.includes('17.000'))).toBe(true);
  });

  it('the 11.3 % is of industry, not of all value added', () => {
    expect(target('gva-share-2030').note?.nl).toContain('regel 28');
    expect(rows('gva_industry_share_nl', 'MRE').find((o) => o.period === '2019')?.value).toBe(11.3);
  });

  it('ratios from totals of Utrecht are not called barcode norms', () => {
    expect(region.observations.filter((o) => o.indicator.startsWith('barcode'))).toEqual([]);
    expect(rows('utrecht_totals_jobs_per_10000_homes')[0]?.note).toContain('NOT the barcode');
  });
});

describe('the registers', () => {
  const entries = (kind: string) => region.registers.filter((r) => r.kind === kind).flatMap((r) => r.entries);
  const all = region.registers.flatMap((r) => r.entries);

  it('hold seven campuses, fifteen technologies and six markets', () => {
    expect(entries('campus')).toHaveLength(7);
    expect(entries('technology')).toHaveLength(15);
    expect(entries('market')).toHaveLength(6);
  });

  it('hold the five priority tasks of the agenda as projects', () => {
    const priority = entries('project').filter((e) => e.places.some((p) => p.from >= 416 && p.to <= 424));
    expect(priority.map((e) => e.id)).toEqual([
      'fellenoord-knoop-xl',
      'mobility-transition-package',
      'ov-knoop',
      'hov4',
      'main-secondary-roads',
    ]);
  });

  it('say for every entry where it comes from, a line of the agenda or a source', () => {
    expect(all.filter((e) => e.places.length === 0 && e.source === undefined).map((e) => e.id)).toEqual([]);
    expect(region.parties.filter((p) => p.places.length === 0 && p.source === undefined)).toEqual([]);
  });

  it('serve some node with every entry but a document', () => {
    expect(all.filter((e) => e.kind !== 'document' && e.nodes.length === 0).map((e) => e.id)).toEqual([]);
  });

  it('name as payer parties that exist, or say that it is unknown', () => {
    const payers = new Set(all.flatMap((e) => e.money.flatMap((m) => m.payer.split('; '))));
    expect(payers.size).toBeGreaterThan(5);
    expect([...payers].filter((p) => p !== 'unknown' && !region.byId.parties.has(p))).toEqual([]);
  });

  it('hold the 21 municipalities as parties, each on its own area', () => {
    const own = region.parties.filter((p) => p.id.startsWith('municipality-'));
    expect(own.map((p) => p.area).sort()).toEqual(municipalities.map((m) => m.code).sort());
  });
});

describe('the files', () => {
  it('name their schema on the first line, so that editors check them', () => {
    const folders: Readonly<Record<string, string>> = { '.': '../../', registers: '../../../' };
    for (const [folder, up] of Object.entries(folders)) {
      const names = readdirSync(here(folder)).filter((name) => name.endsWith('.yaml'));
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) {
        const schema = folder === '.' ? name.replace('.yaml', '') : folder;
        const first = readFileSync(here(`${folder}/${name}`), 'utf8').split('\n', 1)[0];
        expect(first, name).toBe(`# yaml-language-server: $schema=${up}.schemas/${schema}.json`);
      }
    }
  });
});

describe('against the sources', () => {
  const csv = (text: string): Record<string, string>[] => parseCsv(text, { columns: true });

  fromShared(
    'the text of the agenda is the one that lines and pages refer to',
    `agenda/${region.document.file}`,
    (text) => {
      expect(createHash('sha256').update(text).digest('hex')).toBe(region.document.sha256);
      expect(text.split('\n').length - 1).toBe(region.document.lines);
    },
  );

  fromShared(
    'our Dutch texts are our own words, not sentences of the agenda',
    `agenda/${region.document.file}`,
    (text) => {
      const words = (s: string): string[] =>
        s
          .toLowerCase()
          .replace(/(\p{L})-\s*\n\s*(\p{L})/gu, '$1$2')
          .match(/[\p{L}\d]+/gu) ?? [];
      const run = 8;
      const runs = (list: readonly string[]): string[] =>
        list.slice(0, Math.max(0, list.length - run + 1)).map((_, i) => list.slice(i, i + run).join(' '));
      const agenda = new Set(runs(words(text)));
      const ours = [
        ...region.nodes.flatMap((n) => [n.title, n.summary]),
        ...region.targets.flatMap((t) => [t.title, t.note, t.valueReason, t.notModelled]),
        ...region.indicators.flatMap((i) => [i.title, i.definition, ...i.traps]),
        ...region.unknowns.flatMap((u) => [u.text, u.consequence]),
        ...region.registers
          .filter((r) => r.kind !== 'document')
          .flatMap((r) => r.entries.flatMap((e) => [e.title, e.summary])),
      ].flatMap((t) => (t === undefined || t === null ? [] : [t.nl]));
      expect(ours.length).toBeGreaterThan(200);
      expect(ours.filter((t) => runs(words(t)).some((r) => agenda.has(r)))).toEqual([]);
    },
  );

  fromShared(
    'every published population figure is here with its value',
    'reference/data/cbs-population.csv',
    (text) => {
      const published = csv(text).map((r) => `${r.region} ${r.year}-01-01 ${r.value}`);
      const here = new Set(rows('population').map((o) => `${o.area} ${o.period} ${o.value}`));
      expect(published).toHaveLength(184);
      expect(published.filter((p) => !here.has(p))).toEqual([]);
    },
  );

  fromShared('every house price is here with its value', 'reference/data/cbs-house-prices.csv', (text) => {
    const published = csv(text).map((r) => `${r.region} ${r.year} ${r.value}`);
    const here = new Set(rows('house_price').map((o) => `${o.area} ${o.period} ${o.value}`));
    expect(published).toHaveLength(253);
    expect(published.filter((p) => !here.has(p))).toEqual([]);
  });

  fromShared(
    'every row of the long list is here, with value, status and source',
    'reference/data/indicators.csv',
    (text) => {
      const have = new Map<string, number>();
      const key = (value: unknown, status: unknown, source: unknown) =>
        `${Number(value)} ${status === 'reported' ? 'observed' : status} ${String(source).replace('press reports of CBS figures, a set', 'CBS, via a set')}`;
      for (const o of region.observations) {
        const k = key(o.value, o.status, o.source);
        have.set(k, (have.get(k) ?? 0) + 1);
      }
      // Sums over municipalities name our series instead of a file; two rows without any date are told on the page of unknowns.
      const elsewhere = new Set(['jobs_other_definition', 'facility_size_centrum_jeugd_en_gezin']);
      const published = csv(text).filter(
        (r) => !elsewhere.has(r.indicator ?? '') && !/sum of \w+[-\w]*\.csv/.test(r.source ?? ''),
      );
      expect(published.length).toBeGreaterThan(315);
      const lost = published.filter((r) => {
        const k = key(r.value, r.status, r.source);
        const left = have.get(k) ?? 0;
        have.set(k, left - 1);
        return left <= 0;
      });
      // What is the sum of its parts is added up, so that it moves with them, and has no row of its own.
      const summed = lost.filter((r) => r.indicator === 'population_sum21_cbs');
      expect(summed).toHaveLength(8);
      const added = new Map(population().map((p) => [p.period, p.value]));
      expect(summed.map((r) => [r.period, added.get(r.period ?? '')])).toEqual(
        summed.map((r) => [r.period, Number(r.value)]),
      );
      expect(lost.filter((r) => !summed.includes(r)).map((r) => [r.indicator, r.area, r.period])).toEqual([]);
    },
  );

  fromShared(
    'every investment is here once, with its amount and source',
    'reference/data/investments.csv',
    (text) => {
      const money = region.registers.flatMap((r) => r.entries.flatMap((e) => e.money));
      const amount = (eur: number, source: unknown) => `${Math.round(eur)} ${source}`;
      const have = money.map((m) => amount(m.amount * 1e6, m.source)).sort();
      expect(have).toEqual(
        csv(text)
          .map((r) => amount(Number(r.amount_eur), r.source))
          .sort(),
      );
    },
  );

  fromShared(
    'every tracked agreement is here, with date, amount and source',
    'reference/data/agreements.csv',
    (text) => {
      const tracked = csv(text);
      expect(tracked).toHaveLength(27);
      // Others were found since, and a source may have got another beside it.
      const lost = tracked.filter(
        (row) =>
          !region.agreements.some(
            ({ date, amount, source }) =>
              date === row.date &&
              String(amount ?? '') === row.amount_eur &&
              source
                .split(' ; ')
                .join(' ')
                .startsWith((row.source ?? '').split(' ; ').join(' ')),
          ),
      );
      expect(lost.map((row) => [row.date, row.source])).toEqual([]);
    },
  );
});

/** Fields whose words are names of another sort: of quantities, units, series, outcomes and themes. */
const otherNames = new Set(['quantity', 'unit', 'series', 'outcome', 'theme']);

/** Every text inside a value; ids are texts. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([field, part]) => (otherNames.has(field) ? [] : textsIn(part)))
      : [];

describe('links between the things of the agenda', () => {
  const links = linksTo(region);
  const kinds = {
    party: region.parties,
    measure: region.measures,
    constraint: region.constraints,
    agreement: region.agreements,
    claim: region.claims,
    target: region.targets,
    indicator: region.indicators,
    unknown: region.unknowns,
  } as const;
  const things: readonly (Thing & { readonly content: object })[] = [
    ...Object.entries(kinds).flatMap(([kind, list]) =>
      list.map((content) => ({ kind: kind as keyof typeof kinds, id: content.id, content })),
    ),
    ...region.nodes.map((content) => ({ kind: kindOfNode(content, region.levels), id: content.id, content })),
    ...region.registers.flatMap(({ entries }) =>
      entries.map((content) => ({ kind: content.kind, id: content.id, content })),
    ),
  ];
  const ids = new Set(things.map(({ id }) => id));

  it('hold every id that a thing names', () => {
    const missing = things.flatMap((thing) => {
      const { names, namedBy } = links.of(thing);
      const linked = new Set([...names, ...namedBy].map(({ id }) => id));
      return textsIn(thing.content)
        .flatMap((text) => (text.includes('; ') ? payersOf(text) : [text]))
        .filter((text) => ids.has(text) && text !== thing.id && !linked.has(text))
        .map((text) => `${thing.kind} ${thing.id}: ${text}`);
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  it('know every payer of an amount', () => {
    const payers = region.registers.flatMap(({ entries }) =>
      entries.flatMap(({ money }) => money.flatMap(({ payer }) => payersOf(payer))),
    );
    expect(payers.filter((id) => !region.byId.parties.has(id))).toEqual([]);
    expect(links.of({ kind: 'party', id: 'asml' }).namedBy.map(({ as }) => as)).toContain('payer');
  });
});
