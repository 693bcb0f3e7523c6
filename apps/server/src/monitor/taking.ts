import { svgText } from '@schaalsprong/chart';
import { isMeasured } from '@schaalsprong/monitor';
import { type IndicatorChart, indicatorChart, indicatorPicture } from '@schaalsprong/monitor/chart';
import type { CsvAbout } from '@schaalsprong/tables/csv';
import { type Download, downloads, type IndicatorResponse } from '@schaalsprong/wire';
import type { Lang } from '@schaalsprong/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { aboutTable, unitByRow } from '../http/about.ts';
import { Body, csvBody } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { baseOf, parameter, queryOf, sendBody, sendProblem } from '../http/send.ts';
import type { Current, ServerState } from '../server-state.ts';
import { catalogue } from './catalogue.ts';
import { embedHeaders, embedPage, embedStyle } from './embed.ts';
import { archive, indicatorCsv, pretty } from './files.ts';
import { PngBusy, toPng } from './png.ts';
import { isDay, remembering, unknown, unknownIndicator } from './routes.ts';
import type { MonitorView } from './view.ts';

/** Maximum number of areas in one chart: more lines are indistinguishable. */
const mostAreas = 6;

/** A validated request for a file of an indicator. */
interface Asked {
  readonly view: MonitorView;
  readonly answer: IndicatorResponse;
  readonly base: string;
  readonly lang: Lang;
  /** what its table says of itself */
  readonly about: CsvAbout;
  /** areas of the chart, the first strongest */
  readonly areas: readonly string[];
}

const utf8 = '; charset=utf-8';

/** Widths of a picture in pixels, for wide and for narrow viewports. */
const widths = { wide: 760, narrow: 340 };

/**
 * URL of the page that shows the same selection.
 *
 * @param areas the areas that are drawn, where they are not the default of the page; null for the default
 */
export function pageAddress(
  base: string,
  id: string,
  {
    lang,
    areas,
    asKnownOn,
  }: Pick<Asked, 'lang'> & { areas: readonly string[] | null; asKnownOn: string | null },
): string {
  const search = new URLSearchParams();
  if (asKnownOn !== null) search.set('bekendOp', asKnownOn);
  if (areas !== null) search.set('gebieden', areas.join(','));
  const query = search.size === 0 ? '' : `?${search.toString().replaceAll('%2C', ',')}`;
  return `${base}${lang === 'nl' ? '' : '/en'}/monitor/${id}${query}`;
}

/** The chart of an indicator. */
function chartOf({ view, answer, base, lang, areas }: Asked): IndicatorChart {
  const { region } = view;
  const { indicator, facts, standings, asKnownOn } = answer;
  const [first] = areas;
  const required = standings.find(({ target }) => region.byId.targets.get(target)?.area === first) ?? null;
  return indicatorChart({
    indicator,
    units: region.units,
    lines: areas.map((code) => ({
      name: region.byId.areas.get(code)?.name ?? code,
      area: code,
      facts,
    })),
    standing: required,
    sources: [answer.metadata.publishers[lang]].filter((text) => text !== ''),
    asKnownOn,
    address: pageAddress(base, indicator.id, {
      lang,
      areas: areas.length === 1 && first === usualArea(answer) ? null : areas,
      asKnownOn,
    }),
    lang,
  });
}

const svgOf = (of: Asked): string => svgText(indicatorPicture(chartOf(of), widths.wide));

/** Default area of a chart: that of the indicator, else the one with the most figures. */
function usualArea({ metadata, facts }: IndicatorResponse): string {
  const count = new Map<string, number>();
  for (const fact of facts.filter(isMeasured)) count.set(fact.area, (count.get(fact.area) ?? 0) + 1);
  if (count.has(metadata.area)) return metadata.area;
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? metadata.area;
}

/**
 * Validates a request for a file of an indicator.
 *
 * @returns what was asked, or the problem that was answered
 */
function parseAsked(
  state: Pick<ServerState, 'agenda' | 'monitor'>,
  request: FastifyRequest,
  reply: FastifyReply,
  under: Lang = 'nl',
): { readonly asked: Asked } | { readonly problem: FastifyReply } {
  const refuse = (problem: FastifyReply) => ({ problem });
  const day = queryOf(downloads.chartSvg, request, 'bekendOp');
  if (day !== null && !isDay(day)) return refuse(sendProblem(request, reply, 'dag-onjuist', { what: day }));
  const lang = queryOf(downloads.chartSvg, request, 'taal') ?? under;
  if (lang !== 'nl' && lang !== 'en') {
    return refuse(sendProblem(request, reply, 'taal-onjuist', { what: lang }));
  }
  const { monitor: content } = state;
  const view = content.view();
  const answer = view.indicator(parameter(request, 'id'), day);
  if (answer === null) return refuse(unknownIndicator(view, request, reply));
  const codes = queryOf(downloads.chartSvg, request, 'gebied');
  const areas = codes === null ? [usualArea(answer)] : [...new Set(codes.split(','))];
  const known = view.region.byId.areas;
  const what = areas.find((code) => !known.has(code));
  if (what !== undefined) {
    return refuse(unknown(request, reply, 'gebied-onbekend', { what, known: known.keys() }));
  }
  if (areas.length > mostAreas) {
    return refuse(sendProblem(request, reply, 'gebieden-te-veel', { what: areas.length, most: mostAreas }));
  }
  const { metadata, indicator, asKnownOn } = answer;
  const about = aboutTable(request, state, lang, {
    title: metadata.title,
    unit: view.region.units[metadata.unit]?.title ?? unitByRow,
    source: metadata.publishers,
    page: pageAddress('', indicator.id, { lang: 'nl', areas: null, asKnownOn }),
  });
  return { asked: { view, answer, base: baseOf(request, content.address), lang, about, areas } };
}

/** A file of an indicator: how it is made, and on what of the request it depends beside the answer itself. */
interface IndicatorFile {
  readonly download: Download;
  make(of: Asked): Body | Promise<Body>;
  readonly cacheKey?: (of: Asked) => string;
}

const filesInput = ({ view, answer, base, about }: Asked) => ({
  region: view.region,
  answer,
  rows: view.rows(answer),
  base,
  about,
});
/** A table contains what it says of itself. */
const tableKey = ({ about }: Asked): string => JSON.stringify(about);
/** A picture contains the URL of its page. */
const chartKey = ({ lang, areas, base }: Asked): string => `${base} ${lang} ${areas.join(',')}`;

const indicatorFiles: readonly IndicatorFile[] = [
  {
    download: downloads.indicatorCsv,
    make: (of) => csvBody(indicatorCsv(filesInput(of))),
    cacheKey: tableKey,
  },
  {
    download: downloads.indicatorJson,
    make: ({ answer }) => new Body(`application/json${utf8}`, pretty(answer)),
  },
  {
    download: downloads.metadataJson,
    make: ({ answer }) => new Body(`application/json${utf8}`, pretty(answer.metadata)),
  },
  {
    download: downloads.indicatorZip,
    make: (of) => new Body('application/zip', archive(filesInput(of))),
    cacheKey: tableKey,
  },
  {
    download: downloads.chartSvg,
    make: (of) => new Body(`image/svg+xml${utf8}`, svgOf(of)),
    cacheKey: chartKey,
  },
  {
    download: downloads.chartPng,
    make: async (of) => new Body('image/png', await toPng(svgOf(of))),
    cacheKey: chartKey,
  },
];

/** The page with a chart that others embed. */
function embedBody(of: Asked): Body {
  const chart = chartOf(of);
  const { meaning } = chart;
  const narrowChart = { ...chart, meaning: { ...meaning, id: `${meaning.id}-narrow` } };
  return new Body(
    `text/html${utf8}`,
    embedPage({
      indicator: of.answer.indicator,
      lang: of.lang,
      wide: svgText(indicatorPicture(chart, widths.wide)),
      narrow: svgText(indicatorPicture(narrowChart, widths.narrow)),
    }),
  );
}

/** Routes of the downloads of an indicator, its embedded chart, and the catalogue. */
export function addMonitorTaking(router: Router, current: Current): void {
  for (const each of indicatorFiles) addIndicatorFile(router, current, each);
  addEmbed(router, current);
  addCatalogue(router, current);
}

function addIndicatorFile(
  router: Router,
  current: Current,
  { download, make, cacheKey = () => '' }: IndicatorFile,
): void {
  const bodies = remembering<Body | Promise<Body>>();
  const ending = download.path.slice('/monitor/{id}'.length);
  router.file(download, async (request, reply, under) => {
    const parsed = parseAsked(current(), request, reply, under);
    if ('problem' in parsed) return parsed.problem;
    const { asked } = parsed;
    try {
      const body = await bodies(asked.answer, cacheKey(asked), () => make(asked));
      return sendBody(request, reply, body, `${asked.answer.indicator.id}${ending}`);
    } catch (error) {
      if (!(error instanceof PngBusy)) throw error;
      return sendProblem(request, reply.header('retry-after', '2'), 'grafiek-bezet');
    }
  });
}

function addEmbed(router: Router, current: Current): void {
  const pages = remembering<Body>();
  router.file(downloads.embed, (request, reply) => {
    const parsed = parseAsked(current(), request, reply);
    if ('problem' in parsed) return parsed.problem;
    const { asked } = parsed;
    reply.removeHeader('x-frame-options').headers(embedHeaders);
    const page = pages(asked.answer, chartKey(asked), () => embedBody(asked));
    return sendBody(request, reply, page);
  });
  const style = new Body(`text/css${utf8}`, embedStyle);
  router.file(downloads.embedStyle, (request, reply) => sendBody(request, reply, style));
}

function addCatalogue(router: Router, current: Current): void {
  const catalogues = remembering<Body>();
  router.file(downloads.catalogue, (request, reply) => {
    const { monitor, contact } = current();
    const view = monitor.view();
    const base = baseOf(request, monitor.address);
    const make = (): Body => new Body(`text/turtle${utf8}`, catalogue({ view, base, contact }));
    return sendBody(request, reply, catalogues(view, base, make));
  });
}
