import type { Text } from '../../problems/say.ts';

/** What can be wrong with an XMILE file, and what to do instead of what is not computed. */
export const xmileTexts = {
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
  xmileArrestHint: {
    nl: 'Een lopende band die stilstaat houdt een andere die erop uitkomt niet tegen: zet een <queue/> ertussen.',
    en: 'A conveyor that stands still does not stop another one that runs into it: put a <queue/> between them.',
  },
  xmileDiscreteHint: {
    nl: 'Bij een discrete band is in stappen kleiner dan 1 niet vastgelegd wanneer de instroomgrens opnieuw begint. Neem <dt>1</dt>, een <capacity>, of discrete="false" zonder wachtrij ervoor.',
    en: 'For a discrete conveyor the standard does not say when the inflow limit starts anew in steps below 1: take <dt>1</dt>, a <capacity>, or discrete="false" without a queue before it.',
  },
  xmileInflowHint: {
    nl: 'Een instroom van een band met een grens of stilstand hoort bij één band en heeft geen omrekening (<multiplier>): reken om met een hulpvariabele.',
    en: 'An inflow of a conveyor that is limited or stands still belongs to one conveyor and has no conversion (<multiplier>): convert with an auxiliary.',
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
    nl: 'Een wachtrij wordt met Euler gerekend, met uitstromen naar voorraden of naar een band met discrete="true". Een <overflow> hoort bij een latere uitstroom van een wachtrij, niet naar een band. Schrijf iets anders uit als voorraad met een uitstroom die je zelf begrenst.',
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
  xmileLostData: {
    nl: 'De gegevens van {name} zijn verloren gegaan toen het bestand werd geschreven (er staat 0, met wat gelezen moest worden als commentaar)',
    en: 'The data of {name} was lost when the file was written (0 stands there, with what should have been read as a comment)',
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
  xmileAltAllocate: {
    nl: 'Verdeel met ALLOCATE_AVAILABLE of ALLOCATE_BY_PRIORITY van Vensim, of schrijf de verdeling uit met MIN en wat er over is.',
    en: 'Divide with ALLOCATE_AVAILABLE or ALLOCATE_BY_PRIORITY of Vensim, or write the division out with MIN and what is left.',
  },
} as const satisfies Record<string, Text>;
