import type { Region } from '@schaalsprong/agenda';
import { type LeverProblem, type PackageOutcomes, positionText } from '@schaalsprong/futures/experiments';
import type { Solution } from '@schaalsprong/methods/search';
import { at, formatNumber, type Lang, must, type Text } from '@schaalsprong/words';
import { type Column, renderTable, wrap } from '../../terminal/table.ts';
import { choiceJson, digits } from './report.ts';
import { saySearch } from './texts.ts';

/** The packages that are told, and what they give. */
export interface PackageReport {
  /** Those that differ most; the nearest one where none keeps all red lines. */
  readonly packages: readonly Solution[];
  /** What the scenario itself gives. */
  readonly own: PackageOutcomes;
  readonly outcomes: readonly PackageOutcomes[];
  readonly sentences: readonly Text[];
  readonly evaluations: number;
  /** How many packages were asked. */
  readonly asked: number;
  readonly keepsAll: boolean;
  /** Per constraint the least by which any package broke it. */
  readonly leastViolations: readonly number[];
}

const percent = (share: number, lang: Lang): string => digits(share * 100, lang, 3);

/** The packages for people: a sentence each, then levers, then targets, beside the scenario itself. */
export function packageLines(
  problem: LeverProblem,
  report: PackageReport,
  region: Region,
  lang: Lang,
  width: number,
): readonly string[] {
  const { packages, outcomes, own, sentences, keepsAll, evaluations } = report;
  const numbered = packages.map((_, i) =>
    keepsAll ? saySearch(lang, 'column-package', { number: i + 1 }) : saySearch(lang, 'column-nearest'),
  );
  const scenario = region.scenarios.find(({ id }) => id === problem.scenario)?.id ?? problem.scenario;
  const columns = (first: string): Column[] => [
    { title: first, align: 'left', gives: true },
    { title: scenario, align: 'right' },
    ...numbered.map((title): Column => ({ title, align: 'right' })),
  ];
  const levers = problem.levers.map((lever, l) => [
    lever.measure.title[lang],
    positionText(problem, l, problem.own, region, lang),
    ...packages.map(({ decision }) => positionText(problem, l, decision, region, lang)),
  ]);
  const targets = own.targets.map(({ target, met }, t) => [
    region.targets.find(({ id }) => id === target)?.title[lang] ?? target,
    formatNumber(met.count, 'count', lang, region.units),
    ...outcomes.map((each) => formatNumber(at(each.targets, t).met.count, 'count', lang, region.units)),
  ]);
  const lines = problem.constraints.map(({ text }) => `  - ${text[lang]}`);
  return [
    ...(keepsAll
      ? [
          packages.length < report.asked
            ? saySearch(lang, 'packages-fewer', { count: packages.length, asked: report.asked })
            : saySearch(lang, 'packages', { count: packages.length }),
        ]
      : [saySearch(lang, 'none', { evaluations }), ...brokenLines(problem, report, lang)]
    ).flatMap((line) => wrap(line, width)),
    '',
    ...(keepsAll ? sentences.flatMap((sentence) => [...wrap(sentence[lang], width), '']) : []),
    ...(lines.length === 0 ? [] : [saySearch(lang, 'lines'), ...lines, '']),
    ...renderTable(columns(saySearch(lang, 'column-measure')), [{ title: '', rows: levers }], width),
    '',
    ...renderTable(
      columns(saySearch(lang, 'column-target', { futures: problem.futures })),
      [{ title: '', rows: targets }],
      width,
    ),
    '',
    ...wrap(saySearch(lang, 'futures', { futures: problem.futures, seed: problem.seed }), width),
    ...wrap(saySearch(lang, 'caveat'), width),
  ];
}

/** In how many futures a package meets a target. */
const metIn = ({ targets }: PackageReport['outcomes'][number], id: string): number =>
  must(new Map(targets.map(({ target, met }) => [String(target), met.count])), id);

/** Which red lines the nearest package breaks, and whether each could be kept on its own. */
function brokenLines(
  problem: LeverProblem,
  { packages, outcomes, leastViolations }: PackageReport,
  lang: Lang,
): readonly string[] {
  const [nearest] = packages;
  if (nearest === undefined) return [];
  return [
    saySearch(lang, 'nearest'),
    ...problem.constraints.flatMap(({ text }, c) => {
      const violation = at(nearest.violations, c);
      if (violation === 0) return [];
      const least = at(leastViolations, c);
      const alone =
        least > 0
          ? saySearch(lang, 'alone', { percent: percent(least, lang) })
          : saySearch(lang, 'not-together');
      // The lines that were asked come first among the constraints.
      const line = problem.lines[c];
      const values = { line: text[lang], percent: percent(violation, lang) };
      const broken =
        line?.kind === 'met'
          ? saySearch(lang, 'broken-count', {
              ...values,
              met: metIn(at(outcomes, 0), line.target),
              count: line.count,
            })
          : saySearch(lang, 'broken', values);
      return [`  - ${broken} (${alone})`];
    }),
  ];
}

/** The same for programs. */
export const packageJson = (problem: LeverProblem, report: PackageReport) => ({
  packages: report.keepsAll
    ? report.packages.map((solution, i) => ({
        sentence: report.sentences[i],
        ...choiceJson(problem, solution),
        positions: report.outcomes[i]?.positions,
        targets: report.outcomes[i]?.targets,
      }))
    : [],
  nearest: report.keepsAll
    ? null
    : report.packages.map((solution, i) => ({
        ...choiceJson(problem, solution),
        positions: report.outcomes[i]?.positions,
        targets: report.outcomes[i]?.targets,
        broken: problem.constraints.flatMap(({ name, text }, c) =>
          at(solution.violations, c) > 0
            ? [
                {
                  constraint: name,
                  text,
                  violation: solution.violations[c],
                  leastOfAll: report.leastViolations[c],
                },
              ]
            : [],
        ),
      }))[0],
  scenario: { id: problem.scenario, ...report.own },
});
