import { describe, expect, it } from 'vitest';
import { shortSource } from './Sources.tsx';

describe('a source in short', () => {
  it('keeps its words and names the site instead of the whole address', () => {
    expect(shortSource('CBS 03759ned, 23 June 2026, https://opendata.cbs.nl/x?y=1')).toBe(
      'CBS 03759ned, 23 June 2026, opendata.cbs.nl',
    );
    expect(shortSource('https://www.example.org/a/b (2022); range by assumption')).toBe(
      'example.org (2022); range by assumption',
    );
  });
  it('is cut off where it is long, and shown whole where it is short', () => {
    expect(shortSource('x'.repeat(200))).toHaveLength(90);
    expect(shortSource('PBL')).toBe('PBL');
  });
});
