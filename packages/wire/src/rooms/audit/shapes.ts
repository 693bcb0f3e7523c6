import * as z from 'zod/mini';
import { type Answer, Interval, id, Lines, Text } from '../../words.ts';
import { Units } from '../agenda/shapes.ts';

const number = z.number();
const Setting = z.enum(['bare', 'default', 'generous']);
const ReadingOfClaim = z.record(id, z.string());
const ReadingsOfClaim = z.record(id, z.array(z.string()));

/** A person's verdict on a conflict. */
export const Verdict = z.object({
  conflict: id,
  verdict: z.enum(['accepted-as-rounding', 'accepted-as-reading', 'to-be-repaired', 'disputed']),
  by: z.string(),
  on: z.string(),
  why: z.string(),
});
export type Verdict = Answer<typeof Verdict>;

/** One interpretation of a claim. */
const Reading = z.object({
  id,
  title: Text,
  plain: z.boolean(),
  variable: id,
  value: number,
  unit: z.string(),
  intervals: z.object({ bare: Interval, default: Interval, generous: Interval }),
});

const Claim = z.object({
  id,
  kind: z.string(),
  text: Text,
  line: z.int(),
  places: z.array(Lines),
  page: z.int(),
  figure: z.array(z.string()),
  qualifier: z.string(),
  value: number,
  unit: z.string(),
  targets: z.array(id),
  readings: z.array(Reading),
  /** null for the agenda itself, `results` for what a model says */
  document: z.nullable(z.string()),
  /** how dear it is to change it in a repair */
  weight: number,
});

const NotEncoded = z.object({ claim: id, reason: Text });

const ofEveryRelation = {
  id,
  why: Text,
  asks: z.enum(['contradiction', 'shortfall', 'horizon', 'definition']),
  when: z.array(z.object({ claim: id, reading: z.nullable(z.string()) })),
  places: z.array(Lines),
};
/** How quantities hang together. */
const Relation = z.discriminatedUnion('kind', [
  z.object({
    ...ofEveryRelation,
    kind: z.literal('sum'),
    whole: id,
    parts: z.array(z.object({ of: id, times: number })),
    covers: z.enum(['all', 'some', 'at-least-all']),
  }),
  z.object({ ...ofEveryRelation, kind: z.literal('share'), part: id, whole: id, share: id, times: number }),
  z.object({ ...ofEveryRelation, kind: z.literal('growth'), from: id, to: id, growth: id }),
  z.object({
    ...ofEveryRelation,
    kind: z.literal('product'),
    product: id,
    factors: z.tuple([id, id]),
    times: number,
  }),
  z.object({
    ...ofEveryRelation,
    kind: z.literal('order'),
    smaller: id,
    larger: id,
    strict: z.boolean(),
    times: number,
  }),
  z.object({ ...ofEveryRelation, kind: z.literal('same'), of: z.array(id) }),
  z.object({ ...ofEveryRelation, kind: z.literal('difference'), from: id, to: id, is: id }),
]);

/** All that an audit is made from. */
export const AuditInput = z.object({
  region: id,
  units: Units,
  claims: z.array(Claim),
  notEncoded: z.array(NotEncoded),
  variables: z.array(z.object({ id, title: Text, unit: z.string(), bounds: Interval, whole: z.boolean() })),
  relations: z.array(Relation),
  assumptions: z.array(z.object({ id, title: Text, why: Text, on: z.boolean(), relation: Relation })),
  continuations: z.array(
    z.object({
      claim: id,
      of: id,
      why: Text,
      differs: z.array(z.enum(['quantity', 'entity', 'unit'])),
    }),
  ),
  gaps: z.array(
    z.object({
      id,
      what: z.enum(['list', 'footnote', 'number', 'indicator', 'baseline', 'owner', 'measure', 'instrument']),
      title: Text,
      explanation: Text,
      claims: z.array(id),
      targets: z.array(id),
      places: z.array(Lines),
      promised: z.nullable(number),
      found: z.nullable(number),
    }),
  ),
  verdicts: z.array(Verdict),
  hash: z.string(),
});
export type AuditInput = Answer<typeof AuditInput>;

const Conflict = z.object({
  id,
  kind: z.enum([
    'contradiction',
    'contradiction-under-assumption',
    'shortfall',
    'horizon',
    'definition',
    'dominance',
    'missing',
    'near',
    'duplicate',
  ]),
  claims: z.array(z.object({ id, line: z.int(), value: number, unit: z.string() })),
  setting: Setting,
  readings: ReadingsOfClaim,
  everyReading: z.boolean(),
  remaining: z.array(ReadingOfClaim),
  assumptions: z.array(id),
  relations: z.array(id),
  targets: z.array(id),
  explanation: Text,
  /** the sum in one line; empty where there is none */
  arithmetic: Text,
  drawing: z.nullable(
    z.object({
      unit: z.string(),
      of: Text,
      rows: z.array(
        z.object({
          label: Text,
          interval: Interval,
          value: z.nullable(number),
          kind: z.enum(['stated', 'computed', 'assumed']),
          claims: z.array(id),
          part: z.exactOptional(number),
        }),
      ),
    }),
  ),
  repair: z.array(z.object({ claim: id, from: Interval, to: Interval })),
  repairs: z.array(
    z.object({
      claim: id,
      from: Interval,
      to: Interval,
      value: number,
      instead: number,
      unit: z.string(),
      change: number,
    }),
  ),
  epsilon: z.nullable(number),
  slack: z.nullable(number),
  weight: number,
  variants: z.array(
    z.object({
      claims: z.array(id),
      assumptions: z.array(id),
      readings: ReadingsOfClaim,
      arithmetic: Text,
    }),
  ),
  gap: z.nullable(z.string()),
  verdict: z.nullable(Verdict),
});

/** What an audit found. Without the time that it took, so that the same content is the same answer. */
export const ApiAuditReport = z.object({
  region: id,
  setting: Setting,
  claims: z.int(),
  compared: z.int(),
  alone: z.int(),
  notEncoded: z.array(NotEncoded),
  conflicts: z.array(Conflict),
  accepted: z.int(),
  ruledOut: z.array(
    z.object({
      claim: id,
      reading: z.string(),
      plain: z.boolean(),
      assumptions: z.array(id),
      claims: z.array(id),
      arithmetic: Text,
    }),
  ),
  products: z.array(
    z.object({ relation: id, encoding: z.enum(['known-factor', 'mccormick', 'branch', 'not-encoded']) }),
  ),
  complete: z.boolean(),
  limits: z.array(Text),
  warnings: z.array(Text),
  hash: z.string(),
});
export type ApiAuditReport = Answer<typeof ApiAuditReport>;

/**
 * GET /v1/tegenspraken: whether the numbers of the agenda agree.
 * `report` is the audit with every switch at its default; `input` is what it was made from, so that a page can put the switches
 * otherwise and audit again by itself. Does not change while the server runs.
 */
export const AuditResponse = z.object({ report: ApiAuditReport, input: AuditInput });
export type AuditResponse = Answer<typeof AuditResponse>;
