import { type CsvAbout, csvText } from '@schaalsprong/tables/csv';
import type { AgendaResponse, Lines, SourcesResponse } from '@schaalsprong/wire';

/** CSV of the claims. */
export function claimsCsv(sources: SourcesResponse, about: CsvAbout): string {
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
    about,
  );
}

/** CSV of the results tree: every node, then every target, with its parents. */
export function treeCsv(agenda: AgendaResponse, about: CsvAbout): string {
  return csvText(
    [
      'id',
      'level',
      'number',
      'title_nl',
      'title_en',
      'official',
      'parents',
      'owners',
      'lines',
      'link_is_reading',
    ],
    [
      ...agenda.nodes.map((node) => [
        node.id,
        node.level,
        node.number,
        node.title.nl,
        node.title.en,
        node.official.join('; '),
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
        null,
        target.challenge,
        null,
        linesOf(target.places),
        String(target.linkIsReading),
      ]),
    ],
    about,
  );
}

function linesOf(places: readonly Lines[]): string {
  return places.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(' ');
}
