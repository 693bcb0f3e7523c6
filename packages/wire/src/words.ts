import type { DeepReadonly } from '@schaalsprong/agenda';
import * as z from 'zod/mini';

/**
 * What a schema lets through. Schemas of answers neither transform nor set a default, so a value that passes is the value that was
 * sent, unknown fields included.
 */
export type Answer<S extends z.ZodMiniType> = DeepReadonly<z.output<S>>;

/** An id in kebab-case, branded by what it names. */
const branded = <B extends string>() => z.string().brand<B>();

export const id = z.string();
export const NodeId = branded<'NodeId'>();
export const TargetId = branded<'TargetId'>();
export const ClaimId = branded<'ClaimId'>();
export const PartyId = branded<'PartyId'>();
export const MeasureId = branded<'MeasureId'>();
export const IndicatorId = branded<'IndicatorId'>();
export const ConstraintId = branded<'ConstraintId'>();
export const OutcomeId = branded<'OutcomeId'>();
export const UncertaintyId = branded<'UncertaintyId'>();
export const EntryId = branded<'EntryId'>();
export const ThemeId = branded<'ThemeId'>();
export const ScenarioId = branded<'ScenarioId'>();
export const ConflictId = branded<'ConflictId'>();
/** Code of the statistics office, as `GM0772`, or of the region. */
export const AreaCode = branded<'AreaCode'>();
/** `2023`, `2023-04`, `2023-04-01`, `2023-H1`, `2023-Q1` or `2021/2022`. */
export const Period = branded<'Period'>();
/** Key of `units` of the region. */
export const Unit = branded<'Unit'>();

/** The same text in Dutch and in English. */
export const Text = z.object({ nl: z.string(), en: z.string() });
export type Text = Answer<typeof Text>;

/** First and last line of a place in the text of the agenda. */
export const Lines = z.object({ from: z.int(), to: z.int() });
export type Lines = Answer<typeof Lines>;

/** Bounds of a number; null is unbounded. */
export const Interval = z.object({
  min: z.nullable(z.number()),
  max: z.nullable(z.number()),
  minOpen: z.boolean(),
  maxOpen: z.boolean(),
});
export type Interval = Answer<typeof Interval>;

export const count = z.int().check(z.gte(0));

/** sha256 per domain of the region folder: what depends on one domain stays valid when another is edited. */
export const Domains = z.object({
  agenda: z.string(),
  levers: z.string(),
  monitor: z.string(),
  judgements: z.string(),
  audit: z.string(),
  data: z.string(),
  model: z.string(),
  checks: z.string(),
  picture: z.string(),
});
export type Domains = Answer<typeof Domains>;

/** sha256 over content, for provenance: the same content gives the same hash, whatever its layout. */
export const Hashes = z.object({ agenda: z.string(), data: z.string(), model: z.string() });

/** A page of the agenda. Certain only where a page number is printed; otherwise it may be one off. */
export const ApiPage = z.object({ number: z.int(), certain: z.boolean() });
export type ApiPage = Answer<typeof ApiPage>;

/** Every answer of 4xx and 5xx (RFC 9457, media type application/problem+json). Texts are Dutch, `en` is the same in English. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  en: z.object({ title: z.string(), detail: z.string() }),
});
export type ProblemBody = Answer<typeof ProblemBody>;

/** How sure the source is of a figure. */
export const Certainty = z.enum([
  'observed',
  'provisional',
  'revised',
  'final',
  'derived',
  'reported',
  'expected',
]);

/** A day that exists, `2024-01-31`. */
export const Day = z.iso.date();
/** `2025`. */
export const Year = z.string().check(z.regex(/^\d{4}$/));
