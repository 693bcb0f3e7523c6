import type { Lang } from '@schaalsprong/agenda';
import { type Command, readArguments, UsageError } from './command/args.ts';
import { type Exit, exit } from './command/exit.ts';
import type { Surroundings } from './command/surroundings.ts';
import { CommandFault, languageOf, say, sayFault } from './problems/messages.ts';

export type { Surroundings };

/**
 * One run of the program, from its words to its exit code. Nothing is thrown: a fault of the user is explained in the
 * user's language, a fault of ours says that it is ours.
 *
 * @param argv the words after the name of the program
 * @param world where to read and write
 */
export async function run(argv: readonly string[], world: Surroundings): Promise<Exit> {
  let command: Command;
  try {
    command = readArguments(argv, world.env);
  } catch (error) {
    if (!(error instanceof UsageError)) return unexpected(error, languageOf(world.env.LANG), world);
    return wrongUse(error, world);
  }
  const { lang } = command;
  try {
    // Each command brings its own packages: who audits need not wait for the compiler of models.
    switch (command.command) {
      case 'help':
        world.out(say(lang, 'help'));
        return exit.done;
      case 'version':
        world.out(`${world.version}\n`);
        return exit.done;
      case 'check':
        return await (await import('./commands/check/check.ts')).runCheck(command, world);
      case 'assess':
        return await (await import('./commands/assess/assess.ts')).runAssess(command, world);
      case 'audit':
        return await (await import('./commands/audit/audit.ts')).runAudit(command, world);
      case 'simulate':
        return await (await import('./commands/simulate/run-simulate.ts')).runSimulate(command, world);
      case 'kept':
        return await (await import('./commands/simulate/from.ts')).runKept(command, world);
      case 'read':
        return await (await import('./commands/read/read.ts')).runRead(command, world);
      case 'new':
        return await (await import('./commands/new/new.ts')).runNew(command, world);
      case 'sample':
        return await (await import('./commands/sample/sample.ts')).runSample(command, world);
      case 'sensitivity':
        return await (await import('./commands/sensitivity/sensitivity.ts')).runSensitivity(command, world);
      case 'discover':
        return await (await import('./commands/discover/discover.ts')).runDiscover(command, world);
      case 'robustness':
        return await (await import('./commands/robustness/robustness.ts')).runRobustness(command, world);
      case 'search':
        return await (await import('./commands/search/search.ts')).runSearch(command, world);
      case 'why':
        return await (await import('./commands/why/why.ts')).runWhy(command, world);
      case 'backtest':
        return await (await import('./commands/backtest/backtest.ts')).runBackTest(command, world);
      case 'ingest':
        return await (await import('./commands/ingest/ingest.ts')).runIngest(command, world);
    }
  } catch (error) {
    if (world.signal.aborted) {
      world.err(`${say(lang, 'cancelled')}\n`);
      return exit.cancelled;
    }
    if (error instanceof UsageError) return wrongUse(error, world);
    if (error instanceof CommandFault) {
      world.err(`${sayFault(lang, error.fault, error.values)}\n`);
      return error.fault === 'cannot-write' ? exit.unreachable : exit.badInput;
    }
    const { explainFault, firstFaults } = await import('@schaalsprong/futures');
    const told = explainFault(error, lang);
    if (told === null) return unexpected(error, lang, world);
    world.err(
      `${firstFaults(told, lang).join('\n')}\n\n${say(lang, 'problems-found', { count: told.length })}\n`,
    );
    return exit.badInput;
  }
}

function wrongUse(error: UsageError, world: Surroundings): Exit {
  const { lang } = error;
  const meant =
    error.nearest.length > 0
      ? ` ${say(lang, 'meant-nearest', { what: error.nearest.join(say(lang, 'or')) })}`
      : '';
  world.err(`${sayFault(lang, error.key, error.values)}${meant}\n${say(lang, 'see-help')}\n`);
  return exit.wrongUse;
}

function unexpected(error: unknown, lang: Lang, world: Surroundings): Exit {
  const reason = error instanceof Error ? error.message : String(error);
  world.err(`${sayFault(lang, 'unexpected', { reason })}\n`);
  if (world.env.SCHAALSPRONG_DEBUG && error instanceof Error) world.err(`${error.stack ?? ''}\n`);
  return exit.fault;
}
