import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import {
  AreaCode,
  ConstraintId,
  EntryId,
  formats,
  IndicatorId,
  id,
  kebab,
  Lines,
  MeasureId,
  NodeId,
  OutcomeId,
  PartyId,
  Period,
  Source,
  Text,
  UncertaintyId,
  Unit,
} from './values.ts';

/** When a measure works, as far as the model knows a time of it: a second handle of its lever. */
export const Timing = z.strictObject({
  variable: z
    .string()
    .describe(
      'constant of the model: years by which the measure comes sooner, below 0 later; 0 is as the agenda has it',
    ),
  kind: z
    .enum(['start', 'duration'])
    .describe('whether it moves the year in which the measure starts, or the years until it works'),
  of: z.string().describe('constant of the model that holds the time which is moved'),
  agenda: z.number().describe('value of that constant: a decimal year of a start, years of a duration'),
  unit: Unit.describe('unit in which the shift is written: a time unit'),
  min: z.number().int().nonpositive().describe('most years later, as a number below 0'),
  max: z.number().int().nonnegative().describe('most years earlier'),
  reason: Text,
  source: Source.describe('begins with `assumption` where no source says that it can be earlier or later'),
});

export type Timing = DeepReadonly<z.infer<typeof Timing>>;

/** A policy measure, with the lever that it moves in the model. */
export const Measure = z.strictObject({
  id: MeasureId,
  title: Text,
  summary: Text.optional(),
  nodes: z.array(NodeId).min(1).describe('opgaven and action lines that it serves'),
  owner: PartyId,
  ownerSource: Source.default('assumption').describe(
    'where it says who owns it; `assumption` where it is our reading',
  ),
  partners: z.array(PartyId).default([]),
  places: z.array(Lines).default([]),
  linkIsReading: z.boolean().default(true),
  cost: z
    .strictObject({
      amount: z.number(),
      unit: Unit,
      status: z.enum(['stated', 'observed', 'expected', 'derived', 'assumed']),
      source: Source,
      note: Text.optional(),
      payers: z
        .array(PartyId)
        .default([])
        .describe('who pays it, by that source; left out where it does not say'),
    })
    .nullable()
    .describe('null where no figure was found'),
  leadTimeYears: z.strictObject({ value: z.number().nonnegative(), source: Source }).nullable(),
  lever: z.strictObject({
    variable: z.string().describe('name of a constant in the model, with subscript where it has one'),
    unit: Unit,
    min: z.number(),
    max: z.number(),
    positions: z
      .strictObject({ none: z.number(), agenda: z.number() })
      .catchall(z.number())
      .describe('named positions; none leaves the measure out, agenda is what the agenda asks'),
    agreedBy: z
      .array(EntryId)
      .default([])
      .describe('agreements that carry the position `agreed`; empty where that is the value of `none`'),
    reason: Text,
    source: Source,
  }),
  timing: Timing.nullable().default(null).describe('left out where the model knows no time of the measure'),
});

export type Measure = DeepReadonly<z.infer<typeof Measure>>;

/** measures.yaml */
export const MeasuresFile = z.strictObject({ measures: z.array(Measure).min(1) });

/** Distribution of an uncertainty; every kind but `discrete` is truncated to [min, max]. */
export const Distribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('uniform'), min: z.number(), max: z.number() }),
  z.strictObject({ kind: z.literal('triangular'), min: z.number(), mode: z.number(), max: z.number() }),
  z.strictObject({
    kind: z.literal('normal'),
    mean: z.number(),
    sd: z.number().positive(),
    min: z.number(),
    max: z.number(),
  }),
  z.strictObject({
    kind: z.literal('lognormal'),
    median: z.number().positive(),
    sigma: z.number().positive(),
    min: z.number().nonnegative(),
    max: z.number(),
  }),
  z.strictObject({ kind: z.literal('loguniform'), min: z.number().positive(), max: z.number() }),
  z.strictObject({ kind: z.literal('integer'), min: z.number().int(), max: z.number().int() }),
  z.strictObject({
    kind: z.literal('beta'),
    alpha: z.number().positive(),
    beta: z.number().positive(),
    min: z.number(),
    max: z.number(),
  }),
  z.strictObject({ kind: z.literal('pert'), min: z.number(), mode: z.number(), max: z.number() }),
  z.strictObject({
    kind: z.literal('weibull'),
    shape: z.number().positive(),
    scale: z.number().positive(),
    min: z.number().nonnegative(),
    max: z.number(),
  }),
  z.strictObject({
    kind: z.literal('discrete'),
    values: z.array(z.strictObject({ value: z.number(), weight: z.number().positive() })).min(1),
  }),
]);

export type Distribution = DeepReadonly<z.infer<typeof Distribution>>;

/** An alternative range for an uncertainty, by another source. */
export const DisputedView = z.strictObject({
  by: z.string().regex(kebab, formats.id.en).describe('id of a viewpoint in table.yaml'),
  distribution: Distribution,
  reason: Text,
  source: Source,
});

export type DisputedView = DeepReadonly<z.infer<typeof DisputedView>>;

/** A constant of the model with a range, a distribution and a reason. */
export const Uncertainty = z.strictObject({
  id: UncertaintyId,
  title: Text,
  variable: z.string().describe('name of a constant in the model, with subscript where it has one'),
  unit: Unit,
  distribution: Distribution,
  reason: Text,
  source: Source.describe('`assumption` where nobody published it'),
  views: z
    .array(DisputedView)
    .default([])
    .describe('other ranges that parties or documents hold; run apart and together'),
});

export type Uncertainty = DeepReadonly<z.infer<typeof Uncertainty>>;

/** model/uncertainties.yaml */
export const UncertaintiesFile = z.strictObject({ uncertainties: z.array(Uncertainty).min(1) });

/** A limited resource, or a response of people, firms and the world. */
export const Constraint = z.strictObject({
  id: ConstraintId,
  title: Text,
  kind: z
    .enum(['resource', 'response'])
    .default('resource')
    .describe(
      'a limited resource that somebody can add to or divide, or how people, firms and the world respond',
    ),
  sentence: Text.describe('completes "What holds the agenda back most: ..."'),
  unit: Unit,
  owners: z.array(PartyId).default([]),
  relief: Text.describe('what would relieve it'),
  nodes: z.array(NodeId).default([]),
});

export type Constraint = DeepReadonly<z.infer<typeof Constraint>>;

/** model/constraints.yaml */
export const ConstraintsFile = z.strictObject({ constraints: z.array(Constraint).min(1) });

/** The model variable that measures a target, with its limiting constraints. */
export const Outcome = z.strictObject({
  id: OutcomeId,
  title: Text,
  variable: z.string().describe('model variable, one number per time; with subscript where it has one'),
  unit: Unit,
  scale: z.number().default(1).describe('model value times this is in the unit above'),
  area: AreaCode.optional().describe('part of the region that it is of; by default the region'),
  read: z
    .enum(['at-horizon', 'max-to-horizon', 'min-to-horizon', 'mean-of-horizon-year'])
    .default('at-horizon'),
  limitUnit: Unit.nullable()
    .default(null)
    .describe(
      'unit of the variables of `limits` as they are in the model; left out where they are in the unit of `variable`, times the scale',
    ),
  limits: z
    .array(
      z.strictObject({
        constraint: ConstraintId,
        variable: z.string().describe('model variable: how much this limit held the flow back, zero or more'),
      }),
    )
    .default([]),
});

export type Outcome = DeepReadonly<z.infer<typeof Outcome>>;

/** model/outcomes.yaml */
export const OutcomesFile = z.strictObject({ outcomes: z.array(Outcome).min(1) });

/** One comparison of the model's base run with what was observed, shown on screen and held by a test. */
export const HistoryCheck = z.strictObject({
  id: EntryId,
  title: Text,
  variable: z.string().describe('model variable, with subscript where it has one'),
  scale: z.number().default(1),
  tolerance: z.number().positive().describe('relative'),
  observed: z
    .strictObject({
      series: z.string(),
      area: AreaCode,
      timeOffset: z
        .number()
        .default(0)
        .describe(
          'years to add to the year of the observation: 0 for 1 January, 1 for a flow over the year read at its end',
        ),
    })
    .optional(),
  points: z
    .array(z.strictObject({ time: z.number(), value: z.number() }))
    .optional()
    .describe('where no observation file holds it'),
  fitted: Text.optional().describe(
    'why agreement comes by construction, where the model is driven by or fitted to this series: then it is no test',
  ),
  source: Source,
});

export type HistoryCheck = z.infer<typeof HistoryCheck>;

/** model/history.yaml */
export const HistoryFile = z.strictObject({ checks: z.array(HistoryCheck).min(1) });

/** Back-test: the model is initialized in the past with the data of that time, and compared with the outcomes. */
export const BackTestFile = z.strictObject({
  origins: z
    .array(Period)
    .min(1)
    .describe('years, or other periods, at whose end the model is started with what was known'),
  scenario: z.string().describe('id of the scenario that is run'),
  follows: z
    .array(
      z.strictObject({
        variable: z
          .string()
          .describe('constant of the model: decimal year up to which it follows what was observed'),
        indicator: IndicatorId.describe('set to the last figure of this that was known at the origin'),
        area: AreaCode,
      }),
    )
    .default([]),
  refit: z
    .array(
      z.strictObject({
        variable: z.string().describe('constant of the model that was set by looking at all of the past'),
        modelled: z.string().describe('variable that it moves'),
        seen: z.string().describe('variable that holds what was observed of it'),
        until: z.string().describe('variable of `follows` up to which that was known'),
      }),
    )
    .default([])
    .describe(
      'constants that are set anew at each origin: so that the two agree on average over what was known',
    ),
  compare: z
    .array(
      z.strictObject({
        indicator: IndicatorId,
        area: AreaCode,
        variable: z.string().describe('model variable, with subscript where it has one'),
        scale: z.number().default(1).describe('model value times this is in the unit of the indicator'),
        read: z
          .enum(['at', 'mean', 'growth'])
          .default('at')
          .describe(
            'at the time of the figure; mean over its period; growth in per cent of that mean on a year before',
          ),
      }),
    )
    .min(1),
  caveats: z.array(Text).default([]).describe('what the model is told of later years all the same'),
});

export type BackTestFile = z.infer<typeof BackTestFile>;

/** scenarios/*.yaml */
export const ScenarioFile = z.strictObject({
  id: id<'ScenarioId'>('agenda'),
  title: Text,
  levers: z
    .record(z.string(), z.union([z.number(), z.string()]))
    .default({})
    .describe('measure id to a number or a named position; absent measures stand at `base`'),
  base: z.string().default('agenda').describe('named position of every measure that is not listed'),
  assumptions: z
    .record(z.string(), z.number())
    .default({})
    .describe('uncertainty id to a fixed value, instead of its range'),
  timings: z
    .record(z.string(), z.number().int())
    .default({})
    .describe(
      'measure id to the years by which it comes earlier, below 0 later; absent measures come as planned',
    ),
});

export type ScenarioFile = DeepReadonly<z.infer<typeof ScenarioFile>>;
