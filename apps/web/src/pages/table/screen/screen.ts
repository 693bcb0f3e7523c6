import type { TableState } from '../../../table/contract.ts';
import type { TableView } from '../context.tsx';
import type { Shown } from '../outcomes/shown.ts';

/** Messages between windows (BroadcastChannel): a second screen subscribes, the first one publishes. */
type Message =
  | { readonly kind: 'here' }
  | { readonly kind: 'hello'; readonly screen: string }
  | { readonly kind: 'bye'; readonly screen: string }
  | { readonly kind: 'view'; readonly state: TableState; readonly shown: Shown };

const channelOf = (region: string): BroadcastChannel => new BroadcastChannel(`schaalsprong-tafel:${region}`);

/** Parses a message of the channel; null for anything else. */
function read(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  return data as Message;
}

/** The first window: shows what is on its table to screens that asked. */
export class Presenter {
  readonly #channel: BroadcastChannel;
  readonly #screens = new Set<string>();
  readonly #view: TableView;
  readonly #unsubscribe: () => void;
  #shown: Shown;
  #planned = false;

  constructor(region: string, view: TableView, shown: Shown) {
    this.#view = view;
    this.#shown = shown;
    this.#channel = channelOf(region);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = read(data);
      if (message?.kind === 'hello') {
        this.#screens.add(message.screen);
        this.#plan();
      } else if (message?.kind === 'bye') this.#screens.delete(message.screen);
    };
    this.#unsubscribe = view.subscribe(() => this.#plan());
    this.#post({ kind: 'here' });
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#plan();
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }

  /** After the frame that shows it here: a screen may be a frame late, the hand on the lever may not. */
  #plan(): void {
    if (this.#planned || this.#screens.size === 0) return;
    this.#planned = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#planned = false;
        const { kept, ...state } = this.#view.state();
        // A screen shows no history and compares with one scenario only.
        const light = { ...state, moves: [], kept: kept.map((one) => ({ ...one, answer: null })) };
        this.#post({ kind: 'view', state: light, shown: this.#shown });
      }),
    );
  }

  close(): void {
    this.#unsubscribe();
    this.#channel.close();
  }
}

/** What a second screen has to show. */
export interface OnScreen {
  readonly view: TableView;
  readonly shown: Shown;
}

/** A second screen: follows the first window. Nothing is computed here. */
export class Screen {
  readonly #channel: BroadcastChannel;
  readonly #id = globalThis.crypto.randomUUID();
  readonly #listeners = new Set<() => void>();
  readonly #viewers = new Set<() => void>();
  #state: TableState | null = null;
  #on: OnScreen | null = null;

  constructor(region: string) {
    this.#channel = channelOf(region);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = read(data);
      if (message?.kind === 'here') this.#post({ kind: 'hello', screen: this.#id });
      if (message?.kind !== 'view') return;
      this.#state = message.state;
      const shown = this.#on?.shown;
      if (this.#on === null || shown?.join() !== message.shown.join()) {
        this.#on = { view: this.#on?.view ?? this.#viewOf(message.state), shown: message.shown };
      }
      for (const listener of [...this.#listeners, ...this.#viewers]) listener();
    };
    this.#post({ kind: 'hello', screen: this.#id });
  }

  #viewOf(first: TableState): TableView {
    return {
      subscribe: (listener) => {
        this.#viewers.add(listener);
        return () => this.#viewers.delete(listener);
      },
      state: () => this.#state ?? first,
    };
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null as long as no first window has answered. */
  readonly on = (): OnScreen | null => this.#on;

  close(): void {
    this.#post({ kind: 'bye', screen: this.#id });
    this.#channel.close();
  }
}
