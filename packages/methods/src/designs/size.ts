import type { FuturesProblem } from '../problems.ts';
import { designProblems, mostDesignNumbers } from './problems.ts';

/**
 * What is wrong with the size of a design: rows that are no count, or more numbers than a design may hold. Asked before
 * memory is, and the same for every method.
 *
 * @param rows number of points
 * @param columns numbers per point, at least 1
 */
export function sizeProblems(rows: number, columns: number): readonly FuturesProblem[] {
  if (rows * columns > mostDesignNumbers) {
    return [designProblems.size(rows, columns, Math.floor(mostDesignNumbers / columns))];
  }
  return Number.isSafeInteger(rows) && rows >= 1 ? [] : [designProblems.count(rows)];
}
