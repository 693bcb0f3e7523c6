import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FuturesError } from '../../problems.ts';
import { endsOfPlain, strongestPair } from './alone.ts';
import { attribute, attributePlain } from './attribute.ts';
import { type Coalition, CoalitionTable, type PlainGame } from './game.ts';
import { coalitionsOf, drawnOrder, flat, type Group, playersOf } from './structure.ts';

const game = (players: number, worth: (present: ReadonlySet<number>) => number): PlainGame => ({
  players,
  size: 1,
  value: (coalitions) =>
    coalitions.map((coalition) => [
      worth(new Set([...coalition].flatMap((here, player) => (here === 1 ? [player] : [])))),
    ]),
});
const maskOf = (coalition: Coalition): number =>
  coalition.reduce((mask, here, player) => mask + here * 2 ** player, 0);
/** A game of any numbers: one per coalition. */
const tabled = (players: number, worths: readonly number[]): PlainGame => ({
  players,
  size: 1,
  value: (coalitions) => coalitions.map((coalition) => [worths[maskOf(coalition)] ?? 0]),
});
const first = (values: readonly Float64Array[]): number[] => values.map((value) => value[0] ?? Number.NaN);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const anyGame = fc
  .integer({ min: 1, max: 5 })
  .chain((players) =>
    fc
      .array(fc.integer({ min: -100, max: 100 }), { minLength: 2 ** players, maxLength: 2 ** players })
      .map((worths) => ({ players, worths })),
  );
/** Any division of players over groups of up to three levels. */
const anyStructure = (players: number): fc.Arbitrary<Group> =>
  fc
    .array(fc.tuple(fc.nat(2), fc.nat(1)), { minLength: players, maxLength: players })
    .map((places): Group => {
      const pillars = [0, 1, 2].flatMap((pillar): Group[] => {
        const members = [0, 1].flatMap((challenge): Group[] => {
          const own = places.flatMap(([a, b], player) => (a === pillar && b === challenge ? [player] : []));
          return own.length === 0 ? [] : [{ id: `${pillar}.${challenge}`, members: own }];
        });
        return members.length === 0 ? [] : [{ id: `${pillar}`, members }];
      });
      return { id: '', members: pillars };
    });

describe('dividing a value over players', () => {
  it('adds up to the whole', () => {
    fc.assert(
      fc.property(anyGame, ({ players, worths }) => {
        const { values, full, empty } = attributePlain(tabled(players, worths));
        expect(sum(first(values))).toBeCloseTo((full[0] ?? 0) - (empty[0] ?? 0), 9);
      }),
    );
  });

  it('gives equal players the same, and nothing to one who brings nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 }), (worths) => {
        // Players 0 and 1 count alike, player 3 not at all.
        const alike = game(
          4,
          (s) => worths[(s.has(0) ? 1 : 0) + (s.has(1) ? 1 : 0) + (s.has(2) ? 4 : 0)] ?? 0,
        );
        const [a = 0, b = 0, , nobody = 1] = first(attributePlain(alike).values);
        expect(a).toBeCloseTo(b, 9);
        expect(nobody).toBe(0);
      }),
    );
  });

  it('gives for a sum of games the sum of what each gives', () => {
    const pair = fc.integer({ min: 1, max: 4 }).chain((players) => {
      const worths = fc.array(fc.integer({ min: -100, max: 100 }), {
        minLength: 2 ** players,
        maxLength: 2 ** players,
      });
      return fc.tuple(fc.constant(players), worths, worths);
    });
    fc.assert(
      fc.property(pair, ([players, one, two]) => {
        const both = first(
          attributePlain(
            tabled(
              players,
              one.map((w, i) => w + (two[i] ?? 0)),
            ),
          ).values,
        );
        const [a, b] = [one, two].map((worths) => first(attributePlain(tabled(players, worths)).values));
        both.forEach((value, i) => {
          expect(value).toBeCloseTo((a?.[i] ?? 0) + (b?.[i] ?? 0), 9);
        });
      }),
    );
  });

  it('answers several components with one set of runs', () => {
    let asked = 0;
    const both: PlainGame = {
      players: 3,
      size: 2,
      value: (coalitions) => {
        asked += coalitions.length;
        return coalitions.map((c) => [maskOf(c), maskOf(c) ** 2]);
      },
    };
    const { values } = attributePlain(both);
    expect(asked).toBe(8);
    const squares = game(3, (s) => sum([...s].map((p) => 2 ** p)) ** 2);
    expect(values.map((value) => value[1])).toEqual(first(attributePlain(squares).values));
  });
});

describe('groups that stay together', () => {
  it('give Shapley values when every group is one player', () => {
    fc.assert(
      fc.property(anyGame, ({ players, worths }) => {
        const alone: Group = {
          id: '',
          members: Array.from({ length: players }, (_, p) => ({ id: String(p), members: [p] })),
        };
        const owen = first(attributePlain(tabled(players, worths), { structure: alone }).values);
        const shapley = first(attributePlain(tabled(players, worths)).values);
        owen.forEach((value, i) => {
          expect(value).toBeCloseTo(shapley[i] ?? Number.NaN, 9);
        });
      }),
    );
  });

  it('get together what the group gets among groups, at any depth', () => {
    const games = anyGame.chain((g) => fc.tuple(fc.constant(g), anyStructure(g.players)));
    fc.assert(
      fc.property(games, ([{ players, worths }, structure]) => {
        const played = tabled(players, worths);
        const { values } = attributePlain(played, { structure });
        const groups = structure.members;
        const among: PlainGame = {
          players: groups.length,
          size: 1,
          value: (coalitions) =>
            played.value(
              coalitions.map((c) => {
                const inside = new Uint8Array(players);
                groups.forEach((group, g) => {
                  if (c[g] === 1) for (const player of playersOf(group)) inside[player] = 1;
                });
                return inside;
              }),
            ),
        };
        const between = first(attributePlain(among).values);
        groups.forEach((group, g) => {
          const inside = sum(playersOf(group).map((player) => values[player]?.[0] ?? Number.NaN));
          expect(inside).toBeCloseTo(between[g] ?? Number.NaN, 9);
        });
      }),
    );
  });

  it('need as many coalitions as are counted beforehand', () => {
    fc.assert(
      fc.property(
        anyGame.chain((g) => fc.tuple(fc.constant(g), anyStructure(g.players))),
        ([{ players, worths }, structure]) => {
          expect(attributePlain(tabled(players, worths), { structure }).coalitions).toBe(
            coalitionsOf(structure),
          );
        },
      ),
    );
  });

  it('are never broken up by a drawn order', () => {
    const structure: Group = {
      id: '',
      members: [{ id: 'a', members: [0, { id: 'b', members: [1, 2] }] }, 3, { id: 'c', members: [4, 5] }],
    };
    let state = 7;
    const pick = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    for (let i = 0; i < 200; i++) {
      const order = drawnOrder(structure, pick);
      for (const group of [
        [0, 1, 2],
        [1, 2],
        [4, 5],
      ]) {
        const places = group.map((player) => order.indexOf(player));
        expect(Math.max(...places) - Math.min(...places)).toBe(group.length - 1);
      }
    }
  });
});

describe('drawn orders', () => {
  const weights = [5, 1, 4, 2, 8, 3, 7, 6, 9, 2, 4];
  const curved = game(11, (s) => sum([...s].map((p) => weights[p] ?? 0)) ** 1.5);
  const exact = attributePlain(curved, { exactUpTo: 2 ** 11 });
  const drawn = attributePlain(curved, { tolerance: 0, maxOrders: 200 });

  it('come as near to the exact answer as their error says, and add up to the whole', () => {
    expect(exact.exact).toBe(true);
    expect(drawn).toMatchObject({ exact: false, orders: 200, settled: false });
    drawn.values.forEach((value, p) => {
      const error = drawn.errors[p]?.[0] ?? Number.NaN;
      expect(Math.abs((value[0] ?? 0) - (exact.values[p]?.[0] ?? 0))).toBeLessThan(4 * error);
    });
    expect(sum(first(drawn.values))).toBeCloseTo((drawn.full[0] ?? 0) - (drawn.empty[0] ?? 0), 9);
  });

  it('stop as soon as the error is small enough', () => {
    const soon = attributePlain(curved, { tolerance: 0.05, maxOrders: 2000 });
    expect(soon.settled).toBe(true);
    expect(soon.orders).toBeLessThan(200);
  });

  it('are the same for the same seed and others for another', () => {
    const again = attributePlain(curved, { tolerance: 0, maxOrders: 40, seed: 5 });
    expect(again.values).toEqual(attributePlain(curved, { tolerance: 0, maxOrders: 40, seed: 5 }).values);
    expect(again.values).not.toEqual(attributePlain(curved, { tolerance: 0, maxOrders: 40, seed: 6 }).values);
  });

  it('are exact where players only add', () => {
    const sums = game(12, (s) => sum([...s].map((p) => p + 1)));
    const { values, orders, settled } = attributePlain(sums, { tolerance: 0 });
    expect(settled).toBe(true);
    expect(orders).toBe(20);
    expect(first(values)).toEqual(Array.from({ length: 12 }, (_, p) => expect.closeTo(p + 1, 9)));
  });
});

describe('the two ends of every order', () => {
  it('are too low and too high where limits bind together', () => {
    // Two limits of which the scarcer decides: relieving one does nothing.
    const limits = game(2, (s) => Math.min(s.has(0) ? 10 : 4, s.has(1) ? 10 : 4));
    const attribution = attributePlain(limits);
    const { first: relaxed, last, together } = endsOfPlain(limits, attribution);
    expect(first(relaxed)).toEqual([0, 0]);
    expect(first(last)).toEqual([6, 6]);
    expect(first(attribution.values)).toEqual([3, 3]);
    expect([...together]).toEqual([6]);
    expect(strongestPair(attribution, 0)).toEqual({ players: [0, 1], size: 6 });
  });

  it('are the value itself where players only add', () => {
    const sums = game(3, (s) => sum([...s].map((p) => p + 1)));
    const attribution = attributePlain(sums);
    const ends = endsOfPlain(sums, attribution);
    expect(first(ends.first)).toEqual([1, 2, 3]);
    expect(first(ends.last)).toEqual([1, 2, 3]);
    expect(ends.together[0]).toBeCloseTo(0, 12);
  });
});

describe('a wrong game', () => {
  it('throws on a value that is no number, a player without a place, a wrong seed', async () => {
    expect(() => attributePlain(game(2, () => Number.NaN))).toThrow(FuturesError);
    const lost: Group = { id: '', members: [0, 0] };
    expect(() =>
      attributePlain(
        game(2, () => 1),
        { structure: lost },
      ),
    ).toThrow('FUTURES_WHY_STRUCTURE');
    expect(() =>
      attributePlain(
        game(2, () => 1),
        { structure: flat(2), seed: -1, tolerance: -1 },
      ),
    ).toThrow(/seed[\s\S]*tolerance/);
  });

  it('throws on the value of a coalition that was not run', () => {
    const table = new CoalitionTable({ players: 2, size: 1 });
    table.put([Uint8Array.of(1, 0)], [[3]]);
    expect(table.get(Uint8Array.of(1, 0))).toEqual(Float64Array.of(3));
    expect(() => table.get(Uint8Array.of(0, 1))).toThrow('no value for');
  });

  it('stops on abort', async () => {
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(
      attribute(
        game(2, () => 1),
        { signal: stop },
      ),
    ).rejects.toThrow('enough');
  });
});
