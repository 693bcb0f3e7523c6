import { line } from 'd3-shape';
import { valueAxis } from '../layout/axis.ts';
import { type Box, overlap, textBox, textWidth } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import {
  lineAt,
  type Mark,
  pathDigits,
  pathOf,
  pixel,
  type Scene,
  type TextMark,
  textAt,
} from '../scene/scene.ts';

/** One box on the way of PRIM. */
export interface PeelingStep {
  readonly key: string;
  /** part of all futures of interest that lie in the box, 0 to 1 */
  readonly coverage: number;
  /** part of the futures in the box that are of interest, 0 to 1 */
  readonly density: number;
  /** in words, with its figures */
  readonly said: string;
}

/** The way of PRIM from all futures to few: a trade of coverage for density. */
export interface PeelingSeries {
  readonly name: string;
  /** in order of the way */
  readonly steps: readonly PeelingStep[];
  /** place of the step that is shown, and its label */
  readonly chosen: number;
  readonly chosenSaid: string;
  /** density over all futures, and its label */
  readonly whole: { readonly density: number; readonly label: string };
  /** a part as a tick label */
  readonly tick: (part: number) => string;
  readonly words: { readonly coverage: string; readonly density: string };
}

const mostWidth = 560;
const margin = { top: 22, right: 14, bottom: 40, left: 8 };

/** Coverage to the right, density up; every step a dot, the chosen one large with its label. */
export function placePeeling(series: PeelingSeries, available: number): Scene {
  const { name, steps, whole, tick, words } = series;
  const width = Math.min(available, mostWidth);
  const height = Math.round(Math.min(300, Math.max(220, width * 0.55)));
  const floor = height - margin.bottom;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const left = margin.left + Math.max(...ticks.map((part) => textWidth(tick(part)))) + 6;
  const x = scaleLinear([0, 1], [left, width - margin.right]);
  const y = scaleLinear([0, 1], [floor, margin.top]);
  const dots = steps.map(({ coverage, density }) => ({ x: x(coverage), y: y(density) }));
  const way = line<(typeof dots)[number]>(
    (dot) => dot.x,
    (dot) => dot.y,
  ).digits(pathDigits);
  const here = dots[series.chosen];
  const chosen = here === undefined ? null : labelOf(series.chosenSaid, here, { left, width, floor });
  const common = textAt('whole label', 'label label--dot', left + 6, y(whole.density) - 5, whole.label);
  // Below the line where the label of the chosen step is in the way.
  const isFree = chosen === null || !overlap(boxOf(chosen), boxOf(common));
  return {
    width,
    height,
    name,
    marks: [
      textAt('density', 'tick', 2, 11, words.density),
      ...valueAxis({ ticks, y, from: left, to: width - margin.right, tick }),
      ...ticks.map((part) =>
        textAt(`coverage ${part}`, 'tick', x(part), floor + 17, tick(part), part === 1 ? 'end' : 'middle'),
      ),
      textAt('coverage', 'tick', width - margin.right, floor + 34, words.coverage, 'end'),
      lineAt('whole', 'required', left, y(whole.density), width - margin.right, y(whole.density)),
      isFree ? common : { ...common, y: pixel(y(whole.density) + 15) },
      pathOf('way', 'median median--past', way(dots)),
      ...dots.map(
        (dot, i): Mark => ({
          is: 'circle',
          key: `step ${steps[i]?.key}`,
          role: i === series.chosen ? 'read read--strong' : 'read',
          cx: pixel(dot.x),
          cy: pixel(dot.y),
          r: i === series.chosen ? 7 : 3,
          ...(steps[i] === undefined ? {} : { name: steps[i].said }),
        }),
      ),
      ...(chosen === null ? [] : [chosen]),
    ],
  };
}

const boxOf = ({ text, x, y, anchor = 'start' }: TextMark): Box => textBox(text, x, y, anchor);

/** The label of the chosen step: below to the left, where the way never is; above to the right where that has no room. */
function labelOf(
  text: string,
  dot: { readonly x: number; readonly y: number },
  room: { readonly left: number; readonly width: number; readonly floor: number },
): TextMark {
  const isLeft = dot.x - 10 - textWidth(text) > room.left;
  if (isLeft) {
    return textAt(
      'chosen',
      'label label--strong',
      dot.x - 10,
      Math.min(room.floor - 6, dot.y + 18),
      text,
      'end',
    );
  }
  const at = Math.max(margin.top + 4, dot.y - 12);
  return dot.x + 10 + textWidth(text) < room.width
    ? textAt('chosen', 'label label--strong', dot.x + 10, at, text)
    : textAt('chosen', 'label label--strong', room.width - 2, at, text, 'end');
}
