/**
 * What goes over the wire between the server and everybody who reads it: the web app, and whoever else.
 * Types only. `apps/web/src/api.ts` is the same file, byte for byte, and a test holds it so: apps do not import apps.
 * Field names are those of `assess --json`. Fields may be added, never renamed.
 */
import type {
  Agreement,
  Area,
  Claim,
  Constraint,
  Indicator,
  Interval,
  Lines,
  Measure,
  Outcome,
  Party,
  RegionFile,
  Register,
  ScenarioFile,
  StatisticsSource,
  TableFile,
  Target,
  Text,
  TreeNode,
  Uncertainty,
  Unknown,
} from '@schaalsprong/agenda';
import type { AuditInput, AuditReport } from '@schaalsprong/agenda/audit';
import type { Assessment, AssessmentDetail, FanSeries, TargetStanding } from '@schaalsprong/futures';
import type { TableAnswer, TableQuestion, TableTarget } from '@schaalsprong/futures/table';
import type {
  BackTest,
  Boundaries,
  MeasuredStanding,
  Nowcast,
  PathPoint,
  Quarantined,
  Revision,
  SourceCheck,
  TargetStatus,
  Vintage,
  VintageFact,
} from '@schaalsprong/monitor';

export type { Assessment, AssessmentDetail, FanSeries, TargetStanding, Text };

/** A node of the results tree, with its children in the order of the file. Depth 0 is the goal. */
export type ApiNode = TreeNode & { readonly children: readonly string[]; readonly depth: number };

/** A page of the agenda. Certain only where a page number is printed; otherwise it may be one off. */
export interface ApiPage {
  readonly number: number;
  readonly certain: boolean;
}

/** A claim with what the qualifier makes of its figure, and the page of its first place. */
export type ApiClaim = Omit<Claim, 'interval'> & {
  readonly interval: Interval;
  readonly page: ApiPage;
  /** Page of each entry of `places`, in the same order. */
  readonly pages: readonly ApiPage[];
};

/** GET /v1/agenda: what was promised, by whom, and with which means. */
export interface AgendaResponse {
  readonly region: {
    readonly id: string;
    readonly title: Text;
    readonly subtitle: Text;
    readonly area: string;
    readonly document: RegionFile['document'];
    readonly levels: RegionFile['levels'];
    readonly units: RegionFile['units'];
    readonly qualifiers: RegionFile['qualifiers'];
    /** Decimal years: first and last time of the model, and the time up to which history is known. */
    readonly model: { readonly start: number; readonly stop: number; readonly today: number };
    readonly assessment: RegionFile['assessment'];
    readonly hashes: { readonly agenda: string; readonly data: string; readonly model: string };
  };
  readonly nodes: readonly ApiNode[];
  readonly targets: readonly Target[];
  readonly indicators: readonly Indicator[];
  readonly measures: readonly Measure[];
  readonly constraints: readonly Constraint[];
  readonly outcomes: readonly Outcome[];
  readonly parties: readonly Party[];
  readonly agreements: readonly Agreement[];
  readonly registers: readonly Register[];
  readonly areas: readonly Area[];
  readonly unknowns: readonly Unknown[];
  readonly scenarios: readonly ScenarioFile[];
  /** What the policy table needs beside: rules between measures, themes of balance, reliefs, viewpoints. */
  readonly table: TableFile;
}

/** One observed value, in the unit of the indicator. `start` and `end` of its period are decimal years. */
export interface ObservedPoint {
  readonly period: string;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly status: 'observed' | 'expected' | 'derived' | 'provisional';
  readonly source: string;
  readonly note: string;
}

/** What a source is used for: follow `kind` and `id` to the thing. */
export interface SourceUse {
  readonly kind:
    | 'observation'
    | 'target'
    | 'measure'
    | 'uncertainty'
    | 'agreement'
    | 'register'
    | 'party'
    | 'history'
    | 'area';
  /** Id of the thing; for an observation the name of its series, for an area its code. */
  readonly id: string;
}

/** One source as content names it. `id` is made from its text and stays the same while the text does. */
export interface ApiSource {
  readonly id: string;
  readonly text: string;
  /** The first web address in the text, if it holds one. */
  readonly address: string | null;
  /** Values in the observation files that name it. */
  readonly observations: number;
  readonly uses: readonly SourceUse[];
}

/** One variable of the model, as its Vensim text gives it. */
export interface ModelVariable {
  /** For addresses: `/bronnen/model/grid-delay`. Unique. */
  readonly id: string;
  /** Vensim name: `grid delay`. */
  readonly name: string;
  /** constant, auxiliary, stock, lookup, data ... as packages/model says it. */
  readonly kind: string;
  readonly units: string;
  readonly comment: string;
  readonly sector: string;
  readonly line: number;
  /** Dimensions that it is subscripted by, in order; empty for a scalar. */
  readonly subscripts: readonly string[];
  readonly equation: string;
  /** Ids of other model variables. */
  readonly uses: readonly string[];
  readonly usedBy: readonly string[];
  /** Ids of uncertainties, measures (levers) and outcomes that name it, or an element of it. */
  readonly uncertainties: readonly string[];
  readonly measures: readonly string[];
  readonly outcomes: readonly string[];
}

/** GET /v1/bronnen: where every number comes from. */
export interface SourcesResponse {
  readonly claims: readonly ApiClaim[];
  readonly uncertainties: readonly Uncertainty[];
  /** Target id to its observed line, oldest first; empty where nothing is observed. */
  readonly observed: Readonly<Record<string, readonly ObservedPoint[]>>;
  readonly sources: readonly ApiSource[];
  readonly model: {
    readonly file: string;
    readonly hash: string;
    readonly time: { readonly start: number; readonly stop: number; readonly step: number };
    readonly variables: readonly ModelVariable[];
    readonly dimensions: Readonly<Record<string, readonly string[]>>;
  };
}

/**
 * GET /v1/stand: where the agenda stands.
 * While running, `detail` may already hold an answer over fewer futures, without `carriedBy`: say so beside it.
 */
export type StandingResponse =
  | {
      readonly state: 'running';
      /** Futures done and asked; done may stand still for a while between two rounds of work. */
      readonly done: number;
      readonly of: number;
      /** Over the futures of `detail`; null until there is one. */
      readonly sentence: Text | null;
      readonly detail: AssessmentDetail | null;
    }
  | { readonly state: 'ready'; readonly sentence: Text; readonly detail: AssessmentDetail }
  | { readonly state: 'failed'; readonly problem: ProblemBody };

/** GET /v1/doelen */
export interface TargetsResponse {
  readonly state: StandingResponse['state'];
  readonly targets: readonly { readonly target: Target; readonly standing: TargetStanding | null }[];
}

/** GET /v1/doelen/{id} */
export interface TargetResponse {
  readonly state: StandingResponse['state'];
  readonly target: Target;
  readonly standing: TargetStanding | null;
  readonly series: FanSeries | null;
  readonly observed: readonly ObservedPoint[];
  readonly claims: readonly ApiClaim[];
}

/** What an audit found. Without the time that it took, so that the same content is the same answer. */
export type ApiAuditReport = Omit<AuditReport, 'seconds'>;

/**
 * GET /v1/tegenspraken: whether the numbers of the agenda agree.
 * `report` is the audit with every switch at its default; `input` is what it was made from, so that a page can put the
 * switches otherwise and audit again by itself. Does not change while the server runs.
 */
export interface AuditResponse {
  readonly report: ApiAuditReport;
  readonly input: AuditInput;
}

/**
 * POST /v1/tafel: what the futures say of a setting of the policy table. The same numbers as the browser finds, to the
 * last bit: `hash` is over all of them, those per future included.
 */
export interface TableResponse {
  readonly region: string;
  readonly hashes: { readonly agenda: string; readonly data: string; readonly model: string };
  readonly question: TableQuestion;
  readonly hash: string;
  /** Values per future only where `?values=1` asks for them. */
  readonly answer: Omit<TableAnswer, 'targets'> & {
    readonly targets: readonly (Omit<TableTarget, 'values'> & { readonly values?: readonly number[] })[];
  };
}

/** A source of observations with how fresh it is. */
export interface ApiStatisticsSource {
  readonly id: string;
  readonly title: Text;
  readonly kind: StatisticsSource['kind'];
  readonly publisher: string;
  readonly table: string | null;
  readonly licence: string;
  readonly attribution: string;
  readonly calendar: Text | null;
  readonly lastPublished: string | null;
  readonly lastCheck: SourceCheck | null;
  /** figures that wait for a person's decision */
  readonly held: number;
}

/** An indicator as lists show it. */
export interface ApiIndicatorSummary {
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  readonly theme: string | null;
  readonly pillar: string | null;
  readonly good: 'up' | 'down' | null;
  readonly area: string;
  /** targets that it measures */
  readonly targets: readonly string[];
  readonly latest: VintageFact | null;
  /** the figures of its own area that stand, for a small line: decimal years and values in the unit of the indicator */
  readonly line: readonly PathPoint[];
  /** status of its first target; null where it has none */
  readonly status: TargetStatus | null;
  readonly lastUpdate: string | null;
  readonly overdue: boolean;
  /** why nothing is observed; null where something is */
  readonly notObserved: Text | null;
}

/** GET /v1/indicatoren: what the statistics say, by theme and pillar. */
export interface MonitorResponse {
  readonly region: string;
  readonly today: string;
  readonly themes: readonly { readonly id: string; readonly title: Text }[];
  readonly indicators: readonly ApiIndicatorSummary[];
  /** how each target stands by its statistics, every target once */
  readonly standings: readonly Pick<
    MeasuredStanding,
    'target' | 'indicator' | 'computed' | 'judgement' | 'reason'
  >[];
  readonly sources: readonly ApiStatisticsSource[];
  /** newest revisions that moved a figure, newest first */
  readonly revisions: readonly ApiRevision[];
  readonly store: ApiStoreState;
}

/**
 * Where the figures come from: `region` shows those of the region folder alone, since nothing is kept beside them, what is kept is still
 * being read (`loading`), or it cannot be read (`failed`); `ready` shows everything that was ever fetched.
 */
export interface ApiStoreState {
  readonly state: 'region' | 'loading' | 'failed' | 'ready';
  /** what went wrong, and what to do; null where nothing did */
  readonly note: Text | null;
}

/** A revision, with the targets whose standing it moved. */
export interface ApiRevision extends Revision {
  readonly vintage: string;
  readonly published: string | null;
  readonly moved: readonly {
    readonly target: string;
    readonly from: TargetStatus;
    readonly to: TargetStatus;
  }[];
}

/** GET /v1/indicatoren/{id}: everything about one. Values are in the unit of the indicator. `?bekendOp=2024-01-31` gives what was known then. */
export interface IndicatorResponse {
  readonly indicator: Indicator;
  readonly asKnownOn: string | null;
  /** figures that no date of publication places before that day, only the usual lag of their source: they may be as revised since; 0 for now */
  readonly assumed: number;
  /** figures that stand, every area that has one, sorted by area and period */
  readonly facts: readonly VintageFact[];
  /** every version of those that were revised */
  readonly history: readonly VintageFact[];
  readonly vintages: readonly Vintage[];
  readonly areas: readonly Area[];
  /** tables that the series ran through, oldest first, with the break between */
  readonly chain: readonly {
    readonly source: string;
    readonly table: string | null;
    readonly from: string | null;
  }[];
  readonly standings: readonly MeasuredStanding[];
  readonly nowcast: Nowcast | null;
  /** why there is no nowcast; null where there is one */
  readonly noNowcast: Text | null;
  readonly revisions: readonly ApiRevision[];
  readonly held: readonly Quarantined[];
  readonly metadata: IndicatorMetadata;
}

/** The sheet that goes with an indicator; null where the region does not say. */
export interface IndicatorMetadata {
  readonly id: string;
  readonly title: Text;
  readonly definition: Text;
  readonly unit: string;
  readonly area: string;
  readonly good: 'up' | 'down' | null;
  readonly calendar: Text | null;
  readonly method: Text | null;
  readonly limits: Text | null;
  readonly comparability: Text | null;
  readonly breaks: Indicator['breaks'];
  readonly traps: readonly Text[];
  /** kind of areas of which figures exist: municipality, corop, region, province, country */
  readonly levels: readonly string[];
  readonly sources: readonly {
    readonly text: string;
    readonly licence: string | null;
    readonly attribution: string | null;
    readonly address: string | null;
  }[];
  readonly citation: Text;
  readonly downloads: readonly { readonly path: string; readonly mediaType: string }[];
}

/** GET /v1/voorspelkracht: how the model would have done. */
export interface BackTestResponse {
  /** null while it is computed for the first time, or where it cannot be */
  readonly backTest: BackTest | null;
  /** why there is none; null where there is one */
  readonly reason: Text | null;
}

/** GET /v1/grenzen?jaar=2025: real boundaries, where somebody fetched them. */
export interface BoundariesResponse {
  readonly boundaries: Boundaries | null;
}

/** Every answer of 4xx and 5xx (RFC 9457, media type application/problem+json). Texts are Dutch, `en` is the same in English. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly en: { readonly title: string; readonly detail: string };
}

/** Re-exported so that the web app needs one import. */
export type {
  Agreement,
  Area,
  AuditInput,
  AuditReport,
  Constraint,
  Indicator,
  Interval,
  Lines,
  Measure,
  Outcome,
  Party,
  ScenarioFile,
  Target,
  Uncertainty,
  Unknown,
};
