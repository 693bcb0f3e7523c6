import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareTexts } from '@schaalsprong/agenda';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Answers of one kind kept beside each other: of the content and code of now, and of the last few changes. */
const kept = 4;

/**
 * A folder of computed answers, by everything that they were computed from. A file is written whole or not at all, and
 * one that is broken, for whatever reason, counts as absent: an answer can always be computed again.
 */
export class Cache {
  readonly #dir: string;
  readonly #kind: string;

  /**
   * @param dir the folder
   * @param kind of the answers: each kind has files of its own
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
      .filter((name) => this.#isOurs(name))
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
  for (const name of [
    '@schaalsprong/agenda',
    '@schaalsprong/futures',
    '@schaalsprong/model',
    '@schaalsprong/monitor',
  ]) {
    const dir = dirname(fileURLToPath(import.meta.resolve(name)));
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .sort();
    for (const file of files) hash.update(file).update(readFileSync(join(dir, file)));
  }
  return hash.digest('hex');
}
