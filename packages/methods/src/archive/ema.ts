import { z } from 'zod';
import type { Column } from '../cases/cases.ts';

/**
 * Archives of EMA Workbench (`save_results`, versions 2.1 to 3.0): `experiments.csv`, a file per outcome, and this
 * `metadata.json`, which comes last. Source: ema_workbench/util/utilities.py and em_framework/outcomes.py.
 */
export const emaMetadataSchema = z.looseObject({
  version: z.number(),
  /** Class, name and file of every outcome. */
  outcomes: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** Type of every column of the experiments, as pandas calls it. */
  experiments: z.record(z.string(), z.string()),
});
export type EmaMetadata = z.infer<typeof emaMetadataSchema>;

export const experimentsFile = 'experiments.csv';
export const metadataFile = 'metadata.json';
/** The version of the form, not of the Workbench. */
export const emaVersion = 0.1;

/** Columns of EMA that say which experiment it is. */
export const labels = ['scenario', 'policy', 'model'] as const;

/** Under this name models give the times of their outcomes, the same in every row. */
export const isTimeOutcome = (name: string): boolean => /^time$/i.test(name);

/** How pandas calls the type of a column. */
export function typeOf(column: Column): string {
  if (column.kind === 'category') {
    const isTruth = column.categories.join() === 'false,true' && !column.values.includes(-1);
    return isTruth ? 'bool' : 'category';
  }
  // Whole numbers of pandas have no gaps.
  return column.kind === 'integer' && !column.values.some(Number.isNaN) ? 'int64' : 'float64';
}

/**
 * The file of an outcome: its name, where that can be a file and takes no other's place; else a number. The metadata say which
 * is which.
 */
export function outcomeFile(name: string, place: number, ending: 'cls' | 'csv'): string {
  const plain = name.length <= 80 && !/[\\/:*?"<>|]|\p{C}|^\.|^ | $/u.test(name);
  const taken = /^(experiments|metadata|outcome \d+)$/i.test(name);
  return `${plain && !taken ? name : `outcome ${place + 1}`}.${ending}`;
}
