import type { Given as GivenOf, Options } from '../../command/command.ts';
import { shared } from '../../command/shared-options.ts';

/** Beyond what any design can hold, so that the design itself says what is possible. */
const most = Number.MAX_SAFE_INTEGER;

/** The options of `sample`. */
export const options = {
  n: {
    type: 'count',
    value: 'N',
    min: 1,
    max: most,
    help: {
      nl: 'aantal punten, routes van Morris of basisrijen van Saltelli',
      en: 'number of points, trajectories of Morris or base rows of Saltelli',
    },
  },
  seed: {
    type: 'count',
    value: 'S',
    min: 0,
    max: most,
    default: { nl: 'van de regio, anders 0', en: 'of the region, else 0' },
    help: { nl: 'begingetal van de trekking', en: 'seed of the sample' },
  },
  levels: {
    type: 'count',
    value: 'N',
    min: 1,
    max: most,
    help: {
      nl: 'standen per onzekerheid (full-factorial) of van het rooster (morris, standaard 4)',
      en: 'levels per uncertainty (full-factorial) or of the grid (morris, default 4)',
    },
  },
  'second-order': {
    type: 'flag',
    help: {
      nl: 'ook de rijen voor de tweede orde (saltelli)',
      en: 'the rows for the second order too (saltelli)',
    },
  },
  scramble: {
    type: 'flag',
    help: {
      nl: 'schud de rij van sobol, halton of saltelli met het begingetal',
      en: 'scramble the sequence of sobol, halton or saltelli by the seed',
    },
  },
  skip: {
    type: 'count',
    value: 'N',
    min: 0,
    max: most,
    default: 0,
    help: { nl: 'sla punten van die rij over', en: 'skip points of that sequence' },
  },
  spread: {
    type: 'count',
    value: 'M',
    min: 1,
    max: most,
    help: {
      nl: 'kies de routes van Morris die het verst uit elkaar liggen uit zo veel kandidaten',
      en: 'choose the trajectories of Morris that lie farthest apart from so many candidates',
    },
  },
  correlations: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: 'matrix met rangcorrelaties en namen (CSV)',
      en: 'matrix of rank correlations with names (CSV)',
    },
  },
  unit: {
    type: 'flag',
    help: {
      nl: 'getallen van 0 tot 1, zonder verdelingen',
      en: 'numbers from 0 to 1, without distributions',
    },
  },
  dimensions: {
    type: 'count',
    value: 'D',
    min: 1,
    max: 10_000,
    help: {
      nl: 'zonder bestand: zo veel dimensies van 0 tot 1',
      en: 'without a file: so many dimensions from 0 to 1',
    },
  },
  json: shared.json,
  out: {
    type: 'text',
    value: { nl: 'BESTAND', en: 'FILE' },
    help: {
      nl: '.csv, .parquet of .tar.gz (EMA Workbench); anders CSV op het scherm',
      en: '.csv, .parquet or .tar.gz (EMA Workbench); else CSV on the screen',
    },
  },
} as const satisfies Options;

/** The words after `sample`. */
export type Given = GivenOf<typeof options>;
