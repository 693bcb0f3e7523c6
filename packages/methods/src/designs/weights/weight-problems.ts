import type { FuturesProblem } from '../../problems.ts';

/** The catalogue of what can be wrong with weights on futures; futures and rules count from 1. */
export const weightProblems = {
  value: (future: number, weight: number): FuturesProblem => ({
    code: 'FUTURES_WEIGHT_VALUE',
    path: `weights.${future}`,
    message: {
      nl: `${weight} kan geen gewicht zijn van toekomst ${future}`,
      en: `${weight} cannot be the weight of future ${future}`,
    },
    expected: { nl: 'een eindig getal vanaf 0', en: 'a finite number of at least 0' },
    hint: { nl: 'Verbeter het gewicht.', en: 'Mend the weight.' },
  }),
  nothing: (): FuturesProblem => ({
    code: 'FUTURES_WEIGHTS_NOTHING',
    path: 'weights',
    message: { nl: 'geen enkele toekomst telt mee', en: 'no future counts at all' },
    expected: { nl: 'ten minste één gewicht boven nul', en: 'at least one weight above zero' },
    hint: {
      nl: 'Geef een regel minder, of een gewicht boven nul.',
      en: 'Take away a rule, or give a weight above zero.',
    },
  }),
  length: (weights: number, futures: number): FuturesProblem => ({
    code: 'FUTURES_WEIGHTS_LENGTH',
    path: 'weights',
    message: {
      nl: `${weights} gewichten passen niet bij ${futures} toekomsten`,
      en: `${weights} weights do not fit ${futures} futures`,
    },
    expected: { nl: 'één gewicht per toekomst', en: 'one weight per future' },
    hint: { nl: 'Weeg dezelfde toekomsten als u telt.', en: 'Weigh the same futures that you count.' },
  }),
  input: (rule: number, input: string, nearest: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_WEIGHT_INPUT',
    path: `rules.${rule}`,
    message: { nl: `er is geen onzekerheid ${input}`, en: `there is no uncertainty ${input}` },
    expected: { nl: 'de naam van een onzekerheid', en: 'the name of an uncertainty' },
    hint:
      nearest.length === 0
        ? { nl: 'Kies een bestaande naam.', en: 'Choose a name that exists.' }
        : { nl: `Bedoelde u ${nearest.join(', ')}?`, en: `Did you mean ${nearest.join(', ')}?` },
  }),
  rule: (rule: number, value: number): FuturesProblem => ({
    code: 'FUTURES_WEIGHT_RULE',
    path: `rules.${rule}`,
    message: { nl: `${value} past niet in deze regel`, en: `${value} does not fit this rule` },
    expected: {
      nl: 'een grens die een getal is, en een gewicht vanaf 0',
      en: 'a limit that is a number, and a weight of at least 0',
    },
    hint: {
      nl: 'Schrijf bijvoorbeeld: boven 3 telt een toekomst 2 keer.',
      en: 'Write, for instance: above 3 a future counts 2 times.',
    },
  }),
} as const;
