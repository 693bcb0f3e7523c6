import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressors } from './read-parquet.ts';

const page = Buffer.from('a page of a Parquet file '.repeat(400));

it.each([
  ['GZIP', gzipSync],
  ['BROTLI', brotliCompressSync],
  ['ZSTD', zstdCompressSync],
] as const)('%s unpacks a page to what it says, and stops at one that holds more', (codec, pack) => {
  expect(Buffer.from(compressors[codec](pack(page), page.length))).toEqual(page);
  // A bomb: 64 kB that would become 64 MB.
  const bomb = pack(Buffer.alloc(64_000_000));
  expect(() => compressors[codec](bomb, page.length)).toThrow(RangeError);
  expect(() => compressors[codec](pack(page), 2 ** 40)).not.toThrow();
});
