import { defaultRegion } from '../../region/default-region.ts';
import type { Given } from './options.ts';

/** What `assess` is asked; null where the region or the machine decides. */
export interface AssessRequest {
  readonly lang: Given['lang'];
  readonly region: string;
  readonly form: 'table' | 'json' | 'csv';
  readonly scenario: string | null;
  /** whose ranges; null for ours */
  readonly viewpoint: string | null;
  readonly futures: number | null;
  readonly seed: number | null;
  readonly threads: number | null;
  readonly out: string | null;
}

/** @throws UsageError that says what is wrong */
export function assessRequest({ lang, value, count, atMostOne }: Given): AssessRequest {
  return {
    lang,
    form: atMostOne(['json', 'csv']) ?? 'table',
    region: value('region') ?? defaultRegion,
    scenario: value('scenario'),
    viewpoint: value('viewpoint'),
    futures: count('futures'),
    seed: count('seed'),
    threads: count('threads'),
    out: value('out'),
  };
}
