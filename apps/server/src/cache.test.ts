import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Cache, cacheKey, codeVersion, computingPackages } from './cache.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schaalsprong-cache-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const key = cacheKey({ a: 'x' });
const file = (): string => join(dir, `stand-${key}.json`);

describe('the cache of computed standings', () => {
  it('gives back what was put, and leaves nothing else behind', () => {
    const cache = new Cache(dir);
    cache.put(key, { n: 0.1 + 0.2, text: 'één' });
    expect(cache.get(key)).toEqual({ n: 0.1 + 0.2, text: 'één' });
    expect(cache.get(cacheKey({ a: 'y' }))).toBeUndefined();
    expect(readdirSync(dir)).toHaveLength(1);
  });

  it('a file cut off or changed anywhere counts as absent, and can be put again', () => {
    const cache = new Cache(dir);
    const value = { numbers: [1, 2, 3.5], words: 'abc' };
    cache.put(key, value);
    const whole = readFileSync(file());
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const broken = Buffer.from(whole);
        broken[at] = ((broken[at] ?? 0) + by) % 256;
        writeFileSync(file(), broken);
        expect(cache.get(key)).toBeUndefined();
        truncateSync(file(), at);
        expect(cache.get(key)).toBeUndefined();
      }),
    );
    cache.put(key, value);
    expect(cache.get(key)).toEqual(value);
  });

  it('keeps the last few and lets go of the oldest, never of what is not its own', () => {
    const cache = new Cache(dir);
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    for (let n = 0; n < 7; n++) {
      cache.put(cacheKey({ n }), n);
      utimesSync(join(dir, `stand-${cacheKey({ n })}.json`), 1000 + n, 1000 + n);
    }
    expect(cache.get(cacheKey({ n: 0 }))).toBeUndefined();
    expect(cache.get(cacheKey({ n: 6 }))).toBe(6);
    expect(readdirSync(dir)).toContain('notes.txt');
    expect(readdirSync(dir).length).toBeLessThanOrEqual(5);
  });

  it('the key depends on every part and not on their order', () => {
    expect(cacheKey({ a: 1, b: 2 })).toBe(cacheKey({ b: 2, a: 1 }));
    expect(cacheKey({ a: 1, b: 2 })).not.toBe(cacheKey({ a: 2, b: 1 }));
  });

  it('the code that decides is that of futures and of every package it is built on', () => {
    const ours = ['agenda', 'audit', 'futures', 'methods', 'model', 'monitor', 'solver', 'words'];
    expect(computingPackages()).toEqual(expect.arrayContaining(ours.map((name) => `@schaalsprong/${name}`)));
  });

  it('the version of the code is the same as long as the code is', () => {
    expect(codeVersion()).toMatch(/^[0-9a-f]{64}$/);
    expect(codeVersion()).toBe(codeVersion());
  });
});
