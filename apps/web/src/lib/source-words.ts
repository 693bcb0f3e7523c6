import type { Lang } from '../i18n/i18n.ts';

const maand: ReadonlyMap<string, string> = new Map([
  ['January', 'januari'],
  ['February', 'februari'],
  ['March', 'maart'],
  ['April', 'april'],
  ['May', 'mei'],
  ['June', 'juni'],
  ['July', 'juli'],
  ['August', 'augustus'],
  ['September', 'september'],
  ['October', 'oktober'],
  ['November', 'november'],
  ['December', 'december'],
]);

/** Dutch for the fixed phrases in which content says how a figure came from its source. Longer ones go first. */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/(?<=^|; )[^;,]+ \([A-Z][a-z]+ \d{4}\), lines? ([\d-]+) of the agenda text/g, 'agenda, regel $1'],
  [/, lines? ([\d-]+) of the agenda text/g, ', regel $1 van de agenda'],
  [/\bagenda text,? lines? ([\d-]+)/g, 'agenda, regel $1'],
  [/\bsum (?:over|of) (?:the )?(?:its |21 )?municipalities/g, 'som van de gemeenten'],
  [/\bsum of the rows of this series\b/g, 'som van de rijen van deze reeks'],
  [/\bof the rows of this series\b/g, 'uit de rijen van deze reeks'],
  [/\bsum of months\b/g, 'som van maanden'],
  [/\b21 municipalities\b/g, '21 gemeenten'],
  [/\bland area\b/g, 'oppervlakte land'],
  [/\bbefore rounding\b/g, 'vóór afronden'],
  [/^derived from /gi, 'afgeleid van '],
  [/^derived: ?/gi, 'afgeleid: '],
  [/\bCBS-derived\b/g, 'afgeleid van CBS'],
  [/\brange by assumption\b/g, 'bereik is een aanname'],
  [/\baddress abbreviated\b/g, 'adres ingekort'],
  [/\bby definition: the index is 1 in (\d{4})/g, 'afspraak: de index is 1 in $1'],
  [/\bby definition\b/g, 'volgens afspraak'],
  [/\bgeneral knowledge\b/g, 'algemene kennis'],
  [/\bmonth within the year not stated\b/g, 'maand niet genoemd'],
  [/\bboundaries\b/g, 'grenzen'],
  [/\b(\d+)(?:st|nd|rd|th) edition\b/g, '$1e editie'],
  [/\banalysis year\b/g, 'jaar'],
  [/\brevised (?=\d)/g, 'herzien '],
  [/\binhabitants\b/g, 'inwoners'],
  [/\bopen data table\b/g, 'open data, tabel'],
  [/(?<=\)) bn\b/g, ' mld'],
  [/\bdwellings\b|\bhomes\b/g, 'woningen'],
  [/\babout (?=\d)/g, 'ongeveer '],
  [/(?<=\d) and (?=\d)/g, ' en '],
  [/\bstart of (?=\d{4})/g, 'begin '],
  [/(?<=\d) bn\b/g, ' mld'],
  [/(?<=\d) m\b/g, ' mln'],
  [/; assumption$/g, '; aanname'],
  [/^not verified$/g, 'licentie niet nagegaan'],
  [/^Decision (\S+): reuse with the source named$/g, 'Besluit $1: hergebruik met naam van de bron'],
  [/^nietHerdistribueerbaar$/g, 'mag niet verder worden verspreid'],
];

/** Words by which a text that is still English is known. `of` and `in` are not among them: they are Dutch too. */
const english =
  /\b(?:the|with|was|from|not|that|for|whether|which|where|only|carried|includes|names|works|expected|members|land|letter|name|plans|and|to|by(?! 4\.0)|edition|services|address)\b/i;

/** A number in Dutch that English wrote: `2,51` for `2.51`. */
const dutchNumber = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

export interface SourceText {
  readonly text: string;
  /** The language that the text came out in, for a screen reader. */
  readonly lang: Lang;
}

/**
 * A source in the language of the reader. Content names sources in English; the fixed phrases are put in Dutch here,
 * with the numbers of what was derived; addresses and names stay as they are. A text of which a part would stay
 * English stays English as a whole.
 */
export function sourceIn(text: string, lang: Lang): SourceText {
  if (lang !== 'nl') return { text, lang };
  const derived = /^derived\b/i.test(text);
  // Addresses are left alone: a word in an address is not a word.
  const parts = text.split(/(https?:\/\/\S+)/).map((part, i) => {
    if (i % 2 === 1) return part;
    const said = dutch.reduce((so, [phrase, words]) => so.replace(phrase, words), part);
    const dated = said.replace(/\b[A-Z][a-z]+(?= \d{4})/g, (word) => maand.get(word) ?? word);
    return derived ? dated.replace(/(?<!BY )(?<=^|\s|\()[\d.,]*\d/g, dutchNumber) : dated;
  });
  const words = parts.filter((_, i) => i % 2 === 0).join(' ');
  return english.test(words) ? { text, lang: 'en' } : { text: parts.join(''), lang };
}

/**
 * A note of a figure in the language of the reader. A note is written in English, in parts with `; ` between them; one of which a part
 * has no Dutch stays English as a whole.
 *
 * @param dutchOf the Dutch of each part
 */
export function noteIn(note: string, lang: Lang, dutchOf: Readonly<Record<string, string>>): SourceText {
  if (lang !== 'nl') return { text: note, lang };
  const parts = note.split('; ').map((part) => dutchOf[part] ?? summed(part));
  return parts.every((part) => part !== null) ? { text: parts.join('; '), lang } : { text: note, lang: 'en' };
}

/** The note of a figure that the monitor added up itself. */
const summed = (part: string): string | null =>
  part.startsWith('sum of ') ? part.replace(/^sum of /, 'som van ') : null;
