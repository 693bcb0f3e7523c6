import { lowAt, type Token } from '../tokens.ts';

const tlds = /^(nl|com|eu|org|gov|uk|pdf|html|docx|xlsx|csv)$/;

/** Bounded lookahead: a chain without blanks that holds `://`, `www.`, `@`, or a name, a dot and an ending. */
export function isAddress(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.low === 'http' || tokens[index]?.low === 'https') return true;
  if (tokens[index]?.low === 'www' && tokens[index + 1]?.raw === '.') return true;
  for (let i = index + 1; i < index + 40; i++) {
    const token = tokens[i];
    if (token === undefined || !token.glued) return false;
    if (token.raw === '@') return true;
    if (token.raw === '.' && tokens[i + 1]?.glued && tlds.test(lowAt(tokens, i + 1))) return true;
  }
  return false;
}
