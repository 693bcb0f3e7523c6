import type { Text } from '../problems/say.ts';

/** What can be wrong with a model whose text can be read: names, subscripts, loops, time, data, units. */
export const resolveTexts = {
  emptyEquation: {
    nl: '{name} heeft geen vergelijking, en er zijn geen gegevens met deze naam',
    en: '{name} has no equation, and there is no data of this name',
  },
  emptyEquationHint: {
    nl: 'Geef een vergelijking of een tabel, {name} ((0,0),(1,1)), of een bestand met het verloop: een kolom Time en een kolom {name} (--data BESTAND.csv).',
    en: 'Give an equation or a table, {name} ((0,0),(1,1)), or a file with its course: a column Time and a column {name} (--data FILE.csv).',
  },
  lackingData: {
    nl: 'Uitkomsten die met ontbrekende gegevens worden berekend en niet te vragen zijn: {count} ({names})',
    en: 'Outcomes that are computed with missing data and cannot be asked: {count} ({names})',
  },
  unwritten: {
    nl: 'Aantal variabelen zonder vergelijking, met alleen A FUNCTION OF: {count} ({names})',
    en: 'Variables without an equation, with A FUNCTION OF only: {count} ({names})',
  },
  unsupportedKeyword: {
    nl: 'Het sleutelwoord {fn} wordt niet gerekend',
    en: 'The keyword {fn} is not computed',
  },
  noAlternative: {
    nl: 'Gebruik een van de functies die de README van dit pakket noemt.',
    en: 'Use one of the functions that the README of this package lists.',
  },
  emptyArgument: {
    nl: 'In de vergelijking van {name} is een argument leeg',
    en: 'In the equation of {name} an argument is empty',
  },
  emptyArgumentHint: {
    nl: 'Vul het getal of de naam in die na de komma hoort, of haal de komma weg.',
    en: 'Write the number or name that belongs after the comma, or take the comma out.',
  },
  unknownNameExpected: {
    nl: 'de naam van een variabele, tabel, dimensie of functie',
    en: 'the name of a variable, lookup, dimension or function',
  },
  notSought: {
    nl: 'Voeg de vergelijking of de dimensie toe, of verbeter de naam.',
    en: 'Add the equation or the dimension, or correct the name.',
  },
  valueExpected: {
    nl: 'iets met een waarde: een getal, een naam, of een tabel met invoer',
    en: 'something with a value: a number, a name, or a lookup with an input',
  },
  lookupExpected: {
    nl: 'de naam van een tabel, of paren van getallen',
    en: 'the name of a lookup, or pairs of numbers',
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
  dataNotGiven: {
    nl: '{name} leest {file}, maar er zijn geen gegevens meegegeven',
    en: '{name} reads {file}, but no data was given',
  },
  dataNotGivenHint: {
    nl: 'Geef de map of het bestand met gegevens mee: --data MAP (in code: compile(tekst, { data })).',
    en: 'Give the folder or the file with the data: --data FOLDER (in code: compile(text, { data })).',
  },
  dataAbsent: {
    nl: '{name} krijgt geen gegevens: {reason}',
    en: '{name} gets no data: {reason}',
  },
  dataEquation: {
    nl: '{name} is met := bepaald uit meer dan constanten en gegevens die een tijdstip delen',
    en: '{name} is defined with := from more than constants and data that share a time',
  },
  dataEquationHint: {
    nl: 'Schrijf = in plaats van :=, dan wordt het elke tijdstap gerekend, of geef de gegevens een tijdstip gemeen (of gebruik X IF MISSING).',
    en: 'Write = instead of :=, then it is computed each time step, or give the data a time in common (or use X IF MISSING).',
  },
  dataTag: {
    nl: '{name} leest {file}, en de instellingen van het model zeggen niet voor welk bestand dat staat',
    en: '{name} reads {file}, and the settings of the model do not say for which file that stands',
  },
  dataTagHint: {
    nl: 'Zet in de instellingen onderaan het model een regel 30:{file}=BESTAND.xlsx, of schrijf de naam van het bestand in de vergelijking.',
    en: 'Put a line 30:{file}=FILE.xlsx into the settings at the end of the model, or write the name of the file in the equation.',
  },
  dataCells: {
    nl: '{name} vindt geen passende cellen ({where})',
    en: '{name} finds no fitting cells ({where})',
  },
  dataCellsHint: {
    nl: 'Kijk of het blad bestaat, of de cel of naam klopt (zoals B2, B2* of een naam) en of er zoveel cellen zijn als elementen.',
    en: 'See whether the sheet exists, whether the cell or name is right (such as B2, B2* or a name) and whether there are as many cells as elements.',
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
  emptyDimension: {
    nl: 'De dimensie {name} heeft geen elementen',
    en: 'The dimension {name} has no elements',
  },
  emptyDimensionHint: {
    nl: 'Schrijf {name}: element, element ~~|',
    en: 'Write {name}: element, element ~~|',
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
  timeGrid: {
    nl: '{name} past niet een geheel aantal keren: {detail}',
    en: '{name} does not fit a whole number of times: {detail}',
  },
  arrayArgument: {
    nl: '{fn} heeft als argument een variabele met subscripts nodig, niet: {text}',
    en: '{fn} needs a variable with subscripts as argument, not: {text}',
  },
  arrayArgumentHint: {
    nl: 'Geef de uitdrukking een eigen variabele met subscripts, en noem die hier.',
    en: 'Give the expression a variable of its own with subscripts, and name that here.',
  },
} as const satisfies Record<string, Text>;
