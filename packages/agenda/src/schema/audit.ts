import { z } from 'zod';
import { Claim } from './claims.ts';
import { ClaimId, EntryId, formats, id, Lines, Period, Source, Text, Unit } from './values.ts';

/** `quantity@entity@period` or, for what has no time, `quantity@entity`: the period is that of the claim, else its horizon. */
export const VariableRef = z
  .string()
  .regex(/^[a-z0-9-]+@[A-Za-z0-9-]+(@[0-9HQ/-]+)?$/, formats.variable.en)
  .meta({ examples: ['gva-industry@NL01@2019'] });

/** Id of a relation. */
export const RelationId = id<'RelationId'>('gva-share-2019');

export type RelationId = z.infer<typeof RelationId>;

const relationBase = {
  id: RelationId,
  why: Text.describe('why the quantities hang together like this'),
  asks: z
    .enum(['contradiction', 'shortfall', 'horizon', 'definition'])
    .default('contradiction')
    .describe('what to call it when this cannot hold'),
  when: z
    .array(z.strictObject({ claim: ClaimId, reading: z.string().optional() }))
    .default([])
    .describe('holds only where these claims are taken, in this reading'),
  places: z.array(Lines).default([]),
};

const relationKinds = [
  z.strictObject({
    ...relationBase,
    kind: z.literal('sum'),
    whole: VariableRef,
    parts: z
      .array(
        z.union([
          VariableRef.transform((of) => ({ of, times: 1, converts: false })),
          z
            .strictObject({ of: VariableRef, times: z.number() })
            .transform((part) => ({ ...part, converts: true }))
            .describe(
              'times may bring another unit to that of the whole; a part without it has the same unit',
            ),
        ]),
      )
      .min(1),
    covers: z
      .enum(['all', 'some', 'at-least-all'])
      .default('all')
      .describe(
        'all: the parts are the whole; some: of which, so at most the whole; at-least-all: parts may overlap',
      ),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('share'),
    part: VariableRef,
    whole: VariableRef,
    share: VariableRef,
    times: z.number().default(0.01).describe('0.01 for a share in per cent'),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('growth'),
    from: VariableRef,
    to: VariableRef,
    growth: VariableRef.describe('in per cent'),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('product'),
    product: VariableRef,
    factors: z.tuple([VariableRef, VariableRef]),
    times: z.number().default(1).describe('to bring the units together'),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('order'),
    smaller: VariableRef,
    larger: VariableRef,
    strict: z.boolean().default(false),
    times: z
      .number()
      .optional()
      .describe(
        'smaller <= times x larger: 0.5 for at most half; 1 says that two units count the same; 1 where it is left out',
      ),
  }),
  z.strictObject({ ...relationBase, kind: z.literal('same'), of: z.array(VariableRef).min(2) }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('difference'),
    from: VariableRef,
    to: VariableRef,
    is: VariableRef.describe('to minus from'),
  }),
] as const;

/** Relations between quantities of claims. */
export const Relation = z.discriminatedUnion('kind', relationKinds);

export type Relation = z.infer<typeof Relation>;

/** A quantity that claims are about, with its domain of possible values. */
export const AuditQuantity = z.strictObject({
  variable: VariableRef,
  title: Text,
  unit: Unit,
  signed: z.boolean().default(false).describe('may be negative; anything else is more than zero'),
  max: z.number().optional().describe('what it can never exceed: 100 for a share in per cent'),
});

export type AuditQuantity = z.infer<typeof AuditQuantity>;

/** A side condition that the text does not state: relations that can be switched on and off. */
export const Assumption = z.strictObject({
  id: id<'AssumptionId'>('rest-of-industry-does-not-shrink'),
  title: Text,
  why: Text.describe('its basis: in the text, or outside it'),
  on: z.boolean().default(true),
  relation: Relation,
});

export type Assumption = z.infer<typeof Assumption>;

/** The readings that a claim can have, where content names them. */
export const ClaimReadings = z.strictObject({
  claim: ClaimId,
  readings: z
    .array(
      z.strictObject({
        id: id<'ReadingId'>('cumulative'),
        title: Text,
        plain: z.boolean().default(true).describe('a careful reader could well mean this'),
        variable: VariableRef.optional(),
        value: z.number().optional(),
        unit: Unit.optional(),
        qualifier: z.string().optional(),
      }),
    )
    .min(1),
});

export type ClaimReadings = z.infer<typeof ClaimReadings>;

/** A continuation: a claim that something continues, and the claim that it continues from. */
export const Continuation = z.strictObject({ claim: ClaimId, of: ClaimId, why: Text });

export type Continuation = z.infer<typeof Continuation>;

/** A list that the text announces, with the number of items that it promises. */
export const AnnouncedList = z.strictObject({
  id: EntryId,
  title: Text,
  what: z.enum(['list', 'footnote', 'number']),
  claims: z.array(ClaimId).default([]),
  promised: z.number().int(),
  found: z.number().int(),
  missing: z.array(z.string()).default([]),
  places: z.array(Lines).min(1),
  note: Text.optional(),
});

export type AnnouncedList = z.infer<typeof AnnouncedList>;

/** audit.yaml */
export const AuditFile = z.strictObject({
  quantities: z
    .array(AuditQuantity)
    .default([])
    .describe('quantities that the text speaks of without a figure, and bounds of those that have one'),
  relations: z
    .array(Relation)
    .default([])
    .describe('what follows from the meaning of the words; never given up'),
  assumptions: z.array(Assumption).default([]).describe('side conditions that the text does not state'),
  readings: z
    .array(ClaimReadings)
    .default([])
    .describe(
      'claims that may mean more than one thing; a target without a qualifier has exactly and at-least of itself',
    ),
  continuations: z
    .array(Continuation)
    .default([])
    .describe('a claim that says still or remains, and the claim that it goes on from'),
  lists: z
    .array(AnnouncedList)
    .default([])
    .describe('lists and notes that the text announces, with how many there are: those that fit too'),
});

export type AuditFile = z.infer<typeof AuditFile>;

/** A claim of another document: it has no lines in the text of the agenda, but a source. */
export const ComparedClaim = Claim.omit({ places: true, nodes: true }).extend({
  source: Source,
  figure: z.string().min(1),
});

export type ComparedClaim = z.infer<typeof ComparedClaim>;

/** compared/*.yaml: another document, to compare with the agenda; its relations may name quantities of the agenda. */
export const ComparedFile = z.strictObject({
  document: z.strictObject({
    id: EntryId,
    title: Text,
    published: Period,
    source: Source,
  }),
  claims: z.array(ComparedClaim).min(1),
  quantities: z.array(AuditQuantity).default([]),
  relations: z.array(Relation).default([]),
  assumptions: z.array(Assumption).default([]),
  readings: z.array(ClaimReadings).default([]),
  continuations: z.array(Continuation).default([]),
});

export type ComparedFile = z.infer<typeof ComparedFile>;

/** An id of a conflict is made of ids of claims with two dashes between them. */
export const ConflictId = z
  .string()
  .regex(/^[a-z0-9]+(--?[a-z0-9]+)*$/, formats.id.en)
  .meta({ examples: ['industry-gva-share-15--industry-gva-plus-20-percent'] })
  .brand<'ConflictId'>();

export type ConflictId = z.infer<typeof ConflictId>;

/** A person's verdict on a conflict. */
export const ConflictVerdict = z.strictObject({
  conflict: ConflictId,
  verdict: z.enum(['accepted-as-rounding', 'accepted-as-reading', 'to-be-repaired', 'disputed']),
  by: z.string().min(1).max(200),
  on: Period,
  why: z.string().min(1).max(2000),
});

export type ConflictVerdict = z.infer<typeof ConflictVerdict>;

/** verdicts.yaml */
export const VerdictsFile = z.strictObject({ verdicts: z.array(ConflictVerdict) });

export type VerdictsFile = z.infer<typeof VerdictsFile>;
