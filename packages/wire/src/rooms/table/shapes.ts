import * as z from 'zod/mini';
import { type Answer, Hashes, id } from '../../words.ts';
import { Binding, Met, Quantiles } from '../standing/shapes.ts';

const name = z.string().check(z.maxLength(100));

/** POST /v1/tafel, the question. What is left out is as the region has it. */
export const TableBody = z.strictObject({
  setting: z.strictObject({
    levers: z.record(name, z.number()),
    timings: z._default(z.record(name, z.number()), {}),
    assumptions: z._default(z.record(name, z.number()), {}),
    viewpoint: z._default(z.nullable(name), null),
  }),
  futures: z.optional(z.int()),
  seed: z.optional(z.int()),
  /** One of the years of the region, at which every target is read; null or left out for the horizon of each. */
  year: z.optional(z.nullable(name)),
});
export type TableBody = z.output<typeof TableBody>;

const numbers = z.array(z.number());
const Band = z.object({
  time: numbers,
  p10: numbers,
  p25: numbers,
  p50: numbers,
  p75: numbers,
  p90: numbers,
});

/**
 * POST /v1/tafel: what the futures say of a setting of the policy table. The same numbers as the browser finds, to the last bit:
 * `hash` is over all of them, those per future included.
 */
export const TableResponse = z.object({
  region: id,
  hashes: Hashes,
  question: z.object({
    setting: z.object({
      levers: z.record(id, z.number()),
      timings: z.record(id, z.number()),
      assumptions: z.record(id, z.number()),
      viewpoint: z.nullable(z.string()),
    }),
    futures: z.int(),
    seed: z.int(),
    year: z.optional(z.nullable(z.string())),
  }),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  answer: z.object({
    count: z.int(),
    seed: z.int(),
    coarse: numbers,
    bands: z.record(id, Band),
    balance: z.record(id, Band),
    targets: z.array(
      z.object({
        id,
        projected: Quantiles,
        met: z.nullable(Met),
        gap: z.nullable(z.number()),
        binding: z.array(Binding),
        /** per future, only where `?values=1` asks for them */
        values: z.optional(numbers),
      }),
    ),
    constraints: z.array(
      z.object({
        id,
        share: z.number(),
        targets: z.array(id),
        largestIn: Met,
        from: z.nullable(z.number()),
        where: z.array(z.object({ outcome: id, variable: z.string(), share: z.number() })),
      }),
    ),
    allMet: Met,
  }),
});
export type TableResponse = Answer<typeof TableResponse>;

/** GET /v1/tafel/bewaard: whether this server keeps shared settings, and how many at most. */
export const KeepsSharesResponse = z.object({ keeps: z.boolean(), most: z.int() });
export type KeepsSharesResponse = Answer<typeof KeepsSharesResponse>;

/** Characters of the shared part of a link at most: a link with every lever moved has some 1,500. */
const longestShared = 8_000;

/** POST /v1/tafel/bewaard: the shared part of a long link, which `bewaard` is in its address. */
export const ShareBody = z.strictObject({
  shared: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(longestShared)),
});
export type ShareBody = z.output<typeof ShareBody>;

const shareId = z.string().check(z.regex(/^[0-9a-z]{10,52}$/));

/** Under which id a shared setting is kept: `/tafel?deel=ID` opens it. */
export const SharedIdResponse = z.object({ id: shareId });
export type SharedIdResponse = Answer<typeof SharedIdResponse>;

/** GET /v1/tafel/bewaard/{id}: the shared part of the long link. */
export const ShareResponse = z.object({ id: shareId, shared: z.string() });
export type ShareResponse = Answer<typeof ShareResponse>;
