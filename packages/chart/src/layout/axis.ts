import type { Role } from '../scene/looks.ts';
import { type Group, lineAt, type Mark, textAt } from '../scene/scene.ts';
import { cut, textWidth } from './labels.ts';
import { scaleLinear } from './scale.ts';

/** Horizontal grid lines at round values with tick labels on the left; the zero line is the axis. */
export const valueAxis = (axis: {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly from: number;
  readonly to: number;
  readonly tick: (value: number) => string;
}): readonly Group[] =>
  axis.ticks.map((value) => {
    const y = axis.y(value);
    return {
      is: 'group',
      key: `value ${value}`,
      marks: [
        lineAt('line', value === 0 ? 'axis' : 'grid', axis.from, y, axis.to, y),
        textAt('text', 'tick', axis.from - 6, y + 4, axis.tick(value), 'end'),
      ],
    };
  });

/** Height of the row above a plot that holds the unit of its values, in pixels; none where there is no unit. */
export const axisRoom = (title: string | undefined): number => (title === undefined || title === '' ? 0 : 15);

/** The unit of the values, in a row of its own at the top left; cut where it is wider than the chart. */
export const axisTitle = (title: string | undefined, width: number): readonly Mark[] =>
  title === undefined || title === ''
    ? []
    : [textAt('axis title', 'tick', 2, 11, cut(title, Math.floor((width - 4) / textWidth('x'))))];

/** Ticks of a time axis: whole years where they fit, else round numbers. */
export function momentsOn(first: number, last: number, room: number, narrow: boolean): readonly number[] {
  const span = last - first;
  if (span < 6 || span > 30)
    return scaleLinear()
      .domain([first, last])
      .ticks(Math.max(2, Math.floor(room / 64)));
  const step = narrow || span > 14 ? 5 : 2;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

/** A tick of the time axis as text: a whole year, or as many decimals as the ticks are apart. */
export function timeText(time: number, [first = 0, second = first + 1]: readonly number[]): string {
  if (Number.isInteger(time)) return String(time);
  return time.toFixed(Math.max(0, -Math.floor(Math.log10(second - first))));
}

/** A tick of the time axis with its label. */
export const timeTick = (
  time: number,
  x: number,
  floor: number,
  text: string,
  anchor: 'middle' | 'end' = 'middle',
): Group => ({
  is: 'group',
  key: `time ${time}`,
  marks: [
    lineAt('line', 'axis', x, floor, x, floor + 4),
    textAt('text', 'tick', x, floor + 17, text, anchor),
  ],
});

/** The arrow head at the end of a target line, pointing up or down. */
export const arrow = (x: number, y: number, up: boolean): string => {
  const at = (value: number): string => String(Math.round(value * 100) / 100);
  const tip = up ? y - 8 : y + 8;
  return `M${at(x - 5)} ${at(y)}L${at(x)} ${at(tip)}L${at(x + 5)} ${at(y)}Z`;
};

/** Role (style key) of a target line. */
export const targetRole = (assumed: boolean): Role => (assumed ? 'target target--assumed' : 'target');
