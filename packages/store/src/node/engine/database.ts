/** What a statement can be given. */
export type Value = string | number | boolean | null | readonly (string | number)[];

/** A database inside a transaction. */
export interface Session {
  /** The rows of one statement; the caller names the columns that it asks for. */
  rows<T extends object>(sql: string, values?: readonly Value[]): Promise<T[]>;
  /** Statements one after the other, without values. */
  run(sql: string): Promise<void>;
  /**
   * Loads rows by COPY.
   *
   * @param into table and columns, `fact (series, area)`
   * @param lines pieces of whole lines as COPY reads text: cells with tabs between, `\N` for null
   */
  copy(into: string, lines: Iterable<string>): Promise<void>;
}

/** PGlite or PostgreSQL behind one interface. */
export interface Database {
  /** Everything that is read inside sees one state, whatever others write meanwhile. Nothing can be written. */
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** In one transaction, one writer at a time over all processes; rolls back when `work` throws. */
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** As `write`, then rolls back. */
  tryOut<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Whether a table is in our schema. Not by `to_regclass`: its cache misses what another process made while this one waited for the lock. */
export async function hasTable(session: Session, name: string): Promise<boolean> {
  const found = await session.rows(
    'select 1 from pg_tables where schemaname = current_schema() and tablename = $1',
    [name],
  );
  return found.length > 0;
}

/** First statement of a transaction that reads: one snapshot for all its statements. */
export const snapshotOf = 'set transaction isolation level repeatable read, read only';

/** So that a million rows are sorted, and their key is made, in memory. */
export const roomForSorting = `set work_mem = '64MB'; set maintenance_work_mem = '256MB'`;
