import type { TableSetting } from '@schaalsprong/futures/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  begun,
  canRedo,
  type History,
  type HistoryAction,
  historyReducer,
  oneMove,
  settingAt,
} from './history.ts';

const setting = (a: number, b = 0): TableSetting => ({
  levers: { a, b },
  timings: {},
  assumptions: {},
  viewpoint: null,
});
const move = (a: number, now: number, b = 0, changed: readonly string[] = ['a']): HistoryAction => ({
  kind: 'move',
  what: 'lever',
  changed,
  setting: setting(a, b),
  now,
});
const play = (actions: readonly HistoryAction[], from: History = begun(setting(0))): History =>
  actions.reduce(historyReducer, from);

describe('the history of moves', () => {
  it('takes moves of one lever within a moment as one, and not those of another lever or after a while', () => {
    expect(play([move(1, 0), move(2, 100), move(3, 200)]).moves).toHaveLength(2);
    expect(play([move(1, 0), move(2, oneMove + 1)]).moves).toHaveLength(3);
    expect(play([move(1, 0), move(1, 100, 5, ['b'])]).moves).toHaveLength(3);
  });

  it('keeps a move that was named apart from what follows at once', () => {
    const named = play([move(1, 0), { kind: 'bookmark', number: 1, name: ' Here ' }, move(2, 10)]);
    expect(named.moves.map(({ name, setting: { levers } }) => [name, levers.a])).toEqual([
      [null, 0],
      ['Here', 1],
      [null, 2],
    ]);
  });

  it('loses nothing when somebody goes back and moves on from there', () => {
    const history = play([
      move(1, 0),
      move(2, 5_000),
      { kind: 'bookmark', number: 2, name: 'far' },
      { kind: 'undo' },
      move(7, 9_000),
    ]);
    expect(history.moves.map(({ setting: { levers } }) => levers.a)).toEqual([0, 1, 2, 7]);
    expect(history.moves[2]?.name).toBe('far');
    expect(history.moves[3]?.from).toBe(1);
    expect(settingAt(historyReducer(history, { kind: 'undo' }))).toEqual(setting(1));
    expect(canRedo(history)).toBe(false);
  });

  it('takes no move that changes nothing, and goes to no move that is not there', () => {
    const history = play([move(1, 0)]);
    for (const action of [
      move(1, 9_000),
      { kind: 'goTo', number: 9 },
      { kind: 'redo' },
      { kind: 'bookmark', number: 5, name: 'x' },
    ] as const) {
      expect(historyReducer(history, action)).toBe(history);
    }
  });

  const action: fc.Arbitrary<HistoryAction> = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).map(([a, b]) => move(a, 0, b)),
    fc.constantFrom<HistoryAction>({ kind: 'undo' }, { kind: 'redo' }),
    fc.integer({ min: 0, max: 12 }).map((number): HistoryAction => ({ kind: 'goTo', number })),
    fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.string({ maxLength: 4 })))
      .map(([number, name]): HistoryAction => ({ kind: 'bookmark', number, name })),
  );
  /** A second apart, so that no two moves are one. */
  const spaced = fc
    .array(action, { maxLength: 30 })
    .map((actions) =>
      actions.map((each, i) => (each.kind === 'move' ? { ...each, now: i * 10 * oneMove } : each)),
    );

  it('stands after a move and its undo where it stood before, and redo brings the move back', () => {
    fc.assert(
      fc.property(spaced, fc.integer({ min: 5, max: 9 }), (actions, a) => {
        const before = play(actions);
        const after = historyReducer(before, move(a, 1e9));
        const undone = historyReducer(after, { kind: 'undo' });
        expect(undone.at).toBe(before.at);
        expect(settingAt(undone)).toEqual(settingAt(before));
        expect(settingAt(historyReducer(undone, { kind: 'redo' }))).toEqual(setting(a));
      }),
      { numRuns: 500 },
    );
  });

  it('numbers moves by their place, never loses one, and keeps names until they are taken away', () => {
    fc.assert(
      fc.property(spaced, (actions) => {
        let history = begun(setting(0));
        for (const each of actions) {
          const next = historyReducer(history, each);
          expect(next.moves.length).toBeGreaterThanOrEqual(history.moves.length);
          history.moves.forEach((old, i) => {
            const now = next.moves[i];
            expect(now?.setting).toEqual(old.setting);
            if (each.kind !== 'bookmark' || each.number !== i) expect(now?.name).toBe(old.name);
          });
          history = next;
        }
        history.moves.forEach(({ number, from }, i) => {
          expect(number).toBe(i);
          expect(from === null ? i === 0 : from < i).toBe(true);
        });
        expect(history.moves[history.at]).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('goes to any move and shows its setting', () => {
    fc.assert(
      fc.property(spaced, fc.nat(), (actions, any) => {
        const history = play(actions);
        const number = any % history.moves.length;
        const there = historyReducer(history, { kind: 'goTo', number });
        expect(settingAt(there)).toEqual(history.moves[number]?.setting);
      }),
    );
  });
});
