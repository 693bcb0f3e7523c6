import { parsePeriod } from '@schaalsprong/agenda/periods';

/** Decimal year at which a period ends: `2030` gives 2031, `2030-H1` 2030.5; null where the text is no period. */
export const endOf = (period: string): number | null => parsePeriod(period)?.end ?? null;

/** Value of a series at a time, straight between its points; null outside it. Times ascend. */
export function at(time: readonly number[], values: readonly number[], when: number): number | null {
  const after = time.findIndex((t) => t >= when);
  if (after < 0) return null;
  const right = values[after];
  const t1 = time[after];
  if (right === undefined || t1 === undefined) return null;
  if (t1 === when) return right;
  const left = values[after - 1];
  const t0 = time[after - 1];
  if (left === undefined || t0 === undefined) return null;
  return left + ((right - left) * (when - t0)) / (t1 - t0);
}

/** The current local date, `2026-12-02`. */
export const todayIso = (): string => {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
