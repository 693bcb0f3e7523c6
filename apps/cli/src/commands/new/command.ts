import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const newRegion = defineCommand({
  name: 'new',
  summary: { nl: 'begin een regiomap', en: 'start a region folder' },
  words: { nl: 'REGIO', en: 'REGION' },
  most: 1,
  options,
  examples: [
    'new regions/my-region --title My-region',
    'new regions/my-region --from agenda.pdf --published 2024',
  ],
  run: async (given, world) => (await import('./new.ts')).runNew(given, world),
});
