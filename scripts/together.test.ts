import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'schaalsprong-together-'));
const script = join(import.meta.dirname, 'together.ts');
/** A script that says something, waits for another of its kind, and says something more. */
const meeting = (own: string, other: string, code: number) =>
  `console.log('${own} 1');const fs=require('fs');fs.writeFileSync('${own}','');const t=setInterval(()=>{if(!fs.existsSync('${other}'))return;clearInterval(t);console.log('${own} 2');process.exitCode=${code};},10)`;

beforeAll(() => {
  writeFileSync(join(folder, 'a.cjs'), meeting('a', 'b', 0));
  writeFileSync(join(folder, 'b.cjs'), meeting('b', 'a', 3));
  const scripts = { a: 'node a.cjs', b: 'node b.cjs' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const together = (...names: string[]) =>
  spawnSync(process.execPath, [script, ...names], { cwd: folder, encoding: 'utf8' });

describe('scripts that run together', () => {
  it('run at the same time, tell of each in one piece, and fail where one does', () => {
    const { status, stdout, stderr } = together('a', 'b');
    expect(stdout).toBe('a 1\na 2\nb 1\nb 2\n');
    expect(stderr).toBe('failed: b\n');
    expect(status).toBe(1);
  });

  it('fail where a script is not there', () => {
    expect(together('a', 'nobody').status).toBe(1);
  });
});
