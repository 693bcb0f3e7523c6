import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FuturesProblem } from '@schaalsprong/methods/problems';

const source = new URL('../packages/', import.meta.url);

type Build = (...given: readonly unknown[]) => FuturesProblem;

/** What gives the text of a value, and what gives a part of it or another form. */
const asText: readonly PropertyKey[] = [Symbol.toPrimitive, 'toString', 'toLocaleString', 'join', 'at'];
const asItself: readonly PropertyKey[] = ['map', 'slice', 'filter', 'nl', 'en'];

/**
 * Stands where something is filled in, and says its own name between braces whatever is asked of it. The catalogues of
 * packages/methods and packages/futures build a text from what is filled in, so this asks them for it without.
 */
function blank(name: string): unknown {
  const said = (): string => `{${name}}`;
  const self: unknown = new Proxy(() => self, {
    get: (_, part) => {
      if (asText.includes(part)) return said;
      if (part === 'length') return 2;
      return asItself.includes(part) || /^\d+$/.test(String(part)) ? self : blank(String(part));
    },
  });
  return self;
}

/** The names between the brackets of a function; what is taken apart there needs none. */
function parametersOf(build: Build): readonly string[] {
  const [, between = ''] = /^\s*\(([\s\S]*?)\)\s*=>/.exec(String(build)) ?? [];
  return between
    .replace(/\{[^}]*\}/g, 'it')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Every problem of the catalogues of packages/methods and packages/futures, in the order of their files; `{...}` is filled in. */
export async function futuresProblems(): Promise<readonly FuturesProblem[]> {
  const files = ['methods', 'futures'].flatMap((room) =>
    globSync(`${room}/src/**/*problems.ts`, { cwd: fileURLToPath(source) }).sort(),
  );
  const modules = await Promise.all(
    files.map((file): Promise<Readonly<Record<string, unknown>>> => import(new URL(file, source).href)),
  );
  return modules
    .flatMap((module) => Object.entries(module))
    .filter(([name]) => /problems$/i.test(name))
    .flatMap(([, catalogue]) => Object.values(catalogue as Readonly<Record<string, Build>>))
    .map((build) => build(...parametersOf(build).map(blank)));
}

/** The table of docs/errors.md that holds them: what is wrong, what was expected, and what to do. */
export async function futuresTable(): Promise<string> {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return [
    '| code | Nederlands | English |',
    '| --- | --- | --- |',
    ...(await futuresProblems()).map(({ code, message, expected, hint }) => {
      const say = (lang: 'nl' | 'en'): string => {
        const word = lang === 'nl' ? 'Verwacht' : 'Expected';
        return cell(`${message[lang]} *${word}: ${expected[lang]}. ${hint[lang]}*`);
      };
      return `| \`${code}\` | ${say('nl')} | ${say('en')} |`;
    }),
  ].join('\n');
}
