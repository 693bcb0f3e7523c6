import { scaleLinear } from '../layout/scale.ts';
import { type Group, lineAt, pathOf, pixel, type Scene, textAt } from '../scene/scene.ts';
import { barAt } from './bars.ts';

/** One contribution to a change. */
export interface Contribution {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly said: string;
  /** standard error; 0 where exact, and for a total */
  readonly error: number;
  /** a subtotal: starts at zero */
  readonly total: boolean;
  /** a change in the desired direction */
  readonly better: boolean;
}

/** Decomposition of a change, in the order of the waterfall. */
export interface ContributionSeries {
  readonly name: string;
  readonly steps: readonly Contribution[];
}

const mostWidth = 560;
/** Below this width a name and its value do not fit on one line. */
export const roomForBoth = 420;

/** A waterfall chart: contributions stacked from zero to the total change. */
export function placeContributions({ name, steps }: ContributionSeries, available: number): Scene {
  const width = Math.min(available, mostWidth);
  let sum = 0;
  const placed = steps.map((step) => {
    const from = step.total ? 0 : sum;
    sum = step.total ? sum : sum + step.value;
    return { ...step, from, to: step.total ? step.value : sum };
  });
  const ends = placed.flatMap(({ from, to, error }) => [from, to - error, to + error]);
  const x = scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(0, ...ends)])
    .nice()
    .range([6, width - 6]);
  const under = width < roomForBoth ? 16 : 0;
  const row = 36 + under;
  return {
    width,
    height: placed.length * row + 4,
    name,
    marks: placed.map(({ key, label, said, better, error, total, from, to }, i): Group => {
      const top = i * row;
      const bar = top + 18 + under;
      const [low, high] = [pixel(x(to - error)), pixel(x(to + error))];
      return {
        is: 'group',
        key,
        marks: [
          textAt('label', total ? 'label label--strong' : 'label', 4, top + 13, label),
          textAt('said', 'label label--strong', width - 4, top + 13 + under, said, 'end'),
          barAt('bar', better ? 'bar' : 'bar bar--against', [x(from), x(to)], { y: bar, height: 11 }),
          ...(error > 0
            ? [
                pathOf(
                  'error',
                  'axis',
                  `M${low} ${bar + 5.5}H${high}M${low} ${bar + 2}v7M${high} ${bar + 2}v7`,
                ),
              ]
            : []),
          lineAt('zero', 'axis', x(0), bar - 2, x(0), bar + 13),
        ],
      };
    }),
  };
}
