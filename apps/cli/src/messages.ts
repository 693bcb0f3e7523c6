import { fill, type Lang } from '@schaalsprong/agenda';

/** Every text of the command line, in both languages; `{…}` is filled in. */
export const messages = {
  help: {
    nl: `schaalsprong: de strategische agenda van een regio als werkend systeem

Gebruik
  schaalsprong assess [opties]    stand van elke doelstelling en ambitie
  schaalsprong audit [MAP]        kloppen de getallen van de agenda met elkaar?
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

Opties van audit; zonder MAP regions/brainport
  --setting WAT      hoe ruim woorden als 'circa' tellen: bare, default (standaard) of generous
  --assume ID        neem deze aanname mee; mag vaker
  --without ID       laat deze aanname weg; mag vaker
  --reading BEWERING=LEZING  neem een bewering in een lezing; mag vaker
  --kind SOORT       alleen deze soorten, met komma's ertussen; mag vaker
  --strict           afsluitcode 1 als er iets openstaat dat niet samen kan
  --against WAT      vergelijk met een andere regiomap, of met een YAML-bestand met beweringen
  --scenario WAT     houd de uitkomst van het model in dit scenario ernaast (met --futures, --seed, --threads)
  --results BESTAND  houd uitkomsten uit een CSV-bestand ernaast, zoals assess --csv ze schrijft
  --json, --csv, --markdown, --out BESTAND

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
  schaalsprong audit [FOLDER]     do the numbers of the agenda agree?
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

Options of audit; without FOLDER regions/brainport
  --setting WHAT     how wide words such as 'about' count: bare, default (default) or generous
  --assume ID        take this assumption; may be repeated
  --without ID       leave this assumption out; may be repeated
  --reading CLAIM=READING  take a claim in one reading; may be repeated
  --kind KIND        only these kinds, with commas between them; may be repeated
  --strict           exit code 1 when something is open that cannot hold together
  --against WHAT     compare with another region folder, or with a YAML file of claims
  --scenario WHAT    hold what the model gives in this scenario beside it (with --futures, --seed, --threads)
  --results FILE     hold results from a CSV file beside it, as assess --csv writes them
  --json, --csv, --markdown, --out FILE

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
    nl: 'Kies een van {known}: ze gaan niet samen.',
    en: 'Choose one of {known}: they do not go together.',
  },
  'only-with': {
    nl: '{what} heeft alleen zin met {other}.',
    en: '{what} means something only with {other}.',
  },
  'both-ways': {
    nl: '{what} is op twee manieren gekozen. Geef een keuze.',
    en: '{what} was chosen in two ways. Give one choice.',
  },
  'not-reading': {
    nl: '--reading vraagt bewering=lezing, niet {value}.',
    en: '--reading needs claim=reading, not {value}.',
  },
  'assumption-unknown': {
    nl: 'De regio heeft geen aanname {value}. Zij heeft: {known}.',
    en: 'The region has no assumption {value}. It has: {known}.',
  },
  'claim-unknown': {
    nl: 'Er is geen bewering {value} waarvan de lezing te kiezen is. Te kiezen is die van: {known}.',
    en: 'There is no claim {value} of which the reading can be chosen. It can be for: {known}.',
  },
  'against-unknown': {
    nl: 'Geen regiomap, geen YAML-bestand en geen document van de regio: {value}. De regio heeft: {known}.',
    en: 'No region folder, no YAML file and no document of the region: {value}. The region has: {known}.',
  },
  'reading-unknown': {
    nl: 'De bewering {claim} heeft geen lezing {value}. Zij heeft: {known}.',
    en: 'The claim {claim} has no reading {value}. It has: {known}.',
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
  'kind-contradiction': { nl: 'tegenspraak', en: 'contradiction' },
  'kind-contradiction-under-assumption': {
    nl: 'tegenspraak onder een aanname',
    en: 'contradiction under an assumption',
  },
  'kind-shortfall': { nl: 'tekort', en: 'shortfall' },
  'kind-horizon': { nl: 'termijnen botsen', en: 'horizon clash' },
  'kind-definition': { nl: 'ander begrip', en: 'definition clash' },
  'kind-dominance': { nl: 'maakt een ander overbodig', en: 'makes another moot' },
  'kind-missing': { nl: 'ontbreekt', en: 'missing' },
  'kind-near': { nl: 'past net', en: 'just fits' },
  'kind-duplicate': { nl: 'staat er dubbel', en: 'duplicate' },
  'setting-bare': { nl: 'zoals gedrukt', en: 'as printed' },
  'setting-default': { nl: 'gewone ruimte', en: 'usual width' },
  'setting-generous': { nl: 'ruime uitleg', en: 'generous width' },
  'verdict-accepted-as-rounding': {
    nl: 'aanvaard als afronding door {by}, {on}',
    en: 'accepted as rounding by {by}, {on}',
  },
  'verdict-accepted-as-reading': {
    nl: 'aanvaard als lezing door {by}, {on}',
    en: 'accepted as a reading by {by}, {on}',
  },
  'verdict-to-be-repaired': { nl: 'te herstellen, zegt {by}, {on}', en: 'to be repaired, says {by}, {on}' },
  'verdict-disputed': { nl: 'betwist door {by}, {on}', en: 'disputed by {by}, {on}' },
  'audit-found': {
    nl: 'Open: {open} ({kinds}). Aanvaard: {accepted}.',
    en: 'Open: {open} ({kinds}). Accepted: {accepted}.',
  },
  'audit-nothing': {
    nl: 'Open: 0. Aanvaard: {accepted}. Dat bewijst niet dat alles klopt.',
    en: 'Open: 0. Accepted: {accepted}. That does not prove that everything agrees.',
  },
  'audit-incomplete': {
    nl: 'Er is niet tot het einde gezocht: er kan meer zijn.',
    en: 'The search did not reach its end: there may be more.',
  },
  'audit-arithmetic': { nl: 'som', en: 'sum' },
  'audit-claims': { nl: 'beweringen', en: 'claims' },
  'audit-stands': { nl: 'staat tot en met', en: 'stands up to' },
  'audit-every-reading': { nl: 'in elke lezing', en: 'in every reading' },
  'audit-some-readings': {
    nl: 'alleen in deze lezing: {readings}',
    en: 'only in this reading: {readings}',
  },
  'audit-assumes': { nl: 'aanname', en: 'assumes' },
  'audit-repair': { nl: 'herstel', en: 'repair' },
  'audit-variants': { nl: 'ook zo te zien', en: 'also seen as' },
  'audit-verdict': { nl: 'waarom', en: 'why' },
  'audit-id': { nl: 'id', en: 'id' },
  'audit-place': { nl: 'regel {places} (blz. {page})', en: 'line {places} (p. {page})' },
  'audit-place-in': {
    nl: '{document}, regel {places} (blz. {page})',
    en: '{document}, line {places} (p. {page})',
  },
  'audit-ruled-out': {
    nl: 'Lezingen die de rest van de tekst uitsluit',
    en: 'Readings that the rest of the text rules out',
  },
  'audit-under': { nl: '(onder {assumptions})', en: '(under {assumptions})' },
  'audit-not-encoded': {
    nl: 'Beweringen die niet zijn vergeleken, en waarom',
    en: 'Claims that were not compared, and why',
  },
  'audit-warnings': { nl: 'Om na te kijken', en: 'To be looked at' },
  'audit-limits': { nl: 'Wat de audit niet ziet', en: 'What the audit does not see' },
  'audit-provenance': {
    nl: '{claims} beweringen: {compared} vergeleken, {alone} staan alleen, {notEncoded} niet te vergelijken; ruimte van woorden: {setting}; inhoud {hash}',
    en: '{claims} claims: {compared} compared, {alone} stand alone, {notEncoded} cannot be compared; width of words: {setting}; content {hash}',
  },
  'progress-audit': { nl: 'De beweringen worden vergeleken', en: 'The claims are being compared' },
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

export type MessageKey = keyof typeof messages;

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
  'only-with',
  'both-ways',
  'not-reading',
  'assumption-unknown',
  'claim-unknown',
  'reading-unknown',
  'against-unknown',
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

/** The table of docs/errors.md that holds every fault of the command line as it is said. */
export function faultTable(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return [
    '| code | Nederlands | English |',
    '| --- | --- | --- |',
    ...faults.map(
      (fault) => `| \`${codeOf(fault)}\` | ${cell(messages[fault].nl)} | ${cell(messages[fault].en)} |`,
    ),
  ].join('\n');
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
