import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import { ConstraintId, EntryId, IndicatorId, NodeId, OutcomeId, TargetId, Text } from './values.ts';

/** Column and row of a block, from the upper left; halves are allowed. */
const Cell = z.tuple([z.number().min(0).max(8), z.number().min(0).max(12)]);

/** Both layouts of the drawing: on a page as wide as a desk has, and on a phone. */
const Layouts = z.strictObject({ wide: Cell, narrow: Cell });

/** A block of the drawn picture of the whole. */
export const PictureBlock = z.strictObject({
  id: EntryId,
  title: Text,
  outcome: OutcomeId.nullable().describe('its small fan; null where the model has no outcome for it'),
  sentence: Text.describe('what the block stands for, in one sentence'),
  sectors: z.array(z.string()).default([]).describe('groups of the model text that belong to it'),
  variables: z
    .array(z.strictObject({ variable: z.string() }))
    .default([])
    .describe('further variables of the model that belong to it, whatever their group'),
  own: z
    .array(ConstraintId)
    .default([])
    .describe('limits of its outcome that lie within the block and come from no other'),
  door: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('target'), id: TargetId }),
      z.strictObject({ to: z.literal('challenge'), id: NodeId }),
      z.strictObject({ to: z.literal('indicator'), id: IndicatorId }),
    ])
    .describe('the page behind it'),
  place: Layouts,
});

export type PictureBlock = DeepReadonly<z.infer<typeof PictureBlock>>;

/** An influence of one block on another, as the equations of the model have it. */
export const PictureArrow = z.strictObject({
  from: EntryId,
  to: EntryId,
  sign: z
    .enum(['+', '-'])
    .describe('whether more of the first gives more of the second, along the way, all else equal'),
  sentence: Text.describe('the influence in words'),
  way: z
    .array(z.strictObject({ variable: z.string() }))
    .min(2)
    .describe(
      'variables of the model, each of which is in the equation of the next; the first is of `from`, the last of `to`',
    ),
  limits: z
    .array(ConstraintId)
    .default([])
    .describe('limits of the outcome of `to` that come this way; their share makes the arrow thick'),
  bend: z
    .strictObject({ wide: z.number().min(-2).max(2), narrow: z.number().min(-2).max(2) })
    .default({ wide: 0, narrow: 0 })
    .describe('how far the arrow bows out to its left, in cells'),
});

export type PictureArrow = DeepReadonly<z.infer<typeof PictureArrow>>;

/** picture.yaml: how the whole hangs together, drawn by hand and held to the model. */
export const PictureFile = z.strictObject({
  blocks: z.array(PictureBlock).default([]),
  arrows: z.array(PictureArrow).default([]),
  leftOut: z
    .array(z.strictObject({ from: EntryId, to: EntryId, reason: Text }))
    .default([])
    .describe(
      'influences that go straight from block to block in the model and are not drawn, each with the reason',
    ),
});

export type PictureFile = DeepReadonly<z.infer<typeof PictureFile>>;
