import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const discover = defineCommand({
  name: 'discover',
  summary: { nl: 'in welke toekomsten gebeurt het?', en: 'in which futures does it happen?' },
  words: { nl: 'prim|cart|logistic WAARVAN', en: 'prim|cart|logistic OF' },
  most: 2,
  about: {
    nl: 'WAARVAN is een bestand met gevallen, of een regiomap waarvan de toekomsten worden doorgerekend (met --scenario, --futures, --seed, --threads).',
    en: 'OF is a file of cases, or a region folder whose futures are run (with --scenario, --futures, --seed, --threads).',
  },
  options,
  examples: [
    'discover prim my-region --outcome gva-share-2030 --futures 500',
    'discover cart cases.csv --outcome failed',
  ],
  run: async (given, world) => (await import('./discover.ts')).runDiscover(given, world),
});
