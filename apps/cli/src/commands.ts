import type { Command } from './command/command.ts';
import * as registered from './commands/index.ts';

/** Every command of the program, by name. A new one is a folder in `commands/` and a line in its `index.ts`. */
export const commands: readonly Command[] = Object.values<Command>(registered);
