import { defineCommand } from '../../command/command.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { options } from './options.ts';

export const check = defineCommand({
  name: 'check',
  summary: { nl: 'laad en controleer een regiomap', en: 'load and check a region folder' },
  words: { nl: '[MAP]', en: '[FOLDER]' },
  most: 1,
  about: { nl: `Zonder MAP: ${defaultRegion}.`, en: `Without FOLDER: ${defaultRegion}.` },
  options,
  examples: ['check', 'check my-region --json'],
  run: async (given, world) => (await import('./check.ts')).runCheck(given, world),
});
