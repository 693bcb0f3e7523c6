import type { Conflict } from '@schaalsprong/audit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflict } from '../../conflicts/fixture.test-data.ts';
import { kinds } from '../../conflicts/kinds.ts';
import { isOpen, listsOf } from './lists.ts';

const some = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.boolean()), { maxLength: 12 }).map((list) =>
  list.map(
    ([kind, accepted], at): Conflict => ({
      ...conflict(`c${at}`),
      kind,
      verdict: accepted
        ? {
            conflict: `c${at}`,
            verdict: 'accepted-as-reading',
            by: 'council',
            on: '2026-12-02',
            why: 'so be it',
          }
        : null,
    }),
  ),
);
const idsOf = (list: readonly Conflict[]): readonly string[] => list.map(({ id }) => id);

describe('the lists of the page of conflicts', () => {
  it('have every conflict in exactly one place', () => {
    fc.assert(
      fc.property(some, (conflicts) => {
        const { cards, accepted, duplicates, missing, near } = listsOf(conflicts, [], () => true);
        const all = [
          cards.flatMap(({ conflict: of, twins }) => [of, ...twins]),
          accepted,
          duplicates,
          missing,
          near,
        ].flat();
        expect(idsOf(all).toSorted()).toEqual(idsOf(conflicts).toSorted());
        expect(accepted.some(isOpen)).toBe(false);
      }),
    );
  });

  it('rank cards by weight whatever is looked for, and let what is accepted stand', () => {
    fc.assert(
      fc.property(some, (conflicts) => {
        const every = listsOf(conflicts, conflicts, () => true);
        const none = listsOf(conflicts, conflicts, () => false);
        expect(none.shown).toEqual([]);
        expect(none.near).toEqual([]);
        expect([...none.ranks]).toEqual([...every.ranks]);
        expect([...none.ranks.values()]).toEqual([...none.ranks.keys()].map((_, at) => at + 1));
        expect(none.accepted).toEqual(every.accepted);
      }),
    );
  });

  it('keep what a repair took away at its place, without a rank', () => {
    const [a, b] = [conflict('a'), conflict('b')];
    const { cards, ranks } = listsOf([b], [a, b], () => true);
    expect(cards.map(({ conflict: { id }, gone }) => [id, gone])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect([...ranks]).toEqual([['b', 1]]);
  });
});
