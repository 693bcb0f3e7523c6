import { defineConfig } from 'vitest/config';
import { shareCompileCache } from './scripts/testing/compile-cache.ts';

shareCompileCache();

/** Tests of pure code: nothing of the process (folders, threads, signals) outlives a file. */
const pure = ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.{ts,tsx}'];
/** Of those, what starts threads or child processes. */
const ofProcess = ['packages/store/src/**', '**/src/node/**', '**/src/pool/**'];
/** What replaces a module, a global or the clock: no other file may see that. */
const replacing = [
  'apps/cli/src/commands/ingest/ingest.test.ts',
  'apps/web/src/conflicts/auditor.test.ts',
  'apps/web/src/table/table.test.ts',
  'packages/model/src/run/face.test.ts',
];
const never = ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'];

/** Common to all: files of a project share processes and modules unless they are `isolated`. A third of the time was starting and importing. */
const project = (name: string, include: string[], exclude: string[], isolate = false) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude: [...never, ...exclude],
    isolate,
    setupFiles: ['scripts/test-setup.ts'],
  },
});

export default defineConfig({
  test: {
    environment: 'node',
    // Bounds are there for what hangs, not for what is slow on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // Of `npm run coverage`; what no test imports counts as not covered.
    coverage: {
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: ['text-summary'],
      // Laws on time turn red under the counters; what was covered is known all the same.
      reportOnFailure: true,
    },
    // Machines that test have few cores; one of two idle is half the time lost.
    maxWorkers: '100%',
    projects: [
      project('pure', pure, [...ofProcess, ...replacing]),
      project(
        'process',
        [
          'apps/{cli,server}/src/**/*.test.ts',
          'regions/*/*.test.ts',
          'scripts/**/*.test.ts',
          'bench/**/*.test.ts',
          ...ofProcess.map((path) => `${path}/*.test.ts`),
        ],
        replacing,
      ),
      project('replacing', replacing, [], true),
    ],
  },
});
