import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [],
  routes: {
    audit: {
      operation: 'leesTegenspraken',
      tag: 'agenda',
      summary: {
        nl: 'Kloppen de getallen van de agenda met elkaar?',
        en: 'Do the numbers of the agenda agree?',
      },
      description: {
        nl: 'Verzamelingen uitspraken die niet samen waar kunnen zijn, elk met de som, de aannamen en lezingen waaronder dat zo is, en de kleinste reparatie. Wat hier niet staat is niet bewezen. Verandert niet zolang de server draait.',
        en: 'Sets of claims that cannot be true together, each with the sum, the assumptions and readings under which that is so, and the smallest repair. What is absent is not proven. Does not change while the server runs.',
      },
      answer: {
        name: 'Tegenspraken',
        description:
          'De audit met alle schakelaars op hun gewone stand (report), en alles waarvan hij is gemaakt (input), zodat ieder hem zelf met andere schakelaars kan overdoen.',
      },
    },
  },
} as const satisfies Description;
