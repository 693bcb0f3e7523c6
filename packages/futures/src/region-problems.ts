import type { FuturesProblem } from '@schaalsprong/methods/problems';
import type { Text } from '@schaalsprong/words';

const list = (names: readonly string[]) => names.join(', ');
const near = (nearest: readonly string[]): Text =>
  nearest.length === 0
    ? { nl: 'Kies een bestaande naam.', en: 'Choose a name that exists.' }
    : { nl: `Bedoelde u ${list(nearest)}?`, en: `Did you mean ${list(nearest)}?` };

/** The range of years of a timing; null where the model knows no time of the measure. */
export type TimingRange = { readonly min: number; readonly max: number } | null;

/** What is wrong with the years by which a measure should come earlier. */
export const timingWords = (
  measure: string,
  years: number,
  range: TimingRange,
): Pick<FuturesProblem, 'message' | 'expected' | 'hint'> =>
  range === null
    ? {
        message: {
          nl: `het model kent geen tijd van maatregel ${measure}`,
          en: `the model knows no time of measure ${measure}`,
        },
        expected: { nl: 'een maatregel met een tijd', en: 'a measure with a time' },
        hint: { nl: 'Laat deze maatregel hier weg.', en: 'Leave this measure out here.' },
      }
    : {
        message: {
          nl: `maatregel ${measure} kan niet ${years} jaar eerder`,
          en: `measure ${measure} cannot come ${years} years earlier`,
        },
        expected: {
          nl: `een geheel aantal jaren van ${range.min} (later) tot en met ${range.max} (eerder)`,
          en: `whole years from ${range.min} (later) to ${range.max} (earlier)`,
        },
        hint: {
          nl: 'Kies jaren binnen het bereik, of verruim het bereik met een reden.',
          en: 'Choose years inside the range, or widen the range and say why.',
        },
      };

/** What can be wrong with a question about a region: one function per problem, each giving both languages. */
export const regionProblems = {
  scenario: (id: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_UNKNOWN_SCENARIO',
    path: `scenario ${id}`,
    message: { nl: `scenario ${id} bestaat niet`, en: `there is no scenario ${id}` },
    expected: { nl: 'de id van een scenario van de regio', en: "the id of one of the region's scenarios" },
    hint: near(nearest),
  }),
  measure: (
    scenario: string,
    id: string,
    nearest: readonly string[],
    within: 'levers' | 'timings' = 'levers',
  ): FuturesProblem => ({
    code: 'FUTURES_UNKNOWN_MEASURE',
    path: `scenario ${scenario}: ${within}.${id}`,
    message: { nl: `maatregel ${id} bestaat niet`, en: `there is no measure ${id}` },
    expected: { nl: 'de id van een maatregel', en: 'the id of a measure' },
    hint: near(nearest),
  }),
  position: (
    scenario: string,
    measure: string,
    position: string,
    nearest: readonly string[],
  ): FuturesProblem => ({
    code: 'FUTURES_UNKNOWN_POSITION',
    path: `scenario ${scenario}: levers.${measure}`,
    message: {
      nl: `maatregel ${measure} heeft geen stand '${position}'`,
      en: `measure ${measure} has no position '${position}'`,
    },
    expected: { nl: 'een getal of de naam van een stand', en: 'a number or the name of a position' },
    hint: near(nearest),
  }),
  base: (scenario: string, base: string, measures: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_UNKNOWN_BASE',
    path: `scenario ${scenario}: base`,
    message: {
      nl: `stand '${base}' ontbreekt bij ${list(measures)}`,
      en: `position '${base}' is missing from ${list(measures)}`,
    },
    expected: {
      nl: 'een stand die elke niet-genoemde maatregel heeft',
      en: 'a position that every measure not listed has',
    },
    hint: {
      nl: "Kies 'agenda' of 'none', of noem deze maatregelen zelf.",
      en: "Choose 'agenda' or 'none', or list these measures.",
    },
  }),
  leverRange: (
    scenario: string,
    measure: string,
    value: number,
    min: number,
    max: number,
  ): FuturesProblem => ({
    code: 'FUTURES_LEVER_RANGE',
    path: `scenario ${scenario}: levers.${measure}`,
    message: {
      nl: `${value} valt buiten het bereik van maatregel ${measure}`,
      en: `${value} is outside the range of measure ${measure}`,
    },
    expected: { nl: `een getal van ${min} tot en met ${max}`, en: `a number from ${min} to ${max}` },
    hint: {
      nl: 'Kies een waarde binnen het bereik, of verruim het bereik met een reden.',
      en: 'Choose a value inside the range, or widen the range and say why.',
    },
  }),
  timing: (scenario: string, measure: string, years: number, range: TimingRange): FuturesProblem => ({
    code: 'FUTURES_TIMING',
    path: `scenario ${scenario}: timings.${measure}`,
    ...timingWords(measure, years, range),
  }),
  assumption: (scenario: string, id: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_UNKNOWN_UNCERTAINTY',
    path: `scenario ${scenario}: assumptions.${id}`,
    message: { nl: `onzekerheid ${id} bestaat niet`, en: `there is no uncertainty ${id}` },
    expected: { nl: 'de id van een onzekerheid', en: 'the id of an uncertainty' },
    hint: near(nearest),
  }),
  assumptionValue: (scenario: string, id: string, value: number): FuturesProblem => ({
    code: 'FUTURES_ASSUMPTION_VALUE',
    path: `scenario ${scenario}: assumptions.${id}`,
    message: { nl: `${value} is geen eindig getal`, en: `${value} is not a finite number` },
    expected: { nl: 'een eindig getal', en: 'a finite number' },
    hint: { nl: 'Geef een getal.', en: 'Give a number.' },
  }),
  limitUnits: (outcome: string, units: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_LIMIT_UNITS',
    path: `outcomes.${outcome}.limits`,
    message: {
      nl: `de knelpunten van ${outcome} staan in verschillende eenheden: ${list(units)}`,
      en: `the limits of ${outcome} are in different units: ${list(units)}`,
    },
    expected: {
      nl: 'één eenheid, anders is hun aandeel zonder betekenis',
      en: 'one unit, or their shares mean nothing',
    },
    hint: {
      nl: 'Druk in het model elk knelpunt uit in wat het aan deze uitkomst tegenhield.',
      en: 'Express each limit in the model as what it held back of this outcome.',
    },
  }),
  historyEmpty: (id: string, from: number, to: number): FuturesProblem => ({
    code: 'FUTURES_HISTORY_EMPTY',
    path: `history.${id}`,
    message: {
      nl: `vergelijking ${id} heeft geen enkele waarneming binnen de looptijd van het model`,
      en: `check ${id} has no observation inside the time of the model`,
    },
    expected: {
      nl: `ten minste één punt van ${from} tot en met ${to}`,
      en: `at least one point from ${from} to ${to}`,
    },
    hint: {
      nl: 'Controleer reeks, gebied en timeOffset, of haal de vergelijking weg.',
      en: 'See to series, area and timeOffset, or remove the check.',
    },
  }),
} as const;
