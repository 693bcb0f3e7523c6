import { nearest, type Region, type RegionFiles, type ScenarioFile } from '@schaalsprong/agenda';
import { openRegion } from '@schaalsprong/futures';
import {
  leversOf,
  settingOf,
  type TableQuestion,
  type TableTarget,
  type TableWhy,
  tableAsks,
  tableFutures,
  tableRequest,
  tableWhy,
  targetsOf,
} from '@schaalsprong/futures/table';
import {
  type CausesExplained,
  type Drivers,
  driversOf,
  explainCauses,
  type Information,
  type NoAnswer,
  valueOfInformation,
} from '@schaalsprong/futures/why';
import { createPool } from '@schaalsprong/model/node';
import { answer } from '../answer.ts';
import { type Given, type MethodCommand, UsageError } from '../args.ts';
import { type Exit, exit } from '../exit.ts';
import { progressLine } from '../progress.ts';
import { regionFiles } from '../region-files.ts';
import { findScenario } from '../scenario.ts';
import type { Surroundings } from '../surroundings.ts';
import { whyTable } from './report.ts';
import { sayWhy } from './texts.ts';

const mostFutures = 100_000;
const mostSeed = 0xffff_ffff;
const mostThreads = 256;
/** Futures that are followed along the equations: each is walked step by step, and their mean is soon steady. */
const followed = 50;

/** Everything that `why` found out. */
export interface WhyFound {
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly futures: number;
  readonly seed: number;
  /** Null where nothing differs between the two. */
  readonly change: TableWhy | null;
  /** What makes futures differ in how much they gain. */
  readonly drivers: Drivers | NoAnswer;
  /** Which number would change the choice between the two. */
  readonly information: Information | NoAnswer;
  /** Only where it was asked. */
  readonly causes: CausesExplained | NoAnswer | null;
}

/** `why`: what brings a target from where it stands in one scenario to where it stands in another. */
export async function runWhy({ given, lang }: MethodCommand, world: Surroundings): Promise<Exit> {
  const target =
    given.value('target') ??
    given.wrong('needs-option', { command: 'why', what: '--target', why: sayWhy(lang, 'why-target') });
  const futures = given.count('futures', 1, mostFutures);
  const seed = given.count('seed', 0, mostSeed);
  const threads = given.count('threads', 1, mostThreads) ?? undefined;
  const files = regionFiles(given.rest[0] ?? 'regions/brainport', lang, world);
  if (files === null) return exit.badInput;
  const { region, model } = await openRegion(files);
  const ids = region.targets.map(({ id }): string => id);
  if (!ids.includes(target)) {
    given.wrong(
      'not-one-of',
      { what: '--target', known: ids.join(', '), value: target },
      nearest(target, ids),
    );
  }
  const from = await scenarioOf('from', 'none', region, files, given, world);
  const to = await scenarioOf('to', region.assessment.scenario, region, files, given, world);
  world.signal.throwIfAborted();

  const pool = createPool({ program: model.program, threads });
  const progress = progressLine(lang, world);
  try {
    const found = await findOut(
      { region, model, pool, target, from, to, signal: world.signal },
      {
        setting: settingOf(region, to),
        futures: futures ?? region.assessment.futures,
        seed: seed ?? region.assessment.seed,
      },
      given.value('causes') !== null,
      (part) => progress.show({ done: Math.round(part * 100), of: 100 }),
    );
    progress.clear();
    const text =
      given.value('json') === null
        ? `${whyTable(found, region, lang, world.width).join('\n')}\n`
        : `${JSON.stringify({ region: region.id, provenance: region.hashes, ...found }, null, 2)}\n`;
    return answer(text, given.value('out'), lang, world);
  } finally {
    progress.clear();
    await pool.close();
  }
}

async function scenarioOf(
  option: 'from' | 'to',
  usual: string,
  region: Region,
  files: RegionFiles,
  given: Given,
  world: Surroundings,
): Promise<ScenarioFile> {
  const asked = given.value(option) ?? usual;
  const scenario = await findScenario(asked, region, files, world.cwd);
  if (scenario !== null) return scenario;
  const known = region.scenarios.map(({ id }): string => id);
  throw new UsageError(
    given.lang,
    'scenario-unknown',
    { value: asked, known: known.join(', ') },
    nearest(asked, known),
  );
}

interface Subject {
  readonly region: Region;
  readonly model: Awaited<ReturnType<typeof openRegion>>['model'];
  readonly pool: ReturnType<typeof createPool>;
  readonly target: string;
  readonly from: ScenarioFile;
  readonly to: ScenarioFile;
  readonly signal: AbortSignal;
}

async function findOut(
  { region, model, pool, target, from, to, signal }: Subject,
  question: TableQuestion,
  withCauses: boolean,
  onProgress: (part: number) => void,
): Promise<WhyFound> {
  const { program } = model;
  const asks = tableAsks(region, program);
  const before = settingOf(region, from);
  const run = { program, runner: pool, signal, onProgress };
  const change = await tableWhy(asks, target, before, question, run);
  const valuesOf = async (setting: TableQuestion['setting']): Promise<TableTarget | undefined> => {
    const targets = await targetsOf(asks, tableRequest(asks, { ...question, setting }), run);
    return targets.find(({ id }) => id === target);
  };
  const [then, now] = [await valuesOf(before), await valuesOf(question.setting)];
  if (then === undefined || now === undefined) throw new Error('a target that was explained was not read');
  const { byId } = tableFutures(region, question.setting, question.futures, question.seed);
  const inputs = Object.entries(byId).map(([id, values]) => ({ id, values }));
  const gain = now.values.map((value, future) => value - (then.values[future] ?? Number.NaN));
  const drivers = driversOf({ inputs, outcome: { id: target, values: gain } });
  const { direction } = region.byId.targets.get(target) ?? { direction: 'at-least' };
  const information = valueOfInformation({
    policies: [
      { id: from.id, values: then.values },
      { id: to.id, values: now.values },
    ],
    inputs,
    criterion: { of: 'mean', better: direction === 'at-least' ? 'more' : 'less' },
    seed: question.seed,
  });
  const modelled = asks.modelled.find((each) => each.target.id === target);
  let causes: WhyFound['causes'] = null;
  if (withCauses && modelled !== undefined && modelled.atHorizon.take !== 'series') {
    const count = Math.min(followed, question.futures);
    const side = (setting: TableQuestion['setting']) => ({
      ...tableFutures(region, setting, count, question.seed).values,
      ...leversOf(region, setting),
    });
    causes = await explainCauses({
      ...{ runner: pool, program, count, signal },
      from: side(before),
      to: side(question.setting),
      reading: modelled.atHorizon,
      scale: modelled.outcome.scale,
    });
  }
  const { futures, seed } = question;
  return { target, from: from.id, to: to.id, futures, seed, change, drivers, information, causes };
}
