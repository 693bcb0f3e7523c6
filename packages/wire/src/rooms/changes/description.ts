import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'wijzigingen', description: 'Wat er veranderde in de stand van de agenda, en waardoor.' }],
  routes: {
    changes: {
      operation: 'leesWijzigingen',
      tag: 'wijzigingen',
      summary: { nl: 'Wat er veranderde, en waardoor', en: 'What changed, and why' },
      description: {
        nl: 'Per bewaarde stand wat er anders is dan in de vorige: aantallen, metingen, en de oorzaak. Ook als Atom op /wijzigingen.atom.',
        en: 'Per kept state what differs from the one before: counts, observations, and the cause. As Atom too, at /wijzigingen.atom.',
      },
      answer: {
        name: 'Wijzigingen',
        description:
          'Wat er veranderde tussen de standen die deze server bewaarde, de nieuwste eerst. Meer dan een oorzaak: ze kwamen samen en zijn niet te scheiden.',
      },
    },
  },
} as const satisfies Description;
