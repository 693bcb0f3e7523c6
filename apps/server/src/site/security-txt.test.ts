import { describe, expect, it } from 'vitest';
import { isContact, securityTxt } from './security-txt.ts';

describe('security.txt', () => {
  it('says where to report and expires half a year ahead, in UTC', () => {
    const now = new Date('2026-11-24T10:00:00Z');
    const text = securityTxt('mailto:security@example.org', now) ?? '';
    const expires = /^Expires: (\S+)$/m.exec(text)?.[1] ?? '';
    const days = (new Date(expires).getTime() - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(179);
    expect(days).toBeLessThanOrEqual(180);
    expect(expires).toMatch(/Z$/);
    expect(text).toContain('Contact: mailto:security@example.org\n');
    expect(text).toContain('Preferred-Languages: nl, en\n');
  });

  it('there is none without a contact, since it would lead nowhere', () => {
    expect(securityTxt(null, new Date())).toBeNull();
  });

  it('a contact is an address on one line', () => {
    expect(isContact('https://example.org/report')).toBe(true);
    expect(isContact('mailto:a@example.org')).toBe(true);
    expect(isContact('http://example.org')).toBe(false);
    expect(isContact('mailto:a@example.org\nExpires: never')).toBe(false);
  });
});
