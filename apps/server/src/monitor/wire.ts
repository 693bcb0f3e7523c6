import * as agenda from '@schaalsprong/agenda';
import * as z from 'zod';

/** The shapes of the monitor in `api.ts` once more, as schemas: see `../wire.ts`. */
const { Text } = agenda;
const id = z.string();
const status = z.enum(agenda.targetStatuses);
const count = z.number().int().min(0);

export const Fact = z.strictObject({
  series: z.string(),
  area: z.string(),
  period: z.string(),
  value: z.number().nullable(),
  state: z.enum(['value', 'secret', 'impossible', 'missing', 'withdrawn']),
  standing: z.enum(['observed', 'provisional', 'revised', 'final', 'derived', 'expected']),
  unit: z.string(),
  decimals: z.number().int().nullable(),
  attribute: z.string(),
  source: z.string(),
  note: z.string(),
});

export const VintageFact = Fact.extend({ vintage: z.string(), published: z.string().nullable() });

export const Vintage = z.strictObject({
  id,
  source: id,
  table: z.string().nullable(),
  published: z.string().nullable(),
  retrieved: z.string(),
  hash: z.string(),
  classification: z.string().nullable(),
  address: z.string(),
  licence: z.string(),
  attribution: z.string(),
});

const AnyFact = z.union([VintageFact, Fact]);

export const Revision = z.strictObject({
  series: z.string(),
  area: z.string(),
  period: z.string(),
  kind: z.enum(['added', 'changed', 'withdrawn', 'standing']),
  before: AnyFact.nullable(),
  after: AnyFact.nullable(),
  vintage: z.string(),
  published: z.string().nullable(),
  moved: z.array(z.strictObject({ target: id, from: status, to: status })),
});

const SourceCheck = z.strictObject({
  source: id,
  at: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'failed']),
  code: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  question: z.string().nullable(),
});

const PathPoint = z.strictObject({ time: z.number(), value: z.number() });

const Standing = z.strictObject({
  target: id,
  indicator: id,
  computed: status,
  reason: Text.nullable(),
  possible: z.array(status),
  judgement: agenda.Judgement.nullable(),
  required: z.strictObject({ from: PathPoint, to: PathPoint, perYear: z.number() }).nullable(),
  observed: z.array(PathPoint.extend({ fact: VintageFact })),
  latest: VintageFact.nullable(),
  gap: z.number().nullable(),
  goodGap: z.boolean().nullable(),
  trend: z.strictObject({ perYear: z.number(), from: z.number(), to: z.number(), points: count }).nullable(),
  degree: z.number().nullable(),
  lastUpdate: z.string().nullable(),
  overdue: z.boolean(),
});

const good = z.enum(['up', 'down']).nullable();

const Summary = z.strictObject({
  id,
  title: Text,
  unit: z.string(),
  theme: z.string().nullable(),
  pillar: z.string().nullable(),
  good,
  area: z.string(),
  targets: z.array(id),
  latest: VintageFact.nullable(),
  line: z.array(PathPoint),
  status: status.nullable(),
  lastUpdate: z.string().nullable(),
  overdue: z.boolean(),
  notObserved: Text.nullable(),
});

const StatisticsSource = z.strictObject({
  id,
  title: Text,
  kind: agenda.StatisticsSource.shape.kind,
  publisher: z.string(),
  table: z.string().nullable(),
  licence: z.string(),
  attribution: z.string(),
  calendar: Text.nullable(),
  lastPublished: z.string().nullable(),
  lastCheck: SourceCheck.nullable(),
  held: count,
});

export const Monitor = z.strictObject({
  region: id,
  today: z.string(),
  themes: z.array(z.strictObject({ id, title: Text })),
  indicators: z.array(Summary),
  standings: z.array(
    Standing.pick({ target: true, indicator: true, computed: true, judgement: true, reason: true }),
  ),
  sources: z.array(StatisticsSource),
  revisions: z.array(Revision),
  store: z.strictObject({
    state: z.enum(['region', 'loading', 'failed', 'ready']),
    note: Text.nullable(),
  }),
});

const Quarantined = z.strictObject({
  series: z.string(),
  area: z.string(),
  period: z.string(),
  id,
  source: id,
  code: z.string(),
  text: Text,
  fact: Fact.nullable(),
  found: z.string(),
  vintage: Vintage,
  since: z.string(),
  decision: z.strictObject({ take: z.boolean(), by: z.string(), why: z.string(), on: z.string() }).nullable(),
});

export const Metadata = z.strictObject({
  id,
  title: Text,
  definition: Text,
  unit: z.string(),
  area: z.string(),
  good,
  calendar: Text.nullable(),
  method: Text.nullable(),
  limits: Text.nullable(),
  comparability: Text.nullable(),
  breaks: agenda.Indicator.shape.breaks,
  traps: z.array(Text),
  levels: z.array(z.string()),
  sources: z.array(
    z.strictObject({
      text: z.string(),
      licence: z.string().nullable(),
      attribution: z.string().nullable(),
      address: z.string().nullable(),
    }),
  ),
  citation: Text,
  downloads: z.array(z.strictObject({ path: z.string(), mediaType: z.string() })),
});

const Nowcast = z.strictObject({
  indicator: id,
  area: z.string(),
  period: z.string(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  from: z.array(z.strictObject({ series: z.string(), lag: z.number(), years: z.number() })),
  method: Text,
});

export const OneIndicator = z.strictObject({
  indicator: agenda.Indicator,
  asKnownOn: z.string().nullable(),
  assumed: count,
  facts: z.array(VintageFact),
  history: z.array(VintageFact),
  vintages: z.array(Vintage),
  areas: z.array(agenda.Area),
  chain: z.array(z.strictObject({ source: id, table: z.string().nullable(), from: z.string().nullable() })),
  standings: z.array(Standing),
  nowcast: Nowcast.nullable(),
  noNowcast: Text.nullable(),
  revisions: z.array(Revision),
  held: z.array(Quarantined),
  metadata: Metadata,
});

const Score = z.strictObject({ crps: z.number(), pinball: z.number() });
const Scores = z.strictObject({ model: Score, trend: Score, walk: Score });

export const BackTest = z.strictObject({
  backTest: z
    .strictObject({
      origins: z.array(z.number()),
      futures: count,
      seed: z.number().int(),
      cases: z.array(
        z.strictObject({
          indicator: id,
          area: z.string(),
          origin: z.number(),
          time: z.number(),
          period: z.string(),
          came: z.number(),
          source: z.string(),
          model: z.array(z.number()).length(5),
          in50: z.boolean(),
          in80: z.boolean(),
          scores: Scores,
        }),
      ),
      summaries: z.array(
        z.strictObject({
          indicator: id,
          area: z.string(),
          cases: count,
          coverage50: z.number(),
          coverage80: z.number(),
          mean: Scores,
          skill: z.number(),
          better: z.enum(['model', 'trend', 'walk', 'too-few']),
        }),
      ),
      untested: z.array(z.strictObject({ indicator: id, reason: Text })),
      caveats: z.array(Text),
    })
    .nullable(),
  reason: Text.nullable(),
});

export const Boundaries = z.strictObject({
  boundaries: z
    .strictObject({
      year: z.number().int(),
      source: z.string(),
      attribution: z.string(),
      retrieved: z.string(),
      features: z.array(z.strictObject({ area: z.string(), name: z.string(), geometry: z.unknown() })),
    })
    .nullable(),
});
