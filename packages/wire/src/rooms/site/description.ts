import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'beschrijving', description: 'De API zelf.' }],
  routes: {
    description: {
      operation: 'leesBeschrijving',
      tag: 'beschrijving',
      summary: { nl: 'Deze beschrijving', en: 'This description' },
      description: {
        nl: 'De beschrijving van de API volgens OpenAPI 3.1.',
        en: 'The description of the API by OpenAPI 3.1.',
      },
      answer: { name: 'Beschrijving', description: 'Een beschrijving volgens OpenAPI 3.1.' },
    },
  },
} as const satisfies Description;
