import { Interval, RegionFile, Text } from '@schaalsprong/agenda';
import { conflictKinds, settings } from '@schaalsprong/agenda/audit';
import * as z from 'zod';

/** The shapes of `@schaalsprong/agenda/audit` as they go over the wire, once more as schemas: see `wire.ts`. */
const id = z.string();
/** One line of arithmetic; empty where there is none. */
const Arithmetic = z.strictObject({ nl: z.string(), en: z.string() });
const Setting = z.enum(settings);
const Lines = z.strictObject({ from: z.number().int(), to: z.number().int() });
const ReadingOfClaim = z.record(id, z.string());
const ReadingsOfClaim = z.record(id, z.array(z.string()));

const Verdict = z.strictObject({
  conflict: id,
  verdict: z.enum(['accepted-as-rounding', 'accepted-as-reading', 'to-be-repaired', 'disputed']),
  by: z.string(),
  on: z.string(),
  why: z.string(),
});

const Reading = z.strictObject({
  id,
  title: Text,
  plain: z.boolean(),
  variable: id,
  value: z.number(),
  unit: z.string(),
  intervals: z.strictObject({ bare: Interval, default: Interval, generous: Interval }),
});

const Claim = z.strictObject({
  id,
  kind: z.string(),
  text: Text,
  line: z.number().int(),
  places: z.array(Lines),
  page: z.number().int(),
  figure: z.array(z.string()),
  qualifier: z.string(),
  value: z.number(),
  unit: z.string(),
  targets: z.array(id),
  readings: z.array(Reading),
  document: z.string().nullable(),
  weight: z.number(),
});

const NotEncoded = z.strictObject({ claim: id, reason: Text });

const ofEveryRelation = {
  id,
  why: Text,
  asks: z.enum(['contradiction', 'shortfall', 'horizon', 'definition']),
  when: z.array(z.strictObject({ claim: id, reading: z.string().nullable() })),
  places: z.array(Lines),
};
const Relation = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ofEveryRelation,
    kind: z.literal('sum'),
    whole: id,
    parts: z.array(z.strictObject({ of: id, times: z.number() })),
    covers: z.enum(['all', 'some', 'at-least-all']),
  }),
  z.strictObject({
    ...ofEveryRelation,
    kind: z.literal('share'),
    part: id,
    whole: id,
    share: id,
    times: z.number(),
  }),
  z.strictObject({ ...ofEveryRelation, kind: z.literal('growth'), from: id, to: id, growth: id }),
  z.strictObject({
    ...ofEveryRelation,
    kind: z.literal('product'),
    product: id,
    factors: z.tuple([id, id]),
    times: z.number(),
  }),
  z.strictObject({
    ...ofEveryRelation,
    kind: z.literal('order'),
    smaller: id,
    larger: id,
    strict: z.boolean(),
    times: z.number(),
  }),
  z.strictObject({ ...ofEveryRelation, kind: z.literal('same'), of: z.array(id) }),
  z.strictObject({ ...ofEveryRelation, kind: z.literal('difference'), from: id, to: id, is: id }),
]);

/** All that an audit is made from. */
export const AuditInput = z.strictObject({
  region: id,
  units: RegionFile.shape.units,
  claims: z.array(Claim),
  notEncoded: z.array(NotEncoded),
  variables: z.array(
    z.strictObject({ id, title: Text, unit: z.string(), bounds: Interval, whole: z.boolean() }),
  ),
  relations: z.array(Relation),
  assumptions: z.array(z.strictObject({ id, title: Text, why: Text, on: z.boolean(), relation: Relation })),
  continuations: z.array(
    z.strictObject({
      claim: id,
      of: id,
      why: Text,
      differs: z.array(z.enum(['quantity', 'entity', 'unit'])),
    }),
  ),
  gaps: z.array(
    z.strictObject({
      id,
      what: z.enum(['list', 'footnote', 'number', 'indicator', 'baseline', 'owner', 'measure', 'instrument']),
      title: Text,
      explanation: Text,
      claims: z.array(id),
      targets: z.array(id),
      places: z.array(Lines),
      promised: z.number().nullable(),
      found: z.number().nullable(),
    }),
  ),
  verdicts: z.array(Verdict),
  hash: z.string(),
});

const Conflict = z.strictObject({
  id,
  kind: z.enum(conflictKinds),
  claims: z.array(z.strictObject({ id, line: z.number().int(), value: z.number(), unit: z.string() })),
  setting: Setting,
  readings: ReadingsOfClaim,
  everyReading: z.boolean(),
  remaining: z.array(ReadingOfClaim),
  assumptions: z.array(id),
  relations: z.array(id),
  targets: z.array(id),
  explanation: Text,
  arithmetic: Arithmetic,
  drawing: z
    .strictObject({
      unit: z.string(),
      of: Text,
      rows: z.array(
        z.strictObject({
          label: Text,
          interval: Interval,
          value: z.number().nullable(),
          kind: z.enum(['stated', 'computed', 'assumed']),
          claims: z.array(id),
          part: z.exactOptional(z.number()),
        }),
      ),
    })
    .nullable(),
  repair: z.array(z.strictObject({ claim: id, from: Interval, to: Interval })),
  repairs: z.array(
    z.strictObject({
      claim: id,
      from: Interval,
      to: Interval,
      value: z.number(),
      instead: z.number(),
      unit: z.string(),
      change: z.number(),
    }),
  ),
  epsilon: z.number().nullable(),
  slack: z.number().nullable(),
  weight: z.number(),
  variants: z.array(
    z.strictObject({
      claims: z.array(id),
      assumptions: z.array(id),
      readings: ReadingsOfClaim,
      arithmetic: Arithmetic,
    }),
  ),
  gap: z.string().nullable(),
  verdict: Verdict.nullable(),
});

/** What an audit found, without the time that it took. */
export const AuditReport = z.strictObject({
  region: id,
  setting: Setting,
  claims: z.number().int(),
  compared: z.number().int(),
  alone: z.number().int(),
  notEncoded: z.array(NotEncoded),
  conflicts: z.array(Conflict),
  accepted: z.number().int(),
  ruledOut: z.array(
    z.strictObject({
      claim: id,
      reading: z.string(),
      plain: z.boolean(),
      assumptions: z.array(id),
      claims: z.array(id),
      arithmetic: Arithmetic,
    }),
  ),
  products: z.array(
    z.strictObject({
      relation: id,
      encoding: z.enum(['known-factor', 'mccormick', 'branch', 'not-encoded']),
    }),
  ),
  complete: z.boolean(),
  limits: z.array(Text),
  warnings: z.array(Text),
  hash: z.string(),
});

export const Audit = z.strictObject({ report: AuditReport, input: AuditInput });
