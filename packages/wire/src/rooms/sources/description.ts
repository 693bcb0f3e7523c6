import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [],
  routes: {
    sources: {
      operation: 'leesBronnen',
      tag: 'agenda',
      summary: {
        nl: 'Uitspraken, aannamen, waarnemingen en modelvergelijkingen',
        en: 'Claims, assumptions, observations and equations of the model',
      },
      description: {
        nl: 'Waar elk getal vandaan komt. Verandert niet zolang de server draait.',
        en: 'Where every number comes from. Does not change while the server runs.',
      },
      answer: {
        name: 'Bronnen',
        description:
          'Waar elk getal vandaan komt: uitspraken met plaats in de tekst, aannamen met bereik en reden, waarnemingen, bronnen en de vergelijkingen van het model.',
      },
    },
  },
} as const satisfies Description;
