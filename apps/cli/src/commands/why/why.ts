import type { Region, ScenarioFile } from '@schaalsprong/agenda';
import { openRegion } from '@schaalsprong/futures';
import {
  settingOf,
  type TableAsks,
  type TableQuestion,
  tableAsks,
  tableCauses,
  tableChoice,
  tableWhy,
} from '@schaalsprong/futures/table';
import { driversOf, valueOfInformation } from '@schaalsprong/methods/why';
import { type Program, variableKey } from '@schaalsprong/model';
import { createPool } from '@schaalsprong/model/node';
import { nearest, numberAt } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { regionFiles } from '../../region/region-files.ts';
import { findScenario } from '../../region/scenario.ts';
import { answer } from '../../terminal/answer.ts';
import { progressLine } from '../../terminal/progress.ts';
import type { Explained, WhyFound } from './found.ts';
import type { Given } from './options.ts';
import { whyTable } from './report.ts';
import { sayWhy } from './texts.ts';

/** `why`: what brings a target from where it is in one scenario to where it is in another. */
export async function runWhy(given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const target =
    given.value('target') ??
    given.wrong('needs-option', { command: 'why', what: '--target', why: sayWhy(lang, 'why-target') });
  const futures = given.count('futures');
  const seed = given.count('seed');
  const threads = given.count('threads') ?? undefined;
  const files = regionFiles(given.rest[0] ?? defaultRegion, lang, world);
  if (files === null) return exit.badInput;
  const { region, model } = await openRegion(files);
  const asks = tableAsks(region, model.program);
  const ids = region.targets.map(({ id }): string => id);
  if (!ids.includes(target)) {
    const known = asks.modelled.map((each) => each.target.id).join(', ');
    given.wrong('not-one-of', { what: '--target', known, value: target }, nearest(target, ids));
  }
  const scenario = async (asked: string): Promise<ScenarioFile> =>
    (await findScenario(asked, region, files, world.cwd)) ?? unknownScenario(asked, region, given);
  const asked = given.value('from');
  const from = asked === null ? withoutMeasures(region, given) : await scenario(asked);
  const to = await scenario(given.value('to') ?? region.assessment.scenario);
  if (from === to) given.wrong('same-scenario', { value: from.id });
  world.signal.throwIfAborted();

  const question = {
    setting: settingOf(region, to),
    futures: futures ?? region.assessment.futures,
    seed: seed ?? region.assessment.seed,
  };
  const pool = createPool({ program: model.program, threads });
  const progress = progressLine(lang, world);
  try {
    const explained = await explain(
      { asks, region, program: model.program, runner: pool, target, from, to, signal: world.signal },
      question,
      given.value('causes') !== null,
      (part) => progress.say(sayWhy(lang, 'progress', { percent: Math.round(100 * part) })),
    );
    progress.clear();
    const found: WhyFound = {
      target,
      from,
      to,
      explained,
      futures: question.futures,
      seed: question.seed,
    };
    const text =
      given.value('json') === null
        ? `${whyTable(found, region, lang, world.width).join('\n')}\n`
        : `${JSON.stringify(whyJson(found, region), null, 2)}\n`;
    return answer(text, given.value('out'), lang, world);
  } finally {
    progress.clear();
    await pool.close();
  }
}

/** The same for programs: scenarios by their id, and null for what there is nothing to say of. */
const whyJson = ({ target, from, to, futures, seed, explained }: WhyFound, region: Region) => ({
  region: region.id,
  provenance: region.hashes,
  target,
  from: from.id,
  to: to.id,
  futures,
  seed,
  ...(explained ?? { change: null, limitUnit: null, drivers: null, information: null, causes: null }),
});

/** The scenario in which every measure is off and nothing is assumed: what a region is usually compared with. */
const withoutMeasures = (region: Region, given: Given): ScenarioFile =>
  region.scenarios.find(
    ({ base, levers = {}, assumptions = {} }) =>
      base === 'none' && Object.keys(levers).length + Object.keys(assumptions).length === 0,
  ) ?? given.wrong('needs-option', { command: 'why', what: '--from', why: sayWhy(given.lang, 'why-from') });

function unknownScenario(asked: string, region: Region, given: Given): never {
  const known = region.scenarios.map(({ id }): string => id);
  return given.wrong('scenario-unknown', { value: asked, known: known.join(', ') }, nearest(asked, known));
}

interface Subject {
  readonly asks: TableAsks;
  readonly region: Region;
  readonly program: Program;
  readonly runner: ReturnType<typeof createPool>;
  readonly target: string;
  readonly from: ScenarioFile;
  readonly to: ScenarioFile;
  readonly signal: AbortSignal;
}

async function explain(
  { asks, region, program, runner, target, from, to, signal }: Subject,
  question: TableQuestion,
  withCauses: boolean,
  onProgress: (part: number) => void,
): Promise<Explained | null> {
  const before = settingOf(region, from);
  const run = { program, runner, signal, onProgress };
  const change = await tableWhy(asks, target, before, question, run);
  if (change === null) return null;
  const ask = await tableChoice(asks, target, before, question, run);
  const [then, now] = ask.policies.map(({ values }) => values);
  if (then === undefined || now === undefined) throw new Error('a choice is between two');
  const gain = Float64Array.from(now, (value, future) => value - numberAt(then, future));
  const drivers = driversOf({ inputs: ask.inputs, outcome: { id: target, values: gain } });
  const information = valueOfInformation({
    ...ask,
    policies: [
      { id: from.id, values: then },
      { id: to.id, values: now },
    ],
  });
  const causes = withCauses ? await tableCauses(asks, target, before, question, run) : null;
  const modelled = asks.modelled.find((each) => each.target.id === target);
  return { change, limitUnit: limitUnitOf(program, modelled), drivers, information, causes };
}

/** All limits of an outcome have one unit: that is checked before. */
function limitUnitOf(
  { variables }: Program,
  modelled: TableAsks['modelled'][number] | undefined,
): string | null {
  const limit = modelled?.limits[0]?.reading.variable;
  if (modelled === undefined || limit === undefined || modelled.outcome.scale !== 1) return null;
  return variables.find(({ name }) => variableKey(name) === variableKey(limit))?.units ?? null;
}
