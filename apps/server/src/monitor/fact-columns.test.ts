import type { VintageFact } from '@schaalsprong/monitor';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FactReader, toColumns } from './fact-columns.ts';

// Few texts, so that they occur again in other columns and rows; the empty one and null are two things.
const text = fc.constantFrom('', 'a', 'b', '2023', 'é', '-1', 'null');
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const fact: fc.Arbitrary<VintageFact> = fc.record({
  series: text,
  area: text,
  period: text,
  value: fc.option(number),
  state: fc.constantFrom('value', 'secret', 'missing', 'withdrawn'),
  standing: fc.constantFrom('observed', 'final'),
  unit: text,
  decimals: fc.option(fc.integer({ min: 0, max: 9 })),
  attribute: text,
  source: text,
  note: text,
  vintage: text,
  published: fc.option(text),
});

const through = (facts: readonly VintageFact[]): readonly VintageFact[] => {
  const reader = new FactReader();
  for (const columns of toColumns(facts)) reader.add(structuredClone(columns));
  return reader.facts;
};

it('any figures arrive as they were sent, keys in the same order', () => {
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      expect(through(facts)).toEqual(facts);
      expect(JSON.stringify(through(facts))).toBe(JSON.stringify(facts));
    }),
  );
});

it('a list of several pieces arrives whole, and a lost piece is noticed', () => {
  const facts = Array.from({ length: 9_000 }, (_, i) => ({ ...sample, period: `${i}` }));
  expect(through(facts)).toEqual(facts);
  const [, second] = toColumns(facts);
  const reader = new FactReader();
  expect(() => second && reader.add(second)).toThrow(RangeError);
});

const sample: VintageFact = {
  series: 's',
  area: 'a',
  period: '2023',
  value: -0,
  state: 'value',
  standing: 'final',
  unit: 'homes',
  decimals: null,
  attribute: '',
  source: '',
  note: '',
  vintage: 'v',
  published: null,
};
