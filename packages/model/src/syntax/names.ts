import { distance } from '@schaalsprong/words';

/**
 * Names compare as in Vensim: case does not count, a run of spaces and underscores is one space, quotes
 * around a name are no part of it.
 */
export function canonical(name: string): string {
  const kept = keys.get(name);
  if (kept !== undefined) return kept;
  const key = makeCanonical(name);
  if (keys.size >= maxCached) keys.clear();
  keys.set(name, key);
  return key;
}

/** Cache: a model repeats the same names. */
const keys = new Map<string, string>();
const maxCached = 50_000;

function makeCanonical(name: string): string {
  const bare = name.trim().replace(/^"(.*)"$/s, '$1');
  return bare
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/** Splits `builders[SGE, mbo]` into its name and its subscripts; quoted names may hold brackets. */
export function splitElementName(name: string): { base: string; subs: string[] } {
  const trimmed = name.trim();
  const from = trimmed.startsWith('"') ? Math.max(trimmed.indexOf('"', 1), 0) : 0;
  const open = trimmed.indexOf('[', from);
  if (open < 0 || !trimmed.endsWith(']')) return { base: trimmed, subs: [] };
  return {
    base: trimmed.slice(0, open).trim(),
    subs: trimmed
      .slice(open + 1, -1)
      .split(',')
      .map((sub) => sub.trim()),
  };
}

/** The key under which an element is found: `builders[sge,mbo]`. */
export function elementKey(base: string, subs: readonly string[]): string {
  return subs.length === 0 ? canonical(base) : `${canonical(base)}[${subs.map(canonical).join(',')}]`;
}

/** The key of a full name: `builders[sge,mbo]` for `Builders[SGE, mbo]`; of a bare name its canonical form. */
export function nameKey(name: string): string {
  const { base, subs } = splitElementName(name);
  return elementKey(base, subs);
}

/**
 * The key of the variable that a full name is an element of: `builders` for `Builders[SGE]`.
 *
 * @example
 * ```ts
 * import { variableKey } from '@schaalsprong/model';
 *
 * variableKey('Builders[SGE, mbo]'); // => 'builders'
 * variableKey('permit_time') === variableKey('Permit  Time'); // => true
 * ```
 */
export const variableKey = (name: string): string => canonical(splitElementName(name).base);

/** Up to three suggestions for a misspelt `name`, nearest first. */
export function nearestNames(name: string, known: Iterable<string>): string[] {
  const wanted = canonical(name);
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const near: { name: string; far: number }[] = [];
  for (const candidate of known) {
    const key = canonical(candidate);
    // Letters that only one of them has must each be written: no need to look further.
    if (Math.abs(key.length - wanted.length) > limit && !key.includes(wanted) && !wanted.includes(key))
      continue;
    const far =
      key.includes(wanted) || (key.length > 3 && wanted.includes(key)) ? limit : distance(wanted, key);
    if (far <= limit) near.push({ name: candidate, far });
  }
  near.sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return near.slice(0, 3).map((n) => n.name);
}
