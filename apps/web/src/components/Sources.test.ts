import { describe, expect, it } from 'vitest';
import { shortSource } from './Sources.tsx';

describe('a source in short', () => {
  it('keeps its words and leaves its address for its own page', () => {
    expect(shortSource('CBS 03759ned, 23 June 2026, https://opendata.cbs.nl/x')).toBe(
      'CBS 03759ned, 23 June 2026',
    );
  });
  it('is the site where it has no words', () => {
    expect(shortSource('https://www.example.org/a/very/long/path')).toBe('example.org');
  });
  it('is cut off where it is long, and shown whole where it is short', () => {
    expect(shortSource('x'.repeat(200))).toHaveLength(90);
    expect(shortSource('PBL')).toBe('PBL');
  });
});
