/**
 * Biome over the files that git tracks or has staged: `assess --json > a.json` in the checkout is no fault of the product. Names
 * files of ours that are not checked since they are not staged. Outside a repository everything is checked.
 *
 *   npm run lint -- [OPTIONS OF BIOME]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strayFiles, trackedFiles } from './tracked.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const checkout = process.cwd();
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
/** What Biome reads; of anything else it would say that it does not know it. */
const known = /\.([cm]?[jt]sx?|jsonc?|css|html)$/;
/** Files per call. Windows takes no command line of more than 32,767 characters; elsewhere one call is twice as fast. */
const perCall = process.platform === 'win32' ? 400 : Number.POSITIVE_INFINITY;

const files = trackedFiles(checkout)?.filter((path) => known.test(path)) ?? ['.'];
let failed = 0;
for (let from = 0; from < files.length; from += perCall) {
  const { status } = spawnSync(
    process.execPath,
    [biome, 'check', '--error-on-warnings', ...process.argv.slice(2), ...files.slice(from, from + perCall)],
    { cwd: checkout, stdio: 'inherit' },
  );
  failed ||= status ?? 1;
}
const stray = strayFiles(checkout).filter((path) => known.test(path));
if (stray.length > 0) {
  console.error(`not checked, since git does not track it (git add): ${stray.slice(0, 10).join(', ')}`);
}
process.exitCode = failed;
