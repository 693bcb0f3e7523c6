import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, 'packages/model');

/** Where the package comes to stand, ready for `npm publish`. */
export const packed = join(home, 'dist');

const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  type: z.literal('module'),
  sideEffects: z.array(z.string()),
  exports: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});

/**
 * Makes of `packages/model` a package that stands on its own: JavaScript with types instead of TypeScript, which Node
 * refuses to strip of its types below `node_modules`.
 * @throws Error with what the compiler says, where it finds a fault
 */
export function packModel(): void {
  rmSync(packed, { recursive: true, force: true });
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const sources = globSync('src/**/*.ts', { cwd: home, exclude: ['**/*.test.ts'] });
  const program = ts.createProgram({
    rootNames: sources.map((path) => join(home, path)),
    options: {
      ...options,
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      target: ts.ScriptTarget.ES2022,
      rootDir: join(home, 'src'),
      outDir: packed,
      types: ['node'],
    },
  });
  const emitted = program.emit(undefined, (path, text) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, withBuiltPaths(text));
  });
  const faults = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
  if (faults.length > 0) {
    throw new Error(
      ts.formatDiagnostics(faults, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    );
  }
  writeFileSync(join(packed, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  cpSync(join(home, 'README.md'), join(packed, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(packed, 'LICENSE'));
}

/** The compiler leaves alone where a worker starts, and what a declaration imports. */
const withBuiltPaths = (text: string): string =>
  text
    .replaceAll(/new URL\('(\.[^']+)\.ts', import\.meta\.url\)/g, "new URL('$1.js', import.meta.url)")
    .replaceAll(/((?:from|import\() ?['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2');

function manifest(): Record<string, unknown> {
  const { name, version, license, type, sideEffects, exports, dependencies } = Manifest.parse(
    JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')),
  );
  const built = (path: string, ending: string): string => path.replace('/src/', '/').replace(/\.ts$/, ending);
  return {
    name,
    version,
    description:
      'Reads system-dynamics models (Vensim, XMILE) and runs them for thousands of futures at once',
    keywords: ['system dynamics', 'simulation', 'vensim', 'xmile', 'webassembly', 'ensemble'],
    license,
    type,
    engines: { node: '>=20' },
    sideEffects: sideEffects.map((path) => built(path, '.js')),
    exports: Object.fromEntries(
      Object.entries(exports).map(([face, path]) => [
        face,
        { types: built(path, '.d.ts'), default: built(path, '.js') },
      ]),
    ),
    dependencies,
  };
}

if (import.meta.main) {
  packModel();
  console.log(`npm publish ${packed}`);
}
