import { z } from 'zod';
import { AreaCode, Period, SourceId, Text, Unit } from './values.ts';

/** One series that a table of a statistics office holds. */
export const SourceSeries = z.strictObject({
  series: z.string().min(1).describe('name of the series in the observations'),
  measure: z
    .string()
    .optional()
    .describe(
      'code of the measure (CBS v4), name of the column (CBS v3, CSV, Excel; `{period}` where its name holds the period), or none where a table has one',
    ),
  where: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
    .default({})
    .describe('code, or codes, per other dimension; of several codes of a table the cells are added up'),
  add: z
    .boolean()
    .default(false)
    .describe('of a file: add up the rows of one area and period, such as one per school'),
  area: z.strictObject({
    dimension: z
      .string()
      .optional()
      .describe('dimension or column of the areas; none where the table is of one area'),
    codes: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'code of the source per area of the region; by default the same code for every area that has one',
      ),
    only: z
      .array(AreaCode)
      .optional()
      .describe('by default every area of areas.csv with a code of the office'),
  }),
  period: z.strictObject({
    dimension: z.string().describe('dimension or column of the periods'),
    at: z
      .enum(['whole', 'first-day', 'last-day'])
      .default('whole')
      .describe('whether the value is of the whole period or of a day of it'),
    every: z
      .enum(['year', 'half-year', 'quarter', 'month'])
      .optional()
      .describe('only periods of this length, where a table has more than one; by default all of them'),
  }),
  unit: Unit,
  sourceUnit: z.string().describe('as the source writes it; another one is held back for a decision'),
  times: z.number().positive().default(1).describe('value of the source times this gives the unit'),
  expected: z
    .boolean()
    .default(false)
    .describe('a forecast: its figures are expected, and none of them was measured'),
  from: Period.optional(),
  until: Period.optional(),
  largestJump: z
    .number()
    .gt(1)
    .default(10)
    .describe('a value so many times its neighbour, or so small a part of it, is held back for a decision'),
});

export type SourceSeries = z.infer<typeof SourceSeries>;

/** A table of a statistics office, a file, or figures entered by hand: where observations come from. */
export const StatisticsSource = z.strictObject({
  id: SourceId,
  title: Text,
  kind: z.enum([
    'cbs-odata-v4',
    'cbs-odata-v3',
    'eurostat',
    'pdok',
    'arcgis',
    'duo-csv',
    'csv',
    'excel',
    'sdmx-csv',
    'by-hand',
  ]),
  publisher: z.string().min(1),
  table: z
    .string()
    .optional()
    .describe(
      'id of the table, code of the dataset or collection, exactly as written; of DUO its dataset and file, `p04hogdipl/gediplomeerdenhbo.csv`',
    ),
  address: z
    .url()
    .optional()
    .describe(
      'of a file, its own; of a service, what its tables stand under, where that is not the usual one',
    ),
  licence: z.string().min(1),
  attribution: z.string().min(1),
  redistributable: z.boolean().default(true),
  calendar: Text.optional(),
  classification: z.string().optional().describe('year of the classification of areas or branches'),
  after: SourceId.optional().describe('the table that this one follows, of the same series'),
  lagMonths: z
    .number()
    .min(0)
    .max(60)
    .default(6)
    .describe('months from the end of a period to its first figure, where no date is known'),
  skipRows: z.number().int().min(0).default(0).describe('lines above the header of a file'),
  sheet: z.string().optional().describe('sheet of an Excel file; by default the first'),
  delimiter: z.enum([',', ';', '\t']).optional().describe('of a CSV file; by default what its header has'),
  decimal: z.enum(['.', ',']).default('.').describe('sign before decimals in a file'),
  secret: z
    .array(z.string())
    .default([])
    .describe('cells of a file that stand for a value kept secret, like <5'),
  note: Text.optional(),
  series: z.array(SourceSeries).default([]),
});

export type StatisticsSource = z.infer<typeof StatisticsSource>;

/** sources.yaml */
export const SourcesFile = z.strictObject({ sources: z.array(StatisticsSource) });
