import { extent } from 'd3-array';

/** Absolute values below this count as zero: dividing by them in a scale would overflow. */
const smallest = 1e-290;

/** Domain of a value axis. It includes zero, unless all values lie in a narrow band far from it; without values it is [0, 1]. */
export function valueDomain(values: readonly number[]): readonly [number, number] {
  const finite = values.filter(Number.isFinite).map((value) => (Math.abs(value) < smallest ? 0 : value));
  const [low, high] = extent(finite);
  if (low === undefined || high === undefined) return [0, 1];
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low * 1.2), Math.max(0, high * 1.2)];
  if (low >= 0 && low < 0.5 * high) return [0, high];
  if (high <= 0 && high > 0.5 * low) return [low, 0];
  const room = (high - low) * 0.08;
  return [low - room, high + room];
}
