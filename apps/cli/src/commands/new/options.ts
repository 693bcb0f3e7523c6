import type { Given as GivenOf, Options } from '../../command/command.ts';

/** The options of `new`. */
export const options = {
  title: {
    type: 'text',
    value: { nl: 'TEKST', en: 'TEXT' },
    help: { nl: 'naam van de regio', en: 'name of the region' },
  },
  from: {
    type: 'text',
    value: 'DOCUMENT',
    help: {
      nl: 'lees dit document, en bewaar wat gevonden is als voorstellen',
      en: 'read this document, and keep what was found as proposals',
    },
  },
  published: {
    type: 'text',
    value: '2024',
    help: { nl: 'van wanneer dat document is', en: 'when that document was published' },
  },
} as const satisfies Options;

/** The words after `new`. */
export type Given = GivenOf<typeof options>;
