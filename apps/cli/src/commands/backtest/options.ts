import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `backtest`. */
export const options = {
  futures: shared.futures,
  seed: shared.seed,
  threads: shared.threads,
  data: shared.data,
  json: shared.json,
  out: shared.out,
} as const satisfies Options;

/** The words after `backtest`. */
export type Given = GivenOf<typeof options>;
