import type { Text } from '@schaalsprong/wire';
import { useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { client } from '../../../lib/resource.ts';
import { frozenName } from '../../../table/frozen.ts';
import { useTable } from '../context.tsx';
import { problemText, shortName } from './short-link.ts';

/** What of an address with a shared setting is not there yet, or will not come. */
export type Arrival =
  | { readonly state: 'here' | 'coming' }
  | { readonly state: 'failed'; readonly why: Text };

const here: Arrival = { state: 'here' };

/** The shared part of a link: in the address itself, or kept by the server under a short id; null while it is fetched. */
function useShared(whole: string | null, id: string | null): readonly [string | null, Arrival] {
  const [fetched, setFetched] = useState<{
    readonly id: string;
    readonly shared: string | null;
    readonly why: Text;
  } | null>(null);
  const known = fetched?.id === id ? fetched : null;
  useEffect(() => {
    if (whole !== null || id === null) return;
    const stop = new AbortController();
    client.share({ params: { id }, signal: stop.signal }).then(
      ({ shared }) => setFetched({ id, shared, why: { nl: '', en: '' } }),
      (error: unknown) => {
        if (!stop.signal.aborted) setFetched({ id, shared: null, why: problemText(error) });
      },
    );
    return () => stop.abort();
  }, [whole, id]);
  if (whole !== null || id === null) return [whole, here];
  if (known === null) return [null, { state: 'coming' }];
  return [known.shared, known.shared === null ? { state: 'failed', why: known.why } : here];
}

/** Whether the address of the browser, which runs ahead of what is rendered, holds this shared setting. */
function isHere(whole: string | null, id: string | null): boolean {
  const address = new URLSearchParams(window.location.search);
  return address.get(frozenName) === whole && address.get(shortName) === id;
}

/**
 * Keeps the table and the address one: an address with a shared setting shows it, as long as the reader only looks at it. So a reload, a
 * bookmark and a copy of the address keep it, and going back in the browser brings it back. Taken over or left, the address is that of
 * the reader's own table again.
 *
 * @returns whether a short link is still coming or has failed, and what takes it out of the address
 */
export function useSharedLink(): readonly [Arrival, () => void] {
  const table = useTable();
  const [search, setSearch] = useSearchParams();
  const whole = search.get(frozenName);
  const id = search.get(shortName);
  const [shared, arrival] = useShared(whole, id);
  const looking = useSyncExternalStore(
    table.subscribe,
    useCallback(() => table.state().looking, [table]),
  );
  const forget = useCallback(
    () =>
      setSearch(
        (now) => {
          now.delete(frozenName);
          now.delete(shortName);
          return now;
        },
        { preventScrollReset: true },
      ),
    [setSearch],
  );
  // Before the first paint: the reader never sees another table than the one that was shared.
  useLayoutEffect(() => {
    if (shared !== null) void table.open(shared);
    else if (table.state().looking) table.closeFrozen();
  }, [shared, table]);
  useLayoutEffect(() => {
    // `looking` may be of before the effect above.
    if (shared !== null && !looking && !table.state().looking) forget();
  }, [shared, looking, table, forget]);
  // React may not have rendered the address that a taking over gave before the reader goes back from it. Then it sees no change at all.
  useEffect(() => {
    if (shared === null) return;
    const reopen = () => {
      if (isHere(whole, id) && !table.state().looking) void table.open(shared);
    };
    window.addEventListener('popstate', reopen);
    return () => window.removeEventListener('popstate', reopen);
  }, [shared, whole, id, table]);
  return [arrival, forget];
}
