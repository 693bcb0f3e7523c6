import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { packed, packModel } from './pack-model.ts';

/** Runs a script within the package, by the Node that runs this but as one that knows no TypeScript. */
function run(script: string): string {
  const file = join(packed, 'try.mjs');
  writeFileSync(file, script);
  return execFileSync(process.execPath, ['--no-experimental-strip-types', file], { encoding: 'utf8' });
}

const examples = (): string[] =>
  [...readFileSync(join(packed, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(
    ([, code]) => code ?? '',
  );

describe('the model as a package of its own', () => {
  beforeAll(packModel, 240_000);

  it('runs the examples of its README where nobody knows TypeScript', () => {
    const out = run(`${examples().join('\n')}
console.log(JSON.stringify([...homes].map(Math.round)), crossing.values[0].toFixed(2));`);
    expect(out.trim()).toBe('[2000,1800,1402] 2034.83');
  });

  it('has every face it names, with types', () => {
    const { exports, sideEffects } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as {
      exports: Record<string, { types: string; default: string }>;
      sideEffects: string[];
    };
    const files = [...Object.values(exports).flatMap((face) => [face.types, face.default]), ...sideEffects];
    expect(files.length).toBeGreaterThanOrEqual(10);
    expect(files.filter((file) => !existsSync(join(packed, file)))).toEqual([]);
  });

  it('holds its licence, and no test, no TypeScript source, no name of a file that is not there', () => {
    const files = globSync('**/*', { cwd: packed });
    expect(files).toContain('LICENSE');
    expect(files.filter((file) => /\.test\.|test-/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
    const named = files
      .filter((file) => /\.(js|d\.ts)$/.test(file))
      .flatMap((file) =>
        [
          ...readFileSync(join(packed, file), 'utf8').matchAll(
            /(?:from |import\(|new URL\()['"](\.[^'"]+)['"]/g,
          ),
        ].map(([, to]) => join(packed, file, '..', to ?? '')),
      );
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
  });

  it('needs nothing of the project and nothing of Node but in its Node part', () => {
    const outside = globSync('**/*.js', { cwd: packed }).flatMap((file) =>
      [
        ...readFileSync(join(packed, file), 'utf8').matchAll(
          /^(?:import|export) .*from ['"]([^.'"][^'"]*)['"]/gm,
        ),
      ].map(([, name]) => `${file.startsWith('node/') ? 'node' : 'any'} ${name}`),
    );
    expect(outside.filter((name) => /@schaalsprong|^any node:/.test(name))).toEqual([]);
  });

  it('says of everything that its faces give what it is', () => {
    const faces = ['', 'node/', 'stream/', 'browser/', 'graph/'].map((face) =>
      join(packed, face, 'index.d.ts'),
    );
    const program = ts.createProgram(faces, {
      module: ts.ModuleKind.NodeNext,
      types: ['node'],
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    });
    const checker = program.getTypeChecker();
    const given = faces.flatMap((face) => {
      const file = program.getSourceFile(face);
      const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
      return module === undefined ? [] : checker.getExportsOfModule(module);
    });
    expect(given.length).toBeGreaterThan(60);
    const silent = given.filter((name) => {
      const meant = (name.flags & ts.SymbolFlags.Alias) === 0 ? name : checker.getAliasedSymbol(name);
      return meant.getDocumentationComment(checker).length === 0;
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
