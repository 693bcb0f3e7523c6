import { fill, type Lang } from '@schaalsprong/words';

/** What `backtest` says besides its faults, in both languages. */
const texts = {
  heading: {
    nl: 'Hoe het model het gedaan zou hebben: gestart met wat eind {origins} bekend was, tegen wat er kwam',
    en: 'How the model would have done: started with what was known at the end of {origins}, against what came',
  },
  settings: {
    nl: 'Toekomsten per beginpunt: {futures}, begingetal {seed}. CRPS en pinball: lager is beter.',
    en: 'Futures per origin: {futures}, seed {seed}. CRPS and pinball: lower is better.',
  },
  'no-cases': { nl: 'Er is niets dat getoetst kon worden.', en: 'There is nothing that could be tested.' },
  'misses-heading': {
    nl: 'Mis: wat kwam viel buiten de band van 80% ({misses} van {cases}), het verst ernaast eerst',
    en: 'Misses: what came lay outside the 80 % band ({misses} of {cases}), furthest off first',
  },
  'more-misses': {
    nl: 'En nog {count}; met --json staan alle gevallen er.',
    en: 'And {count} more; --json has every case.',
  },
  'summaries-heading': {
    nl: 'Tegen twee voorspellingen die niets van de regio weten',
    en: 'Against two forecasts that know nothing of the region',
  },
  what: { nl: 'wat', en: 'what' },
  origin: { nl: 'eind', en: 'end of' },
  period: { nl: 'periode', en: 'period' },
  came: { nl: 'kwam', en: 'came' },
  band: { nl: 'model p10 - p50 - p90', en: 'model p10 - p50 - p90' },
  cases: { nl: 'gevallen', en: 'cases' },
  in50: { nl: 'in 50%', en: 'in 50 %' },
  in80: { nl: 'in 80%', en: 'in 80 %' },
  crps: { nl: 'CRPS', en: 'CRPS' },
  pinball: { nl: 'pinball', en: 'pinball' },
  trend: { nl: 'trend', en: 'trend' },
  walk: { nl: 'toevalspad', en: 'walk' },
  best: { nl: 'beste', en: 'best' },
  'best-model': { nl: 'model', en: 'model' },
  'best-trend': { nl: 'trend: het model is niet beter', en: 'trend: the model is no better' },
  'best-walk': { nl: 'toevalspad: het model is niet beter', en: 'walk: the model is no better' },
  'best-too-few': { nl: 'te weinig gevallen', en: 'too few cases' },
  'untested-heading': { nl: 'Niet te toetsen', en: 'Could not be tested' },
  'caveats-heading': {
    nl: 'Wat het model toch al van later wist',
    en: 'What the model knew of later years all the same',
  },
  'not-kept': {
    nl: 'Er is nog niets opgehaald: dit zijn de cijfers van de regiomap.',
    en: 'Nothing has been fetched yet: these are the figures of the region folder.',
  },
} as const;

/** One text of `backtest` with its placeholders filled. */
export const sayBackTest = (
  lang: Lang,
  key: keyof typeof texts,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
