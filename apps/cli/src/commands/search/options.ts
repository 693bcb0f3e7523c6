import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** Problems whose fronts are known, by name. */
export const problemNames = [
  'zdt1',
  'zdt2',
  'zdt3',
  'zdt4',
  'zdt6',
  'dtlz1',
  'dtlz2',
  'dtlz7',
  'schaffer',
  'schaffer-integer',
  'binh-korn',
] as const;
export type ProblemName = (typeof problemNames)[number];

/** The options of `search`. */
export const options = {
  objectives: {
    type: 'text',
    value: 'A,B',
    repeated: true,
    default: { nl: 'elke pijler reached, en effort', en: 'every pillar reached, and effort' },
    help: {
      nl: 'wat beter moet: DOEL:maat[:kleinste verschil], PIJLER:reached, all:met, effort of cost; maat is met, reached, maximin, laplace, mean-variance of percentile',
      en: 'what is to be better: TARGET:metric[:least difference], PILLAR:reached, all:met, effort or cost; metric is met, reached, maximin, laplace, mean-variance or percentile',
    },
  },
  keep: {
    type: 'text',
    value: { nl: 'DOEL:N', en: 'TARGET:N' },
    repeated: true,
    help: { nl: 'rode lijn: gehaald in ten minste N toekomsten', en: 'red line: met in at least N futures' },
  },
  never: {
    type: 'text',
    value: { nl: 'DOEL:X', en: 'TARGET:X' },
    repeated: true,
    help: { nl: 'rode lijn: in geen toekomst slechter dan X', en: 'red line: in no future worse than X' },
  },
  'no-worse-than': {
    type: 'text',
    value: 'ID',
    default: {
      nl: 'dat van de regio als er geen andere lijn is',
      en: 'that of the region where there is no other line',
    },
    help: {
      nl: 'rode lijn: in niets slechter dan dit scenario, of nothing',
      en: 'red line: in nothing worse than this scenario, or nothing',
    },
  },
  levers: {
    type: 'text',
    value: 'A,B',
    repeated: true,
    default: { nl: 'alle', en: 'all' },
    help: { nl: 'welke maatregelen vrij zijn', en: 'which measures are free' },
  },
  parts: {
    type: 'count',
    value: 'N',
    min: 1,
    max: 1000,
    default: { nl: '10', en: '10' },
    help: {
      nl: 'in hoeveel delen wat de agenda vraagt wordt geknipt',
      en: 'in how many parts what the agenda asks is cut',
    },
  },
  packages: {
    type: 'count',
    value: 'N',
    min: 1,
    max: 12,
    default: 3,
    help: { nl: 'hoeveel pakketten worden verteld', en: 'how many packages are told' },
  },
  scenario: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    help: { nl: 'waar de andere knoppen staan', en: 'where the other levers stand' },
  },
  futures: { ...shared.futures, default: 200 },
  threads: shared.threads,
  problem: {
    type: 'choice',
    known: problemNames,
    help: {
      nl: 'een probleem met een bekend antwoord, in plaats van een regio',
      en: 'a problem with a known answer, instead of a region',
    },
  },
  'objective-count': {
    type: 'count',
    value: 'M',
    min: 2,
    max: 15,
    default: { nl: '3', en: '3' },
    help: { nl: 'aantal doelen van dtlz', en: 'number of objectives of dtlz' },
  },
  evaluations: {
    type: 'count',
    value: 'N',
    min: 1,
    max: 100_000_000,
    default: { nl: '10000, voor een regio 4000', en: '10000, for a region 4000' },
    help: { nl: 'hoeveel keuzes worden bekeken', en: 'how many choices are looked at' },
  },
  population: {
    type: 'count',
    value: 'N',
    min: 4,
    max: 100_000,
    default: { nl: '40', en: '40' },
    help: { nl: 'hoeveel tegelijk, om mee te beginnen', en: 'how many at once, to begin with' },
  },
  epsilons: {
    type: 'text',
    value: 'A,B',
    repeated: true,
    help: { nl: 'kleinste verschil per doel', en: 'least difference per objective' },
  },
  seeds: {
    type: 'count',
    value: 'K',
    min: 1,
    max: 1000,
    default: 1,
    help: {
      nl: 'zoek K keer, met het ene startgetal na het andere',
      en: 'search K times, from one seed after the other',
    },
  },
  seed: {
    type: 'count',
    value: 'S',
    min: 0,
    max: 0xffff_ffff,
    default: { nl: '0, of dat van de regio', en: '0, or that of the region' },
    help: { nl: 'eerste startgetal', en: 'first seed' },
  },
  checkpoint: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: { nl: 'bewaar het zoekwerk terwijl het loopt', en: 'keep the search as it goes' },
  },
  resume: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'ga verder vanaf een bewaard bestand, met dezelfde vraag',
      en: 'go on from a kept file, with the same question',
    },
  },
  json: shared.json,
  out: shared.out,
} as const satisfies Options;

/** The words after `search`. */
export type Given = GivenOf<typeof options>;
