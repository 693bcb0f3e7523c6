import type { Text } from '../problems/say.ts';

/** What can be wrong with the text of a model, in whichever language it is written. */
export const readTexts = {
  syntax: {
    nl: 'De vergelijking is niet te lezen: {detail}',
    en: 'The equation cannot be read: {detail}',
  },
  syntaxColumn: {
    nl: 'De vergelijking is niet te lezen: {detail} (kolom {column})',
    en: 'The equation cannot be read: {detail} (column {column})',
  },
  syntaxHint: {
    nl: 'Kijk naar haakjes, komma’s en ontbrekende operatoren in: {text}',
    en: 'Look at parentheses, commas and missing operators in: {text}',
  },
  tooDeep: {
    nl: 'er staan meer dan {most} haakjes of tekens in elkaar',
    en: 'more than {most} parentheses or signs stand inside each other',
  },
  tooLong: { nl: 'de vergelijking is te lang', en: 'the equation is too long' },
  tooDeepHint: {
    nl: 'Verdeel de vergelijking over variabelen met een naam: {text}',
    en: 'Spread the equation over variables with a name: {text}',
  },
  endsTooSoon: { nl: 'de vergelijking houdt te vroeg op', en: 'the equation ends too soon' },
  unclosedQuote: {
    nl: 'een aanhalingsteken wordt niet gesloten: {text}',
    en: 'a quotation mark is not closed: {text}',
  },
  unclosedComment: {
    nl: 'een opmerking tussen {} wordt niet gesloten',
    en: 'a comment in {} is not closed',
  },
  lookupArguments: {
    nl: 'de tabel {name} krijgt {got} invoeren in plaats van een',
    en: 'the lookup {name} is given {got} inputs instead of one',
  },
  oddList: {
    nl: 'de tabel heeft {got} losse getallen, die niet in evenveel x als y te verdelen zijn',
    en: 'the lookup has {got} bare numbers, which cannot be divided into as many x as y',
  },
  expectedOperand: {
    nl: 'een getal, een naam of een haakje',
    en: 'a number, a name or a parenthesis',
  },
  expectedOperator: {
    nl: 'een bewerking (+ - * / ^, een vergelijking), of het einde van de vergelijking',
    en: 'an operator (+ - * / ^, a comparison), or the end of the equation',
  },
  expectedNumberOnly: { nl: 'een getal', en: 'a number' },
  expectedSubscriptName: {
    nl: 'de naam van een dimensie of element',
    en: 'the name of a dimension or element',
  },
  expectedSign: { nl: '{sign}', en: '{sign}' },
  expectedClosing: {
    nl: '{sign}, dat {open} sluit, of een bewerking',
    en: '{sign}, which closes {open}, or an operator',
  },
  macroRecursion: {
    nl: 'De macro roept zichzelf aan: {cycle}',
    en: 'The macro calls itself: {cycle}',
  },
  macroRecursionHint: {
    nl: 'Schrijf uit wat {name} nodig heeft; een voorraad (INTEG) geeft een macro geheugen.',
    en: 'Write out what {name} needs; a stock (INTEG) gives a macro a memory.',
  },
  macroTooMany: {
    nl: 'De macro’s geven uitgeschreven meer dan {most} vergelijkingen',
    en: 'The macros written out give more than {most} equations',
  },
  macroDeep: {
    nl: 'Meer dan {most} macro’s roepen elkaar aan',
    en: 'More than {most} macros call each other',
  },
  macroTooManyHint: {
    nl: 'Roep in macro’s minder macro’s aan.',
    en: 'Call fewer macros within macros.',
  },
  macroOutput: {
    nl: 'De macro {name} heeft geen vergelijking voor zijn uitkomst {output}',
    en: 'The macro {name} has no equation for its output {output}',
  },
  macroOutputHint: {
    nl: 'Schrijf in de macro {output} = uitdrukking ~ eenheid ~ toelichting |',
    en: 'Write in the macro {output} = expression ~ units ~ comment |',
  },
  macroOutName: {
    nl: 'Achter de dubbele punt van {name} staat geen naam maar {output}',
    en: 'Behind the colon of {name} stands no name but {output}',
  },
  macroOutNameHint: {
    nl: 'Geef daar de naam van een nieuwe variabele die de uitkomst van {name} krijgt.',
    en: 'Give there the name of a new variable that takes the output of {name}.',
  },
  duplicateMacroHint: { nl: 'Verwijder een van beide.', en: 'Remove one of them.' },
  unexpectedAt: { nl: '"{found}" past hier niet', en: '"{found}" does not fit here' },
  chain: {
    nl: 'de bewerking {op} staat twee keer achter elkaar zonder haakjes; de volgorde is dan niet zeker',
    en: 'the operator {op} stands twice in a row without parentheses; its order is then not certain',
  },
  chainHint: {
    nl: 'Zet haakjes om wat eerst komt.',
    en: 'Put parentheses around what comes first.',
  },
  unsupportedFunction: {
    nl: 'De functie {fn} wordt niet gerekend',
    en: 'The function {fn} is not computed',
  },
  wrongArguments: {
    nl: '{fn} kreeg {got} argumenten',
    en: '{fn} was given {got} arguments',
  },
  wrongArgumentsExpected: {
    nl: '{wanted} argumenten',
    en: '{wanted} arguments',
  },
  wrongArgumentsHint: {
    nl: 'De vorm is {form}.',
    en: 'Its form is {form}.',
  },
  unknownName: {
    nl: 'De naam "{name}" bestaat niet in het model',
    en: 'The name "{name}" does not exist in the model',
  },
  notALookup: {
    nl: '"{name}" is geen tabel en kan niet worden aangeroepen',
    en: '"{name}" is not a lookup and cannot be called',
  },
  duplicate: {
    nl: '{name} is twee keer bepaald: op regel {first} en op regel {second}',
    en: '{name} is defined twice: on line {first} and on line {second}',
  },
  unboundDimension: {
    nl: 'De dimensie {dim} staat rechts maar niet links van {name}',
    en: 'The dimension {dim} stands on the right but not on the left of {name}',
  },
  subscriptCount: {
    nl: '{name} heeft {wanted} dimensies maar krijgt er {got}',
    en: '{name} has {wanted} dimensions but is given {got}',
  },
  subscriptHint: {
    nl: 'Vergelijk de haken met de vergelijking op regel {line}.',
    en: 'Compare the brackets with the equation on line {line}.',
  },
  badTableHint: {
    nl: 'Geef getallenparen met verschillende x: ((0,0),(1,2)).',
    en: 'Give pairs of numbers with different x: ((0,0),(1,2)).',
  },
} as const satisfies Record<string, Text>;
