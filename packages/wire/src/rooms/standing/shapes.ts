import * as z from 'zod/mini';
import { type Answer, Certainty, id, ProblemBody, Text } from '../../words.ts';
import { Target } from '../agenda/shapes.ts';
import { ApiClaim, ObservedPoint } from '../sources/shapes.ts';

const number = z.number();
/** In the unit of the target. */
export const Quantiles = z.object({ p10: number, p50: number, p90: number });
/** How many futures: shown as '713 of 1,000 futures', never as a probability. */
export const Met = z.object({ count: z.int(), of: z.int() });
/** One limit of a target, with its share in what holds it back. */
export const Binding = z.object({ constraint: id, share: number });

/** The standing of one target, as `assess --json` prints it. */
export const TargetStanding = z.object({
  id,
  title: Text,
  pillar: id,
  challenge: id,
  horizon: z.string(),
  unit: z.string(),
  direction: z.enum(['at-least', 'at-most']),
  target: z.nullable(number),
  observed: z.nullable(z.object({ value: number, period: z.string(), source: z.string() })),
  projected: z.nullable(Quantiles),
  met: z.nullable(Met),
  /** median minus target, turned so that negative is short of the target; from the observation where nothing is projected */
  gap: z.nullable(number),
  binding: z.array(Binding),
  carriedBy: z.array(z.object({ measure: id, delta: number, metWithout: z.int() })),
  conflicts: z.array(id),
  notModelled: z.nullable(Text),
  targetIs: z.enum(['stated', 'assumed']),
  observedStatus: z.nullable(Certainty),
  ambitions: z.array(id),
  challenges: z.array(id),
  /** futures in which at least one limit held something back from today to the horizon; null without limits */
  heldBack: z.nullable(Met),
});
export type TargetStanding = Answer<typeof TargetStanding>;

/** What holds the agenda, or an ambition, back most, over its missed targets. Shares add up to 1. */
const HoldingBack = z.object({
  constraint: id,
  share: number,
  targets: z.array(id),
  kind: z.enum(['resource', 'response']),
  largestIn: Met,
});

/** The answer of the main job, as `assess --json` prints it. */
export const Assessment = z.object({
  region: z.object({ id, title: Text }),
  provenance: z.object({
    agenda: z.string(),
    model: z.string(),
    data: z.string(),
    seed: z.int(),
    futures: z.int(),
    scenario: z.string(),
    /** whose ranges the futures were drawn from; null for the region's own */
    viewpoint: z.nullable(z.string()),
    /** by measure the position of its lever */
    levers: z.record(id, number),
    /** by measure the years by which it comes earlier, below 0 later; only where that is not 0 */
    timings: z.record(id, number),
    /** by uncertainty the value at which the scenario fixed it */
    assumptions: z.record(id, number),
    /** whether `carriedBy` was computed */
    leftOut: z.boolean(),
    /** hash of the content that was audited; null where no audit was made */
    audit: z.nullable(z.string()),
  }),
  targets: z.array(TargetStanding),
  ambitions: z.array(
    z.object({
      id,
      title: Text,
      targets: z.array(id),
      met: z.nullable(Met),
      notModelled: z.int(),
      holdingBack: z.array(HoldingBack),
    }),
  ),
  holdingBack: z.array(HoldingBack),
  history: z.array(
    z.object({
      id,
      title: Text,
      fitted: z.nullable(Text),
      tolerance: number,
      worst: number,
      within: z.boolean(),
      points: z.array(z.object({ time: number, observed: number, modelled: number })),
    }),
  ),
});
export type Assessment = Answer<typeof Assessment>;

/** Fan of one target over time, in its unit: lists of equal length; times are decimal years. */
export const FanSeries = z.object({
  time: z.array(number),
  p10: z.array(number),
  p50: z.array(number),
  p90: z.array(number),
});
export type FanSeries = Answer<typeof FanSeries>;

/** Some futures of one target, each on its own, in its unit: what a fan is made of. Times are decimal years. */
export const ExampleFutures = z.object({
  target: id,
  time: z.array(number),
  futures: z.array(z.object({ values: z.array(number), met: z.boolean() })),
});
export type ExampleFutures = Answer<typeof ExampleFutures>;

/** The assessment with the fans of its targets, and the first futures of the target that divides them most. */
export const AssessmentDetail = z.object({
  assessment: Assessment,
  series: z.record(id, FanSeries),
  /** by outcome: fans of those that no target has */
  others: z.record(id, FanSeries),
  examples: z.nullable(ExampleFutures),
});
export type AssessmentDetail = Answer<typeof AssessmentDetail>;

/**
 * GET /v1/stand: where the agenda stands.
 * While running, `detail` may already hold an answer over fewer futures, without `carriedBy`: say so beside it.
 */
export const StandingResponse = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    /** futures done and asked; done may stand still for a while between two rounds of work */
    done: z.int(),
    of: z.int(),
    /** over the futures of `detail`; null until there is one */
    sentence: z.nullable(Text),
    detail: z.nullable(AssessmentDetail),
  }),
  z.object({ state: z.literal('ready'), sentence: Text, detail: AssessmentDetail }),
  z.object({ state: z.literal('failed'), problem: ProblemBody }),
]);
export type StandingResponse = Answer<typeof StandingResponse>;

const state = z.enum(['running', 'ready', 'failed']);

/** GET /v1/doelen */
export const TargetsResponse = z.object({
  state,
  targets: z.array(z.object({ target: Target, standing: z.nullable(TargetStanding) })),
});
export type TargetsResponse = Answer<typeof TargetsResponse>;

/** GET /v1/doelen/{id} */
export const TargetResponse = z.object({
  state,
  target: Target,
  standing: z.nullable(TargetStanding),
  series: z.nullable(FanSeries),
  observed: z.array(ObservedPoint),
  claims: z.array(ApiClaim),
});
export type TargetResponse = Answer<typeof TargetResponse>;
