import { parseArgs } from 'node:util';
import { type Lang, nearest } from '@schaalsprong/words';
import { languageOf } from '../problems/messages.ts';
import type { Command, Given, Options } from './command.ts';
import { givenOf } from './given.ts';
import { everywhere } from './shared-options.ts';
import { UsageError } from './usage-error.ts';

/** What the words after the program's name ask; `help` without a command is about all of them. */
export type Request =
  | { readonly kind: 'version'; readonly lang: Lang }
  | { readonly kind: 'help'; readonly lang: Lang; readonly command: Command | null }
  | { readonly kind: 'run'; readonly lang: Lang; readonly command: Command; readonly given: Given };

const dashed = (names: Iterable<string>): string[] => [...names].map((name) => `--${name}`);

/**
 * Reads the words after the program's name.
 *
 * @param argv the words
 * @param env for the language
 * @param commands what there is
 * @throws UsageError that says what is wrong and what may have been meant
 */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  commands: readonly Command[],
): Request {
  // An option may be before its command, so words are told from values by the options of all commands.
  const known = new Map<string, Options[string]>(
    [...commands.map(({ options }) => options), everywhere].flatMap((options) => Object.entries(options)),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      [...known].map(([name, { type }]) => [
        name,
        { type: type === 'flag' ? 'boolean' : 'string', ...(name === 'help' ? { short: 'h' } : {}) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  // The language first, so that every complaint is in that language.
  let lang = languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
  const asked = tokens.find((token) => token.kind === 'option' && token.name === 'lang');
  if (asked?.kind === 'option' && (asked.value === 'nl' || asked.value === 'en')) lang = asked.value;

  const [word, ...rest] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = commands.find(({ name }) => name === word);
  const own: Options = { ...command?.options, ...everywhere };
  const wrong: Given['wrong'] = (key, values, near) => {
    throw new UsageError(lang, key, values, near, command?.name);
  };

  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = known.get(name);
    if (option === undefined) {
      const near = nearest(rawName, dashed(command === undefined ? known.keys() : Object.keys(own)));
      wrong('unknown-option', { what: rawName }, near);
    }
    if (option.type === 'flag') {
      if (value !== undefined) wrong('no-value', { what: rawName });
    } else if (!value || (!inlineValue && value.startsWith('--'))) {
      // `--futures -5` is a number below zero, `--out --json` is a value forgotten.
      wrong('missing-value', { what: rawName });
    }
    given.set(name, [...(given.get(name) ?? []), value ?? 'true']);
  }
  const language = given.get('lang')?.at(-1);
  if (language !== undefined && language !== 'nl' && language !== 'en') {
    wrong('not-lang', { value: language });
  }
  if (given.has('version')) return { kind: 'version', lang };
  if (given.has('help')) return { kind: 'help', lang, command: command ?? null };
  if (word === undefined) wrong('no-command');
  const named = (name: string): Command => {
    const found = commands.find((one) => one.name === name);
    if (found !== undefined) return found;
    const near = nearest(name, [...commands.map((one) => one.name), 'help']);
    wrong('unknown-command', { what: name }, near);
  };
  const chosen = word === 'help' ? null : named(word);
  for (const name of given.keys()) {
    if (Object.hasOwn(own, name)) continue;
    const owners = commands.filter(({ options }) => Object.hasOwn(options, name)).map((one) => one.name);
    wrong(known.get(name)?.elsewhere ?? 'option-not-here', {
      command: word,
      what: `--${name}`,
      owners: owners.join(', '),
    });
  }
  if (chosen === null) return { kind: 'help', lang, command: rest[0] === undefined ? null : named(rest[0]) };
  if (rest.length > chosen.most) {
    wrong('too-many', { what: rest.slice(chosen.most).join(' ') });
  }
  return { kind: 'run', lang, command: chosen, given: givenOf(lang, own, rest, given) };
}
