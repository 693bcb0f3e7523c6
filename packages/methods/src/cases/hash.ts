import type { Cases, Column } from './cases.ts';

/**
 * SHA-256 of a table of cases as 64 hexadecimal characters, the same in Node and in a secure page: of names, kinds,
 * categories and values in their order, whatever file they came from.
 */
export async function hashCases({ count, columns }: Cases): Promise<string> {
  const parts: string[] = [`cases ${count}`];
  for (const column of columns) {
    const { name, kind } = column;
    const categories = column.kind === 'category' ? column.categories : [];
    parts.push(JSON.stringify([name, kind, categories, await digest(bytesOf(column))]));
  }
  return digest(new TextEncoder().encode(parts.join('\n')));
}

/** Little-endian, with one form of NaN: how a reader came by it must not show. */
function bytesOf({ kind, values }: Column): Uint8Array<ArrayBuffer> {
  const width = kind === 'category' ? 4 : 8;
  const view = new DataView(new ArrayBuffer(width * values.length));
  values.forEach((value, i) => {
    if (kind === 'category') view.setInt32(4 * i, value, true);
    else if (Number.isNaN(value)) view.setUint32(8 * i + 4, 0x7ff80000, true);
    else view.setFloat64(8 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
