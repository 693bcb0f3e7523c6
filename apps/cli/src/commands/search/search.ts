import type { Exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { searchAsk } from './asked.ts';
import type { Given } from './options.ts';

/** Runs `search`: a problem whose front is known, or the levers of a region. */
export async function runSearch(given: Given, world: Surroundings): Promise<Exit> {
  const asked = searchAsk(given);
  return asked.kind === 'problem'
    ? await (await import('./known-problem.ts')).runKnownProblem(asked, given, world)
    : await (await import('./region.ts')).runRegionSearch(asked, given, world);
}
