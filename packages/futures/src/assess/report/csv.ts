import { type CsvAbout, csvText } from '@schaalsprong/tables/csv';
import type { Assessment, TargetStanding } from '../assessment.ts';

const columns: readonly (readonly [
  string,
  (target: TargetStanding) => string | number | null | undefined,
])[] = [
  ['id', (t) => t.id],
  ['title_nl', (t) => t.title.nl],
  ['title_en', (t) => t.title.en],
  ['pillar', (t) => t.pillar],
  ['challenge', (t) => t.challenge],
  ['horizon', (t) => t.horizon],
  ['unit', (t) => t.unit],
  ['direction', (t) => t.direction],
  ['target', (t) => t.target],
  ['target_is', (t) => t.targetIs],
  ['observed_value', (t) => t.observed?.value],
  ['observed_period', (t) => t.observed?.period],
  ['observed_status', (t) => t.observedStatus],
  ['observed_source', (t) => t.observed?.source],
  ['projected_p10', (t) => t.projected?.p10],
  ['projected_p50', (t) => t.projected?.p50],
  ['projected_p90', (t) => t.projected?.p90],
  ['met_count', (t) => t.met?.count],
  ['met_of', (t) => t.met?.of],
  ['gap', (t) => t.gap],
  ['held_back_count', (t) => t.heldBack?.count],
  ['binding', (t) => t.binding.map((b) => `${b.constraint}=${b.share}`).join('; ')],
  ['carried_by', (t) => t.carriedBy.map((c) => `${c.measure}=${c.delta}`).join('; ')],
  ['conflicts', (t) => t.conflicts.join('; ')],
  ['not_modelled_nl', (t) => t.notModelled?.nl],
  ['not_modelled_en', (t) => t.notModelled?.en],
];
const provenance = ['agenda', 'model', 'data', 'seed', 'futures', 'scenario'] as const;

/**
 * The standing of every target as CSV, one row per target. The last columns say from what it was computed, so that a
 * file that wanders still knows where it came from.
 *
 * @param about what it says of itself besides where it leaves a page
 */
export function assessmentCsv(assessment: Assessment, about: CsvAbout | null = null): string {
  const header = [...columns.map(([name]) => name), ...provenance.map((name) => `from_${name}`)];
  const rows = assessment.targets.map((target) => [
    ...columns.map(([, value]) => value(target)),
    ...provenance.map((name) => assessment.provenance[name]),
  ]);
  return csvText(header, rows, about);
}
