import { formatMet, formatNumber, type Lang, type Region } from '@schaalsprong/agenda';
import { type Assessment, standingSentence, type TargetStanding } from '@schaalsprong/futures';
import { say } from './messages.ts';
import { type Column, renderCards, renderTable, wrap } from './table.ts';

/**
 * The standing of an agenda for people: targets by pillar, then ambitions, then what is not modelled and why, then
 * the one sentence that says what holds the agenda back most.
 *
 * @param assessment what was computed
 * @param region titles and units
 * @param lang language
 * @param width places on a line
 * @returns the text, ending in a newline
 */
export function standingTable(assessment: Assessment, region: Region, lang: Lang, width: number): string {
  const units = region.units;
  const number = (value: number, unit: string, bare = true): string =>
    formatNumber(value, unit, lang, units, { bare });
  const none = say(lang, 'none');
  const constraintTitle = new Map(
    region.constraints.map((constraint) => [String(constraint.id), constraint.title[lang]]),
  );
  const measureTitle = new Map(region.measures.map((measure) => [String(measure.id), measure.title[lang]]));
  const nodeTitle = new Map(region.nodes.map((node) => [String(node.id), node.title[lang]]));

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

  const row = (target: TargetStanding): readonly string[] => {
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
        : `${constraintTitle.get(limit.constraint) ?? limit.constraint} ${Math.round(limit.share * 100)}%`,
      measure === undefined
        ? none
        : `${measureTitle.get(measure.measure) ?? measure.measure} ${formatNumber(measure.delta, unit, lang, units, { bare: true, signed: true })}`,
    ];
  };

  const pillars = [...new Set(assessment.targets.map((target) => target.pillar))];
  const groups = pillars.map((pillar) => ({
    title: (nodeTitle.get(pillar) ?? pillar).toUpperCase(),
    rows: assessment.targets.filter((target) => target.pillar === pillar).map(row),
  }));
  const wide = renderTable(columns, groups, width);
  const targets = wide.every((line) => line.length <= width)
    ? wide
    : renderCards(columns, groups, width, none).slice(0, -1);

  const ambitions = renderTable(
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

  const unspoken = assessment.targets.flatMap((target) =>
    target.notModelled === null ? [] : wrap(`${target.title[lang]}: ${target.notModelled[lang]}`, width - 2),
  );
  const tests = assessment.history.filter((check) => check.fitted === null);
  const within = tests.filter((check) => check.within).length;
  const { provenance } = assessment;
  const short = (hash: string): string => hash.slice(0, 12);
  return [
    region.title[lang],
    '',
    ...targets,
    '',
    ...ambitions,
    ...(unspoken.length === 0
      ? []
      : ['', say(lang, 'reasons-heading'), ...unspoken.map((line) => `  ${line}`)]),
    '',
    ...wrap(standingSentence(assessment, region, lang), width),
    '',
    ...(tests.length === 0
      ? []
      : wrap(
          say(lang, 'history-line', {
            within,
            of: tests.length,
            fitted: assessment.history.length - tests.length,
          }),
          width,
        )),
    ...wrap(
      say(lang, 'provenance-line', {
        futures: provenance.futures,
        seed: provenance.seed,
        scenario: provenance.scenario,
        agenda: short(provenance.agenda),
        model: short(provenance.model),
        data: short(provenance.data),
      }),
      width,
    ),
    '',
  ].join('\n');
}
