/** The options of `sample`. */
export const sampleOptions = {
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
