/** The options of `ingest`. */
export const ingestOptions = {
  region: { type: 'string' },
  file: { type: 'string' },
  published: { type: 'string' },
  'dry-run': { type: 'boolean' },
  data: { type: 'string' },
  by: { type: 'string' },
  why: { type: 'string' },
  since: { type: 'string' },
  years: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;
