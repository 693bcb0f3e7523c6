import { type MethodCommand, UsageError } from '../args.ts';
import type { Exit } from '../exit.ts';
import type { Surroundings } from '../surroundings.ts';

/** Runs `discover`. */
export async function runDiscover({ lang }: MethodCommand, _: Surroundings): Promise<Exit> {
  throw new UsageError(lang, 'unknown-command', { what: 'discover' });
}
