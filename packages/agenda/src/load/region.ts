import type { Interval } from '@schaalsprong/words';
import type { Width } from '../claims/setting.ts';
import type * as S from '../schema/schema.ts';
import type { Claim, RegisterKind, Target, TreeNode } from '../schema/schema.ts';
import type { DomainHashes } from './domains.ts';

/** A node of the results tree with its children and depth (0 is the top level). */
export interface AgendaNode extends TreeNode {
  readonly children: readonly string[];
  readonly depth: number;
}

/** The page of the document that a line is on; most pages are inferred, so not certain. */
export interface Page {
  readonly number: number;
  readonly certain: boolean;
}

/** A claim with its interval and the page of its first location. */
export interface RegionClaim extends Omit<Claim, 'interval'> {
  readonly interval: Interval;
  /** the same under each setting of the audit; `default` is `interval` */
  readonly intervals: Readonly<Record<Width, Interval>>;
  readonly page: Page;
}

/** An entry with its register. */
export interface RegionEntry extends S.Entry {
  readonly kind: RegisterKind;
}

/** A register of one kind of entries: instruments, campuses, projects. */
export interface Register {
  readonly kind: RegisterKind;
  readonly title: S.Text;
  readonly entries: readonly RegionEntry[];
}

/** Indexes by id; areas by code. */
export interface RegionIndex {
  readonly nodes: ReadonlyMap<string, AgendaNode>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly claims: ReadonlyMap<string, RegionClaim>;
  readonly indicators: ReadonlyMap<string, S.Indicator>;
  readonly areas: ReadonlyMap<string, S.Area>;
  readonly parties: ReadonlyMap<string, S.Party>;
  readonly entries: ReadonlyMap<string, RegionEntry>;
  readonly agreements: ReadonlyMap<string, S.Agreement>;
  readonly unknowns: ReadonlyMap<string, S.Unknown>;
  readonly measures: ReadonlyMap<string, S.Measure>;
  readonly uncertainties: ReadonlyMap<string, S.Uncertainty>;
  readonly constraints: ReadonlyMap<string, S.Constraint>;
  readonly outcomes: ReadonlyMap<string, S.Outcome>;
  readonly scenarios: ReadonlyMap<string, S.ScenarioFile>;
  readonly sources: ReadonlyMap<string, S.StatisticsSource>;
}

/**
 * sha256 over canonical content, for provenance: which folder an answer was made from. The same content gives the same hash,
 * whatever layout or order of files. Whether something kept is stale is asked of the domains that it depends on.
 */
export interface RegionHashes {
  /** all YAML outside model/ */
  readonly agenda: string;
  /** all CSV */
  readonly data: string;
  /** the folder model/: model text and its YAML */
  readonly model: string;
}

/** A region folder, checked. Only `loadRegion` makes one. Lists keep the order of the files. */
export interface Region {
  readonly id: string;
  readonly title: S.Text;
  readonly subtitle: S.Text;
  readonly area: string;
  readonly document: S.RegionFile['document'];
  /** undefined where nobody says who publishes the site */
  readonly publisher: S.RegionFile['publisher'];
  readonly offices: S.RegionFile['offices'];
  readonly levels: S.RegionFile['levels'];
  readonly units: S.RegionFile['units'];
  readonly qualifiers: S.RegionFile['qualifiers'];
  readonly assessment: S.RegionFile['assessment'];
  /** the settings of region.yaml, with the text of the model */
  readonly model: Omit<S.RegionFile['model'], 'file'> & { readonly file: string; readonly text: string };
  readonly nodes: readonly AgendaNode[];
  readonly targets: readonly Target[];
  readonly claims: readonly RegionClaim[];
  readonly indicators: readonly S.Indicator[];
  readonly observations: readonly S.Observation[];
  readonly areas: readonly S.Area[];
  readonly parties: readonly S.Party[];
  readonly registers: readonly Register[];
  readonly agreements: readonly S.Agreement[];
  readonly unknowns: readonly S.Unknown[];
  readonly measures: readonly S.Measure[];
  readonly uncertainties: readonly S.Uncertainty[];
  readonly constraints: readonly S.Constraint[];
  readonly outcomes: readonly S.Outcome[];
  readonly history: readonly S.HistoryCheck[];
  /** model/back-test.yaml; null where the region has none */
  readonly backTest: S.BackTestFile | null;
  readonly scenarios: readonly S.ScenarioFile[];
  /** table.yaml; empty lists where the region has none */
  readonly table: S.TableFile;
  /** picture.yaml; empty lists where the region has none */
  readonly picture: S.PictureFile;
  /** boundaries.geojson; null where the region has none */
  readonly boundaries: S.BoundariesFile | null;
  /** municipalities.yaml; empty lists where the region has none */
  readonly municipalities: S.MunicipalitiesFile;
  /** audit.yaml; empty lists where the region has none */
  readonly audit: S.AuditFile;
  /** verdicts.yaml: people's verdicts on conflicts */
  readonly verdicts: readonly S.ConflictVerdict[];
  /** themes of indicators.yaml, in the order of the monitor */
  readonly themes: readonly S.Theme[];
  /** sources.yaml: where observations can be fetched; empty where the region has none */
  readonly sources: readonly S.StatisticsSource[];
  /** notes.yaml: notes of observations in both languages */
  readonly notes: readonly S.ObservationNote[];
  /** judgements.yaml: people's judgements of the status of targets */
  readonly judgements: readonly S.Judgement[];
  /** compared/*.yaml: other documents to compare with the agenda */
  readonly compared: readonly S.ComparedFile[];
  /** proposals/*.yaml: quantities found in documents that are not claims yet, with the name of the file */
  readonly proposals: readonly (S.ProposalsFile & { readonly name: string })[];
  readonly byId: RegionIndex;
  readonly hashes: RegionHashes;
  readonly domains: DomainHashes;
}

/** The page that a line is on: the last block of pages that begins at or before it. */
export function pageOf(pages: S.RegionFile['document']['pages'], line: number): Page {
  const block = pages.findLast((p) => p.fromLine <= line) ?? pages[0];
  return { number: block?.page ?? 1, certain: block?.certain ?? false };
}
