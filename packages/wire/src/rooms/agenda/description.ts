import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'agenda', description: 'De inhoud: wat is beloofd en waar het vandaan komt.' }],
  routes: {
    agenda: {
      operation: 'leesAgenda',
      tag: 'agenda',
      summary: { nl: 'De agenda', en: 'The agenda' },
      description: {
        nl: 'Wat er is beloofd, door wie en met welke middelen. Verandert niet zolang de server draait.',
        en: 'What was promised, by whom and with which means. Does not change while the server runs.',
      },
      answer: {
        name: 'Agenda',
        description:
          'De agenda als gegevens: regio, resultatenboom, doelstellingen, indicatoren, maatregelen, knelpunten, partijen, afspraken, registers, gebieden en wat niet bekend is.',
      },
    },
  },
} as const satisfies Description;
