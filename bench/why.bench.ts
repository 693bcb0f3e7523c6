/**
 * What it costs to say why: the change of all modelled targets of a region between its agenda and nothing, divided over 2, 5 and
 * 10 measures exactly, on 200 and 1,000 futures; how far orders that are drawn lie from the exact answer; a walk along the causes
 * of the model; what makes futures differ; which number would change the choice. All on worker threads, least and median of the rounds.
 *
 *   npx node bench/why.bench.ts [--rounds N] [--region FOLDER] [--threads N]
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { periodEnd } from '@schaalsprong/agenda/periods';
import { openRegion, resolveScenario } from '@schaalsprong/futures';
import { sampleFutures } from '@schaalsprong/methods/ensemble';
import {
  type ChangeAsk,
  type ChangeExplained,
  driversOf,
  explainCauses,
  explainChange,
  type Measured,
  valueOfInformation,
} from '@schaalsprong/methods/why';
import { createPool } from '@schaalsprong/model/node';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    region: { type: 'string', default: 'regions/brainport' },
    threads: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});
const rounds = Number(options.rounds);
const threads = Number(options.threads);
const { region, model } = await openRegion(readRegionFolder(options.region));
const pool = createPool({ program: model.program, threads });
const futures = sampleFutures(region.uncertainties, 1000, 1);
const none = resolveScenario(region, 'none');
const agenda = resolveScenario(region, 'agenda');
const measured = region.targets.flatMap((target): Measured[] => {
  const outcome = target.outcome === null ? undefined : region.byId.outcomes.get(target.outcome);
  const time = periodEnd(target.horizon);
  if (outcome === undefined || time > model.time.stop) return [];
  return [
    {
      id: target.id,
      reading: { take: 'at', variable: outcome.variable, time },
      scale: outcome.scale,
      statistic: { of: 'median' },
    },
  ];
});
const moved = region.measures.filter(
  ({ lever }) => none.levers[lever.variable] !== agenda.levers[lever.variable],
);

const askOf = (measures: typeof moved, count: number): ChangeAsk => ({
  runner: pool,
  time: model.time,
  count,
  from: {
    ...futures.values,
    ...agenda.levers,
    ...Object.fromEntries(measures.map(({ lever }) => [lever.variable, none.levers[lever.variable] ?? 0])),
  },
  to: { ...futures.values, ...agenda.levers },
  movers: measures.map(({ id, lever }) => ({ id, variables: [lever.variable] })),
  measured,
  first: [],
});

async function explained(ask: ChangeAsk): Promise<ChangeExplained> {
  const answer = await explainChange(ask);
  if (answer.kind === 'none') throw new Error(answer.reason.en);
  return answer;
}

async function timed(work: () => Promise<unknown>, most = rounds): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < most + (most > 1 ? 1 : 0); round++) {
    const before = performance.now();
    await work();
    // The first round warms up.
    if (round > 0 || most === 1) times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (p: number): string => (times[Math.floor(p * (times.length - 1))] ?? Number.NaN).toFixed(0);
  return `median ${at(0.5)} ms, least ${at(0)}, most ${at(1)}`;
}

console.log(`command: npx node bench/why.bench.ts ${process.argv.slice(2).join(' ')}`.trimEnd());
console.log(
  `${region.id}: ${model.program.elements.length} elements, ${measured.length} targets explained at once, ${moved.length} measures, ${threads} threads`,
);
for (const players of [2, 5, 10]) {
  for (const count of [200, 1000]) {
    const ask = askOf(moved.slice(0, players), count);
    let [coalitions, runs] = [0, 0];
    // Ten measures take long enough to be measured once.
    const once = async (): Promise<void> => {
      ({ coalitions, runs } = await explained(ask));
    };
    const time = await timed(once, players < 10 ? rounds : 1);
    console.log(
      `exact, ${players} measures, ${count} futures: ${coalitions} combinations, ${runs} runs: ${time}`,
    );
  }
}

/**
 * Root mean square over players of the difference to the exact answer, as a part of the whole change or of the largest player
 * where that is more; median over targets that change.
 */
async function errorOf(exact: ChangeExplained, ask: ChangeAsk, orders: number): Promise<string> {
  const drawn: ChangeExplained[] = [];
  for (const seed of [1, 2, 3, 4, 5]) {
    drawn.push(await explained({ ...ask, exactUpTo: 0, tolerance: 0, maxOrders: orders, seed }));
  }
  const errors = exact.measured.flatMap(({ movers, change }, m) => {
    const whole = Math.max(Math.abs(change), ...movers.map(({ value }) => Math.abs(value)));
    if (whole === 0) return [];
    const squares = drawn.flatMap((each) =>
      movers.map(
        ({ value }, p) => (((each.measured[m]?.movers[p]?.value ?? Number.NaN) - value) / whole) ** 2,
      ),
    );
    return [Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)];
  });
  errors.sort((a, b) => a - b);
  const at = (p: number): string =>
    (100 * (errors[Math.floor(p * (errors.length - 1))] ?? Number.NaN)).toFixed(2);
  return `rms error ${at(0.5)} % of the change (median of ${errors.length} targets), largest ${at(1)} %; five seeds, ${drawn[0]?.coalitions ?? 0} combinations`;
}
const ten = askOf(moved.slice(0, 10), 200);
const exact = await explained(ten);
for (const orders of [50, 200]) {
  console.log(
    `${orders} orders drawn, ${ten.movers.length} measures, 200 futures: ${await errorOf(exact, ten, orders)}`,
  );
}
const all = askOf(moved, 200);
const byDrawing = await explained({ ...all, tolerance: 0.02 });
console.log(
  `drawn, all ${moved.length} measures, 200 futures: ${byDrawing.orders} orders, ${byDrawing.coalitions} combinations, settled at 2 %: ${byDrawing.settled}`,
);
const [first] = measured;
const one = moved.slice(0, 1);
if (first !== undefined) {
  for (const count of [50, 200]) {
    const { from, to } = askOf(one, count);
    const walk = () =>
      explainCauses({ runner: pool, program: model.program, count, from, to, reading: first.reading });
    console.log(`causes of ${first.id}, ${one[0]?.id ?? ''}, ${count} futures: ${await timed(walk)}`);
  }
}
const [target] = measured;
if (target !== undefined) {
  const values = async (levers: Readonly<Record<string, number>>): Promise<Float64Array> => {
    const { take, time, variable } = { time: 0, ...target.reading };
    if (take !== 'at') throw new Error('targets are read at their horizon here');
    const { answers } = await pool.run({
      futures: { count: 1000, values: futures.values },
      levers,
      asks: [{ take: 'each', outcome: variable, reading: { of: 'at', time } }],
    });
    return answers[0].values;
  };
  const [without, withAll] = [await values(none.levers), await values(agenda.levers)];
  const inputs = region.uncertainties.map(({ id }) => ({
    id,
    values: futures.byId[id] ?? new Float64Array(),
  }));
  const outcome = { id: target.id, values: withAll.map((value, i) => value - (without[i] ?? 0)) };
  const policies = [
    { id: 'none', values: without },
    { id: 'agenda', values: withAll },
  ];
  const about = `${inputs.length} uncertainties, 1000 futures`;
  console.log(
    `what makes futures differ, ${about}: ${await timed(async () => driversOf({ inputs, outcome }))}`,
  );
  const choice = async () =>
    valueOfInformation({ policies, inputs, criterion: { of: 'mean', better: 'more' } });
  console.log(`which number changes the choice, ${about}: ${await timed(choice)}`);
}
await pool.close();
