import { describe, expect, it } from 'vitest';
import { worksAfter } from './idle.ts';

const takes = (value: number) => ({ leadTimeYears: { value, source: 'assumption' } });

describe('a measure that works after the year of every target shown', () => {
  it('is named with its first year', () => {
    expect(worksAfter(takes(10), 2023, ['2030', '2032'])).toBe(2033);
  });

  it('is not named where one target is later, nothing is shown, or its time is not known', () => {
    expect(worksAfter(takes(10), 2023, ['2030', '2035'])).toBeNull();
    expect(worksAfter(takes(3), 2023, ['2030'])).toBeNull();
    expect(worksAfter(takes(10), 2023, [])).toBeNull();
    expect(worksAfter({ leadTimeYears: null }, 2023, ['2030'])).toBeNull();
  });
});
