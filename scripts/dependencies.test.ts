import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const Manifest = z.looseObject({ dependencies: z.record(z.string(), z.string()).default({}) });

it('docs/dependencies.md names every library at run time with the packages that use it, and no other', () => {
  const used = globSync(['packages/*/package.json', 'apps/*/package.json'], { cwd: root }).flatMap((path) =>
    Object.keys(Manifest.parse(JSON.parse(readFileSync(join(root, path), 'utf8'))).dependencies)
      .filter((name) => !name.startsWith('@schaalsprong/'))
      .map((name) => `${name}: ${basename(dirname(path))}`),
  );
  const [, section = ''] = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').split(/^## /m);
  const said = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const [, names = '', where = '', licence = ''] =
        line.split(' | ').length > 4 ? ['', ...line.split(' | ')] : [];
      if (licence === '') return [];
      const packages = where.replace(/\([^)]*\)/g, '').split(',');
      return [...names.matchAll(/`([^`]+)`/g)].flatMap(([, name]) =>
        packages.map((one) => `${name}: ${one.trim()}`),
      );
    });
  expect(used.length).toBeGreaterThan(30);
  expect(said.sort()).toEqual(used.sort());
});
