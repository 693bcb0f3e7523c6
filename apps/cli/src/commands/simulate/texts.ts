import { fill, type Lang, type Text } from '@schaalsprong/words';

/** What `simulate` says of futures that are kept, in both languages. */
const texts = {
  gap: {
    nl: 'Weggelaten, want niet overal een getal: {message}.',
    en: 'Left out, since it is not a number everywhere: {message}.',
  },
  found: {
    nl: 'In {folder} staan al {kept} van {of} toekomsten; de rest wordt berekend.',
    en: '{kept} of {of} futures are in {folder} already; the rest is computed.',
  },
  damaged: {
    nl: 'Beschadigd en daarom opnieuw berekend: {files}.',
    en: 'Damaged and therefore computed anew: {files}.',
  },
  kept: {
    nl: '{of} toekomsten bewaard in {folder}: {kept} stonden er al, {made} zijn berekend.',
    en: '{of} futures kept in {folder}: {kept} were there already, {made} were computed.',
  },
  next: {
    nl: 'Verder: schaalsprong simulate --from {folder} --out BESTAND, of geef de map aan sensitivity of discover.',
    en: 'Next: schaalsprong simulate --from {folder} --out FILE, or give the folder to sensitivity or discover.',
  },
  whole: { nl: 'Alle bestanden zijn heel.', en: 'All files are whole.' },
  what: { nl: 'bewaard', en: 'kept' },
  region: { nl: 'regio', en: 'region' },
  model: { nl: 'model', en: 'model' },
  scenario: { nl: 'scenario', en: 'scenario' },
  futures: { nl: 'toekomsten', en: 'futures' },
  seed: { nl: 'begingetal', en: 'seed' },
  uncertainties: { nl: 'onzekerheden', en: 'uncertainties' },
  fixed: { nl: 'vaste waarden', en: 'fixed values' },
  outcomes: { nl: 'uitkomsten', en: 'outcomes' },
  times: { nl: 'tijdstippen', en: 'times' },
  agenda: { nl: 'hash van de agenda', en: 'hash of the agenda' },
  'model-hash': { nl: 'hash van het model', en: 'hash of the model' },
  data: { nl: 'hash van de gegevens', en: 'hash of the data' },
  hash: { nl: 'hash van alles', en: 'hash of all' },
  version: { nl: 'versie van schaalsprong', en: 'version of schaalsprong' },
  none: { nl: '-', en: '-' },
} as const satisfies Record<string, Text>;

/** A text of `simulate`, filled in. */
export const sayKept = (
  lang: Lang,
  key: keyof typeof texts,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);
