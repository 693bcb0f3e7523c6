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

/** PGlite or PostgreSQL: one SQL for both. */
export interface Database {
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** In one transaction, one writer at a time, in any process; what throws leaves nothing. */
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** As `write`, and nothing of it is kept. */
  tryOut<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Whether a table of ours is there; not by `to_regclass`, which misses what another made while this one waited for its turn. */
export async function hasTable(session: Session, name: string): Promise<boolean> {
  const found = await session.rows(
    'select 1 from pg_tables where schemaname = current_schema() and tablename = $1',
    [name],
  );
  return found.length > 0;
}

/** So that a million rows are sorted, and their key is made, in memory. */
export const roomForSorting = `set work_mem = '64MB'; set maintenance_work_mem = '256MB'`;
