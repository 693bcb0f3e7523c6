import type { Text } from '@schaalsprong/words';
import type { FuturesProblem } from '../../problems.ts';

const list = (names: readonly string[]) => names.join(', ');
const at = (...names: readonly string[]) => `correlations.${names.join('.')}`;

/** The catalogue of what can be wrong with correlations. */
export const correlationProblems = {
  shape: (rows: number, widest: number, names: number): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_SHAPE',
    path: 'correlations',
    message: {
      nl: `${rows} rijen van ${widest} getallen zijn geen matrix voor ${names} namen`,
      en: `${rows} rows of ${widest} numbers are no matrix for ${names} names`,
    },
    expected: {
      nl: 'even veel rijen als kolommen als namen, ten minste twee',
      en: 'as many rows as columns as names, at least two',
    },
    hint: {
      nl: 'Geef elke onzekerheid een rij en een kolom.',
      en: 'Give every uncertainty a row and a column.',
    },
  }),
  csv: (file: string, line: number, reason: Text): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_CSV',
    path: `${file}:${line}`,
    message: { nl: `dit is geen matrix: ${reason.nl}`, en: `this is no matrix: ${reason.en}` },
    expected: {
      nl: 'een regel met namen, en daarna per naam een regel met getallen',
      en: 'a line of names, and after it a line of numbers per name',
    },
    hint: { nl: 'Verbeter deze regel.', en: 'Mend this line.' },
  }),
  cell: (file: string, line: number, column: string, found: string): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_CELL',
    path: `${file}:${line} ${column}`,
    message: { nl: `'${found}' is geen getal`, en: `'${found}' is not a number` },
    expected: { nl: 'een getal van -1 tot en met 1', en: 'a number from -1 to 1' },
    hint: { nl: 'Vul elke cel.', en: 'Fill every cell.' },
  }),
  rows: (file: string, missing: readonly string[], extra: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_ROWS',
    path: file,
    message: {
      nl: `de rijen heten anders dan de kolommen: ${list([...missing, ...extra])}`,
      en: `the rows have other names than the columns: ${list([...missing, ...extra])}`,
    },
    expected: { nl: 'dezelfde namen bij rijen en kolommen', en: 'the same names for rows and columns' },
    hint: { nl: 'Maak ze gelijk.', en: 'Make them equal.' },
  }),
  nameTwice: (name: string): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_NAME_TWICE',
    path: at(name),
    message: { nl: `${name} staat er twee keer`, en: `${name} is there twice` },
    expected: { nl: 'elke naam één keer', en: 'every name once' },
    hint: { nl: 'Haal een van de twee weg.', en: 'Remove one of the two.' },
  }),
  nameUnknown: (name: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_NAME_UNKNOWN',
    path: at(name),
    message: { nl: `er is geen onzekerheid ${name}`, en: `there is no uncertainty ${name}` },
    expected: { nl: 'de naam van een onzekerheid', en: 'the name of an uncertainty' },
    hint:
      nearest.length === 0
        ? { nl: 'Kies een bestaande naam.', en: 'Choose a name that exists.' }
        : { nl: `Bedoelde u ${list(nearest)}?`, en: `Did you mean ${list(nearest)}?` },
  }),
  outside: (row: string, column: string, value: number): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_VALUE',
    path: at(row, column),
    message: {
      nl: `${value} tussen ${row} en ${column} is geen correlatie`,
      en: `${value} between ${row} and ${column} is not a correlation`,
    },
    expected: { nl: 'een getal van -1 tot en met 1', en: 'a number from -1 to 1' },
    hint: { nl: 'Verbeter het getal.', en: 'Mend the number.' },
  }),
  diagonal: (name: string, value: number): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_DIAGONAL',
    path: at(name, name),
    message: { nl: `${name} heeft ${value} met zichzelf`, en: `${name} has ${value} with itself` },
    expected: { nl: '1 op de diagonaal', en: '1 on the diagonal' },
    hint: { nl: 'Zet er 1 neer.', en: 'Put 1 there.' },
  }),
  asymmetric: (row: string, column: string, one: number, other: number): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_ASYMMETRIC',
    path: at(row, column),
    message: {
      nl: `${row} met ${column} is ${one}, maar ${column} met ${row} is ${other}`,
      en: `${row} with ${column} is ${one}, but ${column} with ${row} is ${other}`,
    },
    expected: { nl: 'twee keer hetzelfde getal', en: 'the same number twice' },
    hint: { nl: 'Maak ze gelijk.', en: 'Make them equal.' },
  }),
  impossible: (names: readonly string[], factor: number): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_IMPOSSIBLE',
    path: at(...names),
    message: {
      nl: `deze correlaties van ${list(names)} kunnen niet samen bestaan`,
      en: `these correlations of ${list(names)} cannot exist together`,
    },
    expected: {
      nl: 'een matrix zonder negatieve eigenwaarden (positief semidefiniet)',
      en: 'a matrix without negative eigenvalues (positive semi-definite)',
    },
    hint: {
      nl: `Maak ze kleiner; met ${factor} vermenigvuldigd kan alles samen.`,
      en: `Make them smaller; multiplied by ${factor} all can hold together.`,
    },
  }),
  method: (method: string): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_METHOD',
    path: 'correlations',
    message: {
      nl: `${method} verandert onzekerheden volgens een vast plan en verliest dat door correlaties`,
      en: `${method} changes uncertainties after a fixed plan and loses it by correlations`,
    },
    expected: {
      nl: 'latin-hypercube, monte-carlo, sobol of halton',
      en: 'latin-hypercube, monte-carlo, sobol or halton',
    },
    hint: {
      nl: 'Kies een van die methoden, of laat de correlaties weg.',
      en: 'Choose one of those methods, or leave the correlations out.',
    },
  }),
  tooFew: (count: number, least: number): FuturesProblem => ({
    code: 'FUTURES_CORRELATION_TOO_FEW',
    path: 'design.count',
    message: {
      nl: `${count} toekomsten zijn er te weinig voor deze correlaties`,
      en: `${count} futures are too few for these correlations`,
    },
    expected: { nl: `ten minste ${least} toekomsten`, en: `at least ${least} futures` },
    hint: { nl: 'Vraag meer toekomsten.', en: 'Ask for more futures.' },
  }),
} as const;
