import type { AgendaResponse, KnownIds, SourcesResponse, StandingResponse } from '@schaalsprong/wire';
import type { Audited } from './audit/answers.ts';
import type { Editing } from './editing/routes.ts';
import type { MonitorContent } from './monitor/routes.ts';
import type { Assets } from './site/assets.ts';
import type { TableSession } from './table/session.ts';

/** What the app answers with. All of it is loaded and checked before it is served. */
export interface Served {
  readonly agenda: AgendaResponse;
  readonly sources: SourcesResponse;
  /** The text of the model, as the region wrote it. */
  readonly modelText: string;
  readonly known: KnownIds;
  /** Null where the web app has not been built. */
  readonly assets: Assets | null;
  /** Where a weakness is reported, a mailto: or https: address; null where the operator has set none. */
  readonly contact: string | null;
  /** The audit of the claims, made once; rejected where it failed. */
  audit(): Promise<Audited>;
  /** Computes settings of the policy table. */
  readonly table: TableSession;
  /** What the statistics say. */
  readonly monitor: MonitorContent;
  /** The standing now; the same object as long as it is unchanged. */
  standing(): StandingResponse;
  /** Saving into the region folder; null where the server never does. */
  readonly editing?: Editing | null;
  /** Takes one line for the operator. */
  log(line: string): void;
}

/** What is served now: a save puts another state of the region in its place, while the app and its routes stay. */
export type Current = () => Served;

/** Makes something of what is served once, and again only when something else is served. */
export function perState<T>(current: Current, make: (served: Served) => T): () => T {
  const made = new WeakMap<Served, { readonly value: T }>();
  return () => {
    const served = current();
    const known = made.get(served) ?? { value: make(served) };
    made.set(served, known);
    return known.value;
  };
}

/** Makes something of a value once, and again only when the value has become another object. */
export function lastOf<V extends object, T>(make: (value: V) => T): (value: V) => T {
  let last: { readonly from: V; readonly made: T } | undefined;
  return (value) => {
    if (last?.from !== value) last = { from: value, made: make(value) };
    return last.made;
  };
}
