import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endToEnd, gapOf, intervalDomain, toMeet } from './intervals.ts';
import { wrapText } from './labels.ts';

const span = (min: number | null, max: number | null) => ({ min, max, minOpen: false, maxOpen: false });

describe('the room between intervals', () => {
  it('is there only where they do not all meet', () => {
    expect(gapOf([span(1, 3), span(2, 5)])).toBeNull();
    expect(gapOf([span(1, 2), span(4, 6)])).toEqual({ from: 2, to: 4 });
    expect(gapOf([span(null, 2030), span(2032, 2032)])).toEqual({ from: 2030, to: 2032 });
    expect(gapOf([span(3, null), span(9, null)])).toBeNull();
  });
});

describe('a sum', () => {
  const rows = [
    { interval: span(40, 44), value: 43, part: 1 },
    { interval: span(25, 29), value: null, part: 1 },
    { interval: span(17, 18), value: 17.5, part: -1 },
    { interval: span(47.5, 55.5), value: 52.5 },
    { interval: span(49, 51), value: 50 },
  ];
  it('lays its parts end to end, and takes off what is taken off', () => {
    expect(endToEnd(rows)).toEqual([
      { from: 0, to: 43 },
      { from: 43, to: 70 },
      { from: 70, to: 52.5 },
      null,
      null,
    ]);
  });
  it('must meet only in what adds up and what the text says', () => {
    expect(toMeet(rows).map(({ value }) => value)).toEqual([52.5, 50]);
  });
  it('is drawn from zero', () => {
    expect(intervalDomain(rows)[0]).toBe(0);
  });
});

describe('the line of numbers', () => {
  it('holds all ends and figures with room beside them', () => {
    const end = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(end, end, end), { minLength: 1 }), (all) => {
        const rows = all.map(([min, max, value]) => ({ interval: span(min, max), value }));
        const [low, high] = intervalDomain(rows);
        expect(high).toBeGreaterThan(low);
        for (const at of all.flat()) if (at !== null) expect(at >= low && at <= high).toBe(true);
      }),
    );
  });
});

describe('words in a drawing', () => {
  it('break between words and lose none', () => {
    const lines = wrapText('volgt uit de rest, als: de rest van de industrie krimpt niet', 24);
    expect(lines.every((one) => one.length <= 24)).toBe(true);
    expect(lines.join(' ')).toBe('volgt uit de rest, als: de rest van de industrie krimpt niet');
    expect(wrapText('arbeidsplaatsenovereenkomst', 5)).toEqual(['arbeidsplaatsenovereenkomst']);
  });
});
