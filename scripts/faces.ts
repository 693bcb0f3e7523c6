import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';
import { globTracked } from './tracked.ts';

const Manifest = z.looseObject({
  name: z.string(),
  exports: z.record(z.string(), z.string()).default({}),
});

/** One exported name of a package, with its TSDoc comment. */
export interface ExportedName {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'type' | 'value';
  /** Markdown; empty where there is no comment. */
  readonly summary: string;
  /** `@param`, `@returns`, `@throws` and others, in their order. */
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  /** Type of a value or function; source of an interface, type or class. */
  readonly signature: string;
  /** Where it is declared, from the root of the repository. */
  readonly file: string;
  readonly line: number;
}

/** One entry of `exports` of a package. */
export interface Face {
  /** `@schaalsprong/methods/designs` */
  readonly specifier: string;
  readonly names: readonly ExportedName[];
}

/** A package with its faces. */
export interface PackageFaces {
  readonly folder: string;
  readonly faces: readonly Face[];
}

const textOf = (parts: readonly ts.SymbolDisplayPart[]): string => ts.displayPartsToString([...parts]).trim();

function kindOf(flags: ts.SymbolFlags): ExportedName['kind'] {
  if (flags & ts.SymbolFlags.Function) return 'function';
  if (flags & ts.SymbolFlags.Class) return 'class';
  return flags & ts.SymbolFlags.Value ? 'value' : 'type';
}

/**
 * Reads what every package exports, with the comments in its source. Uses the compiler's symbol tables; nothing is emitted.
 *
 * @param root of the repository
 */
export function readFaces(root: string): readonly PackageFaces[] {
  const packages = globTracked(['packages/*/package.json'], root)
    .toSorted()
    .map((path) => ({
      folder: dirname(path),
      ...Manifest.parse(JSON.parse(readFileSync(join(root, path), 'utf8'))),
    }));
  const entries = packages.flatMap(({ folder, name, exports }) =>
    Object.entries(exports).map(([subpath, file]) => ({
      folder,
      specifier: name + subpath.slice(1),
      file: join(root, folder, file),
    })),
  );
  const program = ts.createProgram({
    rootNames: entries.map(({ file }) => file),
    options: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.NodeNext,
      allowImportingTsExtensions: true,
      types: ['node'],
    },
  });
  const checker = program.getTypeChecker();

  const described = (exported: ts.Symbol): ExportedName => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = symbol.declarations?.[0];
    const source = declaration?.getSourceFile();
    const kind = kindOf(symbol.flags);
    const signature =
      declaration === undefined
        ? ''
        : kind === 'function' || kind === 'value'
          ? `${exported.name}: ${checker.typeToString(checker.getTypeOfSymbolAtLocation(symbol, declaration))}`
          : declaration.getText();
    return {
      name: exported.name,
      kind,
      summary:
        textOf(symbol.getDocumentationComment(checker)) || textOf(exported.getDocumentationComment(checker)),
      tags: symbol.getJsDocTags(checker).map((tag) => ({ name: tag.name, text: textOf(tag.text ?? []) })),
      signature,
      file: source === undefined ? '' : relative(root, source.fileName),
      line:
        source === undefined || declaration === undefined
          ? 0
          : source.getLineAndCharacterOfPosition(declaration.getStart()).line + 1,
    };
  };

  return packages.map(({ folder }) => ({
    folder,
    faces: entries
      .filter((entry) => entry.folder === folder)
      .map(({ specifier, file }) => {
        const source = program.getSourceFile(file);
        const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
        const names = module === undefined ? [] : checker.getExportsOfModule(module);
        return {
          specifier,
          names: names.map(described).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
        };
      }),
  }));
}
