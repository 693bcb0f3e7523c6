import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import {
  AreaCode,
  ClaimId,
  IndicatorId,
  NodeId,
  OutcomeId,
  Period,
  Places,
  Source,
  TargetId,
  Text,
  Unit,
} from './values.ts';

/** Why nothing judges a target: the few kinds that there are. */
export const whyMissing = ['not-fetched', 'not-published', 'secret', 'no-definition', 'no-baseline'] as const;

/** An indicator, a direction, a value and a horizon. */
export const Target = z.strictObject({
  id: TargetId,
  title: Text,
  pillar: NodeId,
  ambitions: z.array(NodeId).min(1),
  challenge: NodeId.describe('the opgave that answers for it'),
  challenges: z.array(NodeId).default([]).describe('further opgaven that it touches'),
  linkIsReading: z
    .boolean()
    .default(true)
    .describe('the annex links no opgave to a target, so a link is our reading unless the text makes it'),
  indicator: IndicatorId,
  area: AreaCode,
  unit: Unit,
  direction: z.enum(['at-least', 'at-most']),
  value: z.number().nullable().describe('null where the agenda gives no number and we set none'),
  valueIs: z
    .enum(['stated', 'assumed'])
    .describe('stated by the agenda, or assumed by us where the text gives no number'),
  valueReason: Text.optional().describe('required where the value is assumed or null'),
  inAgendaAs: z
    .enum(['goal', 'effect', 'need', 'level', 'none'])
    .default('goal')
    .describe(
      'what the agenda itself calls it: a goal; the effect that it expects of an investment; a need; a level that may be the present one; or nothing, where the target is ours',
    ),
  baseline: z.strictObject({ value: z.number(), period: Period, source: Source }).nullable(),
  horizon: Period,
  claims: z.array(ClaimId).default([]),
  places: Places,
  partOf: TargetId.optional().describe(
    'a target that already counts what this one counts, like the homes of one location within all homes',
  ),
  caution: Text.optional().describe(
    'what must be read with every comparison of its figures with the goal or the model, such as another price level; shown with its standing and its chart',
  ),
  missing: z
    .strictObject({
      kind: z.enum(whyMissing),
      where: z.string().optional().describe('table or register that has it, where it only was not fetched'),
    })
    .optional()
    .describe('why its standing cannot be computed, while it cannot'),
  proxy: z
    .strictObject({
      series: z.string().describe('series of the observation files that comes nearest'),
      area: AreaCode,
      distance: Text.describe('how far it is from what the target asks'),
    })
    .optional()
    .describe('figure that is shown where the target itself has none; it never makes a status'),
  outcome: OutcomeId.nullable().describe('model outcome that answers it'),
  notModelled: Text.nullable().describe('why the model cannot speak of it; null where an outcome is given'),
  note: Text.optional(),
});

export type Target = DeepReadonly<z.infer<typeof Target>>;

/** targets.yaml */
export const TargetsFile = z.strictObject({ targets: z.array(Target).min(1) });
