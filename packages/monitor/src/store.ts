import type { Batch, Fact, Quarantined, Revision, SourceCheck, Vintage, VintageFact } from './facts.ts';

/** What came of an import. */
export interface ImportResult {
  /** the version under which it is kept: an older one where nothing had changed and no newer date of publication was given */
  readonly vintage: string;
  /** `unchanged` where no figure differs from what was known; else the whole version was taken */
  readonly outcome: 'imported' | 'unchanged';
  readonly added: number;
  readonly changed: number;
  /** the same figure, of which the source is more or less sure, or says something else beside it */
  readonly standing: number;
  readonly withdrawn: number;
  readonly same: number;
}

/** Which figures are asked for; what is left out is not narrowed. */
export interface FactQuery {
  readonly series?: readonly string[];
  readonly areas?: readonly string[];
  /** only what was published on this day or before it; what has no date of publication is left out where this is given */
  readonly asKnownOn?: string;
}

/** A series in an area, with how much is known of it. */
export interface SeriesSummary {
  readonly series: string;
  readonly area: string;
  readonly unit: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly vintages: number;
  readonly lastPublished: string | null;
}

/** A file of boundaries as it was fetched: GeoJSON in WGS 84, per year. */
export interface Boundaries {
  readonly year: number;
  readonly source: string;
  readonly attribution: string;
  readonly retrieved: string;
  readonly features: readonly { readonly area: string; readonly name: string; readonly geometry: unknown }[];
}

/** What is known of the checks of a source. */
export interface SourceChecks {
  readonly last: SourceCheck;
  /** the last one that did not fail; null where each did */
  readonly lastGood: SourceCheck | null;
}

/** What can be read of a store. */
export interface MonitorReader {
  /** The figures that stand, or stood on a day, one per source and key, withdrawn ones left out; sorted by series, area, period, source. */
  facts(query: FactQuery): Promise<readonly VintageFact[]>;
  /** Every version of the figures asked for, withdrawals too; per figure and source oldest first, sorted as `facts`. */
  history(query: FactQuery): Promise<readonly VintageFact[]>;
  /** What a version changed against the one before it of the same source. */
  revisions(vintage: string): Promise<readonly Revision[]>;
  /** Versions, oldest first. */
  vintages(source?: string): Promise<readonly Vintage[]>;
  summaries(): Promise<readonly SeriesSummary[]>;
  /** What is in quarantine (true), what was decided (false), or both; oldest first. */
  held(open?: boolean): Promise<readonly Quarantined[]>;
  /** The last check of each source, and the last one that did not fail. */
  checks(): Promise<readonly SourceChecks[]>;
  /** Of a year, or the newest; null where none are kept. */
  boundaries(year?: number): Promise<Boundaries | null>;
}

/**
 * What the monitor needs kept. packages/store keeps it in a database; `memoryStore` keeps it in memory, and is the reference
 * implementation. Versions are kept as what changed: a fact of a version stands until a later version of the same source says
 * otherwise. Later is by day of publication (where that is not known: of retrieval), then by moment of retrieval, then by order of
 * import; a version that is imported after a later one takes its own place under it. Every method that writes is atomic.
 */
export interface MonitorStore extends MonitorReader {
  /** Imports a version of a source. Idempotent. */
  importBatch(batch: Batch): Promise<ImportResult>;
  /** What an import would change, without changing anything. */
  compare(batch: Batch): Promise<readonly Revision[]>;
  /** Reads several things of one state: what is written meanwhile is not seen. The reader is of no use afterwards. */
  snapshot<T>(read: (reader: MonitorReader) => Promise<T>): Promise<T>;
  /** Puts figures into quarantine, for a person to decide on; an id that is known already stays as it is. */
  hold(items: readonly Quarantined[]): Promise<void>;
  /**
   * A person's decision on a figure in quarantine. What is accepted joins the version that it came with.
   * @returns the fact that was accepted; null where nothing was
   * @throws MonitorError where the id is not known or was decided otherwise before
   */
  decide(id: string, decision: NonNullable<Quarantined['decision']>): Promise<Fact | null>;
  noteCheck(check: SourceCheck): Promise<void>;
  /** Replaces the boundaries of that year. */
  keepBoundaries(boundaries: Boundaries): Promise<void>;
  close(): Promise<void>;
}
