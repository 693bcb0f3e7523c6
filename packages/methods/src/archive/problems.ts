import type { Text } from '@schaalsprong/words';
import type { FuturesProblem } from '../problems.ts';
import type { KeptQuestion } from './question.ts';

/** What a kept question is made of. */
export const keptParts: Readonly<Record<keyof KeptQuestion | 'createdBy', Text>> = {
  region: { nl: 'de regio', en: 'the region' },
  agenda: { nl: 'de agenda', en: 'the agenda' },
  model: { nl: 'het model', en: 'the model' },
  data: { nl: 'de gegevens van het model', en: 'the data of the model' },
  design: { nl: 'de manier van trekken', en: 'the way of drawing' },
  futures: { nl: 'het aantal toekomsten', en: 'the number of futures' },
  seed: { nl: 'het startgetal', en: 'the seed' },
  mode: { nl: 'de rekenwijze', en: 'the way of computing' },
  scenario: { nl: 'het scenario', en: 'the scenario' },
  levers: { nl: 'de vaste waarden', en: 'the fixed values' },
  uncertainties: { nl: 'de onzekerheden', en: 'the uncertainties' },
  outcomes: { nl: 'de uitkomsten', en: 'the outcomes' },
  times: { nl: 'de tijdstippen', en: 'the times' },
  createdBy: { nl: 'de versie van het programma', en: 'the version of the program' },
};
const sameFolder = {
  nl: 'een map met dezelfde vraag, een lege map of een nieuwe',
  en: 'a folder with the same question, an empty one or a new one',
} as const;

/** What can be wrong with kept futures. */
export const keptProblems = {
  tooMany: (futures: number, most: number): FuturesProblem => ({
    code: 'FUTURES_KEPT_MANY',
    path: 'futures',
    message: {
      nl: `${futures.toLocaleString('nl')} toekomsten bewaren gaat niet`,
      en: `${futures.toLocaleString('en')} futures cannot be kept`,
    },
    expected: {
      nl: `ten hoogste ${most.toLocaleString('nl')} toekomsten`,
      en: `at most ${most.toLocaleString('en')} futures`,
    },
    hint: {
      nl: 'Met 10.000 toekomsten verandert een telling nog hooguit een procent.',
      en: 'With 10,000 futures a count moves by a percent at most.',
    },
  }),
  different: (folder: string, part: Text, kept: string, asked: string): FuturesProblem => ({
    code: 'FUTURES_KEPT_DIFFERENT',
    path: folder,
    message: {
      nl: `de map hoort bij een andere vraag: ${part.nl} is er ${kept}, en gevraagd is ${asked}`,
      en: `the folder is of another question: ${part.en} there is ${kept}, and asked is ${asked}`,
    },
    expected: sameFolder,
    hint: {
      nl: 'Kies een nieuwe map, of stel dezelfde vraag als toen.',
      en: 'Choose a new folder, or ask the same as then.',
    },
  }),
  foreign: (folder: string, name: string): FuturesProblem => ({
    code: 'FUTURES_KEPT_FOREIGN',
    path: folder,
    message: {
      nl: `de map bevat iets anders dan bewaarde toekomsten: ${name}`,
      en: `the folder holds something other than kept futures: ${name}`,
    },
    expected: sameFolder,
    hint: { nl: 'Kies een nieuwe map.', en: 'Choose a new folder.' },
  }),
  notKept: (folder: string): FuturesProblem => ({
    code: 'FUTURES_KEPT_NONE',
    path: folder,
    message: { nl: 'hier zijn geen toekomsten bewaard', en: 'no futures are kept here' },
    expected: { nl: 'een map met een manifest.json', en: 'a folder with a manifest.json' },
    hint: {
      nl: 'Bewaar toekomsten met: simulate MODEL --futures N --keep MAP.',
      en: 'Keep futures with: simulate MODEL --futures N --keep FOLDER.',
    },
  }),
  manifest: (path: string, detail: string): FuturesProblem => ({
    code: 'FUTURES_KEPT_MANIFEST',
    path,
    message: { nl: `het bestand is niet te gebruiken: ${detail}`, en: `the file cannot be used: ${detail}` },
    expected: {
      nl: 'zoals het programma het schreef, van een versie die dit programma kent',
      en: 'as the program wrote it, of a version that this program knows',
    },
    hint: {
      nl: 'Bewaar de toekomsten opnieuw in een nieuwe map.',
      en: 'Keep the futures anew in a new folder.',
    },
  }),
  unfinished: (folder: string, kept: number, of: number): FuturesProblem => ({
    code: 'FUTURES_KEPT_UNFINISHED',
    path: folder,
    message: {
      nl: `er zijn ${kept} van ${of} toekomsten bewaard; de rest ontbreekt`,
      en: `${kept} of ${of} futures are kept; the rest is missing`,
    },
    expected: { nl: 'alle toekomsten', en: 'all futures' },
    hint: {
      nl: 'Geef hetzelfde commando met --keep nog eens: het gaat verder waar het bleef.',
      en: 'Give the same command with --keep again: it goes on where it stopped.',
    },
  }),
  damaged: (file: string, from: number, to: number, why: Text): FuturesProblem => ({
    code: 'FUTURES_KEPT_DAMAGED',
    path: file,
    message: {
      nl: `toekomst ${from} tot en met ${to}: ${why.nl}`,
      en: `futures ${from} to ${to}: ${why.en}`,
    },
    expected: { nl: 'het bestand zoals het geschreven is', en: 'the file as it was written' },
    hint: {
      nl: 'Geef het commando met --keep nog eens: dit deel wordt opnieuw berekend.',
      en: 'Give the command with --keep again: this part is computed anew.',
    },
  }),
  disk: (folder: string, needed: Text, free: Text): FuturesProblem => ({
    code: 'FUTURES_KEPT_DISK',
    path: folder,
    message: {
      nl: `nodig is ${needed.nl}, en op de schijf is ${free.nl} vrij`,
      en: `${needed.en} is needed, and the disk has ${free.en} free`,
    },
    expected: { nl: 'genoeg ruimte', en: 'enough room' },
    hint: {
      nl: 'Maak ruimte, kies een andere schijf, of vraag minder toekomsten of uitkomsten.',
      en: 'Make room, choose another disk, or ask for fewer futures or outcomes.',
    },
  }),
  unwritable: (folder: string, reason: string): FuturesProblem => ({
    code: 'FUTURES_KEPT_UNWRITABLE',
    path: folder,
    message: {
      nl: reason === 'ENOSPC' ? 'de schijf is vol; wat af was, is bewaard' : `niet te schrijven: ${reason}`,
      en: reason === 'ENOSPC' ? 'the disk is full; what was done is kept' : `cannot be written: ${reason}`,
    },
    expected: { nl: 'een map waarin geschreven kan worden', en: 'a folder that can be written to' },
    hint: {
      nl: 'Maak ruimte of herstel de toegang en geef het commando nog eens: het gaat verder waar het bleef.',
      en: 'Make room or mend the access and give the command again: it goes on where it stopped.',
    },
  }),
  time: (folder: string, time: number, first: number, last: number): FuturesProblem => ({
    code: 'FUTURES_KEPT_TIME',
    path: folder,
    message: { nl: `tijdstip ${time} is niet bewaard`, en: `time ${time} is not kept` },
    expected: {
      nl: `een bewaard tijdstip van ${first} tot en met ${last}`,
      en: `a kept time from ${first} to ${last}`,
    },
    hint: { nl: 'Kies een bewaard tijdstip.', en: 'Choose a kept time.' },
  }),
} as const;

/** Why a chunk cannot be used. */
export const damage = {
  cut: { nl: 'het bestand heeft niet de goede lengte', en: 'the file has not the right length' },
  other: { nl: 'het bestand hoort bij iets anders', en: 'the file belongs to something else' },
  changed: { nl: 'het bestand is veranderd of beschadigd', en: 'the file was changed or damaged' },
} as const satisfies Record<string, Text>;

/** A number of bytes for people. */
export function sizeText(bytes: number): Text {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const shown = (lang: keyof Text): string =>
    `${(bytes / 1000 ** step).toLocaleString(lang, { maximumSignificantDigits: 3 })} ${units[step]}`;
  return { nl: shown('nl'), en: shown('en') };
}
