import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, keepSame, withGone } from './changes.ts';
import { conflict } from './fixture.test-data.ts';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const some = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
  .map((names) => names.map((name) => conflict(name)));

describe('what a choice changes', () => {
  it('is what one list lacks of the other, both ways', () => {
    const { gone, come } = changesBetween([conflict('a'), conflict('b')], [conflict('b'), conflict('c')]);
    expect([ids(gone), ids(come)]).toEqual([['a'], ['c']]);
  });

  it('keeps what is gone where it stood, and everything else in its order', () => {
    const list = withGone(
      [conflict('b'), conflict('d')],
      [conflict('a'), conflict('b'), conflict('c'), conflict('d'), conflict('e')],
    );
    expect(list.map(({ conflict: { id }, gone }) => (gone ? `(${id})` : id))).toEqual([
      '(a)',
      'b',
      '(c)',
      'd',
      '(e)',
    ]);
  });

  it('loses none and shows none twice', () => {
    fc.assert(
      fc.property(some, some, (now, before) => {
        const list = withGone(now, before);
        const shown = list.map((item) => item.conflict.id);
        expect(new Set(shown)).toEqual(new Set([...ids(now), ...ids(before)]));
        expect(shown.length).toBe(new Set(shown).size);
        expect(list.filter(({ gone }) => !gone).map((item) => item.conflict.id)).toEqual(ids(now));
      }),
    );
  });
});

describe('an answer that says the same', () => {
  it('keeps the very objects, so that nothing is drawn again', () => {
    const [a, b] = [conflict('a'), conflict('b')];
    const next = keepSame([a, b], [conflict('b', { weight: 9 }), conflict('a')]);
    expect(next[1]).toBe(a);
    expect(next[0]).not.toBe(b);
    expect(next[0]?.weight).toBe(9);
  });
});
