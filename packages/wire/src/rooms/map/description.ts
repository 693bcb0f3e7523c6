import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'kaart', description: 'Cijfers per gemeente, voor op een kaart.' }],
  routes: {
    map: {
      operation: 'leesKaart',
      tag: 'kaart',
      summary: {
        nl: 'Wat een kaart van de gemeenten kan tonen',
        en: 'What a map of the municipalities can show',
      },
      description: {
        nl: 'Elke indicator met gemeten cijfers van gemeenten, en de grenzen van die gemeenten.',
        en: 'Every indicator with measured figures of municipalities, and the boundaries of these.',
      },
      answer: {
        name: 'Kaart',
        description:
          'Wat een kaart kan tonen: indicatoren met hun perioden, de grenzen (WGS 84, vereenvoudigd voor een scherm; null waar die er niet zijn) en het nieuwste aantal inwoners.',
      },
    },
    mapValues: {
      operation: 'leesKaartcijfers',
      tag: 'kaart',
      summary: {
        nl: 'De cijfers van de gemeenten, per periode',
        en: 'The figures of the municipalities, by period',
      },
      description: {
        nl: 'Alleen wat is gemeten, gemeld of daaruit berekend. Een gemeente zonder cijfer staat er niet in.',
        en: 'Only what was measured, reported or computed from it. A municipality without a figure is not in it.',
      },
      answer: {
        name: 'Kaartcijfers',
        description:
          'De cijfers van de gemeenten in de eenheid van de indicator, en per 1.000 inwoners op 1 januari van dat jaar waar dat kan.',
      },
      parameter: 'Id van de indicator, zoals in /v1/kaart.',
    },
  },
} as const satisfies Description;
