import * as z from 'zod/mini';
import {
  type Answer,
  ApiPage,
  Certainty,
  ClaimId,
  Interval,
  id,
  Lines,
  NodeId,
  Period,
  TargetId,
  Text,
  UncertaintyId,
  Unit,
} from '../../words.ts';

/** A claim with what the qualifier makes of its figure, and the page of its first place. */
export const ApiClaim = z.object({
  id: ClaimId,
  places: z.array(Lines),
  /** as it is in the text at each place */
  figure: z.union([z.string(), z.array(z.string())]),
  /** paraphrase, never the sentence of the agenda */
  text: Text,
  kind: z.enum(['target', 'baseline', 'forecast', 'fact', 'commitment', 'definition']),
  quantity: z.string(),
  entity: z.string(),
  value: z.number(),
  qualifier: z.string(),
  interval: Interval,
  unit: Unit,
  period: z.optional(Period),
  horizon: z.optional(Period),
  targets: z.array(TargetId),
  nodes: z.array(NodeId),
  note: z.optional(Text),
  page: ApiPage,
  /** page of each entry of `places`, in the same order */
  pages: z.array(ApiPage),
});
export type ApiClaim = Answer<typeof ApiClaim>;

const number = z.number();
const range = { min: number, max: number };
const Distribution = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('uniform'), ...range }),
  z.object({ kind: z.literal('triangular'), ...range, mode: number }),
  z.object({ kind: z.literal('normal'), ...range, mean: number, sd: number }),
  z.object({ kind: z.literal('lognormal'), ...range, median: number, sigma: number }),
  z.object({ kind: z.literal('loguniform'), ...range }),
  z.object({ kind: z.literal('integer'), min: z.int(), max: z.int() }),
  z.object({ kind: z.literal('beta'), ...range, alpha: number, beta: number }),
  z.object({ kind: z.literal('pert'), ...range, mode: number }),
  z.object({ kind: z.literal('weibull'), ...range, shape: number, scale: number }),
  z.object({
    kind: z.literal('discrete'),
    values: z.array(z.object({ value: number, weight: number })),
  }),
]);

/** A constant of the model that is not known, with the range that it is drawn from. */
export const Uncertainty = z.object({
  id: UncertaintyId,
  title: Text,
  variable: z.string(),
  unit: Unit,
  distribution: Distribution,
  reason: Text,
  source: z.string(),
  views: z.array(z.object({ by: z.string(), distribution: Distribution, reason: Text, source: z.string() })),
});
export type Uncertainty = Answer<typeof Uncertainty>;

/** One observed value, in the unit of the indicator. `start` and `end` of its period are decimal years. */
export const ObservedPoint = z.object({
  period: z.string(),
  start: number,
  end: number,
  value: number,
  status: Certainty,
  source: z.string(),
  note: z.string(),
});
export type ObservedPoint = Answer<typeof ObservedPoint>;

/** What a source is used for: follow `kind` and `id` to the thing. */
export const SourceUse = z.object({
  kind: z.enum([
    'observation',
    'target',
    'measure',
    'uncertainty',
    'agreement',
    'register',
    'party',
    'history',
    'area',
  ]),
  /** of the thing; for an observation the name of its series, for an area its code */
  id,
});
export type SourceUse = Answer<typeof SourceUse>;

/** One source as content names it. `id` is made from its text and stays the same while the text does. */
export const ApiSource = z.object({
  id,
  text: z.string(),
  /** the first web address in the text */
  address: z.nullable(z.string()),
  /** observed values that stand and name it */
  observations: z.int(),
  uses: z.array(SourceUse),
});
export type ApiSource = Answer<typeof ApiSource>;

/** One variable of the model, as its Vensim text gives it. Lists hold ids. */
export const ModelVariable = z.object({
  /** for addresses: `/bronnen/model/grid-delay`; unique */
  id,
  /** Vensim name: `grid delay` */
  name: z.string(),
  /** constant, auxiliary, stock, lookup, data ... as packages/model has it */
  kind: z.string(),
  units: z.string(),
  comment: z.string(),
  sector: z.string(),
  line: z.int(),
  /** dimensions that it is subscripted by, in order; empty for a scalar */
  subscripts: z.array(z.string()),
  equation: z.string(),
  uses: z.array(id),
  usedBy: z.array(id),
  uncertainties: z.array(id),
  measures: z.array(id),
  outcomes: z.array(id),
});
export type ModelVariable = Answer<typeof ModelVariable>;

/** GET /v1/bronnen: where every number comes from. */
export const SourcesResponse = z.object({
  claims: z.array(ApiClaim),
  uncertainties: z.array(Uncertainty),
  /** by target its observed line, oldest first; empty where nothing is observed */
  observed: z.record(id, z.array(ObservedPoint)),
  sources: z.array(ApiSource),
  model: z.object({
    file: z.string(),
    hash: z.string(),
    time: z.object({ start: number, stop: number, step: number }),
    variables: z.array(ModelVariable),
    dimensions: z.record(z.string(), z.array(z.string())),
  }),
});
export type SourcesResponse = Answer<typeof SourcesResponse>;
