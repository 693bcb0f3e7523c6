import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [],
  routes: {
    table: {
      operation: 'rekenTafel',
      tag: 'stand',
      summary: {
        nl: 'Een stand van de beleidstafel doorrekenen',
        en: 'Compute a setting of the policy table',
      },
      description: {
        nl: 'Rekent een stand van de knoppen door in ten hoogste 10.000 toekomsten. Verandert niets. Met ?values=1 komt van elk doel de waarde in elke toekomst mee.',
        en: 'Computes a setting of the levers in at most 10,000 futures. Changes nothing. With ?values=1 the value of every target in every future comes with it.',
      },
      answer: {
        name: 'Tafel',
        description:
          'Wat de toekomsten zeggen van een stand van de beleidstafel: uitkomsten over de tijd, doelen met in hoeveel toekomsten zij worden gehaald, en wat er tegenhoudt. hash is de SHA-256 over alle getallen; de browser komt op dezelfde.',
      },
      query: { values: 'Met 1 komen de waarden per toekomst mee.' },
      body: {
        name: 'Tafelvraag',
        description:
          'Een stand van de beleidstafel: elke maatregel met de waarde van zijn knop, aannamen die vaststaan, en van wie de bereiken zijn (viewpoint: null, de id van een kijk, of together).',
      },
    },
  },
} as const satisfies Description;
