import { type Interval, isEmpty } from '@schaalsprong/words';
import { z } from 'zod';
import { type Place, type Problem, problem } from '../problems/problems.ts';
import { readCsv } from './csv.ts';

/** One row of a file of results: the projected interval of a target or a quantity. */
export interface PlacedResult {
  /** Id of a target, or null where the row names a quantity. */
  readonly target: string | null;
  /** A quantity, `homes-built@MRE@2030`, or null where the row names a target. */
  readonly variable: string | null;
  readonly interval: Interval;
  /** As stated in the file; null where absent. */
  readonly unit: string | null;
  /** Source location of the row. */
  readonly place: Place;
}

/** Accepted column names of the lower and the upper end; a file has one of each. */
const lows = ['min', 'p10', 'projected_p10'] as const;
const highs = ['max', 'p90', 'projected_p90'] as const;
const numbers = [...lows, ...highs];
const Row = z.looseObject({ id: z.string().optional(), variable: z.string().optional() });

/**
 * Reads results to compare with an agenda: CSV with a column `id` (of a target) or `variable` (a quantity of the audit), and
 * the two ends of what it becomes: `min` and `max`, or `p10` and `p90`, or `projected_p10` and `projected_p90` as
 * `assess --csv` writes them. Any other column may stand beside; `unit` is read where there is one. An end that is
 * empty is open; a row without either end says nothing and is left out.
 *
 * @param file for messages
 * @returns what could be read, and every fault at its line
 */
export function readResults(
  file: string,
  text: string,
): { readonly results: readonly PlacedResult[]; readonly problems: readonly Problem[] } {
  const read = readCsv(file, text.replace(/^\uFEFF/, ''), Row, {
    required: [],
    optional: ['id', 'variable', 'unit', ...numbers],
    others: true,
    numbers,
    emptyIsNull: numbers,
    header: [['id', 'variable'], lows, highs],
  });
  const problems = [...read.problems];
  const results = read.rows.flatMap(({ value, at }): PlacedResult[] => {
    const target = value.id || null;
    const variable = target === null ? value.variable || null : null;
    const end = (names: readonly string[]): number | null => {
      const found = names.map((name) => value[name]).find((number) => typeof number === 'number');
      return typeof found === 'number' ? found : null;
    };
    const interval = { min: end(lows), max: end(highs), minOpen: false, maxOpen: false };
    if (interval.min === null && interval.max === null) return [];
    if (target === null && variable === null) {
      const expected = { nl: 'id of variable', en: 'id or variable' };
      problems.push(problem('REGION_FIELD_MISSING', at('id'), { field: 'id', found: '', expected }));
      return [];
    }
    if (isEmpty(interval)) {
      const expected = { nl: 'min niet boven max', en: 'min not above max' };
      const found = `${interval.min} - ${interval.max}`;
      problems.push(problem('REGION_RANGE_EMPTY', at(), { expected, found }));
      return [];
    }
    const unit = typeof value.unit === 'string' && value.unit !== '' ? value.unit : null;
    return [{ target, variable, interval, unit, place: at(target === null ? 'variable' : 'id') }];
  });
  return { results, problems };
}
