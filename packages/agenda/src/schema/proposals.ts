import { z } from 'zod';
import { ClaimKind, Interval } from './claims.ts';
import { ClaimId, formats, id, kebab, Unit } from './values.ts';

/** A quantity that was found in a document: a claim only once a person has accepted it. */
export const Proposal = z.strictObject({
  id: id<'ProposalId'>('q-12'),
  state: z
    .enum(['proposed', 'accepted', 'rejected'])
    .describe('what a person decided; nothing is a claim before'),
  claim: ClaimId.optional().describe('the claim that it became, or was joined with'),
  page: z.number().int().positive(),
  line: z.number().int().positive().describe('line of the document as it was read'),
  offset: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  figure: z.string().min(1).describe('the figure as it stands in the document'),
  form: z.string(),
  kind: ClaimKind,
  quantity: z.string().regex(kebab),
  counted: z.string().describe('what is counted, in a word or two of the document'),
  value: z.number(),
  alternative: z
    .number()
    .optional()
    .describe(
      'what it is in the other notation, where the document writes decimals with a comma and a point',
    ),
  qualifier: z.string(),
  interval: Interval,
  unit: Unit,
  period: z.string().nullable().default(null),
  horizon: z.string().nullable().default(null),
  negated: z.boolean().default(false),
  footnote: z.string().nullable().default(null),
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.string()).default([]).describe('why it is not certain'),
});

export type Proposal = z.infer<typeof Proposal>;

/** proposals/*.yaml: what was found in one document, and what people decided of it. */
export const ProposalsFile = z.strictObject({
  document: z.strictObject({
    name: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, formats.hash.en),
    format: z.enum(['pdf', 'txt', 'html', 'docx']),
    language: z.enum(['nl', 'en']),
    characters: z.number().int().nonnegative(),
    lines: z.number().int().positive(),
    pages: z.number().int().positive(),
  }),
  proposals: z.array(Proposal).default([]),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum(['sum', 'share', 'growth']),
        whole: Proposal.shape.id,
        parts: z.array(Proposal.shape.id),
        fits: z.boolean(),
        confidence: z.number().min(0).max(1),
      }),
    )
    .default([])
    .describe('sums and shares that the text seems to make; for who writes audit.yaml'),
});

export type ProposalsFile = z.infer<typeof ProposalsFile>;
