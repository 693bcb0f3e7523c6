import { must, numberAt } from '@schaalsprong/words';
import { add, compare, type Rational, subtract, zero } from '../certify/exact/rational.ts';
import type { Component, GroupSet } from '../system/oracle.ts';
import type { Ranges } from './ranges.ts';
import type { Region } from './region.ts';
import { offBy, type Witnesses, witnesses } from './witness.ts';

/** Equalities that are off by a larger part of themselves than rounding makes are meant to break. */
const BREAKS = 1e-6;

/**
 * Whether the patchwork holds in exact numbers: the point outside the regions and every repair are turned into
 * fractions at which equalities and products hold to the last digit, and every row and product is added up again.
 * Doubles led to the regions and repairs; nothing of theirs is taken on trust here.
 */
export function holdsExactly(
  component: Component,
  among: GroupSet,
  ranges: Ranges,
  start: Float64Array,
  regions: readonly Region[],
): boolean {
  const witness = witnesses(component, among);
  if (witness === null) return false;
  const owner = new Map<number, Region>();
  for (const region of regions) for (const column of region.columns) owner.set(column, region);
  const regionsIn = (columns: readonly number[]): Set<Region | undefined> =>
    new Set(columns.map((column) => owner.get(column)));
  const isInOne = (columns: readonly number[]): boolean => {
    const met = regionsIn(columns);
    return met.size === 1 && !met.has(undefined);
  };
  // what a product allows one region depends on the other: repairs of both say nothing together
  for (const { product, factor, other } of component.products) {
    const met = regionsIn([product, factor, other]);
    met.delete(undefined);
    if (met.size > 1) return false;
  }
  const unscaled = (column: number, value: number): number => value * numberAt(ranges.scale, column);

  const near = (column: number): number => unscaled(column, numberAt(start, column));
  const all = Array.from({ length: ranges.columns }, (_, column) => column);
  const outside = witness.exact(
    all,
    near,
    () => undefined,
    // what breaks lies in one region altogether, whose repairs come in its place
    (equation) => !isInOne(equation.columns) || offBy(equation, near) < BREAKS,
  );
  if (outside === null) return false;
  const at = (column: number): Rational => must(outside, column);

  const used = usedOf(witness, at, start, regions, unscaled, isInOne);
  if (used === null) return false;
  for (const row of witness.rowsOf(all)) {
    const columns = witness.columns(row);
    if (isInOne(columns)) continue;
    const taken = used.get(row);
    // a row in one region and outside was checked with each repair; here what several took together
    if (taken === undefined && columns.some((column) => owner.has(column))) continue;
    if (!witness.holds(row, witness.value(row, at), taken ?? zero)) return false;
  }
  const free = all.filter((column) => !owner.has(column));
  return witness.meets(free, at, ({ columns }) => columns.every((column) => !owner.has(column)));
}

/**
 * Checks every repair of every region, and adds up what the regions take of the rows that several of them share.
 * Null where a repair does not hold.
 */
function usedOf(
  witness: Witnesses,
  at: (column: number) => Rational,
  start: Float64Array,
  regions: readonly Region[],
  unscaled: (column: number, value: number) => number,
  isInOne: (columns: readonly number[]) => boolean,
): Map<number, Rational> | null {
  const used = new Map<number, Rational>();
  for (const region of regions) {
    const columns = [...region.columns];
    const rows = witness.rowsOf(columns);
    const most = new Map<number, Rational>();
    for (const { without, point } of region.repairs.values()) {
      const given = new Set(without);
      const taken = (group: number): boolean => !given.has(group);
      const own = witness.exact(
        columns,
        // a repair from before the region grew leaves the rest where it was
        (column) => unscaled(column, point.get(column) ?? numberAt(start, column)),
        at,
        ({ groups }) => groups.every(taken),
      );
      if (own === null) return null;
      const here = (column: number): Rational => own.get(column) ?? at(column);
      for (const row of rows) {
        if (!witness.groups(row).every(taken)) continue;
        const value = witness.value(row, here);
        if (!witness.holds(row, value, zero)) return null;
        if (isInOne(witness.columns(row))) continue;
        const moved = subtract(value, witness.value(row, at));
        const before = most.get(row);
        if (before === undefined || compare(moved, before) > 0) most.set(row, moved);
      }
      if (!witness.meets(columns, here, ({ groups }) => groups.every(taken))) return null;
    }
    // what a repair frees is not given to others: they may be put in without it
    for (const [row, moved] of most) {
      used.set(row, add(used.get(row) ?? zero, moved.n > 0n ? moved : zero));
    }
  }
  return used;
}
