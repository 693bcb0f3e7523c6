import { describe, expect, it } from 'vitest';
import { runHere } from '../../test/world.ts';
import { commands } from '../commands.ts';
import { readArguments } from './arguments.ts';
import { commandHelp, overview } from './help.ts';

describe('the help', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    'of %s names every option, in both languages, and only examples that parse',
    (_, command) => {
      for (const lang of ['nl', 'en'] as const) {
        const text = commandHelp(command, lang, 100);
        for (const name of Object.keys(command.options)) expect(text).toContain(`--${name}`);
        expect(text).not.toContain('undefined');
        for (const line of text.split('\n')) expect(line).toBe(line.trimEnd());
      }
      expect(command.examples).not.toEqual([]);
      for (const example of command.examples) {
        const words = example.match(/'[^']*'|\S+/g) ?? [];
        const argv = words.map((word) => word.replaceAll("'", ''));
        expect(readArguments(argv, {}, commands)).toMatchObject({ kind: 'run', command });
      }
    },
  );

  it('lists every command', () => {
    for (const { name } of commands) expect(overview(commands, 'en', 100)).toContain(`schaalsprong ${name}`);
  });

  it('is the same by `help COMMAND` and `COMMAND --help`', async () => {
    const [one, other] = [await runHere(['help', 'audit']), await runHere(['audit', '--help'])];
    expect(one.out).toContain('--against');
    expect(other).toEqual(one);
  });
});
