import { describe, expect, it } from 'vitest';
import { batch, fact } from '../test/facts.ts';
import { storeSuite } from '../test/store-suite.ts';
import { memoryStore } from './memory-store.ts';

describe('the store in memory', () => {
  storeSuite(async () => memoryStore());

  it('shows a snapshot nothing of what is written meanwhile', async () => {
    const store = memoryStore();
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    const read = await store.snapshot(async (reader) => {
      await store.importBatch(batch('2023-01-01', [fact('2020', 2)]));
      return [await reader.facts({}), await reader.vintages()];
    });
    expect(read.map((list) => list.length)).toEqual([1, 1]);
    expect(await store.vintages()).toHaveLength(2);
  });
});
