import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareTexts } from '@schaalsprong/agenda';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Standings kept beside each other: of the content and code of now, and of the last few changes. */
const kept = 4;
const isOurs = (name: string): boolean => /^stand-[0-9a-f]{64}\.json$/.test(name);

/**
 * A folder of computed answers, by everything that they were computed from. A file is written whole or not at all, and
 * one that is broken, for whatever reason, counts as absent: an answer can always be computed again.
 */
export class Cache {
  readonly #dir: string;
  constructor(dir: string) {
    this.#dir = dir;
  }

  #path(key: string): string {
    return join(this.#dir, `stand-${key}.json`);
  }

  /**
   * The answer kept under a key.
   *
   * @returns the value as it was put; undefined where there is none or it is not what was written
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
   * Keeps an answer, and lets go of the oldest ones.
   *
   * @throws the error of the file system where nothing can be kept
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
      .filter(isOurs)
      .map((name) => ({ path: join(this.#dir, name), time: statSync(join(this.#dir, name)).mtimeMs }))
      .sort((a, b) => b.time - a.time)
      .slice(kept);
    for (const { path } of oldest) rmSync(path, { force: true });
  }
}

/** One key from everything that an answer depends on; the order of the fields does not count. */
export function cacheKey(parts: Readonly<Record<string, string | number>>): string {
  return sha256(JSON.stringify(Object.entries(parts).sort(([a], [b]) => compareTexts(a, b))));
}

/**
 * What the computing code is: a hash over the sources of the packages that compute, and the version of Node, since
 * another one may round `Math.exp` otherwise. A version number would let an answer of yesterday's code live on.
 */
export function codeVersion(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of ['@schaalsprong/agenda', '@schaalsprong/futures', '@schaalsprong/model']) {
    const dir = dirname(fileURLToPath(import.meta.resolve(name)));
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .sort();
    for (const file of files) hash.update(file).update(readFileSync(join(dir, file)));
  }
  return hash.digest('hex');
}
