import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArguments, UsageError } from './args.ts';

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
  test('assess takes its settings from the region where none are given', () => {
    expect(readArguments(['assess'], {})).toEqual({
      command: 'assess',
      lang: 'nl',
      region: 'regions/brainport',
      form: 'table',
      scenario: null,
      futures: null,
      seed: null,
      threads: null,
      out: null,
    });
  });

  test('every option of assess is read, in any order and with or without an equals sign', () => {
    const words = '--seed=3 assess --json --region r --scenario s --futures 12 --threads 2 --out o --lang en';
    expect(readArguments(words.split(' '), {})).toEqual({
      command: 'assess',
      lang: 'en',
      region: 'r',
      form: 'json',
      scenario: 's',
      futures: 12,
      seed: 3,
      threads: 2,
      out: 'o',
    });
  });

  test('the language is that of --lang, else of the environment, else Dutch', () => {
    expect(readArguments(['help'], { LANG: 'en_GB.UTF-8' }).lang).toBe('en');
    expect(readArguments(['help'], { LANG: 'en_GB.UTF-8', LC_ALL: 'nl_NL.UTF-8' }).lang).toBe('nl');
    expect(readArguments(['help'], { LANG: 'C.UTF-8' }).lang).toBe('nl');
    expect(readArguments(['help', '--lang', 'nl'], { LANG: 'en_GB' }).lang).toBe('nl');
    expect(fault(['--nonsense', '--lang', 'en']).lang).toBe('en');
  });

  test('a word that is nearly a command or option is answered with what may have been meant', () => {
    expect(fault(['asess']).nearest).toEqual(['assess']);
    expect(fault(['assess', '--futres', '3']).nearest).toEqual(['--futures']);
    expect(fault(['zzzzzz']).nearest).toEqual([]);
  });

  test.each([
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
    ['two regions to check', ['check', 'a', 'b'], 'too-many'],
    ['an option of another command', ['check', '--futures', '3'], 'option-not-here'],
  ])('%s is wrong use', (_, argv, key) => {
    expect(fault(argv).key).toBe(key);
  });

  test('whatever is typed gives a command or a usage error, never another fault', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'assess',
        'check',
        'help',
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
          expect(readArguments(argv, {}).command).toMatch(/^(assess|check|help|version)$/);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});
