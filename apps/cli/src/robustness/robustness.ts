import { type MethodCommand, UsageError } from '../args.ts';
import type { Exit } from '../exit.ts';
import type { Surroundings } from '../surroundings.ts';

/** Runs `robustness`. */
export async function runRobustness({ lang }: MethodCommand, _: Surroundings): Promise<Exit> {
  throw new UsageError(lang, 'unknown-command', { what: 'robustness' });
}
