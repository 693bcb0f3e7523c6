/** The first web address in a text; one that was truncated (`https://example.org/...`) leads nowhere and is none. */
export function addressIn(text: string): string | null {
  const found = [...text.matchAll(/https?:\/\/[^\s;,)>\]]+/g)].map(([address]) => address);
  return found.find((address) => !/(\.{2,}|…)$/.test(address))?.replace(/\.$/, '') ?? null;
}
