import { numberAt } from '@schaalsprong/words';
import type { ReferenceTest, ReferenceValue } from '../../reference-tests/reference-test.ts';
import type { Box, Limit } from '../boxes/box.ts';
import { Membership } from '../boxes/membership.ts';
import { boxStatistics, cart } from '../cart/cart.ts';
import { categoryInput, dataOf, type Input, numberInput } from '../data/data.ts';
import { OutputSpaceArchive } from '../exploration/output-space.ts';
import { binInput, stackRatios } from '../exploration/stacking.ts';
import { pasteCandidates } from '../prim/paste.ts';
import { type Candidate, Peeler } from '../prim/peel.ts';
import { peelQuantile } from '../prim/peel-quantile.ts';
import { dropRestriction, measureBox } from '../prim/prim.ts';

const ema = 'EMA Workbench 3.0, test_prim.py';
const emaCart = 'EMA Workbench 3.0, test_cart.py';

/** NaN, which equals no expected value, where nothing was found. */
const value = (
  name: string,
  expected: number,
  found: number | null | undefined,
  tolerance = 0,
): ReferenceValue => ({ name, expected, found: found ?? Number.NaN, tolerance });
/** A yes or no as a number, for what is not a number. */
const yes = (answer: boolean): number => (answer ? 1 : 0);
const between = (input: string, min: number, max: number): Limit => ({ input, kind: 'real', min, max });

/** Three futures with three inputs, of the unit tests of EMA Workbench. */
const three = (): readonly Input[] => [
  numberInput('a', Float64Array.of(0, 2, 3)),
  numberInput('b', Float64Array.of(1, 5, 2)),
  numberInput('c', Float64Array.of(2, 6, 1)),
];
const cartBox: Box = [between('a', 0, 3), between('b', 1, 5), between('c', 1, 3)];

/** Reference tests of scenario discovery. */
export const discoveryReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'prim-quantile',
    method: 'discovery',
    title: { nl: 'PRIM: kwantiel dat gelijke waarden overslaat', en: 'PRIM: quantile that skips ties' },
    source: ema,
    cost: 'quick',
    run: () => {
      const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
      const tied = [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9];
      return [
        value('0..9, .9', 8.5, peelQuantile(digits, 0.9)),
        value('0..9, .95', 8.5, peelQuantile(digits, 0.95)),
        value('0..9, .1', 0.5, peelQuantile(digits, 0.1)),
        value('0..9, .05', 0.5, peelQuantile(digits, 0.05)),
        value('1,1,2..8,9,9, .9', 8.5, peelQuantile(tied, 0.9)),
        value('1,1,2..8,9,9, .95', 8.5, peelQuantile(tied, 0.95)),
        value('1,1,2..8,9,9, .1', 1.5, peelQuantile(tied, 0.1)),
        value('1,1,2..8,9,9, .05', 1.5, peelQuantile(tied, 0.05)),
        value('1, .05', 1, peelQuantile([1], 0.05)),
        value('1, .95', 1, peelQuantile([1], 0.95)),
      ];
    },
  },
  {
    id: 'prim-box',
    method: 'discovery',
    title: { nl: 'PRIM: maten van een vak', en: 'PRIM: figures of a box' },
    source: ema,
    cost: 'quick',
    run: () => {
      const data = dataOf(three(), Uint8Array.of(1, 1, 0));
      const step = measureBox(data, [between('a', 0, 2), between('b', 1, 5), between('c', 1, 6)]);
      return [
        value('coverage', 1, step.coverage),
        value('density', 1, step.density),
        value('mass', 2 / 3, step.mass),
        value('res_dim', 1, step.restricted),
      ];
    },
  },
  {
    id: 'prim-drop',
    method: 'discovery',
    title: { nl: 'PRIM: een grens loslaten', en: 'PRIM: dropping a restriction' },
    source: ema,
    cost: 'quick',
    run: () => {
      const data = dataOf(three(), Uint8Array.of(1, 1, 0));
      const step = measureBox(data, [between('a', 0, 2), between('b', 1, 2), between('c', 1, 6)]);
      const dropped = dropRestriction(data, step, 'b');
      const limit = dropped.box.find(({ input }) => input === 'b');
      const [min, max] = limit === undefined || limit.kind === 'category' ? [] : [limit.min, limit.max];
      return [value('b min', 1, min), value('b max', 5, max), value('res_dim', 1, dropped.restricted)];
    },
  },
  {
    id: 'prim-categories',
    method: 'discovery',
    title: { nl: 'PRIM: schillen en plakken van categorieën', en: 'PRIM: peeling and pasting categories' },
    source: ema,
    cost: 'quick',
    run: () => {
      // Five rows of a, then five of b; a is of interest.
      const letters = Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
      const interest = Uint8Array.from(letters, (letter) => 1 - letter);
      const data = dataOf([categoryInput('x', ['a', 'b'], letters)], interest);
      const membership = new Membership(data, interest, new Uint8Array(10));
      const peels = [...new Peeler(membership, 0.1).candidates()];
      membership.setLimit(0, { input: 'x', kind: 'category', allowed: ['a'] });
      const pastes = pasteCandidates(membership, 0.1);
      const allowed = ({ limit }: Candidate): number =>
        limit.kind === 'category' ? limit.allowed.length : Number.NaN;
      return [
        value('peels', 2, peels.length),
        ...peels.map((peel, i) => value(`peel ${i}: categories`, 1, allowed(peel))),
        value('pastes', 1, pastes.length),
        ...pastes.map((paste) => value('paste: categories', 2, allowed(paste))),
        ...pastes.map((paste) => value('paste: n', 10, paste.n)),
      ];
    },
  },
  {
    id: 'cart-statistics',
    method: 'discovery',
    title: { nl: 'CART: maten van een blad', en: 'CART: figures of a leaf' },
    source: emaCart,
    cost: 'quick',
    run: () => {
      const data = { inputs: three(), count: 3 };
      const binary = boxStatistics(data, { kind: 'binary', interest: Uint8Array.of(0, 1, 1) }, cartBox);
      const numbers = boxStatistics(data, { kind: 'numbers', values: Float64Array.of(0, 1, 2) }, cartBox);
      const classes = boxStatistics(
        data,
        { kind: 'classes', classes: ['0', '1', '2'], values: Int32Array.of(0, 1, 2) },
        cartBox,
      );
      return [
        value('coverage', 0.5, binary.interest?.coverage),
        value('density', 0.5, binary.interest?.density),
        value('res dim', 1, binary.restricted),
        value('mass', 2 / 3, binary.mass),
        value('mean', 1, numbers.mean),
        value('gini', 0.5, classes.classes?.gini),
        ...[1, 0, 1].map((count, of) => value(`count[${of}]`, count, classes.classes?.counts[of])),
      ];
    },
  },
  {
    id: 'cart-corner',
    method: 'discovery',
    title: { nl: 'CART: een hoek van het vierkant', en: 'CART: a corner of the square' },
    source: emaCart,
    cost: 'quick',
    run: () => {
      // Evenly spread points: of plain draws some need a fourth leaf, in scikit-learn as here.
      const spread = (step: number): Float64Array =>
        Float64Array.from({ length: 1000 }, (_, i) => (i * step) % 1);
      const [a, b] = [spread(0.7548776662466927), spread(0.5698402909980532)];
      const interest = Uint8Array.from(a, (x, i) => yes(x > 0.5 && numberAt(b, i) < 0.5));
      const { leaves } = cart(dataOf([numberInput('a', a), numberInput('b', b)], interest), {
        kind: 'binary',
        interest,
      });
      return [
        value('leaves', 3, leaves.length),
        value(
          'sum of masses',
          1,
          leaves.reduce((sum, { mass }) => sum + mass, 0),
          1e-12,
        ),
      ];
    },
  },
  {
    id: 'dimensional-stacking',
    method: 'discovery',
    title: { nl: 'Dimensionaal stapelen: klassen', en: 'Dimensional stacking: bins' },
    source: 'EMA Workbench 3.0, test_dimensional_stacking.py',
    cost: 'quick',
    run: () => {
      const places = Array.from({ length: 100 }, (_, i) => i);
      const real = numberInput(
        'x',
        Float64Array.from(places, (i) => (i * 0.7548776662466927) % 1),
      );
      const whole = numberInput(
        'i',
        Float64Array.from(places, (i) => i % 5),
        'integer',
      );
      const words = categoryInput(
        'c',
        ['0', '1', '2'],
        Int32Array.from(places, (i) => i % 3),
      );
      const used = (input: Input, bins: number): number => new Set(binInput(input, bins).values).size;
      return [
        value('3: real', 3, used(real, 3)),
        value('3: integer', 3, used(whole, 3)),
        value('3: category', 3, used(words, 3)),
        value('6: real', 6, used(real, 6)),
        value('6: integer', 5, used(whole, 6)),
        value('6: category', 3, used(words, 6)),
        ...[0.16, 0.04, 0.8].map((ratio, at) =>
          value(`ratios(0)[${at}]`, ratio, stackRatios(0, [6, 6])[at], 1e-12),
        ),
        ...[0.04, 0.16, 0.8].map((ratio, at) =>
          value(`ratios(1)[${at}]`, ratio, stackRatios(1, [6, 6])[at], 1e-12),
        ),
      ];
    },
  },
  {
    id: 'output-space-archive',
    method: 'discovery',
    title: { nl: 'Verkenning van uitkomsten: archief', en: 'Output-space exploration: archive' },
    source: 'EMA Workbench 3.0, test_outputspace_exploration.py',
    cost: 'quick',
    run: () => {
      const axis = { min: 0, step: 0.1 };
      const added = (points: readonly (readonly number[])[]): OutputSpaceArchive<number> => {
        const archive = new OutputSpaceArchive<number>([axis, axis]);
        points.forEach((point, at) => {
          archive.add(point, at);
        });
        return archive;
      };
      const [middle, beside] = [
        [0.05, 0.05],
        [0.06, 0.06],
      ] as const;
      const first = added([middle, beside]);
      const last = added([beside, middle]);
      return [
        value('count', 2, first.countAt(middle)),
        value('improvements', 1, first.improvements),
        value('kept, middle first', 0, first.keptAt(middle)),
        value('kept, middle last', 1, last.keptAt(middle)),
        value('overall novelty', 1.5, first.overallNovelty),
        value('novelty score', 0.5, first.noveltyOf(beside)),
      ];
    },
  },
];
