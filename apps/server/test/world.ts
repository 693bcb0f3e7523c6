import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { createServer, type Server, type ServerSettings } from '../src/index.ts';

/** The synthetic region of the tests; nothing in it is true of any place. */
export const syntheticRegion = fileURLToPath(new URL('../../cli/test/region', import.meta.url));

/** A folder of its own with a built web app of three files, made up. */
export class Place {
  readonly dir = mkdtempSync(join(tmpdir(), 'schaalsprong-server-'));
  readonly webDir = join(this.dir, 'dist');
  readonly cacheDir = join(this.dir, 'cache');
  constructor() {
    mkdirSync(join(this.webDir, 'assets'), { recursive: true });
    writeFileSync(
      join(this.webDir, 'index.html'),
      '<!doctype html><html lang="nl"><head><title>Schaalsprong</title></head></html>',
    );
    const script = 'console.log("hello");\n'.repeat(200);
    writeFileSync(join(this.webDir, 'assets/index-abc123.js'), script);
    writeFileSync(join(this.webDir, 'assets/index-abc123.js.br'), brotliCompressSync(script));
    writeFileSync(join(this.webDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  }

  server(settings: Partial<ServerSettings> = {}): Promise<Server> {
    return createServer({
      regionDir: syntheticRegion,
      webDir: this.webDir,
      cacheDir: this.cacheDir,
      threads: 1,
      ...settings,
    });
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
