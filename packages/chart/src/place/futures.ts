import { extent } from 'd3-array';
import { line } from 'd3-shape';
import { at } from '../layout/at.ts';
import { valueDomain } from '../layout/domain.ts';
import { font } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import { lineAt, pathDigits, pathOf, pixel, type Scene, textAt } from '../scene/scene.ts';

/** A few futures, each on its own line, against a target. */
export interface FuturesSeries {
  /** text alternative: says how many meet the target */
  readonly name: string;
  /** decimal years, ascending */
  readonly time: readonly number[];
  readonly futures: readonly { readonly values: readonly number[]; readonly met: boolean }[];
  readonly target: { readonly value: number; readonly label: string };
  /** labels of the first and the last time */
  readonly from: string;
  readonly to: string;
  /** direction of the value axis: low values at the top for a ranking; high ones by default */
  readonly top?: 'high' | 'low';
}

const height = 118;
const margin = { top: 6, right: 10, bottom: 18, left: 2 };

/** Single futures without a value axis: a small picture that explains what a fan is made of. Those that meet the target end in a dot. */
export function placeFutures(
  { name, time, futures, target, from, to, top = 'high' }: FuturesSeries,
  width: number,
): Scene {
  const floor = height - margin.bottom;
  const y = scaleLinear()
    .domain(valueDomain([...futures.flatMap(({ values }) => values), target.value]))
    .range(top === 'low' ? [margin.top, floor] : [floor, margin.top]);
  const [first = 0, last = 1] = extent(time);
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last] : [first, last])
    .range([margin.left, width - margin.right]);
  const steps = time.map((_, step) => step);
  const ty = y(target.value);
  const path = (values: readonly number[]) =>
    line<number>()
      .digits(pathDigits)
      .x((step) => x(at(time, step)))
      .y((step) => y(at(values, step)))(steps);
  // Those that meet the target are drawn last, on top.
  const order = [...futures.entries()].sort(([, a], [, b]) => Number(a.met) - Number(b.met));
  return {
    width,
    height,
    name,
    marks: [
      lineAt('axis', 'grid', margin.left, floor, width - margin.right, floor),
      ...order.map(([future, { values, met }]) =>
        pathOf(`future ${future}`, met ? 'future future--met' : 'future', path(values), 'computed'),
      ),
      lineAt('target', 'target', margin.left, ty, width - margin.right, ty),
      ...order.flatMap(([future, { values, met }]) => {
        const end = values.at(-1);
        return !met || end === undefined
          ? []
          : [
              {
                is: 'circle',
                key: `end ${future}`,
                role: 'read',
                kind: 'computed',
                cx: pixel(x(last)),
                cy: pixel(y(end)),
                r: 3.2,
              } as const,
            ];
      }),
      textAt(
        'target label',
        'label label--target',
        margin.left + 2,
        ty < margin.top + font + 4 ? ty + font + 3 : ty - 5,
        target.label,
      ),
      textAt('first', 'tick', margin.left, height - 4, from),
      textAt('last', 'tick', width - margin.right, height - 4, to, 'end'),
    ],
  };
}
