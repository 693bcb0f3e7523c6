/** A text in both languages of the product. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/**
 * Every sentence that a user of this package can meet, Dutch and English. Words between braces are filled in
 * by {@link say}; both languages must hold the same ones (tested).
 */
export const texts = {
  syntax: {
    nl: 'De vergelijking is niet te lezen: {detail}',
    en: 'The equation cannot be read: {detail}',
  },
  syntaxColumn: {
    nl: 'De vergelijking is niet te lezen: {detail} (kolom {column})',
    en: 'The equation cannot be read: {detail} (column {column})',
  },
  syntaxExpected: {
    nl: 'een vergelijking in Vensim-vorm: naam = uitdrukking ~ eenheid ~ toelichting |',
    en: 'an equation in Vensim form: name = expression ~ units ~ comment |',
  },
  syntaxHint: {
    nl: 'Kijk naar haakjes, komma’s en ontbrekende operatoren in: {text}',
    en: 'Look at parentheses, commas and missing operators in: {text}',
  },
  missingParts: {
    nl: 'Een definitie mist de tekens ~ voor eenheid en toelichting: {text}',
    en: 'A definition lacks the ~ signs for units and comment: {text}',
  },
  unclosed: {
    nl: 'De laatste definitie is niet afgesloten met |: {text}',
    en: 'The last definition is not closed with |: {text}',
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
  notClosed: {
    nl: 'Een definitie heeft meer dan drie tekens ~; waarschijnlijk mist daarvoor een |: {text}',
    en: 'A definition has more than three ~ signs; a | is probably missing before them: {text}',
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
  unexpectedAt: { nl: '"{found}" past hier niet', en: '"{found}" does not fit here' },
  emptyEquation: {
    nl: '{name} heeft geen vergelijking, en er zijn geen gegevens met deze naam',
    en: '{name} has no equation, and there is no data of this name',
  },
  emptyEquationHint: {
    nl: 'Geef een vergelijking of een tabel, {name} ((0,0),(1,1)), of een bestand met het verloop: een kolom Time en een kolom {name} (--data BESTAND.csv).',
    en: 'Give an equation or a table, {name} ((0,0),(1,1)), or a file with its course: a column Time and a column {name} (--data FILE.csv).',
  },
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
  unsupportedKeyword: {
    nl: 'Het sleutelwoord {fn} wordt niet gerekend',
    en: 'The keyword {fn} is not computed',
  },
  noAlternative: {
    nl: 'Gebruik een van de functies die de README van dit pakket noemt.',
    en: 'Use one of the functions that the README of this package lists.',
  },
  altRandom: {
    nl: 'Maak er een constante van en geef per toekomst een waarde mee (onzekerheid).',
    en: 'Make it a constant and give a value per future (an uncertainty).',
  },
  altData: {
    nl: 'Zet de gegevens in een lijst of een tabel in het model.',
    en: 'Put the data in a list or a lookup in the model.',
  },
  altVector: {
    nl: 'Gebruik SUM, PROD, VMIN of VMAX over een dimensie met uitroepteken, met IF THEN ELSE voor de keuze.',
    en: 'Use SUM, PROD, VMIN or VMAX over a dimension with an exclamation mark, with IF THEN ELSE for the choice.',
  },
  altDelay: {
    nl: 'Gebruik DELAY1, DELAY3, DELAY N, DELAY FIXED, SMOOTH of SMOOTH3.',
    en: 'Use DELAY1, DELAY3, DELAY N, DELAY FIXED, SMOOTH or SMOOTH3.',
  },
  altLookup: {
    nl: 'Gebruik WITH LOOKUP of een tabel (lineair, aan de einden vastgehouden).',
    en: 'Use WITH LOOKUP or a lookup (linear, held at both ends).',
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
  emptyArgument: {
    nl: 'In de vergelijking van {name} is een argument leeg',
    en: 'In the equation of {name} an argument is empty',
  },
  emptyArgumentHint: {
    nl: 'Vul het getal of de naam in die na de komma hoort, of haal de komma weg.',
    en: 'Write the number or name that belongs after the comma, or take the comma out.',
  },
  onlyAsEquation: {
    nl: '{fn} mag alleen als hele rechterkant van een vergelijking staan',
    en: '{fn} may only stand as the whole right side of an equation',
  },
  onlyAsEquationHint: {
    nl: 'Geef {fn} een eigen variabele en gebruik die.',
    en: 'Give {fn} a variable of its own and use that.',
  },
  unknownName: {
    nl: 'De naam "{name}" bestaat niet in het model',
    en: 'The name "{name}" does not exist in the model',
  },
  unknownNameExpected: {
    nl: 'de naam van een variabele, tabel, dimensie of functie',
    en: 'the name of a variable, lookup, dimension or function',
  },
  nearest: { nl: 'Bedoelde u: {names}?', en: 'Did you mean: {names}?' },
  notSought: {
    nl: 'Voeg de vergelijking of de dimensie toe, of verbeter de naam.',
    en: 'Add the equation or the dimension, or correct the name.',
  },
  noNearest: {
    nl: 'Geen naam in het model lijkt erop; voeg de vergelijking toe.',
    en: 'No name in the model is like it; add the equation.',
  },
  valueExpected: {
    nl: 'iets met een waarde: een getal, een naam, of een tabel met invoer',
    en: 'something with a value: a number, a name, or a lookup with an input',
  },
  lookupExpected: {
    nl: 'de naam van een tabel, of paren van getallen',
    en: 'the name of a lookup, or pairs of numbers',
  },
  wholeRightSideExpected: {
    nl: '{fn}(...) als hele rechterkant van een vergelijking',
    en: '{fn}(...) as the whole right side of an equation',
  },
  notALookup: {
    nl: '"{name}" is geen tabel en kan niet worden aangeroepen',
    en: '"{name}" is not a lookup and cannot be called',
  },
  notALookupHint: {
    nl: 'Schrijf {name} * (...) als vermenigvuldigen bedoeld is, of maak er een tabel van.',
    en: 'Write {name} * (...) if a product is meant, or make it a lookup.',
  },
  lookupNotCalled: {
    nl: 'De tabel "{name}" wordt gebruikt zonder invoer',
    en: 'The lookup "{name}" is used without an input',
  },
  lookupNotCalledHint: { nl: 'Schrijf {name}(invoer).', en: 'Write {name}(input).' },
  duplicate: {
    nl: '{name} is twee keer bepaald: op regel {first} en op regel {second}',
    en: '{name} is defined twice: on line {first} and on line {second}',
  },
  duplicateHint: {
    nl: 'Verwijder er een, of gebruik :EXCEPT: om elementen uit te sluiten.',
    en: 'Remove one, or use :EXCEPT: to leave elements out.',
  },
  reserved: {
    nl: '{name} is een vaste naam van Vensim en kan niet opnieuw worden bepaald',
    en: '{name} is a fixed name of Vensim and cannot be defined again',
  },
  reservedHint: { nl: 'Kies een andere naam.', en: 'Choose another name.' },
  unitClash: {
    nl: 'De eenheden in {name} kloppen niet: in "{expression}" staat [{left}] naast [{right}]',
    en: 'The units in {name} do not balance: in "{expression}" [{left}] meets [{right}]',
  },
  unitClashExpected: { nl: '[{unit}]', en: '[{unit}]' },
  unitClashHint: {
    nl: 'Deel of vermenigvuldig met een constante die een eenheid heeft; een los getal heeft er geen (behalve 0).',
    en: 'Divide or multiply by a constant that has a unit; a bare number has none (except 0).',
  },
  noUnits: { nl: '{name} heeft geen eenheid', en: '{name} has no units' },
  noUnitsHint: {
    nl: 'Schrijf een eenheid achter het eerste ~, of Dmnl als er geen is.',
    en: 'Write a unit after the first ~, or Dmnl if there is none.',
  },
  badUnits: {
    nl: 'De eenheid "{units}" van {name} is niet te lezen',
    en: 'The units "{units}" of {name} cannot be read',
  },
  badUnitsHint: {
    nl: 'Gebruik namen met *, /, haakjes en ^geheel getal, zoals EUR/(job*Year).',
    en: 'Use names with *, /, parentheses and ^integer, such as EUR/(job*Year).',
  },
  expectedData: {
    nl: 'gegevens waar het model om vraagt, op de plaats die het noemt',
    en: 'the data that the model asks for, at the place that it names',
  },
  dataNotGiven: {
    nl: '{name} leest {file}, maar er zijn geen gegevens meegegeven',
    en: '{name} reads {file}, but no data was given',
  },
  dataNotGivenHint: {
    nl: 'Geef de map of het bestand met gegevens mee: --data MAP (in code: compile(tekst, { data })).',
    en: 'Give the folder or the file with the data: --data FOLDER (in code: compile(text, { data })).',
  },
  dataEquation: {
    nl: '{name} is met := bepaald uit meer dan constanten en gegevens die een tijdstip delen',
    en: '{name} is defined with := from more than constants and data that share a time',
  },
  dataEquationHint: {
    nl: 'Schrijf = in plaats van :=, dan wordt het elke tijdstap gerekend, of geef de gegevens een tijdstip gemeen (of gebruik X IF MISSING).',
    en: 'Write = instead of :=, then it is computed each time step, or give the data a time in common (or use X IF MISSING).',
  },
  dataCells: {
    nl: '{name} vindt geen passende cellen ({where})',
    en: '{name} finds no fitting cells ({where})',
  },
  dataCellsHint: {
    nl: 'Kijk of het blad bestaat, of de cel of naam klopt (zoals B2, B2* of een naam) en of er zoveel cellen zijn als elementen.',
    en: 'See whether the sheet exists, whether the cell or name is right (such as B2, B2* or a name) and whether there are as many cells as elements.',
  },
  expectedSize: {
    nl: 'een model dat in het geheugen past',
    en: 'a model that fits in memory',
  },
  tooLarge: {
    nl: 'Het model heeft meer dan {most} elementen of {terms} termen (alle dimensies en sommen uitgeschreven)',
    en: 'The model has more than {most} elements or {terms} terms (all dimensions and sums written out)',
  },
  tooLargeHint: {
    nl: 'Gebruik minder dimensies per variabele, of dimensies met minder elementen.',
    en: 'Use fewer dimensions per variable, or dimensions with fewer elements.',
  },
  ambiguousLeft: {
    nl: '{dim} rechts kan in {name} bij meer dan een dimensie links horen: {dims}',
    en: '{dim} on the right of {name} can go with more than one dimension on the left: {dims}',
  },
  ambiguousLeftHint: {
    nl: 'Gebruik rechts de dimensie van links, of een tussenvariabele met een van beide.',
    en: 'Use on the right the dimension of the left, or a variable in between with one of them.',
  },
  markTwice: {
    nl: '{dim} staat twee keer bij {name}; of het om alle paren gaat of om de diagonaal, is dan niet zeker',
    en: '{dim} stands twice in {name}; whether all pairs are meant or the diagonal is then not certain',
  },
  markTwiceHint: {
    nl: 'Geef de dimensie een tweede naam (Ander <-> Dim) en gebruik die op de tweede plaats.',
    en: 'Give the dimension a second name (Other <-> Dim) and use it in the second place.',
  },
  ambiguousPosition: {
    nl: '{element} staat in dimensies van dezelfde lengte op verschillende plaatsen ({dims}); als getal is het dan niet zeker',
    en: '{element} stands at different places in dimensions of one length ({dims}); as a number it is then not certain',
  },
  ambiguousPositionHint: {
    nl: 'Noem de dimensie in plaats van het element, of gebruik een constante per element.',
    en: 'Name the dimension instead of the element, or use a constant per element.',
  },
  lookupMixed: {
    nl: '{name} is op andere regels een tabel en hier niet',
    en: '{name} is a lookup on other lines and not here',
  },
  lookupMixedHint: {
    nl: 'Geef hier ook een tabel, of gebruik een andere naam.',
    en: 'Give a lookup here as well, or use another name.',
  },
  loop: {
    nl: 'Deze variabelen hangen binnen een tijdstap van elkaar af: {cycle}',
    en: 'These variables depend on each other within one time step: {cycle}',
  },
  loopInitial: {
    nl: 'De beginwaarden van deze variabelen hangen van elkaar af: {cycle}',
    en: 'The initial values of these variables depend on each other: {cycle}',
  },
  loopHint: {
    nl: 'Zet een voorraad (INTEG) of vertraging (SMOOTH, DELAY) in de kring, of ACTIVE INITIAL voor de beginwaarde.',
    en: 'Put a stock (INTEG) or a delay (SMOOTH, DELAY) in the loop, or ACTIVE INITIAL for the initial value.',
  },
  notAnIndex: {
    nl: '"{sub}" is geen dimensie en geen element',
    en: '"{sub}" is neither a dimension nor an element',
  },
  emptyDimension: {
    nl: 'De dimensie {name} heeft geen elementen',
    en: 'The dimension {name} has no elements',
  },
  emptyDimensionHint: {
    nl: 'Schrijf {name}: element, element ~~|',
    en: 'Write {name}: element, element ~~|',
  },
  unboundDimension: {
    nl: 'De dimensie {dim} staat rechts maar niet links van {name}',
    en: 'The dimension {dim} stands on the right but not on the left of {name}',
  },
  unboundDimensionHint: {
    nl: 'Zet {dim} links, kies een element, som met SUM(...[{dim}!]) of geef een afbeelding (->).',
    en: 'Put {dim} on the left, choose an element, sum with SUM(...[{dim}!]) or give a mapping (->).',
  },
  markOutside: {
    nl: '{dim}! staat buiten SUM, PROD, VMIN of VMAX',
    en: '{dim}! stands outside SUM, PROD, VMIN or VMAX',
  },
  markMissing: {
    nl: '{fn} krijgt geen dimensie met uitroepteken',
    en: '{fn} is given no dimension with an exclamation mark',
  },
  markMissingHint: { nl: 'Schrijf {fn}(x[Dim!]).', en: 'Write {fn}(x[Dim!]).' },
  noSuchElement: {
    nl: '{element} bestaat niet; {name} is bepaald voor: {known}',
    en: '{element} does not exist; {name} is defined for: {known}',
  },
  subscriptCount: {
    nl: '{name} heeft {wanted} dimensies maar krijgt er {got}',
    en: '{name} has {wanted} dimensions but is given {got}',
  },
  subscriptHint: {
    nl: 'Vergelijk de haken met de vergelijking op regel {line}.',
    en: 'Compare the brackets with the equation on line {line}.',
  },
  listLength: {
    nl: 'De lijst van {name} heeft {got} waarden',
    en: 'The list of {name} has {got} values',
  },
  listLengthExpected: { nl: '{wanted} waarden', en: '{wanted} values' },
  listLengthHint: {
    nl: 'Geef elk element van {dims} een waarde, in de volgorde van de dimensie.',
    en: 'Give every element of {dims} a value, in the order of the dimension.',
  },
  listWithoutSubscripts: {
    nl: 'Geef {name} subscripts, zoals {name}[dimensie], of een enkele waarde.',
    en: 'Give {name} subscripts, such as {name}[dimension], or a single value.',
  },
  badMapping: {
    nl: 'De afbeelding van {from} op {to} heeft niet evenveel elementen',
    en: 'The mapping of {from} to {to} does not have as many elements',
  },
  ambiguousMapping: {
    nl: 'De afbeelding tussen {from} en {to} wijst niet een element aan voor {element}',
    en: 'The mapping between {from} and {to} does not point at one element for {element}',
  },
  badMappingHint: {
    nl: 'Schrijf {from}: ... -> ({to}: element, element), even lang aan beide kanten.',
    en: 'Write {from}: ... -> ({to}: element, element), equally long on both sides.',
  },
  badTable: {
    nl: 'De tabel van {name} is niet te gebruiken: {detail}',
    en: 'The lookup of {name} cannot be used: {detail}',
  },
  badTableHint: {
    nl: 'Geef getallenparen met verschillende x: ((0,0),(1,2)).',
    en: 'Give pairs of numbers with different x: ((0,0),(1,2)).',
  },
  timeMissing: {
    nl: 'De tijdinstelling {name} ontbreekt of is geen vast getal',
    en: 'The time setting {name} is missing or is not a fixed number',
  },
  timeMissingHint: {
    nl: 'Schrijf {name} = getal ~ Year ~ toelichting |',
    en: 'Write {name} = number ~ Year ~ comment |',
  },
  timeSteps: {
    nl: 'Het model telt {steps} tijdstappen: ({stop} - {start}) / {step}',
    en: 'The model has {steps} time steps: ({stop} - {start}) / {step}',
  },
  timeStepsExpected: { nl: 'ten hoogste {most} tijdstappen', en: 'at most {most} time steps' },
  timeStepsHint: {
    nl: 'Maak TIME STEP groter, of kort de tijd van het model in.',
    en: 'Make TIME STEP larger, or shorten the time of the model.',
  },
  expectedDuplicate: { nl: 'een bepaling per naam', en: 'one definition per name' },
  expectedNoUnits: { nl: 'een eenheid, of Dmnl', en: 'a unit, or Dmnl' },
  expectedLoop: {
    nl: 'een volgorde om te rekenen: in elke kring een voorraad of een vertraging',
    en: 'an order to compute in: a stock or a delay in every circle',
  },
  expectedUnsupported: {
    nl: 'een vorm die dit programma rekent (zie de README van packages/model)',
    en: 'a form that this program computes (see the README of packages/model)',
  },
  expectedSubscript: {
    nl: 'dimensies en elementen die bij de naam horen',
    en: 'dimensions and elements that belong to the name',
  },
  expectedTable: { nl: 'paren van getallen met verschillende x', en: 'pairs of numbers with different x' },
  expectedTime: {
    nl: 'INITIAL TIME, FINAL TIME en TIME STEP als vaste getallen, met een geheel aantal stappen',
    en: 'INITIAL TIME, FINAL TIME and TIME STEP as fixed numbers, with a whole number of steps',
  },
  expectedName: { nl: 'een naam van het model', en: 'a name of the model' },
  expectedUnits: { nl: 'links en rechts dezelfde eenheid', en: 'the same units left and right' },
  expectedConstant: { nl: 'een constante van het model', en: 'a constant of the model' },
  expectedOutcome: {
    nl: 'een variabele zonder subscripts, of een element van een andere',
    en: 'a variable without subscripts, or an element of another',
  },
  expectedInput: { nl: 'een waarde die het model aanneemt', en: 'a value that the model takes' },
  timeGrid: {
    nl: '{name} past niet een geheel aantal keren: {detail}',
    en: '{name} does not fit a whole number of times: {detail}',
  },
  timeGridHint: {
    nl: 'Kies TIME STEP zo dat FINAL TIME - INITIAL TIME en SAVEPER er een veelvoud van zijn, bijvoorbeeld 0.25.',
    en: 'Choose TIME STEP so that FINAL TIME - INITIAL TIME and SAVEPER are multiples of it, for example 0.25.',
  },
  notANumber: {
    nl: '{element} is {value} op tijd {time} in toekomst {future}{inputs}',
    en: '{element} is {value} at time {time} in future {future}{inputs}',
  },
  notANumberExpected: { nl: 'een eindig getal', en: 'a finite number' },
  notANumberHint: {
    nl: 'Kijk of er door nul wordt gedeeld (gebruik ZIDZ of XIDZ) of een wortel of logaritme van een negatief getal wordt genomen.',
    en: 'Look for a division by zero (use ZIDZ or XIDZ) or a root or logarithm of a negative number.',
  },
  inputUnknown: {
    nl: '"{name}" is geen naam in het model',
    en: '"{name}" is not a name in the model',
  },
  inputFixed: {
    nl: '{name} ligt vast bij het vertalen van het model: een instelling van de tijd of een orde hangt ervan af',
    en: '{name} is fixed when the model is compiled: a time setting or an order depends on it',
  },
  inputFixedHint: {
    nl: 'Verander de waarde in het model zelf.',
    en: 'Change the value in the model itself.',
  },
  inputNotConstant: {
    nl: '"{name}" is geen constante maar {kind}; alleen constanten krijgen een waarde van buiten',
    en: '"{name}" is not a constant but {kind}; only constants take a value from outside',
  },
  inputNotConstantHint: {
    nl: 'Geef in het model een constante op de plaats waar u wilt ingrijpen.',
    en: 'Give the model a constant at the place where you want to act.',
  },
  inputTime: {
    nl: '"{name}" is een tijdinstelling en ligt vast bij het lezen van het model',
    en: '"{name}" is a time setting and is fixed when the model is read',
  },
  inputLength: {
    nl: '"{name}" heeft {got} waarden',
    en: '"{name}" has {got} values',
  },
  inputLengthExpected: { nl: '{wanted} waarden, een per toekomst', en: '{wanted} values, one per future' },
  inputLengthHint: {
    nl: 'Geef elke toekomst een waarde.',
    en: 'Give every future a value.',
  },
  inputTwice: {
    nl: '{name} krijgt twee keer een waarde van buiten',
    en: '{name} is given a value from outside twice',
  },
  inputTwiceHint: {
    nl: 'Noem elk element een keer: in futures.values of in levers.',
    en: 'Name every element once: in futures.values or in levers.',
  },
  inputValue: {
    nl: '"{name}" krijgt geen eindig getal: {value}',
    en: '"{name}" is not given a finite number: {value}',
  },
  inputCount: {
    nl: 'Het aantal toekomsten is {count}',
    en: 'The number of futures is {count}',
  },
  inputCountExpected: { nl: 'een geheel getal van 1 of meer', en: 'a whole number of 1 or more' },
  inputSeed: {
    nl: 'Het zaad is {seed}',
    en: 'The seed is {seed}',
  },
  inputSeedExpected: { nl: 'een geheel getal vanaf 0', en: 'a whole number from 0' },
  inputSeedHint: {
    nl: 'Kies een geheel getal, zoals 1: met hetzelfde zaad komen dezelfde trekkingen terug.',
    en: 'Choose a whole number, such as 1: the same seed brings the same draws back.',
  },
  memory: {
    nl: 'Deze vraag kost ongeveer {bytes} MiB geheugen',
    en: 'This question takes about {bytes} MiB of memory',
  },
  memoryExpected: { nl: 'ten hoogste {most} MiB', en: 'at most {most} MiB' },
  memoryRunHint: {
    nl: 'Vraag minder uitkomsten, tijden of toekomsten, of vraag de toekomsten blok voor blok.',
    en: 'Ask fewer outcomes, times or futures, or ask the futures block by block.',
  },
  memoryBlocksHint: {
    nl: 'Vraag minder uitkomsten of tijden, of kies een grotere TIME STEP.',
    en: 'Ask fewer outcomes or times, or choose a larger TIME STEP.',
  },
  inputTimeOff: {
    nl: 'Tijd {time} ligt niet op een tijdstap',
    en: 'Time {time} does not lie on a time step',
  },
  inputTimeOffExpected: {
    nl: '{start} tot en met {stop} in stappen van {step}, oplopend',
    en: '{start} to {stop} in steps of {step}, rising',
  },
  outcomeElement: {
    nl: '"{name}" heeft dimensies; een uitkomst is een element: {known}',
    en: '"{name}" has dimensions; an outcome is one element: {known}',
  },
  outcomeLookup: {
    nl: '"{name}" is een tabel en heeft geen waarde in de tijd',
    en: '"{name}" is a lookup and has no value over time',
  },
  chooseElement: { nl: 'Kies een element.', en: 'Choose one element.' },
  notInResult: {
    nl: '"{name}" is niet als uitkomst gevraagd',
    en: '"{name}" was not asked for as an outcome',
  },
  askIt: { nl: 'Noem hem in outcomes van run.', en: 'Name it in outcomes of run.' },
  kindStock: { nl: 'een voorraad', en: 'a stock' },
  kindAuxiliary: { nl: 'een berekende variabele', en: 'a computed variable' },
  kindLookup: { nl: 'een tabel', en: 'a lookup' },
  order: {
    nl: 'De orde van {fn} moet bij het begin een vast geheel getal van 1 tot 100 zijn',
    en: 'The order of {fn} must be a fixed whole number from 1 to 100 at the start',
  },
  delayTimeOfStages: {
    nl: '{fn} van orde {stages} krijgt een vertraging die verandert',
    en: '{fn} of order {stages} is given a delay time that changes',
  },
  delayTimeOfStagesHint: {
    nl: 'Gebruik DELAY1 of DELAY3, waarvan de tijd mag veranderen, of een vaste vertraging.',
    en: 'Use DELAY1 or DELAY3, whose time may change, or a fixed delay time.',
  },
  orderHint: {
    nl: 'Schrijf het getal zelf in de vergelijking.',
    en: 'Write the number itself in the equation.',
  },
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
  workerStopped: {
    nl: 'Een rekenproces van het model is gestopt: {reason}',
    en: 'A worker of the model stopped: {reason}',
  },
  workerStoppedExpected: {
    nl: 'een rekenproces dat blijft lopen tot het antwoord er is',
    en: 'a worker that runs until the answer is there',
  },
  workerStoppedHint: {
    nl: 'Vraag het opnieuw: er komt een nieuw rekenproces. Blijft het gebeuren, neem dan minder toekomsten of uitkomsten tegelijk.',
    en: 'Ask again: a new worker takes its place. If it keeps happening, take fewer futures or outcomes at a time.',
  },
  dataPathMissing: {
    nl: 'Gegevens: {file} bestaat niet of is niet te lezen',
    en: 'Data: {file} does not exist or cannot be read',
  },
  dataPathMissingHint: {
    nl: 'Geef een map of een bestand met gegevens: .csv, .tsv, .tab, .txt, .dat, .xlsx of .xls.',
    en: 'Give a folder or a file with data: .csv, .tsv, .tab, .txt, .dat, .xlsx or .xls.',
  },
  dataMissing: {
    nl: 'Het gegevensbestand {file} is er niet; gezocht in: {places}',
    en: 'The data file {file} is not there; looked in: {places}',
  },
  dataMissingHint: {
    nl: 'Zet het bestand in de map van het model, of noem de map waarin het staat (--data MAP).',
    en: 'Put the file in the folder of the model, or name the folder that holds it (--data FOLDER).',
  },
  dataOutside: {
    nl: 'Het gegevensbestand {file} ligt buiten de map {folder}',
    en: 'The data file {file} lies outside the folder {folder}',
  },
  dataOutsideHint: {
    nl: 'Zet het bestand in die map, of noem het zelf (--data BESTAND): een model leest alleen wat u het geeft.',
    en: 'Put the file in that folder, or name it yourself (--data FILE): a model reads only what you give it.',
  },
  dataUnreadable: {
    nl: 'Het gegevensbestand {file} is niet te lezen: {reason}',
    en: 'The data file {file} cannot be read: {reason}',
  },
  dataUnreadableHint: {
    nl: 'Kijk of het een gewoon bestand is, en of u het mag lezen.',
    en: 'See that it is an ordinary file, and that you may read it.',
  },
  dataTooLarge: {
    nl: 'Het gegevensbestand {file} is {size} MB; meer dan {most} MB wordt niet gelezen',
    en: 'The data file {file} is {size} MB; more than {most} MB is not read',
  },
  dataTooLargeHint: {
    nl: 'Houd alleen over wat het model vraagt.',
    en: 'Keep only what the model asks.',
  },
  dataForm: {
    nl: 'Het gegevensbestand {file} heeft een vorm ({ending}) die niet wordt gelezen',
    en: 'The data file {file} has a form ({ending}) that is not read',
  },
  dataFormHint: {
    nl: 'Bewaar het als .csv of .xlsx, en noem het zo in het model. Een .vdf of .vdfx: voer het uit Vensim uit als .tab of .dat.',
    en: 'Save it as .csv or .xlsx, and name it so in the model. A .vdf or .vdfx: export it from Vensim as .tab or .dat.',
  },
  dataFormsExpected: {
    nl: 'tekst (.csv, .tsv, .tab, .txt, .dat) of een werkmap (.xlsx, .xls)',
    en: 'text (.csv, .tsv, .tab, .txt, .dat) or a workbook (.xlsx, .xls)',
  },
  dataOldWorkbook: {
    nl: 'Het gegevensbestand {file} is een werkmap van een soort ({ending}) die niet wordt gelezen',
    en: 'The data file {file} is a workbook of a kind ({ending}) that is not read',
  },
  dataOldWorkbookHint: {
    nl: 'Open het in een rekenblad, bewaar het als .xlsx, en noem het zo in het model.',
    en: 'Open it in a spreadsheet program, save it as .xlsx, and name it so in the model.',
  },
  dataNotWorkbook: {
    nl: 'Het gegevensbestand {file} is geen leesbare werkmap: {reason}',
    en: 'The data file {file} is no readable workbook: {reason}',
  },
  dataWorkbookExpected: {
    nl: 'een werkmap van Excel (.xlsx, of .xls vanaf Excel 97), zonder wachtwoord',
    en: 'a workbook of Excel (.xlsx, or .xls from Excel 97 on), without a password',
  },
  dataNotWorkbookHint: {
    nl: 'Open het in een rekenblad en bewaar het opnieuw als .xlsx.',
    en: 'Open it in a spreadsheet program and save it as .xlsx again.',
  },
  dataTab: {
    nl: 'De werkmap {file} heeft geen blad met de naam {tab}',
    en: 'The workbook {file} has no sheet named {tab}',
  },
  dataTabHint: { nl: 'Haar bladen zijn: {known}', en: 'Its sheets are: {known}' },
  dataNamedArea: {
    nl: 'De naam {name} in {file} is geen rechthoek van cellen: {formula}',
    en: 'The name {name} in {file} is no rectangle of cells: {formula}',
  },
  dataNamedAreaExpected: {
    nl: 'een naam voor cellen van een blad, zoals Blad1!$B$2:$D$4',
    en: 'a name for cells of one sheet, such as Sheet1!$B$2:$D$4',
  },
  dataNamedAreaHint: {
    nl: 'Geef de naam in het rekenblad een vast bereik, of noem in het model de cel zelf (B2).',
    en: 'Give the name a fixed range in the spreadsheet, or name the cell itself in the model (B2).',
  },
  dataDelimited: {
    nl: 'Het gegevensbestand {file} is op regel {line} geen geldige tabel',
    en: 'The data file {file} is no valid table at line {line}',
  },
  dataDelimitedExpected: {
    nl: 'cellen met een scheidingsteken ertussen; aanhalingstekens openen en sluiten een hele cel',
    en: 'cells with a delimiter between them; quotes open and close a whole cell',
  },
  dataDelimitedHint: {
    nl: 'Kijk of elk aanhalingsteken ook sluit, en of het binnen een cel dubbel staat.',
    en: 'See that every quote closes, and stands double inside a cell.',
  },
  dataSeriesTwice: {
    nl: '{name} staat twee keer in {file} (regel {line})',
    en: '{name} stands twice in {file} (line {line})',
  },
  dataSeriesTwiceHint: { nl: 'Haal een van de twee weg.', en: 'Remove one of the two.' },
  dataSeriesTime: {
    nl: '{name} heeft in {file} twee waarden op tijd {time}',
    en: '{name} has two values at time {time} in {file}',
  },
  dataSeriesCell: {
    nl: '{name} heeft in {file} op regel {line} geen getal: {found}',
    en: '{name} has no number in {file} at line {line}: {found}',
  },
  dataSeriesCellExpected: {
    nl: 'een getal met een punt voor decimalen; leeg waar niets bekend is',
    en: 'a number with a point for decimals; empty where nothing is known',
  },
  dataSeriesCellHint: {
    nl: 'Herstel de cel, of maak haar leeg.',
    en: 'Mend the cell, or empty it.',
  },
  arrayArgument: {
    nl: '{fn} heeft als argument een variabele met subscripts nodig, niet: {text}',
    en: '{fn} needs a variable with subscripts as argument, not: {text}',
  },
  arrayArgumentHint: {
    nl: 'Geef de uitdrukking een eigen variabele met subscripts, en noem die hier.',
    en: 'Give the expression a variable of its own with subscripts, and name that here.',
  },
  vectorLength: {
    nl: '{fn} werkt over het laatste subscript van {text}, en dat past niet bij het laatste subscript links',
    en: '{fn} works over the last subscript of {text}, which does not fit the last subscript on the left',
  },
  vectorLengthHint: {
    nl: 'Zet links en in elk argument als laatste een dimensie met even veel elementen, geen deel daarvan.',
    en: 'Put a dimension with as many elements last on the left and in every argument, and no part of one.',
  },
  vectorSize: {
    nl: '{fn} noemt {got} elementen, en het argument heeft er {wanted}',
    en: '{fn} names {got} elements, and the argument has {wanted}',
  },
  vectorSizeHint: {
    nl: 'Gebruik ELMCOUNT(dimensie) voor het aantal.',
    en: 'Use ELMCOUNT(dimension) for the number.',
  },
  firstElement: {
    nl: '{fn} leest een hele rij en moet daarvan het eerste element krijgen, niet {text}',
    en: '{fn} reads a whole row and must be given its first element, not {text}',
  },
  firstElementHint: {
    nl: 'Noem als laatste subscript het eerste element van de dimensie.',
    en: 'Name the first element of the dimension as last subscript.',
  },
  profile: {
    nl: 'Het prioriteitsprofiel {text} van {fn} heeft geen vier elementen na elkaar: soort, midden, breedte, extra',
    en: 'The priority profile {text} of {fn} has no four elements in a row: type, middle, width, extra',
  },
  profileHint: {
    nl: 'Maak een dimensie pprofile: ptype, ppriority, pwidth, pextra, en noem hier ptype als laatste subscript.',
    en: 'Make a dimension pprofile: ptype, ppriority, pwidth, pextra, and name ptype here as last subscript.',
  },
  profileType: {
    nl: 'Het prioriteitsprofiel van {fn} is van soort {type}',
    en: 'The priority profile of {fn} is of type {type}',
  },
  profileTypeExpected: {
    nl: '0 vast, 1 rechthoekig, 2 driehoekig, 3 normaal of 4 exponentieel',
    en: '0 fixed, 1 rectangular, 2 triangular, 3 normal or 4 exponential',
  },
  profileTypeHint: {
    nl: 'Constante elasticiteit (5 en hoger) en hele aantallen (10 erbij) worden niet gerekend: de documentatie zegt niet hoe. Neem een van de andere soorten.',
    en: 'Constant elasticity (5 and above) and whole numbers (10 added) are not computed: the documentation does not say how. Take one of the other types.',
  },
  selectAction: {
    nl: 'VECTOR SELECT kent geen rekenwijze {action}',
    en: 'VECTOR SELECT knows no numerical action {action}',
  },
  selectActionExpected: { nl: 'een geheel getal van 0 tot 10', en: 'a whole number from 0 to 10' },
  selectActionHint: {
    nl: '0 tot 5 rekenen met de selectie als gewicht, 6 tot 10 zonder: som, product, kleinste, grootste, gemiddelde.',
    en: '0 to 5 compute with the selection as weight, 6 to 10 without: sum, product, least, greatest, mean.',
  },
  vectorLookupMode: {
    nl: 'VECTOR LOOKUP rekent niet met wijze {mode}',
    en: 'VECTOR LOOKUP does not compute mode {mode}',
  },
  vectorLookupModeExpected: { nl: '0 tot 7, of 9', en: '0 to 7, or 9' },
  vectorLookupModeHint: {
    nl: 'Wijze 8 (omkeren en doortrekken) is niet eenduidig beschreven; gebruik 5 en vang :NA: op.',
    en: 'Mode 8 (invert and extrapolate) is not described without doubt; use 5 and catch :NA:.',
  },
  notADensity: {
    nl: 'De tabel van {fn} is geen kansdichtheid',
    en: 'The lookup of {fn} is no probability density',
  },
  notADensityHint: {
    nl: 'Geef twee of meer punten met y vanaf 0, waarvan minstens een boven 0.',
    en: 'Give two or more points with y from 0, at least one of them above 0.',
  },
  eulerOnly: {
    nl: '{fn} geldt alleen voor de methode van Euler',
    en: '{fn} holds for the method of Euler only',
  },
  eulerOnlyHint: {
    nl: 'Reken met Euler, of schrijf de ruis uit.',
    en: 'Integrate with Euler, or write the noise out.',
  },
  depreciation: {
    nl: '{fn} wordt alleen gerekend waar de documentatie geen twijfel laat',
    en: '{fn} is computed only where the documentation leaves no doubt',
  },
  depreciationExpected: {
    nl: 'de methode van Euler, een boekperiode gelijk aan TIME STEP, en een vaste afschrijftijd van 1 tot {most} boekperioden',
    en: 'the method of Euler, a fiscal period equal to TIME STEP, and a fixed depreciation time of 1 to {most} fiscal periods',
  },
  scheduleExpected: {
    nl: 'de methode van Euler, beginwaarde 0, en een vaste afschrijftijd van een TIME STEP voor elk van de 1 tot {most} delen van het schema',
    en: 'the method of Euler, initial value 0, and a fixed depreciation time of one TIME STEP for each of the 1 to {most} parts of the schedule',
  },
  depreciationHint: {
    nl: 'Schrijf anders een voorraad uit met DELAY FIXED van de stroom als afvoer.',
    en: 'Otherwise write a stock out with DELAY FIXED of the stream as outflow.',
  },
  timeValue: {
    nl: 'GET TIME VALUE wordt alleen gerekend voor de tijd van het model zelf',
    en: 'GET TIME VALUE is computed for the time of the model itself only',
  },
  timeValueExpected: { nl: 'GET TIME VALUE(0, verschil, 0)', en: 'GET TIME VALUE(0, offset, 0)' },
  timeValueHint: {
    nl: 'Reken jaar, maand of dag uit Time uit met INTEGER en MODULO.',
    en: 'Work year, month or day out from Time with INTEGER and MODULO.',
  },
  delayChanges: {
    nl: '{fn} krijgt een vertraging die kan veranderen',
    en: '{fn} is given a delay time that may change',
  },
  delayChangesExpected: {
    nl: 'een getal, of een uitdrukking van constanten',
    en: 'a number, or an expression of constants',
  },
  delayChangesHint: {
    nl: 'Gebruik DELAY FIXED (vaste tijd), of DELAY1, DELAY3 of DELAY N, waarvan de tijd mag veranderen.',
    en: 'Use DELAY FIXED (fixed time), or DELAY1, DELAY3 or DELAY N, whose time may change.',
  },
  twoPointsHint: { nl: 'Geef twee of meer punten.', en: 'Give two or more points.' },
  notData: {
    nl: '{fn} krijgt geen variabele met gegevens',
    en: '{fn} is given no variable with data',
  },
  notDataExpected: {
    nl: 'een variabele waarvan de waarden over de tijd uit gegevens komen',
    en: 'a variable whose values over time come from data',
  },
  notDataHint: {
    nl: 'Noem de variabele zelf, zonder te rekenen; :NA: is anders het antwoord van Vensim.',
    en: 'Name the variable itself, without arithmetic; else Vensim answers :NA:.',
  },
  dataMode: {
    nl: 'GET DATA BETWEEN TIMES wordt alleen gerekend met interpolatie',
    en: 'GET DATA BETWEEN TIMES is computed with interpolation only',
  },
  dataModeExpected: { nl: 'wijze 0', en: 'mode 0' },
  dataModeHint: {
    nl: 'Voor wijze 1 en -1 verschilt Vensim van zijn documentatie; lees de gegevens als tabel met LOOKUP FORWARD of LOOKUP BACKWARD.',
    en: 'For modes 1 and -1 Vensim differs from its documentation; read the data as a lookup with LOOKUP FORWARD or LOOKUP BACKWARD.',
  },
  altCalendar: {
    nl: 'Reken met Time; datum en klok horen niet bij een herhaalbare berekening.',
    en: 'Compute with Time; date and clock are no part of a computation that can be repeated.',
  },
  altConveyor: {
    nl: 'Schrijf de voorraad uit met DELAY FIXED voor de afvoer, of gebruik DELAY N.',
    en: 'Write the stock out with DELAY FIXED for the outflow, or use DELAY N.',
  },
  altQueue: {
    nl: 'Houd per lichting een voorraad bij in een dimensie, of gebruik DELAY N.',
    en: 'Keep a stock per cohort in a dimension, or use DELAY N.',
  },
  altShift: {
    nl: 'Laat elke lichting per stap doorstromen: de stroom van de vorige lichting min de eigen stroom.',
    en: 'Let every cohort flow on in each step: the flow of the cohort before less its own.',
  },
  altInitial: {
    nl: 'Neem INITIAL; een waarde die tijdens de berekening opnieuw begint, schrijf je met SAMPLE IF TRUE.',
    en: 'Take INITIAL; write a value that starts anew during the run with SAMPLE IF TRUE.',
  },
  altSteady: {
    nl: 'Schrijf de evenwichtswaarde uit, of laat een voorraad er snel heen gaan (SMOOTH).',
    en: 'Write the equilibrium out, or let a stock go there quickly (SMOOTH).',
  },
  altWrapped: {
    nl: 'Gebruik INTEG, en MODULO waar de waarde gebruikt wordt.',
    en: 'Use INTEG, and MODULO where the value is used.',
  },
  altCumulate: {
    nl: 'Gebruik INTEG van de stroom, of reken de som vooraf uit in de gegevens.',
    en: 'Use INTEG of the flow, or work the sum out in the data beforehand.',
  },
  altReturn: {
    nl: 'Bereken NPV bij enkele rentes en kies daartussen.',
    en: 'Compute NPV at some rates and choose between them.',
  },
  altPresentValue: {
    nl: 'Gebruik NPV of NPVE.',
    en: 'Use NPV or NPVE.',
  },
  altMissing: {
    nl: 'Gebruik het als hele rechterkant van een gegevensvergelijking (:=), of IF THEN ELSE(x = :NA:, getal, x).',
    en: 'Use it as the whole right side of a data equation (:=), or IF THEN ELSE(x = :NA:, number, x).',
  },
  altMarket: {
    nl: 'Gebruik FIND MARKET PRICE met DEMAND AT PRICE en SUPPLY AT PRICE, of ALLOCATE BY PRIORITY.',
    en: 'Use FIND MARKET PRICE with DEMAND AT PRICE and SUPPLY AT PRICE, or ALLOCATE BY PRIORITY.',
  },
  altUnwritten: {
    nl: 'Schrijf de vergelijking: Vensim zet hier alleen neer waarvan de variabele afhangt.',
    en: 'Write the equation: Vensim only notes here what the variable depends on.',
  },
  altMessage: {
    nl: 'Haal de vergelijking weg: zij toont een bericht en heeft geen uitkomst.',
    en: 'Remove the equation: it shows a message and has no result.',
  },
  altShape: {
    nl: 'Gebruik een tabel of een logistische kromme: 1 / (1 + EXP(-k * (x - m))).',
    en: 'Use a lookup or a logistic curve: 1 / (1 + EXP(-k * (x - m))).',
  },
  altOutside: {
    nl: 'Schrijf de functie uit in het model: een functie van buiten kan hier niet draaien.',
    en: 'Write the function out in the model: one from outside cannot run here.',
  },
  altDepreciate: {
    nl: 'Gebruik DEPRECIATE STRAIGHTLINE, of schrijf de afschrijving uit met DELAY FIXED per jaarlaag.',
    en: 'Use DEPRECIATE STRAIGHTLINE, or write the depreciation out with DELAY FIXED per vintage.',
  },
  altDataValue: {
    nl: 'Gebruik GET DATA BETWEEN TIMES met wijze 0, of lees de gegevens als tabel.',
    en: 'Use GET DATA BETWEEN TIMES with mode 0, or read the data as a lookup.',
  },
  xmlFault: { nl: 'De XML is niet te lezen: {detail}', en: 'The XML cannot be read: {detail}' },
  xmlExpected: {
    nl: 'XMILE: een tag <xmile> met daarin <sim_specs> en <model>',
    en: 'XMILE: a tag <xmile> with <sim_specs> and <model> in it',
  },
  xmlHint: {
    nl: 'Sla het model opnieuw op als XMILE (.xmile of .stmx), of herstel de tags op deze regel.',
    en: 'Save the model again as XMILE (.xmile or .stmx), or mend the tags at this line.',
  },
  xmlTooDeep: {
    nl: 'Er staan meer dan {most} tags in elkaar',
    en: 'More than {most} tags stand inside each other',
  },
  xmlRepaired: {
    nl: '{tag} "{name}" is niet afgesloten; gelezen alsof </{tag}> hier staat',
    en: '{tag} "{name}" is not closed; read as if </{tag}> stood here',
  },
  xmileRoot: {
    nl: 'De buitenste tag is <{tag}> en niet <xmile>',
    en: 'The outermost tag is <{tag}> and not <xmile>',
  },
  xmileNoModelAtAll: { nl: 'Er staat geen <model> in het bestand', en: 'The file has no <model>' },
  xmileUnsupported: { nl: '{what} wordt niet gerekend', en: '{what} is not computed' },
  xmileNoSpecs: {
    nl: 'Er staan geen tijden van de simulatie in het bestand (<sim_specs>)',
    en: 'The file has no times of the simulation (<sim_specs>)',
  },
  xmileSpec: {
    nl: '<{name}> in <sim_specs> is geen bruikbaar getal: "{found}"',
    en: '<{name}> in <sim_specs> is no usable number: "{found}"',
  },
  xmileSpecsHint: {
    nl: 'Geef <start>, <stop> en <dt> als getallen: <sim_specs><start>0</start><stop>10</stop><dt>0.25</dt></sim_specs>.',
    en: 'Give <start>, <stop> and <dt> as numbers: <sim_specs><start>0</start><stop>10</stop><dt>0.25</dt></sim_specs>.',
  },
  xmileMethod: { nl: 'De rekenmethode {name}', en: 'The integration method {name}' },
  xmileMethodHint: {
    nl: 'Neem method="Euler", "RK2" of "RK4"; een lijst met een terugval ("gear, rk4") mag ook.',
    en: 'Take method="Euler", "RK2" or "RK4"; a list with a fallback ("gear, rk4") will do too.',
  },
  xmileVensimMethod: {
    nl: 'Het bestand is van Vensim, dat in elk XMILE-bestand RK4 zet: hoe het model is gerekend, staat er niet in',
    en: 'The file is by Vensim, which writes RK4 into every XMILE file: how the model was run, it does not say',
  },
  xmileVensimMethodHint: {
    nl: 'Zet method="Euler" in <sim_specs>, of method="rk4, euler" als het in Vensim werkelijk RK4 is.',
    en: 'Write method="Euler" in <sim_specs>, or method="rk4, euler" if it really is RK4 in Vensim.',
  },
  xmileRunHint: {
    nl: 'Laat het hele model lopen: <run by="all">, of haal <run> weg.',
    en: 'Run the whole model: <run by="all">, or remove <run>.',
  },
  xmileIncludeHint: {
    nl: 'Zet de inhoud van het andere bestand in dit bestand.',
    en: 'Put the content of the other file into this file.',
  },
  xmilePoints: {
    nl: '<{tag}> van een grafiek houdt iets anders dan een getal: "{found}"',
    en: '<{tag}> of a graphical function holds something other than a number: "{found}"',
  },
  xmileNoX: {
    nl: 'Een grafiek heeft geen x-waarden: <xpts> of <xscale min="…" max="…"> ontbreekt of is leeg',
    en: 'A graphical function has no x values: <xpts> or <xscale min="…" max="…"> is missing or empty',
  },
  xmilePointCount: {
    nl: 'Een grafiek heeft {x} x-waarden en {y} y-waarden',
    en: 'A graphical function has {x} x values and {y} y values',
  },
  xmilePointsHint: {
    nl: 'Schrijf evenveel getallen, met komma’s ertussen: <xpts>0,1,2</xpts><ypts>5,7,9</ypts>.',
    en: 'Write as many numbers, with commas between them: <xpts>0,1,2</xpts><ypts>5,7,9</ypts>.',
  },
  xmileGraphTypeHint: {
    nl: 'Neem type="continuous", "extrapolate" of "discrete".',
    en: 'Take type="continuous", "extrapolate" or "discrete".',
  },
  xmileConveyorWith: {
    nl: 'De lopende band {name} met {what}',
    en: 'The conveyor {name} with {what}',
  },
  xmileConveyorHint: {
    nl: 'Een lopende band wordt met Euler gerekend, met één gewone uitstroom en lekken (<leak>) tussen 0 en 1. Schrijf iets anders uit met DELAY of als rij voorraden.',
    en: 'A conveyor is computed with Euler, with one ordinary outflow and leakages (<leak>) between 0 and 1. Write anything else out with DELAY or as a row of stocks.',
  },
  xmileArrestHint: {
    nl: 'Een lopende band die stilstaat houdt een andere die erop uitkomt niet tegen: zet een <queue/> ertussen.',
    en: 'A conveyor that stands still does not stop another one that runs into it: put a <queue/> between them.',
  },
  xmileDiscreteHint: {
    nl: 'Bij een discrete band is in stappen kleiner dan 1 niet vastgelegd wanneer de instroomgrens opnieuw begint: neem <dt>1</dt>, een <capacity>, of discrete="false" zonder wachtrij ervoor.',
    en: 'For a discrete conveyor the standard does not say when the inflow limit starts anew in steps below 1: take <dt>1</dt>, a <capacity>, or discrete="false" without a queue before it.',
  },
  xmileDiscreteStart: {
    nl: 'Een discrete lopende band die niet leeg begint, in stappen anders dan 1,',
    en: 'A discrete conveyor that does not start empty, in steps other than 1,',
  },
  xmileInflowHint: {
    nl: 'Een instroom van een band met een grens of stilstand hoort bij één band en heeft geen omrekening (<multiplier>): reken om met een hulpvariabele.',
    en: 'An inflow of a conveyor that is limited or stands still belongs to one conveyor and has no conversion (<multiplier>): convert with an auxiliary.',
  },
  xmileLeakRange: {
    nl: 'Een lopende band met een lekfractie onder 0 of lekken die samen meer zijn dan alles',
    en: 'A conveyor with a leakage fraction below 0 or leakages that are more than all together',
  },
  xmileZoneLength: {
    nl: 'Een lekzone (leak_start, leak_end) op een lopende band waarvan de lengte verandert',
    en: 'A leakage zone (leak_start, leak_end) on a conveyor whose length changes',
  },
  xmileZoneSteps: {
    nl: 'Een lekzone (leak_start, leak_end) die niet op hele tijdstappen van de lopende band begint en eindigt',
    en: 'A leakage zone (leak_start, leak_end) that does not begin and end at whole time steps of the conveyor',
  },
  xmileZonesDiffer: {
    nl: 'Een lopende band met lineaire lekken in verschillende zones (waarvan de standaard en Stella de fractie anders nemen)',
    en: 'A conveyor with linear leakages in different zones (of which the standard and Stella take the fraction differently)',
  },
  xmileLength: {
    nl: 'De lengte van een lopende band, {length}, is geen heel aantal tijdstappen van {step}',
    en: 'The length of a conveyor, {length}, is not a whole number of time steps of {step}',
  },
  xmileLengthHint: {
    nl: 'Neem een tijdstap (<dt>) die een of meer keren in de lengte past, of rond de lengte af: ROUND(lengte / DT) * DT.',
    en: 'Take a time step (<dt>) that fits once or more in the length, or round the length: ROUND(length / DT) * DT.',
  },
  xmileManyCells: {
    nl: 'Een lopende band van {cells} tijdstappen (hoogstens {most})',
    en: 'A conveyor of {cells} time steps (at most {most})',
  },
  xmileManyCellsHint: {
    nl: 'Neem een grotere tijdstap, of een vaste lengte met vaste lekken over de hele band.',
    en: 'Take a longer time step, or a fixed length with fixed leakages over the whole conveyor.',
  },
  xmileLeakHint: {
    nl: 'Een lek (<leak>) hoort bij een uitstroom van een lopende band en lekt niet in hele getallen. Schrijf iets anders uit als gewone stroom.',
    en: 'A leakage (<leak>) belongs to an outflow of a conveyor and does not leak in integers. Write anything else out as an ordinary flow.',
  },
  xmileNoLength: {
    nl: 'De lopende band {name} heeft geen lengte',
    en: 'The conveyor {name} has no length',
  },
  xmileNoLengthHint: {
    nl: 'Geef de doorlooptijd: <conveyor><len>4</len></conveyor>.',
    en: 'Give the transit time: <conveyor><len>4</len></conveyor>.',
  },
  xmileQueueWith: { nl: 'De wachtrij {name} met {what}', en: 'The queue {name} with {what}' },
  xmileQueueHint: {
    nl: 'Een wachtrij wordt met Euler gerekend, met uitstromen naar voorraden of naar een band met discrete="true"; een <overflow> hoort bij een latere uitstroom van een wachtrij, niet naar een band. Schrijf iets anders uit als voorraad met een uitstroom die je zelf begrenst.',
    en: 'A queue is computed with Euler, with outflows to stocks or to a conveyor with discrete="true"; an <overflow> belongs to a later outflow of a queue, not to a conveyor. Write anything else out as a stock with an outflow that you limit yourself.',
  },
  xmileOvenHint: {
    nl: 'Schrijf de oven uit met gewone voorraden en PULSE, of als lopende band.',
    en: 'Write the oven out with ordinary stocks and PULSE, or as a conveyor.',
  },
  xmileTagHint: {
    nl: 'Haal de tag weg als hij niets met de getallen doet; anders: schrijf wat hij doet uit in vergelijkingen.',
    en: 'Remove the tag if it has no bearing on the numbers; otherwise write what it does out in equations.',
  },
  xmileNoName: { nl: 'Een <{tag}> heeft geen naam', en: 'A <{tag}> has no name' },
  xmileNoNameHint: {
    nl: 'Geef een naam: <aux name="geboorten">.',
    en: 'Give a name: <aux name="births">.',
  },
  xmileSize: {
    nl: 'De dimensie {name} heeft geen elementen en geen bruikbare grootte',
    en: 'The dimension {name} has no elements and no usable size',
  },
  xmileSizeHint: {
    nl: 'Geef namen (<elem name="…"/>) of een grootte: <dim name="D" size="3"/>.',
    en: 'Give names (<elem name="…"/>) or a size: <dim name="D" size="3"/>.',
  },
  xmileElementClash: {
    nl: 'Het element {element} van {name} heet als een dimensie',
    en: 'The element {element} of {name} has the name of a dimension',
  },
  xmileElementClashHint: {
    nl: 'Geef het element of de dimensie een andere naam.',
    en: 'Give the element or the dimension another name.',
  },
  xmileNoModel: {
    nl: 'De module {name}: er is geen model met die naam in het bestand; de module',
    en: 'The module {name}: the file has no model of that name; the module',
  },
  xmileNoModelHint: {
    nl: 'Zet het model van de module in dit bestand: <model name="…">.',
    en: 'Put the model of the module into this file: <model name="…">.',
  },
  xmileModuleLoop: {
    nl: 'De module {name} staat in zichzelf, of er zijn te veel modules in elkaar',
    en: 'The module {name} stands in itself, or too many modules stand inside each other',
  },
  xmileModuleLoopHint: {
    nl: 'Haal de module weg uit het model dat hij zelf bevat.',
    en: 'Take the module out of the model that it holds itself.',
  },
  xmileDimensionHint: {
    nl: 'Zet de dimensie in <dimensions> bovenaan: <dim name="{name}">.',
    en: 'Put the dimension in <dimensions> at the top: <dim name="{name}">.',
  },
  xmileConnectHint: {
    nl: 'Kijk naar beide namen van <connect to="{to}" from="{from}">.',
    en: 'Look at both names of <connect to="{to}" from="{from}">.',
  },
  xmileUnboundHint: {
    nl: 'Noem één element, geef de variabele links ook {dim}, of tel op met SUM(…[*]).',
    en: 'Name one element, give the variable on the left {dim} too, or add up with SUM(…[*]).',
  },
  xmileDimensionTwice: {
    nl: 'Een vergelijking die {dim} noemt waar de variabele twee keer over {dim} loopt',
    en: 'An equation that names {dim} where the variable runs over {dim} twice',
  },
  xmileDimensionTwiceHint: {
    nl: 'Geef de tweede een dimensie van zichzelf, met dezelfde elementen.',
    en: 'Give the second one a dimension of its own, with the same elements.',
  },
  xmilePickTooMany: {
    nl: 'Een berekende index van {name} met meer dan {most} mogelijke elementen',
    en: 'A computed subscript of {name} with more than {most} possible elements',
  },
  xmileSubscriptHint: {
    nl: 'Neem een element van {dim}, of zijn plaats als getal vanaf 1.',
    en: 'Take an element of {dim}, or its place as a number from 1.',
  },
  xmileOutside: {
    nl: 'Index {index} valt buiten {dim}, die {size} elementen heeft',
    en: 'Subscript {index} lies outside {dim}, which has {size} elements',
  },
  xmileSlice: {
    nl: 'De reeks {slice} valt buiten {dim}, die {size} elementen heeft',
    en: 'The slice {slice} lies outside {dim}, which has {size} elements',
  },
  xmileSliceOutside: {
    nl: '[{sub}] staat niet in een functie over een reeks zoals SUM of MEAN',
    en: '[{sub}] stands in no function over an array such as SUM or MEAN',
  },
  xmileSliceOutsideHint: {
    nl: 'Noem een element, of gebruik de dimensie van de variabele links.',
    en: 'Name an element, or use the dimension of the variable on the left.',
  },
  xmileSlices: {
    nl: 'Twee verschillende reeksen in één functie ({a} en {b})',
    en: 'Two different slices in one function ({a} and {b})',
  },
  xmileSlicesHint: {
    nl: 'Reken het product of verschil uit in een variabele met eigen dimensie, en tel die op.',
    en: 'Work the product or difference out in a variable with a dimension of its own, and add that up.',
  },
  xmileNoSubscripts: {
    nl: '{name} staat zonder index, en de variabele links loopt niet over {dims}',
    en: '{name} has no subscripts, and the variable on the left does not run over {dims}',
  },
  xmileNoSubscriptsHint: {
    nl: 'Schrijf de index erbij: {name}[element], of SUM({name}).',
    en: 'Write the subscripts: {name}[element], or SUM({name}).',
  },
  xmileNoArray: {
    nl: '{fn} heeft geen reeks om over te lopen',
    en: '{fn} has no array to run over',
  },
  xmileNoArrayHint: {
    nl: 'Geef een variabele met een dimensie: {fn}(naam) of {fn}(naam[*]).',
    en: 'Give a variable with a dimension: {fn}(name) or {fn}(name[*]).',
  },
  xmileUnknownFunction: {
    nl: 'De functie of macro {fn} is niet bekend',
    en: 'The function or macro {fn} is not known',
  },
  xmileUnknownFunctionHint: {
    nl: 'Zet de macro in het bestand (<macro name="{fn}">), of schrijf de berekening uit.',
    en: 'Put the macro into the file (<macro name="{fn}">), or write the computation out.',
  },
  xmileFlatIndex: {
    nl: 'Een doorlopende index van {name} die geen vast getal van 1 tot {size} is',
    en: 'A flat index of {name} that is no fixed number from 1 to {size}',
  },
  xmileNotAGraphHint: {
    nl: 'Geef {name} een grafiek: <gf name="{name}">, met <xpts> en <ypts>.',
    en: 'Give {name} a graphical function: <gf name="{name}">, with <xpts> and <ypts>.',
  },
  xmileGraphIndex: {
    nl: 'De grafiek van {name} met een berekende index',
    en: 'The graphical function of {name} with a computed subscript',
  },
  xmileTranspose: {
    nl: 'Een array verwisseld met een accent (A’)',
    en: 'An array turned round by an apostrophe (A’)',
  },
  xmileTransposeHint: {
    nl: 'Schrijf de dimensies in de andere volgorde: A[Kolom, Rij] in een vergelijking over Rij en Kolom.',
    en: 'Write the dimensions in the other order: A[Column, Row] in an equation over Row and Column.',
  },
  xmilePosition: { nl: 'Een index naar plaats (A[@1])', en: 'A subscript by position (A[@1])' },
  xmilePositionHint: {
    nl: 'Noem de dimensie: A[Rij, Kolom] in plaats van A[@1, @2].',
    en: 'Name the dimension: A[Row, Column] instead of A[@1, @2].',
  },
  xmileContents: {
    nl: 'Een deel van wat op de lopende band of in de wachtrij {name} staat',
    en: 'A part of what stands on the conveyor or in the queue {name}',
  },
  xmileContentsHint: {
    nl: 'Alles samen is {name} of SUM({name}); schrijf voor een deel de band uit als rij voorraden.',
    en: 'All together is {name} or SUM({name}); for a part, write the conveyor out as a row of stocks.',
  },
  xmileSpreadHint: {
    nl: 'De standaard legt wat binnenkomt aan het begin van de lopende band: neem spreadflow="beginning", of schrijf de band uit als rij voorraden.',
    en: 'The standard puts what enters at the beginning of the conveyor: take spreadflow="beginning", or write the conveyor out as a row of stocks.',
  },
  xmileEquationExpected: {
    nl: 'een vergelijking in XMILE: <eqn> met namen, getallen, + - * / ^, IF THEN ELSE en functies',
    en: 'an equation in XMILE: <eqn> with names, numbers, + - * / ^, IF THEN ELSE and functions',
  },
  xmileLost: {
    nl: 'De vergelijking van {name} is verloren gegaan toen het bestand werd geschreven (er staat ???)',
    en: 'The equation of {name} was lost when the file was written (??? stands there)',
  },
  xmileLostHint: {
    nl: 'Zet de waarden van {name} terug uit het model waarvan het bestand is gemaakt, of lees dat model zelf.',
    en: 'Put the values of {name} back from the model of which the file was made, or read that model itself.',
  },
  xmileNoEquation: { nl: '{name} heeft geen vergelijking', en: '{name} has no equation' },
  xmileNoEquationHint: {
    nl: 'Geef een vergelijking (<eqn>), of verbind {name} met een uitvoer van een module (<connect>).',
    en: 'Give an equation (<eqn>), or connect {name} with an output of a module (<connect>).',
  },
  xmileTooManyElements: {
    nl: '{name} met {count} elementen die elk een eigen vergelijking nodig hebben; {most} is het meeste',
    en: '{name} with {count} elements that each need an equation of their own; {most} is the most',
  },
  xmileTooManyElementsHint: {
    nl: 'Laat de vergelijking niet rekenen met de plaats van een dimensie, of maak de dimensie kleiner.',
    en: 'Let the equation not count with the place in a dimension, or make the dimension smaller.',
  },
  xmileTooManyEquations: {
    nl: 'Een model met meer dan {most} vergelijkingen',
    en: 'A model with more than {most} equations',
  },
  xmileTooManySlices: {
    nl: 'Een model met zo veel verschillende reeksen ([1:9])',
    en: 'A model with so many different slices ([1:9])',
  },
  xmileEquationCount: {
    nl: '{name} heeft {got} vergelijkingen voor {wanted} elementen',
    en: '{name} has {got} equations for {wanted} elements',
  },
  xmileEquationCountHint: {
    nl: 'Zet elke vergelijking van {name} in een eigen <element subscript="…">.',
    en: 'Put each equation of {name} into an <element subscript="…"> of its own.',
  },
  xmileElement: {
    nl: '{name} heeft geen element [{sub}]',
    en: '{name} has no element [{sub}]',
  },
  xmileElementHint: { nl: 'De elementen zijn: {dims}', en: 'The elements are: {dims}' },
  xmileNoFlow: {
    nl: 'De stroom {name} van de voorraad {stock} bestaat niet',
    en: 'The flow {name} of the stock {stock} does not exist',
  },
  xmileNoFlowHint: {
    nl: 'Geef de stroom een vergelijking (<flow name="{name}">), of haal hem weg bij de voorraad.',
    en: 'Give the flow an equation (<flow name="{name}">), or remove it from the stock.',
  },
  xmileMacroTwice: {
    nl: 'De macro {name}, die twee keer bestaat,',
    en: 'The macro {name}, which stands there twice,',
  },
  xmileMacroTwiceHint: {
    nl: 'Geef elke macro een eigen naam.',
    en: 'Give every macro a name of its own.',
  },
  xmileParameterHint: {
    nl: 'Neem als standaardwaarde een getal of een andere parameter.',
    en: 'Take a number or another parameter as default.',
  },
  xmileFilter: { nl: 'De filtermacro {name}', en: 'The filter macro {name}' },
  xmileFilterHint: {
    nl: 'Haal het filter weg: niet-negatieve voorraden en stromen worden zonder macro gerekend.',
    en: 'Remove the filter: non-negative stocks and flows are computed without a macro.',
  },
  xmileMacroSpecs: {
    nl: 'De macro {name} met een eigen simulatie (<sim_specs>)',
    en: 'The macro {name} with a simulation of its own (<sim_specs>)',
  },
  xmileMacroSpecsHint: {
    nl: 'Laat de macro met de tijd van het model lopen, of schrijf hem als vergelijking.',
    en: 'Let the macro run with the time of the model, or write it as an equation.',
  },
  xmileUnitLoop: {
    nl: 'De eenheid {unit} is door zichzelf bepaald',
    en: 'The unit {unit} is defined by itself',
  },
  xmileUnitLoopHint: {
    nl: 'Kijk naar <model_units>: geen eenheid mag zichzelf gebruiken.',
    en: 'Look at <model_units>: no unit may use itself.',
  },
  xmilePulseHint: {
    nl: 'Schrijf het interval erbij: PULSE(volume, eerste, 0) geeft één puls. Zonder interval zegt Stella iets anders dan de standaard.',
    en: 'Write the interval: PULSE(volume, first, 0) gives one pulse. Without it Stella says something else than the standard.',
  },
  xmileAltMemory: {
    nl: 'Schrijf uit met PREVIOUS, DELAY of een voorraad.',
    en: 'Write it out with PREVIOUS, DELAY or a stock.',
  },
  xmileAltQueue: {
    nl: 'Wachtrijen, ovens en de tijden ervan worden niet gerekend; meet met gewone voorraden.',
    en: 'Queues, ovens and their times are not computed; measure with ordinary stocks.',
  },
  xmileAltMoney: {
    nl: 'Schrijf de formule uit; een contante waarde is een voorraad met de instroom maal EXP(-rente * tijd).',
    en: 'Write the formula out; a present value is a stock whose inflow is multiplied by EXP(-rate * time).',
  },
  xmileAltRandom: {
    nl: 'Neem RANDOM(min, max), NORMAL(gemiddelde, afwijking) of EXPRND(gemiddelde), of geef de onzekerheid mee aan de run.',
    en: 'Take RANDOM(min, max), NORMAL(mean, deviation) or EXPRND(mean), or give the uncertainty with the run.',
  },
  xmileAltArray: {
    nl: 'Neem SUM, MEAN, MIN, MAX, PROD of SIZE, of schrijf de berekening per element uit.',
    en: 'Take SUM, MEAN, MIN, MAX, PROD or SIZE, or write the computation out per element.',
  },
  xmileAltWave: {
    nl: 'Schrijf de formule uit met SIN, EXP, LN en ^.',
    en: 'Write the formula out with SIN, EXP, LN and ^.',
  },
} as const satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;

/** Fills a text of the catalogue in, in both languages. */
export function say(key: TextKey, fill: Readonly<Record<string, string | number | Text>> = {}): Text {
  const text: Text = texts[key];
  const put = (language: 'nl' | 'en'): string =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = fill[name];
      if (value === undefined) return whole;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { nl: put('nl'), en: put('en') };
}
