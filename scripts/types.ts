/**
 * The compiler over everything in the checkout, where errors in a file that git does not track are told and do not count: nobody
 * else has that file.
 *
 *   npm run types -- [OPTIONS OF TSC]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strayFiles } from './tracked.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const checkout = process.cwd();
const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
const { status, stdout } = spawnSync(
  process.execPath,
  [tsc, '-p', '.', '--pretty', 'false', ...process.argv.slice(2)],
  { cwd: checkout, encoding: 'utf8', stdio: ['inherit', 'pipe', 'inherit'], maxBuffer: 1 << 28 },
);
process.stdout.write(stdout);
const stray = new Set(strayFiles(checkout));
/** Files that the compiler names; a line that is indented goes on with the error above it. */
const named = stdout.split('\n').flatMap((line) => /^(\S.*?)\(\d+,\d+\): error /.exec(line)?.[1] ?? []);
const isOnlyStray = named.length > 0 && named.every((path) => stray.has(path.replaceAll('\\', '/')));
// An error without a file is one of the configuration.
const isGlobal = /^error /m.test(stdout);
if (isOnlyStray && !isGlobal) console.error('the errors are in files that git does not track (git add)');
process.exitCode = status === 0 || (isOnlyStray && !isGlobal) ? 0 : 1;
