import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withTwins } from './twins.ts';

const of = (id: string, claims: readonly string[], sum: string) => ({
  id,
  claims: claims.map((claim) => ({ id: claim, line: 1, value: 1, unit: 'homes' })),
  arithmetic: { nl: sum, en: sum },
});
const ids = (list: ReturnType<typeof withTwins<ReturnType<typeof of>>>): string[][] =>
  list.map(({ conflict, twins }) => [conflict.id, ...twins.map(({ id }) => id)]);

it('conflicts of the same claims by the same sum are one, at the place of the first', () => {
  const list = [
    of('a', ['x', 'y'], '1 + 1 = 2 < 3'),
    of('b', ['z'], '4 > 3'),
    of('c', ['y', 'x'], '1 + 1 = 2 < 3'),
    of('d', ['y', 'x'], '1 + 2 = 3 < 4'),
    of('e', ['q'], '4 > 3'),
  ];
  expect(ids(withTwins(list))).toEqual([['a', 'c'], ['b'], ['d'], ['e']]);
});

it('nothing that was not computed is a twin, and none is lost or said twice', () => {
  const one = fc.tuple(fc.subarray(['x', 'y']), fc.constantFrom('', '1 > 0', '2 > 1'));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (made) => {
      const list = made.map(([claims, sum], i) => of(`c${i}`, claims, sum));
      const shown = withTwins(list);
      expect(ids(shown).flat().sort()).toEqual(list.map(({ id }) => id).sort());
      for (const { conflict, twins } of shown) {
        if (conflict.arithmetic.nl === '' || conflict.claims.length === 0) expect(twins).toEqual([]);
      }
    }),
  );
});
