import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { placeOf } from './expected.ts';
import { firstIssue } from './parts.ts';

const Schema = z.object({ name: z.string(), list: z.array(z.object({ n: z.number() })) });
const list = (length: number): { n: unknown }[] => Array.from({ length }, (_, n) => ({ n }));

describe('the check of an answer in slices', () => {
  it.each([0, 1, 1000, 1001, 4500])('finds nothing in a good answer with %i items', async (length) => {
    expect(await firstIssue(Schema, { name: 'a', list: list(length), more: true })).toBeNull();
  });

  it.each([0, 999, 1000, 3999, 4499])('finds the fault in item %i, and says where', async (at) => {
    const items = list(4500);
    items[at] = { n: 'many' };
    const value = { name: 'a', list: items };
    const issue = await firstIssue(Schema, value);
    expect(issue).toEqual(Schema.safeParse(value).error?.issues[0]);
    expect(issue && placeOf(issue)).toBe(`list.${at}.n`);
  });

  it('finds a fault beside a long list, and one of the whole', async () => {
    expect((await firstIssue(Schema, { name: 7, list: list(3000) }))?.path).toEqual(['name']);
    for (const value of [
      null,
      7,
      [],
      'text',
      undefined,
      { name: 'a' },
      { name: 'a', list: { length: 5000 } },
    ]) {
      expect(await firstIssue(Schema, value)).toEqual(Schema.safeParse(value).error?.issues[0]);
    }
  });

  it('lets others have a turn between two slices', async () => {
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 0);
    await firstIssue(Schema, { name: 'a', list: list(20_000) });
    clearInterval(count);
    expect(turns).toBeGreaterThan(5);
  });
});
