/** The options of `discover`. */
export const discoverOptions = {
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
