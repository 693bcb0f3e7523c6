import type { Region } from '@schaalsprong/agenda';
import { type Figures, figuresOf } from '@schaalsprong/monitor';
import { stopping } from '../stopping.ts';
import {
  isLocked,
  keptOfRegion,
  type ReadRequest,
  readRequest,
  type StoreSnapshot,
  unreadLine,
  whyUnread,
} from './kept.ts';
import type { StampedContent } from './read-thread.ts';
import { MonitorView } from './view.ts';

/** Where fetched figures are kept. */
export interface StorePlace {
  /**
   * Imports the region's own figures and reads what is asked for, without blocking this thread. Only one process may have a store
   * open, so it is closed again.
   *
   * @throws MonitorError or StoreError if the store cannot be read; the reason of the signal when aborted
   */
  read(request: ReadRequest, signal: AbortSignal): Promise<StampedContent>;
  /** A cheap test for changes: the same text as long as there are none, the empty one where nothing is kept. */
  stamp(): Promise<string>;
}

export interface MonitorSettings {
  readonly region: Region;
  /** Null where nothing is kept beside the region folder. */
  readonly place: StorePlace | null;
  /** What an earlier state of the region showed, so that nothing vanishes while the store is read again. */
  readonly before: StoreSnapshot | null;
  readonly now: () => Date;
  /** Milliseconds between two looks at the stamp. */
  readonly every: number;
  log(line: string): void;
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/**
 * The statistics as the server shows them: first those of the region folder, then all that is kept, read again whenever a command of
 * another process has changed it. The store is closed in between, since a folder has one owner at a time.
 */
export class Monitor {
  readonly #settings: MonitorSettings;
  #kept: StoreSnapshot;
  #figures: Figures;
  #view: MonitorView;
  /** The stamp of what was read; null where it must be read again whatever it says. */
  #stamp: string | null = null;
  #work: Promise<void> | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #cancel = new AbortController();
  /** The fault that was logged last, so that a lasting one is logged once; empty after a successful read. */
  #logged = '';

  private constructor(settings: MonitorSettings, kept: StoreSnapshot, figures: Figures) {
    this.#settings = settings;
    this.#kept = kept;
    this.#figures = figures;
    this.#view = new MonitorView(settings.region, kept, dayOf(settings.now()));
  }

  /** Shows what the region folder says, without waiting for a store. */
  static async create(settings: MonitorSettings): Promise<Monitor> {
    const { region, place, before, now } = settings;
    const state = place === null ? 'region' : 'loading';
    const kept =
      place !== null && before !== null ? before : await keptOfRegion(region, now(), { state, note: null });
    return new Monitor(settings, kept, await figuresOf(region, kept.facts));
  }

  /** What is shown now: the same object as long as neither the figures nor the day have changed. */
  current(): MonitorView {
    const today = dayOf(this.#settings.now());
    if (this.#view.kept !== this.#kept || this.#view.today !== today) {
      this.#view = new MonitorView(this.#settings.region, this.#kept, today);
    }
    return this.#view;
  }

  /** Reads the store, and looks from now on whether it has changed. */
  start(): void {
    if (this.#settings.place === null || this.#timer !== undefined || this.#cancel.signal.aborted) return;
    this.#look();
    this.#timer = setInterval(() => this.#look(), this.#settings.every);
    // A look must not keep a process alive that has nothing else to do.
    this.#timer.unref();
  }

  /** Settles when the store has been read, or cannot be. Starts the work if need be. */
  async settled(): Promise<void> {
    this.start();
    await this.#work;
  }

  /** Stops polling and aborts what is being read. */
  async close(): Promise<void> {
    this.#cancel.abort(stopping);
    clearInterval(this.#timer);
    await this.#work;
  }

  #look(): void {
    if (this.#work !== null || this.#cancel.signal.aborted) return;
    this.#work = this.#read().finally(() => {
      this.#work = null;
    });
  }

  /**
   * The observed figures of what is shown now, for every page and file outside the monitor: the same object as long as they are
   * unchanged. They change in one step with `current`.
   */
  figures(): Figures {
    return this.#figures;
  }

  /** Looks now whether something has changed, and settles when that is read. */
  async look(): Promise<void> {
    await this.#work;
    this.#look();
    await this.#work;
  }

  async #show(kept: StoreSnapshot): Promise<void> {
    const figures = await figuresOf(this.#settings.region, kept.facts);
    this.#kept = kept;
    this.#figures = figures;
  }

  async #read(): Promise<void> {
    const { region, place, now } = this.#settings;
    if (place === null) return;
    try {
      const stamp = await place.stamp();
      if (stamp === this.#stamp) {
        this.#readable();
        return;
      }
      if (stamp === '') {
        // Nobody has fetched anything yet: a store need not be made for that.
        await this.#show(await keptOfRegion(region, now(), { state: 'region', note: null }));
        this.#stamp = stamp;
        return;
      }
      const request = await readRequest(region, now());
      const { content, stamp: read } = await place.read(request, this.#cancel.signal);
      await this.#show({ ...content, state: 'ready', note: null });
      this.#stamp = read;
      this.#readable();
    } catch (error) {
      if (this.#cancel.signal.aborted) return;
      this.#unreadable(error);
    }
  }

  /** Ends what `#unreadable` began. */
  #readable(): void {
    if (this.#logged !== '') this.#settings.log('store is readable again');
    this.#logged = '';
    if (this.#kept.note !== null) this.#kept = { ...this.#kept, note: null };
  }

  /** Figures that were read stay, and the next look tries again. */
  #unreadable(error: unknown): void {
    const line = unreadLine(error);
    if (line !== this.#logged) this.#settings.log(line);
    this.#logged = line;
    const isStale = this.#kept.state === 'ready';
    // A command that holds the store releases it soon: nothing to tell readers of figures that are there.
    if (isStale && isLocked(error)) return;
    const note = whyUnread(error, isStale);
    if (note.en === this.#kept.note?.en) return;
    this.#kept = { ...this.#kept, state: isStale ? 'ready' : 'failed', note };
  }
}
