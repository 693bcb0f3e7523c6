import { plain } from '@schaalsprong/search/language';
import type { Ledger, LedgerArea } from './ledger.ts';

/** Places that a headline may be about and a region is not: provinces, large towns and neighbours. */
const elsewhere =
  `Amsterdam|Rotterdam|Den Haag|The Hague|Utrecht|Groningen|Tilburg|Almere|Breda|Nijmegen|Arnhem|Enschede|Apeldoorn|Haarlem|Amersfoort|
  Den Bosch|'s-Hertogenbosch|Zwolle|Leiden|Maastricht|Leeuwarden|Dordrecht|Zoetermeer|Delft|Venlo|Deventer|Alkmaar|Friesland|Drenthe|
  Overijssel|Flevoland|Gelderland|Noord-Holland|Zuid-Holland|Zeeland|Limburg|Randstad|Veluwe|Twente|Achterhoek|Groene Hart|Antwerpen|
  Antwerp|Brussel|Brussels|Vlaanderen|Flanders|België|Belgium|Duitsland|Germany|Frankrijk|France|Engeland|England|Londen|London|Parijs|
  Paris|Berlijn|Berlin|München|Munich|Leuven|Aken|Aachen|China|Amerika|America|VS|United States|Silicon Valley|Taiwan|Japan|India`
    .split('|')
    .map((name) => name.trim());

/** Other names of areas that many texts name. */
const names: Readonly<Record<string, readonly string[]>> = {
  NL01: [
    'Nederland',
    'Nederlandse',
    'the Netherlands',
    'Netherlands',
    'Dutch',
    'landelijk',
    'landelijke',
    'national',
  ],
  EU: ['Europa', 'Europese', 'Europe', 'European', 'EU'],
  WORLD: ['wereld', 'wereldwijd', 'wereldwijde', 'world', 'worldwide', 'global'],
};

/** A place that a sentence names. */
export interface Place {
  /** as typed */
  readonly typed: string;
  /** null for a place that the region does not know */
  readonly area: LedgerArea | null;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text without accents and capitals, letter for letter: a letter that is not one afterwards stays as it is. */
const flat = (text: string): string =>
  [...text]
    .map((letter) => (plain(letter).length === letter.length ? plain(letter) : letter.toLowerCase()))
    .join('');

/** What areas are called in running text: without what stands between brackets or behind a comma. */
const shortName = (name: string): string => name.replace(/\s*[(,].*$/, '');

/** Finds the places that sentences name, the longest name first. */
export function placeFinder(
  ledger: Pick<Ledger, 'areas' | 'area' | 'names'>,
): (text: string) => readonly Place[] {
  const home = ledger.areas.find(({ code }) => code === ledger.area) ?? null;
  const known = new Map<string, LedgerArea | null>();
  for (const name of elsewhere) known.set(flat(name), null);
  for (const area of ledger.areas) {
    known.set(flat(shortName(area.name)), area);
    for (const name of names[area.code] ?? []) known.set(flat(name), area);
  }
  if (home !== null) for (const name of ledger.names) known.set(flat(name), home);
  const all = [...known.keys()].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${all.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => {
    const places = [...flat(text).matchAll(pattern)].flatMap(({ 0: found, index }): Place[] => {
      const area = known.get(found) ?? null;
      const typed = text.slice(index, index + found.length);
      // `best` and `delft` are words too: a name begins with a capital, unless the whole sentence has none.
      const isName =
        typed !== typed.toLowerCase() ||
        text === text.toLowerCase() ||
        (area !== null && (names[area.code] !== undefined || area === home));
      return isName ? [{ typed, area }] : [];
    });
    return places.filter((place, i) => places.findIndex(({ typed }) => typed === place.typed) === i);
  };
}
