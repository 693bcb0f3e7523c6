import { fill, type Lang } from '@schaalsprong/agenda';

/** Every text of the command line, in both languages; `{…}` is filled in. */
export const messages = {
  help: {
    nl: `schaalsprong: de strategische agenda van een regio als werkend systeem

Gebruik
  schaalsprong assess [opties]    stand van elke doelstelling en ambitie
  schaalsprong check [MAP]        laad en controleer een regiomap
  schaalsprong help               deze tekst

Opties van assess
  --region MAP       regiomap (standaard regions/brainport)
  --scenario WAT     id van een scenario van de regio, of een YAML-bestand
  --futures N        aantal toekomsten, 1 of meer (standaard van de regio)
  --seed S           begingetal van de trekking, 0 of meer (standaard van de regio)
  --threads T        aantal rekendraden (standaard: zo veel als er processoren zijn)
  --json             voor programma's; dezelfde invoer geeft dezelfde bytes
  --csv              een rij per doelstelling
  --out BESTAND      schrijf de uitkomst naar een bestand

Opties van check
  --json             voor programma's

Overal
  --lang nl|en       taal (anders die van LANG, anders Nederlands)
  --help, --version

Afsluitcodes
  0 klaar   1 het antwoord is nee   2 verkeerd gebruik   3 foute invoer   4 iets was onbereikbaar
  70 een fout van schaalsprong zelf   130 afgebroken
`,
    en: `schaalsprong: the strategic agenda of a region as a running system

Usage
  schaalsprong assess [options]   standing of every target and ambition
  schaalsprong check [FOLDER]     load and check a region folder
  schaalsprong help               this text

Options of assess
  --region FOLDER    region folder (default regions/brainport)
  --scenario WHAT    id of a scenario of the region, or a YAML file
  --futures N        number of futures, 1 or more (default of the region)
  --seed S           seed of the sample, 0 or more (default of the region)
  --threads T        number of threads (default: as many as there are processors)
  --json             for programs; the same input gives the same bytes
  --csv              one row per target
  --out FILE         write the result to a file

Options of check
  --json             for programs

Everywhere
  --lang nl|en       language (else that of LANG, else Dutch)
  --help, --version

Exit codes
  0 done   1 the answer is no   2 wrong use   3 bad input   4 something could not be reached
  70 a fault of schaalsprong itself   130 cancelled
`,
  },
  'unknown-command': { nl: 'Onbekende opdracht: {what}.', en: 'Unknown command: {what}.' },
  'no-command': { nl: 'Geef een opdracht.', en: 'Give a command.' },
  'unknown-option': { nl: 'Onbekende optie: {what}.', en: 'Unknown option: {what}.' },
  'option-not-here': {
    nl: 'De opdracht {command} kent de optie {what} niet.',
    en: 'The command {command} does not have the option {what}.',
  },
  'missing-value': { nl: '{what} vraagt een waarde.', en: '{what} needs a value.' },
  'no-value': { nl: '{what} neemt geen waarde.', en: '{what} takes no value.' },
  'too-many': { nl: 'Te veel: {what}.', en: 'Too many: {what}.' },
  'not-count': {
    nl: '{what} vraagt een heel getal van {min} tot en met {max}, niet {value}.',
    en: '{what} needs a whole number from {min} to {max}, not {value}.',
  },
  'not-lang': { nl: '--lang is nl of en, niet {value}.', en: '--lang is nl or en, not {value}.' },
  'one-form': {
    nl: 'Kies --json of --csv, niet allebei.',
    en: 'Choose --json or --csv, not both.',
  },
  'scenario-unknown': {
    nl: 'Geen scenario en geen bestand: {value}. De regio kent: {known}.',
    en: 'No scenario and no file: {value}. The region has: {known}.',
  },
  'meant-nearest': { nl: 'Bedoelde u {what}?', en: 'Did you mean {what}?' },
  'see-help': {
    nl: 'Zie: schaalsprong help',
    en: 'See: schaalsprong help',
  },
  or: { nl: ' of ', en: ' or ' },
  'problems-found': {
    nl: 'Fouten gevonden: {count}. Er is niets geladen.',
    en: 'Problems found: {count}. Nothing was loaded.',
  },
  'region-missing': {
    nl: '{what}: deze map is er niet of is niet te lezen. Verwacht: een regiomap met region.yaml. Geef met --region het pad van de map.',
    en: '{what}: this folder does not exist or cannot be read. Expected: a region folder with region.yaml. Give the path of the folder with --region.',
  },
  'check-passed': {
    nl: '{title}: {targets} doelstellingen, {claims} beweringen, {variables} modelvariabelen. Alles klopt.',
    en: '{title}: {targets} targets, {claims} claims, {variables} model variables. Everything holds.',
  },
  warnings: { nl: 'Waarschuwingen: {count}', en: 'Warnings: {count}' },
  cancelled: { nl: 'Afgebroken.', en: 'Cancelled.' },
  progress: { nl: '{done} van {of} toekomsten gerekend', en: '{done} of {of} futures computed' },
  'cannot-write': {
    nl: 'Kan niet schrijven naar {what}: {reason}.',
    en: 'Cannot write to {what}: {reason}.',
  },
  written: { nl: 'Geschreven: {what}', en: 'Written: {what}' },
  unexpected: {
    nl: 'Een fout in schaalsprong zelf: {reason}. Meld haar met de opdracht die u gaf; met SCHAALSPRONG_DEBUG=1 verschijnt de plaats in de code.',
    en: 'A fault in schaalsprong itself: {reason}. Report it with the command that you gave; SCHAALSPRONG_DEBUG=1 shows the place in the code.',
  },
  'column-target': { nl: 'doelstelling', en: 'target' },
  'column-horizon': { nl: 'jaar', en: 'year' },
  'column-goal': { nl: 'doel', en: 'goal' },
  'column-observed': { nl: 'waargenomen', en: 'observed' },
  'column-projected': { nl: 'p10 / p50 / p90', en: 'p10 / p50 / p90' },
  'column-met': { nl: 'gehaald in', en: 'met in' },
  'column-gap': { nl: 'verschil', en: 'gap' },
  'column-binding': { nl: 'knelpunt', en: 'constraint' },
  'column-carried': { nl: 'draagt meest', en: 'carries most' },
  'column-ambition': { nl: 'ambitie', en: 'ambition' },
  'at-least': { nl: 'min. ', en: 'min. ' },
  'at-most': { nl: 'max. ', en: 'max. ' },
  assumed: { nl: ' (aanname)', en: ' (assumed)' },
  'no-number': { nl: 'geen getal', en: 'no number' },
  none: { nl: '-', en: '-' },
  'not-modelled': { nl: 'niet in het model', en: 'not modelled' },
  'not-modelled-count': {
    nl: 'niet in het model: {count}',
    en: 'not modelled: {count}',
  },
  'reasons-heading': { nl: 'Niet in het model, en waarom', en: 'Not modelled, and why' },
  'provenance-line': {
    nl: '{futures} toekomsten, begingetal {seed}, scenario {scenario}; agenda {agenda}, model {model}, gegevens {data}',
    en: '{futures} futures, seed {seed}, scenario {scenario}; agenda {agenda}, model {model}, data {data}',
  },
  'history-line': {
    nl: 'Toets aan de geschiedenis: {within} van {of} binnen de gestelde marge. Niet meegeteld: {fitted} waarvan de meting in het model is ingevoerd.',
    en: 'Tests against history: {within} of {of} within the set margin. Not counted: {fitted} of which the observation was put into the model.',
  },
} as const;

type MessageKey = keyof typeof messages;

/**
 * One text in one language, with its placeholders filled.
 *
 * @param lang language
 * @param key which text
 * @param values what stands in the placeholders
 */
export function say(
  lang: Lang,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(messages[key][lang], values, lang);
}

/** The language of a LANG variable, `nl` where it says nothing that we speak. */
export function languageOf(lang: string | undefined): Lang {
  return lang !== undefined && /^en([_.@-]|$)/i.test(lang) ? 'en' : 'nl';
}

/** The texts that tell a fault, in the order of docs/errors.md. Each has a code, made from its name. */
export const faults = [
  'no-command',
  'unknown-command',
  'unknown-option',
  'option-not-here',
  'missing-value',
  'no-value',
  'too-many',
  'not-count',
  'not-lang',
  'one-form',
  'scenario-unknown',
  'region-missing',
  'cannot-write',
  'unexpected',
] as const satisfies readonly MessageKey[];
export type Fault = (typeof faults)[number];

/** The code of a fault: `CLI_UNKNOWN_OPTION`. */
export function codeOf(fault: Fault): string {
  return `CLI_${fault.toUpperCase().replaceAll('-', '_')}`;
}

/** A fault in words, its code before it. */
export function sayFault(
  lang: Lang,
  fault: Fault,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return `${codeOf(fault)}  ${say(lang, fault, values)}`;
}
