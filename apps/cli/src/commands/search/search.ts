import type { MethodCommand } from '../../command/args.ts';
import type { Exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { searchAsk } from './asked.ts';

/** Runs `search`: a problem whose front is known, or the levers of a region. */
export async function runSearch(command: MethodCommand, world: Surroundings): Promise<Exit> {
  const asked = searchAsk(command.given);
  return asked.kind === 'problem'
    ? await (await import('./known-problem.ts')).runKnownProblem(asked, command, world)
    : await (await import('./region.ts')).runRegionSearch(asked, command, world);
}
