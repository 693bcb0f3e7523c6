import { defineCommand } from '../../command/command.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { options } from './options.ts';

export const audit = defineCommand({
  name: 'audit',
  summary: { nl: 'kloppen de getallen van de agenda met elkaar?', en: 'do the numbers of the agenda agree?' },
  words: { nl: '[MAP]', en: '[FOLDER]' },
  most: 1,
  about: {
    nl: `Zonder MAP: ${defaultRegion}. --futures, --seed en --threads horen bij --scenario.`,
    en: `Without FOLDER: ${defaultRegion}. --futures, --seed and --threads go with --scenario.`,
  },
  options,
  examples: [
    'audit',
    'audit --setting generous --markdown --out audit.md',
    'audit --against other-agenda',
    'audit --scenario none --futures 200',
  ],
  run: async (given, world) => (await import('./audit.ts')).runAudit(given, world),
});
