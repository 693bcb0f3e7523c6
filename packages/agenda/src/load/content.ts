import type { z } from 'zod';
import type { Place } from '../problems/problems.ts';
import * as S from '../schema/schema.ts';
import type { CsvRow } from './csv.ts';
import type { Domain } from './domains.ts';
import type { FieldPath } from './yaml.ts';

/** One item of a file, with the source locations of its fields. */
export interface Item<T> {
  readonly value: T;
  at(path?: FieldPath, key?: boolean): Place;
}

/** All content that had the right shape, before the cross-checks. */
export interface Content {
  readonly region: Item<S.RegionFile> | null;
  readonly nodes: readonly Item<S.TreeNode>[];
  readonly targets: readonly Item<S.Target>[];
  readonly claims: readonly Item<S.Claim>[];
  readonly indicators: readonly Item<S.Indicator>[];
  readonly parties: readonly Item<S.Party>[];
  readonly registers: readonly { kind: S.RegisterKind; title: S.Text; entries: readonly Item<S.Entry>[] }[];
  readonly agreements: readonly Item<S.Agreement>[];
  readonly unknowns: readonly Item<S.Unknown>[];
  readonly measures: readonly Item<S.Measure>[];
  readonly uncertainties: readonly Item<S.Uncertainty>[];
  readonly constraints: readonly Item<S.Constraint>[];
  readonly outcomes: readonly Item<S.Outcome>[];
  readonly history: readonly Item<S.HistoryCheck>[];
  /** null where the region has no model/back-test.yaml */
  readonly backTest: Item<S.BackTestFile> | null;
  readonly scenarios: readonly Item<S.ScenarioFile>[];
  /** null where the region has no table.yaml */
  readonly table: Item<S.TableFile> | null;
  /** null where the region has no picture.yaml */
  readonly picture: Item<S.PictureFile> | null;
  /** null where the region has no boundaries.geojson */
  readonly boundaries: Item<S.BoundariesFile> | null;
  /** null where the region has no municipalities.yaml */
  readonly municipalities: Item<S.MunicipalitiesFile> | null;
  readonly audit: {
    readonly quantities: readonly Item<S.AuditQuantity>[];
    readonly relations: readonly Item<S.Relation>[];
    readonly assumptions: readonly Item<S.Assumption>[];
    readonly readings: readonly Item<S.ClaimReadings>[];
    readonly continuations: readonly Item<S.Continuation>[];
    readonly lists: readonly Item<S.AnnouncedList>[];
  };
  readonly verdicts: readonly Item<S.ConflictVerdict>[];
  readonly themes: readonly Item<S.Theme>[];
  readonly sources: readonly Item<S.StatisticsSource>[];
  readonly notes: readonly Item<S.ObservationNote>[];
  readonly judgements: readonly Item<S.Judgement>[];
  readonly compared: readonly Item<S.ComparedFile>[];
  readonly proposals: readonly Item<S.ProposalsFile>[];
  readonly areas: readonly CsvRow<S.Area>[];
  readonly observations: readonly CsvRow<S.Observation>[];
  /** ids of invalid items, so that a reference to them is not reported as a second fault */
  readonly faulty: ReadonlySet<string>;
  /** lists of which a file could not be read at all */
  readonly unread: ReadonlySet<string>;
  /** lists that have no file at all; `reported` where that is already reported as a fault */
  readonly absent: ReadonlyMap<string, { readonly name: string; readonly reported: boolean }>;
}

/**
 * The files of a region folder: the path, or the pattern of paths, the domain whose hash they are part of, and the schema.
 * `npm run schemas` publishes these.
 */
export const contentFiles = {
  region: { path: /^region\.yaml$/, name: 'region.yaml', domain: 'agenda', schema: S.RegionFile },
  tree: { path: /^tree\.yaml$/, name: 'tree.yaml', domain: 'agenda', schema: S.TreeFile },
  targets: { path: /^targets\.yaml$/, name: 'targets.yaml', domain: 'agenda', schema: S.TargetsFile },
  claims: { path: /^claims\/[^/]+\.yaml$/, name: 'claims/*.yaml', domain: 'agenda', schema: S.ClaimsFile },
  indicators: {
    path: /^indicators\.yaml$/,
    name: 'indicators.yaml',
    domain: 'monitor',
    schema: S.IndicatorsFile,
  },
  parties: { path: /^parties\.yaml$/, name: 'parties.yaml', domain: 'agenda', schema: S.PartiesFile },
  registers: {
    path: /^registers\/[^/]+\.yaml$/,
    name: 'registers/*.yaml',
    domain: 'agenda',
    schema: S.RegisterFile,
  },
  agreements: {
    path: /^agreements\.yaml$/,
    name: 'agreements.yaml',
    domain: 'agenda',
    schema: S.AgreementsFile,
  },
  unknowns: { path: /^unknowns\.yaml$/, name: 'unknowns.yaml', domain: 'agenda', schema: S.UnknownsFile },
  measures: { path: /^measures\.yaml$/, name: 'measures.yaml', domain: 'levers', schema: S.MeasuresFile },
  uncertainties: {
    path: /^model\/uncertainties\.yaml$/,
    name: 'model/uncertainties.yaml',
    domain: 'model',
    schema: S.UncertaintiesFile,
  },
  constraints: {
    path: /^model\/constraints\.yaml$/,
    name: 'model/constraints.yaml',
    domain: 'model',
    schema: S.ConstraintsFile,
  },
  outcomes: {
    path: /^model\/outcomes\.yaml$/,
    name: 'model/outcomes.yaml',
    domain: 'model',
    schema: S.OutcomesFile,
  },
  history: {
    path: /^model\/history\.yaml$/,
    name: 'model/history.yaml',
    domain: 'checks',
    schema: S.HistoryFile,
  },
  backTest: {
    path: /^model\/back-test\.yaml$/,
    name: 'model/back-test.yaml',
    domain: 'checks',
    schema: S.BackTestFile,
  },
  scenario: {
    path: /^scenarios\/[^/]+\.yaml$/,
    name: 'scenarios/*.yaml',
    domain: 'levers',
    schema: S.ScenarioFile,
  },
  table: { path: /^table\.yaml$/, name: 'table.yaml', domain: 'levers', schema: S.TableFile },
  picture: { path: /^picture\.yaml$/, name: 'picture.yaml', domain: 'picture', schema: S.PictureFile },
  boundaries: {
    path: /^boundaries\.geojson$/,
    name: 'boundaries.geojson',
    domain: 'picture',
    schema: S.BoundariesFile,
  },
  municipalities: {
    path: /^municipalities\.yaml$/,
    name: 'municipalities.yaml',
    domain: 'monitor',
    schema: S.MunicipalitiesFile,
  },
  audit: { path: /^audit\.yaml$/, name: 'audit.yaml', domain: 'audit', schema: S.AuditFile },
  verdicts: { path: /^verdicts\.yaml$/, name: 'verdicts.yaml', domain: 'judgements', schema: S.VerdictsFile },
  sources: { path: /^sources\.yaml$/, name: 'sources.yaml', domain: 'monitor', schema: S.SourcesFile },
  notes: { path: /^notes\.yaml$/, name: 'notes.yaml', domain: 'monitor', schema: S.NotesFile },
  judgements: {
    path: /^judgements\.yaml$/,
    name: 'judgements.yaml',
    domain: 'judgements',
    schema: S.JudgementsFile,
  },
  compared: {
    path: /^compared\/[^/]+\.yaml$/,
    name: 'compared/*.yaml',
    domain: 'audit',
    schema: S.ComparedFile,
  },
  proposals: {
    path: /^proposals\/[^/]+\.yaml$/,
    name: 'proposals/*.yaml',
    domain: null,
    schema: S.ProposalsFile,
  },
} as const satisfies Record<string, { path: RegExp; name: string; domain: Domain | null; schema: z.ZodType }>;
/** Key of a kind of content file. */
export type ContentFile = keyof typeof contentFiles;
