import * as z from 'zod/mini';
import { type Answer, Certainty, count, IndicatorId, id, Period, TargetId, Text } from '../../words.ts';
import { Area, Indicator } from '../agenda/shapes.ts';

const number = z.number();
/** How a target stands, from good to bad; `unknown` where too little is known. */
const status = z.enum(['reached', 'on-course', 'lagging', 'off-course', 'away', 'unknown']);
const good = z.nullable(z.enum(['up', 'down']));

const FactShape = {
  series: z.string(),
  area: z.string(),
  period: z.string(),
  /** a finite number where `state` is `value`, else null */
  value: z.nullable(number),
  state: z.enum(['value', 'secret', 'impossible', 'missing', 'withdrawn']),
  standing: Certainty,
  unit: z.string(),
  /** decimals that the source gives */
  decimals: z.nullable(z.int()),
  /** what the source itself wrote of the state; empty where nothing */
  attribute: z.string(),
  source: z.string(),
  note: z.string(),
};

/** One figure as a source published it. */
export const Fact = z.object(FactShape);
export type Fact = Answer<typeof Fact>;

/** A figure with the version of the table that says it. */
export const VintageFact = z.object({
  ...FactShape,
  vintage: z.string(),
  /** day on which it became known */
  published: z.nullable(z.string()),
});
export type VintageFact = Answer<typeof VintageFact>;

/** One version of a table as it was published. */
export const Vintage = z.object({
  id,
  source: id,
  table: z.nullable(z.string()),
  published: z.nullable(z.string()),
  retrieved: z.string(),
  hash: z.string(),
  classification: z.nullable(z.string()),
  address: z.string(),
  licence: z.string(),
  attribution: z.string(),
});
export type Vintage = Answer<typeof Vintage>;

const AnyFact = z.nullable(z.union([VintageFact, Fact]));

/** A figure that differs between two versions, with the targets whose status that moved. */
export const ApiRevision = z.object({
  series: z.string(),
  area: z.string(),
  period: z.string(),
  kind: z.enum(['added', 'changed', 'withdrawn', 'standing']),
  before: AnyFact,
  after: AnyFact,
  vintage: z.string(),
  published: z.nullable(z.string()),
  moved: z.array(z.object({ target: id, from: status, to: status })),
});
export type ApiRevision = Answer<typeof ApiRevision>;

const SourceCheck = z.object({
  source: id,
  at: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'failed']),
  code: z.nullable(z.string()),
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
  question: z.nullable(z.string()),
});

/** A value at a moment, in decimal years: a period counts at its end, a day at itself. */
export const PathPoint = z.object({ time: number, value: number });
export type PathPoint = Answer<typeof PathPoint>;

/** What a person finds of the status of a target, beside what is computed. */
export const Judgement = z.object({
  target: TargetId,
  status,
  by: z.string(),
  on: Period,
  why: z.string(),
});
export type Judgement = Answer<typeof Judgement>;

const MeasuredBrief = {
  target: TargetId,
  indicator: IndicatorId,
  computed: status,
  reason: z.nullable(Text),
  judgement: z.nullable(Judgement),
  /** change a year, in the unit of the target: asked by the path, come since the base, needed to the horizon */
  pace: z.nullable(z.object({ asked: number, came: number, needed: number })),
};

/** What statistics say of one target, in its unit. */
export const MeasuredStanding = z.object({
  ...MeasuredBrief,
  missing: z.nullable(z.enum(['not-fetched', 'not-published', 'secret', 'no-definition', 'no-baseline'])),
  proxy: z.nullable(VintageFact),
  possible: z.array(status),
  required: z.nullable(z.object({ from: PathPoint, to: PathPoint, perYear: number })),
  observed: z.array(z.object({ time: number, value: number, fact: VintageFact })),
  latest: z.nullable(VintageFact),
  gap: z.nullable(number),
  goodGap: z.nullable(z.boolean()),
  trend: z.nullable(z.object({ perYear: number, from: number, to: number, points: count })),
  degree: z.nullable(number),
  lastUpdate: z.nullable(z.string()),
  overdue: z.boolean(),
});
export type MeasuredStanding = Answer<typeof MeasuredStanding>;

/** An indicator as lists show it. */
export const ApiIndicatorSummary = z.object({
  id,
  title: Text,
  unit: z.string(),
  theme: z.nullable(z.string()),
  pillar: z.nullable(z.string()),
  good,
  area: z.string(),
  /** targets that it measures */
  targets: z.array(id),
  latest: z.nullable(VintageFact),
  /** the figures of its own area that stand: decimal years and values in the unit of the indicator */
  line: z.array(PathPoint),
  /** places in `line`, from 0, at which a piece begins: between two pieces there is a gap or a break, and no stroke is drawn */
  begins: z.array(z.int()),
  /** status of its first target */
  status: z.nullable(status),
  lastUpdate: z.nullable(z.string()),
  overdue: z.boolean(),
  /** why nothing is observed; null where something is */
  notObserved: z.nullable(Text),
});
export type ApiIndicatorSummary = Answer<typeof ApiIndicatorSummary>;

/** A source of observations with how fresh it is. */
export const ApiStatisticsSource = z.object({
  id,
  title: Text,
  kind: z.enum([
    'cbs-odata-v4',
    'cbs-odata-v3',
    'eurostat',
    'pdok',
    'arcgis',
    'duo-csv',
    'csv',
    'excel',
    'sdmx-csv',
    'by-hand',
  ]),
  publisher: z.string(),
  table: z.nullable(z.string()),
  licence: z.string(),
  attribution: z.string(),
  calendar: z.nullable(Text),
  lastPublished: z.nullable(z.string()),
  lastCheck: z.nullable(SourceCheck),
  /** figures that wait for a person's decision */
  held: count,
});
export type ApiStatisticsSource = Answer<typeof ApiStatisticsSource>;

/**
 * Where the figures come from: `region` shows those of the region folder alone, since nothing is kept beside them, what is kept is
 * still being read (`loading`), or it cannot be read (`failed`); `ready` shows everything that was ever fetched.
 */
export const ApiStoreState = z.object({
  state: z.enum(['region', 'loading', 'failed', 'ready']),
  /** what went wrong, and what to do */
  note: z.nullable(Text),
});
export type ApiStoreState = Answer<typeof ApiStoreState>;

/** GET /v1/indicatoren: what the statistics say, by theme and pillar. */
export const MonitorResponse = z.object({
  region: id,
  today: z.string(),
  themes: z.array(z.object({ id, title: Text })),
  indicators: z.array(ApiIndicatorSummary),
  /** how each target stands by its statistics, every target once */
  standings: z.array(z.object(MeasuredBrief)),
  sources: z.array(ApiStatisticsSource),
  /** newest revisions that moved a figure, newest first */
  revisions: z.array(ApiRevision),
  store: ApiStoreState,
});
export type MonitorResponse = Answer<typeof MonitorResponse>;

/** A figure, or a whole column, that waits for a person. */
export const Quarantined = z.object({
  series: z.string(),
  area: z.string(),
  period: z.string(),
  id,
  source: id,
  code: z.string(),
  text: Text,
  fact: z.nullable(Fact),
  found: z.string(),
  vintage: Vintage,
  since: z.string(),
  decision: z.nullable(z.object({ take: z.boolean(), by: z.string(), why: z.string(), on: z.string() })),
});
export type Quarantined = Answer<typeof Quarantined>;

/** The sheet that goes with an indicator; null where the region does not say. */
export const IndicatorMetadata = z.object({
  id,
  title: Text,
  definition: Text,
  unit: z.string(),
  area: z.string(),
  good,
  calendar: z.nullable(Text),
  method: z.nullable(Text),
  limits: z.nullable(Text),
  comparability: z.nullable(Text),
  breaks: z.array(z.object({ at: Period, reason: Text })),
  traps: z.array(Text),
  /** kind of areas of which figures exist: municipality, corop, region, province, country */
  levels: z.array(z.string()),
  sources: z.array(
    z.object({
      text: z.string(),
      licence: z.nullable(z.string()),
      attribution: z.nullable(z.string()),
      address: z.nullable(z.string()),
    }),
  ),
  /** who published the figures, in one line; empty where nobody did */
  publishers: Text,
  citation: Text,
  downloads: z.array(z.object({ path: z.string(), mediaType: z.string() })),
});
export type IndicatorMetadata = Answer<typeof IndicatorMetadata>;

/** What a series that is known sooner says of a year that is not measured yet. */
export const Nowcast = z.object({
  indicator: IndicatorId,
  area: z.string(),
  period: z.string(),
  p10: number,
  p50: number,
  p90: number,
  from: z.array(z.object({ series: z.string(), lag: number, years: number })),
  method: Text,
});
export type Nowcast = Answer<typeof Nowcast>;

/**
 * GET /v1/indicatoren/{id}: everything about one. Values are in the unit of the indicator. `?bekendOp=2024-01-31` gives what was
 * known then.
 */
export const IndicatorResponse = z.object({
  indicator: Indicator,
  asKnownOn: z.nullable(z.string()),
  /** figures that no date of publication places before that day, only the usual lag of their source; 0 for now */
  assumed: count,
  /** current figures, every area that has one, sorted by area and period */
  facts: z.array(VintageFact),
  /** every version of those that were revised */
  history: z.array(VintageFact),
  /** of each version, months from the end of a period to its first publication: where no date is known, a figure was known then */
  lagMonths: z.record(z.string(), number),
  vintages: z.array(Vintage),
  areas: z.array(Area),
  /** tables that the series ran through, oldest first, with the break between */
  chain: z.array(z.object({ source: id, table: z.nullable(z.string()), from: z.nullable(z.string()) })),
  standings: z.array(MeasuredStanding),
  nowcast: z.nullable(Nowcast),
  /** why there is no nowcast */
  noNowcast: z.nullable(Text),
  revisions: z.array(ApiRevision),
  held: z.array(Quarantined),
  /** the notes of these figures in Dutch: each part of a `note`, which is between `; `, by its English */
  notesInDutch: z.record(z.string(), z.string()),
  metadata: IndicatorMetadata,
});
export type IndicatorResponse = Answer<typeof IndicatorResponse>;

const Score = z.object({ crps: number, pinball: number });
const Scores = z.object({ model: Score, trend: Score, walk: Score });

/** How the model would have done, against two forecasts that know nothing of the region. */
export const BackTest = z.object({
  origins: z.array(number),
  futures: count,
  seed: z.int(),
  cases: z.array(
    z.object({
      indicator: id,
      area: z.string(),
      origin: number,
      time: number,
      period: z.string(),
      came: number,
      source: z.string(),
      /** quantiles .1, .25, .5, .75 and .9 */
      model: z.tuple([number, number, number, number, number]),
      in50: z.boolean(),
      in80: z.boolean(),
      scores: Scores,
    }),
  ),
  summaries: z.array(
    z.object({
      indicator: id,
      area: z.string(),
      cases: count,
      coverage50: number,
      coverage80: number,
      mean: Scores,
      skill: number,
      better: z.enum(['model', 'trend', 'walk', 'too-few']),
    }),
  ),
  untested: z.array(z.object({ indicator: id, reason: Text })),
  caveats: z.array(Text),
});
export type BackTest = Answer<typeof BackTest>;

/** GET /v1/voorspelkracht: how the model would have done. */
export const BackTestResponse = z.object({
  /** null while it is computed for the first time, or where it cannot be */
  backTest: z.nullable(BackTest),
  /** why there is none */
  reason: z.nullable(Text),
});
export type BackTestResponse = Answer<typeof BackTestResponse>;

/** How many outcomes came, and how many of them outside the band that eight in ten futures fill. */
const OutsideBand = z.object({ cases: count, outside: count });

/** GET /v1/voorspelkracht/telling: the back-test in a few counts, for beside a fan. */
export const BackTestCountResponse = z.object({
  /** null while it is computed for the first time, or where nothing could be tested */
  all: z.nullable(OutsideBand),
  /** per indicator that was tested, over all its areas */
  indicators: z.record(id, OutsideBand),
  /** true while it is computed for the first time: ask again */
  running: z.boolean(),
});
export type BackTestCountResponse = Answer<typeof BackTestCountResponse>;

/** Boundaries of areas, GeoJSON in WGS 84. */
export const Boundaries = z.object({
  year: z.int(),
  source: z.string(),
  attribution: z.string(),
  retrieved: z.string(),
  features: z.array(z.object({ area: z.string(), name: z.string(), geometry: z.unknown() })),
});
export type Boundaries = Answer<typeof Boundaries>;

/** GET /v1/grenzen?jaar=2025: real boundaries, where somebody fetched them. */
export const BoundariesResponse = z.object({ boundaries: z.nullable(Boundaries) });
export type BoundariesResponse = Answer<typeof BoundariesResponse>;
