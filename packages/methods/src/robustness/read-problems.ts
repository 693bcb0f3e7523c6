import type { Text } from '@schaalsprong/words';
import type { FuturesProblem } from '../problems.ts';

const aWeightEach = {
  nl: 'een rij per toekomst: naam, gewicht',
  en: 'a row per future: name, weight',
} as const;

/** What can be wrong with a file of outcomes, or of weights; `path` is the file, its line and the cell. */
export const readProblems = {
  emptyFile: (path: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_FILE_EMPTY',
    path,
    message: { nl: 'er staan geen rijen met getallen in', en: 'it has no rows of numbers' },
    expected: { nl: 'een kop en ten minste één rij', en: 'a heading and at least one row' },
    hint: {
      nl: 'Geef een rij per beleid en een kolom per toekomst, met namen in de eerste kolom.',
      en: 'Give a row per policy and a column per future, with names in the first column.',
    },
  }),
  csv: (path: string, message: Text): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_CSV',
    path,
    message,
    expected: { nl: "CSV met komma's (RFC 4180)", en: 'CSV with commas (RFC 4180)' },
    hint: { nl: "Bewaar het bestand als CSV met komma's.", en: 'Save the file as CSV with commas.' },
  }),
  emptyCell: (path: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_CELL_EMPTY',
    path,
    message: { nl: 'deze cel is leeg', en: 'this cell is empty' },
    expected: { nl: 'een getal', en: 'a number' },
    hint: {
      nl: 'Vul het getal in, of laat deze toekomst weg bij elk beleid.',
      en: 'Fill in the number, or leave this future out for every policy.',
    },
  }),
  notNumber: (path: string, cell: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_CELL_TEXT',
    path,
    message: { nl: `'${cell}' is geen getal`, en: `'${cell}' is not a number` },
    expected: { nl: 'een getal, met een punt voor decimalen', en: 'a number, with a point for decimals' },
    hint: { nl: 'Verbeter de cel.', en: 'Mend the cell.' },
  }),
  ragged: (path: string, cells: number, heading: number): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_RAGGED',
    path,
    message: {
      nl: `deze rij heeft ${cells} cellen en de kop ${heading}`,
      en: `this row has ${cells} cells and the heading ${heading}`,
    },
    expected: { nl: 'evenveel cellen in elke rij', en: 'as many cells in every row' },
    hint: { nl: 'Vul de rij aan of haal cellen weg.', en: 'Fill in the row or remove cells.' },
  }),
  twice: (path: string, objective: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_TWICE',
    path,
    message: {
      nl: `${objective} van dit beleid in deze toekomst staat er twee keer`,
      en: `${objective} of this policy in this future is there twice`,
    },
    expected: { nl: 'één getal per beleid en toekomst', en: 'one number per policy and future' },
    hint: { nl: 'Haal er een weg.', en: 'Remove one.' },
  }),
  missing: (path: string, objective: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_MISSING',
    path,
    message: {
      nl: `${objective} van dit beleid in deze toekomst ontbreekt`,
      en: `${objective} of this policy in this future is missing`,
    },
    expected: {
      nl: 'een getal voor elk beleid in elke toekomst',
      en: 'a number for every policy in every future',
    },
    hint: { nl: 'Voeg de rij toe.', en: 'Add the row.' },
  }),
  noWeight: (path: string, future: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_NO_WEIGHT',
    path,
    message: { nl: `toekomst ${future} heeft geen gewicht`, en: `future ${future} has no weight` },
    expected: aWeightEach,
    hint: { nl: 'Vul het bestand aan.', en: 'Fill in the file.' },
  }),
  twoWeights: (path: string, future: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_TWO_WEIGHTS',
    path,
    message: { nl: `toekomst ${future} heeft twee gewichten`, en: `future ${future} has two weights` },
    expected: aWeightEach,
    hint: { nl: 'Haal er een weg.', en: 'Remove one.' },
  }),
  weightColumns: (path: string, columns: number): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_WEIGHT_COLUMNS',
    path,
    message: { nl: `er zijn ${columns} kolommen met gewichten`, en: `it has ${columns} columns of weights` },
    expected: aWeightEach,
    hint: { nl: 'Houd één kolom met gewichten over.', en: 'Keep one column of weights.' },
  }),
  noFuture: (path: string, future: string): FuturesProblem => ({
    code: 'FUTURES_ROBUSTNESS_NO_FUTURE',
    path,
    message: { nl: `er is geen toekomst ${future}`, en: `there is no future ${future}` },
    expected: aWeightEach,
    hint: { nl: 'Verbeter de naam, of haal de rij weg.', en: 'Mend the name, or remove the row.' },
  }),
} as const;
