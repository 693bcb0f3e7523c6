import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const simulate = defineCommand({
  name: 'simulate',
  summary: {
    nl: 'reken een model door, in een of veel toekomsten',
    en: 'run a model, in one or many futures',
  },
  words: 'MODEL',
  most: 1,
  about: {
    nl: 'MODEL is een bestand (.mdl, .xmile, .stmx), een regiomap of de naam van een regio.',
    en: 'MODEL is a file (.mdl, .xmile, .stmx), a region folder or the name of a region.',
  },
  options,
  examples: [
    "simulate teacup.mdl --set 'room temperature=65' --json",
    'simulate teacup.mdl --uncertain ranges.csv --futures 10000 --out futures.parquet',
    'simulate my-region --futures 1000',
    'simulate --from kept --out kept.csv',
  ],
  run: async (given, world) => (await import('./run-simulate.ts')).runSimulate(given, world),
});
