import type { Lang } from '../i18n/i18n.ts';

const months = ['January', 'February', 'March', 'May', 'June', 'July', 'August', 'October'] as const;
const maanden = ['januari', 'februari', 'maart', 'mei', 'juni', 'juli', 'augustus', 'oktober'] as const;
const maand = new Map<string, string>(months.map((month, i) => [month, maanden[i] ?? month]));

/** Dutch for the fixed phrases in which content says how a figure came from its source. Longer ones go first. */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/\bStrategische Agenda Brainport \(April 2023\), lines? ([\d-]+) of the agenda text/g, 'agenda, regel $1'],
  [/, lines? ([\d-]+) of the agenda text/g, ', regel $1 van de agenda'],
  [/\bagenda text,? lines? ([\d-]+)/g, 'agenda, regel $1'],
  [/\bsum (?:over|of) (?:the )?(?:its |21 )?municipalities/g, 'som van de gemeenten'],
  [/\bsum of the rows of this series\b/g, 'som van de rijen van deze reeks'],
  [/\bof the rows of this series\b/g, 'uit de rijen van deze reeks'],
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
  [/\bdwellings\b|\bhomes\b/g, 'woningen'],
  [/\babout (?=\d)/g, 'ongeveer '],
  [/(?<=\d) bn\b/g, ' mld'],
  [/(?<=\d) m\b/g, ' mln'],
  [/; assumption$/g, '; aanname'],
];

/**
 * A source in the language of the reader. Content names sources in one language; the fixed phrases in it are put in
 * Dutch here, addresses and names stay as they are.
 */
export function sourceIn(text: string, lang: Lang): string {
  if (lang !== 'nl') return text;
  // Addresses are left alone: a word in an address is not a word.
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => {
      if (i % 2 === 1) return part;
      const said = dutch.reduce((so, [phrase, words]) => so.replace(phrase, words), part);
      return said
        .replace(
          /\b(January|February|March|May|June|July|August|October)\b(?= \d{4})/g,
          (month) => maand.get(month) ?? month,
        )
        .replace(/(?<=\d),(?=\d{3}\b)/g, '.')
        .replace(/\b(April|September|November|December)\b(?= \d{4})/g, (month) => month.toLowerCase());
    })
    .join('');
}
