import { proposalsOf } from '@schaalsprong/reading/documents';
import { findQuantities, type ReadDocument } from '@schaalsprong/reading/quantities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditFields, editFrom, fieldsOf, wrongFields } from './edit.ts';

const document: ReadDocument = {
  name: 'note.txt',
  format: 'txt',
  language: 'nl',
  text: 'In 2031 zijn er 4.100 woningen. Er zijn geen 12 banken.\n',
  pages: [{ number: 1, offset: 0 }],
  warnings: [],
};
const { proposals } = proposalsOf({ document, reading: findQuantities(document), sha256: 'a'.repeat(64) });
const homes = proposals.find(({ value }) => value === 4100);
const banks = proposals.find(({ negated }) => negated);
if (homes === undefined || banks === undefined) throw new Error('the text has both figures');
const units = { [homes.unit]: {}, other: {} };
const untouched = fieldsOf(homes, undefined, units);

describe('the form of a proposal', () => {
  it('keeps nothing where nothing was put otherwise, but the number of a negation', () => {
    expect(wrongFields(untouched)).toEqual([]);
    expect(editFrom(untouched, homes)).toEqual({});
    expect(editFrom(fieldsOf(banks, undefined, { [banks.unit]: {} }), banks)).toEqual({ value: 12 });
  });

  it('leaves a unit that the region does not have to be chosen', () => {
    expect(fieldsOf(homes, undefined, {}).unit).toBe('');
    expect(wrongFields(fieldsOf(homes, undefined, {}))).toEqual(['unit']);
  });

  it('names what is wrong in the order of the form', () => {
    const fields: EditFields = {
      ...untouched,
      value: 'many',
      unit: '',
      horizon: 'soon',
      period: 'then',
      quantity: 'No Name',
      dutch: 'alleen dit',
    };
    expect(wrongFields(fields)).toEqual(['value', 'unit', 'horizon', 'period', 'quantity', 'text']);
    expect(wrongFields({ ...untouched, value: ' ' })).toEqual(['value']);
  });

  it('shows what it kept when it is opened again', () => {
    fc.assert(
      fc.property(
        fc.record({
          value: fc.integer({ min: -1e6, max: 1e6 }).map(String),
          unit: fc.constantFrom(homes.unit, 'other'),
          horizon: fc.constantFrom('', '2030', '2032', '2040-H1'),
          period: fc.constantFrom('', '2019', '2023-Q2'),
          quantity: fc.constantFrom(homes.quantity, 'homes-built'),
          kind: fc.constantFrom('target', 'fact', 'forecast'),
          text: fc.constantFrom(['', ''], ['Woningen', 'Homes']),
        }),
        ({ text: [dutch = '', english = ''], kind, ...typed }) => {
          const fields: EditFields = {
            ...untouched,
            ...typed,
            kind: kind === 'target' || kind === 'fact' ? kind : 'forecast',
            dutch,
            english,
          };
          expect(wrongFields(fields)).toEqual([]);
          expect(fieldsOf(homes, editFrom(fields, homes), units)).toEqual(fields);
        },
      ),
    );
  });
});
