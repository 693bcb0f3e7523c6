import { describe, expect, it } from 'vitest';
import readme from '../README.md?raw';
import { builders as functions } from './functions/index.ts';
import * as face from './index.ts';

describe('the README', () => {
  it('has an example that gives the numbers it says', () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const body = code.replace(/^import .*$/m, '');
    const run: unknown = new Function('compile', `${body}\nreturn [...homes];`);
    if (typeof run !== 'function') throw new Error('no example');
    const homes: unknown = run(face.compile);
    const said = /holds ([\d.]+), ([\d.]+) and ([\d.]+) homes/.exec(readme)?.slice(1).map(Number);
    expect(Array.isArray(homes) ? homes.map((h: number) => Math.round(h * 100) / 100) : homes).toEqual(said);
  });

  it('names every function that is computed, and no other', () => {
    const list = /## Functions\n\n([\s\S]*?);/.exec(readme)?.[1] ?? '';
    const named = list.split(',').map((name) => name.replace(/\s+/g, ' ').trim().toLowerCase());
    // Those of XMILE have names that only its reader writes.
    const known = Object.keys(functions).filter((name) => !name.startsWith('xmile '));
    expect(named.sort()).toEqual(known.sort());
  });
});
