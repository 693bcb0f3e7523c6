import { z } from 'zod';
import {
  AreaCode,
  ClaimId,
  EntryId,
  Lines,
  NodeId,
  PartyId,
  Source,
  TargetId,
  Text,
  Unit,
} from './values.ts';

/** Ministry, province, municipality, school, firm, operator. */
export const Party = z.strictObject({
  id: PartyId,
  title: Text,
  kind: z.enum([
    'ministry',
    'government',
    'province',
    'municipality',
    'region',
    'water-board',
    'school',
    'firm',
    'operator',
    'corporation',
    'campus',
    'institute',
    'partnership',
    'fund',
    'agency',
    'europe',
    'group',
  ]),
  area: AreaCode.optional(),
  places: z.array(Lines).default([]),
  source: Source.optional(),
});

export type Party = z.infer<typeof Party>;

/** parties.yaml */
export const PartiesFile = z.strictObject({ parties: z.array(Party).min(1) });

/** Kinds of registers. */
export const RegisterKind = z.enum([
  'instrument',
  'programme',
  'facility',
  'campus',
  'technology',
  'market',
  'project',
  'document',
]);

export type RegisterKind = z.infer<typeof RegisterKind>;

/** One entry of a register, with its facts, money and sources. */
export const Entry = z.strictObject({
  id: EntryId,
  title: Text,
  summary: Text.optional(),
  parties: z.array(PartyId).default([]),
  nodes: z.array(NodeId).default([]).describe('opgaven, action lines or pillars that it serves'),
  area: AreaCode.optional(),
  places: z.array(Lines).default([]),
  source: Source.optional(),
  linkIsReading: z.boolean().default(true),
  money: z
    .array(
      z.strictObject({
        amount: z.number(),
        unit: Unit,
        payer: z.string(),
        item: Text,
        status: z.enum(['stated', 'observed', 'expected', 'derived']),
        source: Source,
        note: z.string().optional(),
      }),
    )
    .default([]),
  facts: z
    .array(
      z.strictObject({
        text: Text,
        status: z.enum(['stated', 'observed', 'expected', 'derived']),
        source: Source,
      }),
    )
    .default([]),
});

export type Entry = z.infer<typeof Entry>;

/** registers/*.yaml */
export const RegisterFile = z.strictObject({
  kind: RegisterKind,
  title: Text,
  entries: z.array(Entry).min(1),
});

export type RegisterFile = z.infer<typeof RegisterFile>;

/** An agreement or event since the agenda: who agreed what, when, and with what effect. */
export const Agreement = z.strictObject({
  id: EntryId,
  date: z
    .union([z.string(), z.number().int().transform(String)])
    .describe('as the source gives it; `2025 (?)` where it is not sure'),
  title: Text,
  parties: z.array(PartyId).default([]),
  partiesNote: z.string().optional(),
  nodes: z.array(NodeId).default([]),
  status: Text.describe('the last state that a source tells'),
  state: z
    .enum(['kept', 'running', 'open', 'unknown'])
    .default('unknown')
    .describe('kept: what was agreed was done; running: work goes on; open: a step has still to come'),
  statusOn: z
    .union([z.string(), z.number().int().transform(String)])
    .nullable()
    .default(null)
    .describe('when that state was told; null where the source has no date'),
  due: z.string().nullable().default(null).describe('by when it is to be done or decided'),
  owner: PartyId.nullable().default(null).describe('who must take the next step, where a source says so'),
  next: Text.optional().describe('the next step that a source names'),
  claims: z.array(ClaimId).default([]).describe('commitments of the text that it follows up'),
  amount: z.number().nullable().default(null),
  source: Source,
  note: Text.optional(),
});

export type Agreement = z.infer<typeof Agreement>;

/** agreements.yaml */
export const AgreementsFile = z.strictObject({ agreements: z.array(Agreement).min(1) });

/** Why something is not known, in the order in which a page lists it. */
export const unknownKinds = ['open-in-text', 'not-found', 'not-fetched', 'uncertain'] as const;

/** A known unknown: information that was searched for and not found, with its consequence. */
export const Unknown = z.strictObject({
  id: EntryId,
  kind: z
    .enum(unknownKinds)
    .default('not-found')
    .describe(
      'open-in-text: the text of the agenda leaves it open; not-found: looked for and not found; not-fetched: a source has it; uncertain: found, but not certain',
    ),
  text: Text.describe('what is not known'),
  consequence: Text.optional().describe('what that means for a target, the model or a page'),
  nodes: z.array(NodeId).default([]),
  targets: z.array(TargetId).default([]),
  where: Text.optional().describe('where it could be found'),
});

export type Unknown = z.infer<typeof Unknown>;

/** unknowns.yaml */
export const UnknownsFile = z.strictObject({ unknowns: z.array(Unknown).min(1) });
