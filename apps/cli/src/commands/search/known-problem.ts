import {
  additiveEpsilon,
  binhKorn,
  dtlz,
  generationalDistance,
  invertedGenerationalDistance,
  questionOf,
  type SearchProblem,
  scaledBy,
  schaffer,
  searchSettings,
  spacing,
  type TestProblem,
  withEpsilons,
  zdt,
} from '@schaalsprong/methods/search';
import type { Exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { answer } from '../../terminal/answer.ts';
import type { ProblemAsk } from './asked.ts';
import { keptSearch } from './keeping.ts';
import type { Given } from './options.ts';
import { digits, frontLines, searchJson, searchLines } from './report.ts';
import { saySearch } from './texts.ts';

/** Points of the true front that distances are measured to. */
const FRONT_POINTS = 1000;

/** Runs `search --problem`: a problem whose front is known, and how near the search came. */
export async function runKnownProblem(asked: ProblemAsk, given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const known = knownProblem(asked);
  const problem = withEpsilons(known, asked.epsilons);
  const settings = searchSettings({
    evaluations: asked.evaluations ?? 10_000,
    seed: asked.seed ?? 0,
    ...(asked.population === null ? {} : { population: asked.population }),
  });
  const question = { seed: settings.seed, population: settings.population };
  const result = await keptSearch(problem, questionOf(problem, question), settings, asked, lang, world);
  const indicators =
    'front' in known
      ? distances(
          known,
          result.front.map(({ costs }) => costs),
        )
      : null;
  const text = asked.json
    ? `${JSON.stringify({ ...searchJson(problem, result, question), indicators }, null, 2)}\n`
    : `${[
        ...searchLines(problem, result, lang, world.width),
        ...(indicators === null
          ? []
          : [
              '',
              saySearch(lang, 'hypervolume-best', { best: digits(indicators.trueHypervolume, lang) }),
              saySearch(lang, 'indicators', {
                gd: digits(indicators.generationalDistance, lang),
                igd: digits(indicators.invertedGenerationalDistance, lang),
                epsilon: digits(indicators.additiveEpsilon, lang),
                spacing: digits(indicators.spacing, lang),
              }),
            ]),
        ...frontLines(problem, result.front, lang, world.width),
      ].join('\n')}\n`;
  return answer(text, asked.out, lang, world);
}

function knownProblem({ problem, objectives }: ProblemAsk): TestProblem | SearchProblem {
  switch (problem) {
    case 'schaffer':
      return schaffer('real');
    case 'schaffer-integer':
      return schaffer('integer');
    case 'binh-korn':
      return binhKorn;
    case 'dtlz1':
    case 'dtlz2':
    case 'dtlz7':
      return dtlz(problem, objectives ?? 3);
    default:
      return zdt(problem);
  }
}

/** Distances in parts of the range of the true front, so that no objective decides by its unit. */
function distances(problem: TestProblem, costs: readonly Float64Array[]) {
  const front = problem.front(FRONT_POINTS);
  const scaled = scaledBy(front);
  const [found, reference] = [scaled(costs), scaled(front)];
  return {
    trueHypervolume: problem.frontShare,
    generationalDistance: generationalDistance(found, reference),
    invertedGenerationalDistance: invertedGenerationalDistance(found, reference),
    additiveEpsilon: additiveEpsilon(found, reference),
    spacing: spacing(found),
  };
}
