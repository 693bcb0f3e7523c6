import { fill, type Lang, type Text } from '@schaalsprong/words';

/** Every text of `robustness`, in both languages. */
const texts = {
  heading: {
    nl: '{objective}: {policies} beleidspakketten in {futures} toekomsten, {direction}.',
    en: '{objective}: {policies} policies in {futures} futures, {direction}.',
  },
  maximise: { nl: 'meer is beter', en: 'more is better' },
  minimise: { nl: 'minder is beter', en: 'less is better' },
  weighted: {
    nl: 'Toekomsten tellen met gewichten; het totaal is {total}.',
    en: 'Futures count by weights; their total is {total}.',
  },
  'left-out': {
    nl: 'Weggelaten omdat hun gewicht 0 is: {count} toekomsten.',
    en: 'Left out because their weight is 0: {count} futures.',
  },
  'column-policy': { nl: 'beleid', en: 'policy' },
  'column-value': { nl: 'getal', en: 'number' },
  'column-place': { nl: 'plaats', en: 'place' },
  better: { nl: 'beter is {which}', en: 'better is {which}' },
  higher: { nl: 'hoger', en: 'higher' },
  lower: { nl: 'lager', en: 'lower' },
  'unit-outcome': { nl: 'in de eenheid van de uitkomst', en: 'in the unit of the outcome' },
  'unit-none': { nl: 'zonder eenheid', en: 'without a unit' },
  'unit-futures': { nl: 'aantal toekomsten, van {total}', en: 'number of futures, of {total}' },
  compares: {
    nl: 'vergelijkt beleid met elkaar',
    en: 'compares policies with each other',
  },
  'not-applicable': { nl: 'niet van toepassing: {reason}', en: 'does not apply: {reason}' },
  firsts: {
    nl: 'Op de eerste plaats, bij hoeveel van de {of} maatstaven: {list}.',
    en: 'In the first place, by how many of the {of} metrics: {list}.',
  },
  together: { nl: 'Alle uitkomsten samen', en: 'All outcomes together' },
  'bounds-kept': {
    nl: 'haalt alle drempels in {count} van {of} toekomsten',
    en: 'keeps all thresholds in {count} of {of} futures',
  },
  'largest-regret': {
    nl: '{title}, grootste over de uitkomsten: {value} ({objective})',
    en: '{title}, largest over the outcomes: {value} ({objective})',
  },
} as const satisfies Record<string, Text>;
export type RobustnessText = keyof typeof texts;

/** One text of `robustness` with its placeholders filled. */
export const sayRobustness = (
  lang: Lang,
  key: RobustnessText,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
