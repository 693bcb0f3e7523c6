/**
 * Runs the tests and keeps what each file took in `.tests/` (for `.ci/run` and `npm run budgets`).
 *
 *   node scripts/test.ts unit|browser [OPTIONS OF VITEST]
 *
 * Where the runner loses one of its processes ("Worker exited unexpectedly") and no test failed, the files of that process run
 * once more, alone: a process that dies of the runner or the machine says nothing of the product. Said aloud, never silently;
 * a test that fails is never repeated.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { shareCompileCache } from './testing/compile-cache.ts';
import { type FileResult, fileResults, lostFiles } from './testing/results.ts';

shareCompileCache();
const root = fileURLToPath(new URL('..', import.meta.url));
const [suite, ...options] = process.argv.slice(2);
if (suite !== 'unit' && suite !== 'browser') {
  console.error('node scripts/test.ts unit|browser [OPTIONS OF VITEST]');
  process.exit(2);
}
const config = suite === 'unit' ? 'vitest.config.ts' : 'apps/web/vitest.browser.config.ts';
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const folder = join(root, '.tests');
mkdirSync(folder, { recursive: true });

interface Ran {
  readonly status: number;
  readonly results: readonly FileResult[];
}

function run(more: readonly string[]): Ran {
  const report = join(folder, `${suite}.report.json`);
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...more,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const results = existsSync(report) ? fileResults(JSON.parse(readFileSync(report, 'utf8'))) : [];
  rmSync(report, { force: true });
  return { status: status ?? 1, results };
}

/** Paths of the files that a run should have had. */
function expected(): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [vitest, 'list', '--filesOnly', '--json', '--config', config, ...options],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const start = stdout.indexOf('[');
  const files: unknown = start === -1 ? [] : JSON.parse(stdout.slice(start));
  return z
    .array(z.object({ file: z.string() }))
    .parse(files)
    .map(({ file }) => resolve(root, file));
}

const first = run(options);
let { status, results } = first;
if (status !== 0 && results.length > 0) {
  const lost = lostFiles(results, expected());
  if (lost.length > 0) {
    const names = lost.map((path) => relative(root, path));
    console.error(`\nThe test runner lost a process; once more, alone: ${names.join(', ')}\n`);
    const second = run([...names, '--maxWorkers=1', '--isolate']);
    status = second.status;
    results = [...results.filter(({ path }) => !lost.includes(path)), ...second.results];
  }
}
writeFileSync(
  join(folder, `${suite}.json`),
  JSON.stringify(results.map((one) => ({ ...one, path: relative(root, one.path) }))),
);
process.exitCode = status;
