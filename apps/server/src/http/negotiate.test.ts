import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, chooseEncoding, matchesTag } from './negotiate.ts';

describe('what a reader accepts', () => {
  it.each([
    [undefined, true],
    ['', true],
    ['*/*', true],
    ['application/*', true],
    ['text/html, application/json;q=0.2', true],
    ['text/html', false],
    ['application/json;q=0', false],
    ['application/json;q=0, */*', false],
    ['APPLICATION/JSON', true],
    ['text/html,application/xhtml+xml,*/*;q=0.8', true],
    ['nonsense', false],
  ])('Accept: %s lets JSON through: %s', (header, expected) => {
    expect(accepts(header, 'application/json')).toBe(expected);
  });

  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.1, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['identity', 'identity'],
  ])('Accept-Encoding: %s chooses %s', (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
  });

  it('a tag is recognised weak or strong, alone or in a list', () => {
    expect(matchesTag('W/"a"', 'W/"a"')).toBe(true);
    expect(matchesTag('"x", "a"', 'W/"a"')).toBe(true);
    expect(matchesTag('*', 'W/"a"')).toBe(true);
    expect(matchesTag('"b"', 'W/"a"')).toBe(false);
    expect(matchesTag(undefined, 'W/"a"')).toBe(false);
  });

  it('no header, however strange, makes negotiation fail', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(typeof accepts(header, 'text/csv')).toBe('boolean');
        expect(['br', 'gzip', 'identity']).toContain(chooseEncoding(header));
        expect(typeof matchesTag(header, 'W/"a"')).toBe('boolean');
      }),
    );
  });
});
