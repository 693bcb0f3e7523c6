import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { globTracked } from './tracked.ts';

/** An example in a comment, ready to be run. */
export interface Example {
  /** `packages/methods/src/...:12 sampleFutures` */
  readonly place: string;
  /** The folder of the package: `packages/methods`. */
  readonly folder: string;
  /** What the comment stands on. */
  readonly subject: string;
  /** Names that are imported, by specifier. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** JavaScript without its imports, in which `expression; // => value` is a call of `equal(expression, value)`. */
  readonly body: string;
  /** How many values it states. */
  readonly stated: number;
}

const comment =
  /\/\*\*(?:(?!\*\/)[\s\S])*?@example(?:(?!\*\/)[\s\S])*?\*\/\n(?:export )(?:async )?(?:function\*?|const|class) (\w+)/g;
const fence = /```ts\n([\s\S]*?)```/g;
const imported = /^import (?:type )?\{([^}]*)\} from '([^']+)';\n/gm;
const statement = /^(\s*)(.+?);? \/\/ => (.+)$/gm;

/** Every `@example` on an exported name in the source of the packages. */
export function readExamples(root: string): readonly Example[] {
  return globTracked(['packages/*/src/**/*.ts'], root)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => examplesIn(file, readFileSync(join(root, file), 'utf8')));
}

function examplesIn(file: string, text: string): readonly Example[] {
  return [...text.matchAll(comment)].flatMap((match) => {
    const [whole, subject = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    const source = whole
      .slice(whole.indexOf('@example'))
      .split('\n')
      .map((each) => each.replace(/^ \* ?/, ''))
      .join('\n');
    return [...source.matchAll(fence)].map(([, code = '']): Example => {
      const imports = new Map(
        [...code.matchAll(imported)].map(([, names = '', from = '']) => [
          from,
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '' && !name.startsWith('type ')),
        ]),
      );
      const calls = code.replace(imported, '').replace(statement, '$1equal($2, $3);');
      return {
        place: `${file}:${line} ${subject}`,
        folder: file.split('/').slice(0, 2).join('/'),
        subject,
        imports,
        body: stripTypeScriptTypes(calls),
        stated: [...code.matchAll(statement)].length,
      };
    });
  });
}
