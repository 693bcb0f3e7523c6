/** Rows of a table given by its columns, all equally long; a table without columns has none. */
export const rowsOf = (columns: readonly ArrayLike<number>[]): number => columns[0]?.length ?? 0;
