import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, type Surroundings } from '../src/run.ts';

/** The synthetic region of the tests; nothing in it is true of any place. */
export const syntheticRegion = fileURLToPath(new URL('./region', import.meta.url));
export const mainFile = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** A copy of the synthetic region in a folder of its own, to break. */
export class Copy {
  readonly cwd = mkdtempSync(join(tmpdir(), 'schaalsprong-cli-'));
  constructor() {
    cpSync(syntheticRegion, join(this.cwd, 'region'), { recursive: true });
    rmSync(join(this.cwd, 'region/README.md'));
  }

  /** Replaces a text that must be there, so that a test cannot pass because its break missed. */
  replace(file: string, from: string, to: string): this {
    const path = join(this.cwd, 'region', file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
    return this;
  }

  /** A file more. */
  add(file: string, text: string): this {
    const path = join(this.cwd, 'region', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return this;
  }

  /** A file as it is. */
  read(file: string): string {
    return readFileSync(join(this.cwd, 'region', file), 'utf8');
  }

  /** The line, from 1, on which a text first stands. */
  line(file: string, text: string): number {
    const at = readFileSync(join(this.cwd, 'region', file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text));
    if (at < 0) throw new Error(`${file} does not hold ${text}`);
    return at + 1;
  }

  remove(): void {
    rmSync(this.cwd, { recursive: true, force: true });
  }
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, in a world made for it. */
export async function runHere(argv: readonly string[], world: Partial<Surroundings> = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    env: {},
    cwd: process.cwd(),
    version: '0.0.0-test',
    home: '/nowhere',
    width: 160,
    watched: false,
    signal: new AbortController().signal,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...world,
  });
  return { code, out, err };
}
