/**
 * At which times outcomes are read that have more than one: the last, one other, or several, each in a column of its own
 * (`homes @ 2030`).
 */
export type ReadTimes = 'last' | number | readonly number[];

/** The name of the column of an outcome at a time: its own name unless several times are read. */
export const columnAt = (name: string, time: number, at: ReadTimes): string =>
  typeof at === 'object' ? `${name} @ ${time}` : name;
