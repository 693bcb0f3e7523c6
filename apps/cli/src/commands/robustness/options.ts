/** The options of `robustness`. */
export const robustnessOptions = {
  metric: { type: 'string' },
  direction: { type: 'string' },
  threshold: { type: 'string' },
  weights: { type: 'string' },
  weigh: { type: 'string' },
  reference: { type: 'string' },
  uncertainties: { type: 'string' },
  percentile: { type: 'string' },
  pessimism: { type: 'string' },
  deviations: { type: 'string' },
  'futures-in': { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
