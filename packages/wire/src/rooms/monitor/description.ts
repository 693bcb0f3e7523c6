import type { Description } from '../../room.ts';

/** What the description of the API says of this room. */
export const description = {
  tags: [{ name: 'monitor', description: 'De metingen: wat de statistiek zegt.' }],
  routes: {
    monitor: {
      operation: 'leesIndicatoren',
      tag: 'monitor',
      summary: {
        nl: 'Alle indicatoren met hun laatste cijfer',
        en: 'All indicators with their latest figure',
      },
      description: {
        nl: 'Wat de statistiek zegt, en hoe elk doel er volgens de metingen voor staat.',
        en: 'What the statistics say, and how every target stands by them.',
      },
      answer: {
        name: 'Indicatoren',
        description:
          'Wat de statistiek zegt: elke indicator met haar laatste cijfer en lijn, hoe elk doel er volgens de metingen voor staat, de bronnen en wat er is herzien. store zegt of ook opgehaalde cijfers worden getoond.',
      },
    },
    indicator: {
      operation: 'leesIndicator',
      tag: 'monitor',
      summary: {
        nl: 'Een indicator met alle cijfers en versies',
        en: 'One indicator with all figures and versions',
      },
      description: {
        nl: 'Alles over een indicator. Met ?bekendOp=2024-01-31 zoals het op die dag bekend was; assumed telt de cijfers waarvan de dag van publicatie niet bekend is.',
        en: 'Everything about an indicator. With ?bekendOp=2024-01-31 as it was known on that day; assumed counts the figures of which the day of publication is not known.',
      },
      answer: {
        name: 'Indicator',
        description:
          'Alles over een indicator: de cijfers die gelden in elk gebied, eerdere versies, breuken, stand van de doelen, schatting van het lopende jaar en beschrijving. Waarden in de eenheid van de indicator.',
      },
      parameter: 'Id van de indicator.',
      query: { bekendOp: 'Dag, zoals 2024-01-31: wat was er toen bekend?' },
    },
    backTest: {
      operation: 'leesVoorspelkracht',
      tag: 'monitor',
      summary: { nl: 'Hoe het model het zou hebben gedaan', en: 'How the model would have done' },
      description: {
        nl: 'Voorspellingen met wat destijds bekend was, tegen wat er kwam.',
        en: 'Forecasts with what was known at the time, against what came.',
      },
      answer: {
        name: 'Voorspelkracht',
        description:
          'Hoe het model het zou hebben gedaan: voorspellingen met wat destijds bekend was, tegen wat er kwam. backTest is null zolang het wordt berekend; reason zegt waarom.',
      },
    },
    backTestCount: {
      operation: 'leesVoorspelkrachtTelling',
      tag: 'monitor',
      summary: {
        nl: 'Hoe het model het deed, in een paar tellingen',
        en: 'How the model did, in a few counts',
      },
      description: {
        nl: 'Hoeveel uitkomsten buiten de band vielen, in totaal en per indicator.',
        en: 'How many outcomes fell outside the band, in all and per indicator.',
      },
      answer: {
        name: 'VoorspelkrachtTelling',
        description:
          'Hoeveel uitkomsten er kwamen, en hoeveel daarvan buiten de band van acht op de tien toekomsten vielen. all is null zolang het niet is berekend.',
      },
    },
    boundaries: {
      operation: 'leesGrenzen',
      tag: 'monitor',
      summary: { nl: 'Grenzen van gebieden', en: 'Boundaries of areas' },
      description: {
        nl: 'De nieuwste grenzen, of die van een jaar.',
        en: 'The newest boundaries, or those of a year.',
      },
      answer: {
        name: 'Grenzen',
        description:
          'Grenzen van gebieden als GeoJSON (WGS 84), waar iemand ze heeft opgehaald; anders null.',
      },
      query: { jaar: 'Jaar van de grenzen; standaard het nieuwste.' },
    },
  },
} as const satisfies Description;
