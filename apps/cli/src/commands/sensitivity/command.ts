import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const sensitivity = defineCommand({
  name: 'sensitivity',
  summary: { nl: 'welke invoer een uitkomst stuurt', en: 'which input drives an outcome' },
  words: { nl: 'METHODE [RUNS]', en: 'METHOD [RUNS]' },
  most: 2,
  about: {
    nl: 'METHODE is sobol, morris, dgsm, delta, pawn, rbd-fast, features, f-test, regional of ff. RUNS is een bestand met runs (.csv, .parquet, .tar.gz), een regiomap of een model; of geef --function of --model.',
    en: 'METHOD is sobol, morris, dgsm, delta, pawn, rbd-fast, features, f-test, regional or ff. RUNS is a file of runs (.csv, .parquet, .tar.gz), a region folder or a model; or give --function or --model.',
  },
  options,
  examples: [
    'sensitivity pawn my-region --outcome homes-2030 --n 500 --top 5',
    'sensitivity sobol --function ishigami',
    'sensitivity delta runs.csv --outcome homes',
  ],
  run: async (given, world) => (await import('./sensitivity.ts')).runSensitivity(given, world),
});
