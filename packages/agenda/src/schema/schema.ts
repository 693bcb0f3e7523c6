import { z } from 'zod';
import { periodPattern } from '../periods/period.ts';
import type { DeepReadonly } from '../readonly.ts';

/**
 * The shape of a region folder. Every schema below is also published as a JSON Schema
 * (`npm run schemas`), so descriptions here are what an editor shows.
 */

/** Example of each text format, for the error of a mismatch. Keyed by the English description. */
export const formats = {
  id: {
    nl: 'een id in kleine letters met streepjes, zoals pillar-talent',
    en: 'an id in kebab-case English, like pillar-talent',
  },
  area: { nl: 'een gebiedscode, zoals GM0772 of MRE', en: 'an area code, like GM0772 or MRE' },
  period: {
    nl: 'een periode, zoals 2023, 2023-04, 2023-Q1 of 2021/2022',
    en: 'a period, like 2023, 2023-04, 2023-Q1 or 2021/2022',
  },
  lines: {
    nl: 'een regelnummer of een reeks, zoals 285 of 285-289',
    en: 'a line number or a range, like 285 or 285-289',
  },
  variable: {
    nl: 'een grootheid als gva-industry@NL01@2019: wat, van wie of waar, wanneer',
    en: 'a quantity like gva-industry@NL01@2019: what, of whom or where, when',
  },
  linesForward: {
    nl: 'een reeks regels die niet terugloopt',
    en: 'a range of lines that does not run backwards',
  },
  hash: { nl: 'een sha256 van 64 hexadecimale tekens', en: 'a sha256 of 64 hexadecimal characters' },
} as const;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A branded id per kind; editors show the example. */
const id = <B extends string>(example: string) =>
  z
    .string()
    .regex(kebab, formats.id.en)
    .meta({ examples: [example] })
    .brand<B>();

/** Id of a node of the results tree. */
export const NodeId = id<'NodeId'>('pillar-talent');
/** Id of a target. */
export const TargetId = id<'TargetId'>('homes-2030');
/** Id of a claim. */
export const ClaimId = id<'ClaimId'>('homes-at-least-62000');
/** Id of a party. */
export const PartyId = id<'PartyId'>('province-noord-brabant');
/** Id of a measure. */
export const MeasureId = id<'MeasureId'>('side-entrants');
/** Id of an indicator. */
export const IndicatorId = id<'IndicatorId'>('homes-completed');
/** Id of a constraint. */
export const ConstraintId = id<'ConstraintId'>('builders');
/** Id of an outcome. */
export const OutcomeId = id<'OutcomeId'>('homes-completed-since-2022');
/** Id of an uncertainty. */
export const UncertaintyId = id<'UncertaintyId'>('grid-delay');
/** Id of an entry of a register. */
export const EntryId = id<'EntryId'>('high-tech-campus');
/** Id of a source of statistics. */
export const SourceId = id<'SourceId'>('cbs-03759ned');
/** Id of a theme. */
export const ThemeId = id<'ThemeId'>('housing');
export type NodeId = z.infer<typeof NodeId>;
export type TargetId = z.infer<typeof TargetId>;
export type ClaimId = z.infer<typeof ClaimId>;
export type PartyId = z.infer<typeof PartyId>;
export type MeasureId = z.infer<typeof MeasureId>;
export type IndicatorId = z.infer<typeof IndicatorId>;
export type ConstraintId = z.infer<typeof ConstraintId>;
export type OutcomeId = z.infer<typeof OutcomeId>;
export type UncertaintyId = z.infer<typeof UncertaintyId>;
export type EntryId = z.infer<typeof EntryId>;
export type SourceId = z.infer<typeof SourceId>;
export type ThemeId = z.infer<typeof ThemeId>;

/** A statistics-office area code: `GM0772`, `PV30`, `CR36`, `NL01`; or the region, a subregion, Europe, the world. */
export const AreaCode = z
  .string()
  .regex(/^(GM\d{4}|PV\d{2}|CR\d{2}|NL01|EU|WORLD|[A-Z][A-Za-z0-9]*)$/, formats.area.en)
  .brand<'AreaCode'>();
export type AreaCode = z.infer<typeof AreaCode>;

/** A period: `2023`, `2023-04`, `2023-04-01`, `2023-H1`, `2023-Q1`, `2021/2022`. */
export const Period = z
  .union([
    z.string().regex(periodPattern, formats.period.en),
    z.number().int().min(1000).max(9999).transform(String),
  ])
  .brand<'Period'>();
export type Period = z.infer<typeof Period>;

/** Key of `units` of region.yaml. */
export const Unit = z.string().min(1).brand<'Unit'>();
export type Unit = z.infer<typeof Unit>;

/** The same text in Dutch and in English; neither may be empty. */
export const Text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;

/** Lines of the agenda text, `285` or `285-289`. The page follows from the document's table of pages. */
export const Lines = z
  .union([z.number().int().positive(), z.string().regex(/^\d+(-\d+)?$/, formats.lines.en)])
  .transform((v): { from: number; to: number } => {
    const [from, to] = String(v).split('-').map(Number) as [number, number?];
    return { from, to: to ?? from };
  })
  .refine((l) => l.to >= l.from, formats.linesForward.en);
export type Lines = { from: number; to: number };
const Places = z.array(Lines).min(1);

/** Where a figure of ours comes from when it is not the agenda itself: free text, an address, or `assumption`. */
const Source = z.string().min(1);

/** Overrides of the multiples for another setting of the audit; the rest is inherited. */
const QualifierWidth = z.strictObject({
  low: z.number().nullable().optional(),
  high: z.number().nullable().optional(),
  rounding: z.boolean().optional(),
});

// ---------------------------------------------------------------- region.yaml
/** Version of the form of a region folder that this version of the program reads. A change that older content does not fit raises it. */
export const regionFormat = 1;

/** region.yaml */
export const RegionFile = z.strictObject({
  format: z
    .literal(regionFormat)
    .optional()
    .describe(
      'version of the form of this folder; a program that knows only older ones refuses it. Without it: 1',
    ),
  id: id<'RegionId'>('my-region'),
  title: Text,
  subtitle: Text,
  area: AreaCode.describe('the area that the agenda as a whole speaks of'),
  document: z.strictObject({
    title: z.string(),
    published: Period,
    file: z.string().describe('file name of the text, for tests and for readers with their own copy'),
    lines: z.number().int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, formats.hash.en),
    address: z.string(),
    pages: z
      .array(
        z.strictObject({
          fromLine: z.number().int().positive(),
          page: z.number().int().positive(),
          certain: z.boolean(),
        }),
      )
      .min(1)
      .describe('page of each block of lines; certain only where a page number is printed'),
  }),
  offices: z
    .array(z.string().min(2))
    .default([])
    .describe(
      'publishers whose figures are measurements: a name that a source begins with, or a host of its address',
    ),
  levels: z
    .array(z.strictObject({ id: z.string(), title: Text, plural: Text }))
    .min(1)
    .describe('levels of the results tree from the top down'),
  units: z
    .record(
      z.string(),
      z.strictObject({
        title: Text,
        symbol: z
          .strictObject({ nl: z.string(), en: z.string() })
          .describe(
            'after the number; before it where it starts with a currency sign; `{n}` marks the place of the number; may be empty',
          ),
        decimals: z.number().int().min(0).max(6),
        grouping: z.boolean().default(true).describe('false for calendar years: 2030, not 2.030'),
        scale: z.number().positive().default(1).describe('divide by this before showing: 1e9 for billions'),
        above: z
          .strictObject({ value: z.number().positive(), unit: z.string(), divide: z.number().gt(1) })
          .optional()
          .describe(
            'from this value on, shown in that unit after dividing: a million euros and more as EUR mln',
          ),
      }),
    )
    .describe('every unit that content may use, with how a number in it is shown'),
  qualifiers: z
    .record(
      z.string(),
      z.strictObject({
        words: z.array(z.string()).min(1),
        low: z.number().nullable().describe('lower bound as a multiple of the figure; null is unbounded'),
        high: z.number().nullable(),
        lowOpen: z.boolean().default(false),
        highOpen: z.boolean().default(false),
        rounding: z
          .boolean()
          .default(false)
          .describe(
            'half a unit of the last printed digit that is not zero; low and high are then its widest reach. Always so for `none`',
          ),
        floor: z.number().optional().describe('lower bound as a number instead of a multiple: 1 for a rank'),
        ceiling: z.number().optional().describe('upper bound as a number instead of a multiple'),
        bare: QualifierWidth.optional().describe('the figure as printed: the narrowest that the word allows'),
        generous: QualifierWidth.optional().describe('the widest that a reader would still grant the word'),
      }),
    )
    .describe('which interval a qualifier in the text means'),
  model: z.strictObject({
    file: z.string().nullable().describe('null as long as the region has no model: nothing is computed then'),
    start: z.number(),
    stop: z.number(),
    today: z.number(),
  }),
  assessment: z.strictObject({
    // More would not fit in memory.
    futures: z.number().int().positive().max(100_000),
    seed: z.number().int().nonnegative().max(0xffff_ffff),
    scenario: z.string(),
  }),
});
export type RegionFile = z.infer<typeof RegionFile>;

// ---------------------------------------------------------------- tree.yaml
/** A node of the results tree: goal, ambition, pillar or challenge. */
export const TreeNode = z.strictObject({
  id: NodeId,
  level: z.string().describe('id of a level of region.yaml'),
  number: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .describe('as the agenda numbers it: a, b, 1, 12'),
  title: Text.describe('short, in our words'),
  official: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'its names in the document itself, in the language of the document, to the letter; shown beside the title',
    ),
  summary: Text.optional(),
  parents: z.array(NodeId).default([]),
  places: Places,
  statements: z
    .array(z.strictObject({ text: Text, places: Places }))
    .default([])
    .describe(
      'what the text says here without a figure: a condition, a choice, a way of working; in our words',
    ),
  owners: z.array(PartyId).default([]),
  linkIsReading: z
    .boolean()
    .default(false)
    .describe('true where the agenda itself does not make the link to the parent'),
});
export type TreeNode = DeepReadonly<z.infer<typeof TreeNode>>;
/** tree.yaml */
export const TreeFile = z.strictObject({ nodes: z.array(TreeNode).min(1) });

// ---------------------------------------------------------------- claims/*.yaml
/** Kind of statement that a claim makes. */
export const ClaimKind = z.enum(['target', 'baseline', 'forecast', 'fact', 'commitment', 'definition']);
export type ClaimKind = z.infer<typeof ClaimKind>;
/** A closed or half-open interval; null is unbounded. */
export const Interval = z.strictObject({
  min: z.number().nullable(),
  max: z.number().nullable(),
  minOpen: z.boolean().default(false),
  maxOpen: z.boolean().default(false),
});
export type Interval = z.infer<typeof Interval>;
/** One quantified statement of the text: figure, qualifier, unit, period, places. */
export const Claim = z.strictObject({
  id: ClaimId,
  places: Places,
  figure: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe('the figure exactly as it stands in the text at each place'),
  text: Text.describe('paraphrase in our own words, never the sentence of the agenda'),
  kind: ClaimKind,
  quantity: z
    .string()
    .regex(kebab)
    .describe('what is counted; the same quantity has the same name in every claim'),
  entity: z
    .string()
    .min(1)
    .describe('of whom or where: an area code or the id of a party, register entry or node of the tree'),
  value: z.number(),
  qualifier: z.string().default('none').describe('key of qualifiers in region.yaml'),
  interval: Interval.optional().describe('only where the qualifier table does not say it'),
  unit: Unit,
  period: Period.optional().describe('when it was so; for a target or forecast use horizon'),
  horizon: Period.optional(),
  targets: z.array(TargetId).default([]),
  nodes: z.array(NodeId).default([]),
  note: Text.optional(),
});
export type Claim = z.infer<typeof Claim>;
/** claims/*.yaml */
export const ClaimsFile = z.strictObject({ claims: z.array(Claim).min(1) });

// ---------------------------------------------------------------- targets.yaml
/** Why nothing judges a target: the few kinds that there are. */
export const whyMissing = ['not-fetched', 'not-published', 'secret', 'no-definition', 'no-baseline'] as const;

/** An indicator, a direction, a value and a horizon. */
export const Target = z.strictObject({
  id: TargetId,
  title: Text,
  pillar: NodeId,
  ambitions: z.array(NodeId).min(1),
  challenge: NodeId.describe('the opgave that answers for it'),
  challenges: z.array(NodeId).default([]).describe('further opgaven that it touches'),
  linkIsReading: z
    .boolean()
    .default(true)
    .describe('the annex links no opgave to a target, so a link is our reading unless the text makes it'),
  indicator: IndicatorId,
  area: AreaCode,
  unit: Unit,
  direction: z.enum(['at-least', 'at-most']),
  value: z.number().nullable().describe('null where the agenda gives no number and we set none'),
  valueIs: z
    .enum(['stated', 'assumed'])
    .describe('stated by the agenda, or assumed by us where the text gives no number'),
  valueReason: Text.optional().describe('required where the value is assumed or null'),
  inAgendaAs: z
    .enum(['goal', 'effect', 'need', 'level', 'none'])
    .default('goal')
    .describe(
      'what the agenda itself calls it: a goal; the effect that it expects of an investment; a need; a level that may be the present one; or nothing, where the target is ours',
    ),
  baseline: z.strictObject({ value: z.number(), period: Period, source: Source }).nullable(),
  horizon: Period,
  claims: z.array(ClaimId).default([]),
  places: Places,
  partOf: TargetId.optional().describe(
    'a target that already counts what this one counts, like the homes of one location within all homes',
  ),
  missing: z
    .strictObject({
      kind: z.enum(whyMissing),
      where: z.string().optional().describe('table or register that has it, where it only was not fetched'),
    })
    .optional()
    .describe('why its standing cannot be computed, while it cannot'),
  proxy: z
    .strictObject({
      series: z.string().describe('series of the observation files that comes nearest'),
      area: AreaCode,
      distance: Text.describe('how far it is from what the target asks'),
    })
    .optional()
    .describe('figure that is shown where the target itself has none; it never makes a status'),
  outcome: OutcomeId.nullable().describe('model outcome that answers it'),
  notModelled: Text.nullable().describe('why the model cannot speak of it; null where an outcome is given'),
  note: Text.optional(),
});
export type Target = DeepReadonly<z.infer<typeof Target>>;
/** targets.yaml */
export const TargetsFile = z.strictObject({ targets: z.array(Target).min(1) });

// ---------------------------------------------------------------- indicators.yaml
/** What is measured: series, unit, area, definition, breaks and traps. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  title: Text,
  unit: Unit,
  definition: Text,
  series: z
    .string()
    .nullable()
    .describe('value of the column `indicator` in the observation files; null where nothing is observed yet'),
  area: AreaCode.nullable(),
  additive: z.boolean().default(false).describe('a missing area may be summed from its parts'),
  divideBy: z
    .number()
    .positive()
    .default(1)
    .describe('observation divided by this gives the unit of the indicator'),
  cumulativeFrom: Period.optional().describe(
    'the series is a flow per period, and the indicator its running total from this period on, which begins at zero',
  ),
  breaks: z.array(z.strictObject({ at: Period, reason: Text })).default([]),
  traps: z.array(Text).default([]),
  theme: ThemeId.optional().describe('theme that the monitor shows it under, from `themes`'),
  pillar: NodeId.optional().describe('pillar of the agenda; by default that of the target that it measures'),
  good: z
    .enum(['up', 'down'])
    .nullable()
    .default(null)
    .describe('whether more or less of it is good; null where neither is. Of a target its direction decides'),
  calendar: Text.optional().describe('when the source publishes'),
  method: Text.optional().describe('how the source measures'),
  limits: Text.optional().describe('what it does not show'),
  comparability: Text.optional().describe('with what it can be compared, and with what not'),
  leads: z
    .array(
      z.strictObject({
        series: z.string().describe('value of the column `indicator` in the observations'),
        area: AreaCode.optional(),
        additive: z.boolean().default(false).describe('a missing area may be summed from its parts'),
        lag: z.number().min(0).max(10).describe('years that it runs ahead'),
        reason: Text,
        source: Source,
      }),
    )
    .default([])
    .describe('series that are known sooner and say something of the current year'),
});
export type Indicator = DeepReadonly<z.infer<typeof Indicator>>;
/** A theme by which the monitor groups indicators. */
export const Theme = z.strictObject({ id: ThemeId, title: Text });
export type Theme = z.infer<typeof Theme>;
/** indicators.yaml */
export const IndicatorsFile = z.strictObject({
  themes: z.array(Theme).default([]),
  indicators: z.array(Indicator).min(1),
});

// ---------------------------------------------------------------- sources.yaml, judgements.yaml
/** One series that a table of a statistics office holds. */
export const SourceSeries = z.strictObject({
  series: z.string().min(1).describe('name of the series in the observations'),
  measure: z
    .string()
    .optional()
    .describe(
      'code of the measure (CBS v4), name of the column (CBS v3, CSV, Excel; `{period}` where its name holds the period), or none where a table has one',
    ),
  where: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
    .default({})
    .describe('code, or codes, per other dimension; of several codes of a table the cells are added up'),
  add: z
    .boolean()
    .default(false)
    .describe('of a file: add up the rows of one area and period, such as one per school'),
  area: z.strictObject({
    dimension: z
      .string()
      .optional()
      .describe('dimension or column of the areas; none where the table is of one area'),
    codes: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'code of the source per area of the region; by default the same code for every area that has one',
      ),
    only: z
      .array(AreaCode)
      .optional()
      .describe('by default every area of areas.csv with a code of the office'),
  }),
  period: z.strictObject({
    dimension: z.string().describe('dimension or column of the periods'),
    at: z
      .enum(['whole', 'first-day', 'last-day'])
      .default('whole')
      .describe('whether the value is of the whole period or of a day of it'),
    every: z
      .enum(['year', 'half-year', 'quarter', 'month'])
      .optional()
      .describe('only periods of this length, where a table has more than one; by default all of them'),
  }),
  unit: Unit,
  sourceUnit: z.string().describe('as the source writes it; another one is held back for a decision'),
  times: z.number().positive().default(1).describe('value of the source times this gives the unit'),
  expected: z
    .boolean()
    .default(false)
    .describe('a forecast: its figures are expected, and none of them was measured'),
  from: Period.optional(),
  until: Period.optional(),
  largestJump: z
    .number()
    .gt(1)
    .default(10)
    .describe('a value so many times its neighbour, or so small a part of it, is held back for a decision'),
});
export type SourceSeries = z.infer<typeof SourceSeries>;

/** A table of a statistics office, a file, or figures entered by hand: where observations come from. */
export const StatisticsSource = z.strictObject({
  id: SourceId,
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
  publisher: z.string().min(1),
  table: z
    .string()
    .optional()
    .describe(
      'id of the table, code of the dataset or collection, exactly as written; of DUO its dataset and file, `p04hogdipl/gediplomeerdenhbo.csv`',
    ),
  address: z
    .url()
    .optional()
    .describe(
      'of a file, its own; of a service, what its tables stand under, where that is not the usual one',
    ),
  licence: z.string().min(1),
  attribution: z.string().min(1),
  redistributable: z.boolean().default(true),
  calendar: Text.optional(),
  classification: z.string().optional().describe('year of the classification of areas or branches'),
  after: SourceId.optional().describe('the table that this one follows, of the same series'),
  lagMonths: z
    .number()
    .min(0)
    .max(60)
    .default(6)
    .describe('months from the end of a period to its first figure, where no date is known'),
  skipRows: z.number().int().min(0).default(0).describe('lines above the header of a file'),
  sheet: z.string().optional().describe('sheet of an Excel file; by default the first'),
  delimiter: z.enum([',', ';', '\t']).optional().describe('of a CSV file; by default what its header has'),
  decimal: z.enum(['.', ',']).default('.').describe('sign before decimals in a file'),
  secret: z
    .array(z.string())
    .default([])
    .describe('cells of a file that stand for a value kept secret, like <5'),
  note: Text.optional(),
  series: z.array(SourceSeries).default([]),
});
export type StatisticsSource = z.infer<typeof StatisticsSource>;
/** sources.yaml */
export const SourcesFile = z.strictObject({ sources: z.array(StatisticsSource) });

/** How a target stands, from good to bad; `unknown` where too little is known to say. */
export const targetStatuses = ['reached', 'on-course', 'lagging', 'off-course', 'away', 'unknown'] as const;
/** A person's judgement of the status of a target, next to the computed one. */
export const Judgement = z.strictObject({
  target: TargetId,
  status: z.enum(targetStatuses),
  by: z.string().min(1).max(200).describe('a function or body, not a name'),
  on: Period,
  why: z.string().min(1).max(2000),
});
export type Judgement = z.infer<typeof Judgement>;
/** A note of observations in both languages: the column `note` of a CSV holds one or more of `en`, with `; ` between them. */
export const ObservationNote = z.strictObject({ en: z.string().min(1), nl: z.string().min(1) });
export type ObservationNote = z.infer<typeof ObservationNote>;
/** notes.yaml */
export const NotesFile = z.strictObject({ notes: z.array(ObservationNote) });

/** judgements.yaml */
export const JudgementsFile = z.strictObject({ judgements: z.array(Judgement) });
export type JudgementsFile = z.infer<typeof JudgementsFile>;

// ---------------------------------------------------------------- observations/*.csv, areas.csv

/** One row of areas.csv: municipality, subregion, region, province, country. */
export const Area = z.strictObject({
  code: AreaCode,
  name: z.string(),
  kind: z.enum(['region', 'subregion', 'municipality', 'province', 'country', 'other']),
  parent: z.string(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  land_km2: z.number().positive().nullable(),
  source: Source,
  joined_into: z
    .string()
    .default('')
    .describe('area that this one was joined into: its figures of before count there; empty for most'),
  joined_on: z.string().default('').describe('day or year from which it was no more'),
});
export type Area = z.infer<typeof Area>;

/** One row of observations/*.csv: a figure with its source and status. */
export const Observation = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  value: z.coerce.number(),
  unit: z.string(),
  status: z
    .enum(['observed', 'reported', 'expected', 'derived', 'provisional'])
    .describe('observed: by a statistics office (`offices` of region.yaml); reported: a text says it'),
  source: Source,
  note: z.string().default(''),
  published: z
    .string()
    .default('')
    .describe('day on which the source published this figure; empty where that is not known'),
});
export type Observation = z.infer<typeof Observation>;

// ---------------------------------------------------------------- registers
/** Ministry, province, municipality, school, firm, operator. */
export const Party = z.strictObject({
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
  area: AreaCode.optional(),
  places: z.array(Lines).default([]),
  source: Source.optional(),
});
export type Party = z.infer<typeof Party>;
/** parties.yaml */
export const PartiesFile = z.strictObject({ parties: z.array(Party).min(1) });

/** Kinds of registers. */
export const RegisterKind = z.enum([
  'instrument',
  'programme',
  'facility',
  'campus',
  'technology',
  'market',
  'project',
  'document',
]);
export type RegisterKind = z.infer<typeof RegisterKind>;
/** One entry of a register, with its facts, money and sources. */
export const Entry = z.strictObject({
  id: EntryId,
  title: Text,
  summary: Text.optional(),
  parties: z.array(PartyId).default([]),
  nodes: z.array(NodeId).default([]).describe('opgaven, action lines or pillars that it serves'),
  area: AreaCode.optional(),
  places: z.array(Lines).default([]),
  source: Source.optional(),
  linkIsReading: z.boolean().default(true),
  money: z
    .array(
      z.strictObject({
        amount: z.number(),
        unit: Unit,
        payer: z.string(),
        item: Text,
        status: z.enum(['stated', 'observed', 'expected', 'derived']),
        source: Source,
        note: z.string().optional(),
      }),
    )
    .default([]),
  facts: z
    .array(
      z.strictObject({
        text: Text,
        status: z.enum(['stated', 'observed', 'expected', 'derived']),
        source: Source,
      }),
    )
    .default([]),
});
export type Entry = z.infer<typeof Entry>;
/** registers/*.yaml */
export const RegisterFile = z.strictObject({
  kind: RegisterKind,
  title: Text,
  entries: z.array(Entry).min(1),
});
export type RegisterFile = z.infer<typeof RegisterFile>;

/** An agreement or event since the agenda: who agreed what, when, and with what effect. */
export const Agreement = z.strictObject({
  id: EntryId,
  date: z
    .union([z.string(), z.number().int().transform(String)])
    .describe('as the source gives it; `2025 (?)` where it is not sure'),
  title: Text,
  parties: z.array(PartyId).default([]),
  partiesNote: z.string().optional(),
  nodes: z.array(NodeId).default([]),
  status: Text.describe('the last state that a source tells'),
  state: z
    .enum(['kept', 'running', 'open', 'unknown'])
    .default('unknown')
    .describe('kept: what was agreed was done; running: work goes on; open: a step has still to come'),
  statusOn: z
    .union([z.string(), z.number().int().transform(String)])
    .nullable()
    .default(null)
    .describe('when that state was told; null where the source has no date'),
  due: z.string().nullable().default(null).describe('by when it is to be done or decided'),
  owner: PartyId.nullable().default(null).describe('who must take the next step, where a source says so'),
  next: Text.optional().describe('the next step that a source names'),
  claims: z.array(ClaimId).default([]).describe('commitments of the text that it follows up'),
  amount: z.number().nullable().default(null),
  source: Source,
  note: Text.optional(),
});
export type Agreement = z.infer<typeof Agreement>;
/** agreements.yaml */
export const AgreementsFile = z.strictObject({ agreements: z.array(Agreement).min(1) });

/** Why something is not known, in the order in which a page lists it. */
export const unknownKinds = ['open-in-text', 'not-found', 'not-fetched', 'uncertain'] as const;

/** A known unknown: information that was searched for and not found, with its consequence. */
export const Unknown = z.strictObject({
  id: EntryId,
  kind: z
    .enum(unknownKinds)
    .default('not-found')
    .describe(
      'open-in-text: the text of the agenda leaves it open; not-found: looked for and not found; not-fetched: a source has it; uncertain: found, but not certain',
    ),
  text: Text.describe('what is not known'),
  consequence: Text.optional().describe('what that means for a target, the model or a page'),
  nodes: z.array(NodeId).default([]),
  targets: z.array(TargetId).default([]),
  where: Text.optional().describe('where it could be found'),
});
export type Unknown = z.infer<typeof Unknown>;
/** unknowns.yaml */
export const UnknownsFile = z.strictObject({ unknowns: z.array(Unknown).min(1) });

// ---------------------------------------------------------------- measures.yaml (levers), model/*.yaml
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
  read: z
    .enum(['at-horizon', 'max-to-horizon', 'min-to-horizon', 'mean-of-horizon-year'])
    .default('at-horizon'),
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

// ---------------------------------------------------------------- model/back-test.yaml
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
});
export type ScenarioFile = DeepReadonly<z.infer<typeof ScenarioFile>>;

// ---------------------------------------------------------------- table.yaml
/** Measures that draw on one budget: money, people, room. */
export const SharedBudget = z.strictObject({
  id: EntryId,
  title: Text,
  unit: Unit,
  most: z.number().positive().describe('what there is'),
  measures: z
    .array(
      z.strictObject({
        measure: MeasureId,
        per: z.number().positive().describe('budget per unit of the lever'),
      }),
    )
    .min(2),
  reason: Text,
  source: Source,
});
export type SharedBudget = DeepReadonly<z.infer<typeof SharedBudget>>;

/** Two measures that cannot go together, or of which the first does nothing without the second. */
export const MeasureRule = z.strictObject({
  kind: z.enum(['excludes', 'needs']),
  measure: MeasureId,
  other: MeasureId,
  reason: Text,
  source: Source,
});
export type MeasureRule = DeepReadonly<z.infer<typeof MeasureRule>>;

/** A theme of broad prosperity: growth that is paid for elsewhere must show. */
export const BalanceTheme = z.strictObject({
  id: EntryId,
  title: Text,
  variable: z.string().describe('model variable, one number per time'),
  scale: z.number().default(1),
  unit: Unit,
  good: z.enum(['up', 'down']).describe('which way is better'),
  note: Text.optional().describe('what it leaves out'),
});
export type BalanceTheme = DeepReadonly<z.infer<typeof BalanceTheme>>;

/** Marginal relief of a scarce resource, to measure its effect. */
export const Relief = z.strictObject({
  constraint: ConstraintId,
  variable: z
    .string()
    .describe('a constant of the model; of a lever or an uncertainty its own value is shifted'),
  add: z.number().optional().describe('what is added, in the unit of the variable'),
  times: z.number().positive().optional().describe('or by what it is multiplied'),
  title: Text.describe('what is given, in words: 10 MW more a year'),
});
export type Relief = DeepReadonly<z.infer<typeof Relief>>;

/** A source of alternative ranges for some uncertainties: a party, a document. */
export const Viewpoint = z.strictObject({
  id: z.string().regex(kebab, formats.id.en),
  title: Text,
  party: PartyId.nullable().describe('null where it is a document'),
  reason: Text,
});
export type Viewpoint = DeepReadonly<z.infer<typeof Viewpoint>>;

/** table.yaml */
export const TableFile = z.strictObject({
  positions: z.record(z.string(), Text).default({}).describe('what a named position of a lever is called'),
  outcomes: z.array(OutcomeId).default([]).describe('outcomes that the policy table begins with'),
  budgets: z.array(SharedBudget).default([]),
  rules: z.array(MeasureRule).default([]),
  balance: z.array(BalanceTheme).default([]),
  relief: z.array(Relief).default([]),
  viewpoints: z.array(Viewpoint).default([]),
});
export type TableFile = DeepReadonly<z.infer<typeof TableFile>>;

// ---------------------------------------------------------------- audit.yaml, verdicts.yaml
/** `quantity@entity@period` or, for what has no time, `quantity@entity`: the period is that of the claim, else its horizon. */
export const VariableRef = z
  .string()
  .regex(/^[a-z0-9-]+@[A-Za-z0-9-]+(@[0-9HQ/-]+)?$/, formats.variable.en)
  .meta({ examples: ['gva-industry@NL01@2019'] });
/** Id of a relation. */
export const RelationId = id<'RelationId'>('gva-share-2019');
export type RelationId = z.infer<typeof RelationId>;

const relationBase = {
  id: RelationId,
  why: Text.describe('why the quantities hang together like this'),
  asks: z
    .enum(['contradiction', 'shortfall', 'horizon', 'definition'])
    .default('contradiction')
    .describe('what to call it when this cannot hold'),
  when: z
    .array(z.strictObject({ claim: ClaimId, reading: z.string().optional() }))
    .default([])
    .describe('holds only where these claims are taken, in this reading'),
  places: z.array(Lines).default([]),
};
const relationKinds = [
  z.strictObject({
    ...relationBase,
    kind: z.literal('sum'),
    whole: VariableRef,
    parts: z
      .array(
        z.union([
          VariableRef.transform((of) => ({ of, times: 1, converts: false })),
          z
            .strictObject({ of: VariableRef, times: z.number() })
            .transform((part) => ({ ...part, converts: true }))
            .describe(
              'times may bring another unit to that of the whole; a part without it has the same unit',
            ),
        ]),
      )
      .min(1),
    covers: z
      .enum(['all', 'some', 'at-least-all'])
      .default('all')
      .describe(
        'all: the parts are the whole; some: of which, so at most the whole; at-least-all: parts may overlap',
      ),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('share'),
    part: VariableRef,
    whole: VariableRef,
    share: VariableRef,
    times: z.number().default(0.01).describe('0.01 for a share in per cent'),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('growth'),
    from: VariableRef,
    to: VariableRef,
    growth: VariableRef.describe('in per cent'),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('product'),
    product: VariableRef,
    factors: z.tuple([VariableRef, VariableRef]),
    times: z.number().default(1).describe('to bring the units together'),
  }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('order'),
    smaller: VariableRef,
    larger: VariableRef,
    strict: z.boolean().default(false),
    times: z
      .number()
      .optional()
      .describe(
        'smaller <= times x larger: 0.5 for at most half; 1 says that two units count the same; 1 where it is left out',
      ),
  }),
  z.strictObject({ ...relationBase, kind: z.literal('same'), of: z.array(VariableRef).min(2) }),
  z.strictObject({
    ...relationBase,
    kind: z.literal('difference'),
    from: VariableRef,
    to: VariableRef,
    is: VariableRef.describe('to minus from'),
  }),
] as const;
/** Relations between quantities of claims. */
export const Relation = z.discriminatedUnion('kind', relationKinds);
export type Relation = z.infer<typeof Relation>;

/** A quantity that claims are about, with its domain of possible values. */
export const AuditQuantity = z.strictObject({
  variable: VariableRef,
  title: Text,
  unit: Unit,
  signed: z.boolean().default(false).describe('may be negative; anything else is more than zero'),
  max: z.number().optional().describe('what it can never exceed: 100 for a share in per cent'),
});
export type AuditQuantity = z.infer<typeof AuditQuantity>;

/** A side condition that the text does not state: relations that can be switched on and off. */
export const Assumption = z.strictObject({
  id: id<'AssumptionId'>('rest-of-industry-does-not-shrink'),
  title: Text,
  why: Text.describe('its basis: in the text, or outside it'),
  on: z.boolean().default(true),
  relation: Relation,
});
export type Assumption = z.infer<typeof Assumption>;

/** The readings that a claim can have, where content names them. */
export const ClaimReadings = z.strictObject({
  claim: ClaimId,
  readings: z
    .array(
      z.strictObject({
        id: id<'ReadingId'>('cumulative'),
        title: Text,
        plain: z.boolean().default(true).describe('a careful reader could well mean this'),
        variable: VariableRef.optional(),
        value: z.number().optional(),
        unit: Unit.optional(),
        qualifier: z.string().optional(),
      }),
    )
    .min(1),
});
export type ClaimReadings = z.infer<typeof ClaimReadings>;

/** A continuation: a claim that something continues, and the claim that it continues from. */
export const Continuation = z.strictObject({ claim: ClaimId, of: ClaimId, why: Text });
export type Continuation = z.infer<typeof Continuation>;

/** A list that the text announces, with the number of items that it promises. */
export const AnnouncedList = z.strictObject({
  id: EntryId,
  title: Text,
  what: z.enum(['list', 'footnote', 'number']),
  claims: z.array(ClaimId).default([]),
  promised: z.number().int(),
  found: z.number().int(),
  missing: z.array(z.string()).default([]),
  places: z.array(Lines).min(1),
  note: Text.optional(),
});
export type AnnouncedList = z.infer<typeof AnnouncedList>;

/** audit.yaml */
export const AuditFile = z.strictObject({
  quantities: z
    .array(AuditQuantity)
    .default([])
    .describe('quantities that the text speaks of without a figure, and bounds of those that have one'),
  relations: z
    .array(Relation)
    .default([])
    .describe('what follows from the meaning of the words; never given up'),
  assumptions: z.array(Assumption).default([]).describe('side conditions that the text does not state'),
  readings: z
    .array(ClaimReadings)
    .default([])
    .describe(
      'claims that may mean more than one thing; a target without a qualifier has exactly and at-least of itself',
    ),
  continuations: z
    .array(Continuation)
    .default([])
    .describe('a claim that says still or remains, and the claim that it goes on from'),
  lists: z
    .array(AnnouncedList)
    .default([])
    .describe('lists and notes that the text announces, with how many there are: those that fit too'),
});
export type AuditFile = z.infer<typeof AuditFile>;

/** A claim of another document: it has no lines in the text of the agenda, but a source. */
export const ComparedClaim = Claim.omit({ places: true, nodes: true }).extend({
  source: Source,
  figure: z.string().min(1),
});
export type ComparedClaim = z.infer<typeof ComparedClaim>;

/** compared/*.yaml: another document, to compare with the agenda; its relations may name quantities of the agenda. */
export const ComparedFile = z.strictObject({
  document: z.strictObject({
    id: EntryId,
    title: Text,
    published: Period,
    source: Source,
  }),
  claims: z.array(ComparedClaim).min(1),
  quantities: z.array(AuditQuantity).default([]),
  relations: z.array(Relation).default([]),
  assumptions: z.array(Assumption).default([]),
  readings: z.array(ClaimReadings).default([]),
  continuations: z.array(Continuation).default([]),
});
export type ComparedFile = z.infer<typeof ComparedFile>;

/** An id of a conflict is made of ids of claims with two dashes between them. */
export const ConflictId = z
  .string()
  .regex(/^[a-z0-9]+(--?[a-z0-9]+)*$/, formats.id.en)
  .meta({ examples: ['industry-gva-share-15--industry-gva-plus-20-percent'] })
  .brand<'ConflictId'>();
export type ConflictId = z.infer<typeof ConflictId>;
/** A person's verdict on a conflict. */
export const ConflictVerdict = z.strictObject({
  conflict: ConflictId,
  verdict: z.enum(['accepted-as-rounding', 'accepted-as-reading', 'to-be-repaired', 'disputed']),
  by: z.string().min(1).max(200),
  on: Period,
  why: z.string().min(1).max(2000),
});
export type ConflictVerdict = z.infer<typeof ConflictVerdict>;
/** verdicts.yaml */
export const VerdictsFile = z.strictObject({ verdicts: z.array(ConflictVerdict) });
export type VerdictsFile = z.infer<typeof VerdictsFile>;

// ---------------------------------------------------------------- proposals/*.yaml
/** A quantity that was found in a document: a claim only once a person has accepted it. */
export const Proposal = z.strictObject({
  id: id<'ProposalId'>('q-12'),
  state: z
    .enum(['proposed', 'accepted', 'rejected'])
    .describe('what a person decided; nothing is a claim before'),
  claim: ClaimId.optional().describe('the claim that it became, or was joined with'),
  page: z.number().int().positive(),
  line: z.number().int().positive().describe('line of the document as it was read'),
  offset: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  figure: z.string().min(1).describe('the figure as it stands in the document'),
  form: z.string(),
  kind: ClaimKind,
  quantity: z.string().regex(kebab),
  counted: z.string().describe('what is counted, in a word or two of the document'),
  value: z.number(),
  alternative: z
    .number()
    .optional()
    .describe(
      'what it is in the other notation, where the document writes decimals with a comma and a point',
    ),
  qualifier: z.string(),
  interval: Interval,
  unit: Unit,
  period: z.string().nullable().default(null),
  horizon: z.string().nullable().default(null),
  negated: z.boolean().default(false),
  footnote: z.string().nullable().default(null),
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.string()).default([]).describe('why it is not certain'),
});
export type Proposal = z.infer<typeof Proposal>;

/** proposals/*.yaml: what was found in one document, and what people decided of it. */
export const ProposalsFile = z.strictObject({
  document: z.strictObject({
    name: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, formats.hash.en),
    format: z.enum(['pdf', 'txt', 'html', 'docx']),
    language: z.enum(['nl', 'en']),
    characters: z.number().int().nonnegative(),
    lines: z.number().int().positive(),
    pages: z.number().int().positive(),
  }),
  proposals: z.array(Proposal).default([]),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum(['sum', 'share', 'growth']),
        whole: Proposal.shape.id,
        parts: z.array(Proposal.shape.id),
        fits: z.boolean(),
        confidence: z.number().min(0).max(1),
      }),
    )
    .default([])
    .describe('sums and shares that the text seems to make; for who writes audit.yaml'),
});
export type ProposalsFile = z.infer<typeof ProposalsFile>;
