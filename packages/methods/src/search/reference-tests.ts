import type { ReferenceTest, ReferenceValue } from '../reference-tests/reference-test.ts';
import { EpsilonArchive } from './archive.ts';
import { hypervolume } from './hypervolume.ts';
import {
  additiveEpsilon,
  generationalDistance,
  invertedGenerationalDistance,
  scaledBy,
  spacing,
} from './indicators.ts';
import { rankSolutions, truncate } from './ranking.ts';
import { solutionOf } from './state.ts';
import { zdt } from './test-problems/zdt.ts';

const platypus = 'Platypus, test_indicators.py';
const reference = [
  [0, 1],
  [1, 0],
];
const scaled = scaledBy(reference);
const turned = (points: readonly (readonly number[])[]) => points.map((point) => point.map((x) => 1 - x));

const value = (name: string, expected: number, found: number, tolerance = 1e-12): ReferenceValue => ({
  name,
  expected,
  found,
  tolerance,
});
const plain = (costs: readonly number[]) => solutionOf(new Float64Array(), costs, []);

/** Reference tests of the search. */
export const searchReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'search-hypervolume',
    method: 'search',
    title: { nl: 'Hypervolume van bekende fronten', en: 'Hypervolume of known fronts' },
    source: `${platypus}; three dimensions by inclusion and exclusion`,
    cost: 'quick',
    run: () => {
      const volume = (points: readonly (readonly number[])[]) => hypervolume(scaled(points), [1, 1]);
      const three = [
        [0.2, 0.6, 0.8],
        [0.6, 0.2, 0.4],
        [0.8, 0.8, 0.1],
      ];
      return [
        value('{(.5,.5)}', 0.25, volume([[0.5, 0.5]])),
        value('{(0,0)}', 1, volume([[0, 0]])),
        value('{(1,1)}', 0, volume([[1, 1]])),
        value(
          '{(.5,0),(0,.5)}',
          0.75,
          volume([
            [0.5, 0],
            [0, 0.5],
          ]),
        ),
        value('{}', 0, volume([])),
        value(
          'max {(.5,1),(1,.5)}',
          0.75,
          volume(
            turned([
              [0.5, 1],
              [1, 0.5],
            ]),
          ),
        ),
        value('3-D', 0.236, hypervolume(three, [1, 1, 1])),
        value('ZDT1, 1001 points', 0.66616013, hypervolume(frontOf('zdt1'), [1, 1]), 5e-9),
        value('ZDT2, 1001 points', 0.3328335, hypervolume(frontOf('zdt2'), [1, 1]), 5e-9),
      ];
    },
  },
  {
    id: 'search-indicators',
    method: 'search',
    title: { nl: 'GD, IGD, epsilon en spreiding', en: 'GD, IGD, epsilon and spacing' },
    source: platypus,
    cost: 'quick',
    run: () => {
      const half = [
        [0.5, 0],
        [0, 0.5],
      ];
      const even = [
        [0, 1],
        [0.5, 0.5],
        [1, 0],
      ];
      return [
        value('GD {(2,2)}', Math.sqrt(5), generationalDistance([[2, 2]], reference)),
        value('GD {(.5,0),(0,.5)}', Math.sqrt(0.5) / 2, generationalDistance(half, reference)),
        value('GD reference', 0, generationalDistance(reference, reference)),
        value('GD {}', Number.POSITIVE_INFINITY, generationalDistance([], reference)),
        value('IGD {(0,1)}', Math.sqrt(2) / 2, invertedGenerationalDistance([[0, 1]], reference)),
        value('IGD {(2,2)}', Math.sqrt(5), invertedGenerationalDistance([[2, 2]], reference)),
        value('IGD {}', Number.POSITIVE_INFINITY, invertedGenerationalDistance([], reference)),
        value('eps {(0,1)}', 1, additiveEpsilon([[0, 1]], reference)),
        value('eps {(2,2)}', 2, additiveEpsilon([[2, 2]], reference)),
        value('eps {}', Number.POSITIVE_INFINITY, additiveEpsilon([], reference)),
        value('spacing even', 0, spacing(even)),
        value('spacing {(0,1)}', 0, spacing([[0, 1]])),
        // Nearest neighbours at 0.4, 0.4 and 1.6: mean 0.8, sum of squares 0.96, over 2.
        value(
          'spacing uneven',
          Math.sqrt(0.48),
          spacing([
            [0, 1],
            [0.2, 0.8],
            [1, 0],
          ]),
        ),
      ];
    },
  },
  {
    id: 'search-test-problems',
    method: 'search',
    title: { nl: 'Waarden van de testproblemen', en: 'Values of the test problems' },
    source: 'closed forms of Zitzler, Deb, Thiele (2000); Schaffer (1985)',
    cost: 'quick',
    run: () => {
      const { objectivesAt } = zdt('zdt1');
      const at = (rest: number) =>
        objectivesAt(Float64Array.from({ length: 30 }, (_, i) => (i === 0 ? 0.25 : rest)));
      return [
        value('ZDT1 rest 0: f1', 0.25, at(0)[0] ?? Number.NaN),
        value('ZDT1 rest 0: f2', 0.5, at(0)[1] ?? Number.NaN),
        value('ZDT1 rest 1: f1', 0.25, at(1)[0] ?? Number.NaN),
        value('ZDT1 rest 1: f2', 8.41886117, at(1)[1] ?? Number.NaN, 5e-9),
        ...schafferSet(),
      ];
    },
  },
  {
    id: 'search-epsilon-progress',
    method: 'search',
    title: { nl: 'Epsilon-vooruitgang', en: 'Epsilon-progress' },
    source: 'Platypus, test_core.py',
    cost: 'quick',
    run: () => {
      const archive = new EpsilonArchive([0.1, 0.1], 2);
      const points = [
        [0.25, 0.25],
        [0.1, 0.1],
        [0.24, 0.24],
        [0.09, 0.5],
        [0.5, 0.5],
        [0.05, 0.05],
        [0.04, 0.04],
        [0.02, 0.02],
        [0, 0],
        [-0.01, -0.01],
      ];
      const expected = [1, 2, 2, 3, 3, 4, 4, 4, 4, 5];
      return points.map((point, i) => {
        archive.add(plain(point));
        return value(`(${point.join(', ')})`, expected[i] ?? Number.NaN, archive.improvements, 0);
      });
    },
  },
  {
    id: 'search-ranking',
    method: 'search',
    title: { nl: 'Fronten en ruimte', en: 'Fronts and crowding' },
    source: 'Platypus, test_algorithms.py',
    cost: 'quick',
    run: () => {
      const points = [
        [0, 1],
        [0.5, 0.5],
        [1, 0],
        [0.75, 0.75],
        [1, 1],
      ];
      const ranked = rankSolutions(points.map(plain));
      const most = Number.POSITIVE_INFINITY;
      const kept = truncate(ranked, 2).map(({ solution }) => solution.costs.join());
      return [
        ...ranked.map(({ rank }, i) =>
          value(`rank (${points[i]?.join(', ')})`, [0, 0, 0, 1, 2][i] ?? -1, rank, 0),
        ),
        ...ranked.map(({ crowding }, i) =>
          value(`crowding (${points[i]?.join(', ')})`, [most, 2, most, most, most][i] ?? -1, crowding, 0),
        ),
        value('truncated to 2: has (0, 1)', 1, kept.includes('0,1') ? 1 : 0, 0),
        value('truncated to 2: has (1, 0)', 1, kept.includes('1,0') ? 1 : 0, 0),
      ];
    },
  },
];

function frontOf(name: 'zdt1' | 'zdt2'): readonly (readonly number[])[] {
  return zdt(name).front(1001);
}

/** Schaffer's x^2 and (x - 2)^2 over whole numbers from -10 to 10: nothing but 0, 1 and 2 is worth choosing. */
function schafferSet(): readonly ReferenceValue[] {
  const all = Array.from({ length: 21 }, (_, i) => i - 10);
  const ranked = rankSolutions(all.map((x) => plain([x ** 2, (x - 2) ** 2])));
  const best = all.filter((_, i) => ranked[i]?.rank === 0);
  return [0, 1, 2]
    .map((x, i) => value(`Schaffer, integers: ${x}`, x, best[i] ?? Number.NaN, 0))
    .concat([value('Schaffer, integers: count', 3, best.length, 0)]);
}
