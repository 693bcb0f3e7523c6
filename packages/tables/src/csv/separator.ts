/**
 * The separator that occurs most often in the first line, outside quotes; a comma where none does. At equal counts the
 * earlier of `candidates` wins: a semicolon or tab occurs in few cells by chance, a comma in many.
 *
 * @param text its first line is enough
 */
export function separatorIn(text: string, candidates: readonly string[] = [';', '\t', ',']): string {
  // The pattern also matches nothing, so there is always a match.
  const [first = ''] = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text) ?? [];
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  let best = ',';
  let most = 0;
  for (const candidate of candidates) {
    const count = bare.split(candidate).length - 1;
    if (count > most) [best, most] = [candidate, count];
  }
  return best;
}
