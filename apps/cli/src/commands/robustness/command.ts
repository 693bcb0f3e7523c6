import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const robustness = defineCommand({
  name: 'robustness',
  summary: { nl: 'hoe beleid standhoudt over vele toekomsten', en: 'how policies hold over many futures' },
  words: 'MATRIX.csv',
  most: 1,
  about: {
    nl: 'MATRIX.csv heeft een rij per beleid en een kolom per toekomst, of kolommen policy, future, value (en objective).',
    en: 'MATRIX.csv has a row per policy and a column per future, or columns policy, future, value (and objective).',
  },
  options,
  examples: ["robustness matrix.csv --metric laplace --weigh 'delay>3:2' --uncertainties inputs.csv"],
  run: async (given, world) => (await import('./robustness.ts')).runRobustness(given, world),
});
