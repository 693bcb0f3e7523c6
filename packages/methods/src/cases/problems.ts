import type { Text } from '@schaalsprong/words';
import type { FuturesProblem } from '../problems.ts';

const number = { nl: 'een getal', en: 'a number' } as const;
const oneRow = { nl: 'een rij per toekomst en tijdstip', en: 'one row per future and time' } as const;
const nearestTime = (times: readonly number[], wanted: number): number =>
  times.reduce((best, time) => (Math.abs(time - wanted) < Math.abs(best - wanted) ? time : best));
const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const near = (names: readonly string[], known: readonly string[]): Text => {
  const offered = names.length > 0 ? names : known.slice(0, 20);
  const list = listed(offered);
  if (offered.length === 0) return { nl: 'Er zijn geen andere.', en: 'There are no others.' };
  return names.length > 0
    ? { nl: `Bedoelde u ${list}?`, en: `Did you mean ${list}?` }
    : { nl: `Kies uit ${list}.`, en: `Choose from ${list}.` };
};

/** What can be wrong with a table of cases. */
export const caseProblems = {
  syntax: (file: string, line: number, detail: Text): FuturesProblem => ({
    code: 'FUTURES_CASES_SYNTAX',
    path: `${file}:${line}`,
    message: detail,
    expected: {
      nl: 'CSV met komma, puntkomma of tab tussen de kolommen (RFC 4180)',
      en: 'CSV with a comma, semicolon or tab between the columns (RFC 4180)',
    },
    hint: { nl: 'Verbeter die regel.', en: 'Mend that line.' },
  }),
  empty: (file: string): FuturesProblem => ({
    code: 'FUTURES_CASES_EMPTY',
    path: file,
    message: { nl: 'er staan geen gevallen in', en: 'there are no cases in it' },
    expected: {
      nl: 'een eerste regel met namen, en daaronder een regel per geval',
      en: 'a first line of names, and below it a line per case',
    },
    hint: { nl: 'Kies een ander bestand.', en: 'Choose another file.' },
  }),
  header: (file: string): FuturesProblem => ({
    code: 'FUTURES_CASES_HEADER',
    path: `${file}:1`,
    message: {
      nl: 'de eerste regel heeft alleen getallen',
      en: 'the first line has numbers only',
    },
    expected: { nl: 'de namen van de kolommen', en: 'the names of the columns' },
    hint: { nl: 'Zet er een regel met namen boven.', en: 'Put a line of names above it.' },
  }),
  nameless: (file: string, column: number): FuturesProblem => ({
    code: 'FUTURES_CASES_NAME',
    path: `${file}:1`,
    message: { nl: `kolom ${column} heeft geen naam`, en: `column ${column} has no name` },
    expected: { nl: 'een naam boven elke kolom', en: 'a name above every column' },
    hint: { nl: 'Geef de kolom een naam of haal hem weg.', en: 'Give the column a name, or remove it.' },
  }),
  twice: (file: string, name: string, first: number, again: number): FuturesProblem => ({
    code: 'FUTURES_CASES_NAME_TWICE',
    path: `${file}: ${name}`,
    message: {
      nl: `kolom ${first} en kolom ${again} heten allebei '${name}'`,
      en: `column ${first} and column ${again} are both called '${name}'`,
    },
    expected: { nl: 'een eigen naam voor elke kolom', en: 'a name of its own for every column' },
    hint: { nl: 'Hernoem een van de twee.', en: 'Rename one of the two.' },
  }),
  cells: (file: string, line: number, found: number, wanted: number): FuturesProblem => ({
    code: 'FUTURES_CASES_CELLS',
    path: `${file}:${line}`,
    message: {
      nl: `deze regel heeft ${found} cellen en de eerste ${wanted}`,
      en: `this line has ${found} cells and the first one ${wanted}`,
    },
    expected: { nl: `${wanted} cellen`, en: `${wanted} cells` },
    hint: {
      nl: 'Zet een cel met een scheidingsteken erin tussen aanhalingstekens.',
      en: 'Put a cell that holds a separator between quotes.',
    },
  }),
  number: (file: string, line: number, column: string, found: string): FuturesProblem => ({
    code: 'FUTURES_CASES_NUMBER',
    path: `${file}:${line} ${column}`,
    message: {
      nl: `'${found}' is geen getal, en de andere cellen van deze kolom wel`,
      en: `'${found}' is no number, and the other cells of this column are`,
    },
    expected: number,
    hint: {
      nl: 'Verbeter de cel, of laat hem leeg als de waarde niet bekend is.',
      en: 'Mend the cell, or leave it empty where the value is not known.',
    },
  }),
  commas: (file: string, line: number, column: string, found: string): FuturesProblem => ({
    code: 'FUTURES_CASES_DECIMAL',
    path: `${file}:${line} ${column}`,
    message: {
      nl: `'${found}' is anders geschreven dan de getallen erboven: komma en punt lopen door elkaar`,
      en: `'${found}' is written otherwise than the numbers above it: comma and point are mixed`,
    },
    expected: {
      nl: 'in een kolom overal dezelfde decimaalscheiding, en geen scheiding van duizendtallen',
      en: 'the same decimal mark all down a column, and no separator of thousands',
    },
    hint: { nl: 'Schrijf ze allemaal hetzelfde.', en: 'Write them all alike.' },
  }),
  more: (file: string, count: number): FuturesProblem => ({
    code: 'FUTURES_CASES_MORE',
    path: file,
    message: { nl: `en nog ${count} zulke fouten`, en: `and ${count} more such faults` },
    expected: { nl: 'geen fouten', en: 'no faults' },
    hint: { nl: 'Verbeter eerst de fouten hierboven.', en: 'Mend the faults above first.' },
  }),
  column: (name: string, nearest: readonly string[], known: readonly string[]): FuturesProblem => ({
    code: 'FUTURES_CASES_COLUMN',
    path: name,
    message: { nl: `er is geen kolom '${name}'`, en: `there is no column '${name}'` },
    expected: { nl: 'de naam van een kolom', en: 'the name of a column' },
    hint: near(nearest, known),
  }),
  outcomeIsInput: (name: string): FuturesProblem => ({
    code: 'FUTURES_CASES_OUTCOME_INPUT',
    path: name,
    message: {
      nl: `'${name}' is de uitkomst en staat ook bij de invoer`,
      en: `'${name}' is the outcome and stands among the inputs too`,
    },
    expected: { nl: 'invoer die niet de uitkomst is', en: 'inputs that are not the outcome' },
    hint: { nl: 'Haal hem uit de invoer.', en: 'Take it out of the inputs.' },
  }),
  inputTwice: (name: string): FuturesProblem => ({
    code: 'FUTURES_CASES_INPUT_TWICE',
    path: name,
    message: { nl: `'${name}' staat twee keer bij de invoer`, en: `'${name}' stands among the inputs twice` },
    expected: { nl: 'elke invoer één keer', en: 'every input once' },
    hint: { nl: 'Haal er een weg.', en: 'Remove one.' },
  }),
  noInputs: (outcome: string): FuturesProblem => ({
    code: 'FUTURES_CASES_NO_INPUTS',
    path: outcome,
    message: { nl: 'naast de uitkomst is er geen invoer', en: 'there are no inputs beside the outcome' },
    expected: { nl: 'ten minste één kolom met invoer', en: 'at least one column of inputs' },
    hint: { nl: 'Noem kolommen met --inputs.', en: 'Name columns with --inputs.' },
  }),
  allMissing: (count: number, empty: readonly string[], outcome: string): FuturesProblem => ({
    code: 'FUTURES_CASES_MISSING',
    path: empty[0] ?? outcome,
    message: {
      nl: `in elk van de ${count} gevallen ontbreekt een waarde van de gekozen kolommen${
        empty.length === 0 ? '' : `; helemaal leeg: ${listed(empty)}`
      }`,
      en: `each of the ${count} cases lacks a value in one of the chosen columns${
        empty.length === 0 ? '' : `; empty all the way: ${listed(empty)}`
      }`,
    },
    expected: { nl: 'gevallen waarvan alles bekend is', en: 'cases of which all is known' },
    hint:
      empty.length === 0
        ? { nl: 'Kies minder kolommen.', en: 'Choose fewer columns.' }
        : { nl: `Laat ${listed(empty)} weg.`, en: `Leave out ${listed(empty)}.` },
  }),
  overTime: (file: string, rows: number, futures: number, times: number): FuturesProblem => ({
    code: 'FUTURES_CASES_OVER_TIME',
    path: file,
    message: {
      nl: `dit is een tabel over de tijd zonder invoer: ${rows} rijen van ${futures} toekomsten op ${times} momenten. Geen kolom staat per toekomst vast en verschilt tussen toekomsten`,
      en: `this is a table over time without inputs: ${rows} rows of ${futures} futures at ${times} times, and no column that is fixed within a future and differs between futures`,
    },
    expected: {
      nl: 'toekomsten met hun invoer en uitkomsten',
      en: 'futures with their inputs and outcomes',
    },
    hint: {
      nl: 'Bewaar de toekomsten met simulate --keep MAP of --out BESTAND.tar.gz en noem hier die map of dat bestand. Of schrijf de tabel uit de map: simulate --from MAP --out BESTAND.',
      en: 'Keep the futures with simulate --keep FOLDER or --out FILE.tar.gz and name that folder or file here, or write the table from the folder: simulate --from FOLDER --out FILE.',
    },
  }),
  noTimes: (file: string): FuturesProblem => ({
    code: 'FUTURES_CASES_NO_TIMES',
    path: file,
    message: {
      nl: 'er is naar een tijdstip gevraagd, en deze tabel heeft geen tijdstippen',
      en: 'a time was asked, and this table has no times',
    },
    expected: {
      nl: "een tabel die begint met de kolommen 'future' en 'Time', een archief of een map met bewaarde toekomsten",
      en: "a table that begins with the columns 'future' and 'Time', an archive or a folder of kept futures",
    },
    hint: { nl: 'Laat --at weg.', en: 'Leave --at out.' },
  }),
  time: (file: string, time: number, times: readonly number[]): FuturesProblem => ({
    code: 'FUTURES_CASES_TIME',
    path: file,
    message: { nl: `tijdstip ${time} staat er niet in`, en: `time ${time} is not in it` },
    expected: {
      nl: `een van de ${times.length} tijdstippen van ${times[0]} tot en met ${times.at(-1)}`,
      en: `one of the ${times.length} times from ${times[0]} to ${times.at(-1)}`,
    },
    hint: {
      nl: `Kies bijvoorbeeld ${nearestTime(times, time)}, of laat --at weg: dan wordt het laatste genomen.`,
      en: `Choose ${nearestTime(times, time)}, for one, or leave --at out: then the last is taken.`,
    },
  }),
  rowTwice: (file: string, future: number, time: number): FuturesProblem => ({
    code: 'FUTURES_CASES_ROW_TWICE',
    path: file,
    message: {
      nl: `toekomst ${future} heeft meer dan een rij op tijdstip ${time}`,
      en: `future ${future} has more than one row at time ${time}`,
    },
    expected: oneRow,
    hint: {
      nl: 'Zet maar een verzameling toekomsten in een bestand.',
      en: 'Put one set of futures in a file only.',
    },
  }),
  noRow: (file: string, future: number, time: number): FuturesProblem => ({
    code: 'FUTURES_CASES_NO_ROW',
    path: file,
    message: {
      nl: `toekomst ${future} heeft geen rij op tijdstip ${time}`,
      en: `future ${future} has no row at time ${time}`,
    },
    expected: oneRow,
    hint: {
      nl: 'Kies een tijdstip dat elke toekomst heeft, of schrijf het bestand opnieuw.',
      en: 'Choose a time that every future has, or write the file again.',
    },
  }),
  notBinary: (name: string, found: string): FuturesProblem => ({
    code: 'FUTURES_CASES_NOT_BINARY',
    path: name,
    message: {
      nl: `de uitkomst is niet alleen 0 en 1: er staat ook ${found} in`,
      en: `the outcome is not only 0 and 1: it holds ${found} too`,
    },
    expected: { nl: '0 en 1, of een grens', en: '0 and 1, or a limit' },
    hint: {
      nl: 'Zeg welke gevallen tellen: boven een grens, onder een grens, of gelijk aan een waarde.',
      en: 'Say which cases count: above a limit, below a limit, or equal to a value.',
    },
  }),
  limitNumber: (name: string, found: string): FuturesProblem => ({
    code: 'FUTURES_CASES_LIMIT',
    path: name,
    message: {
      nl: `in kolom '${name}' staan getallen, en ${found} is er geen`,
      en: `column '${name}' holds numbers, and ${found} is none`,
    },
    expected: number,
    hint: { nl: 'Geef een getal.', en: 'Give a number.' },
  }),
  limitOnWords: (name: string): FuturesProblem => ({
    code: 'FUTURES_CASES_LIMIT_WORDS',
    path: name,
    message: {
      nl: `in kolom '${name}' staan woorden: die liggen niet boven of onder een grens`,
      en: `column '${name}' holds words: they lie neither above nor below a limit`,
    },
    expected: { nl: 'een waarde waaraan de uitkomst gelijk is', en: 'a value that the outcome equals' },
    hint: { nl: 'Noem een woord uit de kolom.', en: 'Name a word of the column.' },
  }),
  category: (
    name: string,
    word: string,
    nearest: readonly string[],
    known: readonly string[],
  ): FuturesProblem => ({
    code: 'FUTURES_CASES_CATEGORY',
    path: name,
    message: { nl: `'${word}' komt in deze kolom niet voor`, en: `'${word}' does not occur in this column` },
    expected: { nl: 'een woord uit de kolom', en: 'a word of the column' },
    hint: near(nearest, known),
  }),
  oneSided: (name: string, count: number, of: number): FuturesProblem => ({
    code: 'FUTURES_CASES_ONE_SIDED',
    path: name,
    message: {
      nl: `${count} van ${of} gevallen voldoen: er valt niets te onderscheiden`,
      en: `${count} of ${of} cases count: there is nothing to tell apart`,
    },
    expected: {
      nl: 'gevallen die voldoen en gevallen die dat niet doen',
      en: 'cases that count and cases that do not',
    },
    hint: { nl: 'Kies een andere grens.', en: 'Choose another limit.' },
  }),
  columnType: (file: string, name: string, type: string): FuturesProblem => ({
    code: 'FUTURES_CASES_TYPE',
    path: `${file}: ${name}`,
    message: {
      nl: `kolom '${name}' bevat geen getallen of woorden${type === '' ? '' : ` maar ${type}`}`,
      en: `column '${name}' holds neither numbers nor words${type === '' ? '' : ` but ${type}`}`,
    },
    expected: { nl: 'getallen, waar of onwaar, of woorden', en: 'numbers, true or false, or words' },
    hint: { nl: 'Laat de kolom weg of zet hem om.', en: 'Leave the column out, or convert it.' },
  }),
  noParquet: (file: string, detail: string): FuturesProblem => ({
    code: 'FUTURES_CASES_PARQUET',
    path: file,
    message: { nl: `dit is geen leesbaar Parquet: ${detail}`, en: `this is no readable Parquet: ${detail}` },
    expected: { nl: 'een geheel bestand', en: 'a whole file' },
    hint: { nl: 'Schrijf het bestand opnieuw.', en: 'Write the file anew.' },
  }),
  unreadable: (file: string, reason: string): FuturesProblem => ({
    code: 'FUTURES_CASES_UNREADABLE',
    path: file,
    message: { nl: `niet te lezen: ${reason}`, en: `cannot be read: ${reason}` },
    expected: {
      nl: 'een bestand .csv, .parquet of .tar.gz, of een map met bewaarde toekomsten',
      en: 'a .csv, .parquet or .tar.gz file, or a folder of kept futures',
    },
    hint: { nl: 'Controleer het pad.', en: 'See to the path.' },
  }),
  large: (file: string, megabytes: number, most: number): FuturesProblem => ({
    code: 'FUTURES_CASES_LARGE',
    path: file,
    message: {
      nl: `het bestand is ${megabytes} MB`,
      en: `the file is ${megabytes} MB`,
    },
    expected: { nl: `ten hoogste ${most} MB`, en: `at most ${most} MB` },
    hint: {
      nl: 'Maak er Parquet van, of kies minder kolommen.',
      en: 'Make it Parquet, or choose fewer columns.',
    },
  }),
} as const;
