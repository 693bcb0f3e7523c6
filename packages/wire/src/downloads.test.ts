import { describe, expect, it } from 'vitest';
import { downloadPatterns } from './downloads.ts';
import type { Download } from './room.ts';
import { downloads, pages } from './rooms.ts';

const isDownload = (url: string): boolean =>
  downloadPatterns.some((pattern) => new RegExp(pattern).test(url));

describe('the addresses of downloads', () => {
  it('are known by their pattern, with and without a query, in each language that they have', () => {
    for (const { path, english } of Object.values<Download>(downloads)) {
      const url = path.replace('{id}', 'homes-2030');
      expect(isDownload(url), url).toBe(true);
      expect(isDownload(`${url}?taal=en`), url).toBe(true);
      expect(isDownload(`/en${url}`), url).toBe(english === true);
    }
  });

  it('are none of the pages', () => {
    for (const { path } of pages) {
      const url = path.replace(':id', 'homes-2030');
      expect(isDownload(url), url).toBe(false);
      expect(isDownload(`/en${url}`), url).toBe(false);
    }
    expect(isDownload('/src/main.tsx')).toBe(false);
  });
});
