import type { ValueState } from '../facts.ts';
import type { Cell } from './table.ts';

const plain = {
  '.': /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/,
  ',': /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?$/,
} as const;
/** With a sign, or a space, between thousands: then between all of them. */
const grouped = {
  '.': /^[+-]?\d{1,3}(?:([ \u00a0\u202f'])\d{3}(?:\1\d{3})*|(?:,\d{3})+)(?:\.\d+)?$/,
  ',': /^[+-]?\d{1,3}(?:([ \u00a0\u202f'])\d{3}(?:\1\d{3})*|(?:\.\d{3})+)(?:,\d+)?$/,
} as const;

/** A number as it is in a file, with how many decimals it was written. */
export interface ReadNumber {
  readonly value: number;
  readonly decimals: number;
}

/**
 * Reads a number with the sign before decimals that the file uses. `1.234` is a thousand and more where decimals are behind a
 * comma, and one and a bit where they are behind a point; nothing is guessed.
 *
 * @returns null where the text is no number
 */
export function readNumber(cell: string, decimal: '.' | ','): ReadNumber | null {
  let digits = cell;
  if (!plain[decimal].test(cell)) {
    if (!grouped[decimal].test(cell)) return null;
    digits = cell.replace(decimal === '.' ? /[ \u00a0\u202f',]/g : /[ \u00a0\u202f'.]/g, '');
  }
  if (decimal === ',') digits = digits.replace(',', '.');
  const value = Number(digits);
  if (!Number.isFinite(value)) return null;
  const point = digits.indexOf('.');
  if (point < 0) return { value, decimals: 0 };
  const end = digits.search(/[eE]/);
  return { value, decimals: (end < 0 ? digits.length : end) - point - 1 };
}

/** Signs for a figure that an office does not have; an empty cell is one too. */
const missing = new Set(['', '.', '..', '...', ':', 'NA', 'N/A', 'n/a', 'NaN', 'null', 'n.b.', 'n.v.t.']);

/** What a cell of figures says. */
export interface ReadCell {
  /** a text where it is no number and no known sign */
  readonly value: number | string | null;
  readonly state: ValueState;
  readonly decimals: number | null;
  /** what stood there, where it is no number */
  readonly attribute: string;
}

/**
 * Reads a cell of figures. A sign that nobody said the meaning of stays text: it becomes a question to a person, never a number.
 *
 * @param secret signs for a value that is kept secret
 */
export function readCell(cell: Cell, decimal: '.' | ',', secret: ReadonlySet<string>): ReadCell {
  if (typeof cell === 'number') {
    const [, fraction = ''] = /^-?\d+\.(\d+)$/.exec(String(cell)) ?? [];
    return { value: cell, state: 'value', decimals: fraction.length, attribute: '' };
  }
  const text = cell.trim();
  if (secret.has(text)) return { value: null, state: 'secret', decimals: null, attribute: text };
  const number = readNumber(text, decimal);
  if (number !== null) return { ...number, state: 'value', attribute: '' };
  return missing.has(text)
    ? { value: null, state: 'missing', decimals: null, attribute: text }
    : { value: text, state: 'value', decimals: null, attribute: text };
}
