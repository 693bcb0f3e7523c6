import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'stand', description: 'De uitkomst: waar de agenda staat.' }],
  routes: {
    standing: {
      operation: 'leesStand',
      tag: 'stand',
      summary: { nl: 'De stand van de agenda', en: 'Where the agenda stands' },
      description: {
        nl: 'De uitkomst van alle toekomsten, of hoe ver de berekening is. Vraag zolang state running is na ongeveer een seconde opnieuw.',
        en: 'The outcome of all futures, or how far the computation is. While state is running, ask again after about a second.',
      },
      answer: {
        name: 'Stand',
        description:
          'De stand van de agenda. Zolang state running is, kan detail al een antwoord over minder toekomsten bevatten, zonder carriedBy.',
      },
    },
    targets: {
      operation: 'leesDoelstellingen',
      tag: 'stand',
      summary: { nl: 'Alle doelstellingen met hun stand', en: 'All targets with their standing' },
      description: {
        nl: 'Elke doelstelling van de agenda, met haar stand zodra die is berekend.',
        en: 'Every target of the agenda, with its standing once that is computed.',
      },
      answer: {
        name: 'Doelstellingen',
        description: 'Alle doelstellingen, elk met haar stand; null zolang die niet is berekend.',
      },
    },
    target: {
      operation: 'leesDoelstelling',
      tag: 'stand',
      summary: { nl: 'Een doelstelling met haar stand', en: 'One target with its standing' },
      description: {
        nl: 'Een doelstelling met stand, waaier, waarnemingen en uitspraken.',
        en: 'One target with its standing, fan, observations and claims.',
      },
      answer: {
        name: 'Doelstelling',
        description:
          'Een doelstelling met haar stand, de waaier over de tijd (p10, p50, p90), de waarnemingen en de uitspraken die over haar gaan.',
      },
      parameter: 'Id van de doelstelling.',
    },
  },
} as const satisfies Description;
