import type { Text } from '@schaalsprong/words';
import type { FuturesProblem } from '../problems.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A setting of a method that must lie in a range. */
const setting = (code: string, path: string, found: number, what: Text, expected: Text): FuturesProblem => ({
  code,
  path,
  message: { nl: `${found} kan geen ${what.nl} zijn`, en: `${found} cannot be ${what.en}` },
  expected,
  hint: { nl: 'Kies een ander getal.', en: 'Choose another number.' },
});

/** What can be wrong with a question to scenario discovery. */
export const discoveryProblems = {
  column: (name: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_COLUMN',
    path: name,
    message: { nl: `er is geen kolom '${name}'`, en: `there is no column '${name}'` },
    expected: { nl: 'de naam van een kolom', en: 'the name of a column' },
    hint:
      nearest.length > 0
        ? { nl: `Bedoelde u ${quoted(nearest)}?`, en: `Did you mean ${quoted(nearest)}?` }
        : { nl: 'Kies een kolom die er is.', en: 'Choose a column that is there.' },
  }),
  target: (id: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_TARGET',
    path: `targets.${id}`,
    message: { nl: `er is geen doelstelling ${id}`, en: `there is no target ${id}` },
    expected: { nl: 'de id van een doelstelling van de regio', en: "the id of one of the region's targets" },
    hint:
      nearest.length > 0
        ? { nl: `Bedoelde u ${quoted(nearest)}?`, en: `Did you mean ${quoted(nearest)}?` }
        : { nl: 'Kies een bestaande doelstelling.', en: 'Choose a target that exists.' },
  }),
  notModelled: (id: string, reason: Text | null): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_NOT_MODELLED',
    path: `targets.${id}`,
    message: {
      nl: `het model kan over ${id} niets zeggen${reason === null ? '' : `: ${reason.nl}`}`,
      en: `the model cannot speak of ${id}${reason === null ? '' : `: ${reason.en}`}`,
    },
    expected: {
      nl: 'een doelstelling met een uitkomst van het model binnen zijn looptijd',
      en: 'a target with an outcome of the model within its time',
    },
    hint: { nl: 'Kies een andere doelstelling.', en: 'Choose another target.' },
  }),
  noNumber: (id: string): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_NO_NUMBER',
    path: `targets.${id}`,
    message: {
      nl: `de agenda noemt voor ${id} geen getal, dus missen kan niet`,
      en: `the agenda names no number for ${id}, so it cannot be missed`,
    },
    expected: { nl: 'een grens: above of below', en: 'a threshold: above or below' },
    hint: { nl: 'Geef een grens.', en: 'Give a threshold.' },
  }),
  twice: (name: string): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_NAME_TWICE',
    path: name,
    message: { nl: `twee kolommen heten '${name}'`, en: `two columns are called '${name}'` },
    expected: { nl: 'een eigen naam voor elke kolom', en: 'a name of its own for every column' },
    hint: { nl: 'Hernoem een van de twee.', en: 'Rename one of the two.' },
  }),
  noInputs: (): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_NO_INPUTS',
    path: 'inputs',
    message: {
      nl: 'geen enkele invoer heeft meer dan een waarde',
      en: 'no input has more than one value',
    },
    expected: { nl: 'ten minste een invoer die verschilt', en: 'at least one input that varies' },
    hint: { nl: 'Kies andere kolommen of meer toekomsten.', en: 'Choose other columns, or more futures.' },
  }),
  noRows: (): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_NO_ROWS',
    path: 'rows',
    message: {
      nl: 'in elke rij ontbreekt een waarde, dus er blijft niets over',
      en: 'every row lacks a value, so nothing is left',
    },
    expected: { nl: 'rijen met alle waarden', en: 'rows with all values' },
    hint: {
      nl: 'Laat de kolommen weg waarin veel ontbreekt.',
      en: 'Leave out the columns in which much is missing.',
    },
  }),
  lengths: (name: string, found: number, wanted: number): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_LENGTHS',
    path: name,
    message: {
      nl: `kolom '${name}' heeft ${found} waarden en de uitkomst ${wanted}`,
      en: `column '${name}' has ${found} values and the outcome ${wanted}`,
    },
    expected: { nl: `${wanted} waarden, een per toekomst`, en: `${wanted} values, one per future` },
    hint: { nl: 'Geef kolommen van dezelfde lengte.', en: 'Give columns of the same length.' },
  }),
  oneOutcome: (count: number, ofInterest: boolean): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_ONE_OUTCOME',
    path: 'outcome',
    message: ofInterest
      ? {
          nl: `het gebeurt in alle ${count} toekomsten, dus niets onderscheidt de ene van de andere`,
          en: `it happens in all ${count} futures, so nothing tells one from another`,
        }
      : {
          nl: `het gebeurt in geen van de ${count} toekomsten, dus er is niets te vinden`,
          en: `it happens in none of the ${count} futures, so there is nothing to find`,
        },
    expected: {
      nl: 'toekomsten waarin het gebeurt en toekomsten waarin het niet gebeurt',
      en: 'futures in which it happens and futures in which it does not',
    },
    hint: {
      nl: 'Kies een andere grens, of neem meer toekomsten.',
      en: 'Choose another threshold, or take more futures.',
    },
  }),
  tooFew: (fewer: number, needed: number): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_TOO_FEW',
    path: 'outcome',
    message: {
      nl: `van de ene soort toekomsten zijn er maar ${fewer}, te weinig voor een regressie`,
      en: `there are only ${fewer} futures of one kind, too few for a regression`,
    },
    expected: {
      nl: `ten minste ${needed} toekomsten waarin het gebeurt, en ${needed} waarin niet`,
      en: `at least ${needed} futures in which it happens, and ${needed} in which it does not`,
    },
    hint: {
      nl: 'Neem meer toekomsten, of kies een andere grens.',
      en: 'Take more futures, or choose another threshold.',
    },
  }),
  alpha: (path: string, found: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_ALPHA',
      path,
      found,
      { nl: 'deel per stap', en: 'a part per step' },
      { nl: 'een getal tussen 0 en 1, geen van beide', en: 'a number between 0 and 1, neither of them' },
    ),
  minMass: (found: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_MIN_MASS',
      'minMass',
      found,
      { nl: 'kleinste deel', en: 'a smallest part' },
      { nl: 'een getal van 0 tot 1', en: 'a number from 0 to below 1' },
    ),
  boxes: (found: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_BOXES',
      'boxes',
      found,
      { nl: 'aantal vakken', en: 'a number of boxes' },
      { nl: 'een geheel getal van 1 tot en met 100', en: 'a whole number from 1 to 100' },
    ),
  bins: (found: number, most: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_BINS',
      'bins',
      found,
      { nl: 'aantal klassen', en: 'a number of bins' },
      { nl: `een geheel getal van 2 tot en met ${most}`, en: `a whole number from 2 to ${most}` },
    ),
  cells: (found: number, most: number): FuturesProblem => ({
    code: 'FUTURES_DISCOVERY_CELLS',
    path: 'bins',
    message: { nl: `de tabel zou ${found} cellen hebben`, en: `the table would have ${found} cells` },
    expected: { nl: `ten hoogste ${most} cellen`, en: `at most ${most} cells` },
    hint: { nl: 'Neem minder invoer of minder klassen.', en: 'Take fewer inputs, or fewer bins.' },
  }),
  level: (path: string, found: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_LEVEL',
      path,
      found,
      { nl: 'dekking of dichtheid', en: 'a coverage or density' },
      { nl: 'een getal van 0 tot en met 1', en: 'a number from 0 to 1' },
    ),
  step: (found: number, last: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_STEP',
      'step',
      found,
      { nl: 'stap van dit pad', en: 'a step of this trajectory' },
      { nl: `een geheel getal van 0 tot en met ${last}`, en: `a whole number from 0 to ${last}` },
    ),
  seed: (found: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_SEED',
      'seed',
      found,
      { nl: 'startgetal', en: 'a seed' },
      { nl: 'een geheel getal van 0 tot en met 2^53 - 1', en: 'a whole number from 0 to 2^53 - 1' },
    ),
  iterations: (found: number): FuturesProblem =>
    setting(
      'FUTURES_DISCOVERY_ITERATIONS',
      'iterations',
      found,
      { nl: 'aantal herhalingen', en: 'a number of iterations' },
      { nl: 'een geheel getal van 1 tot en met 1000', en: 'a whole number from 1 to 1000' },
    ),
} as const;
