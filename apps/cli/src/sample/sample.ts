import { type MethodCommand, UsageError } from '../args.ts';
import type { Exit } from '../exit.ts';
import type { Surroundings } from '../surroundings.ts';

/** Runs `sample`. */
export async function runSample({ lang }: MethodCommand, _: Surroundings): Promise<Exit> {
  throw new UsageError(lang, 'unknown-command', { what: 'sample' });
}
