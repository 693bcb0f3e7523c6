import type { Text } from '../problems/say.ts';

/** What can be wrong with a call of a function, and what to do instead of one that is not computed. */
export const functionTexts = {
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
  onlyAsEquation: {
    nl: '{fn} mag alleen als hele rechterkant van een vergelijking staan',
    en: '{fn} may only stand as the whole right side of an equation',
  },
  onlyAsEquationHint: {
    nl: 'Geef {fn} een eigen variabele en gebruik die.',
    en: 'Give {fn} a variable of its own and use that.',
  },
  wholeRightSideExpected: {
    nl: '{fn}(...) als hele rechterkant van een vergelijking',
    en: '{fn}(...) as the whole right side of an equation',
  },
  notAnIndex: {
    nl: '"{sub}" is geen dimensie en geen element',
    en: '"{sub}" is neither a dimension nor an element',
  },
  badTable: {
    nl: 'De tabel van {name} is niet te gebruiken: {detail}',
    en: 'The lookup of {name} cannot be used: {detail}',
  },
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
  xmileUnsupported: { nl: '{what} wordt niet gerekend', en: '{what} is not computed' },
  xmileConveyorHint: {
    nl: 'Een lopende band wordt met Euler gerekend, met één gewone uitstroom en lekken (<leak>) tussen 0 en 1. Schrijf iets anders uit met DELAY of als rij voorraden.',
    en: 'A conveyor is computed with Euler, with one ordinary outflow and leakages (<leak>) between 0 and 1. Write anything else out with DELAY or as a row of stocks.',
  },
  xmileDiscreteStart: {
    nl: 'Een discrete lopende band die niet leeg begint, in stappen anders dan 1,',
    en: 'A discrete conveyor that does not start empty, in steps other than 1,',
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
} as const satisfies Record<string, Text>;
