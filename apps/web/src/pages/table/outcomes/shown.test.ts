import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostShown, moved, readShown, toggled, withFirst, writeShown } from './shown.ts';

const known = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

describe('the outcomes before a reader', () => {
  it('are those that were kept, or those that the region begins with', () => {
    expect(readShown('b,zzz,a,b', known, ['c'])).toEqual(['b', 'a']);
    expect(readShown(null, known, ['c', 'd'])).toEqual(['c', 'd']);
    expect(readShown('zzz', known, [])).toEqual(known.slice(0, mostShown));
  });

  it('come back as they were kept', () => {
    fc.assert(
      fc.property(fc.subarray(known, { minLength: 1, maxLength: mostShown }), (shown) => {
        expect(readShown(writeShown(shown), known, [])).toEqual(shown);
      }),
    );
  });

  it('are never none and never more than fit', () => {
    expect(toggled(['a'], 'a')).toEqual(['a']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(known.slice(0, 8), 'i')).toEqual(known.slice(0, 8));
    expect(withFirst(known.slice(0, 8), 'i')).toEqual(['i', 'a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(withFirst(['a', 'b'], 'b')).toEqual(['b', 'a']);
  });

  it('change places and come back', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(moved(['a', 'b', 'c'], 'b', 1), 'b', -1)).toEqual(['a', 'b', 'c']);
  });
});
