import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import { AreaCode, formats, id, NodeId, PartyId, Period, Places, Text } from './values.ts';

/** Overrides of the multiples for another setting of the audit; the rest is inherited. */
const QualifierWidth = z.strictObject({
  low: z.number().nullable().optional(),
  high: z.number().nullable().optional(),
  rounding: z.boolean().optional(),
});

/** Version of the form of a region folder that this version of the program reads. A change that older content does not fit raises it. */
export const regionFormat = 1;

/** region.yaml */
export const RegionFile = z.strictObject({
  format: z
    .literal(regionFormat)
    .optional()
    .describe(
      'version of the form of this folder; a program that knows only older ones refuses it. Without it: 1',
    ),
  id: id<'RegionId'>('my-region'),
  title: Text,
  subtitle: Text,
  area: AreaCode.describe('the area that the agenda as a whole speaks of'),
  document: z.strictObject({
    title: z.string(),
    published: Period,
    file: z.string().describe('file name of the text, for tests and for readers with their own copy'),
    lines: z.number().int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, formats.hash.en),
    address: z.string(),
    pages: z
      .array(
        z.strictObject({
          fromLine: z.number().int().positive(),
          page: z.number().int().positive(),
          certain: z.boolean(),
        }),
      )
      .min(1)
      .describe('page of each block of lines; certain only where a page number is printed'),
  }),
  publisher: z
    .strictObject({
      name: z.string().min(2).describe('who publishes this site'),
      official: z.boolean().describe('true only where the owner of the agenda says so'),
      contact: z
        .string()
        .regex(/^(mailto:|https:\/\/)\S+$/)
        .optional()
        .describe('where a reader asks: mailto: or https:'),
      code: z
        .string()
        .regex(/^https:\/\/\S+$/)
        .optional()
        .describe('where the source code is, with this content'),
    })
    .optional()
    .describe('who publishes this site and in what standing; without it the pages say that nobody did'),
  offices: z
    .array(z.string().min(2))
    .default([])
    .describe(
      'publishers whose figures are measurements: a name that a source begins with, or a host of its address',
    ),
  levels: z
    .array(z.strictObject({ id: z.string(), title: Text, plural: Text }))
    .min(1)
    .describe('levels of the results tree from the top down'),
  units: z
    .record(
      z.string(),
      z.strictObject({
        title: Text,
        symbol: z
          .strictObject({ nl: z.string(), en: z.string() })
          .describe(
            'after the number; before it where it starts with a currency sign; `{n}` marks the place of the number; may be empty',
          ),
        decimals: z.number().int().min(0).max(6),
        grouping: z.boolean().default(true).describe('false for calendar years: 2030, not 2.030'),
        scale: z.number().positive().default(1).describe('divide by this before showing: 1e9 for billions'),
        above: z
          .strictObject({ value: z.number().positive(), unit: z.string(), divide: z.number().gt(1) })
          .optional()
          .describe(
            'from this value on, shown in that unit after dividing: a million euros and more as EUR mln',
          ),
        below: z
          .strictObject({ value: z.number().positive(), unit: z.string(), multiply: z.number().gt(1) })
          .optional()
          .describe('below this value, shown in that unit after multiplying: 0.0018 MW as 1.8 kW'),
        names: z
          .array(z.strictObject({ value: z.number(), name: Text }))
          .readonly()
          .optional()
          .describe('values with a word of their own: 0 and 1 of a switch as off and on'),
      }),
    )
    .describe('every unit that content may use, with how a number in it is shown'),
  qualifiers: z
    .record(
      z.string(),
      z.strictObject({
        words: z.array(z.string()).min(1),
        low: z.number().nullable().describe('lower bound as a multiple of the figure; null is unbounded'),
        high: z.number().nullable(),
        lowOpen: z.boolean().default(false),
        highOpen: z.boolean().default(false),
        rounding: z
          .boolean()
          .default(false)
          .describe(
            'half a unit of the last printed digit that is not zero; low and high are then its widest reach. Always so for `none`',
          ),
        floor: z.number().optional().describe('lower bound as a number instead of a multiple: 1 for a rank'),
        ceiling: z.number().optional().describe('upper bound as a number instead of a multiple'),
        bare: QualifierWidth.optional().describe('the figure as printed: the narrowest that the word allows'),
        generous: QualifierWidth.optional().describe('the widest that a reader would still grant the word'),
      }),
    )
    .describe('which interval a qualifier in the text means'),
  model: z.strictObject({
    file: z.string().nullable().describe('null as long as the region has no model: nothing is computed then'),
    start: z.number(),
    stop: z.number(),
    today: z.number(),
  }),
  assessment: z.strictObject({
    // More would not fit in memory.
    futures: z.number().int().positive().max(100_000),
    seed: z.number().int().nonnegative().max(0xffff_ffff),
    scenario: z.string(),
  }),
});

export type RegionFile = z.infer<typeof RegionFile>;

/** A node of the results tree: goal, ambition, pillar or challenge. */
export const TreeNode = z.strictObject({
  id: NodeId,
  level: z.string().describe('id of a level of region.yaml'),
  number: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .describe('as the agenda numbers it: a, b, 1, 12'),
  title: Text.describe('short, in our words'),
  official: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'its names in the document itself, in the language of the document, to the letter; shown beside the title',
    ),
  summary: Text.optional(),
  parents: z.array(NodeId).default([]),
  places: Places,
  statements: z
    .array(z.strictObject({ text: Text, places: Places }))
    .default([])
    .describe(
      'what the text says here without a figure: a condition, a choice, a way of working; in our words',
    ),
  owners: z.array(PartyId).default([]),
  linkIsReading: z
    .boolean()
    .default(false)
    .describe('true where the agenda itself does not make the link to the parent'),
});

export type TreeNode = DeepReadonly<z.infer<typeof TreeNode>>;

/** tree.yaml */
export const TreeFile = z.strictObject({ nodes: z.array(TreeNode).min(1) });
