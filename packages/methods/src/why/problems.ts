import type { FuturesProblem } from '../problems.ts';

const list = (names: readonly string[]): string => names.join(', ');

/** Catalogue of problems with a request of this folder, in both languages. */
export const problems = {
  gameValue: (coalition: string, found: string): FuturesProblem => ({
    code: 'FUTURES_WHY_VALUE',
    path: `coalition ${coalition}`,
    message: {
      nl: `de waarde van groep ${coalition} is ${found}`,
      en: `the value of coalition ${coalition} is ${found}`,
    },
    expected: {
      nl: 'voor elke groep even veel eindige getallen',
      en: 'as many finite numbers for every coalition',
    },
    hint: {
      nl: 'Kies een uitkomst en een tijd waarvoor het model in elke toekomst een getal geeft.',
      en: 'Choose an outcome and a time for which the model gives a number in every future.',
    },
  }),
  structure: (missing: readonly number[], twice: readonly number[]): FuturesProblem => ({
    code: 'FUTURES_WHY_STRUCTURE',
    path: 'structure',
    message: {
      nl: `de indeling in groepen klopt niet: ontbreekt ${list(missing.map(String)) || 'niemand'}, dubbel of onbekend ${list(twice.map(String)) || 'niemand'}`,
      en: `the division into groups is wrong: missing ${list(missing.map(String)) || 'nobody'}, twice or unknown ${list(twice.map(String)) || 'nobody'}`,
    },
    expected: {
      nl: 'elke speler in precies één groep, geen groep leeg',
      en: 'every player in exactly one group, no group empty',
    },
    hint: {
      nl: 'Geef elke maatregel één plaats in de boom.',
      en: 'Give every measure one place in the tree.',
    },
  }),
  setting: (name: string, value: number): FuturesProblem => ({
    code: 'FUTURES_WHY_SETTING',
    path: name,
    message: { nl: `${name} staat op ${value}`, en: `${name} is set to ${value}` },
    expected: { nl: 'een getal dat voor deze keuze kan', en: 'a number that this setting allows' },
    hint: {
      nl: 'Laat de instelling weg voor de gewone waarde, of geef een ander getal.',
      en: 'Leave the setting out for the usual value, or give another number.',
    },
  }),
  length: (name: string, found: number, wanted: number): FuturesProblem => ({
    code: 'FUTURES_WHY_LENGTH',
    path: name,
    message: {
      nl: `${name} heeft ${found} waarden en er zijn ${wanted} toekomsten`,
      en: `${name} has ${found} values and there are ${wanted} futures`,
    },
    expected: { nl: 'één eindig getal per toekomst', en: 'one finite number per future' },
    hint: {
      nl: 'Neem alle kolommen uit dezelfde berekening.',
      en: 'Take all columns from the same run.',
    },
  }),
  /** `row` counts from 1. */
  notFinite: (name: string, row: number): FuturesProblem => ({
    code: 'FUTURES_WHY_NOT_FINITE',
    path: `${name}, future ${row}`,
    message: {
      nl: `${name} heeft in toekomst ${row} geen getal`,
      en: `${name} has no number in future ${row}`,
    },
    expected: { nl: 'een eindig getal in elke toekomst', en: 'a finite number in every future' },
    hint: {
      nl: 'Laat toekomsten zonder getal weg, in alle kolommen.',
      en: 'Leave out futures without a number, in all columns.',
    },
  }),
  unknownVariable: (name: string): FuturesProblem => ({
    code: 'FUTURES_WHY_VARIABLE',
    path: name,
    message: { nl: `het model heeft geen grootheid ${name}`, en: `the model has no variable ${name}` },
    expected: {
      nl: 'een element van het model, bijvoorbeeld woningen[noord]',
      en: 'an element of the model, homes[north] for instance',
    },
    hint: {
      nl: 'Kijk in het overzicht van het model.',
      en: 'See the list of variables of the model.',
    },
  }),
  factor: (name: string, value: number): FuturesProblem => ({
    code: 'FUTURES_WHY_FACTOR',
    path: name,
    message: { nl: `factor ${name} is ${value}`, en: `factor ${name} is ${value}` },
    expected: {
      nl: 'een getal van nul of meer, op beide momenten voor elk onderdeel',
      en: 'a number of zero or more, at both moments for every part',
    },
    hint: {
      nl: 'Deze ontleding geldt voor een product van factoren die niet negatief zijn.',
      en: 'This decomposition is for a product of factors that are not negative.',
    },
  }),
} as const;
