import { resolve } from 'node:path';
import type { Lang } from '@schaalsprong/words';
import { type Exit, exit } from '../command/exit.ts';
import type { Surroundings } from '../command/surroundings.ts';
import { reasonOf, writeWhole } from '../files/files.ts';
import { say, sayFault } from '../problems/messages.ts';

/**
 * Gives an answer: to the output, or whole into the file that `--out` names.
 *
 * @param text the answer, ending in a newline
 * @param out path as the user wrote it; null for the output
 * @returns done, or that the file could not be written
 */
export function answer(text: string, out: string | null, lang: Lang, world: Surroundings): Exit {
  if (out === null) {
    world.out(text);
    return exit.done;
  }
  try {
    writeWhole(resolve(world.cwd, out), text);
  } catch (error) {
    world.err(`${sayFault(lang, 'cannot-write', { what: out, reason: reasonOf(error) })}\n`);
    return exit.unreachable;
  }
  if (world.watched) world.err(`${say(lang, 'written', { what: out })}\n`);
  return exit.done;
}
