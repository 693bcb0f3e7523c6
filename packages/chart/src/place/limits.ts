import { scaleLinear } from '../layout/scale.ts';
import { type Group, lineAt, type Scene, textAt } from '../scene/scene.ts';
import { barAt } from './bars.ts';
import { roomForBoth } from './contributions.ts';

/** A limit on one uncertainty: the part of its range that a box takes. */
export interface Limit {
  readonly key: string;
  readonly label: string;
  readonly said: string;
  /** the restricted part; null where it extends to the end of the range */
  readonly low: number | null;
  readonly high: number | null;
  /** the whole range */
  readonly from: number;
  readonly to: number;
}

/** Limits of a box in which a target fails. */
export interface LimitSeries {
  readonly name: string;
  readonly limits: readonly Limit[];
}

const mostWidth = 560;

/** Per uncertainty its whole range as a line, and on it the part in which the target fails. */
export function placeLimits({ name, limits }: LimitSeries, available: number): Scene {
  const width = Math.min(available, mostWidth);
  const under = width < roomForBoth ? 16 : 0;
  const row = 40 + under;
  return {
    width,
    height: limits.length * row + 4,
    name,
    marks: limits.map(({ key, label, said, low, high, from, to }, i): Group => {
      const x = scaleLinear()
        .domain(from === to ? [from, from + 1] : [from, to])
        .range([4, width - 4]);
      const top = i * row + under;
      return {
        is: 'group',
        key,
        marks: [
          textAt('label', 'label', 4, i * row + 13, label),
          textAt('said', 'label label--strong', width - 4, top + 13, said, 'end'),
          lineAt('range', 'axis', 4, top + 25, width - 4, top + 25),
          barAt('part', 'bar bar--against', [x(low ?? from), x(high ?? to)], {
            y: top + 20,
            height: 10,
            least: 2,
          }),
        ],
      };
    }),
  };
}
