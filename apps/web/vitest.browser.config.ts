import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { shareCompileCache } from '../../scripts/testing/compile-cache.ts';

shareCompileCache();

/** The files that take longest, longest first: begun last, they would run alone while the other worker is idle. */
const longest = ['pages', 'table', 'conflicts', 'model', 'monitor', 'table-engine'];

const rank = ({ moduleId }: TestSpecification): number => {
  const found = longest.findIndex((name) => moduleId.endsWith(`/${name}.browser.test.ts`));
  return found === -1 ? longest.length : found;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

/**
 * Tests in a real browser against the real server: `npm run test:browser`. One build and one server for the run; two files at a
 * time, each with pages of its own. Bounds are generous: they are there for what hangs, not for what is slow on a busy machine.
 */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['test/**/*.browser.test.ts'],
    environment: 'node',
    globalSetup: 'test/harness/run.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // The files of a worker share its browser and what they import; each visit is a browser context of its own.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
