import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `ingest`. */
export const options = {
  region: shared.region,
  file: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'lees dit bestand in plaats van op te halen (csv, duo-csv, excel, sdmx-csv, by-hand)',
      en: 'read this file instead of fetching (csv, duo-csv, excel, sdmx-csv, by-hand)',
    },
  },
  published: {
    type: 'text',
    value: { nl: 'DAG', en: 'DAY' },
    help: {
      nl: 'dag waarop dat bestand is gepubliceerd, zoals 2026-02-17',
      en: 'day on which that file was published, like 2026-02-17',
    },
  },
  'dry-run': {
    type: 'flag',
    help: {
      nl: 'toon wat er zou veranderen, en welke doelstellingen verschuiven; bewaar niets',
      en: 'show what would change, and which targets move; keep nothing',
    },
  },
  since: {
    type: 'text',
    value: { nl: 'DAG', en: 'DAY' },
    help: { nl: 'herzieningen vanaf deze dag (revisions)', en: 'revisions from this day on (revisions)' },
  },
  years: {
    type: 'text',
    value: '2015,2026',
    repeated: true,
    default: { nl: 'het nieuwste', en: 'the newest' },
    help: {
      nl: 'van welke jaren de grenzen (bronnen van het soort pdok)',
      en: 'of which years the boundaries (sources of the kind pdok)',
    },
  },
  by: {
    type: 'text',
    value: { nl: 'WIE', en: 'WHO' },
    help: {
      nl: 'wie besluit over wat wacht: een functie (accept, reject)',
      en: 'who decides on what waits: a function (accept, reject)',
    },
  },
  why: {
    type: 'text',
    value: { nl: 'WAAROM', en: 'WHY' },
    help: { nl: 'waarom zo is besloten (accept, reject)', en: 'why it was decided so (accept, reject)' },
  },
  data: shared.data,
  json: shared.json,
  out: shared.out,
} as const satisfies Options;

/** The words after `ingest`. */
export type Given = GivenOf<typeof options>;
