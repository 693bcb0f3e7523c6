import {
  objectivesOf,
  type SearchProblem,
  type SeedsResult,
  type Solution,
} from '@schaalsprong/methods/search';
import { at, type Lang } from '@schaalsprong/words';
import { type Column, renderTable, wrap } from '../../terminal/table.ts';
import { saySearch } from './texts.ts';

/** Maximum number of rows shown. */
const MOST_ROWS = 12;

/** A number for people, with the digits that count; the JSON has them all. */
export const digits = (value: number, lang: Lang, count = 5): string =>
  value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: count });

/** What is the same for every search: how it went, what is to be better and within which bounds, and how far each run came. */
export function searchLines(
  problem: SearchProblem,
  result: SeedsResult,
  lang: Lang,
  width: number,
): string[] {
  const spent = result.runs.reduce((sum, run) => sum + run.result.state.evaluations, 0);
  const columns: Column[] = [
    { title: saySearch(lang, 'column-objective'), align: 'left', gives: true },
    { title: saySearch(lang, 'column-direction'), align: 'left' },
    { title: saySearch(lang, 'column-bounds'), align: 'right' },
    { title: saySearch(lang, 'column-epsilon'), align: 'right' },
  ];
  const rows = problem.objectives.map(({ name, direction, bounds, epsilon }) => [
    name,
    saySearch(lang, direction),
    `${digits(bounds.worst, lang)} - ${digits(bounds.best, lang)}`,
    digits(epsilon, lang),
  ]);
  const recordColumns: Column[] = (
    ['seed', 'evaluations', 'improvements', 'archive', 'restarts', 'hypervolume'] as const
  ).map((name) => ({ title: saySearch(lang, `column-${name}`), align: 'right' }));
  const recordRows = result.runs.flatMap(({ seed, result: { state } }) =>
    thinned(state.record, result.runs.length > 1 ? 1 : 8).map((point) => [
      String(seed),
      String(point.evaluations),
      String(point.improvements),
      String(point.archive),
      String(point.restarts),
      digits(point.hypervolume, lang),
    ]),
  );
  return [
    ...wrap(
      saySearch(lang, 'found', {
        problem: problem.id,
        front: result.front.length,
        evaluations: spent,
        runs: result.runs.length,
        seed: at(result.runs, 0).seed,
      }),
      width,
    ),
    ...wrap(
      saySearch(lang, 'hypervolume', {
        all: digits(result.hypervolume, lang),
        least: digits(result.spread.least, lang),
        most: digits(result.spread.most, lang),
        median: digits(result.spread.median, lang),
      }),
      width,
    ),
    '',
    saySearch(lang, 'objectives'),
    ...renderTable(columns, [{ title: '', rows }], width),
    '',
    saySearch(lang, 'record'),
    ...renderTable(recordColumns, [{ title: '', rows: recordRows }], width),
  ];
}

/** The last, and so many more as fit evenly before it. */
function thinned<T>(points: readonly T[], most: number): readonly T[] {
  if (points.length <= most) return points;
  return Array.from(
    { length: most },
    (_, i) => points[Math.ceil(((i + 1) * points.length) / most) - 1],
  ).flatMap((point) => point ?? []);
}

/** The first of the choices with what they give. */
export function frontLines(
  problem: SearchProblem,
  front: readonly Solution[],
  lang: Lang,
  width: number,
): readonly string[] {
  const shown = front.slice(0, MOST_ROWS);
  const title =
    shown.length < front.length
      ? saySearch(lang, 'front', { count: shown.length, of: front.length })
      : saySearch(lang, 'front-all');
  const columns: Column[] = problem.objectives.map(({ name }) => ({ title: name, align: 'right' }));
  const rows = shown.map((solution) => objectivesOf(problem, solution).map((value) => digits(value, lang)));
  return front.length === 0 ? [] : ['', title, ...renderTable(columns, [{ title: '', rows }], width)];
}

/** The same for programs: settings, every run with its record, and the whole front. */
export const searchJson = (
  problem: SearchProblem,
  result: SeedsResult,
  question: Readonly<Record<string, unknown>>,
) => ({
  method: 'epsilon-nsga2',
  problem: problem.id,
  provenance: {
    ...question,
    settings: result.runs[0]?.result.state.settings ?? null,
    seeds: result.runs.map(({ seed }) => seed),
  },
  objectives: problem.objectives,
  constraints: problem.constraints,
  hypervolume: { all: result.hypervolume, ...result.spread },
  runs: result.runs.map(({ seed, hypervolume, result: { state } }) => ({
    seed,
    hypervolume,
    evaluations: state.evaluations,
    improvements: state.improvements,
    restarts: state.restarts,
    front: state.archive.length,
    record: state.record,
  })),
  front: result.front.map((solution) => choiceJson(problem, solution)),
});

/** A choice by the names of its variables and objectives. */
export const choiceJson = (problem: SearchProblem, solution: Solution) => ({
  variables: Object.fromEntries(
    problem.variables.map((variable, i) => {
      const value = at(solution.decision, i);
      return [variable.name, variable.kind === 'category' ? (variable.categories[value] ?? null) : value];
    }),
  ),
  objectives: Object.fromEntries(
    objectivesOf(problem, solution).map((value, i) => [at(problem.objectives, i).name, value]),
  ),
});
