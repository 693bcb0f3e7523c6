/** Where eight of ten futures lie over time, and the middle one. */
export interface Fan {
  readonly time: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** The fan in other units. */
export function scaled(fan: Fan, factor: number): Fan {
  if (factor === 1) return fan;
  const by = (values: readonly number[]): number[] => values.map((value) => value * factor);
  return { time: fan.time, p10: by(fan.p10), p50: by(fan.p50), p90: by(fan.p90) };
}

/** What the futures say so far: `count` of the `of` asked. */
export interface Answer {
  readonly fans: ReadonlyMap<string, Fan>;
  readonly count: number;
  readonly of: number;
}
