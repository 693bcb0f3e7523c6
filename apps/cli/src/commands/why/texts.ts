import { fill, type Lang } from '@schaalsprong/words';

/** What `why` says besides its faults, in both languages. */
const texts = {
  'why-target': { nl: 'de doelstelling waar het om gaat', en: 'the target that it is about' },
  'why-from': {
    nl: 'het scenario om mee te vergelijken, want de regio heeft er geen waarin elke maatregel uit staat',
    en: 'the scenario to compare with, for the region has none in which every measure is off',
  },
  title: { nl: '{target}: van “{from}” naar “{to}”', en: '{target}: from “{from}” to “{to}”' },
  quoted: { nl: '“{name}”', en: '“{name}”' },
  same: {
    nl: 'Tussen deze twee scenario’s verschilt niets.',
    en: 'Nothing differs between these two scenarios.',
  },
  brings: {
    nl: 'De mediaan verschuift {total} (toekomsten: {futures}, in beide scenario’s dezelfde). Wat ieder daarvan brengt:',
    en: 'The median shifts {total} (futures: {futures}, the same in both scenarios). What each brings of that:',
  },
  'brings-nothing': {
    nl: 'De mediaan verschuift niet (toekomsten: {futures}, in beide scenario’s dezelfde): niets van wat verschilt, raakt deze doelstelling.',
    en: 'The median does not shift (futures: {futures}, the same in both scenarios): nothing of what differs touches this target.',
  },
  who: { nl: 'wie', en: 'who' },
  contribution: { nl: 'brengt', en: 'brings' },
  'left-out': {
    nl: 'Weggelaten, want binnen de fout of de afronding: {count} (samen {sum}).',
    en: 'Left out, for within the error or the rounding: {count} ({sum} together).',
  },
  exact: {
    nl: 'Precies: alle combinaties zijn doorgerekend ({runs} runs van het model), verdeeld volgens Shapley.',
    en: 'Exact: all combinations were run ({runs} runs of the model), divided by Shapley’s rule.',
  },
  drawn: {
    nl: 'Geschat: niet alle combinaties zijn doorgerekend ({runs} runs van het model); achter ± de fout daarvan. Verdeeld volgens Shapley.',
    en: 'Estimated: not all combinations were run ({runs} runs of the model); behind ± the error of that. Divided by Shapley’s rule.',
  },
  limits: {
    nl: 'Wat houdt tegen, gemiddeld over de toekomsten{unit}',
    en: 'What holds back, mean over the futures{unit}',
  },
  constraint: { nl: 'knelpunt', en: 'constraint' },
  before: { nl: 'eerst', en: 'before' },
  after: { nl: 'nu', en: 'now' },
  drivers: {
    nl: 'Waarom verschuift het in de ene toekomst meer dan in de andere?',
    en: 'Why does it shift more in one future than in another?',
  },
  difference: { nl: 'het verschil in “{target}”', en: 'the difference in “{target}”' },
  information: {
    nl: 'Welk getal, als het vaststond, verandert de keuze tussen de twee? (naar het gemiddelde)',
    en: 'Which number, if settled, changes the choice between the two? (by the mean)',
  },
  causes: {
    nl: 'Langs de vergelijkingen van het model (namen zoals in het model)',
    en: 'Along the equations of the model (names as in the model)',
  },
  from: {
    nl: 'Model {model}, agenda {agenda}, gegevens {data}, begingetal {seed}.',
    en: 'Model {model}, agenda {agenda}, data {data}, seed {seed}.',
  },
  progress: { nl: '{percent}% doorgerekend', en: '{percent}% computed' },
} as const;

/** One text of `why` with its placeholders filled. */
export const sayWhy = (
  lang: Lang,
  key: keyof typeof texts,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
