import type { Lang, Region } from '@schaalsprong/agenda';
import { type Assessment, assessmentCsv, explainFault, firstFaults, openRegion } from '@schaalsprong/futures';
import type { ModelProblem } from '@schaalsprong/model';
import { answer } from './answer.ts';
import {
  type AssessCommand,
  type CheckCommand,
  type Command,
  readArguments,
  type SimulateCommand,
  UsageError,
} from './args.ts';
import { assessed } from './assessed.ts';
import { type Exit, exit } from './exit.ts';
import { CommandFault, languageOf, say, sayFault } from './messages.ts';
import { progressLine } from './progress.ts';
import { regionFiles } from './region-files.ts';
import { type Simulation, simulationTable } from './simulate/report.ts';
import { simulate } from './simulate/simulate.ts';
import { standingTable } from './standing-table.ts';
import type { Surroundings } from './surroundings.ts';

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
    switch (command.command) {
      case 'help':
        world.out(say(lang, 'help'));
        return exit.done;
      case 'version':
        world.out(`${world.version}\n`);
        return exit.done;
      case 'check':
        return await runCheck(command, world);
      case 'assess':
        return await runAssess(command, world);
      case 'audit': {
        // Only this command needs the logic of the audit.
        const { runAudit } = await import('./audit/audit.ts');
        return await runAudit(command, world);
      }
      case 'simulate':
        return await runSimulate(command, world);
      case 'read': {
        const { runRead } = await import('./read/read.ts');
        return await runRead(command, world);
      }
      case 'new': {
        const { runNew } = await import('./new/new.ts');
        return await runNew(command, world);
      }
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

async function runCheck(command: CheckCommand, world: Surroundings): Promise<Exit> {
  const { lang, form } = command;
  const files = regionFiles(command.region, lang, world);
  if (files === null) return exit.badInput;
  const { region, model } = await openRegion(files);
  if (form === 'json') {
    world.out(
      `${JSON.stringify(
        {
          region: { id: region.id, title: region.title },
          hashes: region.hashes,
          targets: region.targets.length,
          claims: region.claims.length,
          variables: model.variables.length,
          warnings: model.warnings,
        },
        null,
        2,
      )}\n`,
    );
    return exit.done;
  }
  world.out(
    `${say(lang, 'check-passed', {
      title: region.title[lang],
      targets: region.targets.length,
      claims: region.claims.length,
      variables: model.variables.length,
    })}\n`,
  );
  world.out(warningLines(model.warnings, lang));
  return exit.done;
}

/** More warnings than this at once nobody reads. */
const mostWarnings = 20;

function warningLines(warnings: readonly ModelProblem[], lang: Lang): string {
  if (warnings.length === 0) return '';
  const lines = warnings
    .slice(0, mostWarnings)
    .map(({ file, line, code, message }) => `  ${file}:${line}  ${code}  ${message[lang]}`);
  const more = warnings.length - lines.length;
  return `${[
    say(lang, 'warnings', { count: warnings.length }),
    ...lines,
    ...(more > 0 ? [`  ${say(lang, 'more', { count: more })}`] : []),
  ].join('\n')}\n`;
}

async function runSimulate(command: SimulateCommand, world: Surroundings): Promise<Exit> {
  const { lang, out } = command;
  const progress = progressLine(lang, world);
  let simulation: Simulation | null;
  try {
    simulation = await simulate(command, {
      cwd: world.cwd,
      home: world.home,
      signal: world.signal,
      onProgress: progress.show,
      onModel: ({ model }) => world.err(warningLines(model.warnings, lang)),
    });
  } finally {
    progress.clear();
  }
  if (simulation !== null) {
    world.out(
      command.form === 'json'
        ? `${JSON.stringify(simulation)}\n`
        : simulationTable(simulation, lang, world.width),
    );
  }
  if (out !== null && world.watched) world.err(`${say(lang, 'written', { what: out.path })}\n`);
  return exit.done;
}

async function runAssess(command: AssessCommand, world: Surroundings): Promise<Exit> {
  const { lang, out } = command;
  const files = regionFiles(command.region, lang, world);
  if (files === null) return exit.badInput;
  const opened = await openRegion(files);
  const assessment = await assessed(opened, files, command, world);
  return answer(render(command, assessment, opened.region, world), out, lang, world);
}

function render(command: AssessCommand, assessment: Assessment, region: Region, world: Surroundings): string {
  if (command.form === 'json') return `${JSON.stringify(assessment, null, 2)}\n`;
  if (command.form === 'csv') return assessmentCsv(assessment);
  return standingTable(assessment, region, command.lang, world.width);
}
