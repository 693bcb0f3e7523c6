import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  checkpointText,
  readCheckpoint,
  type SearchProblem,
  type SearchSettings,
  type SeedsResult,
  type SeedsState,
  searchSeeds,
} from '@schaalsprong/methods/search';
import type { Lang } from '@schaalsprong/words';
import type { Surroundings } from '../../command/surroundings.ts';
import { reasonOf, writeWhole } from '../../files/files.ts';
import { CommandFault } from '../../problems/messages.ts';
import { progressLine } from '../../terminal/progress.ts';
import type { SearchAsk } from './asked.ts';
import { saySearch } from './texts.ts';

/** Between two writings of the same file: a generation of a small problem takes less time than writing it down. */
const LEAST_BETWEEN_MS = 1000;

/**
 * Searches, with progress for whoever watches, from where `--resume` was, and kept in the file of `--checkpoint` while it goes: every
 * second at most, at the end, and when it is stopped. The file is written atomically, so that a kill in the middle leaves the last one.
 *
 * @param question what the search is about: a checkpoint of another is refused
 * @throws CommandFault where a file cannot be read or written; FuturesError for a checkpoint that is none or is of another
 *   question; what the search throws
 */
export async function keptSearch(
  problem: SearchProblem,
  question: string,
  settings: SearchSettings,
  asked: SearchAsk,
  lang: Lang,
  world: Surroundings,
): Promise<SeedsResult> {
  const { checkpoint, resume, seeds } = asked;
  const from = resume === null ? undefined : readCheckpoint(resume, textOf(resume, world), question);
  const progress = progressLine(lang, world);
  let latest: SeedsState | null = null;
  let written = Number.NEGATIVE_INFINITY;
  const write = (): void => {
    if (checkpoint === null || latest === null) return;
    try {
      writeWhole(resolve(world.cwd, checkpoint), checkpointText(question, latest));
    } catch (error) {
      throw new CommandFault('cannot-write', { what: checkpoint, reason: reasonOf(error) });
    }
    written = performance.now();
    latest = null;
  };
  let run = 1;
  try {
    const result = await searchSeeds(
      problem,
      settings,
      seeds,
      {
        signal: world.signal,
        onProgress: ({ evaluations, of, archive }) =>
          progress.say(saySearch(lang, 'progress', { evaluations, of, archive, run, runs: seeds })),
        onGeneration: (state) => {
          run = state.done.length + 1;
          latest = state;
          if (performance.now() - written >= LEAST_BETWEEN_MS) write();
        },
      },
      from,
    );
    write();
    return result;
  } catch (error) {
    if (world.signal.aborted && checkpoint !== null) {
      progress.clear();
      write();
      world.err(`${saySearch(lang, 'kept', { what: checkpoint })}\n`);
    }
    throw error;
  } finally {
    progress.clear();
  }
}

function textOf(what: string, { cwd }: Surroundings): string {
  try {
    return readFileSync(resolve(cwd, what), 'utf8');
  } catch (error) {
    throw new CommandFault('cannot-read', { what, reason: reasonOf(error) });
  }
}
