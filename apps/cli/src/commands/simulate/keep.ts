import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { exportKept, type Kept, type KeptQuestion, keepFutures, openKept } from '@schaalsprong/methods/node';
import type { Model } from '@schaalsprong/model';
import { reasonOf } from '../../files/files.ts';
import { CommandFault } from '../../problems/messages.ts';
import { type Asked, dataHash } from './ask.ts';
import { unitsOf } from './report.ts';
import type { OutForm, SimulateRequest } from './request.ts';
import type { RunContext } from './run-context.ts';
import { isOfTheFile } from './write.ts';

/**
 * * Computes the futures of a command and keeps them in its folder, going on where an earlier run stopped; then writes them to the
 * file that it names, if it names one.
 *
 * @param onFound callback with the number of futures found, before anything is computed
 */
export async function keep(
  command: SimulateRequest & { readonly keep: string },
  asked: Asked,
  context: RunContext,
  onFound: (found: Pick<Kept, 'kept' | 'of' | 'damaged'>) => void,
): Promise<Kept> {
  const kept = await keepFutures({
    ...request(command, asked, context),
    folder: resolve(context.cwd, command.keep),
    onFound,
  });
  if (command.out !== null) {
    await writeKept(resolve(context.cwd, command.keep), command.out, context);
  }
  return kept;
}

/**
 * Writes an archive of EMA Workbench. It goes outcome by outcome and not future by future, so the futures are kept on disk
 * meanwhile, beside it.
 */
export async function writeArchive(
  command: SimulateRequest,
  asked: Asked,
  { path, typed }: { readonly path: string; readonly typed: string },
  context: RunContext,
): Promise<void> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(dirname(path), '.schaalsprong-'));
    await keepFutures({ ...request(command, asked, context), folder });
    await exportKept(await openKept(folder), path, 'tar.gz');
  } catch (error) {
    if (!isOfTheFile(error)) throw error;
    throw new CommandFault('cannot-write', { what: typed, reason: reasonOf(error) });
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

/** Writes what is kept in a folder to a file. */
export async function writeKept(
  folder: string,
  { path, form }: { readonly path: string; readonly form: OutForm },
  { cwd, onProgress }: Pick<RunContext, 'cwd' | 'onProgress'>,
): Promise<void> {
  const kept = await openKept(folder);
  try {
    await exportKept(kept, resolve(cwd, path), form, onProgress);
  } catch (error) {
    if (!isOfTheFile(error)) throw error;
    throw new CommandFault('cannot-write', { what: path, reason: reasonOf(error) });
  }
}

const request = (command: SimulateRequest, asked: Asked, context: RunContext) => ({
  question: questionOf(command, asked),
  model: asked.found.model,
  createdBy: context.version,
  threads: command.threads ?? undefined,
  signal: context.signal,
  onProgress: context.onProgress,
});

function questionOf(command: SimulateRequest, asked: Asked): KeptQuestion {
  const { found, uncertainties, futures, outcomes, scenario, levers } = asked;
  const { region, model, file, sha256 } = found;
  const unit = unitsOf(model);
  return {
    region: region?.id ?? null,
    agenda: region?.hashes.agenda ?? null,
    model: { file, sha256 },
    data: dataHash(found),
    design: 'latin-hypercube',
    futures,
    seed: command.seed,
    mode: command.mode,
    scenario,
    levers: { ...levers },
    uncertainties: uncertainties.map(({ id, variable, distribution }) => ({ id, variable, distribution })),
    outcomes: outcomes.map((name) => ({ name, unit: unit(name) })),
    times: savedTimes(model.time),
  };
}

/** The saved times, counted in steps as the model counts them. */
function savedTimes({ start, stop, step, saveEvery }: Model['time']): number[] {
  const each = Math.round(saveEvery / step);
  const steps = Math.round((stop - start) / step);
  return Array.from({ length: Math.floor(steps / each) + 1 }, (_, i) => start + i * each * step);
}
