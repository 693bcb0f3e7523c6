import type { Region } from '@schaalsprong/agenda';
import { openRegion } from '@schaalsprong/futures';
import {
  differentPackages,
  type LeverProblem,
  leverProblem,
  packageText,
} from '@schaalsprong/futures/experiments';
import { createWorkerPool } from '@schaalsprong/methods/node';
import {
  questionOf,
  type SeedsResult,
  type Solution,
  searchSettings,
  withEpsilons,
} from '@schaalsprong/methods/search';
import { at, nearest } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { UsageError } from '../../command/usage-error.ts';
import { regionFiles } from '../../region/region-files.ts';
import { findScenario } from '../../region/scenario.ts';
import { answer } from '../../terminal/answer.ts';
import type { RegionAsk } from './asked.ts';
import { keptSearch } from './keeping.ts';
import type { Given } from './options.ts';
import { frontLines, searchJson, searchLines } from './report.ts';
import { type PackageReport, packageJson, packageLines } from './tell-packages.ts';

/** Evaluations, where none are asked: under two minutes on two processors. */
const USUAL_EVALUATIONS = 4000;

/** Runs `search REGION`: packages of levers that keep all red lines, and the few that differ most. */
export async function runRegionSearch(asked: RegionAsk, given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const files = regionFiles(asked.region, lang, world);
  if (files === null) return exit.badInput;
  const { region, model } = await openRegion(files);
  const known = region.scenarios.map(({ id }) => String(id));
  const unknown = (value: string): never => {
    throw new UsageError(lang, 'scenario-unknown', { value, known: known.join(', ') }, nearest(value, known));
  };
  const scenario =
    asked.scenario === null
      ? undefined
      : ((await findScenario(asked.scenario, region, files, world.cwd)) ?? unknown(asked.scenario));
  if (asked.noWorseThan && !known.includes(asked.noWorseThan)) unknown(asked.noWorseThan);
  world.signal.throwIfAborted();

  const seed = asked.seed ?? region.assessment.seed;
  const runner = createWorkerPool({ model, threads: asked.threads ?? undefined });
  try {
    const made = await leverProblem(
      {
        region,
        model,
        runner,
        futures: asked.futures,
        seed,
        scenario,
        objectives: asked.objectives,
        keep: asked.keep,
        never: asked.never,
        noWorseThan: asked.noWorseThan,
        levers: asked.levers,
        parts: asked.parts,
      },
      world.signal,
    );
    const problem = withEpsilons(made, asked.epsilons);
    const settings = searchSettings({
      evaluations: asked.evaluations ?? USUAL_EVALUATIONS,
      seed,
      ...(asked.population === null ? {} : { population: asked.population }),
    });
    const question = {
      ...region.hashes,
      futures: asked.futures,
      seed,
      population: settings.population,
      scenario: problem.scenario,
      noWorseThan: problem.noWorseThan,
      parts: asked.parts ?? null,
    };
    const result = await keptSearch(problem, questionOf(problem, question), settings, asked, lang, world);
    const report = await packagesOf(problem, result, region, asked.packages, world.signal);
    const text = asked.json
      ? `${JSON.stringify({ ...searchJson(problem, result, question), ...packageJson(problem, report) }, null, 2)}\n`
      : `${[
          ...packageLines(problem, report, region, lang, world.width),
          '',
          ...searchLines(problem, result, lang, world.width),
          ...frontLines(problem, result.front, lang, world.width),
        ].join('\n')}\n`;
    return answer(text, asked.out, lang, world);
  } finally {
    await runner.close();
  }
}

async function packagesOf(
  problem: LeverProblem,
  result: SeedsResult,
  region: Region,
  count: number,
  signal: AbortSignal,
): Promise<PackageReport> {
  const states = result.runs.map(({ result: { state } }) => state);
  const nearestOf = states
    .flatMap(({ nearest: solution }) => solution ?? [])
    .reduce<Solution | null>((a, b) => (a === null || b.violation < a.violation ? b : a), null);
  const chosen = differentPackages(problem.variables, result.front, count);
  const reported = result.front.length === 0 && nearestOf !== null ? [nearestOf] : chosen;
  const decisions = reported.map(({ decision }) => decision);
  const [own, ...outcomes] = await problem.outcomesOf([problem.own, ...decisions], signal);
  if (own === undefined) throw new Error('the scenario gave no outcomes');
  return {
    packages: reported,
    own,
    outcomes,
    sentences: decisions.map((_, i) => ({
      nl: packageText(problem, decisions, outcomes, i, region, 'nl'),
      en: packageText(problem, decisions, outcomes, i, region, 'en'),
    })),
    asked: count,
    evaluations: states.reduce((sum, { evaluations }) => sum + evaluations, 0),
    keepsAll: result.front.length > 0,
    leastViolations: problem.constraints.map((_, c) =>
      states.reduce((least, state) => Math.min(least, at(state.leastViolations, c)), Number.MAX_VALUE),
    ),
  };
}
