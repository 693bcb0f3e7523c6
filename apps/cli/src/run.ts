import type { Lang } from '@schaalsprong/words';
import { type Request, readArguments } from './command/arguments.ts';
import { type Exit, exit } from './command/exit.ts';
import { commandHelp, overview } from './command/help.ts';
import type { Surroundings } from './command/surroundings.ts';
import { UsageError } from './command/usage-error.ts';
import { commands } from './commands.ts';
import { CommandFault, languageOf, say, sayFault } from './problems/messages.ts';
import { withVisibleControls } from './terminal/controls.ts';

export type { Surroundings };

/**
 * One run of the program, from its words to its exit code. Nothing is thrown: a fault of the user is explained in the
 * user's language, a fault of ours says that it is ours.
 *
 * @param argv the words after the name of the program
 * @param surroundings where to read and write
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<Exit> {
  const world = withVisibleControls(surroundings);
  let request: Request;
  try {
    request = readArguments(argv, world.env, commands);
  } catch (error) {
    if (!(error instanceof UsageError)) return unexpected(error, languageOf(world.env.LANG), world);
    return wrongUse(error, null, world);
  }
  const { lang } = request;
  try {
    switch (request.kind) {
      case 'version':
        world.out(`${world.version}\n`);
        return exit.done;
      case 'help':
        world.out(
          request.command === null
            ? overview(commands, lang, world.width)
            : commandHelp(request.command, lang, world.width),
        );
        return exit.done;
      case 'run':
        return await request.command.run(request.given, world);
    }
  } catch (error) {
    if (world.signal.aborted) {
      world.err(`${say(lang, 'cancelled')}\n`);
      return exit.cancelled;
    }
    if (error instanceof UsageError) {
      return wrongUse(error, request.kind === 'run' ? request.command.name : null, world);
    }
    if (error instanceof CommandFault) {
      world.err(`${sayFault(lang, error.fault, error.values)}\n`);
      return error.fault === 'cannot-write' ? exit.unreachable : exit.badInput;
    }
    const { explainFault, firstFaults } = await import('@schaalsprong/futures');
    const faults = explainFault(error, lang);
    if (faults === null) return unexpected(error, lang, world);
    world.err(
      `${firstFaults(faults, lang).join('\n')}\n\n${say(lang, 'problems-found', { count: faults.length })}\n`,
    );
    return exit.badInput;
  }
}

/** @param running the command that runs; null where the words of the user could not be read as one */
function wrongUse(error: UsageError, running: string | null, world: Surroundings): Exit {
  const { lang } = error;
  const meant =
    error.nearest.length > 0
      ? ` ${say(lang, 'meant-nearest', { what: error.nearest.join(say(lang, 'or')) })}`
      : '';
  const name = error.command ?? running;
  const help = say(lang, 'see-help', { command: name === null ? '' : ` ${name}` });
  world.err(`${sayFault(lang, error.key, error.values)}${meant}\n${help}\n`);
  return exit.wrongUse;
}

function unexpected(error: unknown, lang: Lang, world: Surroundings): Exit {
  const reason = error instanceof Error ? error.message : String(error);
  world.err(`${sayFault(lang, 'unexpected', { reason })}\n`);
  if (world.env.SCHAALSPRONG_DEBUG && error instanceof Error) world.err(`${error.stack ?? ''}\n`);
  return exit.fault;
}
