import { describe, expect, it } from 'vitest';
import { figures } from './figures.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('the figures of a chart', () => {
  it('have as many decimals as tell them apart', () => {
    expect(figures([0, 1], 'nl')(0.2)).toBe('0,2');
    expect(figures([1990, 1991], 'en')(1990.26)).toBe('1,990.3');
    expect(figures([0, 5000], 'nl')(1234.5)).toBe('1.235');
  });

  it('are said in words from ten million on', () => {
    expect(plain(figures([0, 2e9], 'nl')(1_722_010_253))).toBe('1,72 mld.');
    expect(plain(figures([0, 2e9], 'nl')(500_000_000))).toBe('500 mln.');
    expect(plain(figures([0, 2e9], 'en')(1_722_010_253))).toBe('1.72bn');
    expect(plain(figures([2e9, 2.0001e9], 'en')(2_000_050_000))).toBe('2.00005bn');
  });

  it('take a power of ten where they are very large or very small, and leave zero alone', () => {
    expect(figures([0, 2e20], 'en')(1.5e20)).toBe('1.5E20');
    expect(figures([0, 2e-6], 'en')(0)).toBe('0');
  });

  it('leave open what is no number', () => {
    expect(figures([0, 1], 'nl')(Number.NaN)).toBe('–');
    expect(figures([0, 1], 'nl')(-0)).toBe('0');
  });
});
