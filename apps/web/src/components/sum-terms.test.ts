import type { Drawing } from '@schaalsprong/audit';
import { describe, expect, it } from 'vitest';
import { sumTerms } from './sum-terms.ts';

type Row = Drawing['rows'][number];
const open = { min: null, max: null, minOpen: false, maxOpen: false };
const row = (value: number | null, kind: Row['kind'], part?: number): Row => ({
  label: { nl: `regel ${value}`, en: `line ${value}` },
  interval: open,
  value,
  kind,
  claims: [],
  ...(part === undefined ? {} : { part }),
});
const drawing = (...rows: Row[]): Drawing => ({ unit: 'homes', of: { nl: 'woningen', en: 'homes' }, rows });

describe('the words under a sum', () => {
  it('name each part with its sign, then what it comes to, then what the text says', () => {
    const terms = sumTerms(
      drawing(row(12, 'stated', 1), row(3, 'assumed', -1), row(9, 'computed'), row(20, 'stated')),
    );
    expect(terms?.map(({ role, value, part, first }) => [role, value, part, first])).toEqual([
      ['part', 12, 1, true],
      ['part', 3, -1, false],
      ['total', 9, 1, false],
      ['stated', 20, 1, false],
    ]);
  });

  it('are none where it is no plain sum', () => {
    expect(sumTerms(drawing(row(38, 'computed'), row(20, 'stated')))).toBeNull();
    expect(sumTerms(drawing(row(12, 'stated', 1), row(null, 'stated', 1), row(9, 'computed')))).toBeNull();
  });
});
