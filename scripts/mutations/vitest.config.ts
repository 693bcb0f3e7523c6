import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { mutants } from './mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mutant = process.env.MUTANT === undefined ? undefined : mutants[Number(process.env.MUTANT)];

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform(code, id) {
        if (mutant === undefined || !id.endsWith(`/${mutant.file}`)) return null;
        if (code.split(mutant.from).length !== 2)
          throw new Error(`not once in ${mutant.file}: ${mutant.from}`);
        return code.replace(mutant.from, () => mutant.to);
      },
    },
  ],
  test: {
    include: ['packages/monitor/src/{figure,status}.test.ts'],
    setupFiles: ['scripts/test-setup.ts'],
    environment: 'node',
    maxWorkers: 1,
    isolate: false,
    bail: 1,
  },
});
