import { highestLimits } from '@schaalsprong/reading/documents';
import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

const mega = 1024 * 1024;

/** The options of `read`. */
export const options = {
  json: shared.json,
  csv: { type: 'flag', help: { nl: 'een rij per getal', en: 'a row per figure' } },
  text: { type: 'flag', help: { nl: 'de gelezen tekst zelf', en: 'the text that was read itself' } },
  pages: { type: 'text', value: '3-10', help: { nl: 'alleen deze bladzijden', en: 'only these pages' } },
  language: {
    type: 'choice',
    known: ['nl', 'en'],
    default: { nl: 'geraden', en: 'guessed' },
    help: { nl: 'taal van het document', en: 'language of the document' },
  },
  certain: {
    type: 'text',
    value: '0.8',
    help: {
      nl: 'toon alleen wat zo zeker is, of zekerder',
      en: 'show only what is as certain as this, or more',
    },
  },
  region: {
    type: 'text',
    value: { nl: 'MAP', en: 'FOLDER' },
    help: { nl: 'met de eenheden en woorden van een regio', en: 'with the units and words of a region' },
  },
  into: {
    type: 'text',
    value: { nl: 'MAP', en: 'FOLDER' },
    help: {
      nl: 'bewaar wat gevonden is als voorstellen in een regiomap',
      en: 'keep what was found as proposals in a region folder',
    },
  },
  name: {
    type: 'text',
    value: { nl: 'NAAM', en: 'NAME' },
    default: { nl: 'de naam van het bestand', en: 'the name of the file' },
    help: { nl: 'hoe de voorstellen heten', en: 'what the proposals are called' },
  },
  force: {
    type: 'flag',
    help: {
      nl: 'schrijf over voorstellen met die naam heen; besluiten blijven staan',
      en: 'write over proposals of that name; decisions stay',
    },
  },
  accept: {
    type: 'text',
    value: 'q-1,q-2',
    repeated: true,
    help: {
      nl: 'maak van voorstellen uitspraken, of all (vanaf --certain, standaard 0.7); vraagt --into en geen bestand',
      en: 'make claims of proposals, or all (from --certain on, default 0.7); needs --into and no file',
    },
  },
  reject: {
    type: 'text',
    value: 'q-3',
    repeated: true,
    help: { nl: 'wijs voorstellen af', en: 'reject proposals' },
  },
  choices: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'YAML met per voorstel accept of reject, wijzigingen (edit) en samenvoegen (join)',
      en: 'YAML with accept or reject per proposal, changes (edit) and joining (join)',
    },
  },
  published: {
    type: 'text',
    value: '2024',
    help: {
      nl: 'van wanneer het document is, als het niet dat van de regio is',
      en: 'when the document was published, if it is not that of the region',
    },
  },
  out: shared.out,
  'max-pages': {
    type: 'count',
    value: 'N',
    min: 1,
    max: highestLimits.pages,
    help: { nl: 'hoogste aantal bladzijden', en: 'most pages' },
  },
  'max-mb': {
    type: 'count',
    value: 'N',
    min: 1,
    max: Math.floor(highestLimits.bytes / mega),
    help: { nl: 'hoogste grootte in MB', en: 'largest size in MB' },
  },
  'max-characters': {
    type: 'count',
    value: 'N',
    min: 1,
    max: highestLimits.characters,
    help: { nl: 'hoogste aantal tekens', en: 'most characters' },
  },
  'max-seconds': {
    type: 'count',
    value: 'N',
    min: 1,
    max: highestLimits.seconds,
    help: { nl: 'langste duur in seconden', en: 'longest time in seconds' },
  },
} as const satisfies Options;

/** The words after `read`. */
export type Given = GivenOf<typeof options>;
