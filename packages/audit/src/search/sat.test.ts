import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GroupMap } from './sat.ts';

const size = 6;
const masks = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** size - 1 }), { maxLength: 6 });
const members = (mask: number) =>
  Array.from({ length: size }, (_, at) => at).filter((at) => (mask >> at) & 1);

describe('the map of what is unexplored', () => {
  it('gives every largest set without a clash once, whatever is told on the way', () => {
    fc.assert(
      fc.property(masks, fc.integer({ min: 0, max: 2 }), (clashes, pairs) => {
        const choices = Array.from({ length: size }, (_, at) => (at < 2 * pairs ? at >> 1 : -1));
        const fits = (mask: number) =>
          clashes.every((clash) => (clash & mask) !== clash) &&
          Array.from({ length: pairs }, (_, at) => 3 << (2 * at)).every((pair) => (pair & mask) !== pair);
        const expected = Array.from({ length: 2 ** size }, (_, mask) => mask).filter(
          (mask) =>
            fits(mask) &&
            Array.from({ length: size }, (_, at) => 1 << at).every((bit) => mask & bit || !fits(mask | bit)),
        );
        const map = new GroupMap(choices);
        const found: number[] = [];
        for (let set = map.next(); set !== null; set = map.next()) {
          const mask = set.reduce((sum, taken, at) => sum | (taken << at), 0);
          const clash = clashes.find((one) => (one & mask) === one);
          if (clash === undefined) {
            found.push(mask);
            map.blockDown(set);
          } else map.blockUp(members(clash));
        }
        expect(found.sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('has nothing left once everything fits together, or nothing may be taken at all', () => {
    const map = new GroupMap([-1, -1]);
    map.blockDown(Uint8Array.of(1, 1));
    expect(map.next()).toBe(null);
    const none = new GroupMap([-1, -1]);
    none.blockUp([]);
    expect(none.next()).toBe(null);
    const empty = new GroupMap([]);
    expect(empty.next()).toEqual(new Uint8Array(0));
  });
});
