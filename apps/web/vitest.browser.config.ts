import { defineConfig } from 'vitest/config';

/** Tests in a real browser against the real server: `npm run test:browser`. One file at a time; they share two cores. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['test/**/*.browser.test.ts'],
    environment: 'node',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    pool: 'forks',
  },
});
