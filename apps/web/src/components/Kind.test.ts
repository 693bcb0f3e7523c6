import { describe, expect, it } from 'vitest';
import { kindOfSource, kindOfStatus } from './Kind.tsx';

describe('the kind of a number', () => {
  it('follows from who says it', () => {
    expect(kindOfSource('assumption')).toBe('assumed');
    expect(kindOfSource('agenda text, lines 827-829')).toBe('stated');
    expect(kindOfSource('CBS 03759ned')).toBe('stated');
  });
  it('follows from the status that a source gives it', () => {
    expect(['stated', 'assumed', 'observed', 'expected', 'derived'].map(kindOfStatus)).toEqual([
      'stated',
      'assumed',
      'observed',
      'observed',
      'observed',
    ]);
  });
});
