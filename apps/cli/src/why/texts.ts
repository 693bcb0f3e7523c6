import { fill, type Lang } from '@schaalsprong/agenda';

/** What `why` says besides its faults, in both languages. */
const texts = {
  'why-target': { nl: 'de doelstelling waar het om gaat', en: 'the target that it is about' },
  title: { nl: '{target}: van {from} naar {to}', en: '{target}: from {from} to {to}' },
  subject: { nl: "de mediaan van '{target}'", en: "the median of '{target}'" },
  same: {
    nl: 'Tussen deze twee scenario’s verschilt niets.',
    en: 'Nothing differs between these two scenarios.',
  },
  brings: {
    nl: 'De mediaan verschuift {total} over dezelfde {futures} toekomsten. Wat ieder daarvan brengt:',
    en: 'The median shifts {total} over the same {futures} futures. What each brings of that:',
  },
  who: { nl: 'wie', en: 'who' },
  contribution: { nl: 'brengt', en: 'brings' },
  exact: {
    nl: 'Precies: alle combinaties zijn doorgerekend ({runs} runs van het model), verdeeld volgens Shapley.',
    en: 'Exact: all combinations were run ({runs} runs of the model), divided by Shapley’s rule.',
  },
  drawn: {
    nl: 'Geschat: niet alle combinaties zijn doorgerekend ({runs} runs van het model); achter ± de fout daarvan. Verdeeld volgens Shapley.',
    en: 'Estimated: not all combinations were run ({runs} runs of the model); behind ± the error of that. Divided by Shapley’s rule.',
  },
  limits: {
    nl: 'Wat houdt tegen, gemiddeld over de toekomsten',
    en: 'What holds back, mean over the futures',
  },
  constraint: { nl: 'knelpunt', en: 'constraint' },
  before: { nl: 'eerst', en: 'before' },
  after: { nl: 'nu', en: 'now' },
  drivers: {
    nl: 'Waarom wint de ene toekomst meer dan de andere?',
    en: 'Why does one future gain more than another?',
  },
  difference: { nl: "het verschil in '{target}'", en: "the difference in '{target}'" },
  information: {
    nl: 'Welk getal, als het vaststond, verandert de keuze?',
    en: 'Which number, if settled, changes the choice?',
  },
  causes: {
    nl: 'Langs de vergelijkingen van het model (gemiddelde van {futures} toekomsten; namen zoals in het model)',
    en: 'Along the equations of the model (mean of {futures} futures; names as in the model)',
  },
  from: {
    nl: 'Model {model}, agenda {agenda}, gegevens {data}, begingetal {seed}.',
    en: 'Model {model}, agenda {agenda}, data {data}, seed {seed}.',
  },
} as const;

/** One text of `why` with its placeholders filled. */
export const sayWhy = (
  lang: Lang,
  key: keyof typeof texts,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
