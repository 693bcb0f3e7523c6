import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import {
  ConstraintId,
  EntryId,
  formats,
  kebab,
  MeasureId,
  OutcomeId,
  PartyId,
  Period,
  Source,
  Text,
  Unit,
} from './values.ts';

/** Measures that draw on one budget: money, people, room. */
export const SharedBudget = z.strictObject({
  id: EntryId,
  title: Text,
  unit: Unit,
  most: z.number().positive().describe('what there is'),
  measures: z
    .array(
      z.strictObject({
        measure: MeasureId,
        per: z.number().positive().describe('budget per unit of the lever'),
      }),
    )
    .min(2),
  reason: Text,
  source: Source,
});

export type SharedBudget = DeepReadonly<z.infer<typeof SharedBudget>>;

/** Two measures that cannot go together, or of which the first does nothing without the second. */
export const MeasureRule = z.strictObject({
  kind: z.enum(['excludes', 'needs']),
  measure: MeasureId,
  other: MeasureId,
  reason: Text,
  source: Source,
});

export type MeasureRule = DeepReadonly<z.infer<typeof MeasureRule>>;

/** A theme of broad prosperity: growth that is paid for elsewhere must show. */
export const BalanceTheme = z.strictObject({
  id: EntryId,
  title: Text,
  variable: z.string().describe('model variable, one number per time'),
  scale: z.number().default(1),
  unit: Unit,
  good: z.enum(['up', 'down']).describe('which way is better'),
  note: Text.optional().describe('what it leaves out'),
});

export type BalanceTheme = DeepReadonly<z.infer<typeof BalanceTheme>>;

/** Marginal relief of a scarce resource, to measure its effect. */
export const Relief = z.strictObject({
  constraint: ConstraintId,
  variable: z
    .string()
    .describe('a constant of the model; of a lever or an uncertainty its own value is shifted'),
  add: z.number().optional().describe('what is added, in the unit of the variable'),
  times: z.number().positive().optional().describe('or by what it is multiplied'),
  title: Text.describe('what is given, in words: 10 MW more a year'),
});

export type Relief = DeepReadonly<z.infer<typeof Relief>>;

/** A source of alternative ranges for some uncertainties: a party, a document. */
export const Viewpoint = z.strictObject({
  id: z.string().regex(kebab, formats.id.en),
  title: Text,
  party: PartyId.nullable().describe('null where it is a document'),
  reason: Text,
});

export type Viewpoint = DeepReadonly<z.infer<typeof Viewpoint>>;

/** table.yaml */
export const TableFile = z.strictObject({
  positions: z.record(z.string(), Text).default({}).describe('what a named position of a lever is called'),
  outcomes: z.array(OutcomeId).default([]).describe('outcomes that the policy table begins with'),
  years: z
    .array(Period)
    .default([])
    .describe(
      'years beside the date of each target at which the policy table can read; within the time of the model',
    ),
  budgets: z.array(SharedBudget).default([]),
  rules: z.array(MeasureRule).default([]),
  balance: z.array(BalanceTheme).default([]),
  relief: z.array(Relief).default([]),
  viewpoints: z.array(Viewpoint).default([]),
});

export type TableFile = DeepReadonly<z.infer<typeof TableFile>>;
