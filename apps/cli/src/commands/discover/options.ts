import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `discover`. */
export const options = {
  outcome: {
    type: 'text',
    value: { nl: 'KOLOM', en: 'COLUMN' },
    help: {
      nl: 'de uitkomst: een kolom, of van een regio de id van een doelstelling (dan: wanneer wordt zij niet gehaald?)',
      en: 'the outcome: a column, or of a region the id of a target (then: when is it not met?)',
    },
  },
  at: {
    type: 'number',
    value: { nl: 'JAAR', en: 'YEAR' },
    min: -1e9,
    max: 1e9,
    default: { nl: 'het laatste', en: 'the last' },
    help: {
      nl: 'op welk tijdstip, van een bestand of map met uitkomsten over de tijd',
      en: 'at which time, of a file or folder with outcomes over time',
    },
  },
  above: {
    type: 'text',
    value: 'X',
    repeated: true,
    help: {
      nl: 'welke toekomsten tellen; elk is een eigen vraag',
      en: 'which futures count; each is a question of its own',
    },
  },
  below: {
    type: 'text',
    value: 'X',
    repeated: true,
    help: {
      nl: 'welke toekomsten tellen; elk is een eigen vraag',
      en: 'which futures count; each is a question of its own',
    },
  },
  equals: {
    type: 'text',
    value: { nl: 'W', en: 'V' },
    help: { nl: 'welke toekomsten tellen', en: 'which futures count' },
  },
  inputs: {
    type: 'text',
    value: 'A,B',
    repeated: true,
    help: { nl: 'alleen deze invoer', en: 'only these inputs' },
  },
  'leave-out': {
    type: 'text',
    value: 'A,B',
    repeated: true,
    help: { nl: 'laat kolommen weg', en: 'leave columns out' },
  },
  alpha: {
    type: 'number',
    value: 'A',
    min: 0,
    max: 1,
    default: { nl: '0.05', en: '0.05' },
    help: { nl: 'deel dat elke stap afschilt', en: 'part that each step peels off' },
  },
  'paste-alpha': {
    type: 'number',
    value: 'A',
    min: 0,
    max: 1,
    help: { nl: 'hetzelfde voor het plakken', en: 'the same for pasting' },
  },
  objective: {
    type: 'choice',
    known: ['lenient1', 'lenient2', 'original'],
    default: 'lenient1',
    help: { nl: 'wat een stap de beste maakt', en: 'what makes a step the best' },
  },
  'min-mass': {
    type: 'number',
    value: 'M',
    min: 0,
    max: 1,
    default: { nl: '0.05', en: '0.05' },
    help: {
      nl: 'kleinste deel van de toekomsten in een vak of blad',
      en: 'smallest part of the futures in a box or leaf',
    },
  },
  boxes: {
    type: 'count',
    value: 'N',
    min: 1,
    max: 100,
    default: { nl: '1', en: '1' },
    help: { nl: 'aantal vakken', en: 'number of boxes' },
  },
  earlier: {
    type: 'choice',
    known: ['removed', 'kept'],
    help: { nl: 'wat er met eerdere vakken gebeurt', en: 'what becomes of earlier boxes' },
  },
  coverage: {
    type: 'number',
    value: 'C',
    min: 0,
    max: 1,
    help: {
      nl: 'de stap die het dichtste is bij deze dekking',
      en: 'the step that is densest at this coverage',
    },
  },
  density: {
    type: 'number',
    value: 'D',
    min: 0,
    max: 1,
    help: {
      nl: 'de stap die het ruimste is bij deze dichtheid',
      en: 'the step that is widest at this density',
    },
  },
  step: {
    type: 'count',
    value: 'I',
    min: 0,
    max: 1_000_000,
    help: { nl: 'de stap zelf gekozen', en: 'the step of your own choice' },
  },
  resample: {
    type: 'count',
    value: 'N',
    min: 1,
    max: 1000,
    help: {
      nl: 'herhaal op N willekeurige helften, getrokken met --seed',
      en: 'repeat on N random halves, drawn with --seed',
    },
  },
  scenario: shared.scenario,
  futures: shared.futures,
  seed: shared.seed,
  threads: shared.threads,
  json: shared.json,
  out: shared.out,
} as const satisfies Options;

/** The words after `discover`. */
export type Given = GivenOf<typeof options>;
