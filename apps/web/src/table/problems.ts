import type { Text } from '@schaalsprong/wire';

const kinds = {
  agenda: { nl: 'agenda', en: 'agenda' },
  levers: { nl: 'maatregelen', en: 'measures' },
  model: { nl: 'model', en: 'model' },
} as const;

/** What can be wrong at the table, for people. What was there stays. */
export const tableTexts = {
  failed: {
    nl: 'De beleidstafel kan in deze browser niet rekenen. Probeer de pagina opnieuw te laden, of neem een nieuwere browser.',
    en: 'The policy table cannot compute in this browser. Try to load the page again, or take a newer browser.',
  },
  unreachable: {
    nl: 'Het model is niet geladen: de server antwoordt niet. Laad de pagina opnieuw zodra u verbinding hebt.',
    en: 'The model was not loaded: the server does not answer. Load the page again once you are connected.',
  },
  computing: {
    nl: 'Deze stand is niet doorgerekend. Zet een knop iets anders of laad de pagina opnieuw.',
    en: 'This setting was not computed. Move a lever a little or load the page again.',
  },
  keptFull: {
    nl: 'Er zijn al vier scenario’s bewaard. Haal er eerst een weg.',
    en: 'Four scenarios are kept already. Remove one first.',
  },
  year: (asked: string, years: readonly string[]): Text => ({
    nl: `Het adres vraagt het jaar ${asked}. Deze regio leest in ${years.join(', ') || 'geen ander jaar'}; u ziet elk doel op zijn eigen datum.`,
    en: `The address asks for the year ${asked}. This region reads in ${years.join(', ') || 'no other year'}; you see each target at its own date.`,
  }),
  notModelled: {
    nl: 'Het model spreekt niet van dit doel.',
    en: 'The model does not speak of this target.',
  },
  beginning: {
    nl: 'waar de regio begint',
    en: 'where the region begins',
  },
  nothingFrozen: {
    nl: 'Er is geen gedeelde stand geopend.',
    en: 'No shared setting is open.',
  },
  linkCut: {
    nl: 'Deze link is afgekapt: het laatste deel ontbreekt. Vraag de hele link opnieuw. Uw eigen stand is niet veranderd.',
    en: 'This link was cut short: its last part is missing. Ask for the whole link again. Your own setting has not changed.',
  },
  linkChanged: {
    nl: 'Deze link is onderweg veranderd en niet meer te vertrouwen. Vraag hem opnieuw. Uw eigen stand is niet veranderd.',
    en: 'This link was changed on its way and cannot be trusted. Ask for it again. Your own setting has not changed.',
  },
  linkVersion: (version: number): Text => ({
    nl: `Deze link is van versie ${version}, die deze pagina niet kent. Laad de pagina opnieuw, of open de link waar hij is gemaakt. Uw eigen stand is niet veranderd.`,
    en: `This link is of version ${version}, which this page does not know. Load the page again, or open the link where it was made. Your own setting has not changed.`,
  }),
  linkFutures: (futures: number, most: number): Text => ({
    nl: `Deze link vraagt ${futures.toLocaleString('nl-NL')} toekomsten; de tafel rekent er ten hoogste ${most.toLocaleString('nl-NL')}. Uw eigen stand is niet veranderd.`,
    en: `This link asks for ${futures.toLocaleString('en-GB')} futures; the table computes ${most.toLocaleString('en-GB')} at most. Your own setting has not changed.`,
  }),
  futuresAsked: (fewest: number, most: number): Text => ({
    nl: `Het adres vraagt met ‘futures’ om een aantal dat de tafel niet rekent. Verwacht: een geheel getal van ${fewest.toLocaleString('nl-NL')} tot en met ${most.toLocaleString('nl-NL')}. De tafel rekent er ${most.toLocaleString('nl-NL')}.`,
    en: `The address asks with ‘futures’ for a number that the table does not compute. Expected: a whole number from ${fewest.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}. The table computes ${most.toLocaleString('en-GB')}.`,
  }),
  linkRegion: (theirs: string, ours: string): Text => ({
    nl: `Deze link is van de regio ‘${theirs}’; deze tafel is van ‘${ours}’. Uw eigen stand is niet veranderd.`,
    en: `This link is of the region ‘${theirs}’; this table is of ‘${ours}’. Your own setting has not changed.`,
  }),
  fileUnreadable: {
    nl: 'Dit bestand is geen bewaarde beleidstafel: het is geen leesbare JSON. Uw eigen stand is niet veranderd.',
    en: 'This file is no saved policy table: it is not readable JSON. Your own setting has not changed.',
  },
  fileShape: (where: string): Text => ({
    nl: `Dit bestand is geen bewaarde beleidstafel: er klopt iets niet bij ‘${where}’. Uw eigen stand is niet veranderd.`,
    en: `This file is no saved policy table: something is not right at ‘${where}’. Your own setting has not changed.`,
  }),
  fileVersion: (version: string): Text => ({
    nl: `Dit bestand is van versie ${version}, die deze pagina niet kent. Laad de pagina opnieuw. Uw eigen stand is niet veranderd.`,
    en: `This file is of version ${version}, which this page does not know. Load the page again. Your own setting has not changed.`,
  }),
  fileRegion: (theirs: string, ours: string): Text => ({
    nl: `Dit bestand is van de regio ‘${theirs}’; deze tafel is van ‘${ours}’. Uw eigen stand is niet veranderd.`,
    en: `This file is of the region ‘${theirs}’; this table is of ‘${ours}’. Your own setting has not changed.`,
  }),
  fileMovedOn: (parts: readonly (keyof typeof kinds)[]): Text => ({
    nl: `Dit bestand is bewaard toen ${parts.map((part) => kinds[part].nl).join(', ')} anders was. De standen zijn overgenomen en opnieuw doorgerekend.`,
    en: `This file was saved when ${parts.map((part) => kinds[part].en).join(', ')} differed. Its settings were taken over and computed anew.`,
  }),
  leftOut: (names: readonly string[]): Text => ({
    nl: `Deze regio kent dit niet (meer); het is weggelaten: ${names.join(', ')}.`,
    en: `This region does not know this (any more); it was left out: ${names.join(', ')}.`,
  }),
} as const;
