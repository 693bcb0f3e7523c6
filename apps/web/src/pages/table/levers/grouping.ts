import type { TableSetting } from '@schaalsprong/futures/table';
import type { ApiNode, Measure } from '@schaalsprong/wire';
import type { Agenda } from '../../../lib/agenda.ts';
import { positionsAt } from '../../../table/settings.ts';

/** The levers of one opgave, in the order of the region. */
export interface LeverGroup {
  /** Null for measures that serve no opgave. */
  readonly challenge: ApiNode | null;
  readonly measures: readonly Measure[];
  /** Measures that serve this opgave too, and are under the first one that they name. */
  readonly elsewhere: readonly { readonly measure: Measure; readonly under: ApiNode }[];
}

/** Opgaven that a measure serves, in its own order. */
export const challengesOf = (agenda: Agenda, measure: Measure): readonly ApiNode[] =>
  measure.nodes
    .map((id) => agenda.nodeById.get(id))
    .filter((node) => node !== undefined)
    .filter((node) => node.level === 'challenge');

/** All levers by opgave, in the order of the tree; each once. What serves no opgave comes last. */
export function leverGroups(agenda: Agenda): readonly LeverGroup[] {
  const placed = agenda.measures.map((measure) => ({ measure, challenges: challengesOf(agenda, measure) }));
  const groups = agenda.nodes
    .filter((node) => node.level === 'challenge')
    .map((challenge): LeverGroup => {
      const serves = placed.filter(({ challenges }) => challenges.some(({ id }) => id === challenge.id));
      return {
        challenge,
        measures: serves
          .filter(({ challenges }) => challenges[0]?.id === challenge.id)
          .map(({ measure }) => measure),
        elsewhere: serves.flatMap(({ measure, challenges: [under] }) =>
          under === undefined || under.id === challenge.id ? [] : [{ measure, under }],
        ),
      };
    });
  const loose = placed.filter(({ challenges }) => challenges.length === 0).map(({ measure }) => measure);
  return [...groups, { challenge: null, measures: loose, elsewhere: [] }].filter(
    ({ measures }) => measures.length > 0,
  );
}

/** Named positions that at least one of these measures has, in the order in which the region names them. */
export function positionsOf(measures: readonly Measure[], named: readonly string[]): readonly string[] {
  const there = new Set(measures.flatMap(({ lever }) => Object.keys(lever.positions)));
  const known = named.filter((name) => there.has(name));
  return [...known, ...[...there].filter((name) => !known.includes(name))];
}

/** The named position at which a lever stands, if any. */
export const positionAt = ({ lever }: Measure, value: number): string | null =>
  Object.entries(lever.positions).find(([, at]) => at === value)?.[0] ?? null;

/** Named positions by the value at which they stand, each value once: what stands at one place is one button. */
export function positionsByValue(
  measure: Measure,
  named: readonly string[],
): readonly { readonly value: number; readonly names: readonly string[] }[] {
  const { lever } = measure;
  const names = positionsOf([measure], named);
  const values = [...new Set(names.flatMap((name) => lever.positions[name] ?? []))];
  return values.map((value) => ({ value, names: names.filter((name) => lever.positions[name] === value) }));
}

/**
 * The named position at which all of these levers stand, those that do not have it being at `agenda`; null where there is none, or where
 * every one of them has it, since then there is nothing to say.
 */
export function positionWithout(
  measures: readonly Measure[],
  named: readonly string[],
  levers: Readonly<Record<string, number>>,
): { readonly name: string; readonly without: readonly string[] } | null {
  for (const name of positionsOf(measures, named)) {
    const { levers: at, without } = positionsAt(measures, name);
    if (without.length > 0 && measures.every(({ id }) => at[id] === levers[id])) return { name, without };
  }
  return null;
}

/** Where levers stand and when they work. */
export type Standing = Pick<TableSetting, 'levers' | 'timings'>;

/** Whether a lever stands elsewhere than before, or comes earlier or later. */
export const isMovedFrom = (id: string, now: Standing, before: Standing): boolean =>
  now.levers[id] !== before.levers[id] || now.timings[id] !== before.timings[id];
