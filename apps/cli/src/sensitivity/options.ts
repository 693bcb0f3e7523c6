/** The options of `sensitivity`. */
export const sensitivityOptions = {
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
