import { routes } from '@schaalsprong/wire';
/** Whether the network is there, and of when what is shown is where it is not. */
export interface Network {
  readonly offline: boolean;
  /** When the answers of the server that are shown were kept, in milliseconds since 1970; null where that is not known. */
  readonly keptAt: number | null;
}

let network: Network = { offline: false, keptAt: null };
const listeners = new Set<() => void>();

/** Poll interval in milliseconds while offline. */
const again = 20_000;

/** The address whose answer says of when everything is. */
const first = routes.agenda.path;

/** When the answer that was kept was given. */
async function keptAt(): Promise<number | null> {
  if (typeof caches === 'undefined') return null;
  const date = (await caches.match(first))?.headers.get('date') ?? '';
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : time;
}

/** Whether the server answers. A browser knows only whether there is some network. */
async function isThere(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    await fetch('/mark.svg?netwerk', { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

let looking: ReturnType<typeof setTimeout> | null = null;

async function look(): Promise<void> {
  if (looking !== null) clearTimeout(looking);
  const offline = !(await isThere());
  looking = listeners.size === 0 ? null : setTimeout(look, again);
  const next: Network = { offline, keptAt: offline ? await keptAt() : null };
  if (next.offline === network.offline && next.keptAt === network.keptAt) return;
  network = next;
  for (const listener of listeners) listener();
}

/** Subscribes to connectivity. */
export function subscribeNetwork(listener: () => void): () => void {
  if (listeners.size === 0) {
    globalThis.addEventListener('online', look);
    globalThis.addEventListener('offline', look);
  }
  listeners.add(listener);
  if (listeners.size === 1) void look();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    if (looking !== null) clearTimeout(looking);
    looking = null;
    globalThis.removeEventListener('online', look);
    globalThis.removeEventListener('offline', look);
  };
}

/** The network as it was last seen; the same object as long as nothing has changed. */
export const networkNow = (): Network => network;

/** * Registers the service worker. Does nothing where the browser has none or the context is not secure. */
export async function keepForOffline(): Promise<void> {
  try {
    await navigator.serviceWorker?.register('/sw.js');
  } catch {
    // A page that is served by the development server has no such file; it works as before.
  }
}
