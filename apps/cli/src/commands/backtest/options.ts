/** The options of `backtest`. */
export const backTestOptions = {
  futures: { type: 'string' },
  seed: { type: 'string' },
  threads: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
