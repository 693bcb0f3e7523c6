import { parseArgs } from 'node:util';
import { type Lang, nearest } from '@schaalsprong/agenda';
import { type Fault, languageOf } from './messages.ts';

/** Where the region stands when none is named, from the folder of the repository. */
const defaultRegion = 'regions/brainport';

/** `assess`; null where the region or the machine decides. */
export interface AssessCommand {
  readonly command: 'assess';
  readonly lang: Lang;
  readonly region: string;
  readonly form: 'table' | 'json' | 'csv';
  readonly scenario: string | null;
  readonly futures: number | null;
  readonly seed: number | null;
  readonly threads: number | null;
  readonly out: string | null;
}
/** `check` */
export interface CheckCommand {
  readonly command: 'check';
  readonly lang: Lang;
  readonly region: string;
  readonly form: 'table' | 'json';
}
interface HelpCommand {
  readonly command: 'help' | 'version';
  readonly lang: Lang;
}
/** What the words after the program's name ask. */
export type Command = AssessCommand | CheckCommand | HelpCommand;

/** Wrong use: which text says it, and what may have been meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly key: Fault;
  readonly values: Readonly<Record<string, string | number>>;
  readonly nearest: readonly string[];
  readonly lang: Lang;
  constructor(
    lang: Lang,
    key: Fault,
    values: Readonly<Record<string, string | number>> = {},
    near: readonly string[] = [],
  ) {
    super(key);
    this.lang = lang;
    this.key = key;
    this.values = values;
    this.nearest = near;
  }
}

const options = {
  region: { type: 'string' },
  scenario: { type: 'string' },
  futures: { type: 'string' },
  seed: { type: 'string' },
  threads: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  out: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
type OptionName = keyof typeof options;

const everywhere: readonly OptionName[] = ['lang', 'help', 'version'];
const commands: Readonly<Record<string, readonly OptionName[]>> = {
  assess: ['region', 'scenario', 'futures', 'seed', 'threads', 'json', 'csv', 'out', ...everywhere],
  check: ['region', 'json', ...everywhere],
  help: everywhere,
};

/** More futures than this would not fit in memory; a slip of the finger should not take the machine down. */
const mostFutures = 100_000;

const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

/**
 * Reads the words after the program's name.
 *
 * @param argv the words
 * @param env for the language
 * @throws UsageError that says what is wrong and what may have been meant
 */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  // The language first, so that every complaint after it is in that language.
  let lang = languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
  const asked = tokens.find((token) => token.kind === 'option' && token.name === 'lang');
  if (asked?.kind === 'option' && (asked.value === 'nl' || asked.value === 'en')) lang = asked.value;

  const values = new Map<OptionName, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    if (!isOption(name)) {
      const all = Object.keys(options).map((known) => `--${known}`);
      throw new UsageError(lang, 'unknown-option', { what: rawName }, nearest(rawName, all));
    }
    const takesValue = options[name].type === 'string';
    if (takesValue) {
      if (token.value === undefined || token.value === '') {
        throw new UsageError(lang, 'missing-value', { what: rawName });
      }
      // `--futures -5` is a number below zero, `--out --json` is a value forgotten.
      if (!token.inlineValue && token.value.startsWith('--')) {
        throw new UsageError(lang, 'missing-value', { what: rawName });
      }
    } else if (token.value !== undefined) {
      throw new UsageError(lang, 'no-value', { what: rawName });
    }
    values.set(name, token.value ?? 'true');
  }

  const language = values.get('lang');
  if (language !== undefined && language !== 'nl' && language !== 'en') {
    throw new UsageError(lang, 'not-lang', { value: language });
  }
  if (values.has('version')) return { command: 'version', lang };
  if (values.has('help')) return { command: 'help', lang };

  const [command, ...rest] = words;
  if (command === undefined) throw new UsageError(lang, 'no-command');
  const allowed = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (allowed === undefined) {
    throw new UsageError(lang, 'unknown-command', { what: command }, nearest(command, Object.keys(commands)));
  }
  for (const name of values.keys()) {
    if (!allowed.includes(name))
      throw new UsageError(lang, 'option-not-here', { command, what: `--${name}` });
  }
  const most = command === 'check' ? 1 : 0;
  if (command !== 'help' && rest.length > most) {
    throw new UsageError(lang, 'too-many', { what: rest.slice(most).join(' ') });
  }

  const count = (name: OptionName, min: number, max: number): number | null => {
    const value = values.get(name);
    if (value === undefined) return null;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!Number.isSafeInteger(number) || number < min || number > max) {
      throw new UsageError(lang, 'not-count', { what: `--${name}`, min, max, value });
    }
    return number;
  };

  if (command === 'assess') {
    if (values.has('json') && values.has('csv')) throw new UsageError(lang, 'one-form');
    return {
      command,
      lang,
      region: values.get('region') ?? defaultRegion,
      form: values.has('json') ? 'json' : values.has('csv') ? 'csv' : 'table',
      scenario: values.get('scenario') ?? null,
      futures: count('futures', 1, mostFutures),
      seed: count('seed', 0, 0xffff_ffff),
      threads: count('threads', 1, 256),
      out: values.get('out') ?? null,
    };
  }
  if (command === 'check') {
    return {
      command,
      lang,
      region: rest[0] ?? values.get('region') ?? defaultRegion,
      form: values.has('json') ? 'json' : 'table',
    };
  }
  return { command: 'help', lang };
}
