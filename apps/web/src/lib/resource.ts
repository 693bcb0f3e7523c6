import {
  type AgendaResponse,
  type AuditResponse,
  ClientError,
  createClient,
  type SourcesResponse,
  type StandingResponse,
} from '@schaalsprong/wire';

/** The API of the server that this page came from; every answer is parsed. */
export const client = createClient();

/** State of a request. `failing` together with a value: the value is stale, since the last attempt failed. */
export interface Snapshot<T> {
  readonly value: T | null;
  readonly failing: ClientError | null;
  /** When the value came, as milliseconds since 1970; null while there is none. */
  readonly at: number | null;
}

/**
 * One answer of the server, fetched when the first page asks for it and shared by all.
 * `next` says after how many milliseconds to ask again, or null to rest.
 */
export class Resource<T> {
  readonly #load: () => Promise<T>;
  readonly #next: (snapshot: Snapshot<T>) => number | null;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot<T> = { value: null, failing: null, at: null };
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(load: () => Promise<T>, next: (snapshot: Snapshot<T>) => number | null = () => null) {
    this.#load = load;
    this.#next = next;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#snapshot.value === null && this.#snapshot.failing === null) void this.refresh();
    else this.#plan();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  };

  readonly snapshot = (): Snapshot<T> => this.#snapshot;

  /** Asks the server now. Never throws: a failure shows in the snapshot. */
  async refresh(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#rest();
    try {
      this.#snapshot = { value: await this.#load(), failing: null, at: Date.now() };
    } catch (cause) {
      const failing = cause instanceof ClientError ? cause : new ClientError(String(cause), null, null);
      this.#snapshot = { ...this.#snapshot, failing };
    } finally {
      this.#busy = false;
    }
    for (const listener of this.#listeners) listener();
    this.#plan();
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #plan(): void {
    if (this.#timer !== null || this.#busy || this.#listeners.size === 0) return;
    const wait = this.#next(this.#snapshot);
    if (wait !== null) this.#timer = setTimeout(() => void this.refresh(), wait);
  }
}

const retryAfterFailure = 5_000;
const whileRunning = 1_000;

/** Poll interval of the standing: a second while it is computed; retry after five on a failure. */
function nextStandingPoll(snapshot: Snapshot<StandingResponse>): number | null {
  if (snapshot.failing !== null) return retryAfterFailure;
  return snapshot.value?.state === 'running' ? whileRunning : null;
}

/** What was promised. */
export const agendaResource = new Resource<AgendaResponse>(() => client.agenda());
/** Where every number comes from. */
export const sourcesResource = new Resource<SourcesResponse>(() => client.sources());

const whileOpen = 5 * 60_000;

/** Poll interval of the audit: it changes only when the server starts with other content. */
const nextAuditPoll = (snapshot: Snapshot<AuditResponse>): number =>
  snapshot.failing === null ? whileOpen : retryAfterFailure;

/** Answer of the audit, polled while a page shows it. */
export const auditResource = new Resource<AuditResponse>(() => client.audit(), nextAuditPoll);
/** Standing of every target, polled until it is computed in full. */
export const standingResource = new Resource<StandingResponse>(() => client.standing(), nextStandingPoll);
