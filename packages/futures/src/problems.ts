import type { Text } from '@schaalsprong/agenda';

/** Something wrong with what was asked of this package, for people: in both languages, with what to do. */
export interface FuturesProblem {
  readonly code: string;
  /** Where, inside the region's content: `scenario agenda: levers.side-entrants`. */
  readonly path: string;
  readonly message: Text;
  readonly expected: Text;
  readonly hint: Text;
}

/** Every problem found at once; nothing was computed. */
export class FuturesError extends Error {
  readonly problems: readonly FuturesProblem[];
  constructor(found: readonly FuturesProblem[]) {
    super(found.map((p) => `${p.code} ${p.path}: ${p.message.en} (${p.hint.en})`).join('\n'));
    this.name = 'FuturesError';
    this.problems = found;
  }
}

const list = (names: readonly string[]) => names.join(', ');
const near = (nearest: readonly string[]): Text =>
  nearest.length === 0
    ? { nl: 'Kies een bestaande naam.', en: 'Choose a name that exists.' }
    : { nl: `Bedoelde u ${list(nearest)}?`, en: `Did you mean ${list(nearest)}?` };

/** The catalogue: one function per problem, each giving both languages. */
export const problems = {
  count: (count: number): FuturesProblem => ({
    code: 'FUTURES_COUNT',
    path: 'futures',
    message: {
      nl: `${count} is geen aantal toekomsten`,
      en: `${count} is not a number of futures`,
    },
    expected: { nl: 'een geheel getal vanaf 1', en: 'a whole number of at least 1' },
    hint: { nl: 'Vraag bijvoorbeeld 1000 toekomsten.', en: 'Ask for 1000 futures, for instance.' },
  }),
  seed: (seed: number): FuturesProblem => ({
    code: 'FUTURES_SEED',
    path: 'seed',
    message: { nl: `${seed} kan geen startgetal zijn`, en: `${seed} cannot be a seed` },
    expected: { nl: 'een geheel getal van 0 tot en met 2^53 - 1', en: 'a whole number from 0 to 2^53 - 1' },
    hint: { nl: 'Kies een ander startgetal.', en: 'Choose another seed.' },
  }),
  duplicateUncertainty: (id: string): FuturesProblem => ({
    code: 'FUTURES_DUPLICATE_UNCERTAINTY',
    path: `uncertainties.${id}`,
    message: { nl: `onzekerheid ${id} staat er twee keer`, en: `uncertainty ${id} is there twice` },
    expected: { nl: 'elke id één keer', en: 'every id once' },
    hint: { nl: 'Haal er een weg of geef hem een andere id.', en: 'Remove one or give it another id.' },
  }),
  duplicateVariable: (variable: string, one: string, other: string): FuturesProblem => ({
    code: 'FUTURES_DUPLICATE_VARIABLE',
    path: `uncertainties.${other}.variable`,
    message: {
      nl: `${one} en ${other} zetten allebei modelvariabele '${variable}'`,
      en: `${one} and ${other} both set model variable '${variable}'`,
    },
    expected: { nl: 'één onzekerheid per modelvariabele', en: 'one uncertainty per model variable' },
    hint: { nl: 'Voeg de twee samen.', en: 'Make one of the two.' },
  }),
  distribution: (id: string, { found, expected }: { found: string; expected: Text }): FuturesProblem => ({
    code: 'FUTURES_DISTRIBUTION',
    path: `uncertainties.${id}.distribution`,
    message: {
      nl: `de verdeling van ${id} heeft geen goed bereik: ${found}`,
      en: `the distribution of ${id} has no sound range: ${found}`,
    },
    expected,
    hint: { nl: 'Verbeter de grenzen.', en: 'Mend the limits.' },
  }),
  scenario: (id: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_UNKNOWN_SCENARIO',
    path: `scenario ${id}`,
    message: { nl: `scenario ${id} bestaat niet`, en: `there is no scenario ${id}` },
    expected: { nl: 'de id van een scenario van de regio', en: "the id of one of the region's scenarios" },
    hint: near(nearest),
  }),
  measure: (scenario: string, id: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_UNKNOWN_MEASURE',
    path: `scenario ${scenario}: levers.${id}`,
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
