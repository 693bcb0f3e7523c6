import { compareTexts, type Fill, fill, type Lang, type Text } from '@schaalsprong/words';

/** Source location of a fault in the content. */
export interface Place {
  /** file with the folder of the region before it, so that an editor or terminal can open it */
  readonly file: string;
  /** from 1 */
  readonly line: number;
  /** from 1 */
  readonly column: number;
  /** the field, like `targets[3].unit`; empty for the file as a whole */
  readonly path: string;
}

/** The texts of one kind of problem; `alone` is the hint for when there is no near match. */
export interface CatalogueEntry {
  readonly message: Text;
  readonly hint: Text;
  readonly alone?: Text;
}

/**
 * Everything that can be wrong with the content of a region, in both languages: what is wrong and what to do.
 * `docs/errors.md` is the same table for readers; a test keeps the two equal.
 */
export const catalogue = {
  REGION_FILE_MISSING: {
    message: { nl: 'Het bestand {name} ontbreekt.', en: 'The file {name} is missing.' },
    hint: { nl: 'Maak het bestand, of herstel de naam.', en: 'Make the file, or mend its name.' },
  },
  REGION_FORMAT_NEWER: {
    message: {
      nl: 'Deze regiomap is gemaakt voor een nieuwere versie van Schaalsprong: vorm {found}.',
      en: 'This region folder was made for a newer version of Schaalsprong: format {found}.',
    },
    hint: {
      nl: 'Werk Schaalsprong bij, of gebruik een map van vorm {expected}. Verder is er niets nagekeken.',
      en: 'Update Schaalsprong, or use a folder of format {expected}. Nothing else was checked.',
    },
  },
  REGION_FILE_UNKNOWN: {
    message: {
      nl: 'Het bestand {name} hoort niet in een regiomap.',
      en: 'The file {name} does not belong in a region folder.',
    },
    hint: {
      nl: 'Bedoelt u {nearest}? Anders: zet het elders.',
      en: 'Do you mean {nearest}? Else put it elsewhere.',
    },
    alone: {
      nl: 'Zet het elders, of geef het de naam van een bestand dat hier hoort: {expected}.',
      en: 'Put it elsewhere, or give it the name of a file that belongs here: {expected}.',
    },
  },
  REGION_FILE_UNREADABLE: {
    message: {
      nl: 'Het bestand {name} is niet te lezen: {found}.',
      en: 'The file {name} cannot be read: {found}.',
    },
    hint: {
      nl: 'Kijk of het een gewoon bestand is, en of u het mag lezen.',
      en: 'See that it is an ordinary file, and that you may read it.',
    },
  },
  REGION_FILE_TOO_LARGE: {
    message: {
      nl: 'Het bestand {name} is {found} MB; dat is te groot.',
      en: 'The file {name} is {found} MB; that is too large.',
    },
    hint: {
      nl: 'Kijk of dit het goede bestand is. Ten hoogste: {expected}.',
      en: 'See whether this is the right file. At most: {expected}.',
    },
  },
  REGION_FILE_EMPTY: {
    message: { nl: 'Dit bestand is leeg.', en: 'This file is empty.' },
    hint: {
      nl: 'Vul de velden in: {expected}. Of haal het bestand weg.',
      en: 'Fill in the fields: {expected}. Or remove the file.',
    },
  },
  REGION_TEXT_ENCODING: {
    message: {
      nl: 'Op deze regel staat een teken dat geen tekst in UTF-8 is ({found}).',
      en: 'This line holds a character that is no text in UTF-8 ({found}).',
    },
    hint: {
      nl: 'Sla het bestand op als tekst met codering UTF-8.',
      en: 'Save the file as text with encoding UTF-8.',
    },
  },
  REGION_YAML_SYNTAX: {
    message: { nl: 'Dit is geen geldige YAML: {detail}.', en: 'This is not valid YAML: {detail}.' },
    hint: {
      nl: 'Kijk naar het inspringen, de dubbele punten en de aanhalingstekens op en boven deze regel.',
      en: 'Look at indentation, colons and quotes on and above this line.',
    },
  },
  REGION_FIELD_MISSING: {
    message: { nl: 'Het veld {field} ontbreekt.', en: 'The field {field} is missing.' },
    hint: { nl: 'Vul het veld in. Verwacht: {expected}.', en: 'Fill in the field. Expected: {expected}.' },
  },
  REGION_FIELD_UNKNOWN: {
    message: { nl: 'Het veld {field} bestaat hier niet.', en: 'The field {field} does not exist here.' },
    hint: {
      nl: 'Bedoelt u {nearest}? Hier mogen staan: {known}.',
      en: 'Do you mean {nearest}? Allowed here: {known}.',
    },
    alone: {
      nl: 'Haal het veld weg. Hier mogen staan: {known}.',
      en: 'Remove the field. Allowed here: {known}.',
    },
  },
  REGION_TYPE_WRONG: {
    message: {
      nl: 'Hier hoort {expected}, maar er staat {found}.',
      en: 'This must be {expected}, but it is {found}.',
    },
    hint: {
      nl: 'Schrijf {expected}. Een getal staat zonder aanhalingstekens en met een punt voor decimalen.',
      en: 'Write {expected}. A number stands without quotes and with a point for decimals.',
    },
  },
  REGION_VALUE_NOT_ALLOWED: {
    message: { nl: '{found} mag hier niet staan.', en: '{found} is not allowed here.' },
    hint: {
      nl: 'Bedoelt u {nearest}? Kies uit: {known}.',
      en: 'Do you mean {nearest}? Choose from: {known}.',
    },
    alone: { nl: 'Kies uit: {known}.', en: 'Choose from: {known}.' },
  },
  REGION_FORMAT_WRONG: {
    message: { nl: '{found} heeft niet de goede vorm.', en: '{found} does not have the right form.' },
    hint: { nl: 'Verwacht: {expected}.', en: 'Expected: {expected}.' },
  },
  REGION_VALUE_OUT_OF_BOUNDS: {
    message: {
      nl: '{found} is te klein, te groot of leeg.',
      en: '{found} is too small, too large or empty.',
    },
    hint: { nl: 'Verwacht: {expected}.', en: 'Expected: {expected}.' },
  },
  REGION_CSV_SYNTAX: {
    message: { nl: 'Dit is geen geldige CSV: {detail}.', en: 'This is not valid CSV: {detail}.' },
    hint: {
      nl: 'Kijk of elk aanhalingsteken ook sluit, en of komma’s in een tekst tussen aanhalingstekens staan.',
      en: 'See that every quote closes, and that commas inside a text stand between quotes.',
    },
  },
  REGION_CSV_COLUMN_MISSING: {
    message: { nl: 'De kolom {column} ontbreekt.', en: 'The column {column} is missing.' },
    hint: {
      nl: 'De kopregel moet hebben: {known}. Gevonden: {found}.',
      en: 'The header must have: {known}. Found: {found}.',
    },
  },
  REGION_CSV_COLUMN_UNKNOWN: {
    message: {
      nl: 'De kolom {column} is onbekend of staat er twee keer.',
      en: 'The column {column} is unknown or stands there twice.',
    },
    hint: {
      nl: 'Bedoelt u {nearest}? De kolommen zijn: {known}.',
      en: 'Do you mean {nearest}? The columns are: {known}.',
    },
    alone: {
      nl: 'Haal de kolom weg. De kolommen zijn: {known}.',
      en: 'Remove the column. The columns are: {known}.',
    },
  },
  REGION_CSV_CELLS: {
    message: {
      nl: 'Deze rij heeft {found} cellen in plaats van {expected}.',
      en: 'This row has {found} cells instead of {expected}.',
    },
    hint: {
      nl: 'Zet een tekst met een komma erin tussen aanhalingstekens.',
      en: 'Put a text that has a comma in it between quotes.',
    },
  },
  REGION_NUMBER_EXPECTED: {
    message: {
      nl: 'In de kolom {column} hoort een getal, maar er staat {found}.',
      en: 'The column {column} holds numbers, but this is {found}.',
    },
    hint: {
      nl: 'Schrijf een getal met een punt voor decimalen en zonder punten voor duizendtallen. Onbekend? Laat de hele rij weg.',
      en: 'Write a number with a point for decimals and no thousands separators. Unknown? Leave the whole row out.',
    },
  },
  REGION_PERIOD_WRONG: {
    message: { nl: '{found} is geen periode die bestaat.', en: '{found} is not a period that exists.' },
    hint: {
      nl: 'Verwacht: {expected}; ` (?)` erachter mag bij twijfel.',
      en: 'Expected: {expected}; ` (?)` behind it where in doubt.',
    },
  },
  REGION_UNKNOWN_ID: {
    message: { nl: 'Er is geen {kind} met de naam {found}.', en: 'There is no {kind} named {found}.' },
    hint: {
      nl: 'Bedoelt u {nearest}? Anders: voeg {found} eerst toe.',
      en: 'Do you mean {nearest}? Else add {found} first.',
    },
    alone: { nl: 'Voeg {found} eerst toe, of herstel de naam.', en: 'Add {found} first, or mend the name.' },
  },
  REGION_DUPLICATE_ID: {
    message: {
      nl: 'Er is al een {kind} met de naam {found}, in {first}.',
      en: 'There is already a {kind} named {found}, in {first}.',
    },
    hint: {
      nl: 'Geef een van de twee een andere naam, of voeg ze samen.',
      en: 'Rename one of the two, or merge them.',
    },
  },
  REGION_OBSERVATION_DUPLICATE: {
    message: {
      nl: 'Deze waarneming staat er al, in {first}.',
      en: 'This observation is already there, in {first}.',
    },
    hint: {
      nl: 'Haal een van de twee rijen weg, of zeg in source of note waarin ze verschillen.',
      en: 'Remove one of the two rows, or say in source or note how they differ.',
    },
  },
  REGION_TREE_CYCLE: {
    message: { nl: 'De boom loopt rond: {cycle}.', en: 'The tree runs in a circle: {cycle}.' },
    hint: {
      nl: 'Haal een van deze verwijzingen naar een ouder weg.',
      en: 'Remove one of these references to a parent.',
    },
  },
  REGION_PARENT_LEVEL_WRONG: {
    message: {
      nl: '{node} staat op niveau {level}; {parent} staat op niveau {parentLevel} en kan er dus niet boven hangen.',
      en: '{node} is on level {level}; {parent} is on level {parentLevel}, so it cannot stand above it.',
    },
    hint: {
      nl: 'Een ouder staat op een hoger niveau: {known}.',
      en: 'A parent is on a higher level: {known}.',
    },
  },
  REGION_PARENT_MISSING: {
    message: { nl: '{node} hangt nergens onder.', en: '{node} hangs under nothing.' },
    hint: {
      nl: 'Geef een ouder op; alleen het hoogste niveau ({top}) heeft er geen.',
      en: 'Name a parent; only the highest level ({top}) has none.',
    },
  },
  REGION_NODE_LEVEL_WRONG: {
    message: {
      nl: '{found} staat op niveau {level}; hier hoort een onderdeel van niveau {kind}.',
      en: '{found} is on level {level}; this must be a node of level {kind}.',
    },
    hint: { nl: 'Kies uit: {known}.', en: 'Choose from: {known}.' },
  },
  REGION_CLAIM_INTERVAL_EMPTY: {
    message: {
      nl: 'In het interval van {claim} ligt geen enkel getal: {found}.',
      en: 'No number lies in the interval of {claim}: {found}.',
    },
    hint: {
      nl: 'Maak min kleiner dan max, of haal het interval weg zodat het woord ({qualifier}) het bepaalt.',
      en: 'Make min smaller than max, or remove the interval so that the qualifier ({qualifier}) decides.',
    },
  },
  REGION_CLAIM_VALUE_OUTSIDE: {
    message: {
      nl: 'Het getal {value} van {claim} ligt buiten het eigen interval: {found}.',
      en: 'The value {value} of {claim} lies outside its own interval: {found}.',
    },
    hint: { nl: 'Herstel het getal of het interval.', en: 'Mend the value or the interval.' },
  },
  REGION_TARGET_OUTCOME_OR_REASON: {
    message: {
      nl: '{target} heeft geen outcome, en ook geen reden in notModelled.',
      en: '{target} has no outcome, and no reason in notModelled either.',
    },
    hint: {
      nl: 'Noem de uitkomst van het model, of zeg waarom het model er niets over kan zeggen.',
      en: 'Name the outcome of the model, or say why the model cannot speak of it.',
    },
  },
  REGION_TARGET_OUTCOME_AND_REASON: {
    message: {
      nl: '{target} heeft een outcome en toch een reden in notModelled.',
      en: '{target} has an outcome and yet a reason in notModelled.',
    },
    hint: { nl: 'Zet een van de twee op null.', en: 'Set one of the two to null.' },
  },
  REGION_TARGET_REASON_MISSING: {
    message: {
      nl: 'De waarde van {target} is aangenomen of leeg, maar valueReason ontbreekt.',
      en: 'The value of {target} is assumed or null, but valueReason is missing.',
    },
    hint: {
      nl: 'Zeg in valueReason waarom, in beide talen.',
      en: 'Say why in valueReason, in both languages.',
    },
  },
  REGION_UNIT_DIFFERS: {
    message: {
      nl: '{target} is in {found}, maar {other} is in {expected}.',
      en: '{target} is in {found}, but {other} is in {expected}.',
    },
    hint: {
      nl: 'Geef beide dezelfde eenheid; divideBy en scale rekenen om.',
      en: 'Give both the same unit; divideBy and scale convert.',
    },
  },
  REGION_HORIZON_BEYOND_MODEL: {
    message: {
      nl: 'Het einde van de horizon {found} van {target} valt buiten de tijd van het model.',
      en: 'The end of the horizon {found} of {target} lies outside the time of the model.',
    },
    hint: {
      nl: 'Het model loopt van {expected}. Kies een eerdere horizon, of zet outcome op null met een reden.',
      en: 'The model runs from {expected}. Choose an earlier horizon, or set outcome to null with a reason.',
    },
  },
  REGION_FIGURES_PER_PLACE: {
    message: {
      nl: '{claim} noemt {found} getallen voor {expected} plaatsen.',
      en: '{claim} names {found} figures for {expected} places.',
    },
    hint: {
      nl: 'Geef een getal voor alle plaatsen samen, of een voor elke plaats in dezelfde volgorde.',
      en: 'Give one figure for all places, or one for each place in the same order.',
    },
  },
  REGION_LINES_BEYOND_DOCUMENT: {
    message: {
      nl: 'Regel {found} bestaat niet: het document heeft {expected} regels.',
      en: 'Line {found} does not exist: the document has {expected} lines.',
    },
    hint: {
      nl: 'Tel in het tekstbestand, lege regels meegeteld.',
      en: 'Count in the text file, blank lines included.',
    },
  },
  REGION_PAGES_UNORDERED: {
    message: { nl: 'De bladzijden lopen niet op.', en: 'The pages do not run upwards.' },
    hint: {
      nl: 'Begin bij regel 1, en zet fromLine en page in oplopende volgorde.',
      en: 'Start at line 1, and put fromLine and page in rising order.',
    },
  },
  REGION_PICTURE_LIMIT: {
    message: {
      nl: 'Het knelpunt {constraint} van blok {block} staat {found} keer in de tekening.',
      en: 'The limit {constraint} of block {block} stands {found} times in the picture.',
    },
    hint: {
      nl: 'Zet elk knelpunt van de uitkomst van een blok één keer: onder own, of onder limits van één pijl erheen.',
      en: 'List each limit of the outcome of a block once: under own, or under limits of one arrow that leads to it.',
    },
  },
  REGION_PICTURE_FOREIGN_LIMIT: {
    message: {
      nl: 'De uitkomst van blok {block} heeft geen knelpunt {constraint}.',
      en: 'The outcome of block {block} has no limit {constraint}.',
    },
    hint: {
      nl: 'Kies een van: {expected}; of haal het weg.',
      en: 'Choose one of: {expected}; or leave it out.',
    },
  },
  REGION_BOUNDARY_NOT_DEGREES: {
    message: {
      nl: 'De grens van {area} staat niet in lengte- en breedtegraden: {found}.',
      en: 'The boundary of {area} is not in longitude and latitude: {found}.',
    },
    hint: {
      nl: 'Zet het bestand om naar WGS 84 (EPSG:4326), lengte voor breedte. Verwacht: {expected}.',
      en: 'Convert the file to WGS 84 (EPSG:4326), longitude before latitude. Expected: {expected}.',
    },
  },
  REGION_BOUNDARY_RING: {
    message: {
      nl: 'Deze lijn om {area} is niet gesloten; zij heeft {found} punten.',
      en: 'This line around {area} is not closed; it has {found} positions.',
    },
    hint: { nl: 'Verwacht: {expected}.', en: 'Expected: {expected}.' },
  },
  REGION_BOUNDARY_MISSING: {
    message: { nl: 'De gemeente {area} heeft geen grens.', en: 'The municipality {area} has no boundary.' },
    hint: {
      nl: 'Voeg een feature toe met code {expected}, of haal het bestand weg: dan tekent de kaart tegels.',
      en: 'Add a feature with code {expected}, or remove the file: the map then draws tiles.',
    },
  },
  REGION_RANGE_EMPTY: {
    message: { nl: 'In dit bereik ligt geen getal: {found}.', en: 'No number lies in this range: {found}.' },
    hint: { nl: 'Verwacht: {expected}.', en: 'Expected: {expected}.' },
  },
  REGION_OUTSIDE_RANGE: {
    message: {
      nl: '{name} = {found} ligt buiten het bereik {expected}.',
      en: '{name} = {found} lies outside the range {expected}.',
    },
    hint: {
      nl: 'Herstel de waarde, of maak het bereik ruimer en geef de reden.',
      en: 'Mend the value, or widen the range and give the reason.',
    },
  },
  REGION_TIME_DIFFERS: {
    message: {
      nl: 'Hier staat {name} = {found}, maar in het model is {other} = {expected}.',
      en: 'This says {name} = {found}, but in the model {other} = {expected}.',
    },
    hint: {
      nl: 'Geef beide hetzelfde jaar: hier, of in het model.',
      en: 'Give both the same year: here, or in the model.',
    },
  },
  REGION_WITHOUT_TIMING: {
    message: {
      nl: 'Van de maatregel {found} kent het model geen tijd.',
      en: 'The model knows no time of the measure {found}.',
    },
    hint: {
      nl: 'Haal de maatregel hier weg, of geef haar een timing in measures.yaml.',
      en: 'Leave the measure out here, or give it a timing in measures.yaml.',
    },
  },
  REGION_TIMING_UNIT: {
    message: {
      nl: 'De constante {found} staat in {unit} en niet in de tijdseenheid van het model.',
      en: 'The constant {found} is in {unit} and not in the time unit of the model.',
    },
    hint: {
      nl: 'Laat timing een constante zetten die jaren verschuift: {expected}.',
      en: 'Let timing set a constant that shifts years: {expected}.',
    },
  },
  REGION_LIMIT_UNIT: {
    message: {
      nl: 'De grenzen van deze uitkomst staan in {found}, de uitkomst zelf in {unit}.',
      en: 'The limits of this outcome are in {found}, the outcome itself in {unit}.',
    },
    hint: {
      nl: 'Zeg met limitUnit in welke eenheid de grenzen staan: {expected}.',
      en: 'Say with limitUnit in which unit the limits are: {expected}.',
    },
  },
  REGION_TIMING_DIFFERS: {
    message: {
      nl: 'Hier staat {name} = {found}, maar in het model is {other} = {expected}.',
      en: 'This says {name} = {found}, but in the model {other} = {expected}.',
    },
    hint: {
      nl: 'Geef beide dezelfde tijd: hier, of in het model.',
      en: 'Give both the same time: here, or in the model.',
    },
  },
  REGION_CONSTANT_TWICE: {
    message: {
      nl: 'De constante {found} wordt al gezet door {other}, in {first}.',
      en: 'The constant {found} is already set by {other}, in {first}.',
    },
    hint: {
      nl: 'Laat een maatregel of onzekerheid een eigen constante van het model zetten; anders wint de laatste.',
      en: 'Let each measure or uncertainty set a constant of its own in the model; else the last one wins.',
    },
  },
  REGION_HISTORY_WITHOUT_POINTS: {
    message: {
      nl: '{check} heeft observed en points allebei, of geen van beide.',
      en: '{check} has both observed and points, or neither.',
    },
    hint: { nl: 'Geef er precies een.', en: 'Give exactly one.' },
  },
  REGION_VARIABLE_UNKNOWN: {
    message: {
      nl: 'Het model heeft geen variabele {found}.',
      en: 'The model has no variable {found}.',
    },
    hint: {
      nl: 'Bedoelt u {nearest}? Anders: voeg haar aan het model toe.',
      en: 'Do you mean {nearest}? Else add it to the model.',
    },
    alone: {
      nl: 'Voeg haar aan het model toe, of herstel de naam.',
      en: 'Add it to the model, or mend the name.',
    },
  },
  REGION_VARIABLE_NOT_CONSTANT: {
    message: {
      nl: '{found} is geen constante van het model en kan dus niet van buiten worden gezet.',
      en: '{found} is no constant of the model, so it cannot be set from outside.',
    },
    hint: {
      nl: 'Noem een constante, of maak er in het model een.',
      en: 'Name a constant, or make one in the model.',
    },
  },
  REGION_WIDTHS_NOT_NESTED: {
    message: {
      nl: 'De breedte {setting} van {qualifier} past niet bij de gewone: voor {claim} wordt het {found}.',
      en: 'The width {setting} of {qualifier} does not fit the usual one: for {claim} it becomes {found}.',
    },
    hint: {
      nl: 'Verwacht: {expected}. Het getal zelf ligt er altijd in; bare is het smalst, generous het ruimst.',
      en: 'Expected: {expected}. The figure itself always lies in it; bare is the narrowest, generous the widest.',
    },
  },
  REGION_QUANTITY_UNIT_DIFFERS: {
    message: {
      nl: 'In {where} staat {variable} in {found}, maar {other} in {expected}.',
      en: 'In {where}, {variable} is in {found}, but {other} is in {expected}.',
    },
    hint: {
      nl: 'Geef beide dezelfde eenheid, of reken om met times (bij een deel: { of: ..., times: ... }); times: 1 zegt dat twee eenheden hetzelfde tellen.',
      en: 'Give both the same unit, or convert with times (of a part: { of: ..., times: ... }); times: 1 says that two units count the same.',
    },
  },
  REGION_QUANTITY_TWICE: {
    message: {
      nl: 'In {relation} staat {found} twee keer.',
      en: '{relation} names {found} twice.',
    },
    hint: {
      nl: 'Noem elke grootheid een keer, of herstel de naam.',
      en: 'Name each quantity once, or mend the name.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof catalogue;

/** One fault in the content: location, expected, found, and what to do. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly expected: Text | string;
  readonly found: string;
  readonly message: Text;
  readonly hint: Text;
}

/** Suggestion of near names for `nearest` in a hint; empty where there are none. */
export const offer = (names: readonly string[]): string => names.join(', ');

const both = (template: Text, values: Readonly<Record<string, Fill>>): Text => ({
  nl: fill(template.nl, values, 'nl'),
  en: fill(template.en, values, 'en'),
});

/** Makes a problem from the catalogue; `values` fills the braces of its texts. */
export function problem(
  code: ProblemCode,
  place: Place,
  values: Readonly<Record<string, Fill>> & { readonly expected: Text | string; readonly found: string },
): Problem {
  const entry: CatalogueEntry = catalogue[code];
  const hint = values.nearest === '' ? (entry.alone ?? entry.hint) : entry.hint;
  return {
    code,
    ...place,
    expected: values.expected,
    found: values.found,
    message: both(entry.message, values),
    hint: both(hint, values),
  };
}

/** `file:line:col  CODE  message`, then the field and what to do on a line of their own. */
export function formatProblem(p: Problem, lang: Lang): string {
  const field = p.path === '' ? '' : `${p.path}: `;
  return `${p.file}:${p.line}:${p.column}  ${p.code}  ${field}${p.message[lang]}\n    ${p.hint[lang]}`;
}

/** Orders problems by file, line, column and code, so that the same content gives the same report. */
export const compareProblems = (a: Problem, b: Problem): number =>
  compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column || compareTexts(a.code, b.code);

/** Thrown by `loadRegion`: all problems that were found, sorted by file and line. Nothing was loaded. */
export class RegionError extends Error {
  readonly code = 'REGION_INVALID';
  readonly problems: readonly Problem[];
  constructor(root: string, problems: readonly Problem[]) {
    const list = problems.map((p) => formatProblem(p, 'en')).join('\n');
    super(`${problems.length} problem(s) in ${root}\n${list}`);
    this.name = 'RegionError';
    this.problems = problems;
  }
}
