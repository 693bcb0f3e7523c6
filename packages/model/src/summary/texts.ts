import type { Text } from '../problems/say.ts';

/** What can be wrong with what is asked of a summary. */
export const summaryTexts = {
  askProbability: {
    nl: 'Van "{name}" zijn kwantielen gevraagd bij {got}',
    en: 'Quantiles of "{name}" are asked at {got}',
  },
  askProbabilityExpected: { nl: 'kansen van 0 tot en met 1', en: 'probabilities from 0 to 1' },
  askProbabilityHint: {
    nl: 'Schrijf 0.9 voor het negentigste percentiel.',
    en: 'Write 0.9 for the ninetieth percentile.',
  },
  askEvery: {
    nl: 'Van "{name}" is elke {got}e tijd gevraagd',
    en: 'Of "{name}" every {got}th time is asked',
  },
  askEveryExpected: { nl: 'een heel getal van 1 of meer', en: 'a whole number of 1 or more' },
  askEveryHint: { nl: 'Schrijf 4 voor elke vierde tijd.', en: 'Write 4 for every fourth time.' },
  askLine: {
    nl: 'De lijn waarmee "{name}" wordt vergeleken heeft {got} waarden, of een daarvan is geen eindig getal',
    en: 'The line with which "{name}" is compared has {got} values, or one of them is no finite number',
  },
  askLineExpected: {
    nl: 'een eindig getal, of {wanted} eindige getallen: een per bewaarde tijd',
    en: 'a finite number, or {wanted} finite numbers: one per kept time',
  },
  askLineHint: {
    nl: 'Geef een getal, of een lijst die bij de bewaarde tijden past.',
    en: 'Give a number, or a list that fits the kept times.',
  },
  askMemory: {
    nl: 'Deze vraag over {count} toekomsten zou {got} MB vasthouden',
    en: 'This question on {count} futures would hold {got} MB',
  },
  askMemoryExpected: { nl: 'ten hoogste {wanted} MB', en: 'at most {wanted} MB' },
  askMemoryHint: {
    nl: 'Vraag kwantielen met method "sketch", bewaar minder tijden, of schrijf de uitkomsten naar een bestand.',
    en: 'Ask quantiles with method "sketch", keep fewer times, or write the outcomes to a file.',
  },
} as const satisfies Record<string, Text>;
