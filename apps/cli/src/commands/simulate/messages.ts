/** Texts of `simulate`, in both languages; `{…}` is filled in. */
export const simulateMessages = {
  'column-variable': { nl: 'variabele', en: 'variable' },
  'column-unit': { nl: 'eenheid', en: 'unit' },
  'simulated-line': {
    nl: '{file}, {start} tot {stop}; toekomsten {futures}, begingetal {seed}; model {model}, gegevens {data}, onzekerheden {uncertain}',
    en: '{file}, {start} to {stop}; futures {futures}, seed {seed}; model {model}, data {data}, uncertainties {uncertain}',
  },
} as const;
