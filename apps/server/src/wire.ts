import * as agenda from '@schaalsprong/agenda';
import * as z from 'zod';

/**
 * The shapes of `api.ts` once more, as schemas: the description of the API is made from them, and tests hold every
 * answer against them.
 */
const { Text } = agenda;
const id = z.string();

const Page = z.strictObject({ number: z.number().int(), certain: z.boolean() });

export const Node = agenda.TreeNode.extend({ children: z.array(id), depth: z.number().int() });

export const Claim = agenda.Claim.extend({ interval: agenda.Interval, page: Page, pages: z.array(Page) });

const Hashes = z.strictObject({ agenda: z.string(), data: z.string(), model: z.string() });

const Region = z.strictObject({
  id,
  title: Text,
  subtitle: Text,
  area: z.string(),
  document: agenda.RegionFile.shape.document,
  levels: agenda.RegionFile.shape.levels,
  units: agenda.RegionFile.shape.units,
  qualifiers: agenda.RegionFile.shape.qualifiers,
  model: z.strictObject({ start: z.number(), stop: z.number(), today: z.number() }),
  assessment: agenda.RegionFile.shape.assessment,
  hashes: Hashes,
});

export const Agenda = z.strictObject({
  region: Region,
  nodes: z.array(Node),
  targets: z.array(agenda.Target),
  indicators: z.array(agenda.Indicator),
  measures: z.array(agenda.Measure),
  constraints: z.array(agenda.Constraint),
  outcomes: z.array(agenda.Outcome),
  parties: z.array(agenda.Party),
  agreements: z.array(agenda.Agreement),
  registers: z.array(
    agenda.RegisterFile.extend({ entries: z.array(agenda.Entry.extend({ kind: agenda.RegisterKind })) }),
  ),
  areas: z.array(agenda.Area),
  unknowns: z.array(agenda.Unknown),
  scenarios: z.array(agenda.ScenarioFile),
  table: agenda.TableFile,
});

export const ObservedPoint = z.strictObject({
  period: z.string(),
  start: z.number(),
  end: z.number(),
  value: z.number(),
  status: z.enum(['observed', 'expected', 'derived', 'provisional']),
  source: z.string(),
  note: z.string(),
});

export const Source = z.strictObject({
  id,
  text: z.string(),
  address: z.string().nullable(),
  observations: z.number().int(),
  uses: z.array(
    z.strictObject({
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
      id,
    }),
  ),
});

export const ModelVariable = z.strictObject({
  id,
  name: z.string(),
  kind: z.string(),
  units: z.string(),
  comment: z.string(),
  sector: z.string(),
  line: z.number().int(),
  subscripts: z.array(z.string()),
  equation: z.string(),
  uses: z.array(id),
  usedBy: z.array(id),
  uncertainties: z.array(id),
  measures: z.array(id),
  outcomes: z.array(id),
});

export const Sources = z.strictObject({
  claims: z.array(Claim),
  uncertainties: z.array(agenda.Uncertainty),
  observed: z.record(id, z.array(ObservedPoint)),
  sources: z.array(Source),
  model: z.strictObject({
    file: z.string(),
    hash: z.string(),
    time: z.strictObject({ start: z.number(), stop: z.number(), step: z.number() }),
    variables: z.array(ModelVariable),
    dimensions: z.record(z.string(), z.array(z.string())),
  }),
});

const Quantiles = z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() });
const Met = z.strictObject({ count: z.number().int(), of: z.number().int() });

// Fields may be added to the assessment by its own package, so its shapes are open.
export const TargetStanding = z.looseObject({
  id,
  title: Text,
  pillar: id,
  challenge: id,
  horizon: z.string(),
  unit: z.string(),
  direction: z.enum(['at-least', 'at-most']),
  target: z.number().nullable(),
  observed: z.looseObject({ value: z.number(), period: z.string(), source: z.string() }).nullable(),
  projected: Quantiles.nullable(),
  met: Met.nullable(),
  gap: z.number().nullable(),
  binding: z.array(z.looseObject({ constraint: id, share: z.number() })),
  carriedBy: z.array(z.looseObject({ measure: id, delta: z.number(), metWithout: z.number().int() })),
  conflicts: z.array(id),
  notModelled: Text.nullable(),
  targetIs: z.enum(['stated', 'assumed']),
  heldBack: Met.nullable(),
  observedStatus: ObservedPoint.shape.status.nullable(),
  ambitions: z.array(id),
  challenges: z.array(id),
});

export const Assessment = z.looseObject({
  region: z.looseObject({ id, title: Text }),
  provenance: z.looseObject({
    agenda: z.string(),
    model: z.string(),
    data: z.string(),
    seed: z.number().int(),
    futures: z.number().int(),
    scenario: z.string(),
  }),
  targets: z.array(TargetStanding),
  ambitions: z.array(
    z.looseObject({
      id,
      title: Text,
      targets: z.array(id),
      met: Met.nullable(),
      notModelled: z.number().int(),
    }),
  ),
  holdingBack: z.array(
    z.looseObject({
      constraint: id,
      kind: z.enum(['resource', 'response']),
      share: z.number(),
      targets: z.array(id),
    }),
  ),
  history: z.array(
    z.looseObject({
      id,
      title: Text,
      fitted: Text.nullable(),
      tolerance: z.number(),
      worst: z.number(),
      within: z.boolean(),
      points: z.array(z.looseObject({ time: z.number(), observed: z.number(), modelled: z.number() })),
    }),
  ),
});

export const FanSeries = z.strictObject({
  time: z.array(z.number()),
  p10: z.array(z.number()),
  p50: z.array(z.number()),
  p90: z.array(z.number()),
});

export const Detail = z.looseObject({ assessment: Assessment, series: z.record(id, FanSeries) });

const Band = z.strictObject({
  time: z.array(z.number()),
  p10: z.array(z.number()),
  p25: z.array(z.number()),
  p50: z.array(z.number()),
  p75: z.array(z.number()),
  p90: z.array(z.number()),
});

export const Table = z.strictObject({
  region: id,
  hashes: Hashes,
  question: z.strictObject({
    setting: z.strictObject({
      levers: z.record(id, z.number()),
      assumptions: z.record(id, z.number()),
      viewpoint: z.string().nullable(),
    }),
    futures: z.number().int(),
    seed: z.number().int(),
  }),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  answer: z.strictObject({
    count: z.number().int(),
    seed: z.number().int(),
    coarse: z.array(z.number()),
    bands: z.record(id, Band),
    balance: z.record(id, Band),
    targets: z.array(
      z.strictObject({
        id,
        projected: Quantiles,
        met: Met.nullable(),
        gap: z.number().nullable(),
        binding: z.array(z.strictObject({ constraint: id, share: z.number() })),
        values: z.array(z.number()).optional(),
      }),
    ),
    constraints: z.array(
      z.strictObject({
        id,
        share: z.number(),
        targets: z.array(id),
        largestIn: Met,
        from: z.number().nullable(),
        where: z.array(z.strictObject({ outcome: id, variable: z.string(), share: z.number() })),
      }),
    ),
    allMet: Met,
  }),
});

export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  en: z.strictObject({ title: z.string(), detail: z.string() }),
});

export const Standing = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('running'),
    done: z.number().int(),
    of: z.number().int(),
    sentence: Text.nullable(),
    detail: Detail.nullable(),
  }),
  z.strictObject({ state: z.literal('ready'), sentence: Text, detail: Detail }),
  z.strictObject({ state: z.literal('failed'), problem: Problem }),
]);

const state = z.enum(['running', 'ready', 'failed']);

export const Targets = z.strictObject({
  state,
  targets: z.array(z.strictObject({ target: agenda.Target, standing: TargetStanding.nullable() })),
});

export const Target = z.strictObject({
  state,
  target: agenda.Target,
  standing: TargetStanding.nullable(),
  series: FanSeries.nullable(),
  observed: z.array(ObservedPoint),
  claims: z.array(Claim),
});
