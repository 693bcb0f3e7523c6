import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { processorMsAsync } from '../../../../scripts/testing/processor-time.ts';
import { paragraph, writeDocx } from '../../test/documents/docx-writer.ts';
import { column, writePdf } from '../../test/documents/pdf-writer.ts';
import { ReadError } from '../documents/index.ts';
import { readDocumentFile } from './read-document.ts';

const dir = mkdtempSync(join(tmpdir(), 'schaalsprong-read-'));
afterAll(() => rmSync(dir, { recursive: true }));
const put = (name: string, data: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, data);
  return path;
};
const codeOf = async (
  path: string,
  options: Parameters<typeof readDocumentFile>[1] = {},
): Promise<string> => {
  try {
    await readDocumentFile(path, options);
    return 'read';
  } catch (error) {
    return error instanceof ReadError ? error.code : String(error);
  }
};
const lines = Array.from(
  { length: 45 },
  (_, i) => `Regel ${i}: de regio bouwt tot 2030 ten minste ${i}.500 woningen.`,
);

describe('a document on disk', () => {
  it('is read in a thread, with the hash of its bytes', async () => {
    const path = put('abc.txt', 'abc');
    const { document, sha256 } = await readDocumentFile(path);
    expect(document).toMatchObject({ name: 'abc.txt', text: 'abc', format: 'txt' });
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('of twenty pages is read in a moment, also on a busy machine', async () => {
    const path = put('twintig.pdf', writePdf(Array(20).fill({ texts: column(lines) }), { compress: true }));
    const pages: number[] = [];
    const spent = await processorMsAsync(async () => {
      const { document } = await readDocumentFile(path);
      pages.push(...document.pages.map(({ number }) => number));
    });
    expect(spent).toBeLessThan(10_000);
    expect(pages).toHaveLength(20);
  });

  it('of a thousand pages is refused at once with the pages that can be read, and a part of it is read', async () => {
    const path = put('duizend.pdf', writePdf(Array(1000).fill({ texts: column(lines) }), { compress: true }));
    const spent = await processorMsAsync(async () => {
      expect(await codeOf(path)).toBe('READ_TOO_MANY_PAGES');
    });
    expect(spent).toBeLessThan(20_000);
    const { document } = await readDocumentFile(path, { pages: { from: 991, to: 2000 } });
    expect(document.pages.map(({ number }) => number)).toEqual([
      991, 992, 993, 994, 995, 996, 997, 998, 999, 1000,
    ]);
  });

  it('that is missing, a folder, a pipe, empty or too large is told as that', async () => {
    expect(await codeOf(join(dir, 'weg.pdf'))).toBe('READ_FILE_MISSING');
    expect(await codeOf(join(put('bestand.txt', 'x'), 'onder.pdf'))).toBe('READ_FILE_MISSING');
    expect(await codeOf(dir)).toBe('READ_FOLDER');
    execFileSync('mkfifo', [join(dir, 'pijp')]);
    expect(await codeOf(join(dir, 'pijp'))).toBe('READ_NOT_A_FILE');
    expect(await codeOf(put('leeg.pdf', ''))).toBe('READ_EMPTY');
    const large = put('groot.html', '<html>');
    truncateSync(large, 100 * 1024 * 1024);
    const spent = await processorMsAsync(async () => {
      expect(await codeOf(large)).toBe('READ_TOO_LARGE');
    });
    expect(spent).toBeLessThan(2000);
  });

  it('that would take too long is stopped, and the time it may take is said', async () => {
    const content = Buffer.from('BT /F1 10 Tf 10 10 Td (De tekst van de nota) Tj ET\n'.repeat(400_000));
    const path = put('lang.pdf', writePdf([{ texts: [], content }], { compress: true }));
    const spent = await processorMsAsync(async () => {
      expect(await codeOf(path, { limits: { seconds: 1 } })).toBe('READ_TIME');
    });
    expect(spent).toBeLessThan(15_000);
  });

  it('that would take too much memory is stopped', async () => {
    const many = `<w:p><w:r><w:t>${'x'.repeat(400)}</w:t></w:r></w:p>`.repeat(400_000);
    const path = put('zwaar.docx', writeDocx(paragraph('begin') + many));
    const limits = { memory: 40 * 1024 * 1024, characters: 1e9, unpacked: 1e9 };
    expect(await codeOf(path, { limits })).toBe('READ_MEMORY');
  });

  it('is let go when it is cancelled', async () => {
    const path = put('weer.pdf', writePdf(Array(300).fill({ texts: column(lines) })));
    const cancel = new AbortController();
    process.once('worker', () => cancel.abort(new Error('enough')));
    const reading = readDocumentFile(path, { signal: cancel.signal });
    await expect(reading).rejects.toThrow('enough');
  });
});
