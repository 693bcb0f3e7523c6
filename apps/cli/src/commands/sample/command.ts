import { defineCommand } from '../../command/command.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { options } from './options.ts';

export const sample = defineCommand({
  name: 'sample',
  summary: { nl: 'trek toekomsten volgens een plan', en: 'draw futures after a design' },
  words: { nl: 'METHODE [REGIO|BESTAND]', en: 'METHOD [REGION|FILE]' },
  most: 2,
  about: {
    nl: `METHODE is latin-hypercube, sobol, halton, monte-carlo, full-factorial, fractional-factorial, morris of saltelli. BESTAND heeft bereiken en verdelingen als bij simulate --uncertain (standaard de onzekerheden van ${defaultRegion}).`,
    en: `METHOD is latin-hypercube, sobol, halton, monte-carlo, full-factorial, fractional-factorial, morris or saltelli. FILE has ranges and distributions as with simulate --uncertain (default the uncertainties of ${defaultRegion}).`,
  },
  options,
  examples: [
    'sample latin-hypercube my-region --n 1000 --seed 7 --out futures.csv',
    'sample sobol --dimensions 3 --n 64',
  ],
  run: async (given, world) => (await import('./sample.ts')).runSample(given, world),
});
