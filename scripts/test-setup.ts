import fc from 'fast-check';
import { afterAll, vi } from 'vitest';

/**
 * Property tests draw the same examples in every run, so that a red run is one that the change made. New examples:
 * `FC_SEED=random npm run test:unit` (or a number, to repeat a run); a failure prints its seed and path.
 */
const asked = process.env.FC_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 20261202 : Number(asked) });

// Files share processes: what one replaced is back before the next is read.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
