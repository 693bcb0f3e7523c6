import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `audit`. */
export const options = {
  region: shared.region,
  setting: {
    type: 'choice',
    known: ['bare', 'default', 'generous'],
    default: 'default',
    help: { nl: 'hoe ruim woorden als ‘circa’ tellen', en: 'how wide words such as ‘about’ count' },
  },
  assume: {
    type: 'text',
    value: 'ID',
    repeated: true,
    help: { nl: 'neem deze aanname mee', en: 'take this assumption' },
  },
  without: {
    type: 'text',
    value: 'ID',
    repeated: true,
    help: { nl: 'laat deze aanname weg', en: 'leave this assumption out' },
  },
  reading: {
    type: 'text',
    value: { nl: 'UITSPRAAK=LEZING', en: 'CLAIM=READING' },
    repeated: true,
    help: { nl: 'neem een uitspraak in een lezing', en: 'take a claim in one reading' },
  },
  kind: {
    type: 'text',
    value: { nl: 'SOORT', en: 'KIND' },
    repeated: true,
    help: {
      nl: 'alleen deze soorten, met komma’s ertussen',
      en: 'only these kinds, with commas between them',
    },
  },
  strict: {
    type: 'flag',
    help: {
      nl: 'afsluitcode 1 als er iets openstaat dat niet samen kan',
      en: 'exit code 1 when something is open that cannot hold together',
    },
  },
  against: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    help: {
      nl: 'vergelijk met een document van de regio, een andere regiomap, of een YAML-bestand met uitspraken',
      en: 'compare with a document of the region, another region folder, or a YAML file of claims',
    },
  },
  scenario: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    help: {
      nl: 'houd de uitkomst van het model in dit scenario ernaast',
      en: 'hold what the model gives in this scenario beside it',
    },
  },
  results: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'houd uitkomsten uit een CSV-bestand ernaast, zoals assess --csv ze schrijft',
      en: 'hold results from a CSV file beside it, as assess --csv writes them',
    },
  },
  futures: shared.futures,
  seed: shared.seed,
  threads: shared.threads,
  json: shared.json,
  csv: { type: 'flag', help: { nl: 'een rij per botsing en uitspraak', en: 'a row per conflict and claim' } },
  markdown: { type: 'flag', help: { nl: 'een document om bij te voegen', en: 'a document to attach' } },
  out: shared.out,
} as const satisfies Options;

/** The words after `audit`. */
export type Given = GivenOf<typeof options>;
