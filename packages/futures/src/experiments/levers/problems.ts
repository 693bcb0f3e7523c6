import type { FuturesProblem } from '@schaalsprong/methods/problems';

const fault = (
  code: string,
  path: string,
  message: FuturesProblem['message'],
  expected: FuturesProblem['expected'],
  hint: FuturesProblem['hint'],
): FuturesProblem => ({ code: `FUTURES_SEARCH_${code}`, path, message, expected, hint });

const meant = (nearest: readonly string[], known: readonly string[]): FuturesProblem['hint'] =>
  nearest.length > 0
    ? { nl: `Bedoelde u ${nearest.join(', ')}?`, en: `Did you mean ${nearest.join(', ')}?` }
    : { nl: `Te kiezen is: ${known.join(', ')}.`, en: `There is: ${known.join(', ')}.` };

/** What can be wrong with what a search over a region is asked. */
export const leverProblems = {
  form: (path: string, text: string, example: string): FuturesProblem =>
    fault(
      'FORM',
      path,
      { nl: `'${text}' is niet te lezen`, en: `'${text}' cannot be read` },
      { nl: `zoiets als ${example}`, en: `something like ${example}` },
      { nl: 'Zet een dubbele punt tussen de delen.', en: 'Put a colon between the parts.' },
    ),
  subject: (
    path: string,
    name: string,
    nearest: readonly string[],
    known: readonly string[],
  ): FuturesProblem =>
    fault(
      'UNKNOWN_SUBJECT',
      path,
      { nl: `er is geen ${name}`, en: `there is no ${name}` },
      {
        nl: 'een doelstelling of pijler, all, effort of cost',
        en: 'a target or pillar, all, effort or cost',
      },
      meant(nearest, known),
    ),
  metric: (
    path: string,
    name: string,
    nearest: readonly string[],
    known: readonly string[],
  ): FuturesProblem =>
    fault(
      'UNKNOWN_METRIC',
      path,
      { nl: `${name} kan hier niet`, en: `${name} cannot be used here` },
      { nl: `een van ${known.join(', ')}`, en: `one of ${known.join(', ')}` },
      meant(nearest, known),
    ),
  notModelled: (path: string, target: string): FuturesProblem =>
    fault(
      'NOT_MODELLED',
      path,
      {
        nl: `het model zegt niets over ${target}, of het doel heeft geen getal`,
        en: `the model says nothing of ${target}, or the target has no number`,
      },
      { nl: 'een doelstelling die gerekend wordt', en: 'a target that is computed' },
      { nl: 'Kies een andere doelstelling.', en: 'Choose another target.' },
    ),
  noCost: (path: string): FuturesProblem =>
    fault(
      'NO_COST',
      path,
      {
        nl: 'van geen van de vrije maatregelen is bekend wat zij kost',
        en: 'of none of the free measures is known what it costs',
      },
      { nl: 'ten minste één maatregel met een bedrag', en: 'at least one measure with an amount' },
      { nl: 'Neem effort in plaats van cost.', en: 'Take effort instead of cost.' },
    ),
  measure: (
    path: string,
    name: string,
    nearest: readonly string[],
    known: readonly string[],
  ): FuturesProblem =>
    fault(
      'UNKNOWN_MEASURE',
      path,
      { nl: `er is geen maatregel ${name}`, en: `there is no measure ${name}` },
      { nl: 'de id van een maatregel', en: 'the id of a measure' },
      meant(nearest, known),
    ),
  keep: (path: string, count: number, futures: number): FuturesProblem =>
    fault(
      'KEEP',
      path,
      {
        nl: `${count} van ${futures} toekomsten kan niet`,
        en: `${count} of ${futures} futures cannot be`,
      },
      { nl: `een geheel getal van 1 tot en met ${futures}`, en: `a whole number from 1 to ${futures}` },
      { nl: 'Verlaag het aantal, of reken meer toekomsten.', en: 'Lower the count, or run more futures.' },
    ),
} as const;
