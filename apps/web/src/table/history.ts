import { sameSetting, type TableSetting } from '@schaalsprong/futures/table';
import type { Move } from './contract.ts';

/** A node of the undo tree: redo branches are kept after an undo. */
export interface HistoryMove extends Move {
  /** The move that it was made from; null for the first. */
  readonly from: number | null;
}

/** Everything that was tried, and where we stand. A move's number is its place. */
export interface History {
  readonly moves: readonly HistoryMove[];
  readonly at: number;
  /** When the move at `at` was last changed, in milliseconds, for moves that are one; null once something else was done. */
  readonly touched: number | null;
}

/** What can be done to the history. */
export type HistoryAction =
  | {
      readonly kind: 'move';
      readonly what: Move['kind'];
      readonly changed: readonly string[];
      readonly setting: TableSetting;
      /** Milliseconds, of any clock that does not go back. */
      readonly now: number;
    }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'goTo'; readonly number: number }
  | { readonly kind: 'bookmark'; readonly number: number; readonly name: string | null };

export type MoveAction = Extract<HistoryAction, { kind: 'move' }>;

/** The move from one setting to another, now, with the ids of what differs. */
export function moveTo(what: MoveAction['what'], before: TableSetting, setting: TableSetting): MoveAction {
  const changed = new Set([
    ...Object.keys(before.levers).filter((id) => before.levers[id] !== setting.levers[id]),
    ...Object.keys({ ...before.timings, ...setting.timings }).filter(
      (id) => before.timings[id] !== setting.timings[id],
    ),
    ...[...Object.keys(before.assumptions), ...Object.keys(setting.assumptions)].filter(
      (id) => before.assumptions[id] !== setting.assumptions[id],
    ),
  ]);
  return { kind: 'move', what, changed: [...changed], setting, now: performance.now() };
}

/** Moves of one lever within this time are coalesced. */
export const oneMove = 800;

/** A history in which nothing has been moved yet. */
export const begun = (setting: TableSetting): History => ({
  moves: [{ number: 0, kind: 'start', changed: [], setting, name: null, from: null }],
  at: 0,
  touched: null,
});

/** The setting where we stand. */
export function settingAt({ moves, at }: Pick<History, 'moves' | 'at'>): TableSetting {
  const move = moves[at];
  if (move === undefined) throw new RangeError(`no move ${at}`);
  return move.setting;
}

/** The move that was made last from where we stand; null where there is none. */
const lastFrom = ({ moves, at }: History): HistoryMove | null =>
  moves.findLast(({ from }) => from === at) ?? null;

/** Whether there is something to redo from where we stand. */
export const canRedo = (history: History): boolean => lastFrom(history) !== null;

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** The history after an action; the same object where nothing changes. */
export function historyReducer(history: History, action: HistoryAction): History {
  const { moves, at } = history;
  switch (action.kind) {
    case 'move':
      return moved(history, action);
    case 'undo': {
      const before = moves[at]?.from ?? null;
      return before === null ? history : { moves, at: before, touched: null };
    }
    case 'redo': {
      const next = lastFrom(history);
      return next === null ? history : { moves, at: next.number, touched: null };
    }
    case 'goTo': {
      const { number } = action;
      return number === at || moves[number] === undefined ? history : { moves, at: number, touched: null };
    }
    case 'bookmark': {
      const { number } = action;
      const name = action.name?.trim() || null;
      if ((moves[number]?.name ?? null) === name || moves[number] === undefined) return history;
      return {
        moves: moves.map((move) => (move.number === number ? { ...move, name } : move)),
        at,
        touched: null,
      };
    }
  }
}

function moved(history: History, { what, changed, setting, now }: MoveAction): History {
  const { moves, at, touched } = history;
  const current = moves[at];
  if (current === undefined || sameSetting(current.setting, setting)) return history;
  const isOne =
    (what === 'lever' || what === 'timing' || what === 'assumption') &&
    current.kind === what &&
    current.name === null &&
    at === moves.length - 1 &&
    touched !== null &&
    now - touched < oneMove &&
    sameNames(current.changed, changed);
  if (isOne) {
    return { moves: [...moves.slice(0, -1), { ...current, setting }], at, touched: now };
  }
  const number = moves.length;
  return {
    moves: [...moves, { number, kind: what, changed, setting, name: null, from: at }],
    at: number,
    touched: now,
  };
}
