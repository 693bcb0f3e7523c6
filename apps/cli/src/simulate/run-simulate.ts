import type { SimulateCommand } from '../args.ts';
import { type Exit, exit } from '../exit.ts';
import { say } from '../messages.ts';
import { progressLine } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';
import { warningLines } from '../warnings.ts';
import { type Simulation, simulationTable } from './report.ts';
import { simulate } from './simulate.ts';

/** `simulate`: run a model, in one or many futures. */
export async function runSimulate(command: SimulateCommand, world: Surroundings): Promise<Exit> {
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
