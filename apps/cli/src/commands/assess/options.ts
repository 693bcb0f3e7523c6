import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `assess`. */
export const options = {
  region: shared.region,
  scenario: shared.scenario,
  viewpoint: {
    type: 'text',
    value: 'ID',
    help: {
      nl: 'met de bereiken van een zienswijze van de regio, of together: alle door elkaar',
      en: 'with the ranges of a viewpoint of the region, or together: all mixed',
    },
  },
  futures: shared.futures,
  seed: shared.seed,
  threads: shared.threads,
  json: shared.json,
  csv: { type: 'flag', help: { nl: 'een rij per doelstelling', en: 'one row per target' } },
  out: shared.out,
} as const satisfies Options;

/** The words after `assess`. */
export type Given = GivenOf<typeof options>;
