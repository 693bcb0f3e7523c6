import { hashContents } from '@schaalsprong/words';
import { contentFiles } from './content.ts';
import { type Domain, type DomainHashes, domains } from './domains.ts';

/**
 * The domain of a file.
 *
 * @param path relative to the region folder, with forward slashes
 * @returns null for files that are no content: proposals count only once a person accepts them
 */
export function domainOf(path: string): Domain | null {
  for (const { path: pattern, domain } of Object.values(contentFiles)) if (pattern.test(path)) return domain;
  // The text of a model has any name and extension; other unknown files are refused before they are hashed.
  if (path.startsWith('model/')) return 'model';
  return path.endsWith('.csv') ? 'data' : 'agenda';
}

/**
 * One hash per domain. A domain without files has one too, so that its first file changes it.
 *
 * @param contents canonical content by path
 */
export async function hashDomains(contents: ReadonlyMap<string, string>): Promise<DomainHashes> {
  const hashed = domains.map(async (domain): Promise<[Domain, string]> => {
    const own = [...contents].filter(([path]) => domainOf(path) === domain);
    return [domain, await hashContents(new Map(own))];
  });
  return Object.fromEntries(await Promise.all(hashed)) as Record<Domain, string>;
}
