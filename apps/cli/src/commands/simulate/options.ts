import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `simulate`. */
export const options = {
  set: {
    type: 'text',
    value: { nl: 'NAAM=GETAL', en: 'NAME=NUMBER' },
    repeated: true,
    help: { nl: 'geef een constante een andere waarde', en: 'give a constant another value' },
  },
  uncertain: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'bereiken en verdelingen voor constanten (YAML, JSON of CSV)',
      en: 'ranges and distributions for constants (YAML, JSON or CSV)',
    },
  },
  futures: {
    type: 'count',
    value: 'N',
    min: 1,
    max: 1_000_000,
    default: { nl: '1, met --uncertain 1000', en: '1, with --uncertain 1000' },
    help: { nl: 'aantal toekomsten', en: 'number of futures' },
  },
  seed: { ...shared.seed, default: 0 },
  outcomes: {
    type: 'text',
    value: 'A,B',
    repeated: true,
    default: { nl: 'de voorraden, of die van de regio', en: 'the stocks, or those of the region' },
    help: { nl: 'welke variabelen', en: 'which variables' },
  },
  all: { type: 'flag', help: { nl: 'alle variabelen', en: 'all variables' } },
  scenario: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    help: {
      nl: 'van een regio: met de knoppen en aannamen van dit scenario (id of YAML-bestand)',
      en: 'of a region: with the levers and assumptions of this scenario (id or YAML file)',
    },
  },
  out: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'alle getallen: .csv, .parquet of .arrow, een rij per toekomst en tijd; .tar.gz voor EMA Workbench',
      en: 'all numbers: .csv, .parquet or .arrow, one row per future and time; .tar.gz for EMA Workbench',
    },
  },
  keep: {
    type: 'text',
    value: { nl: 'MAP', en: 'FOLDER' },
    help: {
      nl: 'bewaar elke toekomst in een map; een run die is afgebroken gaat daar verder',
      en: 'keep every future in a folder; a run that was stopped goes on there',
    },
  },
  from: {
    type: 'text',
    value: { nl: 'MAP', en: 'FOLDER' },
    help: {
      nl: 'in plaats van MODEL: bekijk wat bewaard is, of schrijf het met --out naar een bestand',
      en: 'instead of MODEL: look at what was kept, or write it to a file by --out',
    },
  },
  json: {
    type: 'flag',
    help: {
      nl: 'voor programma’s; van veel toekomsten p10, p50, p90 en gemiddelde',
      en: 'for programs; of many futures p10, p50, p90 and mean',
    },
  },
  data: {
    type: 'text',
    value: { nl: 'PAD', en: 'PATH' },
    repeated: true,
    help: {
      nl: 'map of bestand met gegevens voor het model (.csv, .tab, .dat, .xlsx, .xls)',
      en: 'folder or file with data for the model (.csv, .tab, .dat, .xlsx, .xls)',
    },
  },
  mode: {
    type: 'choice',
    known: ['exact', 'fast'],
    default: 'exact',
    help: {
      nl: 'in de volgorde van het model, of sneller met een afwijking in de laatste cijfers',
      en: 'in the order of the model, or faster with a difference in the last digits',
    },
  },
  threads: shared.threads,
  units: {
    type: 'choice',
    known: ['fail', 'warn', 'off'],
    default: { nl: 'warn voor een bestand, fail voor een regio', en: 'warn for a file, fail for a region' },
    help: {
      nl: 'eenheden die niet kloppen: fout, waarschuwing, of niet bekeken',
      en: 'units that do not balance: fault, warning, or not looked at',
    },
  },
} as const satisfies Options;

/** The words after `simulate`. */
export type Given = GivenOf<typeof options>;
