import { defineCommand } from '../../command/command.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { options } from './options.ts';

export const backtest = defineCommand({
  name: 'backtest',
  summary: {
    nl: 'hoe zou het model het vroeger gedaan hebben?',
    en: 'how would the model have done in the past?',
  },
  words: { nl: '[MAP]', en: '[FOLDER]' },
  most: 1,
  about: { nl: `Zonder MAP: ${defaultRegion}.`, en: `Without FOLDER: ${defaultRegion}.` },
  options,
  examples: ['backtest my-region --futures 100'],
  run: async (given, world) => (await import('./backtest.ts')).runBackTest(given, world),
});
