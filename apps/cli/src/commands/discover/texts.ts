import { fill, type Lang } from '@schaalsprong/words';

/** What `discover` says besides its faults, in both languages. */
const texts = {
  'why-outcome': {
    nl: 'de kolom of doelstelling waar het om gaat',
    en: 'the column or target that it is about',
  },
  'a-region': { nl: 'een regiomap', en: 'a region folder' },
  'a-file': { nl: 'een bestand met gevallen', en: 'a file of cases' },
  missed: { nl: "'{title}' wordt niet gehaald", en: "'{title}' is not met" },
  flagged: { nl: "'{title}' is 1", en: "'{title}' is 1" },
  above: { nl: "'{title}' komt boven {value}", en: "'{title}' comes above {value}" },
  below: { nl: "'{title}' komt onder {value}", en: "'{title}' comes below {value}" },
  equals: { nl: "'{title}' is {value}", en: "'{title}' is {value}" },
  always: {
    nl: '{happens} in alle {count} toekomsten. Er valt niets te onderscheiden.',
    en: '{happens} in all {count} futures. There is nothing to tell apart.',
  },
  never: {
    nl: '{happens} in geen van de {count} toekomsten. Er valt niets te vinden.',
    en: '{happens} in none of the {count} futures. There is nothing to find.',
  },
  'other-threshold': {
    nl: 'De uitkomst ligt in deze toekomsten tussen {from} en {to}: vraag met --below of --above naar een grens daartussen.',
    en: 'In these futures the outcome lies between {from} and {to}: ask with --below or --above for a threshold in between.',
  },
  'left-out-rows': {
    nl: 'Rijen waarin een waarde ontbreekt en die daarom niet meedoen: {count}.',
    en: 'Rows that lack a value and so take no part: {count}.',
  },
  constant: {
    nl: 'Invoer met maar een waarde, die dus niets kan verklaren: {names}.',
    en: 'Inputs with one value only, which can explain nothing: {names}.',
  },
  settings: {
    nl: 'PRIM, alpha {alpha}, plakken {pasteAlpha}, kleinste deel {minMass}, doelfunctie {objective}. Met andere instellingen kan een ander vak komen.',
    en: 'PRIM, alpha {alpha}, pasting {pasteAlpha}, smallest part {minMass}, objective {objective}. A greedy method: other settings may give another box.',
  },
  'settings-cart': {
    nl: 'CART, kleinste deel {minMass}, niet gesnoeid. De bladeren samen zijn alle toekomsten; een blad waarin het nooit gebeurt, is ook een vondst.',
    en: 'CART, smallest part {minMass}, not pruned. The leaves together are all futures; a leaf in which it never happens is a finding too.',
  },
  'settings-logistic': {
    nl: 'Logistische regressie, invoer erbij zolang de BIC daalt. Het effect is de verandering van de log-odds per standaardafwijking. Plus: hoe hoger de invoer, hoe vaker het gebeurt. Min: hoe hoger, hoe minder vaak.',
    en: 'Logistic regression, inputs added as long as the BIC falls. The effect is the change of the log odds per standard deviation. Plus: the higher the input, the more often it happens. Minus: the higher, the less often.',
  },
  'logistic-bic': {
    nl: 'Meer invoer maakt het model niet beter (BIC).',
    en: 'More inputs do not make the model better (BIC).',
  },
  'logistic-few-futures': {
    nl: 'Voor meer invoer zijn er te weinig toekomsten: per coëfficiënt zijn er tien van de zeldzaamste soort nodig.',
    en: 'There are too few futures for more inputs: each coefficient needs ten of the rarer kind.',
  },
  'logistic-all-inputs': { nl: 'Alle invoer doet mee.', en: 'All inputs take part.' },
  separated: {
    nl: 'De invoer scheidt de toekomsten volledig: de effecten zeggen welke kant op, maar niet hoe sterk.',
    en: 'The inputs tell the futures apart completely: effects say which way, not how strongly.',
  },
  'column-leaf': { nl: 'blad', en: 'leaf' },
  'column-effect': { nl: 'effect', en: 'effect' },
  'column-bic': { nl: 'BIC ermee', en: 'BIC with it' },
  'column-level': { nl: 'boven', en: 'above' },
  box: { nl: 'Vak {number}', en: 'Box {number}' },
  'rule-knee': {
    nl: 'Gekozen is stap {step}: daar kantelt de ruil van dekking voor dichtheid.',
    en: 'Step {step} is taken: there the trade of coverage for density turns.',
  },
  'rule-coverage': {
    nl: 'Gekozen is stap {step}: de hoogste dichtheid met een dekking van ten minste {level} van wat er over was.',
    en: 'Step {step} is taken: the highest density with a coverage of at least {level} of what was left.',
  },
  'rule-density': {
    nl: 'Gekozen is stap {step}: de hoogste dekking met een dichtheid van ten minste {level}.',
    en: 'Step {step} is taken: the highest coverage with a density of at least {level}.',
  },
  'rule-density-not': {
    nl: 'Geen stap haalt een dichtheid van {level}. Gekozen is stap {step}, de dichtste.',
    en: 'No step reaches a density of {level}. Step {step} is taken, the densest.',
  },
  'rule-step': { nl: 'Gekozen is stap {step}, zoals gevraagd.', en: 'Step {step} is taken, as asked.' },
  'rule-last': { nl: 'Gekozen is stap {step}, de laatste.', en: 'Step {step} is taken, the last.' },
  'column-step': { nl: 'stap', en: 'step' },
  'column-phase': { nl: 'wat', en: 'what' },
  'column-coverage': { nl: 'dekking', en: 'coverage' },
  'column-density': { nl: 'dichtheid', en: 'density' },
  'column-mass': { nl: 'deel', en: 'mass' },
  'column-hit': { nl: 'raak', en: 'hit' },
  'column-futures': { nl: 'toekomsten', en: 'futures' },
  'column-restricted': { nl: 'begrensd', en: 'limits' },
  'column-input': { nl: 'invoer', en: 'input' },
  'column-from': { nl: 'van', en: 'from' },
  'column-to': { nl: 'tot', en: 'to' },
  'column-quasi-p': { nl: 'quasi-p', en: 'quasi-p' },
  'column-without': { nl: 'zonder deze grens', en: 'without this limit' },
  'column-by-coverage': { nl: 'bij gelijke dekking', en: 'at like coverage' },
  'column-by-density': { nl: 'bij gelijke dichtheid', en: 'at like density' },
  start: { nl: 'alles', en: 'all' },
  peel: { nl: 'schillen', en: 'peel' },
  paste: { nl: 'plakken', en: 'paste' },
  drop: { nl: 'loslaten', en: 'drop' },
  given: { nl: 'gegeven', en: 'given' },
  stability: {
    nl: 'Herhaald op {runs} willekeurige helften: hoe vaak een invoer weer begrensd is',
    en: 'Repeated on {runs} random halves: how often an input is restricted again',
  },
  'of-runs': { nl: '{count} van {of}', en: '{count} of {of}' },
  'of-futures': { nl: '{k} van {n}', en: '{k} of {n}' },
  'stopped-nothing-left': {
    nl: 'Er is geen verder vak: wat over is, gebeurt nergens meer.',
    en: 'There is no further box: in what is left it happens nowhere.',
  },
  'stopped-no-better-box': {
    nl: 'Er is geen verder vak dat dichter is dan wat over is.',
    en: 'There is no further box denser than what is left.',
  },
} as const;
export type DiscoverText = keyof typeof texts;

/** One text of `discover` with its placeholders filled. */
export const sayDiscover = (
  lang: Lang,
  key: DiscoverText,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
