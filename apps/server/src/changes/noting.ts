import type { StandingResponse } from '@schaalsprong/wire';
import type { Changes } from './changes.ts';
import type { Snapshot } from './snapshot.ts';

type Computed = Extract<StandingResponse, { state: 'ready' }>;

/** What of one version of a region is noted. */
export interface NotingSettings {
  readonly changes: Changes;
  readonly region: string;
  /** Resolves when the standing is computed and the figures are read, or these have failed. */
  settled(): Promise<unknown>;
  standing(): StandingResponse;
  /** Whether the figures are those that there are: figures that could not be read are no figures that changed. */
  isRead(): boolean;
  snapshot(standing: Computed): Snapshot;
  /** Milliseconds between two looks whether the standing is another one. */
  readonly every: number;
}

/** Keeps the state of one version of a region, and again whenever its standing is another one. */
export class Noting {
  readonly #settings: NotingSettings;
  #noted: StandingResponse | null = null;
  #stopped = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(settings: NotingSettings) {
    this.#settings = settings;
  }

  /** Starts to look; nothing where no states are kept. */
  start(): void {
    if (!this.#settings.changes.on || this.#timer !== undefined || this.#stopped) return;
    void this.note();
    this.#timer = setInterval(() => void this.note(), this.#settings.every);
    // A look must not keep a process alive that has nothing else to do.
    this.#timer.unref();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }

  /** Keeps the present state, once it is computed in full; settles when that is done or has failed. */
  async note(): Promise<void> {
    const { changes, region, settled, standing, isRead, snapshot } = this.#settings;
    if (!changes.on) return;
    await settled();
    const answer = standing();
    if (this.#stopped || answer === this.#noted || answer.state !== 'ready' || !isRead()) return;
    await changes.note(region, snapshot(answer));
    if (changes.answer().state === 'ready') this.#noted = answer;
  }
}
