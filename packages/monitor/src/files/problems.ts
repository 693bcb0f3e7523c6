import type { MonitorCatalogue } from '../problems.ts';

/** What can be wrong with a file of figures as a whole: nothing of it is taken. */
export const filesCatalogue = {
  MONITOR_FILE_UNREADABLE: {
    message: { nl: 'Dit bestand is niet te lezen: {found}.', en: 'This file cannot be read: {found}.' },
    hint: {
      nl: 'Kijk de naam en de map na, en of u het mag lezen.',
      en: 'Look at the name and the folder, and whether you may read it.',
    },
  },
  MONITOR_FILE_EMPTY: {
    message: { nl: 'In dit bestand staan geen rijen.', en: 'This file holds no rows.' },
    expected: { nl: 'een kopregel met rijen eronder', en: 'a header with rows below it' },
    hint: {
      nl: 'Haal het opnieuw op; kijk ook of `skipRows` klopt. Er is niets veranderd.',
      en: 'Get it again; see also that `skipRows` is right. Nothing was changed.',
    },
  },
  MONITOR_FILE_KIND: {
    message: { nl: 'Dit is {found}, geen {expected}.', en: 'This is {found}, not {expected}.' },
    hint: {
      nl: 'Bij een webpagina of PDF: kijk of de download gelukt is. Anders: sla het op als {expected}, of herstel `kind` in sources.yaml.',
      en: 'If it is a web page or a PDF: see that the download went well. Else save it as {expected}, or mend `kind` in sources.yaml.',
    },
  },
  MONITOR_FILE_TOO_LARGE: {
    message: {
      nl: 'Dit Excel-bestand is te groot: {found} MB.',
      en: 'This Excel file is too large: {found} MB.',
    },
    expected: { nl: 'ten hoogste {most} MB', en: 'at most {most} MB' },
    hint: {
      nl: 'Sla het blad op als CSV, en zet `kind` op csv: die mag elke grootte hebben.',
      en: 'Save the sheet as CSV, and set `kind` to csv: that may have any size.',
    },
  },
  MONITOR_FILE_DAMAGED: {
    message: { nl: 'Dit bestand is beschadigd: {found}.', en: 'This file is damaged: {found}.' },
    hint: {
      nl: 'Haal het opnieuw op. Er is niets veranderd.',
      en: 'Get it again. Nothing was changed.',
    },
  },
  MONITOR_FILE_ENCRYPTED: {
    message: {
      nl: 'Dit bestand is met een wachtwoord beveiligd.',
      en: 'This file is protected by a password.',
    },
    hint: {
      nl: 'Open het, en sla het op zonder wachtwoord.',
      en: 'Open it, and save it without a password.',
    },
  },
  MONITOR_FILE_ENCODING: {
    message: {
      nl: 'Tot hier is dit bestand UTF-8, maar nu staat er een teken dat dat niet is.',
      en: 'Up to here this file is UTF-8, but now there is a character that is not.',
    },
    expected: {
      nl: 'UTF-8, UTF-16 of windows-1252, van begin tot eind',
      en: 'UTF-8, UTF-16 or windows-1252 from begin to end',
    },
    hint: {
      nl: 'Het is waarschijnlijk uit twee bestanden samengevoegd. Sla het op als UTF-8.',
      en: 'It was probably joined from two files. Save it as UTF-8.',
    },
  },
  MONITOR_FILE_QUOTES: {
    message: {
      nl: 'De aanhalingstekens kloppen hier niet: {found}.',
      en: 'The quotes are wrong here: {found}.',
    },
    expected: {
      nl: 'een aanhalingsteken aan begin en eind van een cel, en binnen de cel dubbel',
      en: 'a quote at the begin and end of a cell, and a double one inside',
    },
    hint: {
      nl: 'Herstel de regel, of sla het bestand opnieuw op als CSV.',
      en: 'Mend the line, or save the file as CSV again.',
    },
  },
  MONITOR_FILE_CELLS: {
    message: {
      nl: 'Deze rij heeft {found} cellen; de kopregel heeft er {expected}.',
      en: 'This row has {found} cells; the header has {expected}.',
    },
    hint: {
      nl: 'Kijk of het bestand is afgebroken, of `delimiter` klopt, en of een tekst met een scheidingsteken tussen aanhalingstekens staat.',
      en: 'See that the file was not cut off, that `delimiter` is right, and that a text with a delimiter stands between quotes.',
    },
  },
  MONITOR_COLUMN_UNKNOWN: {
    message: {
      nl: '{series}: er is geen kolom {found}.',
      en: '{series}: there is no column {found}.',
    },
    expected: { nl: 'een van: {known}', en: 'one of: {known}' },
    hint: {
      nl: 'Bedoelt u {nearest}? Herstel de naam in sources.yaml, of `skipRows` als dit niet de kopregel is.',
      en: 'Do you mean {nearest}? Mend the name in sources.yaml, or `skipRows` if this is not the header.',
    },
  },
  MONITOR_COLUMN_TWICE: {
    message: {
      nl: '{series}: de kolom {found} staat er meer dan een keer.',
      en: '{series}: the column {found} is there more than once.',
    },
    hint: {
      nl: 'Geef de kolommen in het bestand verschillende namen.',
      en: 'Give the columns of the file different names.',
    },
  },
  MONITOR_SHEET_UNKNOWN: {
    message: { nl: 'Er is geen blad {found}.', en: 'There is no sheet {found}.' },
    expected: { nl: 'een van: {known}', en: 'one of: {known}' },
    hint: {
      nl: 'Bedoelt u {nearest}? Herstel `sheet` in sources.yaml.',
      en: 'Do you mean {nearest}? Mend `sheet` in sources.yaml.',
    },
  },
  MONITOR_FILE_NO_SERIES: {
    message: {
      nl: 'sources.yaml noemt bij {source} nog geen reeksen.',
      en: 'sources.yaml names no series of {source} yet.',
    },
    expected: {
      nl: 'ten minste een reeks; de kolommen van dit bestand zijn: {known}',
      en: 'at least one series; the columns of this file are: {known}',
    },
    hint: {
      nl: 'Zet onder `series` welke kolom het getal, het gebied en de periode heeft.',
      en: 'Put under `series` which column has the figure, the area and the period.',
    },
  },
  MONITOR_FILE_NOTHING: {
    message: {
      nl: 'Van de {found} rijen hoort er geen bij {series}.',
      en: 'Of the {found} rows none belongs to {series}.',
    },
    expected: { nl: '{expected}', en: '{expected}' },
    hint: {
      nl: 'In het bestand staan daar: {known}. Herstel `where`, `area` of `from` in sources.yaml, of kies een ander bestand.',
      en: 'There the file has: {known}. Mend `where`, `area` or `from` in sources.yaml, or choose another file.',
    },
  },
  MONITOR_FILE_DOUBTS: {
    message: {
      nl: 'Meer dan {most} cellen zijn niet te lezen, zoals: {found}',
      en: 'More than {most} cells cannot be read, such as: {found}',
    },
    hint: {
      nl: 'Dan klopt waarschijnlijk de kolom niet, of `decimal`. Er is niets veranderd.',
      en: 'Then probably the column is wrong, or `decimal`. Nothing was changed.',
    },
  },
  MONITOR_FILE_FIGURES: {
    message: {
      nl: 'Dit bestand geeft meer dan {most} getallen voor de regio.',
      en: 'This file gives more than {most} figures for the region.',
    },
    hint: {
      nl: 'Kies minder met `where`, `area.only` of `from` in sources.yaml.',
      en: 'Choose fewer by `where`, `area.only` or `from` in sources.yaml.',
    },
  },
  MONITOR_HAND_CELL: {
    message: {
      nl: 'In de kolom {column} staat {found}.',
      en: 'The column {column} has {found}.',
    },
    expected: { nl: '{expected}', en: '{expected}' },
    hint: {
      nl: 'Bedoelt u {nearest}? Herstel de cel, en haal opnieuw op. Er is niets veranderd.',
      en: 'Do you mean {nearest}? Mend the cell, and ingest again. Nothing was changed.',
    },
  },
} as const satisfies MonitorCatalogue;

export type FilesCode = keyof typeof filesCatalogue;
