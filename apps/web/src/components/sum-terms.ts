import type { Drawing } from '@schaalsprong/audit';

type DrawnRow = Drawing['rows'][number];

/** One number of a sum, in order: its parts, what they come to, and what the text says instead. */
export interface SumTerm {
  readonly role: 'part' | 'total' | 'stated';
  readonly row: DrawnRow;
  readonly value: number;
  /** How often it is added; negative where it is subtracted. */
  readonly part: number;
  readonly first: boolean;
}

/**
 * The numbers of a conflict that is a plain sum.
 *
 * @returns null where it is none: fewer than two parts, or a row without a number
 */
export function sumTerms({ rows }: Drawing): readonly SumTerm[] | null {
  const parts = rows.filter(({ part }) => part !== undefined);
  if (parts.length < 2) return null;
  const rest = rows.filter(({ part }) => part === undefined);
  const terms = [...parts, ...rest].flatMap((row, place): SumTerm[] =>
    row.value === null
      ? []
      : [
          {
            role: row.part !== undefined ? 'part' : row.kind === 'computed' ? 'total' : 'stated',
            row,
            value: row.value,
            part: row.part ?? 1,
            first: place === 0,
          },
        ],
  );
  return terms.length === rows.length ? terms : null;
}
