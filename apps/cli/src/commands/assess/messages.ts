/** Texts of `assess`, in both languages; `{…}` is filled in. */
export const assessMessages = {
  'column-target': { nl: 'doelstelling', en: 'target' },
  'column-horizon': { nl: 'jaar', en: 'year' },
  'column-goal': { nl: 'doel', en: 'goal' },
  'column-observed': { nl: 'waargenomen', en: 'observed' },
  'column-met': { nl: 'gehaald in', en: 'met in' },
  'column-gap': { nl: 'verschil', en: 'gap' },
  'column-binding': { nl: 'knelpunt', en: 'constraint' },
  'column-carried': { nl: 'draagt meest', en: 'carries most' },
  'column-ambition': { nl: 'ambitie', en: 'ambition' },
  'at-least': { nl: 'min. ', en: 'min. ' },
  'at-most': { nl: 'max. ', en: 'max. ' },
  assumed: { nl: ' (aanname)', en: ' (assumed)' },
  'no-number': { nl: 'geen getal', en: 'no number' },
  'not-modelled': { nl: 'niet in het model', en: 'not modelled' },
  'not-modelled-count': {
    nl: 'niet in het model: {count}',
    en: 'not modelled: {count}',
  },
  'conflicts-heading': {
    nl: 'Botst met andere uitspraken (zie: schaalsprong audit)',
    en: 'Clashes with other claims (see: schaalsprong audit)',
  },
  'reasons-heading': { nl: 'Niet in het model, en waarom', en: 'Not modelled, and why' },
  'provenance-line': {
    nl: '{futures} toekomsten, begingetal {seed}, scenario {scenario}; agenda {agenda}, model {model}, gegevens {data}',
    en: '{futures} futures, seed {seed}, scenario {scenario}; agenda {agenda}, model {model}, data {data}',
  },
  'history-line': {
    nl: 'Toets aan de geschiedenis: {within} van {of} binnen de gestelde marge. Niet meegeteld: {fitted} waarvan de meting in het model is ingevoerd.',
    en: 'Tests against history: {within} of {of} within the set margin. Not counted: {fitted} of which the observation was put into the model.',
  },
} as const;
