import { fill, type Lang, type Text } from '@schaalsprong/words';
import { assessMessages } from '../commands/assess/messages.ts';
import { auditMessages } from '../commands/audit/messages.ts';
import { checkMessages } from '../commands/check/messages.ts';
import { simulateMessages } from '../commands/simulate/messages.ts';

/** Texts of the command line, in both languages; `{…}` is filled in. Those of one command are in its folder. */
export const messages = {
  'unknown-command': { nl: 'Onbekende opdracht: {what}.', en: 'Unknown command: {what}.' },
  'no-command': { nl: 'Geef een opdracht.', en: 'Give a command.' },
  'unknown-option': { nl: 'Onbekende optie: {what}.', en: 'Unknown option: {what}.' },
  'option-not-here': {
    nl: 'De opdracht {command} kent de optie {what} niet; die hoort bij: {owners}.',
    en: 'The command {command} does not have the option {what}; it belongs to: {owners}.',
  },
  'no-weights': {
    nl: 'De opdracht {command} telt elke toekomst even zwaar: haar methoden kennen geen gewichten, dus {what} kan niet. Met gewichten rekent robustness.',
    en: 'The command {command} counts every future the same: its methods take no weights, so {what} cannot be. robustness computes with weights.',
  },
  'not-weight-rule': {
    nl: "--weigh vraagt een regel als 'vertraging>3:2' (waar vertraging boven 3 ligt, telt een toekomst 2 keer; ook >=, <, <= en =), niet {value}.",
    en: "--weigh needs a rule like 'delay>3:2' (where delay is above 3, a future counts 2 times; >=, <, <= and = too), not {value}.",
  },
  'missing-value': { nl: '{what} vraagt een waarde.', en: '{what} needs a value.' },
  'no-value': { nl: '{what} neemt geen waarde.', en: '{what} takes no value.' },
  'too-many': { nl: 'Te veel: {what}.', en: 'Too many: {what}.' },
  'not-count': {
    nl: '{what} vraagt een heel getal van {min} tot en met {max}, niet {value}.',
    en: '{what} needs a whole number from {min} to {max}, not {value}.',
  },
  'not-number': {
    nl: '{what} vraagt een getal van {min} tot en met {max} (met een punt voor decimalen), niet {value}.',
    en: '{what} needs a number from {min} to {max} (with a point for decimals), not {value}.',
  },
  'no-data': {
    nl: 'Geef een bestand met gevallen: .csv, .parquet, een archief van EMA Workbench (.tar.gz) of een map met bewaarde toekomsten.',
    en: 'Give a file of cases: .csv, .parquet, an archive of EMA Workbench (.tar.gz) or a folder of kept futures.',
  },
  'no-method': {
    nl: 'Geef een methode: {known}.',
    en: 'Give a method: {known}.',
  },
  'needs-option': {
    nl: '{command} vraagt ook {what}: {why}.',
    en: '{command} needs {what} as well: {why}.',
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
    nl: '--reading vraagt uitspraak=lezing, niet {value}.',
    en: '--reading needs claim=reading, not {value}.',
  },
  'assumption-unknown': {
    nl: 'De regio heeft geen aanname {value}. Zij heeft: {known}.',
    en: 'The region has no assumption {value}. It has: {known}.',
  },
  'claim-unknown': {
    nl: 'Er is geen uitspraak {value} waarvan de lezing te kiezen is. Te kiezen is die van: {known}.',
    en: 'There is no claim {value} of which the reading can be chosen. It can be for: {known}.',
  },
  'against-unknown': {
    nl: 'Geen regiomap, geen YAML-bestand en geen document van de regio: {value}. De regio heeft: {known}.',
    en: 'No region folder, no YAML file and no document of the region: {value}. The region has: {known}.',
  },
  'reading-unknown': {
    nl: 'De uitspraak {claim} heeft geen lezing {value}. Zij heeft: {known}.',
    en: 'The claim {claim} has no reading {value}. It has: {known}.',
  },
  'no-document': {
    nl: 'Geef een document (.pdf, .docx, .html, .txt), of met --into, --accept en --reject wat er met bewaarde voorstellen moet.',
    en: 'Give a document (.pdf, .docx, .html, .txt), or with --into, --accept and --reject what to do with kept proposals.',
  },
  'decide-apart': {
    nl: 'Lees eerst het document, en neem daarna aan: --accept, --reject en --choices gaan niet samen met een bestand.',
    en: 'Read the document first, and accept after that: --accept, --reject and --choices do not go with a file.',
  },
  'not-pages': {
    nl: '--pages vraagt een bladzijde of een reeks, zoals 7 of 3-10, niet {value}.',
    en: '--pages needs a page or a range, like 7 or 3-10, not {value}.',
  },
  'not-certain': {
    nl: '--certain vraagt een getal van 0 tot en met 1, niet {value}.',
    en: '--certain needs a number from 0 to 1, not {value}.',
  },
  'not-a-name': {
    nl: '{value} kan geen naam zijn. Verwacht: kleine letters en cijfers met streepjes, zoals woondeal-2022. Geef --name.',
    en: '{value} cannot be a name. Expected: lower-case letters and digits with hyphens, like woondeal-2022. Give --name.',
  },
  'proposals-exist': {
    nl: '{what} is er al. Kies met --name een andere naam, of lees opnieuw met --force: wat besloten is, blijft dan staan als het document hetzelfde is.',
    en: '{what} is there already. Choose another name with --name, or read again with --force: what was decided then stays, if the document is the same.',
  },
  'proposals-unknown': {
    nl: 'De regio heeft geen voorstellen {value}. Zij heeft: {known}. Geef met --name welke, of lees eerst een document met --into.',
    en: 'The region has no proposals {value}. It has: {known}. Say which with --name, or read a document first with --into.',
  },
  'no-region': {
    nl: 'Geef een naam of pad voor de nieuwe regiomap, zoals regions/zeeland.',
    en: 'Give a name or path for the new region folder, like regions/zeeland.',
  },
  'not-region-id': {
    nl: '{value} kan geen id van een regio zijn. Verwacht: kleine letters en cijfers met streepjes, zoals noord-limburg.',
    en: '{value} cannot be the id of a region. Expected: lower-case letters and digits with hyphens, like noord-limburg.',
  },
  'not-published': {
    nl: '--published vraagt een jaar, maand of dag, zoals 2024, 2024-03 of 2024-03-25, niet {value}.',
    en: '--published needs a year, month or day, like 2024, 2024-03 or 2024-03-25, not {value}.',
  },
  'not-day': {
    nl: '{what} vraagt een dag, zoals 2026-02-17, niet {value}.',
    en: '{what} needs a day, like 2026-02-17, not {value}.',
  },
  'not-year': {
    nl: '--years vraagt jaartallen, zoals 2015,2026, niet {value}.',
    en: '--years needs years, like 2015,2026, not {value}.',
  },
  'source-unknown': {
    nl: 'sources.yaml heeft geen bron {value}. Alle bronnen staan in: schaalsprong ingest status.',
    en: 'sources.yaml has no source {value}. All sources are in: schaalsprong ingest status.',
  },
  'file-not-here': {
    nl: '{source} is een bron van het soort {kind}: die wordt opgehaald, niet uit een bestand gelezen. Laat --file weg, of herstel kind in sources.yaml.',
    en: '{source} is a source of the kind {kind}: it is fetched, not read from a file. Leave out --file, or mend kind in sources.yaml.',
  },
  'held-no-figure': {
    nl: 'Van {value} is geen getal te maken, dus kan het niet worden aanvaard. Herstel het bij de bron en haal opnieuw op, of wijs het af.',
    en: '{value} cannot be made a figure, so it cannot be accepted. Mend it at the source and ingest again, or reject it.',
  },
  'folder-exists': {
    nl: '{what} is er al en wordt niet overschreven. Kies een andere naam, of haal het eerst zelf weg.',
    en: '{what} is there already and is not written over. Choose another name, or remove it yourself first.',
  },
  'no-model': {
    nl: 'Geef een model: een bestand (.mdl, .xmile, .stmx), een regiomap of de naam van een regio.',
    en: 'Give a model: a file (.mdl, .xmile, .stmx), a region folder or the name of a region.',
  },
  'not-assignment': {
    nl: '--set vraagt naam=getal (met een punt voor decimalen), niet {value}.',
    en: '--set needs name=number (with a point for decimals), not {value}.',
  },
  'not-groups': {
    nl: '--groups vraagt groep=invoer,invoer, niet {value}.',
    en: '--groups needs group=input,input, not {value}.',
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
    nl: '--out vraagt een bestand dat eindigt op .csv, .parquet, .arrow of .tar.gz, niet {value}.',
    en: '--out needs a file that ends in .csv, .parquet, .arrow or .tar.gz, not {value}.',
  },
  'nothing-varies': {
    nl: 'Deze {futures} toekomsten zouden alle hetzelfde zijn: het model trekt geen toevallige getallen. Geef met --uncertain een bestand met bereiken, of vraag --futures 1.',
    en: 'These {futures} futures would all be the same: the model draws no random numbers. Give a file with ranges by --uncertain, or ask --futures 1.',
  },
  'scenario-unknown': {
    nl: 'Geen scenario en geen bestand: {value}. De regio kent: {known}.',
    en: 'No scenario and no file: {value}. The region has: {known}.',
  },
  'same-scenario': {
    nl: '--from en --to zijn allebei {value}: dan verschilt er niets. Kies een ander scenario.',
    en: '--from and --to are both {value}: nothing differs then. Choose another scenario.',
  },
  'meant-nearest': { nl: 'Bedoelde u {what}?', en: 'Did you mean {what}?' },
  'see-help': {
    nl: 'Zie: schaalsprong help{command}',
    en: 'See: schaalsprong help{command}',
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
  'column-projected': { nl: 'p10 / p50 / p90', en: 'p10 / p50 / p90' },
  none: { nl: '-', en: '-' },
  ...auditMessages,
  ...assessMessages,
  ...simulateMessages,
  ...checkMessages,
} as const;

export type MessageKey = keyof typeof messages;

/**
 * One text in one language, with its placeholders filled.
 *
 * @param lang language
 * @param key which text
 * @param values what is in the placeholders
 */
export function say(
  lang: Lang,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(messages[key][lang], values, lang);
}

/** A text made in both languages. */
export const inBoth = (make: (lang: Lang) => string): Text => ({ nl: make('nl'), en: make('en') });

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
  'no-weights',
  'not-weight-rule',
  'missing-value',
  'no-value',
  'too-many',
  'not-count',
  'not-number',
  'no-data',
  'no-method',
  'needs-option',
  'not-lang',
  'one-form',
  'only-with',
  'both-ways',
  'not-reading',
  'assumption-unknown',
  'claim-unknown',
  'reading-unknown',
  'against-unknown',
  'no-document',
  'decide-apart',
  'not-pages',
  'not-certain',
  'not-a-name',
  'proposals-exist',
  'proposals-unknown',
  'no-region',
  'not-region-id',
  'not-published',
  'not-day',
  'not-year',
  'source-unknown',
  'file-not-here',
  'held-no-figure',
  'folder-exists',
  'no-model',
  'not-assignment',
  'not-groups',
  'not-one-of',
  'all-or-some',
  'not-out-form',
  'nothing-varies',
  'scenario-unknown',
  'same-scenario',
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
