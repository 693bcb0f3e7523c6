import type { Assessment, AssessmentDetail } from '@schaalsprong/futures';
import { assessmentCsv } from '@schaalsprong/futures';
import { type CsvAbout, csvText } from '@schaalsprong/tables/csv';
import type { SourcesResponse } from '@schaalsprong/wire';

/** The same bytes as `assess --json`. */
export function standingJson(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`;
}

/** What `assess --csv` prints, with where it was taken. */
export function standingCsv({ assessment }: AssessmentDetail, about: CsvAbout): string {
  return assessmentCsv(assessment, about);
}

/**
 * One target over time: what was observed and the fan of what the model expects, one row per time and kind.
 *
 * @param id of the target
 * @param detail the computed standing
 * @param sources the observed line
 */
export function targetCsv(
  id: string,
  detail: AssessmentDetail,
  sources: SourcesResponse,
  about: CsvAbout,
): string {
  const unit = detail.assessment.targets.find((target) => target.id === id)?.unit ?? '';
  const fan = detail.series[id];
  return csvText(
    ['target', 'kind', 'period', 'time', 'unit', 'value', 'p10', 'p50', 'p90', 'status', 'source'],
    [
      ...(sources.observed[id] ?? []).map((point) => [
        id,
        'observed',
        point.period,
        point.end,
        unit,
        point.value,
        null,
        null,
        null,
        point.status,
        point.source,
      ]),
      ...(fan?.time ?? []).map((time, i) => [
        id,
        'computed',
        null,
        time,
        unit,
        null,
        fan?.p10[i],
        fan?.p50[i],
        fan?.p90[i],
        null,
        null,
      ]),
    ],
    about,
  );
}
