/** A part of a compound has at least this many letters. */
const shortestPart = 4;
/** Short words that are often a part of one. */
const shortParts: ReadonlySet<string> = new Set(['net', 'weg', 'arb', 'zon', 'gas', 'lab', 'ban']);
/** What Dutch puts between the parts. */
const links = ['', 's', 'en', 'e', 'n'];

const isPart = (part: string, known: (word: string) => boolean): boolean =>
  (part.length >= shortestPart || shortParts.has(part)) && known(part);

/**
 * The two words of which a compound is made, `woningbouw` of `woning` and `bouw`; null where it is not made of two known words.
 * The longest last part wins, since the last part says what a thing is.
 *
 * @param word a stem
 * @param known whether a stem stands somewhere by itself
 */
export function splitCompound(
  word: string,
  known: (word: string) => boolean,
): readonly [string, string] | null {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const last = word.slice(cut);
    if (!isPart(last, known)) continue;
    for (const link of links) {
      if (!word.slice(0, cut).endsWith(link)) continue;
      const first = word.slice(0, cut - link.length);
      if (isPart(first, known)) return [first, last];
    }
  }
  return null;
}
