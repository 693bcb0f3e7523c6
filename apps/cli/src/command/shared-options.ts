import { defaultRegion } from '../region/default-region.ts';
import type { Options } from './command.ts';

/** Values above this would not fit in memory: a slip of the finger should not take the machine down. */
const mostFutures = 100_000;
const mostSeed = 0xffff_ffff;
const mostThreads = 256;

/** Options that mean the same in every command that has them. */
export const shared = {
  json: {
    type: 'flag',
    help: {
      nl: 'voor programma’s; dezelfde invoer geeft dezelfde bytes',
      en: 'for programs; the same input gives the same bytes',
    },
  },
  out: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: { nl: 'schrijf de uitkomst naar een bestand', en: 'write the result to a file' },
  },
  region: {
    type: 'text',
    value: { nl: 'MAP', en: 'FOLDER' },
    default: defaultRegion,
    help: { nl: 'regiomap', en: 'region folder' },
  },
  scenario: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    help: {
      nl: 'id van een scenario van de regio, of een YAML-bestand',
      en: 'id of a scenario of the region, or a YAML file',
    },
  },
  futures: {
    type: 'count',
    value: 'N',
    min: 1,
    max: mostFutures,
    default: { nl: 'van de regio', en: 'of the region' },
    help: { nl: 'aantal toekomsten', en: 'number of futures' },
  },
  seed: {
    type: 'count',
    value: 'S',
    min: 0,
    max: mostSeed,
    default: { nl: 'van de regio', en: 'of the region' },
    help: { nl: 'begingetal van de trekking', en: 'seed of the sample' },
  },
  threads: {
    type: 'count',
    value: 'T',
    min: 1,
    max: mostThreads,
    default: { nl: 'zo veel als er processoren zijn', en: 'as many as there are processors' },
    help: { nl: 'aantal rekendraden', en: 'number of threads' },
  },
  data: {
    type: 'text',
    value: { nl: 'MAP', en: 'FOLDER' },
    default: {
      nl: 'SCHAALSPRONG_DATA, anders .data; of de database van DATABASE_URL',
      en: 'SCHAALSPRONG_DATA, else .data; or the database of DATABASE_URL',
    },
    help: { nl: 'waar de cijfers staan', en: 'where the figures are' },
  },
} as const satisfies Options;

/** Options of every command. */
export const everywhere = {
  lang: {
    type: 'choice',
    known: ['nl', 'en'],
    default: { nl: 'die van LANG, anders nl', en: 'that of LANG, else nl' },
    help: { nl: 'taal', en: 'language' },
  },
  help: { type: 'flag', help: { nl: 'deze tekst', en: 'this text' } },
  version: { type: 'flag', help: { nl: 'versie van het programma', en: 'version of the program' } },
} as const satisfies Options;
