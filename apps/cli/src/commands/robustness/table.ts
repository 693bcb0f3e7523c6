import type { BoundsKept, LargestOver, MetricResult, PolicyOutcomes } from '@schaalsprong/methods/robustness';
import type { Lang } from '@schaalsprong/words';
import { type Column, renderTable, wrap } from '../../terminal/table.ts';
import { sayRobustness } from './texts.ts';

/** What was found for one outcome. */
export interface OutcomeReport {
  readonly outcomes: PolicyOutcomes;
  /** Futures in the file, with those of weight 0. */
  readonly given: number;
  readonly results: readonly MetricResult[];
}

/** What was found for all outcomes together; nothing where there is one. */
export interface TogetherReport {
  readonly kept: readonly BoundsKept[];
  readonly regret: readonly {
    readonly metric: string;
    readonly title: MetricResult['title'];
    readonly largest: readonly LargestOver[];
  }[];
}

/** A number for people, with six digits that count; the JSON has them all. */
const digits = (value: number, lang: Lang): string =>
  value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: 6 });

/** The metrics of every outcome for people: definition and formula, and each policy with its number and place. */
export function robustnessTable(
  reports: readonly OutcomeReport[],
  together: TogetherReport | null,
  lang: Lang,
  width: number,
): string {
  const lines = reports.flatMap((report) => [...outcomeLines(report, lang, width), '']);
  if (together !== null) {
    lines.push(sayRobustness(lang, 'together'));
    for (const { policy, count, of } of together.kept) {
      lines.push(
        `  ${policy}: ${sayRobustness(lang, 'bounds-kept', { count: digits(count, lang), of: digits(of, lang) })}`,
      );
    }
    for (const { title, largest } of together.regret) {
      for (const { policy, value, objective, reason } of largest) {
        const regret =
          value === null
            ? `${title[lang]}: ${sayRobustness(lang, 'not-applicable', { reason: reason?.[lang] ?? '' })}`
            : sayRobustness(lang, 'largest-regret', {
                title: title[lang],
                value: digits(value, lang),
                objective: objective ?? '',
              });
        lines.push(`  ${policy}: ${regret}`);
      }
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function outcomeLines(
  { outcomes, given, results }: OutcomeReport,
  lang: Lang,
  width: number,
): readonly string[] {
  const { objective, policies, futures, direction, weights } = outcomes;
  const total = weights === null ? futures.length : weights.reduce((sum, weight) => sum + weight, 0);
  const columns: Column[] = [
    { title: sayRobustness(lang, 'column-policy'), align: 'left', gives: true },
    { title: sayRobustness(lang, 'column-value'), align: 'right' },
    { title: sayRobustness(lang, 'column-place'), align: 'right' },
  ];
  const firsts = policies
    .map((policy) => ({ policy, times: results.filter(({ best }) => best.includes(policy)).length }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times);
  const applied = results.filter(({ best }) => best.length > 0).length;
  return [
    ...wrap(
      sayRobustness(lang, 'heading', {
        objective,
        policies: policies.length,
        futures: futures.length,
        direction: sayRobustness(lang, direction),
      }),
      width,
    ),
    ...(weights === null ? [] : [sayRobustness(lang, 'weighted', { total: digits(total, lang) })]),
    ...(given === futures.length ? [] : [sayRobustness(lang, 'left-out', { count: given - futures.length })]),
    ...results.flatMap((result) => {
      const unit = sayRobustness(lang, `unit-${result.unit}`, { total: digits(total, lang) });
      const better = sayRobustness(lang, 'better', { which: sayRobustness(lang, result.better) });
      const also = result.comparesPolicies ? `; ${sayRobustness(lang, 'compares')}` : '';
      const reasons = new Set(result.scores.flatMap(({ reason }) => reason?.[lang] ?? []));
      const head = [
        '',
        `${result.title[lang]} [${result.metric}]`,
        ...wrap(`${result.definition[lang]} ${result.formula}; ${unit}; ${better}${also}.`, width - 2).map(
          (line) => `  ${line}`,
        ),
      ];
      // One reason for every policy is said once.
      const [reason] = reasons;
      if (reasons.size === 1 && reason !== undefined && result.scores.every(({ value }) => value === null)) {
        return [
          ...head,
          ...wrap(sayRobustness(lang, 'not-applicable', { reason }), width - 2).map((l) => `  ${l}`),
        ];
      }
      const rows = result.scores.map(({ policy, value, place }) => [
        policy,
        value === null ? '-' : digits(value, lang),
        place === null ? '' : String(place),
      ]);
      const without = result.scores.flatMap(({ policy, reason: why }) =>
        why === null ? [] : wrap(`${policy}: ${why[lang]}`, width - 2),
      );
      return [
        ...head,
        ...[...renderTable(columns, [{ title: '', rows }], width - 2), ...without].map((line) => `  ${line}`),
      ];
    }),
    '',
    ...(firsts.length === 0
      ? []
      : wrap(
          sayRobustness(lang, 'firsts', {
            of: applied,
            list: firsts.map(({ policy, times }) => `${policy} ${times}`).join(', '),
          }),
          width,
        )),
  ];
}
