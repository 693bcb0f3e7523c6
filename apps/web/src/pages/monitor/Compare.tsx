import { placeLine } from '@schaalsprong/chart';
import { measuredLine } from '@schaalsprong/monitor/chart';
import {
  breakMarks,
  breaksWithin,
  breakTimes,
  indexed,
  inWholeYears,
  type LinePoint,
  pointsOf,
} from '@schaalsprong/monitor/lines';
import type { Area, IndicatorResponse } from '@schaalsprong/wire';
import { Button, Heading2 } from '@utrecht/component-library-react';
import { useId } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useAgenda, useAxis, useNumber, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { type Choice, mostAreas } from '../../monitor/address.ts';
import { useFigure } from './Figure.tsx';
import { useTexts } from './texts.ts';

/** Kinds of areas, in the order in which a comparison opens with them beside the indicator's own area. */
const firstKinds: readonly Area['kind'][] = ['country', 'province', 'region', 'subregion', 'municipality'];
const firstAreas = 4;
/** Values that differ by more than this factor would lie on the floor of one chart: index numbers are shown first. */
const farApart = 4;

/** Areas with figures: the indicator's own first, then by kind from large to small, then by name. */
function areasWithFigures(response: IndicatorResponse, all: readonly Area[], main: string): readonly Area[] {
  const have = new Set(response.facts.flatMap(({ area, value }) => (value === null ? [] : [area])));
  const order = (area: Area): number => (area.code === main ? -1 : firstKinds.indexOf(area.kind) >>> 0);
  return all
    .filter(({ code }) => have.has(code))
    .sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'nl'));
}

/** Which areas are compared, and their lines as they are drawn: as values or as index numbers. */
function useComparison(response: IndicatorResponse, main: string, choice: Choice) {
  const { lang } = useWords();
  const agenda = useAgenda();
  const show = useNumber();
  const { indicator, facts } = response;
  const areas = areasWithFigures(response, agenda.areas, main);
  const large = areas.filter(({ code, kind }) => code === main || kind !== 'municipality');
  const first = (large.length > 1 ? large : areas).slice(0, firstAreas);
  const chosen = choice.areas ?? first.map(({ code }) => code as string);
  const shown = areas.filter(({ code }) => chosen.includes(code));
  const lines = shown.map(({ code }) => pointsOf(facts, code));
  // An index of a running total says when its count began, not how an area does.
  const asIndex = indicator.cumulativeFrom === undefined ? indexed(lines) : null;
  const lasts = lines.flatMap((line) => line.at(-1)?.value ?? []);
  const spreadOut = lasts.length > 1 && Math.max(...lasts) > farApart * Math.max(0, Math.min(...lasts));
  const index = asIndex !== null && (choice.index ?? spreadOut);
  const breaks = breakTimes(
    indicator.breaks.filter((one) => shown.some(({ code }) => breaksWithin([one], facts, code).length > 0)),
  );
  const plain = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 });
  const written = (value: number) =>
    index ? plain.format(value) : show(value, indicator.unit, { precise: true });
  const drawn: readonly (readonly LinePoint[])[] = index ? asIndex.lines : lines;
  return { areas, chosen, shown, lines, asIndex, index, breaks, plain, written, drawn };
}

type Comparison = ReturnType<typeof useComparison>;

/** The highest and the lowest of the compared areas, in words. */
function useFinding({ shown, drawn, index, asIndex, written }: Comparison): string {
  const { period } = useWords();
  const c = useTexts();
  const ends = shown.flatMap(({ name }, i) => {
    const last = drawn[i]?.at(-1);
    return last === undefined ? [] : [{ name, last }];
  });
  const [highest, lowest] = [
    ends.toSorted((a, b) => b.last.value - a.last.value)[0],
    ends.toSorted((a, b) => a.last.value - b.last.value)[0],
  ];
  return highest === undefined || lowest === undefined
    ? c('compare.choose')
    : highest === lowest
      ? c('compare.one', {
          area: highest.name,
          value: written(highest.last.value),
          period: period(highest.last.fact.period),
        })
      : c(index ? 'compare.index' : 'compare.values', {
          high: highest.name,
          highValue: written(highest.last.value),
          low: lowest.name,
          lowValue: written(lowest.last.value),
          base: asIndex === null ? '' : period(asIndex.base.fact.period),
        });
}

/** The chart of the compared areas, with its table. */
function CompareChart({
  response,
  comparison,
  finding,
}: {
  response: IndicatorResponse;
  comparison: Comparison;
  finding: string;
}) {
  const { t, tx, period, list } = useWords();
  const c = useTexts();
  const axisOf = useAxis();
  const unitTitle = useUnitTitle();
  const figure = useFigure();
  const { indicator, facts } = response;
  const { shown, lines, asIndex, index, breaks, plain, drawn } = comparison;
  const axis = axisOf(
    drawn.flatMap((line) => line.map(({ value }) => value)),
    indicator.unit,
  );
  return (
    <ChartFrame
      within
      title={c(index ? 'compare.titleIndex' : 'compare.title', {
        areas: list(shown.map(({ name }) => name)),
        base: asIndex === null ? '' : period(asIndex.base.fact.period),
      })}
      finding={finding}
      note={breaks.length > 0 ? c('compare.breaks') : ''}
      file={`${indicator.id}-${index ? 'index' : 'areas'}`}
      origin={[tx(indicator.title)]}
      data={{
        head: [
          c('all.area'),
          t('chart.period'),
          t('chart.value'),
          ...(index ? [c('compare.indexHead')] : []),
        ],
        shown: shown.flatMap(({ name }, i) =>
          (lines[i] ?? []).map(({ fact }, j) => [
            name,
            period(fact.period),
            figure(fact, indicator.unit),
            ...(index ? [plain.format(drawn[i]?.[j]?.value ?? Number.NaN)] : []),
          ]),
        ),
        csvHead: ['area', 'period', 'value', 'unit', 'index'],
        csv: shown.flatMap(({ code }, i) =>
          (lines[i] ?? []).map(({ fact }, j) => [
            code,
            fact.period,
            fact.value,
            indicator.unit,
            index ? (drawn[i]?.[j]?.value ?? null) : null,
          ]),
        ),
        textColumns: [1],
      }}
      source={tx(response.metadata.publishers)}
      subject={tx(indicator.title)}
      unit={index ? c('compare.asIndex') : unitTitle(indicator.unit)}
      scene={(width) =>
        placeLine(
          {
            name: `${tx(indicator.title)}. ${finding}`,
            lines: shown.map(({ code, name }, i) => {
              const valueAt = new Map((drawn[i] ?? []).map(({ time, value }) => [time, value]));
              const asDrawn = <P extends { readonly time: number; readonly value: number }>(point: P): P => ({
                ...point,
                value: valueAt.get(point.time) ?? point.value,
              });
              const line = measuredLine({
                facts,
                area: code,
                breaks,
                label: shown.length === 1 ? '' : name,
                say: (fact) => `${name}, ${period(fact.period)}: ${figure(fact, indicator.unit)}`,
              });
              return {
                ...line,
                pieces: line.pieces.map((piece) => piece.map(asDrawn)),
                dots: line.dots.map(asDrawn),
              };
            }),
            former: [],
            breaks: breakMarks(
              breaks,
              facts,
              shown.map(({ code }) => code),
            ),
            required: null,
            nowcast: null,
            wholeYears: inWholeYears(lines.flat().map(({ fact }) => fact)),
            tick: index ? plain.format : axis.tick,
            axisTitle: index ? c('compare.asIndex') : axis.title,
            top: indicator.unit === 'rank' ? 'low' : 'high',
            empty: c('state.missing'),
          },
          width,
        )
      }
    />
  );
}

/** The lines of up to six areas, as values or as index numbers. */
export function Compare({
  response,
  main,
  choice,
  choose,
}: {
  response: IndicatorResponse;
  main: string;
  choice: Choice;
  choose: (some: Partial<Choice>) => void;
}) {
  const { count } = useWords();
  const c = useTexts();
  const id = useId();
  const comparison = useComparison(response, main, choice);
  const { areas, chosen, shown, asIndex, index } = comparison;
  const finding = useFinding(comparison);
  const toggle = (code: string): void =>
    choose({
      areas: chosen.includes(code)
        ? chosen.filter((other) => other !== code)
        : [...chosen, code].slice(0, mostAreas),
    });
  const full = shown.length >= mostAreas;
  return (
    <section className="block" aria-labelledby={`${id}-title`}>
      <Heading2 id={`${id}-title`}>{c('compare')}</Heading2>
      <p className="chart__finding">{finding}</p>
      <div className="compare__tools">
        <fieldset className="either">
          <legend className="only-read">{c('compare.measure')}</legend>
          {[false, true].map((asked) => (
            <Button
              key={String(asked)}
              appearance="subtle-button"
              aria-pressed={index === asked}
              disabled={asIndex === null && asked}
              onClick={() => choose({ index: asked })}
            >
              {c(asked ? 'compare.asIndex' : 'compare.asValue')}
            </Button>
          ))}
        </fieldset>
        <details className="compare__areas">
          <summary>{c('compare.areas', { n: count(shown.length), most: count(mostAreas) })}</summary>
          <fieldset className="area-choice">
            <legend className="only-read">{c('compare.areasLegend')}</legend>
            {areas.map(({ code, name, kind }) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={chosen.includes(code)}
                  disabled={full && !chosen.includes(code)}
                  onChange={() => toggle(code)}
                />
                <span>
                  {name} <span className="small">{c(`level.${kind}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {full && <p className="small">{c('compare.full', { most: count(mostAreas) })}</p>}
        </details>
      </div>
      {shown.length > 0 && <CompareChart response={response} comparison={comparison} finding={finding} />}
    </section>
  );
}
