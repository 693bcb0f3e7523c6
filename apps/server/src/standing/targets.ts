import type {
  AgendaResponse,
  SourcesResponse,
  StandingResponse,
  TargetResponse,
  TargetStanding,
  TargetsResponse,
} from '@schaalsprong/wire';

function standings(standing: StandingResponse): ReadonlyMap<string, TargetStanding> {
  if (standing.state === 'failed' || standing.detail === null) return new Map();
  return new Map(standing.detail.assessment.targets.map((target) => [target.id, target]));
}

/** Every target with its standing; null until it is computed. */
export function targetsResponse(agenda: AgendaResponse, standing: StandingResponse): TargetsResponse {
  const known = standings(standing);
  return {
    state: standing.state,
    targets: agenda.targets.map((target) => ({ target, standing: known.get(target.id) ?? null })),
  };
}

/**
 * One target with all that is known of it.
 *
 * @throws RangeError for an unknown target
 */
export function targetResponse(
  agenda: AgendaResponse,
  sources: SourcesResponse,
  standing: StandingResponse,
  id: string,
): TargetResponse {
  const target = agenda.targets.find((candidate) => candidate.id === id);
  if (target === undefined) throw new RangeError(`no target ${id}`);
  return {
    state: standing.state,
    target,
    standing: standings(standing).get(id) ?? null,
    series: standing.state === 'failed' ? null : (standing.detail?.series[id] ?? null),
    observed: sources.observed[id] ?? [],
    claims: sources.claims.filter((claim) => claim.targets.some((of) => of === id)),
  };
}
