import { valueAxis } from '../layout/axis.ts';
import { cut, textWidth } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import { type Mark, pixel, type Scene, textAt } from '../scene/scene.ts';

/** One axis: an uncertain number over its whole range, and the part of it that the box takes. */
export interface ScatterAxis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** ends of the box; null where it goes on to the end of the range */
  readonly low: number | null;
  readonly high: number | null;
  readonly tick: (value: number) => string;
}

/** Futures in two of the dimensions of a box. */
export interface ScatterSeries {
  readonly name: string;
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly points: readonly { readonly x: number; readonly y: number; readonly missed: boolean }[];
  /** what the signs mean, and the box */
  readonly words: { readonly missed: string; readonly met: string; readonly box: string };
}

const mostWidth = 560;
const margin = { top: 40, right: 12, bottom: 40, left: 8 };
/** half the size of a sign, in pixels */
const half = 2.5;

/** A cross, or a small ring: told apart without colour. */
const cross = (x: number, y: number): string =>
  `M${pixel(x - half)} ${pixel(y - half)}L${pixel(x + half)} ${pixel(y + half)}M${pixel(x - half)} ${pixel(y + half)}L${pixel(x + half)} ${pixel(y - half)}`;
const ring = (x: number, y: number): string =>
  `M${pixel(x - half)} ${pixel(y)}a${half} ${half} 0 1 0 ${2 * half} 0a${half} ${half} 0 1 0 ${-2 * half} 0`;

const scaleOf = ({ from, to }: ScatterAxis, range: readonly [number, number]) =>
  scaleLinear(from === to ? [from, from + 1] : [from, to], range);

/** Futures as signs, missed ones as crosses and the others as rings, and the box drawn over them. */
export function placeScatter({ name, x, y, points, words }: ScatterSeries, available: number): Scene {
  const width = Math.min(available, mostWidth);
  const height = Math.round(Math.min(420, Math.max(280, width * 0.75)));
  const floor = height - margin.bottom;
  const down = scaleOf(y, [floor, margin.top]);
  const yTicks = down.ticks(5);
  const left = margin.left + Math.max(...yTicks.map((value) => textWidth(y.tick(value)))) + 6;
  const right = width - margin.right;
  const across = scaleOf(x, [left, right]);
  const xTicks = across.ticks(Math.max(2, Math.floor((right - left) / 90)));
  const drawn = (missed: boolean, sign: typeof cross): string =>
    points
      .filter((point) => point.missed === missed)
      .map((point) => sign(across(point.x), down(point.y)))
      .join('');
  const box = {
    left: across(x.low ?? x.from),
    right: across(x.high ?? x.to),
    top: down(y.high ?? y.to),
    bottom: down(y.low ?? y.from),
  };
  const letters = (room: number): number => Math.max(4, Math.floor(room / textWidth('x')));
  const middle = textWidth(words.missed) + 40;
  const marks: readonly Mark[] = [
    // What the signs mean stands above, each beside its sign.
    { is: 'path', key: 'sign missed', role: 'sign sign--missed', d: cross(8, 10) },
    textAt('missed', 'label', 16, 14, words.missed),
    { is: 'path', key: 'sign met', role: 'sign', d: ring(middle, 10) },
    textAt('met', 'label', middle + 8, 14, words.met),
    textAt('y label', 'tick', 2, 32, cut(y.label, letters(width - 4))),
    textAt('x label', 'tick', right, floor + 34, cut(x.label, letters(right)), 'end'),
  ];
  return {
    width,
    height,
    name,
    marks: [
      ...marks,
      ...valueAxis({ ticks: yTicks, y: down, from: left, to: right, tick: y.tick }),
      ...xTicks.map((value) =>
        textAt(
          `x ${value}`,
          'tick',
          across(value),
          floor + 17,
          x.tick(value),
          across(value) > right - 20 ? 'end' : across(value) < left + 20 ? 'start' : 'middle',
        ),
      ),
      { is: 'path', key: 'met points', role: 'sign', d: drawn(false, ring) },
      { is: 'path', key: 'missed points', role: 'sign sign--missed', d: drawn(true, cross) },
      {
        is: 'rect',
        key: 'box',
        role: 'box',
        name: words.box,
        x: pixel(box.left),
        y: pixel(box.top),
        width: pixel(Math.max(1, box.right - box.left)),
        height: pixel(Math.max(1, box.bottom - box.top)),
      },
    ],
  };
}
