import { z } from 'zod';

/** Of Vitest's JSON report, what is used here. */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), duration: z.number().nullish() }),
      ),
    }),
  ),
});

export const FileResult = z.strictObject({
  path: z.string(),
  seconds: z.number(),
  passed: z.number(),
  failed: z.number(),
  unfinished: z.number().describe('tests that ran or waited when the process of the file ended'),
  broken: z.boolean().describe('the file itself failed, e.g. at an import'),
});
export type FileResult = z.infer<typeof FileResult>;

export function fileResults(report: unknown): FileResult[] {
  return Report.parse(report).testResults.map(({ name, status, assertionResults }) => {
    const count = (wanted: string): number => assertionResults.filter((one) => one.status === wanted).length;
    return {
      path: name,
      seconds: assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000,
      passed: count('passed'),
      failed: count('failed'),
      unfinished: count('pending'),
      broken: status === 'failed' && count('failed') === 0,
    };
  });
}

/**
 * Files to run once more after the runner lost a process: those of which a test did not end, and those of which nothing is
 * known. Empty where a test or file failed: a red test is red, whatever else happened.
 *
 * @param expected every file that the run should have had
 */
export function lostFiles(results: readonly FileResult[], expected: readonly string[]): string[] {
  if (results.some(({ failed, broken }) => failed > 0 || broken)) return [];
  const ended = new Set(
    results.filter(({ unfinished, passed }) => unfinished === 0 && passed > 0).map(({ path }) => path),
  );
  return expected.filter((path) => !ended.has(path));
}

/** The slowest first, at most `most`. */
export const slowest = (results: readonly FileResult[], most = 10): FileResult[] =>
  [...results].sort((a, b) => b.seconds - a.seconds).slice(0, most);
