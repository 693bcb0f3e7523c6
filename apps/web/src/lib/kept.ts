/** Storage of a reader's own opinions, in this browser; the interface allows a server instead. */
export interface Keeper<T> {
  readonly all: () => readonly T[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Upserts an item by what it is about. */
  put(item: T): void;
  /** Deletes the item about a thing. */
  drop(about: string): void;
  /** Whether storage is persistent; false where items are lost when the page closes. */
  readonly lasting: () => boolean;
}

/** What is kept: under which name, how an item is known for one, and what it is about. */
export interface Kind<T> {
  readonly key: string;
  readonly is: (value: unknown) => value is T;
  readonly about: (item: T) => string;
}

/** Items from a text that may have been changed by others or truncated: what is none is left out. */
export function readKept<T>(text: string | null, is: (value: unknown) => value is T): readonly T[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(is) : [];
  } catch {
    return [];
  }
}

/**
 * Keeps items in this browser, one per thing that they are about.
 * @param storage null where the browser keeps nothing: then the memory of this page does
 */
export function keepInBrowser<T>({ key, is, about }: Kind<T>, storage: Storage | null): Keeper<T> {
  const listeners = new Set<() => void>();
  let lasting = storage !== null;
  let kept = readKept(storage?.getItem(key) ?? null, is);
  const keep = (next: readonly T[]): void => {
    kept = next;
    try {
      storage?.setItem(key, JSON.stringify(next));
    } catch {
      // Quota exceeded or storage denied: fall back to memory, and say so.
      lasting = false;
    }
    for (const listener of listeners) listener();
  };
  // Another window of this browser may keep some too.
  const hear = (event: StorageEvent): void => {
    if (event.key !== key) return;
    kept = readKept(event.newValue, is);
    for (const listener of listeners) listener();
  };
  return {
    all: () => kept,
    subscribe: (listener) => {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', hear);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', hear);
      };
    },
    put: (item) => keep([...kept.filter((other) => about(other) !== about(item)), item]),
    drop: (of) => keep(kept.filter((item) => about(item) !== of)),
    lasting: () => lasting,
  };
}

/** The storage of this browser; null where it is switched off, which throws when asked. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** A text as YAML: in double quotes, as JSON writes it, which YAML reads the same. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Today as a period, by the clock of the reader: `2026-11-30`. */
export function todayHere(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
