import { at } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import { problems } from '../problems.ts';

/** A division of players in groups of any depth (pillar > challenge > measure): a number is a player. */
export interface Group {
  readonly id: string;
  readonly members: readonly (Group | number)[];
}

/** Everybody on one level: Owen values of it are Shapley values. */
export const flat = (players: number): Group => ({
  id: '',
  members: Array.from({ length: players }, (_, player) => player),
});

/** The players of a group, in its order. */
export const playersOf = (member: Group | number): number[] =>
  typeof member === 'number' ? [member] : member.members.flatMap(playersOf);

/** @throws FuturesError where a player is missing, occurs twice or is unknown, or a group is empty */
export function checkStructure(structure: Group, players: number): void {
  const seen = new Set<number>();
  const wrong: number[] = [];
  for (const player of playersOf(structure)) {
    if (seen.has(player) || !Number.isInteger(player) || player < 0 || player >= players) wrong.push(player);
    seen.add(player);
  }
  const missing = Array.from({ length: players }, (_, p) => p).filter((player) => !seen.has(player));
  if (missing.length > 0 || wrong.length > 0) throw new FuturesError([problems.structure(missing, wrong)]);
}

/**
 * How many different coalitions arise when players come one by one and groups stay together: 2^m full ones of m members,
 * and for each member that is itself a group, every half-filled state of it beside every set of the others.
 */
export function coalitionsOf(member: Group | number): number {
  if (typeof member === 'number') return 2;
  const m = member.members.length;
  return member.members.reduce<number>((sum, each) => sum + 2 ** (m - 1) * (coalitionsOf(each) - 2), 2 ** m);
}

/**
 * An order in which groups stay together, drawn evenly.
 *
 * @param pick a whole number below `below`, evenly drawn
 */
export function drawnOrder(member: Group | number, pick: (below: number) => number): number[] {
  if (typeof member === 'number') return [member];
  const order = [...member.members];
  // Fisher and Yates.
  for (let i = order.length - 1; i > 0; i--) {
    const j = pick(i + 1);
    const [a, b] = [at(order, i), at(order, j)];
    order[i] = b;
    order[j] = a;
  }
  return order.flatMap((each) => drawnOrder(each, pick));
}
