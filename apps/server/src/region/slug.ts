import { createHash } from 'node:crypto';

/** Maximum length of a slug; a longer one is truncated and gets a hash. */
const longest = 60;

/**
 * A kebab-case id for URLs. Deterministic; collisions are resolved by `slugs`.
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

/** Unique slugs for many texts; colliding ones get a hash suffix. */
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
