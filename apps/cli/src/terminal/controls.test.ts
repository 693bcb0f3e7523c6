import { expect, it } from 'vitest';
import { runHere } from '../../test/world.ts';
import { visibleControls } from './controls.ts';

it('control characters are written out, but for tab, newline and carriage return', () => {
  expect(visibleControls('a\u001B]0;title\u0007b\tc\r\n')).toBe('a\\u001B]0;title\\u0007b\tc\r\n');
  expect(visibleControls('\u009B31m \u202Eabc\u007F')).toBe('\\u009B31m \\u202Eabc\\u007F');
  expect(visibleControls('é ’ 日本 👍')).toBe('é ’ 日本 👍');
});

it('a name of others cannot steer the terminal, and does not fill it', async () => {
  const steering = await runHere(['assess', '--region', 'x\u001B[2J\u0007']);
  expect(steering.err).toContain('x\\u001B[2J\\u0007');
  expect(steering.err).not.toContain('\u001B');
  const long = await runHere(['assess', '--region', 'x'.repeat(1_000_000)]);
  expect(long.err.length).toBeLessThan(5_000);
});

it('an answer keeps its bytes where it goes to a file or another program', async () => {
  const version = 'v\u001B[1m';
  expect((await runHere(['--version'], { version })).out).toBe('v\u001B[1m\n');
  expect((await runHere(['--version'], { version, isTerminal: true })).out).toBe('v\\u001B[1m\n');
});
