import { expect, it } from 'vitest';
import readme from '../../README.md?raw';
import { compile } from '../compile.ts';
import { createPool } from '../node/pool.ts';

it('does with workers what the README says', async () => {
  const [first = '', second = ''] = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) =>
    (code ?? '').replace(/^import .*$/m, ''),
  );
  const body = `return (async () => {\n${first}\n${second}\nreturn crossing.values[0];\n})();`;
  const run = new Function('compile', 'createPool', body) as (...given: unknown[]) => Promise<number>;
  const crossed = await run(compile, createPool);
  const said = /half of the futures have 2,000 homes by\s+(\d+\.\d+)/.exec(readme)?.[1];
  expect(crossed.toFixed(2)).toBe(said);
});
