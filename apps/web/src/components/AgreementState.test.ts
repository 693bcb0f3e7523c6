import { describe, expect, it } from 'vitest';
import { isLate } from './AgreementState.tsx';

describe('an agreement with a date by which it is due', () => {
  it('is late when that date is past and no source says that it was done', () => {
    expect(isLate({ due: '2024', state: 'open' }, 2026.9)).toBe(true);
    expect(isLate({ due: '2024', state: 'kept' }, 2026.9)).toBe(false);
  });

  it('is not late within the year in which it is due, nor without a date', () => {
    expect(isLate({ due: '2026', state: 'open' }, 2026.9)).toBe(false);
    expect(isLate({ due: null, state: 'open' }, 2026.9)).toBe(false);
  });
});
