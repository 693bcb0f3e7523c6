import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, 'packages/model');
/** The packages of the project that the model imports; each is packed inside, in a folder of its own. */
const inside = ['tables', 'words'];
const homeOf = (name: string): string => join(root, 'packages', name);

/** Where the package comes to stand, ready for `npm publish`. */
export const packed = join(home, 'dist');

const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  type: z.literal('module'),
  sideEffects: z.union([z.array(z.string()), z.literal(false)]),
  exports: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()).default({}),
});

const manifestOf = (folder: string): z.infer<typeof Manifest> =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

/**
 * Makes of `packages/model` a package that stands on its own: JavaScript with types instead of TypeScript, which Node
 * refuses to strip of its types below `node_modules`.
 * @throws Error with what the compiler says, where it finds a fault
 */
export function packModel(): void {
  rmSync(packed, { recursive: true, force: true });
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const sources = [home, ...inside.map(homeOf)].flatMap((folder) =>
    globSync('src/**/*.ts', { cwd: folder, exclude: ['**/*.test.ts'] }).map((path) => join(folder, path)),
  );
  const program = ts.createProgram({
    rootNames: sources,
    options: {
      ...options,
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      target: ts.ScriptTarget.ES2022,
      rootDir: join(root, 'packages'),
      outDir: packed,
      types: ['node'],
    },
  });
  const emitted = program.emit(undefined, (path, text) => {
    const to = inside.reduce(
      (place, name) => place.replace(join(packed, name, 'src'), join(packed, name)),
      path.replace(join(packed, 'model/src'), packed),
    );
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, withBuiltPaths(text, dirname(to)));
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

/** An import of a package inside: its quote, its name, and the export with a slash before it. */
const importInside = new RegExp(`(['"])@schaalsprong/(${inside.join('|')})((?:/\\w+)?)\\1`, 'g');

/** The compiler leaves alone where a worker starts, what a declaration imports, and the names of the packages inside. */
const withBuiltPaths = (text: string, folder: string): string =>
  text
    .replaceAll(importInside, (_whole, quote: string, name: string, face: string) => {
      const path = manifestOf(homeOf(name)).exports[`.${face}`];
      if (path === undefined) throw new Error(`packages/${name} does not export ${face}`);
      const to = relative(folder, join(packed, name, path.replace('./src/', '').replace(/\.ts$/, '.js')));
      return `${quote}${to.startsWith('.') ? to : `./${to}`}${quote}`;
    })
    .replaceAll(/new URL\('(\.[^']+)\.ts', import\.meta\.url\)/g, "new URL('$1.js', import.meta.url)")
    .replaceAll(/((?:from|import\() ?['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2');

function manifest(): Record<string, unknown> {
  const { name, version, license, type, sideEffects, exports, dependencies } = manifestOf(home);
  const needed = Object.entries(
    Object.assign({}, dependencies, ...inside.map((other) => manifestOf(homeOf(other)).dependencies)),
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
    sideEffects: sideEffects === false ? false : sideEffects.map((path) => built(path, '.js')),
    exports: Object.fromEntries(
      Object.entries(exports).map(([face, path]) => [
        face,
        { types: built(path, '.d.ts'), default: built(path, '.js') },
      ]),
    ),
    dependencies: Object.fromEntries(needed.filter(([of]) => !of.startsWith('@schaalsprong/')).sort()),
  };
}

if (import.meta.main) {
  packModel();
  console.log(`npm publish ${packed}`);
}
