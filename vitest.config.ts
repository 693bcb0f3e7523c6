import { defineConfig } from 'vitest/config';

/** Tests of pure code: nothing of the process (folders, threads, signals, stubbed globals) outlives a file. */
const pure = ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.{ts,tsx}'];
/** Of those, what starts threads or child processes, or stubs a global. */
const ofProcess = [
  'packages/store/src/**',
  '**/src/node/**',
  '**/src/pool/**',
  'packages/model/src/kernel/face.test.ts',
  'apps/web/src/audit/auditor.test.ts',
  'apps/web/src/table/table.test.ts',
];
const never = ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    pool: 'forks',
    // Machines that test have few cores; one of two idle is half the time lost.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure,
          exclude: [...never, ...ofProcess],
          // One process and one set of modules for many files: a third of the time was starting and importing.
          isolate: false,
          setupFiles: ['scripts/test-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: [
            'apps/{cli,server}/src/**/*.test.ts',
            'regions/*/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
            ...ofProcess.map((path) => (path.endsWith('**') ? `${path}/*.test.ts` : path)),
          ],
          exclude: never,
          setupFiles: ['scripts/test-setup.ts'],
        },
      },
    ],
  },
});
