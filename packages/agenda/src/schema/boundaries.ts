import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import { AreaCode } from './values.ts';

/** Longitude and latitude. Not bounded here: of a file in another grid every position would be a fault of its own. */
const Position = z.tuple([z.number(), z.number()]);
const Polygon = z.array(z.array(Position)).min(1);

/** The outline of an area. */
export const Boundary = z.strictObject({
  type: z.literal('Feature'),
  properties: z.looseObject({ code: AreaCode.describe('code of the area in areas.csv') }),
  geometry: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('Polygon'), coordinates: Polygon }),
      z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon).min(1) }),
    ])
    .describe('closed rings of longitude and latitude in WGS 84, as RFC 7946 has it'),
});

export type Boundary = DeepReadonly<z.infer<typeof Boundary>>;

/** boundaries.geojson: what the municipalities look like on a map. GeoJSON (RFC 7946) with a head that says whose it is. */
export const BoundariesFile = z.strictObject({
  type: z.literal('FeatureCollection'),
  name: z.string().min(1).describe('what it is, and how far it is simplified'),
  year: z.int().min(1800).max(2200).describe('year of the boundaries'),
  source: z.string().min(1).describe('who made it, and where it was taken from'),
  attribution: z.string().min(1).describe('the line below a map'),
  licence: z.string().min(1),
  features: z.array(Boundary).min(1),
});

export type BoundariesFile = DeepReadonly<z.infer<typeof BoundariesFile>>;
