import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const search = defineCommand({
  name: 'search',
  summary: { nl: 'zoek pakketten die alle rode lijnen halen', en: 'search packages that keep all red lines' },
  words: { nl: 'REGIO|--problem P', en: 'REGION|--problem P' },
  most: 1,
  options,
  examples: [
    'search my-region --futures 50 --evaluations 200 --population 20',
    'search --problem dtlz2 --evaluations 5000',
  ],
  run: async (given, world) => (await import('./search.ts')).runSearch(given, world),
});
