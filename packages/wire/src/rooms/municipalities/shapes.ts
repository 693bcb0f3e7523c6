import * as z from 'zod/mini';
import { type Answer, AreaCode, Certainty, count, IndicatorId, id, OutcomeId, Text } from '../../words.ts';
import { LinkKind } from '../things/shapes.ts';

const number = z.number();

/** A figure of an area with where it comes from. */
export const AreaFigure = z.object({
  value: number,
  unit: z.string(),
  period: z.string(),
  standing: Certainty,
  source: z.string(),
  note: z.string(),
  /** the same, of which what nobody translated is as it was */
  noteInDutch: z.string(),
});
export type AreaFigure = Answer<typeof AreaFigure>;

/** Homes finished over some whole years. */
const Pace = z.object({
  /** first and last year */
  from: z.int(),
  to: z.int(),
  homes: number,
  perYear: number,
});
/** Homes finished over some whole years. */
export type Pace = Answer<typeof Pace>;

/** A part of what the region agreed, over the whole period of the agreement. */
const Share = z.object({ homes: number, perYear: number });

/**
 * How a municipality does against its part: `on` and `behind` whatever the rounding of the figures and the rule of the part,
 * `close` where that decides it, `unknown` where a figure is missing.
 */
const course = z.enum(['on', 'close', 'behind', 'unknown']);

/** Homes finished against the part of a municipality in what the region agreed, over the same years and by the same definition. */
export const MunicipalHomesPace = z.object({
  target: id,
  agreement: id,
  indicator: IndicatorId,
  /** first and last year of the agreement */
  from: z.int(),
  to: z.int(),
  done: z.nullable(Pace),
  /** the ten years before the agreement, or as many as are known */
  before: z.nullable(Pace),
  /** by how many homes the figure of a year may be off */
  margin: number,
  share: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('agreed'), ...Share.shape, figure: AreaFigure }),
      /** by arithmetic only: as a part of the whole, and as a part of what no source divides */
      z.object({
        kind: z.literal('computed'),
        ofAll: Share,
        ofRest: Share,
        /** what it was divided by, in this municipality and in all; when */
        per: z.object({ own: number, all: number, rest: number, period: z.string(), unit: z.string() }),
        /** of the whole, what was agreed with how many municipalities */
        divided: z.object({ homes: number, municipalities: count }),
      }),
    ]),
  ),
  course,
  /** homes a year from the last figure to the end of the agreement, the least and the most of the rules */
  needed: z.nullable(z.object({ low: number, high: number, years: z.int() })),
  region: z.nullable(z.object({ agreed: AreaFigure, perYear: number, done: z.nullable(Pace) })),
  unlike: z.array(Text),
});
export type MunicipalHomesPace = Answer<typeof MunicipalHomesPace>;

/** A municipality in the list. */
export const MunicipalityBrief = z.object({
  code: AreaCode,
  name: z.string(),
  /** code of the part of the region that it lies in */
  part: z.nullable(AreaCode),
  party: z.nullable(id),
  population: z.nullable(AreaFigure),
  /** homes finished a year since the agreement, and the least and the most of its part a year */
  homes: z.nullable(
    z.object({
      done: z.nullable(Pace),
      course,
      agreed: z.boolean(),
      share: z.nullable(z.object({ low: number, high: number })),
    }),
  ),
});
export type MunicipalityBrief = Answer<typeof MunicipalityBrief>;

/** GET /v1/gemeenten: the municipalities of the region, by name. */
export const MunicipalitiesResponse = z.object({
  today: z.string(),
  region: z.object({ code: AreaCode, name: z.string() }),
  parts: z.array(z.object({ code: AreaCode, name: z.string() })),
  municipalities: z.array(MunicipalityBrief),
});
export type MunicipalitiesResponse = Answer<typeof MunicipalitiesResponse>;

const Point = z.object({ time: number, value: number });

/** What an indicator says of a municipality, and beside it of the region. */
export const MunicipalFigure = z.object({
  indicator: IndicatorId,
  /** named by the region as one to show first */
  first: z.boolean(),
  latest: AreaFigure,
  /** the same period of the region: its own figure, the sum of its municipalities, or the middle one of them */
  beside: z.nullable(z.object({ value: number, how: z.enum(['own', 'sum', 'median']) })),
  /** place among the municipalities with a figure of this period, from the highest */
  rank: z.object({ place: count, of: count }),
  /** the earliest period that both have, for what adds up: how much came since */
  since: z.nullable(z.object({ period: z.string(), own: number, beside: number })),
  line: z.array(Point),
  /** places in `line`, from 0, at which a piece begins */
  begins: z.array(z.int()),
  /** the same of the middle municipality; empty for what adds up */
  middle: z.array(Point),
});
export type MunicipalFigure = Answer<typeof MunicipalFigure>;

/** GET /v1/gemeenten/{code}: one municipality with all that is known of it. */
export const MunicipalityResponse = z.object({
  today: z.string(),
  code: AreaCode,
  name: z.string(),
  region: z.object({ code: AreaCode, name: z.string(), municipalities: count }),
  part: z.nullable(z.object({ code: AreaCode, name: z.string(), municipalities: z.array(z.string()) })),
  party: z.nullable(id),
  homes: z.nullable(MunicipalHomesPace),
  figures: z.array(MunicipalFigure),
  ages: z.nullable(
    z.object({
      period: z.string(),
      source: z.string(),
      groups: z.array(
        z.object({ from: count, to: z.nullable(count), people: number, share: number, beside: number }),
      ),
    }),
  ),
  /** figures of series without an indicator: counts of others, wishes, expectations */
  others: z.array(z.object({ series: z.string(), title: Text, figure: AreaFigure })),
  /** what the model computes of the part of the region that it lies in */
  outcomes: z.array(
    z.object({
      outcome: OutcomeId,
      title: Text,
      unit: z.string(),
      time: z.array(number),
      p10: z.array(number),
      p50: z.array(number),
      p90: z.array(number),
    }),
  ),
  /** whether all futures are computed */
  computed: z.boolean(),
  /** things whose texts name it and that no link ties to it */
  mentions: z.array(z.object({ kind: LinkKind, id, title: Text })),
  /** of what is not known, what names it or its homes */
  unknowns: z.array(id),
  /** indicators with a figure of other municipalities and none of this one */
  missing: z.array(IndicatorId),
});
export type MunicipalityResponse = Answer<typeof MunicipalityResponse>;
