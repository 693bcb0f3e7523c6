/** The options of `robustness`. */
export const robustnessOptions = {
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
