import { placeLine } from '@schaalsprong/chart';
import { linePieces } from '@schaalsprong/monitor/lines';
import type { MunicipalFigure, MunicipalityResponse } from '@schaalsprong/wire';
import { Heading2 } from '@utrecht/component-library-react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { LineMark } from '../../charts/LineMark.tsx';
import { FigureKind } from '../../components/FigureKind.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { DataTable, FoldedTable } from '../../components/Table.tsx';
import { ThingLink } from '../../components/Things.tsx';
import { useAgenda, useAxis, useNumber, usePercentOf, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { useTexts } from './texts.ts';

function Beside({ figure }: { figure: MunicipalFigure }) {
  const c = useTexts();
  const show = useNumber();
  const { share } = useWords();
  const { beside, latest } = figure;
  if (beside === null) return <span className="muted">{c('figures.none')}</span>;
  return (
    <>
      {show(beside.value, latest.unit)}
      {beside.how === 'sum' && beside.value > 0 && (
        <span className="small block-line">
          {c('figures.sum', { share: share(latest.value / beside.value) })}
        </span>
      )}
      {beside.how === 'median' && <span className="small block-line">{c('figures.median')}</span>}
    </>
  );
}

/** Every indicator of the municipality beside the region, with its year. */
export function Figures({
  municipality,
  sources,
}: {
  municipality: MunicipalityResponse;
  sources: readonly { readonly id: string; readonly text: string }[];
}) {
  const { period, count } = useWords();
  const c = useTexts();
  const show = useNumber();
  const percentOf = usePercentOf();
  const rows = municipality.figures;
  if (rows.length === 0) return null;
  return (
    <section className="block">
      <Heading2>{c('figures.title')}</Heading2>
      <FoldedTable
        caption={c('figures.title')}
        hideCaption
        stacks
        more={(n) => c('figures.more', { n: count(n) })}
        rows={rows}
        rowKey={({ indicator }) => indicator}
        columns={[
          {
            key: 'what',
            head: c('figures.what'),
            names: true,
            cell: ({ indicator, latest }) => (
              <>
                <ThingLink kind="indicator" id={indicator} />
                <span className="small block-line">
                  <SourceName text={latest.source} sources={sources} />
                </span>
              </>
            ),
          },
          {
            key: 'own',
            head: c('figures.own'),
            numeric: true,
            cell: ({ beside, latest, since }) => (
              <>
                {show(latest.value, latest.unit)}
                <span className="small block-line">
                  {period(latest.period)} <FigureKind fact={latest} />
                </span>
                {since !== null && beside !== null && (
                  <span className="small block-line">
                    {c('figures.since', {
                      period: period(since.period),
                      own: percentOf(since.own, latest.value),
                      beside: percentOf(since.beside, beside.value),
                    })}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'beside',
            head: c('figures.beside'),
            numeric: true,
            cell: (figure) => <Beside figure={figure} />,
          },
          {
            key: 'rank',
            head: c('figures.rank'),
            numeric: true,
            cell: ({ rank }) => c('figures.place', { place: count(rank.place), of: count(rank.of) }),
          },
          {
            key: 'line',
            head: c('figures.line'),
            cell: (figure) => <LineMark indicator={{ ...figure, unit: figure.latest.unit }} />,
          },
        ]}
      />
      <p className="small">{c('figures.note')}</p>
    </section>
  );
}

/** The mean price of homes, or another mean that does not add up, beside that of the middle municipality. */
export function BesideMiddle({ figure, name }: { figure: MunicipalFigure; name: string }) {
  const { t, tx, period } = useWords();
  const c = useTexts();
  const show = useNumber();
  const axisOf = useAxis();
  const unitTitle = useUnitTitle();
  const indicator = useAgenda().indicatorById.get(figure.indicator);
  const { unit, standing, source } = figure.latest;
  const middle = new Map(figure.middle.map(({ time, value }) => [time, value]));
  if (indicator === undefined || figure.line.length < 2 || figure.middle.length < 2) return null;
  const finding = c('price.finding', {
    period: period(figure.latest.period),
    own: show(figure.latest.value, unit),
    beside: figure.beside === null ? '–' : show(figure.beside.value, unit),
  });
  const axis = axisOf(
    [...figure.line, ...figure.middle].map(({ value }) => value),
    unit,
  );
  const yearAt = (time: number) => String(Math.ceil(time) - 1);
  const dots = (points: MunicipalFigure['middle']) =>
    points.map((point) => ({ ...point, status: 'observed' as const }));
  return (
    <ChartFrame
      title={tx(indicator.title)}
      subject={`${name}: ${tx(indicator.title)}`}
      finding={finding}
      note={c('figures.note')}
      file={`${figure.indicator}-${name}`}
      unit={unitTitle(unit)}
      source={source}
      origin={[]}
      data={{
        head: [t('chart.period'), name, c('price.middle'), t('chart.kind')],
        shown: figure.line.map(({ time, value }) => {
          const other = middle.get(time);
          return [
            yearAt(time),
            show(value, unit, { precise: true }),
            other === undefined ? '–' : show(other, unit, { precise: true }),
            t(`observed.${standing}`),
          ];
        }),
        csvHead: ['period', 'value', 'middle', 'unit', 'source'],
        csv: figure.line.map(({ time, value }) => [
          yearAt(time),
          value,
          middle.get(time) ?? null,
          unit,
          source,
        ]),
        textColumns: [3],
      }}
      scene={(width) =>
        placeLine(
          {
            name: `${name}. ${finding}`,
            lines: [
              { key: 'own', label: c('price.here'), pieces: linePieces(figure), dots: dots(figure.line) },
              {
                key: 'middle',
                label: c('price.middle'),
                pieces: [figure.middle],
                dots: dots(figure.middle),
              },
            ],
            former: [],
            breaks: [],
            required: null,
            nowcast: null,
            wholeYears: true,
            tick: axis.tick,
            axisTitle: axis.title,
            empty: '',
          },
          width,
        )
      }
    />
  );
}

/** How old people are here and in the region, as parts of all. */
export function Ages({ ages }: { ages: MunicipalityResponse['ages'] }) {
  const { count, period, share } = useWords();
  const c = useTexts();
  if (ages === null) return null;
  const most = Math.max(...ages.groups.map((group) => group.share));
  const bar = (value: number) => (
    <span className="share">
      <svg className="share__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar" width={(value / most) * 100} height="10" />
      </svg>
      <span className="figure">{share(value)}</span>
    </span>
  );
  return (
    <section className="block">
      <Heading2>{c('ages.title')}</Heading2>
      <p className="small">
        {c('ages.lead', { period: period(ages.period) })}{' '}
        <FigureKind fact={{ standing: 'observed', source: ages.source }} />
      </p>
      <DataTable
        caption={c('ages.title')}
        hideCaption
        rows={ages.groups}
        rowKey={({ from }) => String(from)}
        columns={[
          {
            key: 'age',
            head: c('ages.age'),
            names: true,
            cell: ({ from, to }) =>
              to === null
                ? c('ages.group.last', { from: count(from) })
                : c('ages.group', { from: count(from), to: count(to) }),
          },
          { key: 'people', head: c('ages.people'), numeric: true, cell: ({ people }) => count(people) },
          { key: 'share', head: c('ages.share'), cell: (group) => bar(group.share) },
          { key: 'beside', head: c('ages.beside'), numeric: true, cell: ({ beside }) => share(beside) },
        ]}
      />
    </section>
  );
}
