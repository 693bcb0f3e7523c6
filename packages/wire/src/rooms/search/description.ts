import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'zoeken', description: 'Alles wat op deze site te vinden is.' }],
  routes: {
    search: {
      operation: 'leesZoekindex',
      tag: 'zoeken',
      summary: { nl: 'Alles wat te vinden is', en: 'Everything that can be found' },
      description: {
        nl: 'Elk onderdeel met een plaats op deze site, in één taal, als index van MiniSearch. De pagina zoekt hierin in de browser van de lezer.',
        en: 'Everything with a place on this site, in one language, as an index of MiniSearch. The page searches it in the browser of the reader.',
      },
      answer: { name: 'Zoekindex', description: 'Alles wat te vinden is, in één taal.' },
      parameter: 'Taal: nl of en.',
    },
  },
} as const satisfies Description;
