/**
 * Converts figures that public repositories carry into the observation files of a region: names of series, units and
 * periods as the monitor has them, and office, table, carrier and commit as the source of every row.
 *
 *   npx node scripts/region-figures.ts <folder with the carried files> <folder observations> [name of a file]
 *
 * Only what is listed in `conversions` is taken. What is a sum over municipalities is not written: the monitor sums them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows, csvText } from '../packages/tables/src/csv/index.ts';

/** A row as the observation files have it. */
interface Row {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly status: string;
  readonly source: string;
  readonly note: string;
  readonly published: string;
}

/** What becomes of one measure of a carried file. */
interface Series {
  readonly to: string;
  readonly unit: string;
  /** multiplies the figure of the file: 1000 for `x 1 000` */
  readonly factor?: number;
  /** a stock, which is that of 1 January of the year */
  readonly start?: boolean;
  readonly note?: string;
}

/** What is taken from one carried file. Without `series` the file has the form of the observation files already. */
export interface Conversion {
  readonly from: string;
  readonly series?: Readonly<Record<string, Series>>;
  /** names of series to take from a file that has the right form */
  readonly only?: readonly string[];
  /** series that are stocks of 1 January, in a file that has the right form */
  readonly start?: readonly string[];
  readonly years?: readonly [first: number, last: number];
  readonly status?: 'observed' | 'expected';
  readonly note?: string;
  /** areas to take; by default all */
  readonly areas?: readonly string[];
  /** column that holds the measure, where it is not `indicator` */
  readonly measureIn?: string;
  /** period of every row, where the file has no column for it */
  readonly period?: string;
  /** the rows are months: each complete year becomes their sum, and an incomplete one nothing */
  readonly months?: boolean;
}

const header = ['indicator', 'area', 'period', 'value', 'unit', 'status', 'source', 'note', 'published'];

/** The rows of a text with a header, by name of the column; lines of comment before it are left out. */
function records(text: string): Record<string, string>[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  const [names, ...rows] = [...csvRows(lines.join('\n'), { separator: ',' })].map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries((names ?? []).map((name, i) => [name, cells[i] ?? ''])));
}

/** Sources that the comment above a carried file names, by their number; `''` is a source without one. */
function sources(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/^# source ?(\d*): (.*)$/gm)];
  return new Map(found.map(([, number = '', words = '']) => [number, named(words)]));
}

/** A table without the name of its office is one of Statistics Netherlands, whose data are CC BY 4.0. */
function named(words: string): string {
  const [table = '', carrier = ''] = words.split(' via ');
  if (carrier === '') return words;
  if (table.startsWith('Eurostat')) return `${table}, via ${carrier}`;
  const kwb = /^KWB (\d{4})/.exec(table);
  const office = kwb ? `CBS Kerncijfers wijken en buurten ${kwb[1]}` : table.replace(/^(?!CBS)/, 'CBS ');
  return `${office}, CC BY 4.0, via ${carrier}`;
}

/** A span of quarters by its months, as the observation files write it: `2025-Q2/2026-Q1` is `2025-04/2026-03`. */
const inMonths = (period: string): string =>
  period.replace(/^(\d{4})-Q(\d)\/(\d{4})-Q(\d)$/, (_, from: string, q: string, to: string, r: string) => {
    const month = (of: number): string => String(of).padStart(2, '0');
    return `${from}-${month(Number(q) * 3 - 2)}/${to}-${month(Number(r) * 3)}`;
  });

/** Units of carried files that the region names otherwise. */
const units: Readonly<Record<string, string>> = { 'eur-m': 'eur-mln' };

const yearOf = (period: string): string => period.slice(0, 4);

/** Without the noise of a multiplication: 17.1 thousand is 17100. */
const scaled = (value: string, factor: number): string =>
  factor === 1 ? value : String(Math.round(Number(value) * factor * 1e6) / 1e6);

/** Sums of twelve months by measure, area and year; a year with fewer months is left out. */
function yearlySums(rows: readonly Record<string, string>[]): Record<string, string>[] {
  const years = Map.groupBy(rows, ({ indicator, area, period = '' }) =>
    [indicator, area, yearOf(period)].join('\n'),
  );
  return [...years.values()].flatMap((months) => {
    const [first] = months;
    if (first === undefined || months.length !== 12 || months.some(({ value }) => value === '')) return [];
    const value = String(months.reduce((sum, month) => sum + Number(month.value), 0));
    const note = [first.note, 'sum of twelve months'].filter((part) => part !== '').join('; ');
    return [{ ...first, period: yearOf(first.period ?? ''), value, note }];
  });
}

/**
 * Rows of an observation file out of the text of a carried one, sorted by series, area and period.
 *
 * @param conversion what is taken, and what it is called
 * @throws Error where a measure that is to be taken is not in the file
 */
export function converted(text: string, conversion: Conversion): Row[] {
  const { series, only, start = [], years, status = 'observed', note = '', areas } = conversion;
  const [first, last] = years ?? [0, 9999];
  const named = sources(text);
  const met = new Set<string>();
  const given = conversion.months === true ? yearlySums(records(text)) : records(text);
  const rows = given.flatMap((record): Row[] => {
    const { area = '', period = conversion.period ?? '', value = '' } = record;
    const indicator = record[conversion.measureIn ?? 'indicator'] ?? '';
    if (areas !== undefined && !areas.includes(area)) return [];
    const year = yearOf(period);
    if (Number(year) < first || Number(year) > last || value === '') return [];
    if (series === undefined) {
      if (only !== undefined && !only.includes(indicator)) return [];
      met.add(indicator);
      const at = start.includes(indicator) ? `${year}-01-01` : inMonths(period);
      const { unit: given = '', source = '', published = '' } = record;
      const unit = units[given] ?? given;
      return [
        { indicator, area, period: at, value, unit, status, source, note: record.note ?? '', published },
      ];
    }
    const to = series[indicator];
    if (to === undefined) return [];
    met.add(indicator);
    return [
      {
        indicator: to.to,
        area,
        period: to.start === true ? `${year}-01-01` : year,
        value: scaled(value, to.factor ?? 1),
        unit: to.unit,
        status,
        source: named.get(record.source ?? '') ?? named.get('') ?? '',
        note: [record.note, to.note, note].filter((part) => part !== undefined && part !== '').join('; '),
        published: '',
      },
    ];
  });
  const missing = (series === undefined ? (only ?? []) : Object.keys(series)).filter(
    (name) => !met.has(name),
  );
  if (missing.length > 0) throw new Error(`${conversion.from} has no ${missing.join(', ')}`);
  const key = (row: Row): string => `${row.indicator}\n${row.area}\n${row.period}\n${row.source}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const diplomas: Readonly<Record<string, string>> = {
  'wo bachelor': 'diplomas_tue_bachelor',
  'wo master': 'diplomas_tue_master',
};

/** Diplomas of TU/e per year: the sum over the programmes that DUO lists one by one. */
export function diplomaRows(text: string): Row[] {
  const totals = new Map<string, { value: number; source: string }>();
  for (const record of records(text)) {
    const indicator = diplomas[record.soort_diploma ?? ''];
    if (indicator === undefined) continue;
    const key = `${indicator}\n${record.jaar}`;
    const value = (totals.get(key)?.value ?? 0) + Number(record.totaal);
    const { source, source_repo: repository, commit, file } = record;
    totals.set(key, {
      value,
      source: `${source}, CC BY 4.0, via https://github.com/${repository} (commit ${commit?.slice(0, 8)}) ${file}`,
    });
  }
  return [...totals].sort().map(([key, { value, source }]) => {
    const [indicator = '', period = ''] = key.split('\n');
    const note = 'sum over programmes, full-time and part-time';
    const rest = { unit: 'people', status: 'derived', source, note, published: '' };
    return { indicator, area: 'TUe', period, value: String(value), ...rest };
  });
}

/** Groups of age: the measure of 2019, our series, and the column of 2015 where it has the same group. */
const ageGroups: readonly (readonly [string, string, string?])[] = [
  ['Jonger dan 5 jaar', 'population_age_0_5', 'JongerDan5Jaar_4'],
  ['5 tot 10 jaar', 'population_age_5_10', 'k_5Tot10Jaar_5'],
  ['10 tot 15 jaar', 'population_age_10_15', 'k_10Tot15Jaar_6'],
  ['15 tot 20 jaar', 'population_age_15_20', 'k_15Tot20Jaar_7'],
  ['20 tot 25 jaar', 'population_age_20_25', 'k_20Tot25Jaar_8'],
  ['25 tot 45 jaar', 'population_age_25_45', 'k_25Tot45Jaar_9'],
  ['45 tot 65 jaar', 'population_age_45_65', 'k_45Tot65Jaar_10'],
  ['65 tot 80 jaar', 'population_age_65_80', 'k_65Tot80Jaar_11'],
  ['80 jaar of ouder', 'population_age_80_on', 'k_80JaarOfOuder_12'],
];

/** The province and the country: what is a sum over municipalities is not taken for other areas. */
const wider = ['PV30', 'NL01'];

/** Five-year groups of Eurostat; the youngest have the names of the groups of Statistics Netherlands, which are the same. */
const fiveYears: Readonly<Record<string, Series>> = Object.fromEntries(
  ['Y_LT5', ...Array.from({ length: 17 }, (_, i) => `Y${i * 5 + 5}-${i * 5 + 9}`), 'Y_GE90'].map(
    (age, i, all) => {
      const to = i === all.length - 1 ? 'population_age_90_on' : `population_age_${i * 5}_${i * 5 + 5}`;
      return [`population on 1 January sex=T age=${age}`, { to, unit: 'people', start: true }];
    },
  ),
);

/** Files of observations, each with what it is made from. */
export const conversions: Readonly<Record<string, readonly Conversion[]>> = {
  'homes-built.csv': [
    {
      from: 'housing.csv',
      only: [
        'homes_new_build',
        'homes_demolished',
        'homes_other_additions',
        'homes_other_removals',
        'homes_correction',
        'homes_net_change',
        'homes_permitted_4q',
      ],
    },
  ],
  'homes-stock.csv': [{ from: 'housing.csv', only: ['housing_stock'], start: ['housing_stock'] }],
  'population-flows.csv': [{ from: 'population-components.csv' }],
  'population-flows-wider.csv': [
    {
      // Of the municipalities and CR36 the same sums are in population-components.csv.
      from: 'population-change-monthly-2012-2017.csv',
      months: true,
      areas: wider,
      series: {
        pop_chg: { to: 'population_change', unit: 'people' },
        births: { to: 'births', unit: 'people' },
        deaths: { to: 'deaths', unit: 'people' },
        im_gm: { to: 'moves_in_domestic', unit: 'people' },
        em_gm: { to: 'moves_out_domestic', unit: 'people' },
        im_nl: { to: 'immigration', unit: 'people' },
        em_nl: { to: 'emigration_registered', unit: 'people' },
        corr: { to: 'administrative_corrections', unit: 'people' },
      },
    },
    {
      from: 'deaths-2002-2021.csv',
      areas: ['NL01'],
      series: { Overledenen: { to: 'deaths', unit: 'people' } },
    },
  ],
  'births-by-mother.csv': [
    {
      from: 'births-by-age-of-mother-2010-2015.csv',
      areas: ['CR36', ...wider],
      series: {
        born: { to: 'births', unit: 'people' },
        age_0_20: { to: 'births_mother_0_20', unit: 'people' },
        age_20_25: { to: 'births_mother_20_25', unit: 'people' },
        age_25_30: { to: 'births_mother_25_30', unit: 'people' },
        age_30_35: { to: 'births_mother_30_35', unit: 'people' },
        age_35_40: { to: 'births_mother_35_40', unit: 'people' },
        age_40_45: { to: 'births_mother_40_45', unit: 'people' },
        age_45plus: { to: 'births_mother_45_on', unit: 'people' },
      },
    },
  ],
  'population-density.csv': [
    {
      from: 'population-density-1995-2024.csv',
      series: { people_per_km2: { to: 'population_density', unit: 'people-per-km2', start: true } },
    },
  ],
  'population-age-groups.csv': [
    {
      from: 'population-age-2020.csv',
      measureIn: 'age',
      period: '2020',
      series: Object.fromEntries(
        [0, 10, 20, 30, 40, 50, 60, 70, 80].map((age) => [
          `${age}-${age + 9}`,
          { to: `population_age_${age}_${age + 10}`, unit: 'people', start: true },
        ]),
      ),
    },
    {
      from: 'population-age-2020.csv',
      measureIn: 'age',
      period: '2020',
      series: { '90+': { to: 'population_age_90_on', unit: 'people', start: true } },
    },
    { from: 'eurostat-nl414.csv', series: fiveYears },
  ],
  'enterprises.csv': [
    {
      // B-S without holding companies; the office gives no 2011 and 2012.
      from: 'eurostat-nl414.csv',
      series: {
        'business demography indic_sb=V11910 sizeclas=TOTAL nace_r2=B-S_X_K642': {
          to: 'enterprises_active',
          unit: 'firms',
        },
        'business demography indic_sb=V11920 sizeclas=TOTAL nace_r2=B-S_X_K642': {
          to: 'enterprises_born',
          unit: 'firms',
        },
        'business demography indic_sb=V11930 sizeclas=TOTAL nace_r2=B-S_X_K642': {
          to: 'enterprises_ceased',
          unit: 'firms',
        },
        'business demography indic_sb=V16910 sizeclas=TOTAL nace_r2=B-S_X_K642': {
          to: 'enterprises_persons_employed',
          unit: 'people',
        },
      },
    },
    {
      from: 'key-figures-districts-2024.csv',
      note: 'rounded',
      series: {
        aantal_bedrijven_landbouw_bosbouw_visserij: { to: 'business_establishments_a', unit: 'firms' },
        aantal_bedrijven_nijverheid_energie: { to: 'business_establishments_b_f', unit: 'firms' },
        aantal_bedrijven_handel_en_horeca: { to: 'business_establishments_g_i', unit: 'firms' },
        aantal_bedrijven_vervoer_informatie_communicatie: {
          to: 'business_establishments_h_j',
          unit: 'firms',
        },
        aantal_bedrijven_financieel_onroerend_goed: { to: 'business_establishments_k_l', unit: 'firms' },
        aantal_bedrijven_zakelijke_dienstverlening: { to: 'business_establishments_m_n', unit: 'firms' },
        aantal_bedrijven_overheid_onderwijs_en_zorg: { to: 'business_establishments_o_q', unit: 'firms' },
        aantal_bedrijven_cultuur_recreatie_overige: { to: 'business_establishments_r_u', unit: 'firms' },
      },
    },
  ],
  'districts-2024.csv': [
    {
      // Only columns whose name says the unit.
      from: 'key-figures-districts-2024.csv',
      series: {
        personenautos_totaal: { to: 'cars', unit: 'vehicles' },
        percentage_woningen_met_zonnestroom: { to: 'homes_solar_share', unit: 'percent' },
        percentage_aardgasvrije_woningen: { to: 'homes_gas_free_share', unit: 'percent' },
        treinstation_gemiddelde_afstand_in_km: { to: 'distance_station', unit: 'km' },
        oprit_hoofdverkeersweg_gemiddelde_afstand_in_km: { to: 'distance_motorway', unit: 'km' },
        huisartsenpraktijk_gemiddelde_afstand_in_km: { to: 'distance_gp', unit: 'km' },
        ziekenhuis_incl_buitenpolikliniek_gem_afst_in_km: { to: 'distance_hospital', unit: 'km' },
        basisonderwijs_gemiddelde_afstand_in_km: { to: 'distance_primary_school', unit: 'km' },
        kinderdagverblijf_gemiddelde_afstand_in_km: { to: 'distance_daycare', unit: 'km' },
        grote_supermarkt_gemiddelde_afstand_in_km: { to: 'distance_supermarket', unit: 'km' },
        bibliotheek_gemiddelde_afstand_in_km: { to: 'distance_library', unit: 'km' },
      },
    },
    {
      from: 'key-figures-2015.csv',
      series: { PersonenautoS_200: { to: 'cars', unit: 'vehicles' } },
    },
  ],
  'population-age.csv': [
    {
      from: 'population-age-2019.csv',
      series: Object.fromEntries(
        ageGroups.map(([measure, to]) => [measure, { to, unit: 'people', start: true }]),
      ),
    },
    {
      from: 'key-figures-2015.csv',
      series: Object.fromEntries(
        ageGroups.flatMap(([, to, column]) =>
          column === undefined ? [] : [[column, { to, unit: 'people', start: true }]],
        ),
      ),
    },
  ],
  'households.csv': [
    {
      from: 'households-2020.csv',
      series: {
        'Totaal particuliere huishoudens': { to: 'households', unit: 'count', start: true },
        Eenpersoonshuishouden: { to: 'households_one_person', unit: 'count', start: true },
        'Totaal niet-gehuwde paren': { to: 'households_couples_unmarried', unit: 'count', start: true },
        'Totaal gehuwde paren': { to: 'households_couples_married', unit: 'count', start: true },
        'Totaal eenouderhuishoudens': { to: 'households_one_parent', unit: 'count', start: true },
        'Meerpersoonshuishouden 2 personen': { to: 'households_of_2', unit: 'count', start: true },
        '3 personen': { to: 'households_of_3', unit: 'count', start: true },
        '4 personen': { to: 'households_of_4', unit: 'count', start: true },
        '5 of meer personen': { to: 'households_of_5_on', unit: 'count', start: true },
      },
    },
    {
      from: 'key-figures-2015.csv',
      series: {
        TotaalAantalParticuliereHuishoudens_82: { to: 'households', unit: 'count', start: true },
        Eenpersoonshuishoudens_83: { to: 'households_one_person', unit: 'count', start: true },
      },
    },
    {
      from: 'housing-tenure-2020-2025.csv',
      series: { 'a_hh Aantal huishoudens': { to: 'households', unit: 'count', start: true } },
      // 2020 is in 71486ned.
      years: [2021, 2025],
    },
  ],
  'tenure.csv': [
    {
      from: 'housing-tenure-2020-2025.csv',
      series: {
        'p_koopw Koopwoningen': { to: 'homes_owned_share', unit: 'percent', start: true },
        'p_huurw Huurwoningen totaal': { to: 'homes_rented_share', unit: 'percent', start: true },
        'p_wcorpw In bezit woningcorporatie': { to: 'homes_social_share', unit: 'percent', start: true },
        'p_leegsw Percentage onbewoond': { to: 'homes_empty_share', unit: 'percent', start: true },
        'g_wozbag Gemiddelde WOZ-waarde van woningen': { to: 'home_value', unit: 'eur', start: true },
      },
    },
  ],
  'house-prices-before-2015.csv': [
    {
      from: 'house-prices-1995-2024.csv',
      series: { 'Gemiddelde verkoopprijs': { to: 'house_price', unit: 'eur' } },
      // From 2015 on the table itself is in house-prices.csv, in a later version.
      years: [1995, 2014],
    },
  ],
  'income.csv': [
    {
      from: 'income-2011-2023.csv',
      series: {
        'Inkomen en vermogen/Inkomen van particuliere huishoudens/Gemiddeld besteedbaar inkomen/Particuliere huishoudens excl. studenten':
          { to: 'household_income', unit: 'eur', factor: 1000 },
        'Inkomen en vermogen/Inkomen van particuliere huishoudens/Gemiddeld gestandaardiseerd inkomen/Particuliere huishoudens excl. studenten':
          { to: 'household_income_standardised', unit: 'eur', factor: 1000 },
      },
    },
  ],
  'economy.csv': [
    { from: 'region-economy.csv', only: ['gdp', 'gdp_per_head'] },
    {
      from: 'key-figures-2015.csv',
      series: {
        TotaalAantalBanen_112: { to: 'jobs_employees', unit: 'jobs', factor: 1000, note: 'rounded to 100' },
        BFNijverheidEnEnergie_114: {
          to: 'jobs_employees_industry_energy',
          unit: 'jobs',
          factor: 1000,
          note: 'rounded to 100',
        },
        ALandbouwBosbouwEnVisserij_113: {
          to: 'jobs_employees_agriculture',
          unit: 'jobs',
          factor: 1000,
          note: 'rounded to 100',
        },
        GNCommercieleDienstverlening_115: {
          to: 'jobs_employees_services_commercial',
          unit: 'jobs',
          factor: 1000,
          note: 'rounded to 100',
        },
        OUNietCommercieleDienstverlening_116: {
          to: 'jobs_employees_services_other',
          unit: 'jobs',
          factor: 1000,
          note: 'rounded to 100',
        },
        BedrijfsvestigingenTotaal_168: { to: 'business_establishments', unit: 'firms', start: true },
      },
    },
    {
      from: 'key-figures-districts-2024.csv',
      series: {
        aantal_bedrijfsvestigingen: { to: 'business_establishments', unit: 'firms', note: 'rounded' },
      },
    },
  ],
  'students.csv': [
    {
      from: 'key-figures-districts-2024.csv',
      note: 'by municipality of home; school year not in the file (?)',
      series: {
        aantal_studenten_mbo: { to: 'students_mbo_home', unit: 'people' },
        aantal_studenten_hbo: { to: 'students_hbo_home', unit: 'people' },
        aantal_studenten_wo: { to: 'students_wo_home', unit: 'people' },
      },
    },
  ],
  'population-forecast-2020.csv': [
    {
      from: 'official-population-forecast-of-2020.csv',
      status: 'expected',
      series: {
        'Totale bevolking (x 1 000)': { to: 'population_forecast_2020', unit: 'people', factor: 1000 },
      },
    },
  ],
};

function write(folder: string, file: string, rows: readonly Row[]): void {
  const cells = rows.map((row) => header.map((column) => row[column as keyof Row]));
  // Line ends as the other files of the region have them.
  writeFileSync(join(folder, file), csvText(header, cells, null).replaceAll('\r\n', '\n'));
  console.log(`${file}: ${rows.length} rows`);
}

function main([from, to, name]: readonly string[]): void {
  if (from === undefined || to === undefined) {
    console.error(
      'node scripts/region-figures.ts <folder with the carried files> <folder observations> [file]',
    );
    process.exitCode = 2;
    return;
  }
  for (const [file, parts] of Object.entries(conversions)) {
    if (name !== undefined && name !== file) continue;
    write(
      to,
      file,
      parts.flatMap((part) => converted(readFileSync(join(from, part.from), 'utf8'), part)),
    );
  }
  if (name === undefined || name === 'diplomas.csv')
    write(to, 'diplomas.csv', diplomaRows(readFileSync(join(from, 'graduates-tue-2012-2016.csv'), 'utf8')));
}

if (import.meta.main) main(process.argv.slice(2));
