import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { tagOf } from '../http/body.ts';
import type { Encoding } from '../http/negotiate.ts';

/** A static file with its precompressed variants. */
export interface Asset {
  readonly type: string;
  readonly tag: string;
  readonly bytes: Buffer;
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>;
  /** Whether the file name holds a content hash, so that it can be cached forever. */
  readonly immutable: boolean;
}

/** The built web app, in memory: no request ever reaches the disk. */
export interface Assets {
  readonly files: ReadonlyMap<string, Asset>;
  /** index.html as it was built. */
  readonly html: string;
}

/** Media type of a page. */
export const htmlType = 'text/html; charset=utf-8';
const types: Readonly<Record<string, string>> = {
  '.html': htmlType,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Reads the built web app.
 *
 * @param dir folder that `vite build` wrote
 * @returns null where there is no index.html: the app has not been built
 */
export function readAssets(dir: string): Assets | null {
  let paths: readonly string[];
  try {
    paths = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch {
    return null;
  }
  const present = new Set(paths);
  if (!present.has('index.html')) return null;

  const files = new Map<string, Asset>();
  for (const path of paths) {
    const type = types[extname(path)];
    // Precompressed variants and source maps are not served under their own path.
    if (type === undefined || path === 'index.html') continue;
    const bytes = readFileSync(join(dir, path));
    files.set(`/${path}`, {
      type,
      bytes,
      tag: tagOf(bytes),
      encoded: {
        ...(present.has(`${path}.br`) ? { br: readFileSync(join(dir, `${path}.br`)) } : {}),
        ...(present.has(`${path}.gz`) ? { gzip: readFileSync(join(dir, `${path}.gz`)) } : {}),
      },
      immutable: path.startsWith('assets/'),
    });
  }

  return { files, html: readFileSync(join(dir, 'index.html'), 'utf8') };
}
