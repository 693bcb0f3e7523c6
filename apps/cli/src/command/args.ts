import { parseArgs } from 'node:util';
import { type Lang, nearest } from '@schaalsprong/agenda';
import { type ConflictKind, conflictKinds, type Setting, settings } from '@schaalsprong/agenda/audit';
import { backTestOptions } from '../commands/backtest/options.ts';
import { discoverOptions } from '../commands/discover/options.ts';
import { ingestOptions } from '../commands/ingest/options.ts';
import { newCommand, readCommand } from '../commands/read/arguments.ts';
import type { NewCommand, ReadCommand } from '../commands/read/command.ts';
import { robustnessOptions } from '../commands/robustness/options.ts';
import { sampleOptions } from '../commands/sample/options.ts';
import { searchOptions } from '../commands/search/options.ts';
import { sensitivityOptions } from '../commands/sensitivity/options.ts';
import { whyOptions } from '../commands/why/options.ts';
import { type Fault, languageOf } from '../problems/messages.ts';
import { defaultRegion } from '../region/default-region.ts';

/** `assess`; null where the region or the machine decides. */
export interface AssessCommand {
  readonly command: 'assess';
  readonly lang: Lang;
  readonly region: string;
  readonly form: 'table' | 'json' | 'csv';
  readonly scenario: string | null;
  /** whose ranges; null for ours */
  readonly viewpoint: string | null;
  readonly futures: number | null;
  readonly seed: number | null;
  readonly threads: number | null;
  readonly out: string | null;
}
/** `simulate`; null where the model decides. */
export interface SimulateCommand {
  readonly command: 'simulate';
  readonly lang: Lang;
  /** A model file, a region folder, or the name of a region. */
  readonly model: string;
  readonly set: Readonly<Record<string, number>>;
  readonly uncertain: string | null;
  readonly futures: number | null;
  readonly seed: number;
  readonly form: 'table' | 'json';
  readonly out: { readonly path: string; readonly form: OutForm } | null;
  /** Every variable, the named ones, or null for those that the model is about. */
  readonly outcomes: 'all' | readonly string[] | null;
  readonly mode: 'exact' | 'fast';
  readonly threads: number | null;
  readonly data: readonly string[];
  readonly units: 'fail' | 'warn' | 'off' | null;
  /** Of a region, whose levers and assumptions are taken: an id or a file. */
  readonly scenario: string | null;
  /** Folder in which the futures are kept, and in which a run that was stopped goes on. */
  readonly keep: string | null;
}
/** In what form the numbers of every future are written. */
export type OutForm = 'csv' | 'parquet' | 'arrow' | 'tar.gz';
/** `simulate --from`: look at futures that were kept, or write them to a file. */
export interface KeptCommand {
  readonly command: 'kept';
  readonly lang: Lang;
  readonly from: string;
  readonly form: 'table' | 'json';
  readonly out: { readonly path: string; readonly form: OutForm } | null;
}
/** `check` */
export interface CheckCommand {
  readonly command: 'check';
  readonly lang: Lang;
  readonly region: string;
  readonly form: 'table' | 'json';
}
/** `audit`; null where the region or the machine decides. */
export interface AuditCommand {
  readonly command: 'audit';
  readonly lang: Lang;
  readonly region: string;
  readonly form: 'table' | 'json' | 'csv' | 'markdown';
  readonly setting: Setting;
  /** By id: assumptions that were switched on or off. */
  readonly assumptions: Readonly<Record<string, boolean>>;
  /** Claim to the reading in which it is taken. */
  readonly readings: Readonly<Record<string, string>>;
  /** Only these kinds; all where null. */
  readonly kinds: readonly ConflictKind[] | null;
  /** Whether a conflict that stands makes the exit code 1. */
  readonly strict: boolean;
  /** What the agenda is held against: another one, what the model computes, a file of results; at most one. */
  readonly against: string | null;
  readonly scenario: string | null;
  readonly results: string | null;
  readonly futures: number | null;
  readonly seed: number | null;
  readonly threads: number | null;
  readonly out: string | null;
}
/** A command that takes its own words apart: `given` holds them. */
export interface MethodCommand {
  readonly command: MethodName;
  readonly lang: Lang;
  readonly given: Given;
}
/** The methods of packages/futures and the monitor, each a command in a folder of its own name. */
export const methodNames = [
  'sample',
  'sensitivity',
  'discover',
  'robustness',
  'search',
  'why',
  'backtest',
  'ingest',
] as const;
export type MethodName = (typeof methodNames)[number];
interface HelpCommand {
  readonly command: 'help' | 'version';
  readonly lang: Lang;
}
/** What the words after the program's name ask. */
export type Command =
  | AssessCommand
  | AuditCommand
  | SimulateCommand
  | KeptCommand
  | CheckCommand
  | ReadCommand
  | NewCommand
  | MethodCommand
  | HelpCommand;

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
  ...sampleOptions,
  ...sensitivityOptions,
  ...discoverOptions,
  ...robustnessOptions,
  ...searchOptions,
  ...whyOptions,
  ...backTestOptions,
  ...ingestOptions,
  region: { type: 'string' },
  scenario: { type: 'string' },
  viewpoint: { type: 'string' },
  futures: { type: 'string' },
  seed: { type: 'string' },
  threads: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  out: { type: 'string' },
  set: { type: 'string' },
  uncertain: { type: 'string' },
  keep: { type: 'string' },
  all: { type: 'boolean' },
  outcomes: { type: 'string' },
  mode: { type: 'string' },
  data: { type: 'string' },
  units: { type: 'string' },
  markdown: { type: 'boolean' },
  setting: { type: 'string' },
  assume: { type: 'string' },
  without: { type: 'string' },
  reading: { type: 'string' },
  kind: { type: 'string' },
  strict: { type: 'boolean' },
  against: { type: 'string' },
  results: { type: 'string' },
  text: { type: 'boolean' },
  into: { type: 'string' },
  name: { type: 'string' },
  force: { type: 'boolean' },
  pages: { type: 'string' },
  language: { type: 'string' },
  accept: { type: 'string' },
  reject: { type: 'string' },
  choices: { type: 'string' },
  certain: { type: 'string' },
  published: { type: 'string' },
  title: { type: 'string' },
  from: { type: 'string' },
  'max-pages': { type: 'string' },
  'max-mb': { type: 'string' },
  'max-characters': { type: 'string' },
  'max-seconds': { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
export type OptionName = keyof typeof options;

const namesOf = <const T extends object>(given: T): (keyof T)[] => Object.keys(given) as (keyof T)[];
const everywhere: readonly OptionName[] = ['lang', 'help', 'version'];
const commands: Readonly<Record<string, readonly OptionName[]>> = {
  assess: [
    'region',
    'scenario',
    'viewpoint',
    'futures',
    'seed',
    'threads',
    'json',
    'csv',
    'out',
    ...everywhere,
  ],
  audit: [
    ...(['region', 'json', 'csv', 'markdown', 'out', 'setting', 'assume', 'without', 'reading'] as const),
    ...(['kind', 'strict', 'against', 'scenario', 'results', 'futures', 'seed', 'threads'] as const),
    ...everywhere,
  ],
  check: ['region', 'json', ...everywhere],
  simulate: [
    ...(['set', 'uncertain', 'futures', 'seed', 'threads', 'json', 'out'] as const),
    ...(['all', 'outcomes', 'mode', 'data', 'units', 'scenario', 'keep', 'from'] as const),
    ...everywhere,
  ],
  read: [
    ...(['json', 'csv', 'text', 'region', 'into', 'name', 'force', 'pages', 'language', 'certain'] as const),
    ...(['accept', 'reject', 'choices', 'published', 'out'] as const),
    ...(['max-pages', 'max-mb', 'max-characters', 'max-seconds'] as const),
    ...everywhere,
  ],
  new: ['title', 'from', 'published', ...everywhere],
  sample: [...namesOf(sampleOptions), ...everywhere],
  sensitivity: [...namesOf(sensitivityOptions), ...everywhere],
  discover: [...namesOf(discoverOptions), ...everywhere],
  robustness: [...namesOf(robustnessOptions), ...everywhere],
  search: [...namesOf(searchOptions), ...everywhere],
  why: [...namesOf(whyOptions), ...everywhere],
  backtest: [...namesOf(backTestOptions), ...everywhere],
  ingest: [...namesOf(ingestOptions), ...everywhere],
  help: everywhere,
};

/** The words after a command, taken apart. */
export interface Given {
  readonly lang: Lang;
  /** words that are no option */
  readonly rest: readonly string[];
  /** the last value of an option; null where it is not there */
  value(name: OptionName): string | null;
  /** every value of an option that may be repeated, or that holds names with commas between them */
  names(name: OptionName): readonly string[];
  /** Says what is wrong with how the command is used. */
  wrong(key: Fault, values?: Readonly<Record<string, string | number>>, near?: readonly string[]): never;
  count(name: OptionName, min: number, max: number): number | null;
  /** a number, fractions too, from `min` to `max`, with a point or an exponent */
  number(name: OptionName, min: number, max: number): number | null;
  oneOf<const T extends string>(name: OptionName, known: readonly T[]): T | null;
  atMostOne<const T extends OptionName>(names: readonly T[]): T | null;
}

/** More futures than this would not fit in memory; a slip of the finger should not take the machine down. */
const mostFutures = 100_000;
/** A simulation holds one block of futures at a time. */
const mostSimulated = 1_000_000;
const mostThreads = 256;
const mostSeed = 0xffff_ffff;

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
  const repeated = new Map<OptionName, string[]>();
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
    repeated.set(name, [...(repeated.get(name) ?? []), token.value ?? 'true']);
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
    if (allowed.includes(name)) continue;
    const weighs = name === 'weights' || name === 'weigh';
    throw new UsageError(lang, weighs ? 'no-weights' : 'option-not-here', { command, what: `--${name}` });
  }
  const method = methodNames.find((name) => name === command);
  const most = command === 'assess' ? 0 : method === undefined ? 1 : 2;
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

  const among = <const T extends string>(name: OptionName, value: string, known: readonly T[]): T => {
    const found = known.find((one) => one === value);
    if (found !== undefined) return found;
    throw new UsageError(
      lang,
      'not-one-of',
      { what: `--${name}`, known: known.join(', '), value },
      nearest(value, known),
    );
  };
  const oneOf = <const T extends string>(name: OptionName, known: readonly T[]): T | null => {
    const value = values.get(name);
    return value === undefined ? null : among(name, value, known);
  };
  /** Which of these options is there, of which there may be one. */
  const atMostOne = <const T extends OptionName>(names: readonly T[]): T | null => {
    const given = names.filter((name) => values.has(name));
    if (given.length > 1) {
      throw new UsageError(lang, 'one-form', { known: names.map((name) => `--${name}`).join(', ') });
    }
    return given[0] ?? null;
  };

  const given: Given = {
    lang,
    rest,
    value: (name) => values.get(name) ?? null,
    names: (name) => (repeated.get(name) ?? []).flatMap(splitNames),
    wrong: (key, filled, near) => {
      throw new UsageError(lang, key, filled, near);
    },
    count,
    number: (name, min, max) => {
      const value = values.get(name);
      if (value === undefined) return null;
      const number = isNumber(value) ? Number(value) : Number.NaN;
      if (number >= min && number <= max) return number;
      throw new UsageError(lang, 'not-number', { what: `--${name}`, min, max, value });
    },
    oneOf,
    atMostOne,
  };
  if (method !== undefined) return { command: method, lang, given };
  if (command === 'read') return readCommand(given);
  if (command === 'new') return newCommand(given);
  if (command === 'audit') {
    const form = atMostOne(['json', 'csv', 'markdown']) ?? 'table';
    const subject = atMostOne(['against', 'scenario', 'results']);
    for (const name of ['futures', 'seed', 'threads'] as const) {
      if (values.has(name) && subject !== 'scenario') {
        throw new UsageError(lang, 'only-with', { what: `--${name}`, other: '--scenario' });
      }
    }
    const switched = (name: 'assume' | 'without', on: boolean): readonly (readonly [string, boolean])[] =>
      (repeated.get(name) ?? []).flatMap(splitNames).map((id) => [id, on] as const);
    const assumptions = eachOnce([...switched('assume', true), ...switched('without', false)], lang);
    const kinds = repeated.get('kind')?.flatMap(splitNames);
    return {
      command,
      lang,
      region: rest[0] ?? values.get('region') ?? defaultRegion,
      form,
      setting: oneOf('setting', settings) ?? 'default',
      assumptions,
      readings: readingsOf((repeated.get('reading') ?? []).flatMap(splitNames), lang),
      kinds:
        kinds === undefined ? null : [...new Set(kinds.map((kind) => among('kind', kind, conflictKinds)))],
      strict: values.has('strict'),
      against: values.get('against') ?? null,
      scenario: values.get('scenario') ?? null,
      results: values.get('results') ?? null,
      futures: count('futures', 1, mostFutures),
      seed: count('seed', 0, mostSeed),
      threads: count('threads', 1, mostThreads),
      out: values.get('out') ?? null,
    };
  }
  if (command === 'assess') {
    atMostOne(['json', 'csv']);
    return {
      command,
      lang,
      region: values.get('region') ?? defaultRegion,
      form: values.has('json') ? 'json' : values.has('csv') ? 'csv' : 'table',
      scenario: values.get('scenario') ?? null,
      viewpoint: values.get('viewpoint') ?? null,
      futures: count('futures', 1, mostFutures),
      seed: count('seed', 0, mostSeed),
      threads: count('threads', 1, mostThreads),
      out: values.get('out') ?? null,
    };
  }
  if (command === 'simulate') {
    const [model] = rest;
    if (values.has('from')) return keptCommand(given, [...values.keys()]);
    if (model === undefined) throw new UsageError(lang, 'no-model');
    if (values.has('all') && values.has('outcomes')) throw new UsageError(lang, 'all-or-some');
    const out = values.get('out');
    return {
      command,
      lang,
      model,
      set: assignments(repeated.get('set') ?? [], lang),
      uncertain: values.get('uncertain') ?? null,
      futures: count('futures', 1, mostSimulated),
      seed: count('seed', 0, mostSeed) ?? 0,
      form: values.has('json') ? 'json' : 'table',
      out: out === undefined ? null : { path: out, form: outForm(out, lang) },
      outcomes: values.has('all') ? 'all' : (repeated.get('outcomes')?.flatMap(splitNames) ?? null),
      mode: oneOf('mode', ['exact', 'fast']) ?? 'exact',
      threads: count('threads', 1, mostThreads),
      data: repeated.get('data') ?? [],
      units: oneOf('units', ['fail', 'warn', 'off']),
      scenario: values.get('scenario') ?? null,
      keep: values.get('keep') ?? null,
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

const isNumber = (text: string): boolean =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));

/** The values of `--set name=number`: the last `=` counts, because a quoted name may hold one. */
export function assignments(given: readonly string[], lang: Lang): Readonly<Record<string, number>> {
  const set: Record<string, number> = {};
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(at, 0)).trim();
    const value = text.slice(at + 1).trim();
    if (name === '' || !isNumber(value)) {
      throw new UsageError(lang, 'not-assignment', { value: text });
    }
    set[name] = Number(value);
  }
  return set;
}

/** The values of `--reading claim=reading`. */
function readingsOf(given: readonly string[], lang: Lang): Readonly<Record<string, string>> {
  const pairs = given.map((text) => {
    const [claim = '', reading = '', ...more] = text.split('=').map((part) => part.trim());
    if (claim === '' || reading === '' || more.length > 0) {
      throw new UsageError(lang, 'not-reading', { value: text });
    }
    return [claim, reading] as const;
  });
  return eachOnce(pairs, lang);
}

/** What was chosen, by name; a name that was given two choices is a mistake. */
function eachOnce<T>(pairs: readonly (readonly [string, T])[], lang: Lang): Readonly<Record<string, T>> {
  const chosen = new Map<string, T>();
  for (const [name, choice] of pairs) {
    if (chosen.has(name) && chosen.get(name) !== choice) {
      throw new UsageError(lang, 'both-ways', { what: name });
    }
    chosen.set(name, choice);
  }
  return Object.fromEntries(chosen);
}

/** Names with commas between them; a comma within brackets or quotes is part of a name. */
export function splitNames(text: string): string[] {
  return (text.match(/(?:"(?:\\.|[^"\\])*"|\[[^\]]*\]|[^,])+/g) ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `simulate --from`: nothing but where they are and where they go. */
function keptCommand({ lang, rest, value, wrong }: Given, names: readonly OptionName[]): KeptCommand {
  const other = names.find((name) => !['from', 'out', 'json', 'lang'].includes(name));
  if (other !== undefined) wrong('one-form', { known: `--from, --${other}` });
  if (rest.length > 0) wrong('too-many', { what: rest.join(' ') });
  const out = value('out');
  return {
    command: 'kept',
    lang,
    from: value('from') ?? '',
    form: value('json') === null ? 'table' : 'json',
    out: out === null ? null : { path: out, form: outForm(out, lang) },
  };
}

function outForm(path: string, lang: Lang): OutForm {
  const ending = /\.(csv|parquet|arrow|tar\.gz)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'parquet' || ending === 'arrow' || ending === 'tar.gz') return ending;
  throw new UsageError(lang, 'not-out-form', { value: path });
}
