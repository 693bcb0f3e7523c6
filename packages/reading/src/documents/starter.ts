import type { RegionFile } from '@schaalsprong/agenda';
import type { Qualifiers } from '@schaalsprong/agenda/claims';
import { defaultQualifiers } from '../read/qualifiers.ts';

type Units = RegionFile['units'];

const plain = (nl: string, en: string, decimals = 0): Units[string] => ({
  title: { nl, en },
  symbol: { nl, en },
  decimals,
  grouping: true,
  scale: 1,
});
const symbol = (nl: string, en: string, sign: { nl: string; en: string }, decimals = 0): Units[string] => ({
  ...plain(nl, en, decimals),
  symbol: sign,
});
const both = (sign: string): { nl: string; en: string } => ({ nl: sign, en: sign });

/** Units that most policy documents count in, for a region that has none of its own yet. */
export const starterUnits: Units = {
  count: symbol('aantal', 'number', both('')),
  homes: plain('woningen', 'homes'),
  'homes-per-year': plain('woningen per jaar', 'homes a year'),
  people: plain('mensen', 'people'),
  'people-per-year': plain('mensen per jaar', 'people a year'),
  students: plain('studenten', 'students'),
  jobs: plain('banen', 'jobs'),
  places: plain('arbeidsplaatsen', 'work places'),
  firms: plain('bedrijven', 'firms'),
  eur: {
    ...symbol('euro', 'euros', both('EUR {n}')),
    above: { value: 1e6, unit: 'eur-mln', divide: 1e6 },
  },
  'eur-mln': {
    ...symbol('miljoen euro', 'million euros', { nl: 'EUR {n} mln', en: 'EUR {n} m' }, 1),
    above: { value: 1000, unit: 'eur-bn', divide: 1000 },
  },
  'eur-bn': symbol('miljard euro', 'thousand million euros', { nl: 'EUR {n} mld', en: 'EUR {n} bn' }, 2),
  percent: symbol('procent', 'per cent', both('%'), 1),
  'percent-point': plain('procentpunt', 'percentage points', 1),
  ratio: symbol('verhouding', 'ratio', both(''), 2),
  index: symbol('index', 'index', both(''), 2),
  rank: symbol('plaats op een ranglijst', 'place in a ranking', { nl: 'plaats {n}', en: 'place {n}' }),
  MW: symbol('megawatt', 'megawatts', both('MW')),
  ha: symbol('hectare', 'hectares', both('ha'), 1),
  km: symbol('kilometer', 'kilometres', both('km'), 1),
  m2: symbol('vierkante meter', 'square metres', both('m²')),
  minutes: plain('minuten', 'minutes'),
  years: symbol('jaren', 'years', { nl: 'jaar', en: 'years' }, 1),
  year: { ...symbol('jaartal', 'calendar year', both('')), grouping: false },
};

/** The table of words that a new region starts with. */
export const starterQualifiers: Qualifiers = defaultQualifiers;

/** Units that are less common: a new region gets them when its agenda counts in them. */
const otherUnits: Units = {
  units: plain('eenheden', 'units'),
  pupils: plain('leerlingen', 'pupils'),
  fte: symbol('voltijdbanen', 'full-time equivalents', { nl: 'fte', en: 'FTE' }),
  households: plain('huishoudens', 'households'),
  vehicles: plain('voertuigen', 'vehicles'),
  patents: plain('octrooiaanvragen', 'patent applications'),
  beds: plain('bedden', 'beds'),
  trees: plain('bomen', 'trees'),
  tonnes: plain('ton', 'tonnes'),
  kton: symbol('kiloton', 'kilotonnes', both('kton'), 1),
  GW: symbol('gigawatt', 'gigawatts', both('GW'), 1),
  kW: symbol('kilowatt', 'kilowatts', both('kW')),
  kV: symbol('kilovolt', 'kilovolts', both('kV')),
  TJ: symbol('terajoule', 'terajoules', both('TJ'), 1),
  PJ: symbol('petajoule', 'petajoules', both('PJ'), 1),
  kWh: symbol('kilowattuur', 'kilowatt-hours', both('kWh')),
  MWh: symbol('megawattuur', 'megawatt-hours', both('MWh')),
  GWh: symbol('gigawattuur', 'gigawatt-hours', both('GWh'), 1),
  TWh: symbol('terawattuur', 'terawatt-hours', both('TWh'), 1),
  mol: symbol('mol stikstof', 'moles of nitrogen', both('mol')),
  m: symbol('meter', 'metres', both('m')),
  cm: symbol('centimeter', 'centimetres', both('cm')),
  hours: plain('uur', 'hours'),
  days: plain('dagen', 'days'),
  weeks: plain('weken', 'weeks'),
  months: plain('maanden', 'months'),
};

const times: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  year: { nl: 'per jaar', en: 'a year' },
  quarter: { nl: 'per kwartaal', en: 'a quarter' },
  month: { nl: 'per maand', en: 'a month' },
  week: { nl: 'per week', en: 'a week' },
  day: { nl: 'per dag', en: 'a day' },
  hour: { nl: 'per uur', en: 'an hour' },
  person: { nl: 'per persoon', en: 'per person' },
  home: { nl: 'per woning', en: 'per home' },
  household: { nl: 'per huishouden', en: 'per household' },
  pupil: { nl: 'per leerling', en: 'per pupil' },
  student: { nl: 'per student', en: 'per student' },
  employee: { nl: 'per werknemer', en: 'per employee' },
};

/**
 * How to show a unit that was found in a document: a common one, something per something, or else the noun of the text
 * itself.
 */
export function unitFor(id: string): Units[string] {
  const known = starterUnits[id] ?? otherUnits[id];
  if (known !== undefined) return known;
  const [, base, per] = /^(.+)-per-(.+)$/.exec(id) ?? [];
  if (base !== undefined && per !== undefined) {
    const { above: _larger, ...unit } = unitFor(base);
    const time = times[per] ?? { nl: `per ${words(per)}`, en: `per ${words(per)}` };
    const behind = (lang: 'nl' | 'en', text: string): string => `${text} ${time[lang]}`.trim();
    return {
      ...unit,
      title: { nl: behind('nl', unit.title.nl), en: behind('en', unit.title.en) },
      symbol: { nl: behind('nl', unit.symbol.nl), en: behind('en', unit.symbol.en) },
    };
  }
  return plain(words(id), words(id), 1);
}

const words = (id: string): string => id.replaceAll('-', ' ');
