import { extent } from 'd3-array';

/** The axis holds zero, unless all values lie in a narrow band far from it. */
export function valueDomain(values: readonly number[]): readonly [number, number] {
  const [low, high] = extent(values);
  if (low === undefined || high === undefined) return [0, 1];
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low * 1.2), Math.max(0, high * 1.2)];
  if (low >= 0 && low < 0.5 * high) return [0, high];
  if (high <= 0 && high > 0.5 * low) return [low, 0];
  const room = (high - low) * 0.08;
  return [low - room, high + room];
}
