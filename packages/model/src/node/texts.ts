import type { Text } from '../problems/say.ts';

/** What can be wrong with files from which a model takes data. */
export const fileTexts = {
  dataPathMissing: {
    nl: 'Gegevens: {file} bestaat niet of is niet te lezen',
    en: 'Data: {file} does not exist or cannot be read',
  },
  dataPathMissingHint: {
    nl: 'Geef een map of een bestand met gegevens: .csv, .tsv, .tab, .txt, .dat, .xlsx of .xls.',
    en: 'Give a folder or a file with data: .csv, .tsv, .tab, .txt, .dat, .xlsx or .xls.',
  },
  dataMissing: {
    nl: 'Het gegevensbestand {file} is er niet; gezocht in: {places}',
    en: 'The data file {file} is not there; looked in: {places}',
  },
  dataMissingHint: {
    nl: 'Zet het bestand in de map van het model, of noem de map waarin het staat (--data MAP).',
    en: 'Put the file in the folder of the model, or name the folder that holds it (--data FOLDER).',
  },
  dataEmpty: { nl: 'Het gegevensbestand {file} is leeg', en: 'The data file {file} is empty' },
  dataEmptyHint: {
    nl: 'Zet er gegevens in, of laat --data voor dit bestand weg.',
    en: 'Put data into it, or leave --data out for this file.',
  },
  dataOutside: {
    nl: 'Het gegevensbestand {file} ligt buiten de map {folder}',
    en: 'The data file {file} lies outside the folder {folder}',
  },
  dataOutsideHint: {
    nl: 'Zet het bestand in die map, of noem het zelf (--data BESTAND): een model leest alleen wat u het geeft.',
    en: 'Put the file in that folder, or name it yourself (--data FILE): a model reads only what you give it.',
  },
  dataUnreadable: {
    nl: 'Het gegevensbestand {file} is niet te lezen: {reason}',
    en: 'The data file {file} cannot be read: {reason}',
  },
  dataUnreadableHint: {
    nl: 'Kijk of het een gewoon bestand is, en of u het mag lezen.',
    en: 'See that it is an ordinary file, and that you may read it.',
  },
  dataTooLarge: {
    nl: 'Het gegevensbestand {file} is {size} MB; meer dan {most} MB wordt niet gelezen',
    en: 'The data file {file} is {size} MB; more than {most} MB is not read',
  },
  dataTooLargeHint: {
    nl: 'Houd alleen over wat het model vraagt.',
    en: 'Keep only what the model asks.',
  },
  dataForm: {
    nl: 'Het gegevensbestand {file} heeft een vorm ({ending}) die niet wordt gelezen',
    en: 'The data file {file} has a form ({ending}) that is not read',
  },
  dataFormHint: {
    nl: 'Bewaar het als .csv of .xlsx, en noem het zo in het model. Een .vdf of .vdfx: voer het uit Vensim uit als .tab of .dat.',
    en: 'Save it as .csv or .xlsx, and name it so in the model. A .vdf or .vdfx: export it from Vensim as .tab or .dat.',
  },
  dataFormsExpected: {
    nl: 'tekst (.csv, .tsv, .tab, .txt, .dat) of een werkmap (.xlsx, .xls)',
    en: 'text (.csv, .tsv, .tab, .txt, .dat) or a workbook (.xlsx, .xls)',
  },
  dataOldWorkbook: {
    nl: 'Het gegevensbestand {file} is een werkmap van een soort ({ending}) die niet wordt gelezen',
    en: 'The data file {file} is a workbook of a kind ({ending}) that is not read',
  },
  dataOldWorkbookHint: {
    nl: 'Open het in een rekenblad, bewaar het als .xlsx, en noem het zo in het model.',
    en: 'Open it in a spreadsheet program, save it as .xlsx, and name it so in the model.',
  },
  dataNotWorkbook: {
    nl: 'Het gegevensbestand {file} is geen leesbare werkmap: {reason}',
    en: 'The data file {file} is no readable workbook: {reason}',
  },
  dataWorkbookExpected: {
    nl: 'een werkmap van Excel (.xlsx, of .xls vanaf Excel 97), zonder wachtwoord',
    en: 'a workbook of Excel (.xlsx, or .xls from Excel 97 on), without a password',
  },
  dataNotWorkbookHint: {
    nl: 'Open het in een rekenblad en bewaar het opnieuw als .xlsx.',
    en: 'Open it in a spreadsheet program and save it as .xlsx again.',
  },
  dataTab: {
    nl: 'De werkmap {file} heeft geen blad met de naam {tab}',
    en: 'The workbook {file} has no sheet named {tab}',
  },
  dataTabHint: { nl: 'Haar bladen zijn: {known}', en: 'Its sheets are: {known}' },
  dataNamedArea: {
    nl: 'De naam {name} in {file} is geen rechthoek van cellen: {formula}',
    en: 'The name {name} in {file} is no rectangle of cells: {formula}',
  },
  dataNamedAreaExpected: {
    nl: 'een naam voor cellen van een blad, zoals Blad1!$B$2:$D$4',
    en: 'a name for cells of one sheet, such as Sheet1!$B$2:$D$4',
  },
  dataNamedAreaHint: {
    nl: 'Geef de naam in het rekenblad een vast bereik, of noem in het model de cel zelf (B2).',
    en: 'Give the name a fixed range in the spreadsheet, or name the cell itself in the model (B2).',
  },
  dataDelimited: {
    nl: 'Het gegevensbestand {file} is op regel {line} geen geldige tabel',
    en: 'The data file {file} is no valid table at line {line}',
  },
  dataDelimitedExpected: {
    nl: 'cellen met een scheidingsteken ertussen; aanhalingstekens openen en sluiten een hele cel',
    en: 'cells with a delimiter between them; quotes open and close a whole cell',
  },
  dataDelimitedHint: {
    nl: 'Kijk of elk aanhalingsteken ook sluit, en of het binnen een cel dubbel staat.',
    en: 'See that every quote closes, and stands double inside a cell.',
  },
  dataSeriesTwice: {
    nl: '{name} staat twee keer in {file} (regel {line})',
    en: '{name} stands twice in {file} (line {line})',
  },
  dataSeriesTwiceHint: { nl: 'Haal een van de twee weg.', en: 'Remove one of the two.' },
  dataSeriesTime: {
    nl: '{name} heeft in {file} twee waarden op tijd {time}',
    en: '{name} has two values at time {time} in {file}',
  },
  dataSeriesCell: {
    nl: '{name} heeft in {file} op regel {line} geen getal: {found}',
    en: '{name} has no number in {file} at line {line}: {found}',
  },
  dataSeriesCellExpected: {
    nl: 'een getal met een punt voor decimalen; leeg waar niets bekend is',
    en: 'a number with a point for decimals; empty where nothing is known',
  },
  dataSeriesCellHint: {
    nl: 'Herstel de cel, of maak haar leeg.',
    en: 'Mend the cell, or empty it.',
  },
} as const satisfies Record<string, Text>;
