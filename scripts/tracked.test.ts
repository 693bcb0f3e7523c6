import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globTracked, strayFiles, trackedFiles } from './tracked.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'schaalsprong-tracked-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const write = (path: string, text: string): void => writeFileSync(join(dir, path), text);
const run = (script: string): { status: number | null; told: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script)], {
    cwd: dir,
    encoding: 'utf8',
  });
  return { status, told: stdout + stderr };
};

/** A checkout with one file that is right, in which others are left. */
beforeAll(() => {
  mkdirSync(join(dir, 'src'));
  write('.gitignore', 'node_modules\n');
  write('src/right.ts', 'export const right: number = 1;\n');
  write('tsconfig.json', '{ "compilerOptions": { "noEmit": true, "types": [], "lib": ["ES5"] } }\n');
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
});

describe('outside a repository', () => {
  it('every file counts', () => {
    expect(trackedFiles(dir)).toBeNull();
    expect(strayFiles(dir)).toEqual([]);
    expect(globTracked(['src/*.ts'], dir)).toEqual(['src/right.ts']);
  });
});

describe('a file that somebody left in the checkout', () => {
  beforeAll(() => {
    execFileSync('git', ['init', '--quiet', dir]);
    execFileSync('git', ['add', '.'], { cwd: dir });
    write('a.json', '{"not":    "formatted"}');
    write('src/stray.ts', 'export var wrong: number = "text"\n');
  });

  it('is listed apart, and is in no list of ours', () => {
    expect(trackedFiles(dir)).toEqual(['.gitignore', 'src/right.ts', 'tsconfig.json']);
    expect(strayFiles(dir)).toEqual(['a.json', 'src/stray.ts']);
    expect(globTracked(['src/*.ts'], dir)).toEqual(['src/right.ts']);
  });

  it.each(['lint.ts', 'types.ts'])('is named by %s and turns nothing red, until it is staged', (script) => {
    execFileSync('git', ['rm', '--cached', '--quiet', '--ignore-unmatch', 'src/stray.ts'], { cwd: dir });
    expect(run(script)).toMatchObject({ status: 0, told: expect.stringContaining('src/stray.ts') });
    execFileSync('git', ['add', 'src/stray.ts'], { cwd: dir });
    expect(run(script)).toMatchObject({ status: 1, told: expect.stringContaining('src/stray.ts') });
  });
});
