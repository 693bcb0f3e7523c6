import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { PolicyTable, TableState } from '../../table/contract.ts';

/** What can be looked at: the table itself, or on a second screen what the first one shows. */
export type TableView = Pick<PolicyTable, 'subscribe' | 'state'>;

const ViewContext = createContext<TableView | null>(null);
const TableContext = createContext<PolicyTable | null>(null);

/** Gives the table to everything inside. */
export function TableProvider({ table, children }: { table: PolicyTable; children: ReactNode }) {
  return (
    <TableContext value={table}>
      <ViewContext value={table}>{children}</ViewContext>
    </TableContext>
  );
}

/** Gives what can be looked at and not touched. */
export function ViewProvider({ view, children }: { view: TableView; children: ReactNode }) {
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** The table to move; only inside `TableProvider`. */
export function useTable(): PolicyTable {
  const table = useContext(TableContext);
  if (table === null) throw new Error('something wants to move the table outside TableProvider');
  return table;
}

/** The table to move, or null where it can only be looked at. */
export const useTableIfAny = (): PolicyTable | null => useContext(TableContext);

/**
 * * Selector hook: re-renders only when the selected part changes, so that a move of a lever does not redraw the rest. `part`
 * answers something that the state holds, nothing made on the spot.
 */
export function useTablePart<T>(part: (state: TableState) => T): T {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('something wants to see the table outside its provider');
  const subscribe = useCallback((listener: () => void) => view.subscribe(listener), [view]);
  const snapshot = () => part(view.state());
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
