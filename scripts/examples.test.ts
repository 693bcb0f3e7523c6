import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExamples } from './examples.ts';

const examples = readExamples(join(import.meta.dirname, '..'));
const AsyncFunction = (async () => {}).constructor as new (
  ...source: readonly string[]
) => (...given: readonly unknown[]) => Promise<void>;

const equal = (found: unknown, stated: unknown): void => expect(found).toEqual(stated);

describe('the examples in the comments of packages', () => {
  it.each(examples.map((example) => [example.place, example] as const))('%s', async (_, example) => {
    const { imports, body, stated, subject } = example;
    expect(stated, 'values stated with // =>').toBeGreaterThan(0);
    expect([...imports.values()].flat(), 'what a newcomer must import').toContain(subject);
    const modules = await Promise.all(
      [...imports].map(async ([specifier, names]) => {
        const module: Readonly<Record<string, unknown>> = await import(specifier);
        return names.map((name) => [name, module[name]] as const);
      }),
    );
    const given = new Map(modules.flat());
    expect([...given].filter(([, value]) => value === undefined)).toEqual([]);
    await new AsyncFunction('equal', ...given.keys(), body)(equal, ...given.values());
  });

  it('are there for each package that somebody outside would begin with', () => {
    const count = (folder: string): number => examples.filter((each) => each.folder === folder).length;
    expect(count('packages/methods')).toBeGreaterThanOrEqual(15);
    for (const name of ['agenda', 'audit', 'model', 'monitor']) {
      expect(count(`packages/${name}`), name).toBeGreaterThanOrEqual(3);
    }
  });

  it('fail where a stated value is wrong', async () => {
    await expect(new AsyncFunction('equal', 'equal(1 + 1, 3);')(equal)).rejects.toThrow('to deeply equal 3');
  });
});
