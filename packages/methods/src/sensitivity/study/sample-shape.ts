import { type Cases, type Column, columnOf, selectCases } from '../../cases/index.ts';
import { saltelliBlock } from '../../designs/index.ts';
import { rowsOf } from '../../statistics/rows.ts';
import { refuse, sensitivityProblems } from '../problems.ts';
import type { Grouping } from './grouping.ts';

/** Inputs and outcome of a sample in the order of its design: no row is left out, missing outcomes are NaN. */
export interface DesignRows {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly values: Float64Array;
}

/**
 * Takes a sample out of a table with all its rows: their order is the design.
 *
 * @throws FuturesError for columns that are not there, and columns of words
 */
export function designRows(cases: Cases, outcome: string, inputs: readonly string[] | undefined): DesignRows {
  // `selectCases` validates the names; its rows are not used, since it drops incomplete ones.
  const names = selectCases(cases, { outcome, inputs }).inputs.map(({ name }) => name);
  const numbers = (name: string): Float64Array => {
    const column: Column | undefined = columnOf(cases, name);
    if (column === undefined || column.kind === 'category') {
      refuse([sensitivityProblems.numbersNeeded(name)]);
      return new Float64Array();
    }
    return column.values;
  };
  return { names, columns: names.map(numbers), values: numbers(outcome) };
}

/**
 * Detects whether rows are a Saltelli scheme with or without second order, from what each row copies from the first and the last
 * row of its block. Values may be rounded, as long as copies are rounded alike.
 *
 * @throws FuturesError where they are neither, with the row where it first goes wrong
 */
export function saltelliOrder(columns: readonly Float64Array[], { names, of }: Grouping): boolean {
  const rows = rowsOf(columns);
  const groups = names.length;
  let furthest = 0;
  for (const secondOrder of [true, false]) {
    const block = saltelliBlock(groups, secondOrder);
    if (rows === 0 || rows % block !== 0) continue;
    const wrong = firstWrong(columns, of, groups, block);
    if (wrong === null) return secondOrder;
    furthest = Math.max(furthest, wrong);
  }
  if (furthest === 0) refuse([sensitivityProblems.designSize(rows, saltelliBlock(groups, false))]);
  refuse([sensitivityProblems.notSaltelli(furthest + 1)]);
  return false;
}

function firstWrong(
  columns: readonly Float64Array[],
  groupOf: readonly number[],
  groups: number,
  block: number,
): number | null {
  const rows = rowsOf(columns);
  for (let row = 0; row < rows; row++) {
    const place = row % block;
    const start = row - place;
    if (place === 0 || place === block - 1) continue;
    const group = (place - 1) % groups;
    const swapped = place > groups;
    const right = columns.every((column, i) => {
      const fromB = (groupOf[i] === group) !== swapped;
      return column[row] === column[fromB ? start + block - 1 : start];
    });
    if (!right) return row;
  }
  return null;
}

/** @throws FuturesError where rows are not base points, each with one row per input in which that one differs */
export function refuseNotDifferences(columns: readonly Float64Array[]): void {
  const block = columns.length + 1;
  const rows = rowsOf(columns);
  if (rows === 0 || rows % block !== 0) refuse([sensitivityProblems.designSize(rows, block)]);
  for (let row = 0; row < rows; row++) {
    const place = row % block;
    if (place === 0) continue;
    const right = columns.every((column, i) => (column[row] !== column[row - place]) === (i === place - 1));
    if (!right) refuse([sensitivityProblems.notFiniteDifference(row + 1)]);
  }
}
