import type { LinkIndex } from '@schaalsprong/agenda';
import type { AgendaResponse, ChangesResponse, SourcesResponse, StandingResponse } from '@schaalsprong/wire';
import type { Audited } from './audit/answers.ts';
import type { Editing } from './editing/editing.ts';
import type { MonitorContent } from './monitor/content.ts';
import type { KnownIds } from './region/answers.ts';
import type { Assets } from './site/assets.ts';
import type { TableSession } from './table/session.ts';
import type { Shares } from './table/shares.ts';

/** State that requests are answered from: one version of the region, loaded and validated. */
export interface ServerState {
  readonly agenda: AgendaResponse;
  /** Which things name which; built once per state. */
  readonly links: LinkIndex;
  /** Where every number comes from; the same object as long as the observed figures are unchanged. */
  sources(): SourcesResponse;
  /** The text of the model, as the region wrote it. */
  readonly modelText: string;
  known(): KnownIds;
  /** Null where the web app has not been built. */
  readonly assets: Assets | null;
  /** Where a weakness is reported, a mailto: or https: address; null where the operator has set none. */
  readonly contact: string | null;
  /** The audit of the claims, memoized; rejects if it failed. */
  audit(): Promise<Audited>;
  /** Computes settings of the policy table. */
  readonly table: TableSession;
  /** Shared settings of the policy table under a short address; null where the server keeps none. */
  readonly shares: Shares | null;
  /** What the statistics say. */
  readonly monitor: MonitorContent;
  /** The current standing; identity changes only when its content does, so it can be a cache key. */
  standing(): StandingResponse;
  /** What changed between the states that are kept; the same object as long as it is the same. */
  changes(): ChangesResponse;
  /** Saving into the region folder; null where the server never does. */
  readonly editing?: Editing | null;
  /** Writes one line to the operator's log. */
  log(line: string): void;
}

/** Returns the current state. A save swaps it atomically; the app and its routes stay registered. */
export type Current = () => ServerState;

/** Memoizes a value derived from the state: computed lazily, invalidated when a save swaps the state. */
export function perState<T>(current: Current, make: (state: ServerState) => T): () => T {
  const made = new WeakMap<ServerState, { readonly value: T }>();
  return () => {
    const state = current();
    const known = made.get(state) ?? { value: make(state) };
    made.set(state, known);
    return known.value;
  };
}

/** Memoizes the result for the last argument, compared by identity. */
export function lastOf<V extends object, T>(make: (value: V) => T): (value: V) => T {
  let last: { readonly from: V; readonly made: T } | undefined;
  return (value) => {
    if (last?.from !== value) last = { from: value, made: make(value) };
    return last.made;
  };
}
