import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const assess = defineCommand({
  name: 'assess',
  summary: { nl: 'stand van elke doelstelling en ambitie', en: 'standing of every target and ambition' },
  most: 0,
  options,
  examples: [
    'assess',
    'assess --scenario agenda --futures 200 --seed 3 --json',
    'assess --csv --out standing.csv',
  ],
  run: async (given, world) => (await import('./assess.ts')).runAssess(given, world),
});
