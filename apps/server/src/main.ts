import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, stopOnSignal } from './serve.ts';

// Runs the server on the last build of the web app; `npm start` builds first.
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const server = await serve(
  {
    regionDir: process.env.SCHAALSPRONG_REGION || join(root, 'regions/brainport'),
    webDir: join(root, 'apps/web/dist'),
    cacheDir: join(root, '.cache'),
    dataDir: join(root, '.data'),
  },
  { env: process.env, out: console.log, err: console.error },
);
if (typeof server === 'number') process.exitCode = server;
else stopOnSignal(server);
