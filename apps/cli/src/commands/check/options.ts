import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `check`. */
export const options = {
  region: shared.region,
  json: shared.json,
} as const satisfies Options;

/** The words after `check`. */
export type Given = GivenOf<typeof options>;
