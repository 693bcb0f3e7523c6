import type { ScenarioFile } from '@schaalsprong/agenda';
import { resolveScenario } from '@schaalsprong/futures';
import { regionOutcome, runPoints } from '@schaalsprong/futures/experiments';
import { quantile } from '@schaalsprong/methods/distributions';
import type { SampledUncertainty } from '@schaalsprong/methods/ensemble';
import { createWorkerPool } from '@schaalsprong/methods/node';
import { planStudy } from '@schaalsprong/methods/sensitivity';
import { nearest, type Text } from '@schaalsprong/words';
import type { Surroundings } from '../../command/surroundings.ts';
import { UsageError } from '../../command/usage-error.ts';
import { regionFiles } from '../../region/region-files.ts';
import { findScenario } from '../../region/scenario.ts';
import { progressLine } from '../../terminal/progress.ts';
import { warningLines } from '../../terminal/warnings.ts';
import { assignments } from '../simulate/assignments.ts';
import { chooseUncertainties } from '../simulate/choose.ts';
import { type FoundModel, findModel } from '../simulate/find-model.ts';
import type { Asked } from './asked.ts';
import type { Given } from './options.ts';
import type { Answered } from './subject.ts';
import { saySensitivity } from './texts.ts';

/** Base rows of a scheme that has a run per input and more. */
const usualBase = 256;
const usualRuns = 1024;
const usualTrajectories = 50;

/**
 * A method on a model: that of a region with its uncertainties and a scenario, or any model with a file of what is uncertain.
 *
 * @throws what `findModel`, `chooseUncertainties`, `resolveScenario` and the model throw
 */
export async function onModel(
  path: string,
  asked: Asked,
  given: Given,
  world: Surroundings,
): Promise<Answered> {
  const { lang } = given;
  const outcomeName =
    given.value('outcome') ??
    given.wrong('needs-option', {
      command: 'sensitivity',
      what: '--outcome',
      why: saySensitivity(lang, 'why-outcome'),
    });
  const found = await findModel({ model: path, data: [], units: null }, world.cwd, world.home);
  const { model, region } = found;
  world.err(warningLines(model.warnings, lang));
  const set = assignments(given.all('set'), lang);
  const scenario = await scenarioOf(path, found, given, world);
  const resolved = region === null || scenario === null ? null : resolveScenario(region, scenario);
  const words = { set, uncertain: given.value('uncertain'), futures: 2 };
  const { uncertainties, sha256 } = chooseUncertainties(words, found, world.cwd);
  const outcome = regionOutcome(outcomeName, region, model, given.number('at'));

  const assumed = resolved?.assumptions ?? {};
  const free = uncertainties.filter(({ id }) => assumed[id] === undefined);
  const inputs = chosen(free, asked.inputs, given);
  if (inputs.length === 0) {
    given.wrong('needs-option', {
      command: 'sensitivity',
      what: '--uncertain',
      why: saySensitivity(lang, 'why-uncertain'),
    });
  }
  const held: Record<string, number> = {};
  for (const { id, variable, distribution } of uncertainties) {
    if (!inputs.some((input) => input.id === id)) held[variable] = assumed[id] ?? quantile(distribution, 0.5);
  }

  const names = inputs.map(({ id, distribution }) => ({ name: id, distribution }));
  const groups = asked.groups?.(names.map(({ name }) => name));
  const study = planStudy(names, asked.size ?? usualSize(asked.method), {
    ...asked,
    groups,
    outcome: outcome.id,
  });
  const progress = progressLine(lang, world);
  const runner = createWorkerPool({ model, threads: given.count('threads') ?? undefined });
  try {
    const { values, columns } = await runPoints(
      study.unit,
      inputs,
      outcome,
      { levers: { ...resolved?.levers, ...set }, held, seed: asked.seed },
      runner,
      { signal: world.signal, onProgress: progress.show },
    );
    const { reading } = outcome;
    return {
      source: {
        kind: 'model',
        file: found.file,
        model: found.sha256,
        uncertain: sha256,
        region: region?.id ?? null,
        scenario: resolved?.id ?? null,
        set,
        time: 'time' in reading ? reading.time : null,
        unit: outcome.unit,
      },
      result: study.analyse(values, columns),
      exact: null,
      titles: titlesOf(found),
    };
  } finally {
    progress.clear();
    await runner.close();
  }
}

function usualSize(method: Asked['method']): number {
  if (method === 'morris') return usualTrajectories;
  return method === 'sobol' || method === 'dgsm' ? usualBase : usualRuns;
}

/** The inputs that were named, or all. */
function chosen(
  free: readonly SampledUncertainty[],
  names: readonly string[] | undefined,
  given: Given,
): readonly SampledUncertainty[] {
  if (names === undefined) return free;
  return [...new Set(names)].map((name) => {
    const input = free.find(({ id }) => id === name);
    if (input !== undefined) return input;
    const known = free.map(({ id }) => id);
    return given.wrong(
      'not-one-of',
      { what: '--inputs', known: known.slice(0, 20).join(', '), value: name },
      nearest(name, known),
    );
  });
}

async function scenarioOf(
  path: string,
  { region }: FoundModel,
  given: Given,
  world: Surroundings,
): Promise<ScenarioFile | string | null> {
  const asked = given.value('scenario');
  if (region === null) {
    if (asked !== null) {
      given.wrong('only-with', { what: '--scenario', other: saySensitivity(given.lang, 'a-region') });
    }
    return null;
  }
  if (asked === null) return region.assessment.scenario;
  const files = regionFiles(path, given.lang, world);
  const scenario = files === null ? null : await findScenario(asked, region, files, world.cwd);
  if (scenario !== null) return scenario;
  const known = region.scenarios.map(({ id }): string => id);
  throw new UsageError(
    given.lang,
    'scenario-unknown',
    { value: asked, known: known.join(', ') },
    nearest(asked, known),
  );
}

function titlesOf({ region }: FoundModel): Readonly<Record<string, Text>> {
  if (region === null) return {};
  return Object.fromEntries(
    [...region.uncertainties, ...region.outcomes, ...region.targets].map(({ id, title }) => [id, title]),
  );
}
