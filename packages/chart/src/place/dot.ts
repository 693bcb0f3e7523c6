import { type Kind, type Mark, pixel } from '../scene/scene.ts';

/** Everything that a figure can be, as the observations and the statistics say it. */
export type DotStatus = 'observed' | 'provisional' | 'revised' | 'final' | 'derived' | 'expected';

const kinds: Readonly<Record<DotStatus, Kind>> = {
  observed: 'observed',
  provisional: 'observed',
  revised: 'observed',
  final: 'observed',
  derived: 'computed',
  expected: 'assumed',
};

/**
 * One figure: a full circle where it was measured, a hollow one where it may still change, a square where it was derived, a diamond where
 * it is only expected.
 *
 * @param name what a reader sees who points at it
 */
export function dotAt(key: string, status: DotStatus, x: number, y: number, name?: string): Mark {
  const of = { key, kind: kinds[status], ...(name === undefined || name === '' ? {} : { name }) };
  if (status === 'derived')
    return {
      ...of,
      is: 'rect',
      role: 'dot dot--derived',
      x: pixel(x - 3.2),
      y: pixel(y - 3.2),
      width: 6.4,
      height: 6.4,
    };
  if (status === 'expected') {
    const [left, right, top, bottom] = [x - 4.6, x + 4.6, y - 4.6, y + 4.6].map(pixel);
    return {
      ...of,
      is: 'path',
      role: 'dot dot--expected',
      d: `M${pixel(x)} ${top}L${right} ${pixel(y)}L${pixel(x)} ${bottom}L${left} ${pixel(y)}Z`,
    };
  }
  return { ...of, is: 'circle', role: `dot dot--${status}`, cx: pixel(x), cy: pixel(y), r: 3.6 };
}
