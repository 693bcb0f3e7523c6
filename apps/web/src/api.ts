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
