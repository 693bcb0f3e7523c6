import { at } from '@schaalsprong/words';
import { type Builder, closed } from './builder.ts';

/** What a planted conflict can hang on. */
export interface Block {
  readonly id: string;
  readonly homes: readonly string[];
  readonly homeClaims: readonly string[];
  readonly total: string;
  readonly years: readonly string[];
  readonly yearClaims: readonly string[];
  readonly built: string;
  readonly start: string;
  readonly jobs: string;
  /** the hidden value of a variable */
  readonly at: (variable: string) => number;
}

/** Kinds of conflicts that can be planted. */
export const plantKinds = [
  'sum',
  'two-sums',
  'three-ways',
  'share-chain',
  'growth',
  'order',
  'total',
  'date',
  'choice',
  'product',
  'far',
] as const;
/** One of {@link plantKinds}. */
export type PlantKind = (typeof plantKinds)[number];

interface Plant {
  /** what the rest of the text must leave free, so that the conflict is the only one */
  readonly needs?: 'loose-homes' | 'loose-homes-twice' | 'loose-pace';
  /** gives the minimal sets that it makes */
  readonly plant: (make: Builder, block: Block, far: Block) => readonly (readonly string[])[];
}

/** New quantities with claims around values that add up to `share` of the block's jobs, the largest up to `uneven` times the least. */
function parts(make: Builder, block: Block, name: string, count: number, share: number, uneven = 3) {
  const values = Array.from({ length: count }, () => make.between(1, uneven));
  const scale = (share * block.at(block.jobs)) / values.reduce((a, b) => a + b, 0);
  return values.map((value, n) => {
    const variable = make.variable(`${block.id}-${name}-${n + 1}`);
    return { variable, claim: make.claim(variable, value * scale) };
  });
}

/** A total with ways to split it, each claimed; totals as shares of the block's jobs, which bound them loosely. */
function splits(
  make: Builder,
  block: Block,
  share: number,
  shares: readonly (readonly [number, number])[],
  uneven?: number,
) {
  const whole = make.variable(`${block.id}-whole`);
  make.order(whole, block.jobs);
  const total = make.claim(whole, share * block.at(block.jobs));
  const ways = shares.map(([count, part], n) => {
    const way = parts(make, block, `way-${n + 1}`, count, part, uneven);
    make.sum(
      whole,
      way.map((p) => p.variable),
    );
    return way.map((p) => p.claim);
  });
  return { total, ways };
}

/**
 * Each conflict is so wide that no qualifier closes it (a factor 1.4 or more, 1.25 in one), and each of its claims can be given up
 * alone: the quantities that are then free have room in what surrounds them.
 */
export const plants: Readonly<Record<PlantKind, Plant>> = {
  /** parts that do not reach their whole */
  sum: {
    plant: (make, block) => {
      const { total, ways } = splits(make, block, 0.6, [[4, 0.35]]);
      return ways.map((way) => [total, ...way]);
    },
  },
  /** two splits of one whole, both of them too small: two conflicts that share a claim */
  'two-sums': {
    plant: (make, block) => {
      const { total, ways } = splits(make, block, 0.6, [
        [2, 0.35],
        [3, 0.35],
      ]);
      return ways.map((way) => [total, ...way]);
    },
  },
  /** a whole and two splits, no two of which agree, but so that no part alone is more than another way: three conflicts */
  'three-ways': {
    plant: (make, block) => {
      const { total, ways } = splits(
        make,
        block,
        0.5,
        [
          [2, 0.4],
          [2, 0.62],
        ],
        1.05,
      );
      return [...ways.map((way) => [total, ...way]), ways.flat()];
    },
  },
  /** a share of a share of a whole, against what it comes to */
  'share-chain': {
    plant: (make, block) => {
      const jobs = block.at(block.jobs);
      const whole = make.variable(`${block.id}-chain-whole`);
      const middle = make.variable(`${block.id}-chain-middle`);
      const part = make.variable(`${block.id}-chain-part`);
      const first = make.variable(`${block.id}-chain-share-1`, { max: 100 });
      const second = make.variable(`${block.id}-chain-share-2`, { max: 100 });
      make.order(whole, block.jobs);
      make.product(middle, first, whole, 0.01);
      make.product(part, second, middle, 0.01);
      return [
        [
          make.claim(whole, 0.4 * jobs),
          make.claim(first, 50),
          make.claim(second, 40),
          make.claim(part, 0.4 * 0.5 * 0.4 * 1.8 * jobs),
        ],
      ];
    },
  },
  /** growth from two levels that agree, to a third that does not */
  growth: {
    plant: (make, block) => {
      const jobs = block.at(block.jobs);
      const levels = [0, 1, 2, 3].map((n) => make.variable(`${block.id}-level-${n}`));
      const [x0 = '', x1 = '', x2 = '', x3 = ''] = levels;
      const rate = (n: number): string => make.variable(`${block.id}-rate-${n}`, { min: -100 });
      const [g1, g2, g3] = [rate(1), rate(2), rate(3)];
      make.product(x1, x0, g1, 0.01, 100);
      make.product(x2, x1, g2, 0.01, 100);
      make.product(x3, x2, g3, 0.01, 100);
      make.order(x1, block.jobs);
      const start = make.claim(x0, 0.3 * jobs);
      const [c1, c2, c3] = [make.claim(g1, 12), make.claim(g2, 8), make.claim(g3, 15)];
      const middle = make.claim(x1, 0.3 * 1.12 * jobs);
      const end = make.claim(x3, 0.3 * 1.12 * 1.08 * 1.15 * 1.5 * jobs);
      return [
        [start, c1, c2, c3, end],
        [middle, c2, c3, end],
      ];
    },
  },
  /** more than a quantity of the block, and yet claimed to be less */
  order: {
    needs: 'loose-homes',
    plant: (make, block) => {
      const [home = ''] = block.homes;
      const more = make.variable(`${block.id}-more`);
      make.relate(make.linear({ [home]: 1, [more]: -1 }, { ...closed(null, 0), maxOpen: true }));
      return [[make.claim(more, 0.6 * block.at(home)), at(block.homeClaims, 0)]];
    },
  },
  /** a total of the block itself that its years do not reach */
  total: {
    needs: 'loose-pace',
    plant: (make, block) => [[make.claim(block.built, 1.5 * block.at(block.built)), ...block.yearClaims]],
  },
  /** begins, takes as long, must be done before */
  date: {
    plant: (make, block) => {
      const from = make.variable(`${block.id}-from`, { whole: true, max: 9999 });
      const takes = make.variable(`${block.id}-takes`, { whole: true });
      const done = make.variable(`${block.id}-done`, { whole: true, max: 9999 });
      make.difference(from, done, takes);
      make.relate(make.linear({ [from]: 1, [block.start]: -1 }, closed(-50, null)));
      return [
        [
          make.claim(from, closed(2027, 2027)),
          make.claim(takes, closed(8, null)),
          make.claim(done, closed(null, 2032)),
        ],
      ];
    },
  },
  /** two readings of one claim, each refuted by something else */
  choice: {
    plant: (make, block) => {
      const jobs = block.at(block.jobs);
      const year = make.variable(`${block.id}-in-a-year`);
      const whole = make.variable(`${block.id}-in-all`);
      make.order(year, block.jobs);
      make.order(whole, block.jobs);
      const [first = '', second = ''] = make.choice(`${block.id}-either`, {
        'in-a-year': [year, 0.5 * jobs],
        'in-all': [whole, 0.5 * jobs],
      });
      const way = parts(make, block, 'rest', 2, 0.3);
      make.sum(
        whole,
        way.map((p) => p.variable),
      );
      return [
        [first, make.claim(year, 0.3 * jobs)],
        [second, ...way.map((p) => p.claim)],
      ];
    },
  },
  /** so many, at so much each, comes to something else */
  product: {
    plant: (make, block) => {
      const number = make.variable(`${block.id}-number`);
      const each = make.variable(`${block.id}-each`);
      const all = make.variable(`${block.id}-all`);
      make.order(number, block.jobs);
      make.product(all, each, number, 0.001);
      const count = 0.5 * block.at(block.jobs);
      return [[make.claim(number, count), make.claim(each, 250), make.claim(all, 0.6 * 0.001 * 250 * count)]];
    },
  },
  /** a comparison of two blocks that their own figures refute */
  far: {
    needs: 'loose-homes-twice',
    plant: (make, block, far) => {
      const [here = ''] = block.homes;
      const [there = ''] = far.homes;
      const times = Number((2 * Math.max(1, block.at(here) / far.at(there))).toPrecision(2));
      return [
        [
          at(block.homeClaims, 0),
          at(far.homeClaims, 0),
          make.compare(
            `${block.id}-more-than-${far.id}`,
            { [here]: 1, [there]: -times },
            { ...closed(0, null), minOpen: true },
          ),
        ],
      ];
    },
  },
};
