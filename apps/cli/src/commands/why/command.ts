import { defineCommand } from '../../command/command.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { options } from './options.ts';

export const why = defineCommand({
  name: 'why',
  summary: {
    nl: 'wat brengt een doelstelling van het ene scenario naar het andere?',
    en: 'what brings a target from one scenario to another?',
  },
  words: { nl: '[MAP] --target DOEL', en: '[FOLDER] --target TARGET' },
  most: 1,
  about: {
    nl: `Zonder MAP: ${defaultRegion}. Alles wordt in dezelfde toekomsten gerekend.`,
    en: `Without FOLDER: ${defaultRegion}. All is computed in the same futures.`,
  },
  options,
  examples: ['why my-region --target homes-2030 --from none --to agenda --causes'],
  run: async (given, world) => (await import('./why.ts')).runWhy(given, world),
});
