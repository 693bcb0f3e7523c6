import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Given as AssessGiven } from '../commands/assess/options.ts';
import { assessRequest } from '../commands/assess/request.ts';
import type { Given as AuditGiven } from '../commands/audit/options.ts';
import { auditRequest } from '../commands/audit/request.ts';
import { commands } from '../commands.ts';
import { readArguments as read } from './arguments.ts';
import { UsageError } from './usage-error.ts';

/** Parses the words all the way to what their command is asked. */
function readArguments(argv: readonly string[], env: Record<string, string>) {
  const request = read(argv, env, commands);
  if (request.kind !== 'run') return { command: request.kind, lang: request.lang };
  const { name } = request.command;
  const { given } = request;
  if (name === 'assess') return { command: name, ...assessRequest(given as AssessGiven) };
  if (name === 'audit') return { command: name, ...auditRequest(given as AuditGiven) };
  return { command: name, lang: request.lang };
}

const fault = (argv: readonly string[], env: Record<string, string> = {}): UsageError => {
  try {
    readArguments(argv, env);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`no fault in ${argv.join(' ')}`);
};

describe('the words of the command line', () => {
  it('assess takes its settings from the region where none are given', () => {
    expect(readArguments(['assess'], {})).toEqual({
      command: 'assess',
      lang: 'nl',
      region: 'regions/brainport',
      form: 'table',
      scenario: null,
      viewpoint: null,
      futures: null,
      seed: null,
      threads: null,
      out: null,
    });
  });

  it('every option of assess is read, in any order and with or without an equals sign', () => {
    const words =
      '--seed=3 assess --json --region r --scenario s --viewpoint v --futures 12 --threads 2 --out o --lang en';
    expect(readArguments(words.split(' '), {})).toEqual({
      command: 'assess',
      lang: 'en',
      region: 'r',
      form: 'json',
      scenario: 's',
      viewpoint: 'v',
      futures: 12,
      seed: 3,
      threads: 2,
      out: 'o',
    });
  });

  it('audit takes everything at its default where nothing is switched', () => {
    expect(readArguments(['audit'], {})).toEqual({
      command: 'audit',
      lang: 'nl',
      region: 'regions/brainport',
      form: 'table',
      setting: 'default',
      assumptions: {},
      readings: {},
      kinds: null,
      strict: false,
      against: null,
      scenario: null,
      results: null,
      futures: null,
      seed: null,
      threads: null,
      out: null,
    });
  });

  it('switches of audit may be repeated or stand with commas between them', () => {
    const words =
      'audit r --assume a,b --assume c --without d --reading x=exactly,y=annual --reading z=at-least --kind near --kind missing,near --setting bare --strict --markdown';
    expect(readArguments(words.split(' '), {})).toMatchObject({
      region: 'r',
      form: 'markdown',
      setting: 'bare',
      assumptions: { a: true, b: true, c: true, d: false },
      readings: { x: 'exactly', y: 'annual', z: 'at-least' },
      kinds: ['near', 'missing'],
      strict: true,
    });
    // A name that every object has is a name like any other.
    const odd = readArguments(['audit', '--assume', '__proto__'], {});
    expect('assumptions' in odd && Object.keys(odd.assumptions)).toEqual(['__proto__']);
  });

  it('the language is that of --lang, else of the environment, else Dutch', () => {
    expect(readArguments(['help'], { LANG: 'en_GB.UTF-8' }).lang).toBe('en');
    expect(readArguments(['help'], { LANG: 'en_GB.UTF-8', LC_ALL: 'nl_NL.UTF-8' }).lang).toBe('nl');
    expect(readArguments(['help'], { LANG: 'C.UTF-8' }).lang).toBe('nl');
    expect(readArguments(['help', '--lang', 'nl'], { LANG: 'en_GB' }).lang).toBe('nl');
    expect(fault(['--nonsense', '--lang', 'en']).lang).toBe('en');
  });

  it('a word that is nearly a command or option is answered with what may have been meant', () => {
    expect(fault(['asess']).nearest).toEqual(['assess']);
    expect(fault(['assess', '--futres', '3']).nearest).toEqual(['--futures']);
    expect(fault(['audit', '--kind', 'contradicton']).nearest[0]).toBe('contradiction');
    expect(fault(['zzzzzz']).nearest).toEqual([]);
  });

  it.each([
    ['no command', [], 'no-command'],
    ['an unknown command', ['toString'], 'unknown-command'],
    ['no futures', ['assess', '--futures', '0'], 'not-count'],
    ['futures below zero', ['assess', '--futures', '-5'], 'not-count'],
    ['futures that are no number', ['assess', '--futures', 'abc'], 'not-count'],
    ['half a future', ['assess', '--futures', '1.5'], 'not-count'],
    ['futures beyond all memory', ['assess', '--futures', '1e9'], 'not-count'],
    ['a seed that is no number', ['assess', '--seed', 'x'], 'not-count'],
    ['a seed below zero', ['assess', '--seed=-1'], 'not-count'],
    ['no threads', ['assess', '--threads', '0'], 'not-count'],
    ['a value forgotten at the end', ['assess', '--seed'], 'missing-value'],
    ['a value forgotten before an option', ['assess', '--out', '--json'], 'missing-value'],
    ['an empty value', ['assess', '--region='], 'missing-value'],
    ['a value too many', ['assess', '--json=yes'], 'no-value'],
    ['two forms at once', ['assess', '--json', '--csv'], 'one-form'],
    ['a third language', ['assess', '--lang', 'de'], 'not-lang'],
    ['a word too many', ['assess', 'regions/brainport'], 'too-many'],
    ['a form too many', ['audit', '--json', '--markdown'], 'one-form'],
    ['two things to hold beside the agenda', ['audit', '--against', 'a', '--scenario', 'b'], 'one-form'],
    ['futures where no model runs', ['audit', '--futures', '9'], 'only-with'],
    ['an assumption taken and left out', ['audit', '--assume', 'a', '--without', 'a'], 'both-ways'],
    ['a claim in two readings', ['audit', '--reading', 'a=b', '--reading', 'a=c'], 'both-ways'],
    ['a reading without its claim', ['audit', '--reading', 'exactly'], 'not-reading'],
    ['a reading with two', ['audit', '--reading', 'a=b=c'], 'not-reading'],
    ['a setting that is none', ['audit', '--setting', 'wide'], 'not-one-of'],
    ['a kind that is none', ['audit', '--kind', 'near,contradictions'], 'not-one-of'],
    ['two regions to audit', ['audit', 'a', 'b'], 'too-many'],
    ['two regions to check', ['check', 'a', 'b'], 'too-many'],
    ['an option of another command', ['check', '--futures', '3'], 'option-not-here'],
  ])('%s is wrong use', (_, argv, key) => {
    expect(fault(argv).key).toBe(key);
  });

  it('whatever is typed gives a command or a usage error, never another fault', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'assess',
        'check',
        'help',
        'audit',
        '--assume',
        '--reading',
        'a=b',
        '--json',
        '--csv',
        '--futures',
        '--seed',
        '--',
        '-',
        '-h',
        '-x',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
        try {
          expect(readArguments(argv, {}).command).toMatch(/^(assess|audit|check|help|version)$/);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });

  it('an unknown option is answered with the nearest of its own command', () => {
    // --target is of why alone; assess has nothing near it.
    expect(fault(['why', '--targt', 'x']).nearest).toEqual(['--target']);
    expect(fault(['assess', '--targt', 'x']).nearest).not.toContain('--target');
  });

  it('an option of another command says which command it belongs to', () => {
    expect(fault(['check', '--viewpoint', 'v']).values).toMatchObject({ owners: 'assess' });
    expect(fault(['sensitivity', 'sobol', '--weigh', 'a>1:2']).key).toBe('no-weights');
  });

  it('an option name has one type in every command, as words are parsed before the command is known', () => {
    const kinds = new Map<string, Set<string>>();
    for (const { options } of commands) {
      for (const [name, { type }] of Object.entries(options)) {
        kinds.set(name, (kinds.get(name) ?? new Set()).add(type === 'flag' ? 'flag' : 'value'));
      }
    }
    expect([...kinds].filter(([, types]) => types.size > 1)).toEqual([]);
  });
});
