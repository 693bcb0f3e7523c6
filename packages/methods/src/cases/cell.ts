/** How the decimals of a number are written: with a point, with a comma, or there are none. */
export type DecimalMark = 'point' | 'comma' | 'none';

/** A cell of text read as a number. */
export interface CellNumber {
  readonly value: number;
  readonly mark: DecimalMark;
  /** Written without decimals or exponent. */
  readonly whole: boolean;
}

const plain = /^[+-]?(?:\d+(?:([.,])\d*)?|([.,])\d+)(?:[eE][+-]?\d+)?$/;
const infinite = /^([+-]?)(?:inf|infinity)$/i;
/** How programs write that there is no number: pandas, R, spreadsheets, databases. */
const missing = /^(?:n\/?a|nan|null|none|#n\/a)$/i;

/**
 * Reads a cell as a number.
 *
 * @param commas whether a comma may be a decimal mark
 * @returns null where it is no number
 */
export function cellNumber(text: string, commas: boolean): CellNumber | null {
  const found = plain.exec(text);
  if (found !== null) {
    const sign = found[1] ?? found[2];
    if (sign === ',' && !commas) return null;
    const value = Number(sign === ',' ? text.replace(',', '.') : text);
    const mark = sign === ',' ? 'comma' : sign === '.' ? 'point' : 'none';
    return { value, mark, whole: sign === undefined && Number.isSafeInteger(value) && !/e/i.test(text) };
  }
  const beyond = infinite.exec(text);
  if (beyond === null) return null;
  const value = beyond[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return { value, mark: 'none', whole: false };
}

/** Whether a cell of a column of numbers says that it has none. */
export const isMissing = (text: string): boolean => text === '' || missing.test(text);
