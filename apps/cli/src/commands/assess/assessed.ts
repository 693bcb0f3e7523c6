import type { RegionFiles } from '@schaalsprong/agenda';
import { type Assessment, type AssessRequest, assess, type OpenRegion } from '@schaalsprong/futures';
import { createWorkerPool } from '@schaalsprong/methods/node';
import { nearest } from '@schaalsprong/words';
import type { Surroundings } from '../../command/surroundings.ts';
import { UsageError } from '../../command/usage-error.ts';
import { findScenario } from '../../region/scenario.ts';
import { progressLine } from '../../terminal/progress.ts';
import type { AssessRequest as Command } from './request.ts';

/** What of a command says how to assess; null where the region or the machine decides. */
export type Asked = Pick<Command, 'lang' | 'scenario' | 'futures' | 'seed' | 'threads'> &
  Partial<Pick<Command, 'viewpoint'>>;

/**
 * The assessment of an opened region as a command asks it, with progress for whoever watches.
 *
 * @throws UsageError for a scenario that is not there; what `assess` throws
 */
export async function assessed(
  { region, model }: OpenRegion,
  files: RegionFiles,
  asked: Asked,
  world: Surroundings,
  more: Pick<AssessRequest, 'leaveOut' | 'audit' | 'figures'> = {},
): Promise<Assessment> {
  const { lang } = asked;
  let scenario = null;
  if (asked.scenario !== null) {
    scenario = await findScenario(asked.scenario, region, files, world.cwd);
    if (scenario === null) {
      const known = region.scenarios.map(({ id }) => String(id));
      throw new UsageError(
        lang,
        'scenario-unknown',
        { value: asked.scenario, known: known.join(', ') },
        nearest(asked.scenario, known),
      );
    }
  }
  world.signal.throwIfAborted();

  const progress = progressLine(lang, world);
  const runner = createWorkerPool({ model, threads: asked.threads ?? undefined });
  try {
    const { assessment } = await assess({
      region,
      model,
      runner,
      futures: asked.futures ?? undefined,
      seed: asked.seed ?? undefined,
      scenario: scenario ?? undefined,
      viewpoint: asked.viewpoint,
      signal: world.signal,
      onProgress: progress.show,
      ...more,
    });
    return assessment;
  } finally {
    progress.clear();
    await runner.close();
  }
}
