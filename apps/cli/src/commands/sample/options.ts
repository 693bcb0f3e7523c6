/** The options of `sample`. */
export const sampleOptions = {
  n: { type: 'string' },
  seed: { type: 'string' },
  levels: { type: 'string' },
  'second-order': { type: 'boolean' },
  scramble: { type: 'boolean' },
  skip: { type: 'string' },
  spread: { type: 'string' },
  correlations: { type: 'string' },
  unit: { type: 'boolean' },
  dimensions: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
