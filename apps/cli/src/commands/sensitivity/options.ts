import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `sensitivity`. */
export const options = {
  function: {
    type: 'text',
    value: { nl: 'NAAM', en: 'NAME' },
    help: {
      nl: 'functie met bekend antwoord: ishigami, sobol-g (met --a), linear, constant, oakley-ohagan',
      en: 'function with a known answer: ishigami, sobol-g (with --a), linear, constant, oakley-ohagan',
    },
  },
  a: {
    type: 'text',
    value: '0,1,4.5',
    repeated: true,
    help: { nl: 'coëfficiënten van sobol-g', en: 'coefficients of sobol-g' },
  },
  model: {
    type: 'text',
    value: 'MODEL',
    help: { nl: 'model of regio die wordt doorgerekend', en: 'model or region to run' },
  },
  uncertain: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: { nl: 'bereiken en verdelingen voor het model', en: 'ranges and distributions for the model' },
  },
  set: {
    type: 'text',
    value: { nl: 'NAAM=GETAL', en: 'NAME=NUMBER' },
    repeated: true,
    help: {
      nl: 'geef een constante van het model een andere waarde',
      en: 'give a constant of the model another value',
    },
  },
  scenario: shared.scenario,
  outcome: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    help: {
      nl: 'doelstelling, uitkomst of variabele, of de kolom van RUNS',
      en: 'target, outcome or variable, or the column of RUNS',
    },
  },
  at: {
    type: 'number',
    value: { nl: 'JAAR', en: 'YEAR' },
    min: -1e9,
    max: 1e9,
    default: {
      nl: 'de horizon van de doelstelling, of het eind van het model of de runs',
      en: 'the horizon of the target, or the end of the model or the runs',
    },
    help: { nl: 'wanneer', en: 'when' },
  },
  inputs: {
    type: 'text',
    value: 'A,B',
    repeated: true,
    default: { nl: 'alle', en: 'all' },
    help: { nl: 'alleen deze invoeren', en: 'only these inputs' },
  },
  problem: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'invoeren van RUNS: JSON zoals SALib, of bereiken zoals --uncertain',
      en: 'inputs of RUNS: JSON as SALib has it, or ranges as --uncertain',
    },
  },
  groups: {
    type: 'text',
    value: 'G=A,B',
    repeated: true,
    help: {
      nl: 'invoeren die samen als een tellen (sobol, morris)',
      en: 'inputs that count as one together (sobol, morris)',
    },
  },
  n: {
    type: 'count',
    value: 'N',
    min: 4,
    max: 10_000_000,
    help: {
      nl: 'basispunten van sobol en dgsm, trajecten van morris, anders runs',
      en: 'base points of sobol and dgsm, trajectories of morris, else runs',
    },
  },
  'second-order': {
    type: 'flag',
    help: {
      nl: 'ook wat twee invoeren samen doen (sobol, ff)',
      en: 'also what two inputs do together (sobol, ff)',
    },
  },
  levels: {
    type: 'count',
    value: 'P',
    min: 2,
    max: 1000,
    default: { nl: '4', en: '4' },
    help: { nl: 'niveaus van morris', en: 'levels of morris' },
  },
  intervals: {
    type: 'count',
    value: 'S',
    min: 2,
    max: 1000,
    default: { nl: '10', en: '10' },
    help: { nl: 'delen van pawn', en: 'parts of pawn' },
  },
  trees: {
    type: 'count',
    value: 'T',
    min: 40,
    max: 5000,
    help: { nl: 'bomen van features', en: 'trees of features' },
  },
  harmonics: {
    type: 'count',
    value: 'M',
    min: 1,
    max: 100,
    help: { nl: 'harmonischen van rbd-fast', en: 'harmonics of rbd-fast' },
  },
  step: {
    type: 'number',
    value: 'H',
    min: 1e-9,
    max: 0.5,
    help: { nl: 'stap van dgsm', en: 'step of dgsm' },
  },
  above: {
    type: 'number',
    value: 'X',
    min: -Number.MAX_VALUE,
    max: Number.MAX_VALUE,
    help: { nl: 'welke gevallen tellen (regional)', en: 'which cases count (regional)' },
  },
  below: {
    type: 'number',
    value: 'X',
    min: -Number.MAX_VALUE,
    max: Number.MAX_VALUE,
    help: { nl: 'welke gevallen tellen (regional)', en: 'which cases count (regional)' },
  },
  equals: {
    type: 'text',
    value: 'X',
    help: { nl: 'welke gevallen tellen (regional)', en: 'which cases count (regional)' },
  },
  resamples: {
    type: 'count',
    value: 'R',
    min: 10,
    max: 10_000,
    default: 100,
    help: { nl: 'hertrekkingen voor de intervallen', en: 'resamples for the intervals' },
  },
  confidence: {
    type: 'number',
    value: 'C',
    min: 0.01,
    max: 0.9999,
    default: 0.95,
    help: { nl: 'zekerheid van de intervallen', en: 'confidence of the intervals' },
  },
  top: {
    type: 'count',
    value: 'N',
    min: 1,
    max: 100_000,
    default: 20,
    help: { nl: 'rijen van de tabel', en: 'rows of the table' },
  },
  seed: { ...shared.seed, default: 0 },
  threads: shared.threads,
  json: shared.json,
  out: shared.out,
} as const satisfies Options;

/** The words after `sensitivity`. */
export type Given = GivenOf<typeof options>;
