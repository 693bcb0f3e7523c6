import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'gemeenten', description: 'Wat er per gemeente bekend is.' }],
  routes: {
    municipalities: {
      operation: 'leesGemeenten',
      tag: 'gemeenten',
      summary: { nl: 'De gemeenten van de regio', en: 'The municipalities of the region' },
      description: {
        nl: 'Per gemeente de inwoners, de nieuwe woningen per jaar en haar deel van wat de regio afsprak. Een deel met agreed: false is rekenwerk en geen afspraak.',
        en: 'Per municipality inhabitants, new homes a year and its part of what the region agreed. A part with agreed: false is arithmetic and was not agreed.',
      },
      answer: { name: 'Gemeenten', description: 'De gemeenten van de regio, op naam.' },
    },
    municipality: {
      operation: 'leesGemeente',
      tag: 'gemeenten',
      summary: {
        nl: 'Een gemeente met alles wat ervan bekend is',
        en: 'A municipality with all that is known of it',
      },
      description: {
        nl: 'Tempo van de woningbouw tegen haar deel, cijfers naast de regio, en leeftijden. Ook wat het model berekent voor haar deel van de regio, en wat niet bekend is.',
        en: 'Pace of building against its part, figures beside the region, ages, what the model computes for its part of the region, and what is not known.',
      },
      answer: { name: 'Gemeente', description: 'Een gemeente met haar cijfers en die van de regio ernaast.' },
      parameter: 'Code van de gemeente, zoals GM0772.',
    },
  },
} as const satisfies Description;
