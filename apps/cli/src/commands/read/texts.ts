import { fill, type Lang } from '@schaalsprong/words';

/** What `read` says besides its faults, in both languages. */
const texts = {
  summary: {
    nl: '{name}: bladzijden {pages}, gevonden getallen {claims}. Het zijn voorstellen: niets is aangenomen.',
    en: '{name}: pages {pages}, figures found {claims}. They are proposals: nothing is accepted.',
  },
  hidden: {
    nl: 'Minder zeker dan {certain} en daarom niet getoond: {count}.',
    en: 'Less certain than {certain} and so not shown: {count}.',
  },
  nothing: {
    nl: '{name}: bladzijden {pages}, geen getallen gevonden.',
    en: '{name}: pages {pages}, no figures found.',
  },
  'column-id': { nl: 'nr', en: 'no' },
  'column-place': { nl: 'blz:regel', en: 'page:line' },
  'column-figure': { nl: 'in de tekst', en: 'in the text' },
  'column-reads': { nl: 'gelezen als', en: 'read as' },
  'column-counted': { nl: 'van', en: 'of' },
  'column-when': { nl: 'wanneer', en: 'when' },
  'column-kind': { nl: 'soort', en: 'kind' },
  'column-certain': { nl: 'zeker', en: 'certain' },
  not: { nl: 'niet: ', en: 'not: ' },
  either: { nl: '{one} of {other}?', en: '{one} or {other}?' },
  target: { nl: 'doel', en: 'target' },
  baseline: { nl: 'nulmeting', en: 'baseline' },
  forecast: { nl: 'verwachting', en: 'forecast' },
  fact: { nl: 'feit', en: 'fact' },
  commitment: { nl: 'toezegging', en: 'commitment' },
  definition: { nl: 'afspraak over woorden', en: 'definition' },
  relations: {
    nl: 'Sommen en aandelen die de tekst lijkt te maken',
    en: 'Sums and shares that the text seems to make',
  },
  'relation-sum': { nl: '{whole} = {parts}', en: '{whole} = {parts}' },
  'relation-share': { nl: '{parts} is een deel van {whole}', en: '{parts} is a part of {whole}' },
  'relation-growth': { nl: 'van {parts} naar {whole}', en: 'from {parts} to {whole}' },
  fits: { nl: 'klopt', en: 'adds up' },
  'fits-not': { nl: 'klopt niet', en: 'does not add up' },
  footnotes: {
    nl: 'Voetnoten: {count}; hun nummers zijn van de getallen afgehaald. Zonder tekst: {without}.',
    en: 'Footnotes: {count}; their numbers were taken off the figures. Without text: {without}.',
  },
  none: { nl: 'geen', en: 'none' },
  warning: { nl: 'Let op', en: 'Mind' },
  kept: {
    nl: 'Bewaard als voorstel: {path} ({count}). Aannemen: schaalsprong read --into {into} --name {name} --accept q-1,q-2',
    en: 'Kept as proposals: {path} ({count}). To accept: schaalsprong read --into {into} --name {name} --accept q-1,q-2',
  },
  accepted: {
    nl: 'Aangenomen: {accepted}, afgewezen: {rejected}. Uitspraken staan in {path}; loop hun tekst, entity en quantity na.',
    en: 'Accepted: {accepted}, rejected: {rejected}. Claims stand in {path}; go over their text, entity and quantity.',
  },
  'only-rejected': {
    nl: 'Afgewezen: {rejected}. Niets aangenomen.',
    en: 'Rejected: {rejected}. Nothing accepted.',
  },
  'nothing-written': {
    nl: 'Fouten gevonden: {count}. Er is niets geschreven.',
    en: 'Problems found: {count}. Nothing was written.',
  },
  apart: {
    nl: 'Apart gehouden: {count}. Deze uitspraken noemen hetzelfde woord met een ander getal; zij kregen een eigen quantity. Gaat het toch over hetzelfde, geef ze dan dezelfde quantity, zodat de audit ze vergelijkt: {claims}',
    en: 'Kept apart: {count}. These claims use the same word with another figure; they got a quantity of their own. If they do speak of the same, give them the same quantity, so that the audit compares them: {claims}',
  },
  'left-open': {
    nl: 'Opengelaten, want dit moet een mens bekijken: {count}.',
    en: 'Left open, because a person must look at it: {count}.',
  },
  reading: { nl: '{name} wordt gelezen ...', en: 'Reading {name} ...' },
} as const;
export type ReadText = keyof typeof texts;

/** One text of `read` with its placeholders filled. */
export const sayRead = (
  lang: Lang,
  key: ReadText,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
