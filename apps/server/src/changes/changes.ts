import type { KeptSnapshot } from '@schaalsprong/store/node';
import type { ChangesResponse } from '@schaalsprong/wire';
import { compareSnapshots, isNews } from './compare.ts';
import { keyOf, Snapshot } from './snapshot.ts';

/** States that are compared: the newest of those that are kept. */
const mostCompared = 60;

/** Milliseconds after a fault in which the place is not asked again: another process may hold it. */
const patience = 5 * 60_000;

/** Where states are kept. */
export interface SnapshotPlace {
  /**
   * Appends a state unless it is that of the last one, and gives the newest ones, oldest first.
   *
   * @throws StoreError where the place cannot be used
   */
  keep(snapshot: KeptSnapshot, most: number): Promise<readonly KeptSnapshot[]>;
}

export interface ChangesSettings {
  /** Null where no states are kept. */
  readonly place: SnapshotPlace | null;
  readonly now: () => Date;
  log(line: string): void;
}

/** Keeps the states of the standing, and says what changed between them. */
export class Changes {
  readonly #settings: ChangesSettings;
  #answer: ChangesResponse;
  #work: Promise<void> = Promise.resolve();
  /** Key of the state that was kept last. */
  #key: string | null = null;
  #retryAt = 0;

  constructor(settings: ChangesSettings) {
    this.#settings = settings;
    this.#answer = { state: settings.place === null ? 'off' : 'waiting', first: null, entries: [] };
  }

  /** Whether states are kept at all. */
  get on(): boolean {
    return this.#settings.place !== null;
  }

  /** The current answer; identity changes only with content. */
  answer(): ChangesResponse {
    return this.#answer;
  }

  /**
   * Keeps a state. One at a time; a state with the key of the last one costs nothing. A fault of the place is logged and shown, and
   * loses nothing: the state is kept by a later call.
   */
  note(region: string, snapshot: Snapshot): Promise<void> {
    this.#work = this.#work.then(() => this.#note(region, snapshot));
    return this.#work;
  }

  /** Settles when no state is being kept: a folder is then let go. */
  settled(): Promise<void> {
    return this.#work;
  }

  async #note(region: string, snapshot: Snapshot): Promise<void> {
    const { place, now, log } = this.#settings;
    const key = keyOf(snapshot);
    if (place === null || key === this.#key || now().getTime() < this.#retryAt) return;
    try {
      const kept = await place.keep({ region, key, content: JSON.stringify(snapshot) }, mostCompared);
      this.#answer = answerOf(kept.map(({ content }) => content));
      this.#key = key;
      this.#retryAt = 0;
    } catch (error) {
      this.#retryAt = now().getTime() + patience;
      this.#answer = { ...this.#answer, state: 'failed' };
      log(`the state was not kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** What changed between states. One of a form that this version does not know is left out, and its neighbours are compared. */
function answerOf(contents: readonly string[]): ChangesResponse {
  const states = contents.flatMap((content) => Snapshot.safeParse(JSON.parse(content)).data ?? []);
  const entries = states.slice(1).flatMap((after, i) => {
    const before = states[i];
    return before === undefined ? [] : [compareSnapshots(before, after)];
  });
  return { state: 'ready', first: states[0]?.at ?? null, entries: entries.filter(isNews).reverse() };
}
