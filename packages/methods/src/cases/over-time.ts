import { FuturesError } from '../problems.ts';
import type { Cases } from './cases.ts';
import { caseProblems } from './problems.ts';

/** How a table of several futures over time starts: what `simulate --out` writes to CSV and Parquet. */
const head = ['future', 'Time'] as const;

/**
 * Cases are one row per future. A table of several futures over time has a row per future and saved time, so a method would
 * take each row for a future and the time for an input: it is refused. With one saved time per future the rows are cases, and the two columns are labels.
 *
 * @param file its name, for messages
 * @throws FuturesError where a future has more than one row
 */
export function casesPerFuture(file: string, cases: Cases): Cases {
  const [future, time] = cases.columns;
  if (future?.name !== head[0] || time?.name !== head[1]) return cases;
  if (future.kind !== 'integer' || time.kind === 'category') return cases;
  const futures = new Set(future.values).size;
  if (futures < cases.count) {
    throw new FuturesError([caseProblems.overTime(file, cases.count, futures, new Set(time.values).size)]);
  }
  return { ...cases, labels: [...(cases.labels ?? []), ...head] };
}
