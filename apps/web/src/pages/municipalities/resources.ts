import type { MunicipalitiesResponse, MunicipalityResponse } from '@schaalsprong/wire';
import { client, Resource } from '../../lib/resource.ts';

/** The municipalities of the region in brief. */
export const municipalitiesResource = new Resource<MunicipalitiesResponse>(() => client.municipalities());

const kept = new Map<string, Resource<MunicipalityResponse>>();

/** Everything about one municipality; a region has so few that all are kept. */
export function municipalityResource(code: string): Resource<MunicipalityResponse> {
  const known =
    kept.get(code) ?? new Resource<MunicipalityResponse>(() => client.municipality({ params: { code } }));
  kept.set(code, known);
  return known;
}
