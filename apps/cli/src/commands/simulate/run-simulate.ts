import { explainFault } from '@schaalsprong/futures';
import { FuturesError } from '@schaalsprong/methods/problems';
import { ModelError, type ModelProblem } from '@schaalsprong/model';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { say } from '../../problems/messages.ts';
import { progressLine } from '../../terminal/progress.ts';
import { wrap } from '../../terminal/table.ts';
import { warningLines } from '../../terminal/warnings.ts';
import { type Asked, askedOf } from './ask.ts';
import { findModel } from './find-model.ts';
import { runKept } from './from.ts';
import { keep } from './keep.ts';
import type { Given } from './options.ts';
import { provenanceOf, type Simulation, simulationTable } from './report.ts';
import { keptRequest, type SimulateRequest, simulateRequest } from './request.ts';
import type { RunContext } from './run-context.ts';
import { simulate } from './simulate.ts';
import { sayKept } from './texts.ts';

/** `simulate`: run a model, in one or many futures. */
export async function runSimulate(given: Given, world: Surroundings): Promise<Exit> {
  const from = given.value('from');
  if (from !== null) return runKept(keptRequest(given, from), world);
  const command = simulateRequest(given);
  const { lang, out } = command;
  const { cwd, signal, version } = world;
  const found = await findModel(command, cwd, world.home);
  world.err(warningLines(found.model.warnings, lang));
  let asked = await askedOf(command, found, cwd);
  const progress = progressLine(lang, world);
  const context: RunContext = { cwd, signal, version, onProgress: progress.show };
  let simulation: Simulation | null = null;
  try {
    if (command.keep !== null) {
      return await runKeep({ ...command, keep: command.keep }, asked, context, world);
    }
    for (let run = true; run; ) {
      try {
        simulation = await simulate(command, asked, context);
        run = false;
      } catch (error) {
        const gap = gapOf(error, command, asked);
        if (gap === null) throw error;
        progress.clear();
        world.err(`${sayKept(lang, 'gap', { message: gap.message[lang] })}\n`);
        asked = { ...asked, outcomes: asked.outcomes.filter((name) => name !== gap.element) };
      }
    }
  } catch (error) {
    if (!isOfTheDisk(error)) throw error;
    progress.clear();
    world.err(`${explainFault(error, lang)?.join('\n') ?? ''}\n`);
    return exit.unreachable;
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

/**
 * With `--all` nobody asked for this outcome by name: one that is not a number is left out. If anything else is computed with it, the
 * next run stops at it all the same.
 */
function gapOf(error: unknown, { outcomes }: SimulateRequest, asked: Asked): ModelProblem | null {
  if (outcomes !== 'all' || !(error instanceof ModelError)) return null;
  const [problem] = error.problems;
  const known = problem?.element !== undefined && asked.outcomes.includes(problem.element);
  return known && problem.code === 'MODEL_NOT_A_NUMBER' ? problem : null;
}

/** Faults of the disk, not of what was asked. */
const isOfTheDisk = (error: unknown): boolean =>
  error instanceof FuturesError &&
  error.problems.every(({ code }) => code === 'FUTURES_KEPT_DISK' || code === 'FUTURES_KEPT_UNWRITABLE');

async function runKeep(
  command: SimulateRequest & { readonly keep: string },
  asked: Asked,
  context: RunContext,
  world: Surroundings,
): Promise<Exit> {
  const { lang, keep: folder } = command;
  const kept = await keep(command, asked, context, (found) => {
    if (found.kept > 0 && found.kept < found.of)
      world.err(`${sayKept(lang, 'found', { folder, kept: found.kept, of: found.of })}\n`);
    if (found.damaged.length > 0)
      world.err(`${sayKept(lang, 'damaged', { files: found.damaged.join(', ') })}\n`);
  });
  if (command.form === 'json') {
    const { hash, of, kept: there, damaged } = kept;
    const answer = { folder, hash, futures: of, found: there, computed: of - there, damaged };
    world.out(`${JSON.stringify({ kept: answer, provenance: provenanceOf(command, asked) })}\n`);
    return exit.done;
  }
  const { of, kept: there, hash } = kept;
  const lines = [
    ...wrap(sayKept(lang, 'kept', { folder, of, kept: there, made: of - there }), world.width),
    `${sayKept(lang, 'hash')}: ${hash}`,
    ...wrap(sayKept(lang, 'next', { folder }), world.width),
  ];
  world.out(`${lines.join('\n')}\n`);
  return exit.done;
}
