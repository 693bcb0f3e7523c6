import * as z from 'zod/mini';
import {
  type Answer,
  AreaCode,
  ConstraintId,
  Domains,
  EntryId,
  Hashes,
  IndicatorId,
  id,
  Lines,
  MeasureId,
  NodeId,
  OutcomeId,
  PartyId,
  Period,
  ScenarioId,
  TargetId,
  Text,
  ThemeId,
  Unit,
} from '../../words.ts';

const numberOrNull = z.nullable(z.number());

/** Other multiples for another setting of the audit; what is absent stays as it is. */
const QualifierWidth = z.object({
  low: z.optional(numberOrNull),
  high: z.optional(numberOrNull),
  rounding: z.optional(z.boolean()),
});

/** Which interval a qualifier in the text means. */
const Qualifier = z.object({
  words: z.array(z.string()),
  /** bounds as a multiple of the figure; null is unbounded */
  low: numberOrNull,
  high: numberOrNull,
  lowOpen: z.boolean(),
  highOpen: z.boolean(),
  /** half a unit of the last printed digit that is not zero */
  rounding: z.boolean(),
  /** bounds as a number instead of a multiple */
  floor: z.optional(z.number()),
  ceiling: z.optional(z.number()),
  bare: z.optional(QualifierWidth),
  generous: z.optional(QualifierWidth),
});

/** How numbers in a unit are written. */
export const Units = z.record(
  z.string(),
  z.object({
    title: Text,
    symbol: z.object({ nl: z.string(), en: z.string() }),
    decimals: z.int(),
    grouping: z.boolean(),
    scale: z.number(),
    above: z.optional(z.object({ value: z.number(), unit: z.string(), divide: z.number() })),
    below: z.optional(z.object({ value: z.number(), unit: z.string(), multiply: z.number() })),
    names: z.optional(z.array(z.object({ value: z.number(), name: Text }))),
  }),
);

const Region = z.object({
  id,
  title: Text,
  subtitle: Text,
  area: z.string(),
  document: z.object({
    title: z.string(),
    published: Period,
    file: z.string(),
    lines: z.int(),
    sha256: z.string(),
    address: z.string(),
    pages: z.array(z.object({ fromLine: z.int(), page: z.int(), certain: z.boolean() })),
  }),
  /** who publishes the site; absent where nobody says so */
  publisher: z.optional(
    z.object({
      name: z.string(),
      official: z.boolean(),
      contact: z.optional(z.string()),
      code: z.optional(z.string()),
    }),
  ),
  levels: z.array(z.object({ id: z.string(), title: Text, plural: Text })),
  units: Units,
  qualifiers: z.record(z.string(), Qualifier),
  /** Decimal years: first and last time of the model, and the time up to which history is known. */
  model: z.object({ start: z.number(), stop: z.number(), today: z.number() }),
  assessment: z.object({ futures: z.int(), seed: z.int(), scenario: z.string() }),
  hashes: Hashes,
  domains: Domains,
});

/** A node of the results tree, with its children in the order of the file. Depth 0 is the goal. */
export const ApiNode = z.object({
  id: NodeId,
  level: z.string(),
  number: z.optional(z.string()),
  title: Text,
  /** names in the document itself, in its language */
  official: z.array(z.string()),
  summary: z.optional(Text),
  parents: z.array(NodeId),
  places: z.array(Lines),
  /** what the text says here without a figure, in our words */
  statements: z.array(z.object({ text: Text, places: z.array(Lines) })),
  owners: z.array(PartyId),
  linkIsReading: z.boolean(),
  children: z.array(id),
  depth: z.int(),
});
export type ApiNode = Answer<typeof ApiNode>;

/** An indicator, a direction, a value and a horizon. */
export const Target = z.object({
  id: TargetId,
  title: Text,
  pillar: NodeId,
  ambitions: z.array(NodeId),
  challenge: NodeId,
  challenges: z.array(NodeId),
  linkIsReading: z.boolean(),
  indicator: IndicatorId,
  area: AreaCode,
  unit: Unit,
  direction: z.enum(['at-least', 'at-most']),
  value: numberOrNull,
  valueIs: z.enum(['stated', 'assumed']),
  valueReason: z.optional(Text),
  /** what must be read with every comparison of its figures with the goal or the model */
  caution: z.optional(Text),
  /** what the agenda itself calls it; `none` where the target is ours */
  inAgendaAs: z.enum(['goal', 'effect', 'need', 'level', 'none']),
  baseline: z.nullable(z.object({ value: z.number(), period: Period, source: z.string() })),
  horizon: Period,
  claims: z.array(z.string().brand<'ClaimId'>()),
  places: z.array(Lines),
  partOf: z.optional(TargetId),
  /** why its standing cannot be computed, while it cannot */
  missing: z.optional(
    z.object({
      kind: z.enum(['not-fetched', 'not-published', 'secret', 'no-definition', 'no-baseline']),
      where: z.optional(z.string()),
    }),
  ),
  /** figure that is shown where the target itself has none; it never makes a status */
  proxy: z.optional(z.object({ series: z.string(), area: AreaCode, distance: Text })),
  outcome: z.nullable(OutcomeId),
  notModelled: z.nullable(Text),
  note: z.optional(Text),
});
export type Target = Answer<typeof Target>;

/** What is measured, with its definition. */
export const Indicator = z.object({
  id: IndicatorId,
  title: Text,
  unit: Unit,
  definition: Text,
  series: z.nullable(z.string()),
  area: z.nullable(AreaCode),
  additive: z.boolean(),
  divideBy: z.number(),
  cumulativeFrom: z.optional(Period),
  breaks: z.array(z.object({ at: Period, reason: Text })),
  traps: z.array(Text),
  theme: z.optional(ThemeId),
  pillar: z.optional(NodeId),
  good: z.nullable(z.enum(['up', 'down'])),
  calendar: z.optional(Text),
  method: z.optional(Text),
  limits: z.optional(Text),
  comparability: z.optional(Text),
  leads: z.array(
    z.object({
      series: z.string(),
      area: z.optional(AreaCode),
      additive: z.boolean(),
      lag: z.number(),
      reason: Text,
      source: z.string(),
    }),
  ),
});
export type Indicator = Answer<typeof Indicator>;

/** Something that somebody does, with its lever. */
export const Measure = z.object({
  id: MeasureId,
  title: Text,
  summary: z.optional(Text),
  nodes: z.array(NodeId),
  owner: PartyId,
  ownerSource: z.string(),
  partners: z.array(PartyId),
  places: z.array(Lines),
  linkIsReading: z.boolean(),
  cost: z.nullable(
    z.object({
      amount: z.number(),
      unit: Unit,
      status: z.enum(['stated', 'observed', 'expected', 'derived', 'assumed']),
      source: z.string(),
      note: z.optional(Text),
      payers: z.array(PartyId),
    }),
  ),
  leadTimeYears: z.nullable(z.object({ value: z.number(), source: z.string() })),
  lever: z.object({
    variable: z.string(),
    unit: Unit,
    min: z.number(),
    max: z.number(),
    positions: z.catchall(z.object({ none: z.number(), agenda: z.number() }), z.number()),
    agreedBy: z.array(EntryId),
    reason: Text,
    source: z.string(),
  }),
  timing: z.nullable(
    z.object({
      variable: z.string(),
      kind: z.enum(['start', 'duration']),
      of: z.string(),
      agenda: z.number(),
      unit: Unit,
      min: z.number(),
      max: z.number(),
      reason: Text,
      source: z.string(),
    }),
  ),
});
export type Measure = Answer<typeof Measure>;

/** A limited resource, or a response of people, firms and the world. */
export const Constraint = z.object({
  id: ConstraintId,
  title: Text,
  kind: z.enum(['resource', 'response']),
  sentence: Text,
  unit: Unit,
  owners: z.array(PartyId),
  relief: Text,
  nodes: z.array(NodeId),
});
export type Constraint = Answer<typeof Constraint>;

/** A model variable that answers a target. */
export const Outcome = z.object({
  id: OutcomeId,
  title: Text,
  variable: z.string(),
  unit: Unit,
  scale: z.number(),
  /** part of the region that it is of; absent for the region */
  area: z.optional(AreaCode),
  read: z.enum(['at-horizon', 'max-to-horizon', 'min-to-horizon', 'mean-of-horizon-year']),
  limitUnit: z.nullable(Unit),
  limits: z.array(z.object({ constraint: ConstraintId, variable: z.string() })),
});
export type Outcome = Answer<typeof Outcome>;

/** Ministry, province, municipality, school, firm, operator. */
export const Party = z.object({
  id: PartyId,
  title: Text,
  kind: z.enum([
    'ministry',
    'government',
    'province',
    'municipality',
    'region',
    'water-board',
    'school',
    'firm',
    'operator',
    'corporation',
    'campus',
    'institute',
    'partnership',
    'fund',
    'agency',
    'europe',
    'group',
  ]),
  area: z.optional(AreaCode),
  places: z.array(Lines),
  source: z.optional(z.string()),
});
export type Party = Answer<typeof Party>;

/** An agreement or event since the agenda. */
export const Agreement = z.object({
  id: EntryId,
  date: z.string(),
  title: Text,
  parties: z.array(PartyId),
  partiesNote: z.optional(z.string()),
  nodes: z.array(NodeId),
  status: Text,
  state: z.enum(['kept', 'running', 'open', 'unknown']),
  statusOn: z.nullable(z.string()),
  due: z.nullable(z.string()),
  owner: z.nullable(PartyId),
  next: z.optional(Text),
  claims: z.array(z.string().brand<'ClaimId'>()),
  amount: numberOrNull,
  source: z.string(),
  note: z.optional(Text),
});
export type Agreement = Answer<typeof Agreement>;

const RegisterKind = z.enum([
  'instrument',
  'programme',
  'facility',
  'campus',
  'technology',
  'market',
  'project',
  'document',
]);

const certainty = z.enum(['stated', 'observed', 'expected', 'derived']);

/** An entry that knows of which register it is. */
export const Entry = z.object({
  id: EntryId,
  title: Text,
  summary: z.optional(Text),
  parties: z.array(PartyId),
  nodes: z.array(NodeId),
  area: z.optional(AreaCode),
  places: z.array(Lines),
  source: z.optional(z.string()),
  linkIsReading: z.boolean(),
  money: z.array(
    z.object({
      amount: z.number(),
      unit: Unit,
      payer: z.string(),
      item: Text,
      status: certainty,
      source: z.string(),
      note: z.optional(z.string()),
    }),
  ),
  facts: z.array(z.object({ text: Text, status: certainty, source: z.string() })),
  kind: RegisterKind,
});
export type Entry = Answer<typeof Entry>;

/** A register with its entries. */
export const Register = z.object({ kind: RegisterKind, title: Text, entries: z.array(Entry) });
export type Register = Answer<typeof Register>;

/** An area of the region or around it. */
export const Area = z.object({
  code: AreaCode,
  name: z.string(),
  kind: z.enum(['region', 'subregion', 'municipality', 'province', 'country', 'other']),
  parent: z.string(),
  lat: numberOrNull,
  lon: numberOrNull,
  land_km2: numberOrNull,
  source: z.string(),
  joined_into: z.string(),
  joined_on: z.string(),
});
export type Area = Answer<typeof Area>;

/** What was looked for and not found. */
export const Unknown = z.object({
  id: EntryId,
  kind: z.enum(['open-in-text', 'not-found', 'not-fetched', 'uncertain']),
  text: Text,
  consequence: z.optional(Text),
  nodes: z.array(NodeId),
  targets: z.array(TargetId),
  where: z.optional(Text),
});
export type Unknown = Answer<typeof Unknown>;

/** Named positions of levers, and assumptions. */
export const ScenarioFile = z.object({
  id: ScenarioId,
  title: Text,
  levers: z.record(z.string(), z.union([z.number(), z.string()])),
  base: z.string(),
  assumptions: z.record(z.string(), z.number()),
  timings: z.record(z.string(), z.number()),
});
export type ScenarioFile = Answer<typeof ScenarioFile>;

/** Rules between measures, themes of balance, reliefs and viewpoints of the policy table. */
export const TableFile = z.object({
  positions: z.record(z.string(), Text),
  outcomes: z.array(OutcomeId),
  years: z.array(Period),
  budgets: z.array(
    z.object({
      id: EntryId,
      title: Text,
      unit: Unit,
      most: z.number(),
      measures: z.array(z.object({ measure: MeasureId, per: z.number() })),
      reason: Text,
      source: z.string(),
    }),
  ),
  rules: z.array(
    z.object({
      kind: z.enum(['excludes', 'needs']),
      measure: MeasureId,
      other: MeasureId,
      reason: Text,
      source: z.string(),
    }),
  ),
  balance: z.array(
    z.object({
      id: EntryId,
      title: Text,
      variable: z.string(),
      scale: z.number(),
      unit: Unit,
      good: z.enum(['up', 'down']),
      note: z.optional(Text),
    }),
  ),
  relief: z.array(
    z.object({
      constraint: ConstraintId,
      variable: z.string(),
      add: z.optional(z.number()),
      times: z.optional(z.number()),
      title: Text,
    }),
  ),
  viewpoints: z.array(z.object({ id: z.string(), title: Text, party: z.nullable(PartyId), reason: Text })),
});
export type TableFile = Answer<typeof TableFile>;

const bothLayouts = z.object({
  wide: z.tuple([z.number(), z.number()]),
  narrow: z.tuple([z.number(), z.number()]),
});
const Ways = z.array(z.object({ variable: z.string() }));

/** The drawn picture of the whole: blocks, the influences between them as the model has them, and those that are not drawn. */
export const PictureFile = z.object({
  blocks: z.array(
    z.object({
      id: EntryId,
      title: Text,
      outcome: z.nullable(OutcomeId),
      sentence: Text,
      sectors: z.array(z.string()),
      variables: Ways,
      own: z.array(ConstraintId),
      door: z.discriminatedUnion('to', [
        z.object({ to: z.literal('target'), id: TargetId }),
        z.object({ to: z.literal('challenge'), id: NodeId }),
        z.object({ to: z.literal('indicator'), id: IndicatorId }),
      ]),
      /** column and row */
      place: bothLayouts,
    }),
  ),
  arrows: z.array(
    z.object({
      from: EntryId,
      to: EntryId,
      sign: z.enum(['+', '-']),
      sentence: Text,
      way: Ways,
      limits: z.array(ConstraintId),
      bend: z.object({ wide: z.number(), narrow: z.number() }),
    }),
  ),
  leftOut: z.array(z.object({ from: EntryId, to: EntryId, reason: Text })),
});
export type PictureFile = Answer<typeof PictureFile>;

/** GET /v1/agenda: what was promised, by whom, and with which means. */
export const AgendaResponse = z.object({
  region: Region,
  nodes: z.array(ApiNode),
  targets: z.array(Target),
  indicators: z.array(Indicator),
  measures: z.array(Measure),
  constraints: z.array(Constraint),
  outcomes: z.array(Outcome),
  parties: z.array(Party),
  agreements: z.array(Agreement),
  registers: z.array(Register),
  areas: z.array(Area),
  unknowns: z.array(Unknown),
  scenarios: z.array(ScenarioFile),
  table: TableFile,
  picture: PictureFile,
});
export type AgendaResponse = Answer<typeof AgendaResponse>;
