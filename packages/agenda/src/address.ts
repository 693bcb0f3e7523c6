/**
 * The first URL in a text; a truncated one (`https://example.org/...`) is broken and ignored.
 *
 * @example
 * ```ts
 * import { addressIn } from '@schaalsprong/agenda';
 *
 * addressIn('Statistics office, https://example.org/table/1, seen in May'); // => 'https://example.org/table/1'
 * addressIn('a newspaper'); // => null
 * ```
 */
export function addressIn(text: string): string | null {
  const found = [...text.matchAll(/https?:\/\/[^\s;,)>\]]+/g)].map(([address]) => address);
  return found.find((address) => !/(\.{2,}|…)$/.test(address))?.replace(/\.$/, '') ?? null;
}
