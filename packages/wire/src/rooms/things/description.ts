import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'verwijzingen', description: 'Wat waarnaar verwijst, en wie wat wanneer toezegde.' }],
  routes: {
    thing: {
      operation: 'leesVerwijzingen',
      tag: 'verwijzingen',
      summary: {
        nl: 'Waarnaar iets verwijst, en wat ernaar verwijst',
        en: 'What a thing names, and what names it',
      },
      description: {
        nl: 'Van een partij, maatregel, knelpunt, project of ander onderdeel: alle verwijzingen in beide richtingen, met de uitspraken in de tekst en de bronnen.',
        en: 'Of a party, measure, constraint, project or other part: all links both ways, with the claims in the text and the sources.',
      },
      answer: { name: 'Verwijzingen', description: 'Een onderdeel van de agenda met al zijn verwijzingen.' },
      parameter: 'Soort (zoals party of measure), en daarna het id van het onderdeel.',
    },
    agreements: {
      operation: 'leesAfspraken',
      tag: 'verwijzingen',
      summary: { nl: 'De afspraken op volgorde van urgentie', en: 'The agreements by urgency' },
      description: {
        nl: 'Per afspraak of de datum voorbij is, en wat er de komende twaalf maanden komt. De tekst van een afspraak staat in /v1/agenda.',
        en: 'Per agreement whether its day is past, and what comes in the next twelve months. The text of an agreement is in /v1/agenda.',
      },
      answer: {
        name: 'Afspraken',
        description: 'De afspraken op de dag van vandaag, en de agenda van de komende twaalf maanden.',
      },
    },
  },
} as const satisfies Description;
