import { type Kind, type Mark, pixel } from '../scene/scene.ts';

/** Every status of an observation. */
export type DotStatus =
  | 'observed'
  | 'provisional'
  | 'revised'
  | 'final'
  | 'derived'
  | 'reported'
  | 'expected';

const kinds: Readonly<Record<DotStatus, Kind>> = {
  observed: 'observed',
  provisional: 'observed',
  revised: 'observed',
  final: 'observed',
  derived: 'computed',
  reported: 'stated',
  expected: 'assumed',
};

/**
 * Marker of one observation: a filled circle where measured, a hollow one where provisional, a square where derived, a triangle where
 * a text says it, a diamond where forecast.
 *
 * @param name accessible name, shown as a tooltip
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
  if (status === 'reported') {
    const [left, right, top, bottom] = [x - 4.2, x + 4.2, y - 4, y + 3.4].map(pixel);
    return {
      ...of,
      is: 'path',
      role: 'dot dot--reported',
      d: `M${pixel(x)} ${top}L${right} ${bottom}L${left} ${bottom}Z`,
    };
  }
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
