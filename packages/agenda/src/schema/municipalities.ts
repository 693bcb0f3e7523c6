import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import { EntryId, IndicatorId, TargetId, Text } from './values.ts';

/** How the homes of a municipality are held against its part of what the region agreed. */
export const MunicipalHomes = z.strictObject({
  target: TargetId.describe('target of the region; what holds it back holds back homes everywhere'),
  built: IndicatorId.describe('homes finished in a year, per municipality'),
  margin: z
    .number()
    .min(0)
    .describe('by how many homes a figure of one municipality and year may be off, for rounding'),
  total: z
    .string()
    .describe('series of what the region agreed; the period of its figure is that of the agreement'),
  task: z.string().describe('series of what was agreed per municipality, in the same period'),
  per: z.string().describe('series by which the rest is divided over municipalities without a task'),
  agreement: EntryId.describe('the agreement that says so'),
  unlike: z.array(Text).default([]).describe('in what the figures and the agreement may differ'),
});

export type MunicipalHomes = DeepReadonly<z.infer<typeof MunicipalHomes>>;

/** A group of ages, in whole years; `to` is not included, and null for no upper bound. */
export const AgeGroup = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(1).nullable(),
  series: z.string(),
});

/** municipalities.yaml: what the pages of municipalities show beside the indicators. */
export const MunicipalitiesFile = z.strictObject({
  homes: MunicipalHomes.nullable().default(null),
  first: z
    .array(IndicatorId)
    .default([])
    .describe('indicators that are shown first, in this order; the others follow in the order of their file'),
  ages: z.array(AgeGroup).default([]),
  others: z
    .array(z.strictObject({ series: z.string(), title: Text }))
    .default([])
    .describe('series without an indicator: counts by others, wishes, expectations'),
});

export type MunicipalitiesFile = DeepReadonly<z.infer<typeof MunicipalitiesFile>>;
