import { z } from 'zod';
import { ClaimId, kebab, NodeId, Period, Places, TargetId, Text, Unit } from './values.ts';

/** Kind of statement that a claim makes. */
export const ClaimKind = z.enum(['target', 'baseline', 'forecast', 'fact', 'commitment', 'definition']);

export type ClaimKind = z.infer<typeof ClaimKind>;

/** A closed or half-open interval; null is unbounded. */
export const Interval = z.strictObject({
  min: z.number().nullable(),
  max: z.number().nullable(),
  minOpen: z.boolean().default(false),
  maxOpen: z.boolean().default(false),
});

export type Interval = z.infer<typeof Interval>;

/** One quantified statement of the text: figure, qualifier, unit, period, places. */
export const Claim = z.strictObject({
  id: ClaimId,
  places: Places,
  figure: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe('the figure exactly as it stands in the text at each place'),
  text: Text.describe('paraphrase in our own words, never the sentence of the agenda'),
  kind: ClaimKind,
  quantity: z
    .string()
    .regex(kebab)
    .describe('what is counted; the same quantity has the same name in every claim'),
  entity: z
    .string()
    .min(1)
    .describe('of whom or where: an area code or the id of a party, register entry or node of the tree'),
  value: z.number(),
  qualifier: z.string().default('none').describe('key of qualifiers in region.yaml'),
  interval: Interval.optional().describe('only where the qualifier table does not say it'),
  unit: Unit,
  period: Period.optional().describe('when it was so; for a target or forecast use horizon'),
  horizon: Period.optional(),
  targets: z.array(TargetId).default([]),
  nodes: z.array(NodeId).default([]),
  note: Text.optional(),
});

export type Claim = z.infer<typeof Claim>;

/** claims/*.yaml */
export const ClaimsFile = z.strictObject({ claims: z.array(Claim).min(1) });
