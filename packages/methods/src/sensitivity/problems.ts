import { FuturesError, type FuturesProblem } from '../problems.ts';

const list = (names: readonly string[]): string => names.join(', ');

/** The catalogue of what makes a sensitivity analysis impossible: a reason, not a number. */
export const sensitivityProblems = {
  designSize: (values: number, block: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_DESIGN_SIZE',
    path: 'outcome',
    message: {
      nl: `${values} uitkomsten passen niet bij deze opzet: die bestaat uit groepen van ${block} runs`,
      en: `${values} outcomes do not fit this design: it is made of groups of ${block} runs`,
    },
    expected: {
      nl: `een veelvoud van ${block}, in de volgorde van de steekproef`,
      en: `a multiple of ${block}, in the order of the sample`,
    },
    hint: {
      nl: 'Noem met --inputs alle invoeren van de steekproef. Op runs zonder zo’n opzet werken pawn, delta, rbd-fast en features.',
      en: 'Name all inputs of the sample with --inputs. On runs without such a design pawn, delta, rbd-fast and features work.',
    },
  }),
  tooFew: (runs: number, least: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_TOO_FEW',
    path: 'outcome',
    message: {
      nl: `${runs} bruikbare runs zijn te weinig om iets over te zeggen`,
      en: `${runs} usable runs are too few to say anything about`,
    },
    expected: { nl: `ten minste ${least}`, en: `at least ${least}` },
    hint: { nl: 'Reken meer runs door.', en: 'Compute more runs.' },
  }),
  outcomeCategory: (name: string): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_OUTCOME_CATEGORY',
    path: name,
    message: {
      nl: `uitkomst ${name} bestaat uit meer dan twee woorden, niet uit getallen`,
      en: `outcome ${name} is made of more than two words, not of numbers`,
    },
    expected: {
      nl: 'getallen, of twee woorden zoals true en false',
      en: 'numbers, or two words such as true and false',
    },
    hint: {
      nl: 'Met woorden als uitkomst werken features en regional.',
      en: 'With words as an outcome, features and regional work.',
    },
  }),
  noInputs: (outcome: string): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_NO_INPUTS',
    path: outcome,
    message: { nl: 'er is geen invoer die verschilt', en: 'there is no input that differs' },
    expected: {
      nl: 'ten minste één kolom met verschillende waarden, naast de uitkomst',
      en: 'at least one column with different values, next to the outcome',
    },
    hint: { nl: 'Kies andere invoeren.', en: 'Choose other inputs.' },
  }),
  resamples: (resamples: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_RESAMPLES',
    path: 'resamples',
    message: { nl: `${resamples} hertrekkingen kunnen niet`, en: `${resamples} resamples cannot be` },
    expected: { nl: 'een geheel getal van 10 tot en met 10000', en: 'a whole number from 10 to 10000' },
    hint: { nl: 'Vraag er bijvoorbeeld 100.', en: 'Ask for 100, for instance.' },
  }),
  confidence: (confidence: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_CONFIDENCE',
    path: 'confidence',
    message: {
      nl: `${confidence} kan geen betrouwbaarheid zijn`,
      en: `${confidence} cannot be a confidence`,
    },
    expected: { nl: 'een getal tussen 0 en 1', en: 'a number between 0 and 1' },
    hint: { nl: 'Gebruikelijk is 0.95.', en: '0.95 is usual.' },
  }),
  setting: (name: string, value: number, expected: FuturesProblem['expected']): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_SETTING',
    path: name,
    message: { nl: `${name} kan niet ${value} zijn`, en: `${name} cannot be ${value}` },
    expected,
    hint: { nl: 'Kies een andere waarde.', en: 'Choose another value.' },
  }),
  trajectory: (row: number, changed: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_TRAJECTORY',
    path: `row ${row}`,
    message: {
      nl: `bij de stap naar rij ${row} veranderen ${changed} invoeren of groepen`,
      en: `at the step to row ${row}, ${changed} inputs or groups change`,
    },
    expected: { nl: 'er verandert er precies één per stap', en: 'exactly one changes at every step' },
    hint: {
      nl: 'Laat de rijen in de volgorde van de steekproef staan, en noem alle invoeren.',
      en: 'Leave the rows in the order of the sample, and name all inputs.',
    },
  }),
  notTwoLevels: (name: string, levels: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_LEVELS',
    path: name,
    message: {
      nl: `invoer ${name} heeft ${levels} verschillende waarden`,
      en: `input ${name} has ${levels} different values`,
    },
    expected: { nl: 'twee: een lage en een hoge', en: 'two: a low and a high one' },
    hint: {
      nl: 'Deze methode hoort bij een factoriële opzet met twee niveaus.',
      en: 'This method goes with a factorial design of two levels.',
    },
  }),
  missingInDesign: (rows: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_MISSING',
    path: 'outcome',
    message: {
      nl: `${rows} runs hebben geen uitkomst, en deze opzet kan geen run missen`,
      en: `${rows} runs have no outcome, and this design cannot do without any`,
    },
    expected: { nl: 'een getal voor elke run', en: 'a number for every run' },
    hint: { nl: 'Reken die runs alsnog door.', en: 'Compute those runs yet.' },
  }),
  unbalanced: (names: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_UNBALANCED',
    path: 'design',
    message: {
      nl: `deze opzet is niet in evenwicht voor ${list(names)}`,
      en: `this design is not balanced for ${list(names)}`,
    },
    expected: {
      nl: 'van elke invoer even vaak laag en hoog, en elke twee invoeren even vaak samen',
      en: 'each input low and high equally often, and each two inputs together equally often',
    },
    hint: {
      nl: 'Maak de steekproef met sample fractional-factorial, en gebruik alle rijen.',
      en: 'Make the sample with sample fractional-factorial, and use all rows.',
    },
  }),
  inTwoGroups: (input: string, one: string, other: string): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_TWO_GROUPS',
    path: `groups.${other}`,
    message: {
      nl: `invoer ${input} staat in de groepen ${one} en ${other}`,
      en: `input ${input} is in the groups ${one} and ${other}`,
    },
    expected: { nl: 'elke invoer in ten hoogste één groep', en: 'every input in at most one group' },
    hint: { nl: 'Haal hem uit een van de twee.', en: 'Take it out of one of the two.' },
  }),
  notSaltelli: (row: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_NOT_SALTELLI',
    path: `row ${row}`,
    message: {
      nl: `deze rijen zijn geen steekproef van Saltelli; het gaat mis bij rij ${row}`,
      en: `these rows are no sample of Saltelli; it goes wrong at row ${row}`,
    },
    expected: {
      nl: 'per basispunt A, per invoer A met die invoer uit B, (per invoer B met die uit A,) en B',
      en: 'per base point A, per input A with that input from B, (per input B with it from A,) and B',
    },
    hint: {
      nl: 'Laat de rijen van sample saltelli op volgorde staan, en geef dezelfde groepen; op andere gegevens werken pawn, delta, rbd-fast en features.',
      en: 'Leave the rows of sample saltelli in order, and give the same groups; on other data pawn, delta, rbd-fast and features work.',
    },
  }),
  notFiniteDifference: (row: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_NOT_DIFFERENCES',
    path: `row ${row}`,
    message: {
      nl: `bij rij ${row} verandert niet precies één invoer ten opzichte van haar basispunt`,
      en: `at row ${row} not exactly one input differs from its base point`,
    },
    expected: {
      nl: 'per basispunt een rij, en dan per invoer een rij waarin alleen die iets verder ligt',
      en: 'per base point a row, and then per input a row in which that one alone lies a little further',
    },
    hint: { nl: 'Laat de rijen op volgorde staan.', en: 'Leave the rows in their order.' },
  }),
  numbersNeeded: (name: string): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_NUMBERS',
    path: name,
    message: { nl: `in kolom ${name} staan woorden`, en: `column ${name} holds words` },
    expected: { nl: 'getallen', en: 'numbers' },
    hint: { nl: 'Deze methode werkt alleen met getallen.', en: 'This method works with numbers only.' },
  }),
  notModelled: (target: string): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_NOT_MODELLED',
    path: target,
    message: {
      nl: `het model spreekt niet over doelstelling ${target}`,
      en: `the model does not speak of target ${target}`,
    },
    expected: {
      nl: 'een doelstelling met een uitkomst van het model',
      en: 'a target with an outcome of the model',
    },
    hint: {
      nl: 'Kies een andere doelstelling; schaalsprong assess zegt van elke of zij in het model zit.',
      en: 'Choose another target; schaalsprong assess says of each whether it is in the model.',
    },
  }),
  oneSided: (inside: number, of: number): FuturesProblem => ({
    code: 'FUTURES_SENSITIVITY_ONE_SIDED',
    path: 'outcome',
    message: {
      nl: `${inside} van ${of} gevallen liggen in het gebied: dat zijn er te weinig, of het zijn ze bijna allemaal`,
      en: `${inside} of ${of} cases are inside: too few, or almost all of them`,
    },
    expected: {
      nl: 'ten minste 10 gevallen erbinnen en 10 erbuiten',
      en: 'at least 10 cases inside and 10 outside',
    },
    hint: { nl: 'Kies een andere grens.', en: 'Choose another limit.' },
  }),
} as const;

/** Throws one error with all problems; no-op for an empty list. */
export function refuse(found: readonly FuturesProblem[]): void {
  if (found.length > 0) throw new FuturesError(found);
}
