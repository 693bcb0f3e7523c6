/** Prints the ten slowest files of the last `npm test` and keeps the time of the whole: `node scripts/slowest.ts SECONDS`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FileResult, slowest } from './testing/results.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const ran = ['unit', 'browser']
  .map((suite) => join(root, '.tests', `${suite}.json`))
  .filter((path) => existsSync(path))
  .flatMap((path) => z.array(FileResult).parse(JSON.parse(readFileSync(path, 'utf8'))));
console.log('the ten slowest test files, in seconds of their tests:');
for (const { path, seconds } of slowest(ran)) console.log(`${seconds.toFixed(1).padStart(7)}  ${path}`);
const seconds = Number(process.argv[2]);
if (seconds > 0) {
  const files = slowest(ran).map((one) => ({ path: one.path, seconds: one.seconds }));
  writeFileSync(join(root, '.ci-time.json'), `${JSON.stringify({ seconds, slowest: files }, null, 2)}\n`);
}
