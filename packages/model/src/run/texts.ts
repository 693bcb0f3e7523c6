import type { Text } from '../problems/say.ts';

/** What can be wrong with a request to a model, and with its numbers. */
export const runTexts = {
  expectedConstant: { nl: 'een constante van het model', en: 'a constant of the model' },
  expectedOutcome: {
    nl: 'een variabele zonder subscripts, of een element van een andere',
    en: 'a variable without subscripts, or an element of another',
  },
  dataLacking: {
    nl: '{outcome} wordt berekend met {name}, dat geen vergelijking heeft en geen gegevens',
    en: '{outcome} is computed with {name}, which has no equation and no data',
  },
  dataAbsent: {
    nl: '{name} heeft geen vergelijking en geen gegevens',
    en: '{name} has no equation and no data',
  },
  dataLackingHint: {
    nl: 'Geef een bestand met het verloop: een kolom Time en een kolom {name} (--data BESTAND.csv), of vraag uitkomsten die het niet nodig hebben (--outcomes).',
    en: 'Give a file with its course: a column Time and a column {name} (--data FILE.csv), or ask outcomes that do not need it (--outcomes).',
  },
  fileLacking: {
    nl: '{outcome} wordt berekend met {name}, dat {file} leest, en dat bestand is er niet',
    en: '{outcome} is computed with {name}, which reads {file}, and that file is not there',
  },
  fileLackingHint: {
    nl: 'Geef de map waarin het bestand staat (--data MAP), geef een constante zelf een waarde (--set), of vraag uitkomsten die het niet nodig hebben (--outcomes).',
    en: 'Give the folder that holds the file (--data FOLDER), give a constant its value by hand (--set), or ask outcomes that do not need it (--outcomes).',
  },
  notANumber: {
    nl: '{element} is {value} op tijd {time} in toekomst {future}{inputs}',
    en: '{element} is {value} at time {time} in future {future}{inputs}',
  },
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
} as const satisfies Record<string, Text>;
