import type { StatisticsSource } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';
import type { Doubt } from '../checks/doubt.ts';
import type { Batch, SourceCheck } from '../facts.ts';
import type { Boundaries } from '../store.ts';
import type { Client } from './client/http.ts';
import type { Meter } from './client/progress.ts';
import { fault } from './problems.ts';

/** What to keep with a check, so that the next one asks only for what is newer. */
export type Validators = Pick<SourceCheck, 'etag' | 'lastModified' | 'question'>;

/** What came of asking a source. Nothing was written. */
export type Fetched =
  | { readonly outcome: 'unchanged'; readonly check: Validators }
  | {
      readonly outcome: 'fetched';
      /** each whole: all pages, of one version */
      readonly batches: readonly Batch[];
      /**
       * What must wait for a person. Of a series that is in doubt as a whole (its unit changed) the facts are in the batch all the
       * same, as they would be taken; a cell that could not be read has no fact.
       */
      readonly doubts: readonly Doubt[];
      readonly boundaries: readonly Boundaries[];
      readonly warnings: readonly Text[];
      readonly check: Validators;
    };

/** What every connector works with. */
export interface FetchContext {
  readonly client: Client;
  readonly meter: Meter;
  /** hash of what is asked */
  readonly question: string;
  /** what was kept of the last good check of the same question */
  readonly since: Validators | undefined;
}

/** Not modified since the last check. */
export const unchanged = (since: Validators | undefined, question: string): Fetched => ({
  outcome: 'unchanged',
  check: { etag: since?.etag ?? null, lastModified: since?.lastModified ?? null, question },
});

/** Id of the table of a source. @throws MonitorError where sources.yaml has none */
export function tableOf(source: Pick<StatisticsSource, 'id' | 'table'>): string {
  if (source.table !== undefined) return source.table;
  throw fault('MONITOR_NO_TABLE', `sources.yaml: ${source.id}`, { source: source.id });
}
