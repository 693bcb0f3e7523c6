import * as z from 'zod/mini';
import { type Answer, Certainty, count, id, Text } from '../../words.ts';

const number = z.number();

/** Outlines of municipalities in WGS 84, snapped to a grid of less than a pixel. */
export const MapOutlines = z.object({
  year: z.int(),
  source: z.string(),
  attribution: z.string(),
  /** rings of longitude and latitude, holes among them: fill them even-odd */
  areas: z.array(z.object({ area: id, rings: z.array(z.array(z.tuple([number, number]))) })),
});
export type MapOutlines = Answer<typeof MapOutlines>;

/** Something that a map can show: an indicator of which municipalities have figures. */
export const MapItem = z.object({
  id,
  title: Text,
  unit: z.string(),
  theme: z.nullable(z.string()),
  /** targets that it measures */
  targets: z.array(id),
  /** periods of which half of the municipalities have a figure, oldest first */
  periods: z.array(z.string()),
  /** municipalities that have a figure in the last of these */
  areas: count,
  /** whether its counts are given per 1,000 inhabitants too */
  per1000: z.boolean(),
});
export type MapItem = Answer<typeof MapItem>;

/** GET /v1/kaart: what a map of the municipalities can show, and what they look like. */
export const MapResponse = z.object({
  region: id,
  /** what a map opens with: that with figures of most municipalities that measures a target; null where there is nothing to show */
  first: z.nullable(id),
  items: z.array(MapItem),
  /** the newest boundaries of the region folder or of the store; null where neither has any */
  outlines: z.nullable(MapOutlines),
  /** the indicator that `people` is of: a circle of its own size needs no colour; null where there is none */
  sizedBy: z.nullable(id),
  /** newest number of inhabitants by municipality, for the size of circles; empty where it is not measured */
  people: z.record(id, number),
});
export type MapResponse = Answer<typeof MapResponse>;

/** GET /v1/kaart/{id}: the measured figures of the municipalities, each period that a map can show. */
export const MapValuesResponse = z.object({
  id,
  title: Text,
  unit: z.string(),
  /** who published them, in one line */
  publishers: Text,
  periods: z.array(z.string()),
  /** sorted by area and period; what is missing has no figure */
  figures: z.array(
    z.object({
      area: id,
      period: z.string(),
      value: number,
      standing: Certainty,
      /** per 1,000 inhabitants on 1 January of that year; null where they are not known */
      per1000: z.nullable(number),
    }),
  ),
});
export type MapValuesResponse = Answer<typeof MapValuesResponse>;
