import { fill, type Lang } from '@schaalsprong/agenda';

/** Every text of the command line, in both languages; `{…}` is filled in. */
export const messages = {
  help: {
    nl: `schaalsprong: de strategische agenda van een regio als werkend systeem

Gebruik
  schaalsprong assess [opties]    stand van elke doelstelling en ambitie
  schaalsprong check [MAP]        laad en controleer een regiomap
  schaalsprong simulate MODEL     reken een model door, in een of veel toekomsten
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

Opties van simulate; MODEL is een bestand (.mdl, .xmile, .stmx), een regiomap of de naam van een regio
  --set NAAM=GETAL   geef een constante een andere waarde; mag vaker
  --uncertain BESTAND  bereiken en verdelingen voor constanten (YAML, JSON of CSV)
  --futures N        aantal toekomsten (standaard 1, met --uncertain 1000)
  --seed S           begingetal van de trekking, 0 of meer (standaard 0)
  --outcomes A,B     welke variabelen (standaard de voorraden, of die van de regio); mag vaker
  --all              alle variabelen
  --out BESTAND      alle getallen: .csv, .parquet of .arrow, een rij per toekomst en tijd
  --json             voor programma's; van veel toekomsten p10, p50, p90 en gemiddelde
  --data PAD         map of bestand met gegevens voor het model (.csv, .tab, .dat, .xlsx, .xls); mag vaker
  --mode exact|fast  in de volgorde van het model (standaard), of sneller met een afwijking in de laatste cijfers
  --threads T        aantal rekendraden
  --units fail|warn|off  eenheden die niet kloppen: fout, waarschuwing (standaard voor een bestand), of niet bekeken

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
  schaalsprong simulate MODEL     run a model, in one or many futures
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

Options of simulate; MODEL is a file (.mdl, .xmile, .stmx), a region folder or the name of a region
  --set NAME=NUMBER  give a constant another value; may be repeated
  --uncertain FILE   ranges and distributions for constants (YAML, JSON or CSV)
  --futures N        number of futures (default 1, with --uncertain 1000)
  --seed S           seed of the sample, 0 or more (default 0)
  --outcomes A,B     which variables (default the stocks, or those of the region); may be repeated
  --all              all variables
  --out FILE         all numbers: .csv, .parquet or .arrow, one row per future and time
  --json             for programs; of many futures p10, p50, p90 and mean
  --data PATH        folder or file with data for the model (.csv, .tab, .dat, .xlsx, .xls); may be repeated
  --mode exact|fast  in the order of the model (default), or faster with a difference in the last digits
  --threads T        number of threads
  --units fail|warn|off  units that do not balance: fault, warning (default for a file), or not looked at

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
  'no-model': {
    nl: 'Geef een model: een bestand (.mdl, .xmile, .stmx), een regiomap of de naam van een regio.',
    en: 'Give a model: a file (.mdl, .xmile, .stmx), a region folder or the name of a region.',
  },
  'not-assignment': {
    nl: '--set vraagt naam=getal (met een punt voor decimalen), niet {value}.',
    en: '--set needs name=number (with a point for decimals), not {value}.',
  },
  'not-one-of': {
    nl: '{what} is een van {known}, niet {value}.',
    en: '{what} is one of {known}, not {value}.',
  },
  'all-or-some': {
    nl: 'Kies --all of --outcomes, niet allebei.',
    en: 'Choose --all or --outcomes, not both.',
  },
  'not-out-form': {
    nl: '--out vraagt een bestand dat eindigt op .csv, .parquet of .arrow, niet {value}.',
    en: '--out needs a file that ends in .csv, .parquet or .arrow, not {value}.',
  },
  'nothing-varies': {
    nl: 'Deze {futures} toekomsten zouden alle hetzelfde zijn: het model trekt geen toevallige getallen. Geef met --uncertain een bestand met bereiken, of vraag --futures 1.',
    en: 'These {futures} futures would all be the same: the model draws no random numbers. Give a file with ranges by --uncertain, or ask --futures 1.',
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
  'model-missing': {
    nl: '{what}: zo’n bestand of regio is er niet. Verwacht: een model (.mdl, .xmile, .stmx), een map met region.yaml, of de naam van een map in regions.',
    en: '{what}: there is no such file or region. Expected: a model (.mdl, .xmile, .stmx), a folder with region.yaml, or the name of a folder in regions.',
  },
  'cannot-read': {
    nl: '{what} is niet te lezen: {reason}.',
    en: '{what} cannot be read: {reason}.',
  },
  ENOENT: { nl: 'dat is er niet, of de map ervan niet', en: 'it does not exist, or its folder does not' },
  EACCES: { nl: 'u mag dat niet', en: 'you may not do that' },
  EISDIR: { nl: 'dat is een map', en: 'it is a folder' },
  ENOTDIR: { nl: 'een deel van het pad is geen map', en: 'a part of the path is no folder' },
  ENOSPC: { nl: 'de schijf is vol', en: 'the disk is full' },
  EROFS: { nl: 'daar kan niemand schrijven', en: 'nobody can write there' },
  'check-passed': {
    nl: '{title}: {targets} doelstellingen, {claims} beweringen, {variables} modelvariabelen. Alles klopt.',
    en: '{title}: {targets} targets, {claims} claims, {variables} model variables. Everything holds.',
  },
  warnings: { nl: 'Waarschuwingen: {count}', en: 'Warnings: {count}' },
  more: { nl: '... en nog {count}', en: '... and {count} more' },
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
  'column-variable': { nl: 'variabele', en: 'variable' },
  'column-unit': { nl: 'eenheid', en: 'unit' },
  'simulated-line': {
    nl: '{file}, {start} tot {stop}; toekomsten {futures}, begingetal {seed}; model {model}, gegevens {data}, onzekerheden {uncertain}',
    en: '{file}, {start} to {stop}; futures {futures}, seed {seed}; model {model}, data {data}, uncertainties {uncertain}',
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
  'no-model',
  'not-assignment',
  'not-one-of',
  'all-or-some',
  'not-out-form',
  'nothing-varies',
  'scenario-unknown',
  'region-missing',
  'model-missing',
  'cannot-read',
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
  const { reason } = values;
  const words = typeof reason === 'string' && isReason(reason) ? `${say(lang, reason)} (${reason})` : reason;
  return `${codeOf(fault)}  ${say(lang, fault, words === undefined ? values : { ...values, reason: words })}`;
}

/** Codes of a file system that mean something to who gave the command. */
const reasons = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS'] as const;
const isReason = (code: string): code is (typeof reasons)[number] => reasons.some((one) => one === code);

/** A command that could not be carried out for something outside it: a file that is not there, or cannot be written. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
  readonly fault: Fault;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(fault: Fault, values: Readonly<Record<string, string | number>>) {
    super(fault);
    this.fault = fault;
    this.values = values;
  }
}
