import { defaultQualifiers } from '../read/qualifiers.ts';
import type { RegionFile } from '../schema.ts';

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
  'percentage-points': plain('procentpunt', 'percentage points', 1),
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
export const starterQualifiers: RegionFile['qualifiers'] = defaultQualifiers;
