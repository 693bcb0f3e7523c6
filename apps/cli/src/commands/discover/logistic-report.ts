import { type LogisticResult, logistic, logisticDefaults, type Term } from '@schaalsprong/methods/discovery';
import type { Lang } from '@schaalsprong/words';
import { formatNumber, must } from '@schaalsprong/words';
import { renderTable, wrap } from '../../terminal/table.ts';
import type { Given } from './options.ts';
import { selectionRule } from './prim.ts';
import { subjectJson } from './prim-json.ts';
import { headLines, oneOutcome, part } from './prim-table.ts';
import type { Subject } from './subject.ts';
import { sayDiscover } from './texts.ts';

/** The answer of `discover logistic` to one subject; no result where it happens in all futures or in none. */
export interface LogisticAnswer {
  readonly subject: Subject;
  readonly result: LogisticResult | null;
}

/** Fits the regression. */
export function discoverByLogistic(subject: Subject, given: Given): LogisticAnswer {
  const { data } = subject;
  const select = selectionRule(given) ?? logisticDefaults.select;
  if (data.ofInterest === 0 || data.ofInterest === data.count) return { subject, result: null };
  return { subject, result: logistic(data, { select }) };
}

/** The answer for programs: fields may be added, never renamed. */
export function logisticJson({ subject, result }: LogisticAnswer): Readonly<Record<string, unknown>> {
  const asked = { method: 'logistic', ...subjectJson(subject) };
  if (result === null) return { ...asked, settings: null, steps: [], levels: [], selected: null };
  const { settings, steps, stopped, levels, selected, separated } = result;
  return {
    ...asked,
    settings,
    steps,
    stopped,
    separated,
    levels,
    selected: { ...selected, ...levels[selected.step] },
  };
}

/** The answer for people: which inputs come in, what each does, and what the levels cover. */
export function logisticTable(
  { subject, result }: LogisticAnswer,
  lang: Lang,
  width: number,
): readonly string[] {
  const head = headLines(subject, lang, width);
  if (result === null) return [...head, ...oneOutcome(subject, lang, width)];
  const last = result.steps.at(-1);
  const show = (value: number, decimals: number): string =>
    value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  const titleOf = ({ input, category }: Term): string => {
    const title = subject.words.inputs?.[input]?.title[lang] ?? input;
    return category === null ? title : `${title}: ${category}`;
  };
  const bicAfter = new Map(result.steps.map(({ inputs, bic }) => [inputs.at(-1), bic]));
  const terms = (last?.terms ?? []).map((term) => [
    titleOf(term),
    show(term.standardised, 2),
    show(must(bicAfter, term.input), 1),
  ]);
  const levels = result.levels.map(({ level, coverage, density, k, n }, at) => [
    at === result.selected.step ? `> ${show(level, 2)}` : show(level, 2),
    part(coverage, lang),
    part(density, lang),
    ...[k, n].map((count) => formatNumber(count, '', lang, {})),
  ]);
  const right = (keys: readonly Parameters<typeof sayDiscover>[1][]) =>
    keys.map((key) => ({ title: sayDiscover(lang, key), align: 'right' as const }));
  return [
    ...head,
    ...wrap(sayDiscover(lang, 'settings-logistic'), width),
    '',
    ...renderTable(
      [
        { title: sayDiscover(lang, 'column-input'), align: 'left', gives: true },
        ...right(['column-effect', 'column-bic']),
      ],
      [{ title: '', rows: terms }],
      width,
    ),
    '',
    ...wrap(sayDiscover(lang, `logistic-${result.stopped}`), width),
    ...(result.separated ? wrap(sayDiscover(lang, 'separated'), width) : []),
    '',
    ...renderTable(
      right(['column-level', 'column-coverage', 'column-density', 'column-hit', 'column-futures']),
      [{ title: '', rows: levels }],
      width,
    ),
  ];
}
