import { describe, expect, it } from 'vitest';
import { addressIn } from './address.ts';

describe('the address in a source', () => {
  it.each([
    ['CBS, https://example.org/a; derived', 'https://example.org/a'],
    ['see https://example.org/a.', 'https://example.org/a'],
    ['(https://example.org/a) and more', 'https://example.org/a'],
    ['<https://example.org/a> [https://example.org/b]', 'https://example.org/a'],
    ['https://example.org/... ; https://example.org/b', 'https://example.org/b'],
    ['https://example.org/...', null],
    ['assumption', null],
  ])('of %s is %s', (text, address) => expect(addressIn(text)).toBe(address));
});
