import { createHash } from 'node:crypto';

/** Longest id made from a text; a longer text is cut and told apart by its hash. */
const longest = 60;

/**
 * An id for addresses, in kebab-case, made from a text. The same text always gives the same id; texts that look the
 * same once their signs are gone are told apart by the caller (see `slugs`).
 */
export function slug(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (bare.length > 0 && bare.length <= longest) return bare;
  return `${bare.slice(0, longest - 9).replace(/-$/, '')}-${hash(text)}`.replace(/^-/, '');
}

/** Ids for many texts, none equal to another; whichever shares its id with another text gets a hash behind it. */
export function slugs(texts: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(texts)];
  const count = new Map<string, number>();
  for (const text of all) count.set(slug(text), (count.get(slug(text)) ?? 0) + 1);
  return new Map(
    all.map((text) => {
      const id = slug(text);
      return [text, count.get(id) === 1 ? id : `${id}-${hash(text)}`];
    }),
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
