import type { FuturesProblem } from '@schaalsprong/methods/problems';
import type { Text } from '@schaalsprong/words';
import { type TimingRange, timingWords } from '../region-problems.ts';

const near = (names: readonly string[]): Text =>
  names.length === 0
    ? { nl: 'Kies een bestaande naam.', en: 'Choose a name that exists.' }
    : { nl: `Bedoelde u ${names.join(', ')}?`, en: `Did you mean ${names.join(', ')}?` };

const named = (
  code: string,
  path: string,
  [nl, en]: readonly [string, string],
  names: readonly string[],
): FuturesProblem => ({
  code,
  path,
  message: { nl: `${nl} bestaat niet`, en: `there is no ${en}` },
  expected: { nl: 'de id van iets dat de regio kent', en: 'the id of something that the region knows' },
  hint: near(names),
});

/** What can be wrong with a setting of the policy table. */
export const tableProblems = {
  measure: (id: string, names: readonly string[], within: 'levers' | 'timings' = 'levers'): FuturesProblem =>
    named('FUTURES_TABLE_MEASURE', `${within}.${id}`, [`maatregel ${id}`, `measure ${id}`], names),
  missing: (id: string): FuturesProblem => ({
    code: 'FUTURES_TABLE_MISSING',
    path: `levers.${id}`,
    message: { nl: `maatregel ${id} heeft geen stand`, en: `measure ${id} has no position` },
    expected: { nl: 'een waarde voor elke maatregel', en: 'a value for every measure' },
    hint: { nl: 'Geef ook deze maatregel een waarde.', en: 'Give this measure a value too.' },
  }),
  range: (id: string, value: number, min: number, max: number): FuturesProblem => ({
    code: 'FUTURES_TABLE_RANGE',
    path: `levers.${id}`,
    message: {
      nl: `${value} valt buiten het bereik van maatregel ${id}`,
      en: `${value} is outside the range of measure ${id}`,
    },
    expected: { nl: `een getal van ${min} tot en met ${max}`, en: `a number from ${min} to ${max}` },
    hint: { nl: 'Kies een waarde binnen het bereik.', en: 'Choose a value inside the range.' },
  }),
  timing: (id: string, years: number, range: TimingRange): FuturesProblem => ({
    code: 'FUTURES_TABLE_TIMING',
    path: `timings.${id}`,
    ...timingWords(id, years, range),
  }),
  uncertainty: (id: string, names: readonly string[]): FuturesProblem =>
    named(
      'FUTURES_TABLE_UNCERTAINTY',
      `assumptions.${id}`,
      [`onzekerheid ${id}`, `uncertainty ${id}`],
      names,
    ),
  assumption: (id: string, value: number): FuturesProblem => ({
    code: 'FUTURES_TABLE_ASSUMPTION',
    path: `assumptions.${id}`,
    message: { nl: `${value} is geen eindig getal`, en: `${value} is not a finite number` },
    expected: { nl: 'een eindig getal', en: 'a finite number' },
    hint: { nl: 'Geef een getal, of laat de onzekerheid vrij.', en: 'Give a number, or leave it free.' },
  }),
  viewpoint: (id: string, names: readonly string[]): FuturesProblem =>
    named('FUTURES_TABLE_VIEWPOINT', 'viewpoint', [`zienswijze ${id}`, `viewpoint ${id}`], names),
  noNumber: (id: string): FuturesProblem => ({
    code: 'FUTURES_TABLE_NO_NUMBER',
    path: 'target',
    message: { nl: `doel ${id} heeft geen getal`, en: `target ${id} has no number` },
    expected: { nl: 'een doel met een getal', en: 'a target with a number' },
    hint: { nl: 'Kies een ander doel.', en: 'Choose another target.' },
  }),
  year: (year: string, years: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_TABLE_YEAR',
    path: 'year',
    message: {
      nl: `${year} is geen jaar waarin deze regio leest`,
      en: `${year} is not a year at which this region reads`,
    },
    expected: { nl: 'een jaar uit table.yaml', en: 'a year of table.yaml' },
    hint:
      years.length === 0
        ? { nl: 'Laat het jaar weg.', en: 'Leave the year out.' }
        : { nl: `Kies uit ${years.join(', ')}.`, en: `Choose one of ${years.join(', ')}.` },
  }),
  scenario: (id: string, names: readonly string[]): FuturesProblem =>
    named('FUTURES_TABLE_SCENARIO', 'scenario', [`scenario ${id}`, `scenario ${id}`], names),
  target: (id: string, reason: Text | null): FuturesProblem => ({
    code: 'FUTURES_TABLE_TARGET',
    path: 'target',
    message: {
      nl: `het model spreekt niet van doel ${id}${reason === null ? '' : `: ${reason.nl}`}`,
      en: `the model does not speak of target ${id}${reason === null ? '' : `: ${reason.en}`}`,
    },
    expected: { nl: 'een doel dat is gemodelleerd', en: 'a target that is modelled' },
    hint: { nl: 'Kies een ander doel.', en: 'Choose another target.' },
  }),
  futures: (futures: number, most: number): FuturesProblem => ({
    code: 'FUTURES_TABLE_COUNT',
    path: 'futures',
    message: {
      nl: `${futures} is geen aantal toekomsten dat de beleidstafel kan doorrekenen`,
      en: `${futures} is not a number of futures that the policy table can run`,
    },
    expected: { nl: `een geheel getal van 1 tot en met ${most}`, en: `a whole number from 1 to ${most}` },
    hint: { nl: 'Vraag bijvoorbeeld 10000 toekomsten.', en: 'Ask for 10000 futures, for instance.' },
  }),
  otherFutures: (count: number, seed: number, other: number, otherSeed: number): FuturesProblem => ({
    code: 'FUTURES_TABLE_OTHER_FUTURES',
    path: 'futures',
    message: {
      nl: `${count} toekomsten met startgetal ${seed} zijn niet te vergelijken met ${other} met startgetal ${otherSeed}`,
      en: `${count} futures of seed ${seed} cannot be compared with ${other} of seed ${otherSeed}`,
    },
    expected: { nl: 'twee antwoorden over dezelfde toekomsten', en: 'two answers over the same futures' },
    hint: { nl: 'Reken beide opnieuw uit.', en: 'Compute both anew.' },
  }),
} as const;
