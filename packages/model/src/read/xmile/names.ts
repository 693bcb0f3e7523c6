import { canonical } from '../../syntax/names.ts';

/**
 * A name of XMILE as people read it (XMILE 1.0, 3.2.2): quotes off, `\n` and other white space one space,
 * underscores spaces.
 */
export function shown(name: string): string {
  return name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\n/g, ' ')
    .replace(/\\(["\\])/g, '$1')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The key by which a name, also one of a module (`hares."birth rate"`), is found. */
export const keyOf = (name: string): string =>
  name.includes('"') && name.includes('.') && !/^"[^"]*"$/.test(name.trim())
    ? name
        .replace(/"([^"]*)"/g, '$1')
        .split('.')
        .map((part) => canonical(shown(part)))
        .join('.')
    : canonical(shown(name));
