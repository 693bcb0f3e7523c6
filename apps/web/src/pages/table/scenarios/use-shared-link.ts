import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import type { PolicyTable } from '../../../table/contract.ts';

/** The parameter of an address that holds a whole shared setting. */
const whole = 'bewaard';

/**
 * Keeps the table and the address one: an address with a shared setting shows it, as long as the reader only looks at it. So a reload, a
 * bookmark and a copy of the address keep it, and going back in the browser brings it back. Taken over or left, the address is that of
 * the reader's own table again.
 */
export function useSharedLink(table: PolicyTable): void {
  const [search, setSearch] = useSearchParams();
  const shared = search.get(whole);
  const looking = useSyncExternalStore(
    table.subscribe,
    useCallback(() => table.state().looking, [table]),
  );
  // Before the first paint: the reader never sees another table than the one that was shared.
  useLayoutEffect(() => {
    if (shared !== null) void table.open(shared);
    else if (table.state().looking) table.closeFrozen();
  }, [shared, table]);
  useLayoutEffect(() => {
    // `looking` may be of before the effect above.
    if (shared === null || looking || table.state().looking) return;
    setSearch(
      (now) => {
        now.delete(whole);
        return now;
      },
      { preventScrollReset: true },
    );
  }, [shared, looking, table, setSearch]);
}
