import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** The options of `why`. */
export const options = {
  target: {
    type: 'text',
    value: 'ID',
    help: { nl: 'de doelstelling waar het om gaat', en: 'the target that it is about' },
  },
  from: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    default: { nl: 'dat waarin elke maatregel uit staat', en: 'the one in which every measure is off' },
    help: {
      nl: 'het scenario ervoor: een id of een YAML-bestand',
      en: 'the scenario before: an id or a YAML file',
    },
  },
  to: {
    type: 'text',
    value: { nl: 'WAT', en: 'WHAT' },
    default: { nl: 'dat van de regio', en: 'that of the region' },
    help: { nl: 'het scenario erna', en: 'the scenario after' },
  },
  causes: {
    type: 'flag',
    help: { nl: 'ook langs de vergelijkingen van het model', en: 'along the equations of the model too' },
  },
  futures: shared.futures,
  seed: shared.seed,
  threads: shared.threads,
  json: shared.json,
  out: shared.out,
} as const satisfies Options;

/** The words after `why`. */
export type Given = GivenOf<typeof options>;
