import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Cases } from '@schaalsprong/methods/cases';
import { readCases } from '@schaalsprong/methods/node';
import {
  boundsKept,
  largestOver,
  policyOutcomes,
  type RobustnessAsked,
  readOutcomes,
  robustness,
  robustnessMetrics,
} from '@schaalsprong/methods/robustness';
import type { Exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { reasonOf } from '../../files/files.ts';
import { CommandFault } from '../../problems/messages.ts';
import { answer } from '../../terminal/answer.ts';
import { type RobustnessAsk, robustnessAsk } from './asked.ts';
import type { Given } from './options.ts';
import { type OutcomeReport, robustnessTable, type TogetherReport } from './table.ts';
import { inOrderOf } from './uncertainties.ts';
import { columnOfWeights, type Weighing, weightsOfFutures } from './weights.ts';

/** Runs `robustness`: how each policy of a table holds over its futures, by every metric asked. */
export async function runRobustness(given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const asked = robustnessAsk(given);
  const read = readOutcomes(asked.file, textOf(asked.file, world), asked.futuresIn);
  const path = asked.uncertainties === null ? null : resolve(world.cwd, asked.uncertainties);
  const cases = path === null ? null : await readCases(path);
  const weighing = weighingOf(asked, cases, world);
  const uncertainties = cases === null ? null : withoutWeights(cases, weighing);

  const reports = read.map((given): OutcomeReport => {
    const outcomes = policyOutcomes({
      ...given,
      direction: asked.directions.get(given.objective) ?? asked.directions.get('') ?? 'maximise',
      weights: weightsOfFutures(weighing, given.futures),
    });
    const settings = {
      ...settingsOf(asked, given.objective),
      uncertainties:
        uncertainties === null ? null : inOrderOf(outcomes.futures, given.futures, uncertainties),
    };
    return {
      outcomes,
      given: given.futures.length,
      results: robustness(outcomes, settings, asked.metrics),
    };
  });
  const together = reports.length > 1 ? togetherOf(reports, asked) : null;
  const text = asked.json
    ? `${JSON.stringify(jsonOf(reports, together, asked), null, 2)}\n`
    : robustnessTable(reports, together, lang, world.width);
  return answer(text, asked.out, lang, world);
}

/** How futures are weighed, if they are. */
function weighingOf(asked: RobustnessAsk, cases: Cases | null, world: Surroundings): Weighing | null {
  if (asked.rules.length > 0 && cases !== null) {
    return { by: 'rules', rules: asked.rules, uncertainties: cases };
  }
  if (asked.weights === null) return null;
  const column = columnOfWeights(asked.weights, cases, world.cwd);
  return column !== null && cases !== null
    ? { by: 'column', column, uncertainties: cases }
    : { by: 'file', file: asked.weights, text: textOf(asked.weights, world) };
}

/** A column of weights says nothing of what was uncertain. */
const withoutWeights = (cases: Cases, weighing: Weighing | null): Cases =>
  weighing?.by !== 'column'
    ? cases
    : { ...cases, columns: cases.columns.filter(({ name }) => name !== weighing.column) };

function textOf(what: string, { cwd }: Surroundings): string {
  try {
    return readFileSync(resolve(cwd, what), 'utf8');
  } catch (error) {
    throw new CommandFault('cannot-read', { what, reason: reasonOf(error) });
  }
}

const settingsOf = (asked: RobustnessAsk, objective: string): RobustnessAsked => ({
  percentile: asked.percentile === undefined ? undefined : asked.percentile / 100,
  pessimism: asked.pessimism,
  deviations: asked.deviations,
  reference: asked.reference,
  threshold: asked.thresholds.get(objective) ?? asked.thresholds.get('') ?? null,
});

/** Regret without a unit, of which the largest over outcomes means something. */
const overOutcomes = ['regret-1', 'regret-2', 'regret-2-range'];

function togetherOf(reports: readonly OutcomeReport[], asked: RobustnessAsk): TogetherReport {
  const all = reports.map(({ outcomes }) => outcomes);
  const bounds = all.flatMap(({ objective }) => {
    const threshold = settingsOf(asked, objective).threshold ?? null;
    return threshold === null ? [] : [{ objective, threshold }];
  });
  return {
    kept: bounds.length === 0 ? [] : boundsKept(all, bounds),
    regret: robustnessMetrics
      .filter(({ id }) => overOutcomes.includes(id) && asked.metrics.includes(id))
      .map(({ id, title }) => ({ metric: id, title, largest: largestOver(all, id, settingsOf(asked, '')) })),
  };
}

function jsonOf(reports: readonly OutcomeReport[], together: TogetherReport | null, asked: RobustnessAsk) {
  return {
    method: 'robustness',
    data: basename(asked.file),
    settings: {
      percentile: asked.percentile ?? 10,
      pessimism: asked.pessimism ?? 0.5,
      deviations: asked.deviations ?? 1,
      reference: asked.reference,
      weights: asked.weights === null ? null : basename(asked.weights),
      weigh: asked.rules,
      uncertainties: asked.uncertainties === null ? null : basename(asked.uncertainties),
    },
    objectives: reports.map(({ outcomes, given, results }) => ({
      objective: outcomes.objective,
      direction: outcomes.direction,
      threshold: asked.thresholds.get(outcomes.objective) ?? asked.thresholds.get('') ?? null,
      policies: outcomes.policies,
      futures: { count: outcomes.futures.length, leftOut: given - outcomes.futures.length },
      metrics: results,
    })),
    together,
  };
}
