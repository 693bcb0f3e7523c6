import type { Text } from './say.ts';

/** What is expected in general, per code of a problem, and what more than one phase says. */
export const commonTexts = {
  syntaxExpected: {
    nl: 'een vergelijking in Vensim-vorm: naam = uitdrukking ~ eenheid ~ toelichting |',
    en: 'an equation in Vensim form: name = expression ~ units ~ comment |',
  },
  nearest: { nl: 'Bedoelde u: {names}?', en: 'Did you mean: {names}?' },
  noNearest: {
    nl: 'Geen naam in het model lijkt erop; voeg de vergelijking toe.',
    en: 'No name in the model is like it; add the equation.',
  },
  expectedData: {
    nl: 'gegevens waar het model om vraagt, op de plaats die het noemt',
    en: 'the data that the model asks for, at the place that it names',
  },
  expectedSize: {
    nl: 'een model dat in het geheugen past',
    en: 'a model that fits in memory',
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
  expectedInput: { nl: 'een waarde die het model aanneemt', en: 'a value that the model takes' },
  timeGridHint: {
    nl: 'Kies TIME STEP zo dat FINAL TIME - INITIAL TIME en SAVEPER er een veelvoud van zijn, bijvoorbeeld 0.25.',
    en: 'Choose TIME STEP so that FINAL TIME - INITIAL TIME and SAVEPER are multiples of it, for example 0.25.',
  },
  notANumberExpected: { nl: 'een eindig getal', en: 'a finite number' },
  memoryExpected: { nl: 'ten hoogste {most} MiB', en: 'at most {most} MiB' },
  workerStoppedExpected: {
    nl: 'een rekenproces dat blijft lopen tot het antwoord er is',
    en: 'a worker that runs until the answer is there',
  },
} as const satisfies Record<string, Text>;
