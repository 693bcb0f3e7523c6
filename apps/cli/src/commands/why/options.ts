/** The options of `why`. */
export const whyOptions = {
  target: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  causes: { type: 'boolean' },
  futures: { type: 'string' },
  seed: { type: 'string' },
  threads: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
