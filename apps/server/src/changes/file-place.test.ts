import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileSnapshots } from './file-place.ts';

const root = mkdtempSync(join(tmpdir(), 'schaalsprong-states-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const of = (region: string, key: string) => ({ region, key, content: `content of ${key}` });
const keys = (kept: readonly { readonly key: string }[]): string[] => kept.map(({ key }) => key);

describe('states in a file', () => {
  it('are appended, not twice in a row, the newest of one region given oldest first, also after a restart', async () => {
    const file = join(root, 'made', 'states.jsonl');
    const place = fileSnapshots(file);
    expect(keys(await place.keep(of('one', 'a'), 10))).toEqual(['a']);
    expect(keys(await place.keep(of('one', 'a'), 10))).toEqual(['a']);
    await place.keep(of('two', 'x'), 10);
    await place.keep(of('one', 'b'), 10);
    // A state that comes back is news again.
    expect(keys(await fileSnapshots(file).keep(of('one', 'a'), 10))).toEqual(['a', 'b', 'a']);
    expect(await place.keep(of('one', 'a'), 2)).toEqual([of('one', 'b'), of('one', 'a')]);
  });

  it('outlive a line that was cut off, and the same state of two servers at once is one', async () => {
    const file = join(root, 'cut.jsonl');
    const place = fileSnapshots(file);
    await place.keep(of('one', 'a'), 10);
    appendFileSync(file, '{"region":"one","ke');
    expect(keys(await place.keep(of('one', 'b'), 10))).toEqual(['a', 'b']);
    appendFileSync(file, `${JSON.stringify(of('one', 'c'))}\n${JSON.stringify(of('one', 'c'))}\n`);
    expect(keys(await place.keep(of('one', 'd'), 10))).toEqual(['a', 'b', 'c', 'd']);
  });
});
