import { describe, expect, it } from 'vitest';
import { growth } from '../../test/growth.ts';
import { showUnit, UnitReader } from './unit.ts';

const read = (text: string): string | undefined => {
  const unit = new UnitReader().unit(text);
  return unit === undefined ? undefined : showUnit(unit);
};

describe('a unit', () => {
  it('is a product of powers, in order of name, in which what cancels is gone', () => {
    expect(read('EUR/(job*Year)')).toBe('eur/(job*year)');
    expect(read('b*a*b/c/a')).toBe('b^2/c');
    expect(read('a/(b/(c*a))')).toBe('a^2*c/b');
    expect(read('(a*b)^2/a')).toBe('a*b^2');
  });

  it('of many factors is read in a time that grows with their number', () => {
    const reading = (count: number) => {
      const text = Array.from({ length: count }, (_, i) => `u${i}`).join('*');
      return () => new UnitReader().unit(text);
    };
    expect(growth(reading, 2_500, 20_000)).toBeLessThan(24);
  });

  it('may hold 400 parentheses inside each other, and cannot be read with more', () => {
    const nested = (depth: number): string | undefined => read(`${'('.repeat(depth)}a${')'.repeat(depth)}`);
    expect([nested(400), nested(401), nested(20_000)]).toEqual(['a', undefined, undefined]);
  });
});
