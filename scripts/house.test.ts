import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { globTracked } from './tracked.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

const Manifest = z.looseObject({
  name: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});
const manifests = globTracked(['package.json', '{packages,apps,regions}/*/package.json'], root).map(
  (path) => ({ path, manifest: Manifest.parse(JSON.parse(text(path))) }),
);
const dependencies = manifests.flatMap(({ path, manifest }) =>
  Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).map(([name, version]) => ({
    path,
    name,
    version,
  })),
);

describe('the house', () => {
  it('pins every dependency to one exact version', () => {
    for (const { path, name, version } of dependencies) {
      expect(version, `${name} in ${path}`).toMatch(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/);
    }
  });

  it('says of every dependency why it and what was passed over', () => {
    const page = text('docs/dependencies.md');
    const silent = dependencies.filter(
      ({ name }) => !name.startsWith('@schaalsprong/') && !page.includes(`\`${name}\``),
    );
    expect(silent).toEqual([]);
  });

  it('speaks of no dependency that is not there', () => {
    const named = [...text('docs/dependencies.md').matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) =>
      [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    );
    const known = new Set(dependencies.map(({ name }) => name));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has one licence, in every workspace and at the root', () => {
    expect(manifests.map(({ manifest }) => manifest.license)).toEqual(manifests.map(() => 'EUPL-1.2'));
    expect(text('LICENSE')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
  });

  it('gives every workspace a README of its own', () => {
    for (const { path } of manifests)
      expect(existsSync(join(root, dirname(path), 'README.md')), path).toBe(true);
  });

  it('keeps a publiccode.yml of the current form', () => {
    const description = z.strictObject({
      shortDescription: z.string().max(150),
      longDescription: z.string().min(150).max(10_000),
      features: z.array(z.string()).min(1),
    });
    const form = z.strictObject({
      publiccodeYmlVersion: z.literal('0.7.0'),
      name: z.string(),
      url: z.url(),
      softwareVersion: z.literal(
        z.looseObject({ version: z.string() }).parse(JSON.parse(text('package.json'))).version,
      ),
      platforms: z.array(z.enum(['web', 'linux', 'mac', 'windows'])),
      categories: z.array(z.string()).min(1),
      developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
      softwareType: z.string(),
      intendedAudience: z.looseObject({}),
      description: z.strictObject({ nl: description, en: description }),
      legal: z.strictObject({ license: z.literal('EUPL-1.2') }),
      maintenance: z.looseObject({ type: z.enum(['internal', 'contract', 'community', 'none']) }),
      localisation: z.strictObject({
        localisationReady: z.literal(true),
        availableLanguages: z.array(z.enum(['nl', 'en'])).length(2),
      }),
    });
    expect(form.safeParse(parse(text('publiccode.yml'))).error).toBeUndefined();
  });

  it('reads with a default only where absence is normal, in the rooms where each was judged', () => {
    // A read that must be there is `at`, `must` or `numberAt` of packages/words: judge a new default before its room gets more.
    const most = { 'apps/cli': 32, 'apps/server': 22, 'packages/store': 12, 'packages/wire': 2 };
    for (const [room, count] of Object.entries(most)) {
      const defaults = globTracked([`${room}/src/**/*.{ts,tsx}`], root)
        .filter((path) => !path.includes('.test.'))
        .flatMap((path) => text(path).match(/\?\? (0|''|-1|(Number\.)?NaN)(?![\w.])/g) ?? []);
      expect(defaults.length, room).toBeLessThanOrEqual(count);
    }
  });

  it('lists every decision by its own title', () => {
    const list = globTracked(['docs/decisions/0*.md'], root)
      .toSorted()
      .map((path) => {
        const [, number = '', title = ''] = /^# (\d{4}) (.*)/.exec(text(path)) ?? [];
        return `- [${number}](${path.slice('docs/decisions/'.length)}) ${title}`;
      });
    expect(list.length).toBeGreaterThan(15);
    expect(text('docs/decisions/README.md')).toContain(`\n${list.join('\n')}\n`);
  });

  it('has no link in its pages that leads nowhere in the house', () => {
    const pages = globTracked(
      ['*.md', 'docs/**/*.md', '{packages,apps,regions}/*/*.md', 'regions/*/*/README.md'],
      root,
    );
    const dead = pages.flatMap((page) =>
      [...text(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, target]) =>
        target === undefined || /^[a-z]+:/.test(target) || existsSync(join(root, dirname(page), target))
          ? []
          : [`${page}: ${target}`],
      ),
    );
    expect(dead).toEqual([]);
  });

  it('names only folders and files that exist in its architecture, guides and READMEs', () => {
    const pages = globTracked(
      [
        'README.md',
        'CONTRIBUTING.md',
        'docs/architecture.md',
        'docs/glossary.md',
        '{packages,apps,regions}/*/README.md',
      ],
      root,
    );
    const missing = pages.flatMap((page) =>
      [...text(page).matchAll(/`((?:packages|apps|docs|scripts|bench)\/[\w./-]*\w\/?)`/g)].flatMap(
        ([, path = '']) =>
          path.includes('NAME') || existsSync(join(root, path)) ? [] : [`${page}: ${path}`],
      ),
    );
    expect(missing).toEqual([]);
    const tables = pages.flatMap((page) =>
      [...text(page).matchAll(/^\| (.*?) \|.*\n\| --- \|.*\n((?:\|.*\n)+)/gm)].map(
        ([, head = '', rows = '']) => ({
          page,
          rows,
          bases: /^(folder|part of `src`)$/.test(head)
            ? [join(dirname(page), 'src')]
            : [...head.matchAll(/`(\w+\/[\w/-]+)`/g)].map(([, base = '']) => base),
        }),
      ),
    );
    const listed = tables.flatMap(({ page, rows, bases }) =>
      bases.length === 0
        ? []
        : [...rows.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
            [...cell.matchAll(/`([\w/-]+\/)`/g)].map(([, folder = '']) => ({ page, folder, bases })),
          ),
    );
    expect(listed.length).toBeGreaterThan(50);
    const lost = listed.filter(
      ({ folder, bases }) => !bases.some((base) => existsSync(join(root, base, folder))),
    );
    expect(lost.map(({ page, folder }) => `${page}: ${folder}`)).toEqual([]);
  });

  it('keeps in the glossary only types and functions that their file declares, and each word once', () => {
    const rows = [...text('docs/glossary.md').matchAll(/^\| ([^|]+?) \|.*\| `(\w+)` in `([^`]+)` \|$/gm)];
    expect(rows.length).toBeGreaterThanOrEqual(30);
    const wrong = rows.flatMap(([, word, name, path = '']) =>
      new RegExp(`\\bexport (?:async )?(?:const|function|interface|type|class) ${name}\\b`).test(text(path))
        ? []
        : [`${word}: ${name} in ${path}`],
    );
    expect(wrong).toEqual([]);
    const words = rows.map(([, word]) => word);
    expect(words).toEqual([...new Set(words)]);
  });

  it('gives a general word that had several meanings one type', () => {
    const words = ['Check', 'Found', 'Kept', 'Reading', 'Setting', 'Standing', 'Table'];
    const declared = globTracked(['{packages,apps}/*/src/**/*.{ts,tsx}'], root).flatMap((path) =>
      [...text(path).matchAll(/^export (?:type|interface|class) (\w+)\b/gm)].flatMap(([, name = '']) =>
        words.includes(name) ? [{ name, path }] : [],
      ),
    );
    const twice = declared.filter(({ name, path }) =>
      declared.some((other) => other.name === name && other.path !== path),
    );
    expect(twice).toEqual([]);
  });

  it('writes private fields with #, and names a test it', () => {
    const sources = globTracked(['{packages,apps,regions,bench,scripts}/**/*.{ts,tsx}'], root);
    const wrong = sources.filter((path) =>
      /^\s+private (?!constructor\b)|^import \{[^}]*\btest\b[^}]*\} from 'vitest'/m.test(text(path)),
    );
    expect(wrong).toEqual([]);
  });

  it('gives a test file that replaces a module a process of its own', () => {
    const config = text('vitest.config.ts');
    const replacing = globTracked(['{packages,apps,regions,bench}/**/*.test.{ts,tsx}'], root).filter((path) =>
      /\bvi\.(?:do)?[mM]ock\(/.test(text(path)),
    );
    expect(replacing.filter((path) => !config.includes(`'${path}'`))).toEqual([]);
  });

  it('has no test that waits for a time or holds something to the clock', () => {
    const allowed = new Map([
      ['apps/web/test/harness/table/serve.ts', 'gives up on what never comes'],
      ['apps/web/test/table-engine.browser.test.ts', 'prints how fast it was'],
      ['packages/monitor/test/replay.ts', 'is a server that sends a few bytes at a time'],
      ['packages/store/test/postgres-server.ts', 'tries again until the server of the test answers'],
    ]);
    const clock =
      /\bsetTimeout\(|\bwaitForTimeout\(|\bawait sleep\(|timers\/promises|\bperformance\.now\(|\bDate\.now\(/;
    const waiting = globTracked(
      ['**/*.test.{ts,tsx}', '{packages,apps}/*/test/**/*.{ts,tsx}', 'scripts/testing/*.ts'],
      root,
    ).filter((path) => clock.test(text(path)));
    expect(waiting.filter((path) => !allowed.has(path))).toEqual([]);
    // What no longer needs its place on the list loses it.
    expect([...allowed.keys()].filter((path) => !waiting.includes(path))).toEqual([]);
  });

  it('reads an index with a default in the checked hot loops of model, chart, tables and solver only', () => {
    const hot = [
      'packages/model/src/math/numbers.ts',
      'packages/model/src/statistics/philox.ts',
      'packages/model/src/summary/readings.ts',
      'packages/model/src/summary/select.ts',
      'packages/model/src/summary/sketch.ts',
      'packages/tables/src/office/zip.ts',
    ];
    const reading = globTracked(['packages/{model,chart,tables,solver}/src/**/*.ts'], root).filter(
      (path) => !path.endsWith('.test.ts') && /\w\[[^\]]+\] \?\? (?:0|''|-1|Number\.NaN)/.test(text(path)),
    );
    expect(reading.toSorted()).toEqual(hot);
  });
});
