import type { Region } from '@schaalsprong/agenda';
import { type Assessment, standingSentence, type TargetStanding } from '@schaalsprong/futures';
import { formatMet, formatNumber, type Lang } from '@schaalsprong/words';
import { say } from '../../problems/messages.ts';
import { type Column, renderCards, renderTable, section, wrap } from '../../terminal/table.ts';

/**
 * The standing of an agenda for people: targets by pillar, then ambitions, then what clashes with other claims, then what
 * is not modelled and why, then the one sentence that says what holds the agenda back most.
 *
 * @param assessment what was computed
 * @param region titles and units
 * @param lang language
 * @param width places on a line
 * @returns the text, ending in a newline
 */
export function standingTable(assessment: Assessment, region: Region, lang: Lang, width: number): string {
  const tests = assessment.history.filter((check) => check.fitted === null);
  const history = say(lang, 'history-line', {
    within: tests.filter((check) => check.within).length,
    of: tests.length,
    fitted: assessment.history.length - tests.length,
  });
  const { provenance } = assessment;
  const short = (hash: string): string => hash.slice(0, 12);
  const from = say(lang, 'provenance-line', {
    futures: provenance.futures,
    seed: provenance.seed,
    scenario:
      provenance.viewpoint === null
        ? provenance.scenario
        : `${provenance.scenario} (${provenance.viewpoint})`,
    agenda: short(provenance.agenda),
    model: short(provenance.model),
    data: short(provenance.data),
  });
  const unspoken = reasons(assessment, lang, width - 2);
  return [
    region.title[lang],
    '',
    ...targetLines(assessment, region, lang, width),
    '',
    ...ambitionLines(assessment, lang, width),
    ...section(
      say(lang, 'conflicts-heading'),
      assessment.targets
        .filter(({ conflicts }) => conflicts.length > 0)
        .map(({ title, conflicts }) => `${title[lang]}: ${conflicts.join(', ')}`),
      width,
    ),
    ...(unspoken.length === 0
      ? []
      : ['', say(lang, 'reasons-heading'), ...unspoken.map((line) => `  ${line}`)]),
    '',
    ...wrap(standingSentence(assessment, region, lang), width),
    '',
    ...(tests.length === 0 ? [] : wrap(history, width)),
    ...wrap(from, width),
    '',
  ].join('\n');
}

/** Targets by pillar: a table, or cards where a table does not fit. */
function targetLines(assessment: Assessment, region: Region, lang: Lang, width: number): readonly string[] {
  const columns: readonly Column[] = [
    { title: say(lang, 'column-target'), align: 'left', gives: true },
    { title: say(lang, 'column-horizon'), align: 'left' },
    { title: say(lang, 'column-goal'), align: 'right', gives: true },
    { title: say(lang, 'column-observed'), align: 'right' },
    { title: say(lang, 'column-projected'), align: 'right' },
    { title: say(lang, 'column-met'), align: 'right' },
    { title: say(lang, 'column-gap'), align: 'right' },
    { title: say(lang, 'column-binding'), align: 'left', gives: true },
    { title: say(lang, 'column-carried'), align: 'left', gives: true },
  ];
  const pillars = [...new Set(assessment.targets.map((target) => target.pillar))];
  const groups = pillars.map((pillar) => ({
    title: (region.byId.nodes.get(pillar)?.title[lang] ?? pillar).toUpperCase(),
    rows: assessment.targets
      .filter((target) => target.pillar === pillar)
      .map((target) => cells(target, region, lang)),
  }));
  const wide = renderTable(columns, groups, width);
  return wide.every((line) => line.length <= width)
    ? wide
    : renderCards(columns, groups, width, say(lang, 'none')).slice(0, -1);
}

/** One target, cell by cell. */
function cells(target: TargetStanding, { units, byId }: Region, lang: Lang): readonly string[] {
  const none = say(lang, 'none');
  const number = (value: number, unit: string, bare = true): string =>
    formatNumber(value, unit, lang, units, { bare });
  const { unit, observed, projected, binding, carriedBy } = target;
  const goal =
    target.target === null
      ? say(lang, 'no-number')
      : say(lang, target.direction) +
        number(target.target, unit, false) +
        (target.targetIs === 'assumed' ? say(lang, 'assumed') : '');
  const limit = binding[0];
  const measure = carriedBy[0];
  return [
    target.title[lang],
    target.horizon,
    goal,
    observed === null ? none : `${number(observed.value, unit)} (${observed.period})`,
    projected === null
      ? say(lang, 'not-modelled')
      : [projected.p10, projected.p50, projected.p90].map((value) => number(value, unit)).join(' / '),
    target.met === null ? none : formatMet(target.met, lang).replace(/\s\S+$/, ''),
    target.gap === null ? none : formatNumber(target.gap, unit, lang, units, { bare: true, signed: true }),
    limit === undefined
      ? none
      : `${byId.constraints.get(limit.constraint)?.title[lang] ?? limit.constraint} ${Math.round(limit.share * 100)}%`,
    measure === undefined
      ? none
      : `${byId.measures.get(measure.measure)?.title[lang] ?? measure.measure} ${formatNumber(measure.delta, unit, lang, units, { bare: true, signed: true })}`,
  ];
}

function ambitionLines(assessment: Assessment, lang: Lang, width: number): readonly string[] {
  return renderTable(
    [
      { title: say(lang, 'column-ambition'), align: 'left', gives: true },
      { title: say(lang, 'column-met'), align: 'right' },
      { title: '', align: 'left' },
    ],
    [
      {
        title: '',
        rows: assessment.ambitions.map((ambition) => [
          ambition.title[lang],
          ambition.met === null ? say(lang, 'not-modelled') : formatMet(ambition.met, lang),
          ambition.notModelled > 0 ? say(lang, 'not-modelled-count', { count: ambition.notModelled }) : '',
        ]),
      },
    ],
    width,
  );
}

/** What is not modelled, and why. */
function reasons(assessment: Assessment, lang: Lang, width: number): readonly string[] {
  return assessment.targets.flatMap((target) =>
    target.notModelled === null ? [] : wrap(`${target.title[lang]}: ${target.notModelled[lang]}`, width),
  );
}
