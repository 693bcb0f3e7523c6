/** The options of `search`. */
export const searchOptions = {
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
