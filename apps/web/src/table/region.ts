import type { TableRegion } from '@schaalsprong/futures/table';
import type { AgendaResponse, SourcesResponse } from '@schaalsprong/wire';

const made = new WeakMap<
  AgendaResponse,
  { readonly sources: SourcesResponse; readonly region: TableRegion }
>();

/** What the table needs of the server's two answers; the same answers give the same object. */
export function tableRegion(agenda: AgendaResponse, sources: SourcesResponse): TableRegion {
  const known = made.get(agenda);
  if (known?.sources === sources) return known.region;
  const { id, hashes, domains, model, assessment, units } = agenda.region;
  const { nodes, targets, outcomes, measures, constraints, scenarios, table } = agenda;
  const region: TableRegion = {
    id,
    hashes,
    domains,
    model,
    assessment,
    nodes,
    targets,
    outcomes,
    measures,
    constraints,
    uncertainties: sources.uncertainties,
    scenarios,
    table,
    units,
  };
  made.set(agenda, { sources, region });
  return region;
}
