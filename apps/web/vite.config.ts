import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { downloadPatterns, downloads, offlinePaths, pathOf, routes } from '@schaalsprong/wire';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const brotli = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const compressible = /\.(js|css|html|svg|json|txt)$/;

/** Bytes above which the best compression costs whoever starts the product for the first time more seconds than it saves. */
const mostBest = 300_000;

/** Writes `.br` and `.gz` beside every text file of the build, so that the server never compresses while people wait. */
function precompress(): Plugin {
  let outDir = 'dist';
  return {
    name: 'schaalsprong-precompress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = await readdir(outDir, { recursive: true });
      // All at once: the threads that compress take one file each.
      await Promise.all(
        names
          .filter((n) => compressible.test(n))
          .map(async (name) => {
            const bytes = await readFile(join(outDir, name));
            const params = {
              [constants.BROTLI_PARAM_QUALITY]: bytes.length > mostBest ? 9 : 11,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            };
            await writeFile(join(outDir, `${name}.br`), await brotli(bytes, { params }));
            await writeFile(join(outDir, `${name}.gz`), await gzipAsync(bytes, { level: 9 }));
          }),
      );
    },
  };
}

/** Files above this many bytes are not kept for use without a network: they read documents, which few people do. */
const mostKept = 500_000;

/** What the pages that open without a network ask of the server. */
const offlineAnswers = [
  ...[routes.agenda, routes.sources, routes.standing, downloads.model].map(({ path }) => path),
  ...(['nl', 'en'] as const).map((lang) => pathOf(routes.search, { lang }, {})),
];

/**
 * Writes the service worker with the names of the files that it keeps. Its own bytes change with every build, by which a
 * browser knows that there is another.
 */
function offline(): Plugin {
  let outDir = 'dist';
  return {
    name: 'schaalsprong-offline',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      const names = (await readdir(join(outDir, 'assets'))).filter((name) => /\.(js|css)$/.test(name)).sort();
      const sizes = await Promise.all(
        names.map(async (name) => (await stat(join(outDir, 'assets', name))).size),
      );
      const kept = names.filter((_, i) => (sizes[i] ?? 0) <= mostKept).map((name) => `/assets/${name}`);
      const files = [...kept, '/mark.svg'];
      const index = await readFile(join(outDir, 'index.html'), 'utf8');
      const build = createHash('sha256').update(index).update(files.join('\n')).digest('hex').slice(0, 12);
      const source = await readFile(join(import.meta.dirname, 'src/offline/service-worker.js'), 'utf8');
      const made = source
        .replace("['FILES']", JSON.stringify(files))
        .replace("['SHELLS']", JSON.stringify(offlinePaths))
        .replace("['ANSWERS']", JSON.stringify(offlineAnswers))
        .replace('BUILD', build);
      await writeFile(join(outDir, 'sw.js'), made);
    },
  };
}

/** Where the router's package points to: with warnings, and at twice the size. */
const developed = /\/dist\/development\/[^/]+$/;

/** Parts of libraries that write to what they export, by which a bundler keeps all of it: components and router. */
const keepingThemselves = /\/node_modules\/(@utrecht|react-router)\//;

/**
 * A display name on a component, and a component made by a call, keep each of them in the bundle, used or not. Without the names, and with
 * the calls marked as free of side effects, the bundler drops the eighty components and the half of the router that no page uses.
 */
function dropUnused(): Plugin {
  return {
    name: 'schaalsprong-drop-unused',
    apply: 'build',
    // Not the half for development, which its package names for every bundler.
    resolveId: (id) =>
      id === 'react-router'
        ? createRequire(import.meta.url)
            .resolve('react-router')
            .replace(developed, '/dist/production/index.mjs')
        : null,
    transform(code, id) {
      if (!keepingThemselves.test(id)) return null;
      return {
        code: code
          .replaceAll(/^\w+(\$\d+)?\.displayName = .*;$/gm, '')
          .replaceAll(/^((?:var|const) \w+ = )(?=React\d*\.\w+\()/gm, '$1/* @__PURE__ */ '),
        map: null,
      };
    },
  };
}

/**
 * A module that two scripts share stands in one of them with all that either uses. So the whole of zod, which only what is loaded on demand
 * imports, is bundled apart from the part of it that every page parses answers with (`zod/mini`).
 */
function wholeZodApart(): Plugin {
  const mark = '?whole';
  return {
    name: 'schaalsprong-whole-zod-apart',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source !== 'zod' && importer?.endsWith(mark) !== true) return null;
      const found = await this.resolve(source, importer?.replace(mark, ''), { ...options, skipSelf: true });
      return found === null ? null : { ...found, id: `${found.id}${mark}` };
    },
  };
}

/** The texts of the description of the API are for the server: no page shows them, and every page would carry them. */
function dropDescriptions(): Plugin {
  return {
    name: 'schaalsprong-drop-descriptions',
    apply: 'build',
    load: (id) =>
      /\/wire\/src\/rooms\/[^/]+\/description\.ts$/.test(id)
        ? 'export const description = { tags: [], routes: {} };'
        : null,
  };
}

// A test runner says `test`, and React would then come with its development half.
const production = { 'process.env.NODE_ENV': JSON.stringify('production') };

export default defineConfig(({ command }) => ({
  define: command === 'build' ? production : {},
  root: import.meta.dirname,
  plugins: [react(), dropUnused(), wholeZodApart(), dropDescriptions(), offline(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined files would be data: addresses, which the Content-Security-Policy allows for images only.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // The worker that reads documents loads the reader of a format only when a file needs it.
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(['/v1', ...downloadPatterns].map((path) => [path, 'http://127.0.0.1:8080'])),
  },
}));
