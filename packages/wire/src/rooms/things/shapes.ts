import * as z from 'zod/mini';
import { type Answer, id, Text } from '../../words.ts';
import { ApiClaim } from '../sources/shapes.ts';

/** Kind of a thing that others can name. */
export const LinkKind = z.enum([
  'ambition',
  'pillar',
  'action-line',
  'challenge',
  'part',
  'instrument',
  'programme',
  'facility',
  'campus',
  'technology',
  'market',
  'project',
  'document',
  'target',
  'claim',
  'indicator',
  'party',
  'measure',
  'constraint',
  'agreement',
  'uncertainty',
  'unknown',
  'viewpoint',
  'area',
]);
export type LinkKind = Answer<typeof LinkKind>;

/** In what capacity one thing names another. */
export const LinkAs = z.enum([
  'parent',
  'responsible',
  'owner',
  'partner',
  'party',
  'payer',
  'next-step',
  'serves',
  'about',
  'touches',
  'of',
  'measured-by',
  'stated-by',
  'part-of',
  'held-back-by',
  'agreed-by',
  'follows-up',
  'excludes',
  'needs',
  'lies-in',
  'held-by',
]);
export type LinkAs = Answer<typeof LinkAs>;

/** The other end of a link, with its name. */
export const ApiLink = z.object({ kind: LinkKind, id, as: LinkAs, title: Text });
export type ApiLink = Answer<typeof ApiLink>;

/** GET /v1/verwijzingen/{kind}/{id}: what a thing names, what names it, and what the text says there. */
export const ThingResponse = z.object({
  kind: LinkKind,
  id,
  title: Text,
  /** the day on the server's clock */
  today: z.string(),
  names: z.array(ApiLink),
  namedBy: z.array(ApiLink),
  /** claims that it names or is named by */
  claims: z.array(ApiClaim),
  /** other claims in the same lines of the text */
  sameLines: z.array(ApiClaim),
  /** sources that it cites itself, or that its links cite */
  sources: z.array(z.object({ id, text: z.string() })),
});
export type ThingResponse = Answer<typeof ThingResponse>;

/** Where an agreement stands in time. */
export const Term = z.enum(['late', 'passed', 'soon', 'ahead', 'undated', 'done']);

/** GET /v1/afspraken: who promised what by when, the most urgent first, and what comes in the next twelve months. */
export const AgreementsResponse = z.object({
  /** the day on the server's clock */
  today: z.string(),
  agreements: z.array(
    z.object({
      id,
      term: Term,
      /** decimal year by the end of which it is due */
      dueEnd: z.nullable(z.number()),
      /** decimal year at the end of which a source last said how it stands */
      lastWord: z.nullable(z.number()),
      silentMonths: z.nullable(z.int()),
    }),
  ),
  /** commitments of the text that name a year, the earliest first, with the agreements that follow each up */
  commitments: z.array(
    z.object({ claim: ApiClaim, end: z.number(), passed: z.boolean(), followedBy: z.array(id) }),
  ),
  coming: z.array(
    z.object({
      kind: z.enum(['agreement', 'target', 'indicator']),
      id,
      /** decimal year */
      time: z.number(),
      /** as the content gives it; null where it was computed from earlier figures */
      when: z.nullable(z.string()),
    }),
  ),
});
export type AgreementsResponse = Answer<typeof AgreementsResponse>;
