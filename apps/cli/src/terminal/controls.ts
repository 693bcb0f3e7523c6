import type { Surroundings } from '../command/surroundings.ts';

/** Characters that move the cursor, ring, colour, or hand a terminal a command; tab, newline and carriage return are ours. */
// Also the marks that turn the direction of writing.
const controls = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/gu;

/** Longest line to a person; a name of eight megabytes in a fault hides the fault. */
const longest = 4_000;

const escaped = (sign: string): string =>
  `\\u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text with control characters written out, `\u001B`: names and texts of others reach the terminal through ours. */
export const visibleControls = (text: string): string => text.replace(controls, escaped);

const shortened = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.length > longest ? `${line.slice(0, longest)}... (${line.length})` : line))
    .join('\n');

/**
 * The same world, in which a text of others cannot steer the terminal: faults always have their control characters written out and
 * overlong lines cut, answers where they go to a terminal. An answer that goes to a file or another program keeps its bytes.
 */
export const withVisibleControls = (world: Surroundings): Surroundings => ({
  ...world,
  out: world.isTerminal === true ? (text) => world.out(visibleControls(text)) : world.out,
  err: (text) => world.err(shortened(visibleControls(text))),
});
