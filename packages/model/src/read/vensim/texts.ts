import type { Text } from '../../problems/say.ts';

/** What can be wrong with the text of a Vensim model. */
export const vensimTexts = {
  missingParts: {
    nl: 'Een definitie mist de tekens ~ voor eenheid en toelichting: {text}',
    en: 'A definition lacks the ~ signs for units and comment: {text}',
  },
  unclosed: {
    nl: 'De laatste definitie is niet afgesloten met |: {text}',
    en: 'The last definition is not closed with |: {text}',
  },
  notClosed: {
    nl: 'Een definitie heeft meer dan drie tekens ~; waarschijnlijk mist daarvoor een |: {text}',
    en: 'A definition has more than three ~ signs; a | is probably missing before them: {text}',
  },
  expectedVariable: {
    nl: 'de naam van een variabele; met aanhalingstekens als er leestekens in staan',
    en: 'the name of a variable; between quotation marks if it holds other signs',
  },
  expectedEquals: {
    nl: 'het teken =, een tabel tussen haakjes, of het einde',
    en: 'the sign =, a lookup between parentheses, or the end',
  },
  badRange: {
    nl: 'de reeks {range} is niet uit te schrijven',
    en: 'the range {range} cannot be written out',
  },
  badRangeExpected: {
    nl: 'dezelfde letters met een oplopend nummer, zoals (A1-A9), ten hoogste {most} elementen',
    en: 'the same letters with a rising number, such as (A1-A9), at most {most} elements',
  },
  openComment: {
    nl: 'De opmerking die met { op regel {line} begint, wordt niet gesloten',
    en: 'The comment that begins with { on line {line} is not closed',
  },
  openCommentHint: {
    nl: 'Zet } achter de opmerking; { en } mogen ook in elkaar staan.',
    en: 'Put } behind the comment; { and } may also stand inside each other.',
  },
  openMacro: {
    nl: 'De macro {name} wordt niet gesloten',
    en: 'The macro {name} is not closed',
  },
  openMacroHint: {
    nl: 'Schrijf :END OF MACRO: achter de laatste vergelijking van de macro.',
    en: 'Write :END OF MACRO: behind the last equation of the macro.',
  },
  realityCheck: {
    nl: 'De toets {name} (:THE CONDITION: of :TEST INPUT:) wordt overgeslagen; de uitkomsten veranderen daar niet door',
    en: 'The reality check {name} (:THE CONDITION: or :TEST INPUT:) is passed over; no outcome depends on it',
  },
  realityCheckHint: {
    nl: 'Toets de uitkomsten van de berekening zelf.',
    en: 'Check the outcomes of the run themselves.',
  },
  integration: {
    nl: 'De manier van integreren met nummer {code} in de instellingen (regel 15:) wordt niet gerekend',
    en: 'The way of integration with number {code} in the settings (row 15:) is not computed',
  },
  integrationExpected: {
    nl: '0 (Euler), 3 of 4 (Runge-Kutta 2), 1 of 5 (Runge-Kutta 4)',
    en: '0 (Euler), 3 or 4 (Runge-Kutta 2), 1 or 5 (Runge-Kutta 4)',
  },
  integrationHint: {
    nl: 'Kies in Vensim een van deze manieren en bewaar het model opnieuw.',
    en: 'Choose one of these ways in Vensim and save the model again.',
  },
  integrationStep: {
    nl: 'Vensim kiest bij deze manier van integreren de stap zelf; hier wordt gerekend met {method} en de vaste TIME STEP',
    en: 'With this way of integration Vensim chooses the step itself; here {method} is computed with the fixed TIME STEP',
  },
  integrationStepHint: {
    nl: 'Maak TIME STEP kleiner als de uitkomsten er nog van afhangen.',
    en: 'Make TIME STEP smaller if the outcomes still depend on it.',
  },
} as const satisfies Record<string, Text>;
