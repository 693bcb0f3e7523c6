import type { FuturesProblem } from '../problems.ts';

const fault = (
  code: string,
  path: string,
  message: FuturesProblem['message'],
  expected: FuturesProblem['expected'],
  hint: FuturesProblem['hint'],
): FuturesProblem => ({ code: `FUTURES_SEARCH_${code}`, path, message, expected, hint });

/** What can be wrong with a search. */
export const searchProblems = {
  epsilonCount: (found: number, objectives: number): FuturesProblem =>
    fault(
      'EPSILON_COUNT',
      'epsilons',
      {
        nl: `er zijn ${found} epsilons en ${objectives} doelen`,
        en: `there are ${found} epsilons and ${objectives} objectives`,
      },
      { nl: 'één epsilon per doel', en: 'one epsilon per objective' },
      { nl: `Geef er ${objectives}.`, en: `Give ${objectives}.` },
    ),
  epsilon: (name: string, value: number): FuturesProblem =>
    fault(
      'EPSILON',
      `epsilon of ${name}`,
      { nl: `${value} kan geen epsilon zijn`, en: `${value} cannot be an epsilon` },
      { nl: 'een eindig getal boven nul', en: 'a finite number above zero' },
      { nl: 'Kies hoe klein een verschil nog telt.', en: 'Choose how small a difference still counts.' },
    ),
  noVariables: (): FuturesProblem =>
    fault(
      'NO_VARIABLES',
      'variables',
      { nl: 'er is niets te kiezen', en: 'there is nothing to choose' },
      { nl: 'ten minste één knop', en: 'at least one lever' },
      { nl: 'Laat ten minste één knop vrij.', en: 'Leave at least one lever free.' },
    ),
  noObjectives: (): FuturesProblem =>
    fault(
      'NO_OBJECTIVES',
      'objectives',
      { nl: 'er is niets om te verbeteren', en: 'there is nothing to make better' },
      { nl: 'ten minste één doel', en: 'at least one objective' },
      { nl: 'Noem wat het zoeken moet verbeteren.', en: 'Say what the search is to make better.' },
    ),
  range: (name: string, min: number, max: number): FuturesProblem =>
    fault(
      'RANGE',
      name,
      { nl: `bereik ${min} tot ${max} kan niet`, en: `range ${min} to ${max} cannot be` },
      {
        nl: 'een kleinste en een grootste waarde, beide eindig',
        en: 'a least and a greatest value, both finite',
      },
      { nl: 'Verbeter het bereik.', en: 'Mend the range.' },
    ),
  setting: (name: string, value: number, expected: FuturesProblem['expected']): FuturesProblem =>
    fault(
      'SETTING',
      name,
      { nl: `${name} kan niet ${value} zijn`, en: `${name} cannot be ${value}` },
      expected,
      { nl: 'Kies een andere waarde.', en: 'Choose another value.' },
    ),
  notFinite: (problem: string, decision: readonly number[]): FuturesProblem =>
    fault(
      'NOT_FINITE',
      problem,
      {
        nl: `de keuze ${decision.join(', ')} geeft geen eindig getal`,
        en: `the decision ${decision.join(', ')} gives a number that is not finite`,
      },
      {
        nl: 'een eindig getal per doel en per grens',
        en: 'a finite number per objective and per constraint',
      },
      { nl: 'Beperk het bereik, of herstel het model.', en: 'Narrow the range, or mend the model.' },
    ),
  checkpoint: (path: string, what: string): FuturesProblem =>
    fault(
      'CHECKPOINT',
      path,
      { nl: `dit is geen bewaard zoekwerk: ${what}`, en: `this is no kept search: ${what}` },
      { nl: 'een bestand dat search --checkpoint schreef', en: 'a file that search --checkpoint wrote' },
      { nl: 'Kies een ander bestand, of begin opnieuw.', en: 'Choose another file, or begin anew.' },
    ),
  otherProblem: (path: string, difference: string): FuturesProblem =>
    fault(
      'OTHER_PROBLEM',
      path,
      {
        nl: `dit is van een andere zoekvraag; daar en hier: ${difference}`,
        en: `this is of another search; there and here: ${difference}`,
      },
      { nl: 'zoekwerk voor dezelfde vraag', en: 'a search for the same question' },
      {
        nl: 'Hervat met dezelfde vraag, regio en instellingen, of begin opnieuw.',
        en: 'Resume with the same question, region and settings, or begin anew.',
      },
    ),
} as const;
