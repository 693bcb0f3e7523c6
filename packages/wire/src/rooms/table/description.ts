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
          'Een stand van de beleidstafel: elke maatregel met de waarde van zijn knop, hoeveel hele jaren eerder een maatregel komt (timings, onder 0 later), aannamen die vaststaan, en van wie de bereiken zijn (viewpoint: null, de id van een kijk, of together). Met year leest elk doel in dat jaar in plaats van op zijn eigen datum; de jaren staan bij de agenda, onder table.years.',
      },
    },
    keepsShares: {
      operation: 'bewaartGedeeld',
      tag: 'stand',
      summary: {
        nl: 'Of deze server gedeelde standen bewaart',
        en: 'Whether this server keeps shared settings',
      },
      description: {
        nl: 'Zegt of deze server gedeelde standen van de beleidstafel onder een kort adres bewaart, en hoeveel ten hoogste.',
        en: 'Says whether this server keeps shared settings of the policy table under a short address, and how many at most.',
      },
      answer: {
        name: 'BewaartGedeeld',
        description: 'Of deze server gedeelde standen bewaart (keeps) en hoeveel ten hoogste (most).',
      },
    },
    keepShare: {
      operation: 'bewaarGedeeld',
      tag: 'stand',
      summary: { nl: 'Een gedeelde stand bewaren', en: 'Keep a shared setting' },
      description: {
        nl: 'Bewaart wat in een lange link achter bewaard= staat. Dezelfde inhoud geeft steeds hetzelfde id. Wat is bewaard, verandert niet en wordt niet gewist.',
        en: 'Keeps what a long link has behind bewaard=. The same content always gives the same id. What is kept does not change and is not deleted.',
      },
      answer: {
        name: 'GedeeldId',
        description: 'Het id van een gedeelde stand: /tafel?deel=ID opent haar.',
      },
      body: { name: 'Gedeeld', description: 'Wat in een lange link achter bewaard= staat.' },
      problems: {
        403: 'Deze server bewaart geen gedeelde standen.',
        422: 'De link is afgekapt of veranderd.',
        429: 'Er zijn in een minuut te veel standen gedeeld.',
        503: 'De opslag is nu niet te bereiken.',
        507: 'Er kunnen geen gedeelde standen meer bij.',
      },
    },
    share: {
      operation: 'leesGedeeld',
      tag: 'stand',
      summary: { nl: 'Een gedeelde stand', en: 'A shared setting' },
      description: {
        nl: 'Geeft wat onder dit id is bewaard: het deel van een lange link achter bewaard=.',
        en: 'Gives what is kept under this id: the part of a long link behind bewaard=.',
      },
      answer: { name: 'GedeeldeStand', description: 'Een bewaarde gedeelde stand.' },
      parameter: 'Id van een gedeelde stand.',
      problems: { 503: 'De opslag is nu niet te bereiken.' },
    },
  },
} as const satisfies Description;
