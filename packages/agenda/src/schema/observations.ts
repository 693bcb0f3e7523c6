import { z } from 'zod';
import { AreaCode, Source } from './values.ts';

/** One row of areas.csv: municipality, subregion, region, province, country. */
export const Area = z.strictObject({
  code: AreaCode,
  name: z.string(),
  kind: z.enum(['region', 'subregion', 'municipality', 'province', 'country', 'other']),
  parent: z.string(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  land_km2: z.number().positive().nullable(),
  source: Source,
  joined_into: z
    .string()
    .default('')
    .describe('area that this one was joined into: its figures of before count there; empty for most'),
  joined_on: z.string().default('').describe('day or year from which it was no more'),
});

export type Area = z.infer<typeof Area>;

/** One row of observations/*.csv: a figure with its source and status. */
export const Observation = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  value: z.coerce.number(),
  unit: z.string(),
  status: z
    .enum(['observed', 'reported', 'expected', 'derived', 'provisional'])
    .describe('observed: by a statistics office (`offices` of region.yaml); reported: a text says it'),
  source: Source,
  note: z.string().default(''),
  published: z
    .string()
    .default('')
    .describe('day on which the source published this figure; empty where that is not known'),
});

export type Observation = z.infer<typeof Observation>;
