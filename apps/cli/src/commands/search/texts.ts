import { fill, type Lang, type Text } from '@schaalsprong/words';

/** Every text of `search`, in both languages. */
const texts = {
  progress: {
    nl: 'Zoeken: {evaluations} van {of} keuzes bekeken, {archive} blijven over (keer {run} van {runs})',
    en: 'Searching: {evaluations} of {of} choices looked at, {archive} remain (run {run} of {runs})',
  },
  kept: {
    nl: 'Het zoekwerk tot hier is bewaard. Ga verder met --resume {what}.',
    en: 'The search so far is kept. Go on with --resume {what}.',
  },
  found: {
    nl: '{problem}: {front} keuzes waar niets beter is, uit {evaluations} bekeken ({runs} keer gezocht, startgetal {seed}).',
    en: '{problem}: {front} choices of which none is beaten, out of {evaluations} looked at (searched {runs} times, seed {seed}).',
  },
  hypervolume: {
    nl: 'Hypervolume {all} van 1 (alle keren samen); per keer van {least} tot {most}, midden {median}.',
    en: 'Hypervolume {all} of 1 (all runs together); per run from {least} to {most}, median {median}.',
  },
  'hypervolume-best': {
    nl: 'Het ware front haalt {best}.',
    en: 'The true front has {best}.',
  },
  indicators: {
    nl: 'Afstand tot het ware front: GD {gd}, IGD {igd}, epsilon {epsilon}; gelijkmatigheid {spacing}.',
    en: 'Distance to the true front: GD {gd}, IGD {igd}, epsilon {epsilon}; spacing {spacing}.',
  },
  objectives: { nl: 'Wat beter moet', en: 'What is to be better' },
  'column-objective': { nl: 'doel', en: 'objective' },
  'column-direction': { nl: 'beter is', en: 'better is' },
  'column-epsilon': { nl: 'kleinste verschil', en: 'least difference' },
  'column-bounds': { nl: 'van slechtst tot best', en: 'from worst to best' },
  maximise: { nl: 'meer', en: 'more' },
  minimise: { nl: 'minder', en: 'less' },
  lines: { nl: 'Rode lijnen', en: 'Red lines' },
  record: { nl: 'Voortgang', en: 'Progress' },
  'column-seed': { nl: 'startgetal', en: 'seed' },
  'column-evaluations': { nl: 'bekeken', en: 'looked at' },
  'column-improvements': { nl: 'vooruitgang', en: 'progress' },
  'column-archive': { nl: 'over', en: 'remain' },
  'column-restarts': { nl: 'herstart', en: 'restarts' },
  'column-hypervolume': { nl: 'hypervolume', en: 'hypervolume' },
  front: {
    nl: 'Keuzes (de eerste {count} van {of}; alle met --json)',
    en: 'Choices (the first {count} of {of}; all with --json)',
  },
  'front-all': { nl: 'Keuzes', en: 'Choices' },
  packages: {
    nl: '{count} pakketten die alle rode lijnen halen en het meest van elkaar verschillen',
    en: '{count} packages that keep all red lines and differ most from each other',
  },
  'packages-fewer': {
    nl: 'Pakketten die alle rode lijnen halen en waar niets beter is: {count}. Gevraagd waren er {asked}; meer zijn er niet gevonden.',
    en: 'Packages that keep all red lines and that none beats: {count}. {asked} were asked; no more were found.',
  },
  'column-measure': { nl: 'maatregel', en: 'measure' },
  'column-target': {
    nl: 'gehaald in hoeveel van {futures} toekomsten',
    en: 'met in how many of {futures} futures',
  },
  'column-package': { nl: 'pakket {number}', en: 'package {number}' },
  none: {
    nl: 'Geen van de {evaluations} bekeken pakketten haalt alle rode lijnen.',
    en: 'None of the {evaluations} packages looked at keeps all red lines.',
  },
  nearest: {
    nl: 'Het pakket dat het dichtst bij komt, breekt:',
    en: 'The package that comes nearest breaks:',
  },
  broken: { nl: '{line}: komt {percent}% tekort', en: '{line}: falls {percent}% short' },
  'broken-count': {
    nl: '{line}: gehaald in {met}; de {count} toekomsten die er het dichtst bij zijn, komen gemiddeld {percent}% tekort',
    en: '{line}: met in {met}; the {count} futures that come nearest fall short by {percent}% on average',
  },
  'column-nearest': { nl: 'dichtst bij', en: 'nearest' },
  alone: {
    nl: 'ook op zichzelf in geen enkel bekeken pakket gehaald; het beste kwam {percent}% tekort',
    en: 'not kept on its own either by any package looked at; the best fell {percent}% short',
  },
  'not-together': {
    nl: 'op zichzelf wel gehaald, maar niet samen met de andere',
    en: 'kept on its own, but not together with the others',
  },
  caveat: {
    nl: 'Het zoeken ziet alleen wat hier geteld wordt: een maatregel die pas na de horizon van de doelstellingen werkt, lijkt niets te doen.',
    en: 'A search sees only what is counted here: a measure that works after the horizon of the targets seems to do nothing.',
  },
  futures: {
    nl: 'Alle pakketten zijn gerekend in dezelfde {futures} toekomsten (startgetal {seed}).',
    en: 'All packages were run in the same {futures} futures (seed {seed}).',
  },
} as const satisfies Record<string, Text>;
export type SearchText = keyof typeof texts;

/** One text of `search` with its placeholders filled. */
export const saySearch = (
  lang: Lang,
  key: SearchText,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
