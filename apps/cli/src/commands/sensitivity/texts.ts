import type { SensitivityMethod } from '@schaalsprong/methods/sensitivity';
import { fill, type Lang, type Text } from '@schaalsprong/words';

/** What `sensitivity` says besides its faults, in both languages. */
const texts = {
  or: { nl: ' of ', en: ' or ' },
  'why-outcome': {
    nl: 'de doelstelling, uitkomst of kolom waar het om gaat',
    en: 'the target, outcome or column that it is about',
  },
  'why-uncertain': {
    nl: 'wat onzeker is, met bereiken',
    en: 'what is uncertain, with ranges',
  },
  'a-region': { nl: 'een regio', en: 'a region' },
  'a-model': { nl: '--model of een regio', en: '--model or a region' },
  'a-sample': { nl: 'een bestand met runs', en: 'a file of runs' },
  'a-function': { nl: '--function sobol-g', en: '--function sobol-g' },
  title: { nl: '{method}: wat stuurt {outcome}?', en: '{method}: what drives {outcome}?' },
  input: { nl: 'invoer', en: 'input' },
  exact: { nl: '{index} exact', en: '{index} exact' },
  more: {
    nl: 'En nog {count} met minder gewicht; alles staat in --json, of vraag --top {all}.',
    en: 'And {count} more with less weight; everything is in --json, or ask --top {all}.',
  },
  pairs: { nl: 'Twee samen', en: 'Two together' },
  'pair-effect': { nl: 'samen', en: 'together' },
  aliases: { nl: 'niet te scheiden van', en: 'not to be told from' },
  enough: {
    nl: 'Genoeg runs ({runs}): het breedste interval is ten hoogste ±10% van de grootste waarde.',
    en: 'Enough runs ({runs}): the widest interval is at most ±10% of the largest value.',
  },
  'fewer-inputs': {
    nl: 'Minder invoeren vragen minder runs: met de eerste {fewer} ongeveer {runs} (de andere staan dan vast): --inputs {inputs}',
    en: 'Fewer inputs need fewer runs: about {runs} with the first {fewer} (the others are then held): --inputs {inputs}',
  },
  'no-interval': {
    nl: 'Runs: {runs}. Deze methode geeft geen intervallen.',
    en: 'Runs: {runs}. This method gives no intervals.',
  },
  close: {
    nl: 'De volgorde van {one} en {other} is onzeker: hun intervallen overlappen.',
    en: 'The order of {one} and {other} is uncertain: their intervals overlap.',
  },
  warnings: { nl: 'Let op', en: 'Mind' },
  'from-function': {
    nl: 'Functie {name}; {source}.',
    en: 'Function {name}; {source}.',
  },
  'from-model': {
    nl: 'Model {file} ({hash}), scenario {scenario}, startgetal {seed}.',
    en: 'Model {file} ({hash}), scenario {scenario}, seed {seed}.',
  },
  'from-sample': {
    nl: 'Bestand {file} ({hash}), rijen: {rows}, startgetal {seed}.',
    en: 'File {file} ({hash}), rows: {rows}, seed {seed}.',
  },
  'no-scenario': { nl: 'geen', en: 'none' },
} as const;
export type SensitivityText = keyof typeof texts;

/** One text of `sensitivity` with its placeholders filled. */
export const saySensitivity = (
  lang: Lang,
  key: SensitivityText,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);

/** What the numbers of a method mean, in a sentence or two. */
export const meanings: Readonly<Record<SensitivityMethod, Text>> = {
  sobol: {
    nl: 'S1: deel van de spreiding van de uitkomst dat deze invoer alleen verklaart. ST: met alle wisselwerking erbij. Achter ± de onzekerheid van de schatting.',
    en: 'S1: part of the variance of the outcome that this input explains alone. ST: with all its interactions. Behind ± the uncertainty of the estimate.',
  },
  morris: {
    nl: 'Hoe groot het effect van een stap van een invoer over zijn bereik gemiddeld is (mu_star). Hetzelfde met richting (mu). Hoe verschillend dat effect is, door kromming of wisselwerking (sigma).',
    en: 'mu_star: mean size of the effect of a step of an input along its range. mu: with its direction. sigma: how different that effect is, by curvature or interaction.',
  },
  dgsm: {
    nl: 'bound: hoger dan dit kan de totale Sobol’-index ST niet zijn. v: gemiddeld kwadraat van de helling. Met --model of --function is dat per heel bereik van de invoer, bij een bestand met runs per eenheid van de invoer.',
    en: 'bound: the total Sobol’ index ST cannot be higher than this. v: mean square of the slope; with --model or --function per whole range of the input, of a file of runs per unit of the input.',
  },
  delta: {
    nl: 'delta: hoeveel de verdeling van de uitkomst verschuift als deze invoer bekend is; 0 is niets, 1 is alles. S1: deel van de spreiding.',
    en: 'delta: how far the distribution of the outcome moves when this input is known; 0 is nothing, 1 is all. S1: part of the variance.',
  },
  pawn: {
    nl: 'Hoe ver de verdeling van de uitkomst verschuift als deze invoer in één deel van zijn bereik ligt. Over alle delen: de mediaan, het gemiddelde, het kleinste, het grootste en de variatie (cv).',
    en: 'How far the distribution of the outcome moves when this input lies in one part of its range: over all parts the median, the mean, the smallest, the largest and the variation (cv).',
  },
  'rbd-fast': {
    nl: 'S1: deel van de spreiding van de uitkomst dat deze invoer alleen verklaart.',
    en: 'S1: part of the variance of the outcome that this input explains alone.',
  },
  features: {
    nl: 'score: hoeveel beslisbomen aan deze invoer hebben om de uitkomst te voorspellen; samen 1. Alleen de volgorde is vergelijkbaar met andere programma’s.',
    en: 'score: how much trees use this input to predict the outcome; 1 together. Only the order is comparable with other programs.',
  },
  'f-test': {
    nl: 'F: hoeveel beter de uitkomst te voorspellen is met deze invoer alleen, langs een rechte lijn. p: hoe vaak toeval zo’n F geeft.',
    en: 'F: how much better the outcome is predicted with this input alone, along a straight line. p: how often chance gives such an F.',
  },
  regional: {
    nl: 'distance: hoe verschillend de waarden van deze invoer zijn in de gevallen die tellen en in de andere; 0 is gelijk, 1 is geheel apart.',
    en: 'distance: how different the values of this input are in the cases that count and in the others; 0 is alike, 1 is wholly apart.',
  },
  ff: {
    nl: 'effect: halve verschil tussen de gemiddelde uitkomst bij de hoge en bij de lage waarde.',
    en: 'effect: half the difference between the mean outcome at the high and at the low value.',
  },
};
