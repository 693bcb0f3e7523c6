import type { FuturesProblem } from '../problems.ts';

const didYouMean = (nearest: readonly string[]): FuturesProblem['hint'] =>
  nearest.length === 0
    ? { nl: 'Kies een bestaande naam.', en: 'Choose a name that exists.' }
    : { nl: `Bedoelde u ${nearest.join(', ')}?`, en: `Did you mean ${nearest.join(', ')}?` };

/** What can be wrong with a table of outcomes or with what is asked of it. */
export const robustnessProblems = {
  empty: (path: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_EMPTY',
    path,
    message: { nl: 'er staan geen uitkomsten in', en: 'it holds no outcomes' },
    expected: {
      nl: 'ten minste één beleid en één toekomst',
      en: 'at least one policy and one future',
    },
    hint: {
      nl: 'Geef een rij per beleid en een kolom per toekomst.',
      en: 'Give a row per policy and a column per future.',
    },
  }),
  shape: (path: string, found: number, expected: number): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_SHAPE',
    path,
    message: {
      nl: `hier staan ${found} getallen, en er zijn er ${expected} nodig`,
      en: `here are ${found} numbers where ${expected} are needed`,
    },
    expected: { nl: 'evenveel getallen op elke plaats', en: 'as many numbers everywhere' },
    hint: { nl: 'Vul aan of haal weg.', en: 'Fill in, or remove.' },
  }),
  duplicate: (path: string, name: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_DUPLICATE',
    path,
    message: { nl: `de naam '${name}' staat er twee keer`, en: `the name '${name}' is there twice` },
    expected: { nl: 'elke naam één keer', en: 'every name once' },
    hint: { nl: 'Geef er een een andere naam.', en: 'Give one another name.' },
  }),
  notFinite: (path: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_NOT_FINITE',
    path,
    message: { nl: 'hier staat geen eindig getal', en: 'this is not a finite number' },
    expected: { nl: 'een eindig getal', en: 'a finite number' },
    hint: {
      nl: 'Vul het getal in, of laat de toekomst weg bij elk beleid.',
      en: 'Fill in the number, or leave the future out for every policy.',
    },
  }),
  weights: (path: string, found: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_WEIGHTS',
    path,
    message: { nl: `${found} kan geen gewicht zijn`, en: `${found} cannot be a weight` },
    expected: {
      nl: 'gewichten van nul of meer, niet alle nul',
      en: 'weights of zero or more, not all zero',
    },
    hint: {
      nl: 'Geef per toekomst een gewicht, of geen gewichten: dan telt elke toekomst even zwaar.',
      en: 'Give a weight per future, or none: then every future counts the same.',
    },
  }),
  unlikeObjectives: (path: string, what: FuturesProblem['message']): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_UNLIKE',
    path,
    message: {
      nl: `deze uitkomst heeft andere ${what.nl} dan de eerste`,
      en: `this outcome has other ${what.en} than the first`,
    },
    expected: {
      nl: 'dezelfde beleidspakketten en toekomsten bij elke uitkomst',
      en: 'the same policies and futures for every outcome',
    },
    hint: { nl: 'Vul aan of haal weg.', en: 'Fill in, or remove.' },
  }),
  setting: (name: string, value: number, expected: FuturesProblem['expected']): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_SETTING',
    path: name,
    message: { nl: `${name} kan niet ${value} zijn`, en: `${name} cannot be ${value}` },
    expected,
    hint: { nl: 'Kies een andere waarde.', en: 'Choose another value.' },
  }),
  metric: (name: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_METRIC',
    path: 'metrics',
    message: { nl: `er is geen maat '${name}'`, en: `there is no metric '${name}'` },
    expected: { nl: 'de naam van een maat', en: 'the id of a metric' },
    hint: didYouMean(nearest),
  }),
  objective: (name: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_OBJECTIVE',
    path: 'bounds',
    message: { nl: `er is geen uitkomst '${name}'`, en: `there is no outcome '${name}'` },
    expected: { nl: 'de naam van een uitkomst', en: 'the name of an outcome' },
    hint: didYouMean(nearest),
  }),
  reference: (name: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_REFERENCE',
    path: 'reference',
    message: { nl: `er is geen toekomst '${name}'`, en: `there is no future '${name}'` },
    expected: { nl: 'de naam van een toekomst', en: 'the name of a future' },
    hint: didYouMean(nearest),
  }),
} as const;
