/**
 * What it costs to find all minimal conflicts of a synthetic agenda whose conflicts are known, and how that grows,
 * beside a plain deletion filter: it leaves out one group after the other as long as the rest still cannot hold, so it
 * finds one conflict at a time, gives up one group of it and starts again. Both run in one process, on the same rows
 * and the same solver; the filter stops after some seconds, and says how far it was.
 *
 *   npx node bench/audit.bench.ts [--claims 500,2000,10000] [--shapes connected,scattered] [--rounds 3] [--baseline 20]
 *
 * Ends with 1 where anything planted is missed or anything else is found.
 */
import { parseArgs } from 'node:util';
import { type ComponentSearch, createEngine, type Logic } from '@schaalsprong/audit';
import { large, largeOracle } from '@schaalsprong/audit/large';
import { syntheticAgenda } from '@schaalsprong/audit/synthetic';
import { loadSolver } from '@schaalsprong/solver';

const { values: options } = parseArgs({
  options: {
    claims: { type: 'string', default: '500,2000,10000' },
    shapes: { type: 'string', default: 'connected,scattered' },
    rounds: { type: 'string', default: '3' },
    baseline: { type: 'string', default: '20' },
  },
});
const sizes = options.claims.split(',').map(Number);
const rounds = Number(options.rounds);
const patience = Number(options.baseline);
const solver = await loadSolver();

const name = (groups: readonly string[]): string => [...groups].sort().join(' + ');
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const seconds = (x: number): string => `${x.toPrecision(3)} s`;

/** Wall clock and processor time of a piece of work, in seconds. */
function spent<T>(work: () => T): { wall: number; processor: number; made: T } {
  const processor = process.cpuUsage();
  const wall = performance.now();
  const made = work();
  const { user, system } = process.cpuUsage(processor);
  return { wall: (performance.now() - wall) / 1000, processor: (user + system) / 1e6, made };
}

/** How far the deletion filter came in all components together. */
interface Filtered {
  conflicts: string[];
  solves: number;
  stopped: boolean;
}

function deletionFilter(logic: Logic): Filtered {
  const until = performance.now() + patience * 1000;
  const far: Filtered = { conflicts: [], solves: 0, stopped: false };
  const search: ComponentSearch = (component, among) => {
    const oracle = largeOracle(solver, component);
    const open = Uint8Array.from(among);
    const holds = (groups: Uint8Array): boolean => {
      far.solves += 1;
      return oracle.feasible(groups).ok;
    };
    try {
      while (!far.stopped && !holds(open)) {
        const left = Uint8Array.from(open);
        for (let group = 0; group < left.length && !far.stopped; group += 1) {
          if (left[group] !== 1) continue;
          left[group] = 0;
          if (holds(left)) left[group] = 1;
          far.stopped = performance.now() > until;
        }
        if (far.stopped) break;
        const core = [...left.keys()].filter((group) => left[group] === 1);
        far.conflicts.push(name(core.map((group) => component.groups[group] ?? '')));
        open[core.at(-1) ?? -1] = 0;
      }
    } finally {
      oracle.dispose();
    }
    return { cores: [], complete: false, solves: 0 };
  };
  createEngine(logic, {
    large: { from: 1, search, oracle: (component) => largeOracle(solver, component) },
  }).enumerate();
  return far;
}

// once before the clock, so that the first size does not pay for the compiler
createEngine(syntheticAgenda({ claims: 300, seed: 99, shape: 'connected' }).logic, {
  large: large(solver, { from: 1 }),
}).enumerate();

let wrong = 0;
for (const shape of options.shapes.split(',')) {
  if (shape !== 'connected' && shape !== 'scattered') throw new RangeError(`no shape ${shape}`);
  let before: { readonly claims: number; readonly processor: number } | undefined;
  for (const claims of sizes) {
    const walls: number[] = [];
    const processors: number[] = [];
    let last = '';
    for (let round = 1; round <= rounds; round += 1) {
      const agenda = syntheticAgenda({ claims, seed: round, shape });
      const { wall, processor, made } = spent(() =>
        createEngine(agenda.logic, { large: large(solver, { from: 1 }) }).enumerate(undefined, {
          solves: Number.POSITIVE_INFINITY,
          cores: Number.POSITIVE_INFINITY,
        }),
      );
      walls.push(wall);
      processors.push(processor);
      const planted = new Set(agenda.planted.map(({ groups }) => name(groups)));
      const found = made.cores.map(({ groups }) => name(groups));
      const missed = planted.size - found.filter((core) => planted.has(core)).length;
      const more = found.filter((core) => !planted.has(core)).length;
      if (missed > 0 || more > 0 || !made.complete) wrong += 1;
      last = `${planted.size} planted, ${missed} missed, ${more} more, ${made.complete ? 'complete' : 'not complete'}, ${made.cores.filter((core) => core.minimal).length} shown minimal, ${made.work.solves} solves`;
    }
    const at = { claims, processor: median(processors) };
    const growth =
      before === undefined
        ? ''
        : `, grows as claims^${(Math.log(at.processor / before.processor) / Math.log(at.claims / before.claims)).toFixed(2)}`;
    before = at;
    console.log(
      `${shape}, ${claims} claims: ${seconds(median(walls))} (processor ${seconds(at.processor)}${growth}); ${last}`,
    );
    if (patience <= 0) continue;
    const agenda = syntheticAgenda({ claims, seed: 1, shape });
    const { wall, processor, made } = spent(() => deletionFilter(agenda.logic));
    const planted = new Set(agenda.planted.map(({ groups }) => name(groups)));
    const met = made.conflicts.filter((conflict) => planted.has(conflict)).length;
    const ended = made.stopped ? `stopped after ${seconds(wall)}` : `ended after ${seconds(wall)}`;
    console.log(
      `  deletion filter: ${ended} (processor ${seconds(processor)}) with ${met} of ${planted.size} planted, ${made.conflicts.length - met} other (readings of one claim among them), ${made.solves} solves`,
    );
  }
}
if (wrong > 0) {
  console.log(`${wrong} runs were not right`);
  process.exitCode = 1;
}
