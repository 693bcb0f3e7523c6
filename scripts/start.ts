import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, stopOnSignal } from '../apps/server/src/serve.ts';

/**
 * `npm start`: builds the web app where that is needed, and serves it. Asks nothing of the network.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'apps/web');
const dist = join(web, 'dist');

/** The newest change under a path, in milliseconds; 0 where there is nothing. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
      .map(({ name }) => newest(join(path, name))),
  );
}

/** What the built web app is made of. */
const sources = [
  join(web, 'src'),
  join(web, 'public'),
  join(web, 'index.html'),
  join(web, 'vite.config.ts'),
  join(web, 'package.json'),
  ...globSync('packages/*/src', { cwd: root }).map((path) => join(root, path)),
  join(root, 'package-lock.json'),
];

async function buildWhereNeeded(): Promise<void> {
  const built = newest(join(dist, 'index.html'));
  if (built > Math.max(...sources.map(newest))) return;
  console.log(
    built === 0
      ? 'De webapp wordt gebouwd (eenmalig) / Building the web app (once) ...'
      : 'De webapp is gewijzigd en wordt opnieuw gebouwd / The web app has changed and is built again ...',
  );
  const begin = performance.now();
  // In a process of its own, since a bundler keeps some 700 MB that the server would hold as long as it runs.
  const bundler = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
  const child = spawn(process.execPath, [bundler, 'build', '--logLevel', 'warn'], {
    cwd: web,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`vite: ${code}`);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`Gebouwd / Built: apps/web/dist (${seconds} s)`);
}

try {
  await buildWhereNeeded();
} catch (error) {
  console.error('De webapp kon niet worden gebouwd / The web app could not be built:');
  console.error(error instanceof Error ? error.message : error);
  process.exit(70);
}
const server = await serve(
  {
    regionDir: process.env.SCHAALSPRONG_REGION || join(root, 'regions/brainport'),
    webDir: dist,
    cacheDir: join(root, '.cache'),
    dataDir: join(root, '.data'),
  },
  { env: process.env, out: console.log, err: console.error },
);
if (typeof server === 'number') process.exit(server);
stopOnSignal(server);
