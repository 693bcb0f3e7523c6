import type { RouteName } from '../routes.ts';
import type { Text } from '../shapes/words.ts';

/** What the description says of one route. */
export interface RouteText {
  readonly operation: string;
  readonly tag: 'agenda' | 'stand' | 'monitor' | 'beschrijving';
  readonly summary: Text;
  readonly description: Text;
}

/** Routes that are no part of the open data: only the pages of the server itself save. */
export const undescribed = [
  'savesProposals',
  'saveProposals',
  'savesVerdicts',
  'saveVerdicts',
  'savesJudgements',
  'saveJudgements',
] as const satisfies readonly RouteName[];

/** The described routes, in words. The description is in Dutch; the English is for whoever shows a list of them. */
export const routeTexts = {
  agenda: {
    operation: 'leesAgenda',
    tag: 'agenda',
    summary: { nl: 'De agenda', en: 'The agenda' },
    description: {
      nl: 'Wat er is beloofd, door wie en met welke middelen. Verandert niet zolang de server draait.',
      en: 'What was promised, by whom and with which means. Does not change while the server runs.',
    },
  },
  sources: {
    operation: 'leesBronnen',
    tag: 'agenda',
    summary: {
      nl: 'Uitspraken, aannamen, waarnemingen en modelvergelijkingen',
      en: 'Claims, assumptions, observations and equations of the model',
    },
    description: {
      nl: 'Waar elk getal vandaan komt. Verandert niet zolang de server draait.',
      en: 'Where every number comes from. Does not change while the server runs.',
    },
  },
  standing: {
    operation: 'leesStand',
    tag: 'stand',
    summary: { nl: 'De stand van de agenda', en: 'Where the agenda stands' },
    description: {
      nl: 'De uitkomst van alle toekomsten, of hoe ver de berekening is. Vraag zolang state running is na ongeveer een seconde opnieuw.',
      en: 'The outcome of all futures, or how far the computation is. While state is running, ask again after about a second.',
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
  },
  target: {
    operation: 'leesDoelstelling',
    tag: 'stand',
    summary: { nl: 'Een doelstelling met haar stand', en: 'One target with its standing' },
    description: {
      nl: 'Een doelstelling met stand, waaier, waarnemingen en uitspraken.',
      en: 'One target with its standing, fan, observations and claims.',
    },
  },
  table: {
    operation: 'rekenTafel',
    tag: 'stand',
    summary: { nl: 'Een stand van de beleidstafel doorrekenen', en: 'Compute a setting of the policy table' },
    description: {
      nl: 'Rekent een stand van de knoppen door in ten hoogste 10.000 toekomsten. Verandert niets. Met ?values=1 komt van elk doel de waarde in elke toekomst mee.',
      en: 'Computes a setting of the levers in at most 10,000 futures. Changes nothing. With ?values=1 the value of every target in every future comes with it.',
    },
  },
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
  },
  monitor: {
    operation: 'leesIndicatoren',
    tag: 'monitor',
    summary: { nl: 'Alle indicatoren met hun laatste cijfer', en: 'All indicators with their latest figure' },
    description: {
      nl: 'Wat de statistiek zegt, en hoe elk doel er volgens de metingen voor staat.',
      en: 'What the statistics say, and how every target stands by them.',
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
  },
  backTest: {
    operation: 'leesVoorspelkracht',
    tag: 'monitor',
    summary: { nl: 'Hoe het model het zou hebben gedaan', en: 'How the model would have done' },
    description: {
      nl: 'Voorspellingen met wat destijds bekend was, tegen wat er kwam.',
      en: 'Forecasts with what was known at the time, against what came.',
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
  },
  description: {
    operation: 'leesBeschrijving',
    tag: 'beschrijving',
    summary: { nl: 'Deze beschrijving', en: 'This description' },
    description: {
      nl: 'De beschrijving van de API volgens OpenAPI 3.1.',
      en: 'The description of the API by OpenAPI 3.1.',
    },
  },
} as const satisfies Record<Exclude<RouteName, (typeof undescribed)[number]>, RouteText>;

/** Query parameters, in the words of the description. */
export const queryTexts: Readonly<Record<string, string>> = {
  bekendOp: 'Dag, zoals 2024-01-31: wat was er toen bekend?',
  jaar: 'Jaar van de grenzen; standaard het nieuwste.',
  values: 'Met 1 komen de waarden per toekomst mee.',
};

/** Path parameters of a route, in the words of the description. */
export const paramTexts: Readonly<Record<string, string>> = {
  target: 'Id van de doelstelling.',
  indicator: 'Id van de indicator.',
};

/** Names of the schemas of answers and questions, with what the description says of them. */
export const schemaTexts = {
  agenda: {
    name: 'Agenda',
    description:
      'De agenda als gegevens: regio, resultatenboom, doelstellingen, indicatoren, maatregelen, knelpunten, partijen, afspraken, registers, gebieden en wat niet bekend is.',
  },
  sources: {
    name: 'Bronnen',
    description:
      'Waar elk getal vandaan komt: uitspraken met plaats in de tekst, aannamen met bereik en reden, waarnemingen, bronnen en de vergelijkingen van het model.',
  },
  standing: {
    name: 'Stand',
    description:
      'De stand van de agenda. Zolang state running is, kan detail al een antwoord over minder toekomsten bevatten, zonder carriedBy.',
  },
  targets: {
    name: 'Doelstellingen',
    description: 'Alle doelstellingen, elk met haar stand; null zolang die niet is berekend.',
  },
  target: {
    name: 'Doelstelling',
    description:
      'Een doelstelling met haar stand, de waaier over de tijd (p10, p50, p90), de waarnemingen en de uitspraken die over haar gaan.',
  },
  audit: {
    name: 'Tegenspraken',
    description:
      'De audit met alle schakelaars op hun gewone stand (report), en alles waarvan hij is gemaakt (input), zodat ieder hem zelf met andere schakelaars kan overdoen.',
  },
  table: {
    name: 'Tafel',
    description:
      'Wat de toekomsten zeggen van een stand van de beleidstafel: uitkomsten over de tijd, doelen met in hoeveel toekomsten zij worden gehaald, en wat er tegenhoudt. hash is de SHA-256 over alle getallen; de browser komt op dezelfde.',
  },
  monitor: {
    name: 'Indicatoren',
    description:
      'Wat de statistiek zegt: elke indicator met haar laatste cijfer en lijn, hoe elk doel er volgens de metingen voor staat, de bronnen en wat er is herzien. store zegt of ook opgehaalde cijfers worden getoond.',
  },
  indicator: {
    name: 'Indicator',
    description:
      'Alles over een indicator: de cijfers die gelden in elk gebied, eerdere versies, breuken, stand van de doelen, schatting van het lopende jaar en beschrijving. Waarden in de eenheid van de indicator.',
  },
  backTest: {
    name: 'Voorspelkracht',
    description:
      'Hoe het model het zou hebben gedaan: voorspellingen met wat destijds bekend was, tegen wat er kwam. backTest is null zolang het wordt berekend; reason zegt waarom.',
  },
  boundaries: {
    name: 'Grenzen',
    description: 'Grenzen van gebieden als GeoJSON (WGS 84), waar iemand ze heeft opgehaald; anders null.',
  },
  description: { name: 'Beschrijving', description: 'Een beschrijving volgens OpenAPI 3.1.' },
} as const;

/** The question to the policy table, and the problem that every error answers with. */
export const tableBodyText = {
  name: 'Tafelvraag',
  description:
    'Een stand van de beleidstafel: elke maatregel met de waarde van zijn knop, aannamen die vaststaan, en van wie de bereiken zijn (viewpoint: null, de id van een kijk, of together).',
} as const;
export const problemText = {
  name: 'Probleem',
  description:
    'Een fout volgens RFC 9457; title en detail in het Nederlands, dezelfde teksten in het Engels onder en.',
} as const;
