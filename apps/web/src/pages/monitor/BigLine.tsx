import { placeLine, valueDomain } from '@schaalsprong/chart';
import { measuredLine } from '@schaalsprong/monitor/chart';
import {
  breakMarks,
  breaksWithin,
  breakTimes,
  earlierLines,
  factsAt,
  inWholeYears,
  pointsOf,
  timeOf,
} from '@schaalsprong/monitor/lines';
import type { IndicatorResponse } from '@schaalsprong/wire';
import { must } from '@schaalsprong/words';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useAgenda, useAxis, useComputed, useNumber, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { useDay, useFigure } from './Figure.tsx';
import { useTexts } from './texts.ts';

/** Earlier versions drawn; the table of all figures has every one. */
const mostEarlier = 3;

/** What of an indicator is drawn in an area, and how it is said below and above the drawing. */
function useLine(response: IndicatorResponse, area: string) {
  const { t, period } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const show = useNumber();
  const computed = useComputed();
  const figure = useFigure();
  const { indicator, facts, history, nowcast, standings } = response;
  const unit = indicator.unit;
  const points = pointsOf(facts, area);
  const breaksHere = breaksWithin(indicator.breaks, facts, area);
  const breaks = breakTimes(breaksHere);
  const lags = new Map(Object.entries(response.lagMonths));
  const earlier = earlierLines(facts, history, area, breaks, mostEarlier, ({ vintage }) =>
    must(lags, vintage),
  );
  // A target is of the indicator's own area: its path beside the line of another would compare a part with the whole.
  const ofTarget = area === indicator.area;
  const asks = ofTarget ? standings.find(({ required }) => required !== null) : undefined;
  const target = asks === undefined ? undefined : agenda.targetById.get(asks.target);
  const [first, last] = [points[0], points.findLast(({ fact }) => fact.standing !== 'expected')];
  const name = agenda.areas.find(({ code }) => code === area)?.name ?? area;
  const change =
    first === undefined || last === undefined || first === last
      ? c('line.one', { area: name })
      : c(last.value > first.value ? 'line.up' : last.value < first.value ? 'line.down' : 'line.same', {
          area: name,
          from: figure(first.fact, unit),
          to: figure(last.fact, unit),
          first: period(first.fact.period),
          last: period(last.fact.period),
        });
  const nowcastTime = nowcast === null ? null : timeOf(nowcast.period);
  const shownNowcast =
    nowcast === null || nowcastTime === null || nowcast.area !== area
      ? null
      : { ...nowcast, time: nowcastTime, label: c('line.nowcast') };
  const said = [
    change,
    ...(target === undefined || target.value === null
      ? []
      : [
          c('line.target', {
            target: t(target.unit === 'rank' ? 'direction.rank' : `direction.${target.direction}`, {
              value: show(target.value, target.unit, { precise: true }),
            }),
            horizon: period(target.horizon),
          }),
        ]),
    ...(shownNowcast === null
      ? []
      : [
          c('line.nowcastSaid', {
            period: period(shownNowcast.period),
            value: computed.value(shownNowcast.p50, unit),
            ...computed.range(shownNowcast.p10, shownNowcast.p90, unit),
          }),
        ]),
  ];
  const required = asks?.required ?? null;
  return { name, points, breaksHere, breaks, earlier, required, shownNowcast, said };
}

type Line = ReturnType<typeof useLine>;

/** What must be known to read the line: an axis that does not start at zero, uncertain figures, earlier editions, breaks, the method. */
function useNotes(
  { noNowcast }: IndicatorResponse,
  { points, breaksHere, earlier, required, shownNowcast }: Line,
): readonly string[] {
  const { t, tx, period, list } = useWords();
  const c = useTexts();
  const day = useDay();
  const [low, high] = valueDomain([
    ...points.map(({ value }) => value),
    ...(required === null ? [] : [required.from.value, required.to.value]),
  ]);
  return [
    ...(low > 0 || high < 0 ? [t('target.fan.zero')] : []),
    ...(points.some(({ fact }) => fact.standing === 'provisional') ? [c('line.provisional')] : []),
    ...(points.some(({ fact }) => fact.standing === 'expected') ? [c('line.expected')] : []),
    ...(earlier.length > 0
      ? [c('line.earlier', { days: list(earlier.map(({ published }) => day(published))) })]
      : []),
    ...breaksHere.map(({ at, reason }, i) =>
      c('line.break', { n: i + 1, period: period(at), reason: tx(reason) }),
    ),
    ...(noNowcast === null ? [] : [tx(noNowcast)]),
    ...(shownNowcast === null ? [] : [tx(shownNowcast.method)]),
  ];
}

/** The line of the indicator's own area: measured, as it was before, where it breaks, what the target asks, what the current year looks like. */
export function BigLine({ response, area }: { response: IndicatorResponse; area: string }) {
  const { t, tx, period } = useWords();
  const c = useTexts();
  const axisOf = useAxis();
  const unitTitle = useUnitTitle();
  const figure = useFigure();
  const day = useDay();
  const { indicator, facts } = response;
  const unit = indicator.unit;
  const line = useLine(response, area);
  const { name, breaks, earlier, required, shownNowcast, said } = line;
  const notes = useNotes(response, line);
  const rows = factsAt(facts, area);
  const axis = axisOf(
    [
      ...rows.flatMap(({ fact }) => fact.value ?? []),
      ...(required === null ? [] : [required.from.value, required.to.value]),
    ],
    unit,
  );
  return (
    <ChartFrame
      title={c('line', { area: name })}
      finding={said.join(' ')}
      note={notes.join(' ')}
      file={indicator.id}
      origin={[
        `${c('knownOn')} ${response.asKnownOn === null ? c('knownOn.now') : c('knownOn.day', { date: day(response.asKnownOn) })}`,
      ]}
      data={{
        head: [t('chart.period'), t('chart.value'), t('chart.kind'), c('all.published')],
        shown: rows.map(({ fact }) => [
          period(fact.period),
          figure(fact, unit),
          t(`observed.${fact.standing}`),
          day(fact.published),
        ]),
        csvHead: ['area', 'period', 'value', 'unit', 'state', 'standing', 'published', 'vintage', 'source'],
        csv: rows.map(({ fact }) => [
          fact.area,
          fact.period,
          fact.value,
          unit,
          fact.state,
          fact.standing,
          fact.published,
          fact.vintage,
          fact.source,
        ]),
        textColumns: [2, 3],
      }}
      source={tx(response.metadata.publishers)}
      subject={tx(indicator.title)}
      unit={unitTitle(unit)}
      scene={(width) =>
        placeLine(
          {
            name: `${tx(indicator.title)}. ${said.join(' ')}`,
            lines: [
              measuredLine({
                facts,
                area,
                breaks,
                label: '',
                say: (fact) =>
                  `${period(fact.period)}: ${figure(fact, unit)} (${t(`observed.${fact.standing}`)})`,
              }),
            ],
            former: earlier.map(({ published, segments, revised }) => ({
              published,
              pieces: segments,
              revised,
            })),
            breaks: breakMarks(breaks, facts, [area]),
            required: required === null ? null : { ...required, label: c('line.required') },
            nowcast: shownNowcast,
            wholeYears: inWholeYears(rows.map(({ fact }) => fact)),
            tick: axis.tick,
            axisTitle: axis.title,
            top: unit === 'rank' ? 'low' : 'high',
            empty: c('state.missing'),
          },
          width,
        )
      }
    />
  );
}
