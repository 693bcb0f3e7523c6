import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { compareTexts, Unreachable } from '@schaalsprong/words';
import { z } from 'zod';

const PackageFile = z.object({ dependencies: z.record(z.string(), z.string()).optional() });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Cache size per kind: the current content and code, and the last few changes. */
const kept = 4;

/**
 * On-disk cache of computed results, keyed by all inputs. Writes are atomic; a corrupt file is a cache miss.
 */
export class Cache {
  readonly #dir: string;
  readonly #kind: string;

  /**
   * @param dir the folder
   * @param kind namespace of the file names
   */
  constructor(dir: string, kind: 'stand' | 'voorspelkracht' = 'stand') {
    this.#dir = dir;
    this.#kind = kind;
  }

  #path(key: string): string {
    return join(this.#dir, `${this.#kind}-${key}.json`);
  }

  #isOurs(name: string): boolean {
    return (
      name.startsWith(`${this.#kind}-`) && /^[0-9a-f]{64}\.json$/.test(name.slice(this.#kind.length + 1))
    );
  }

  /**
   * Looks up a key.
   *
   * @returns the value; undefined on a miss, which a failed checksum is too
   */
  get(key: string): unknown {
    try {
      const file = readFileSync(this.#path(key), 'utf8');
      const cut = file.indexOf('\n');
      const text = file.slice(cut + 1);
      return file.slice(0, cut) === sha256(text) ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Stores a value and evicts the oldest ones.
   *
   * @throws the error of the file system
   */
  put(key: string, value: unknown): void {
    mkdirSync(this.#dir, { recursive: true });
    const text = JSON.stringify(value);
    const draft = join(this.#dir, `.draft-${randomUUID()}`);
    try {
      writeFileSync(draft, `${sha256(text)}\n${text}`, { flush: true });
      renameSync(draft, this.#path(key));
    } finally {
      rmSync(draft, { force: true });
    }
    const oldest = readdirSync(this.#dir)
      .filter((name) => this.#isOurs(name))
      .map((name) => ({ path: join(this.#dir, name), time: statSync(join(this.#dir, name)).mtimeMs }))
      .sort((a, b) => b.time - a.time)
      .slice(kept);
    for (const { path } of oldest) rmSync(path, { force: true });
  }
}

/** Cache key over all inputs of a result, independent of the order of the fields. */
export function cacheKey(parts: Readonly<Record<string, string | number>>): string {
  return sha256(JSON.stringify(Object.entries(parts).sort(([a], [b]) => compareTexts(a, b))));
}

/** Folder of the sources of a package of the project, and the packages of the project that it depends on. */
function packageOf(name: string): { readonly dir: string; readonly needs: readonly string[] } {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Unreachable(`no package ${name}`);
  const { dependencies = {} } = PackageFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const dir = join(dirname(file), 'src');
  return { dir, needs: Object.keys(dependencies).filter((need) => need.startsWith('@schaalsprong/')) };
}

/** The packages whose code decides what the futures say: the one that asks, and all that it is built on. */
export function computingPackages(): readonly string[] {
  const found = new Set(['@schaalsprong/futures']);
  for (const name of found) for (const need of packageOf(name).needs) found.add(need);
  return [...found].sort(compareTexts);
}

/**
 * Cache-busting version of the computing code: a hash over the sources of the packages, and the version of Node, since V8 may
 * round `Math.exp` differently. A manual version number would be forgotten, and so would a list of packages.
 */
export function codeVersion(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of computingPackages()) {
    const { dir } = packageOf(name);
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .sort();
    for (const file of files) hash.update(file).update(readFileSync(join(dir, file)));
  }
  return hash.digest('hex');
}
