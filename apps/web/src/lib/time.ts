/**
 * Decimal year at which a period ends: `2030` gives 2031, `2030-H1` 2030.5, `2030-06` 2030.5, `2021/2022` 2023.
 * The same rule as `periodEnd` of the agenda package, without its parser, which the browser does not need.
 * @returns null where the text is no period.
 */
export function endOf(period: string): number | null {
  const last =
    period
      .replace(/ ?\(\?\)$/, '')
      .split('/')
      .at(-1) ?? '';
  const found = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(last);
  if (found === null) return null;
  const [, year, half, quarter, month, day] = found;
  const start = Number(year);
  if (half !== undefined) return start + Number(half) / 2;
  if (quarter !== undefined) return start + Number(quarter) / 4;
  if (month === undefined) return start + 1;
  if (day === undefined) return start + Number(month) / 12;
  const days = new Date(Date.UTC(start, Number(month), 0)).getUTCDate();
  return start + (Number(month) - 1 + Number(day) / days) / 12;
}

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
