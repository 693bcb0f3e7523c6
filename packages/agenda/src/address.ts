/** The first URL in a text; a truncated one (`https://example.org/...`) is broken and ignored. */
export function addressIn(text: string): string | null {
  const found = [...text.matchAll(/https?:\/\/[^\s;,)>\]]+/g)].map(([address]) => address);
  return found.find((address) => !/(\.{2,}|…)$/.test(address))?.replace(/\.$/, '') ?? null;
}
