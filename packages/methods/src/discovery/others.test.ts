import { streamOf, uniformPair } from '@schaalsprong/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryInput, type DiscoveryData, dataOf, numberInput } from './data.ts';
import { logistic } from './logistic.ts';
import { OutputSpaceArchive } from './output-space.ts';
import { regionalSensitivity } from './regional.ts';
import { binInput, stack } from './stacking.ts';

const draws = (name: string, count = 600): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => uniformPair(8, streamOf(name), i)[0]);
const [a, b, idle, luck] = [draws('a'), draws('b'), draws('idle'), draws('luck')];
const letters = Int32Array.from(draws('letters'), (u) => Math.floor(u * 3));
/** Log odds 8 a - 4 b - 3, and 2 more for the last letter. */
const data = (): DiscoveryData =>
  dataOf(
    [
      numberInput('idle', idle),
      numberInput('a', a),
      numberInput('b', b),
      categoryInput('letter', ['x', 'y', 'z'], letters),
    ],
    Uint8Array.from(luck, (u, i) => {
      const odds = 8 * (a[i] ?? 0) - 4 * (b[i] ?? 0) - 3 + (letters[i] === 2 ? 2 : 0);
      return u < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    }),
  );

describe('logistic regression', () => {
  it('finds the inputs that matter, their signs and about their sizes, and no other', () => {
    const { steps, stopped, separated } = logistic(data());
    const last = steps.at(-1);
    expect([stopped, separated]).toEqual(['bic', false]);
    expect(last?.inputs.toSorted()).toEqual(['a', 'b', 'letter']);
    const of = (input: string, category: string | null = null): number =>
      last?.terms.find((term) => term.input === input && term.category === category)?.coefficient ??
      Number.NaN;
    expect(of('a')).toBeGreaterThan(6);
    expect(of('a')).toBeLessThan(10);
    expect(of('b')).toBeLessThan(-2.5);
    expect(of('letter', 'z')).toBeGreaterThan(1);
    expect(Math.abs(of('letter', 'y'))).toBeLessThan(1);
  });

  it('lowers the BIC with every step, and starts from the share alone', () => {
    const of = data();
    const { steps } = logistic(of);
    const bics = steps.map(({ bic }) => bic);
    expect(bics).toEqual(bics.toSorted((x, y) => y - x));
    const share = of.ofInterest / of.count;
    expect(steps[0]?.intercept).toBeCloseTo(Math.log(share / (1 - share)), 8);
    expect(steps.every(({ converged }) => converged)).toBe(true);
  });

  it('covers less and less with rising levels, and all at level 0', () => {
    const { levels } = logistic(data());
    expect(levels[0]).toMatchObject({ level: 0, coverage: 1, n: 600 });
    const coverages = levels.map(({ coverage }) => coverage);
    expect(coverages).toEqual(coverages.toSorted((x, y) => y - x));
  });

  it('does not depend on the units of its inputs', () => {
    const of = data();
    const scaled = dataOf(
      of.inputs.map((input) =>
        input.kind === 'category'
          ? input
          : numberInput(
              input.name,
              input.values.map((value) => 1e6 * value - 5e5),
            ),
      ),
      of.interest,
    );
    const effects = (from: DiscoveryData): readonly number[] =>
      logistic(from)
        .steps.at(-1)
        ?.terms.map(({ standardised }) => standardised) ?? [];
    effects(scaled).forEach((effect, at) => {
      expect(effect).toBeCloseTo(effects(of)[at] ?? Number.NaN, 5);
    });
  });

  it('stays finite where the futures are told apart completely, and says so', () => {
    const apart = dataOf(
      [numberInput('a', a)],
      Uint8Array.from(a, (value) => (value > 0.5 ? 1 : 0)),
    );
    const { steps, separated } = logistic(apart);
    expect(separated).toBe(true);
    expect(Number.isFinite(steps.at(-1)?.terms[0]?.coefficient)).toBe(true);
  });

  it('gives a reason where there are too few futures of a kind', () => {
    const few = dataOf([numberInput('a', a)], new Uint8Array(600).fill(1, 0, 4));
    expect(() => logistic(few)).toThrow(/FUTURES_DISCOVERY_TOO_FEW/);
    const none = dataOf([numberInput('a', a)], new Uint8Array(600));
    expect(() => logistic(none)).toThrow(/FUTURES_DISCOVERY_ONE_OUTCOME/);
  });
});

describe('regional sensitivity', () => {
  it('puts first what differs most between the two kinds, and says which way', () => {
    const scores = regionalSensitivity(data());
    expect(scores[0]).toMatchObject({ input: 'a', above: true });
    expect(scores.at(-1)?.input).toBe('idle');
    expect(scores.find(({ input }) => input === 'letter')?.at).toBeNull();
  });

  it('is 1 for an input that tells all apart, with the value that does', () => {
    const apart = dataOf([numberInput('x', Float64Array.of(1, 2, 3, 4))], Uint8Array.of(1, 1, 0, 0));
    expect(regionalSensitivity(apart)).toEqual([{ input: 'x', distance: 1, at: 2, above: false }]);
  });
});

describe('dimensional stacking', () => {
  it('puts every future in one cell, nested in the order of the inputs', () => {
    const of = data();
    const { cells, rows } = stack(of, { rows: ['a', 'letter'], columns: ['b'], bins: 4 });
    expect(cells).toHaveLength(4 * 3 * 4);
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(of.count);
    expect(cells.reduce((sum, { k }) => sum + k, 0)).toBe(of.ofInterest);
    expect(cells[1]).toMatchObject({ row: [0, 0], column: [1] });
    expect(rows[1]?.bins.map(({ category }) => category)).toEqual(['x', 'y', 'z']);
  });

  it('puts a value in the bin whose ends it lies between, the upper end in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 2, max: 9 }),
        (list, bins) => {
          const input = numberInput('x', Float64Array.from(list));
          fc.pre(input.max - input.min > 1e-6);
          const binned = binInput(input, bins);
          list.forEach((value, row) => {
            const ends = binned.bins[binned.values[row] ?? -1];
            expect(value).toBeLessThanOrEqual(ends?.to ?? Number.NaN);
            if (binned.values[row] !== 0) expect(value).toBeGreaterThan(ends?.from ?? Number.NaN);
          });
        },
      ),
    );
  });

  it('refuses what is not there and tables beyond all bounds', () => {
    expect(() => stack(data(), { rows: ['q'], columns: [] })).toThrow(/FUTURES_DISCOVERY_COLUMN/);
    expect(() => stack(data(), { rows: ['a'], columns: [], bins: 1 })).toThrow(/FUTURES_DISCOVERY_BINS/);
    expect(() => stack(data(), { rows: ['a', 'b'], columns: ['idle'], bins: 100 })).toThrow(
      /FUTURES_DISCOVERY_CELLS/,
    );
  });
});

describe('the archive of outcomes', () => {
  it('does not lose a cell to the rounding of a quotient', () => {
    const archive = new OutputSpaceArchive<string>([{ min: 0, step: 0.1 }]);
    expect(archive.add([0.3], 'on the edge')).toBe(true);
    expect(archive.add([0.35], 'in the middle')).toBe(false);
    expect(archive.contents).toEqual(['in the middle']);
    expect(archive.noveltyOf([0.31])).toBe(0.5);
    expect(archive.noveltyOf([0.9])).toBe(1);
  });
});
