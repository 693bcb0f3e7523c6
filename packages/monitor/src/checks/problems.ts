import type { MonitorCatalogue } from '../problems.ts';

/** What makes a figure, or a whole series, wait for a person. */
export const checksCatalogue = {
  MONITOR_CELL_TEXT: {
    message: {
      nl: 'Bij {series} in {area}, {period} staat {found} in plaats van een getal.',
      en: 'Of {series} in {area}, {period} it says {found} instead of a number.',
    },
    expected: {
      nl: 'een getal, een lege cel, of een teken dat in `secret` van de bron staat',
      en: 'a number, an empty cell, or a sign that stands in `secret` of the source',
    },
    hint: {
      nl: 'Kijk bij de bron wat er hoort. Staat het teken voor een geheim getal: zet het in `secret`, en haal opnieuw op.',
      en: 'See at the source what it must be. If the sign stands for a secret figure: put it into `secret`, and ingest again.',
    },
  },
  MONITOR_PERIOD_UNKNOWN: {
    message: {
      nl: 'Bij {series} in {area} is {found} geen periode die bestaat.',
      en: 'Of {series} in {area}, {found} is no period that exists.',
    },
    expected: {
      nl: 'een jaar, halfjaar, kwartaal, maand of dag, zoals 2024, 2024-Q1, 2024MM03 of 31-1-2024',
      en: 'a year, half year, quarter, month or day, such as 2024, 2024-Q1, 2024MM03 or 31-1-2024',
    },
    hint: {
      nl: 'Kijk of de kolom van de periode klopt, en herstel de cel.',
      en: 'See that the column of the period is the right one, and mend the cell.',
    },
  },
  MONITOR_AREA_UNKNOWN: {
    message: {
      nl: 'Bij {series} staat het gebied {found}; dat kent de regio niet.',
      en: 'Of {series} it names the area {found}, which the region does not know.',
    },
    expected: {
      nl: 'een code uit areas.csv, of een code die in `area.codes` staat',
      en: 'a code of areas.csv, or a code that stands in `area.codes`',
    },
    hint: {
      nl: 'Bedoelt u {nearest}? Anders: voeg het gebied toe aan areas.csv, of laat het weg met `area.only`.',
      en: 'Do you mean {nearest}? Else add the area to areas.csv, or leave it out by `area.only`.',
    },
  },
  MONITOR_UNIT_CHANGED: {
    message: {
      nl: 'De eenheid van {series} is nu {found}; in sources.yaml staat {expected}. De hele reeks wacht.',
      en: 'The unit of {series} is now {found}; sources.yaml says {expected}. The whole series waits.',
    },
    expected: { nl: '{expected}', en: '{expected}' },
    hint: {
      nl: 'Is het een andere eenheid: pas `sourceUnit` en `times` aan. Alleen anders gespeld: aanvaard het, en haal opnieuw op.',
      en: 'If it is another unit: change `sourceUnit` and `times`. If it is only spelled otherwise: accept it, and ingest again.',
    },
  },
  MONITOR_VALUE_JUMPS: {
    message: {
      nl: '{series} in {area}, {period}: {found} is {times} keer zo {size} als {beside}.',
      en: '{series} in {area}, {period}: {found} is {times} times as {size} as {beside}.',
    },
    expected: {
      nl: 'niet meer dan {most} keer een getal ernaast, of zo klein een deel ervan',
      en: 'at most {most} times a figure beside it, or so small a part of it',
    },
    hint: {
      nl: 'Is het echt: aanvaard het. Is het een macht van tien of een tikfout: wijs het af, en herstel het bestand of `times`.',
      en: 'If it is real: accept it. If it is a power of ten or a slip: reject it, and mend the file or `times`.',
    },
  },
  MONITOR_VALUE_NEGATIVE: {
    message: {
      nl: '{series} in {area}, {period} is {found}; een aantal {unit} kan niet onder nul zijn.',
      en: '{series} in {area}, {period} is {found}; a number of {unit} cannot be below zero.',
    },
    expected: { nl: 'een getal van 0 of meer', en: 'a number of 0 or more' },
    hint: {
      nl: 'Is het een verandering, die onder nul kan zijn: aanvaard het. Anders: wijs het af.',
      en: 'If it is a change, which may be below zero: accept it. Else reject it.',
    },
  },
  MONITOR_VALUE_TWICE: {
    message: {
      nl: '{series} in {area}, {period} staat er meer dan een keer: {found}.',
      en: '{series} in {area}, {period} is there more than once: {found}.',
    },
    expected: { nl: 'elke periode een keer per gebied', en: 'each period once per area' },
    hint: {
      nl: 'Staan er meer soorten rijen in de tabel? Kies er een met `where`, noem daar alle codes die samen tellen, of zet bij een bestand `add: true`.',
      en: 'If the table has more kinds of rows: choose one by `where`, name all codes there that count together, or of a file set `add: true`.',
    },
  },
  MONITOR_SERIES_GONE: {
    message: {
      nl: '{series}{area} staat niet meer in wat de bron geeft; er waren {found} getallen.',
      en: '{series}{area} is no longer in what the source gives; there were {found} figures.',
    },
    expected: {
      nl: 'ten minste de reeksen en gebieden die er waren',
      en: 'at least the series and areas that were there',
    },
    hint: {
      nl: 'De getallen blijven staan. Is het gebied of de kolom opgehouden: aanvaard het, en haal opnieuw op; dan vervallen ze.',
      en: 'The figures stay. If the area or column has ended: accept it, and ingest again; then they are withdrawn.',
    },
  },
} as const satisfies MonitorCatalogue;

/** Code of a reason for quarantine. */
export type ChecksCode = keyof typeof checksCatalogue;
