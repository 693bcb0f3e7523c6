import { csvText } from '@schaalsprong/agenda';
import type { Assessment, AssessmentDetail } from '@schaalsprong/futures';
import { assessmentCsv } from '@schaalsprong/futures';
import type { AgendaResponse, Lines, SourcesResponse } from '@schaalsprong/wire';

/** The same bytes as `assess --json`. */
export function standingJson(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`;
}

/** The same bytes as `assess --csv`. */
export function standingCsv(assessment: Assessment): string {
  return assessmentCsv(assessment);
}

/**
 * One target over time: what was observed and the fan of what the model expects, one row per time and kind.
 *
 * @param id of the target
 * @param detail the computed standing
 * @param sources the observed line
 */
export function targetCsv(id: string, detail: AssessmentDetail, sources: SourcesResponse): string {
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
  );
}

/** Every claim with its place, value and interval. */
export function claimsCsv(sources: SourcesResponse): string {
  return csvText(
    [
      'id',
      'kind',
      'lines',
      'page',
      'page_certain',
      'quantity',
      'entity',
      'value',
      'qualifier',
      'min',
      'min_open',
      'max',
      'max_open',
      'unit',
      'period',
      'horizon',
      'targets',
      'text_nl',
      'text_en',
    ],
    sources.claims.map((claim) => [
      claim.id,
      claim.kind,
      linesOf(claim.places),
      claim.page.number,
      String(claim.page.certain),
      claim.quantity,
      claim.entity,
      claim.value,
      claim.qualifier,
      claim.interval.min,
      String(claim.interval.minOpen),
      claim.interval.max,
      String(claim.interval.maxOpen),
      claim.unit,
      claim.period,
      claim.horizon,
      claim.targets.join(' '),
      claim.text.nl,
      claim.text.en,
    ]),
  );
}

/** The results tree: every node and, below them, every target, with what it hangs under. */
export function treeCsv(agenda: AgendaResponse): string {
  return csvText(
    ['id', 'level', 'number', 'title_nl', 'title_en', 'parents', 'owners', 'lines', 'link_is_reading'],
    [
      ...agenda.nodes.map((node) => [
        node.id,
        node.level,
        node.number,
        node.title.nl,
        node.title.en,
        node.parents.join(' '),
        node.owners.join(' '),
        linesOf(node.places),
        String(node.linkIsReading),
      ]),
      ...agenda.targets.map((target) => [
        target.id,
        'target',
        null,
        target.title.nl,
        target.title.en,
        target.challenge,
        null,
        linesOf(target.places),
        String(target.linkIsReading),
      ]),
    ],
  );
}

function linesOf(places: readonly Lines[]): string {
  return places.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(' ');
}
