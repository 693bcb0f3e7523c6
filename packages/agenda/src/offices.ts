/**
 * Whether a source is of a publisher whose figures are measurements.
 *
 * @param offices names that a source begins with, or hosts (with a point in them) of its address: `offices` of region.yaml
 * @param source where a figure comes from, in words, with or without an address
 *
 * @example
 * ```ts
 * import { isOffice } from '@schaalsprong/agenda/offices';
 *
 * isOffice(['Statistics Office', 'stats.example.org'], 'https://www.stats.example.org/table/1'); // => true
 * isOffice(['Statistics Office', 'stats.example.org'], 'a newspaper'); // => false
 * ```
 */
export function isOffice(offices: readonly string[], source: string): boolean {
  const host = /^https?:\/\/([^/\s]+)/.exec(source)?.[1];
  return offices.some((office) =>
    office.includes('.')
      ? host === office || host?.endsWith(`.${office}`) === true
      : source.startsWith(office) && !/^[\p{L}\d]/u.test(source.slice(office.length)),
  );
}

/** Who says a figure, short enough to stand beside it: the host of the address or the words before the first comma or bracket. */
export function publisherOf(source: string): string {
  const host = /https?:\/\/(?:www\.)?([^/\s]+)/.exec(source)?.[1];
  return host ?? source.replace(/\s*[,(;].*$/s, '');
}
