import { compareTexts } from './text.ts';

/** A value as text in which the order of fields, layout and comments of its file no longer show. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** sha256 of a text as 64 hexadecimal characters, by Web Crypto: in Node and in a secure page alike. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** One hash over named contents, the same whatever their order. */
export const hashContents = (contents: ReadonlyMap<string, string>): Promise<string> =>
  sha256(canonical(Object.fromEntries(contents)));
