import { type Ledger, makeLedger } from '@schaalsprong/claim-check';
import type { AgendaResponse, AuditResponse, SourcesResponse } from '@schaalsprong/wire';

/** All that a sentence is compared with, of what the server sent. */
export const ledgerOf = (
  agenda: Pick<AgendaResponse, 'region' | 'targets' | 'indicators' | 'areas'>,
  { claims }: Pick<SourcesResponse, 'claims'>,
  { input }: Pick<AuditResponse, 'input'>,
): Ledger => makeLedger({ ...agenda, claims, audit: input });

/**
 * Sentences of the agenda to try: of each pillar the first target with a figure of its own that the model answers, in the words of its
 * claim.
 */
export function examplesOf(
  { targets, nodes }: Pick<AgendaResponse, 'targets' | 'nodes'>,
  { claims }: Pick<SourcesResponse, 'claims'>,
  most = 3,
): readonly SourcesResponse['claims'][number][] {
  const pillars = nodes.filter(({ level }) => level === 'pillar').map(({ id }) => id);
  const perPillar = pillars.flatMap((pillar) => {
    const found = targets
      .filter((target) => target.pillar === pillar && target.outcome !== null && target.value !== null)
      .flatMap((target) =>
        claims.filter(
          (claim) =>
            claim.kind === 'target' &&
            claim.value === target.value &&
            claim.targets.some((id) => id === target.id),
        ),
      );
    return found.slice(0, 1);
  });
  return perPillar.slice(0, most);
}
