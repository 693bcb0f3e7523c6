import { placeLine } from '@schaalsprong/chart';
import { linePieces } from '@schaalsprong/monitor/lines';
import type { MunicipalFigure, MunicipalHomesPace, MunicipalityResponse } from '@schaalsprong/wire';
import { thingPath } from '@schaalsprong/wire/things';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { FigureKind } from '../../components/FigureKind.tsx';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { Row } from '../../components/Row.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { ThingLink } from '../../components/Things.tsx';
import { useAgenda, useAxis, useNumber, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { FigureNote } from './FigureNote.tsx';
import { partOf, useHomesNumber } from './homes.ts';
import { useTexts } from './texts.ts';

type Said = ReturnType<typeof useTexts>;

/** Whether this municipality is on course, in plain words with the two numbers that decide it. */
export function PaceLead({ name, homes }: { name: string; homes: MunicipalityResponse['homes'] }) {
  const c = useTexts();
  const n = useHomesNumber();
  if (homes === null) return c('lead.nothing');
  const { course, done, share } = homes;
  const part = partOf(share);
  const agreed = share?.kind === 'agreed';
  const verdict = agreed
    ? c(course === 'close' ? 'lead.close.agreed' : `lead.${course}`, { name })
    : c(course === 'unknown' ? 'lead.unknown' : `lead.${course}.computed`, { name });
  return [
    verdict,
    done === null
      ? c('lead.done.none')
      : c('lead.done', { from: String(done.from), to: String(done.to), pace: n(done.perYear) }),
    part === null
      ? c('lead.share.none')
      : agreed
        ? c('lead.agreed', { share: n(part.low.perYear) })
        : c('lead.computed', {
            share: c('share.range', { low: n(part.low.perYear), high: n(part.high.perYear) }),
          }),
  ].join(' ');
}

function Fact({ label, figure, children }: { label: string; figure: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>
        <span className="fact__figure">{figure}</span>
        <span className="small">{children}</span>
      </dd>
    </div>
  );
}

const yearsOf = ({ from, to }: { readonly from: number; readonly to: number }) => ({
  from: String(from),
  to: String(to),
});

/** The numbers of the comparison, each with what it is and over which years. */
function Facts({ homes, c }: { homes: MunicipalHomesPace; c: Said }) {
  const n = useHomesNumber();
  const { before, done, needed, region, share } = homes;
  const part = partOf(share);
  const range = (low: number, high: number) =>
    n(low) === n(high) ? n(low) : c('share.range', { low: n(low), high: n(high) });
  return (
    <dl className="facts">
      {done !== null && (
        <Fact label={c('pace.done')} figure={n(done.perYear)}>
          {c('pace.years', { homes: n(done.homes), ...yearsOf(done) })} <Kind of="observed" />
        </Fact>
      )}
      {part !== null && (
        <Fact label={c('pace.share')} figure={range(part.low.perYear, part.high.perYear)}>
          {share?.kind === 'agreed' ? (
            <>
              {c('pace.share.agreed', { homes: n(part.low.homes), ...yearsOf(homes) })}{' '}
              <Kind of="stated" word={c('share.agreed')} />
            </>
          ) : (
            <>
              {c('pace.share.computed', {
                low: n(part.low.homes),
                high: n(part.high.homes),
                ...yearsOf(homes),
              })}{' '}
              <Kind of="computed" word={c('share.computed')} />
            </>
          )}
        </Fact>
      )}
      {needed !== null && done !== null && (
        <Fact label={c('pace.needed')} figure={range(needed.low, needed.high)}>
          {c('pace.needed.years', { from: String(done.to + 1), to: String(homes.to) })} <Kind of="computed" />
        </Fact>
      )}
      {before !== null && (
        <Fact label={c('pace.before')} figure={n(before.perYear)}>
          {c('pace.before.years', {
            ...yearsOf(before),
            homes: done === null ? '–' : n(before.perYear * (done.to - done.from + 1)),
          })}{' '}
          {c('pace.before.share', {
            to: String(homes.to),
            homes: n(before.perYear * (homes.to - homes.from + 1)),
          })}{' '}
          <Kind of="observed" />
        </Fact>
      )}
      {region?.done != null && (
        <Fact label={c('pace.region')} figure={n(region.done.perYear)}>
          {c('pace.region.text', { share: n(region.perYear) })}{' '}
          <FigureKind fact={{ standing: 'derived', source: '' }} />
        </Fact>
      )}
    </dl>
  );
}

/** By which rules and assumptions the comparison was made, and where its numbers come from. */
function How({ homes, c }: { homes: MunicipalHomesPace; c: Said }) {
  const { tx, period, count } = useWords();
  const n = useHomesNumber();
  const show = useNumber();
  const { share, region, margin } = homes;
  return (
    <details>
      <summary>{c('pace.how')}</summary>
      <Paragraph>{c('pace.how.fair')}</Paragraph>
      {margin > 0 && (
        <Paragraph>
          {c('pace.how.margin', { margin: show(margin, 'ratio', { bare: true, precise: true }) })}
        </Paragraph>
      )}
      {homes.unlike.map((text) => (
        <Paragraph key={text.nl}>{tx(text)}</Paragraph>
      ))}
      {share?.kind === 'computed' && region !== null && (
        <>
          <Paragraph>
            {c('pace.how.rule', {
              own: n(share.per.own),
              all: n(share.per.all),
              period: period(share.per.period),
              ofAll: n(share.ofAll.homes),
              total: n(region.agreed.value),
              divided: n(share.divided.homes),
              n: count(share.divided.municipalities),
              ofRest: n(share.ofRest.homes),
            })}
          </Paragraph>
          <Paragraph>{c('pace.how.rule.note')}</Paragraph>
        </>
      )}
    </details>
  );
}

/** Homes finished per year, with the part of the municipality as a line. */
function PaceChart({
  figure,
  homes,
  name,
}: {
  figure: MunicipalFigure;
  homes: MunicipalHomesPace;
  name: string;
}) {
  const { t, tx, period } = useWords();
  const c = useTexts();
  const n = useHomesNumber();
  const axisOf = useAxis();
  const unitTitle = useUnitTitle();
  const { indicatorById } = useAgenda();
  const show = useNumber();
  const { unit, standing, source } = figure.latest;
  const [first, last] = [figure.line[0], figure.line.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const part = partOf(homes.share);
  const indicator = indicatorById.get(figure.indicator);
  const yearAt = (time: number) => String(Math.ceil(time) - 1);
  const finding = c('pace.chart.finding', {
    from: yearAt(first.time),
    to: yearAt(last.time),
    first: n(first.value),
    last: n(last.value),
  });
  const axis = axisOf([...figure.line.map(({ value }) => value), part?.low.perYear ?? 0, 0], unit);
  return (
    <ChartFrame
      within
      title={c('pace.chart')}
      subject={`${name}: ${indicator === undefined ? c('pace.chart') : tx(indicator.title)}`}
      finding={finding}
      file={`${figure.indicator}-${name}`}
      unit={unitTitle(unit)}
      source={source}
      origin={[]}
      data={{
        head: [t('chart.period'), t('chart.value'), t('chart.kind')],
        shown: figure.line.map(({ time, value }) => [
          period(yearAt(time)),
          show(value, unit, { precise: true }),
          t(`observed.${standing}`),
        ]),
        csvHead: ['period', 'value', 'unit', 'source'],
        csv: figure.line.map(({ time, value }) => [yearAt(time), value, unit, source]),
        textColumns: [2],
      }}
      scene={(width) =>
        placeLine(
          {
            name: `${name}. ${finding}`,
            lines: [
              {
                key: 'own',
                label: '',
                pieces: linePieces(figure),
                dots: figure.line.map((point) => ({
                  ...point,
                  status: 'observed',
                  said: `${yearAt(point.time)}: ${show(point.value, unit, { precise: true })}`,
                })),
              },
            ],
            former: [],
            breaks: [],
            required:
              part === null
                ? null
                : {
                    from: { time: homes.from, value: part.low.perYear },
                    to: { time: homes.to + 1, value: part.low.perYear },
                    label: c(
                      homes.share?.kind === 'agreed' ? 'pace.chart.required' : 'pace.chart.required.low',
                      { share: n(part.low.perYear) },
                    ),
                  },
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

/** Homes of the municipality against its part: the numbers, the years, and how they were compared. */
export function Pace({
  municipality,
  sources,
}: {
  municipality: MunicipalityResponse;
  sources: readonly { readonly id: string; readonly text: string }[];
}) {
  const c = useTexts();
  const { homes, figures, name } = municipality;
  if (homes === null) return null;
  const figure = figures.find(({ indicator }) => indicator === homes.indicator);
  return (
    <section className="block">
      <Heading2>{c('pace.title')}</Heading2>
      <Facts homes={homes} c={c} />
      {figure !== undefined && <PaceChart figure={figure} homes={homes} name={name} />}
      <How homes={homes} c={c} />
      <dl className="about">
        <Row label={c('pace.agreement')}>
          <ThingLink kind="agreement" id={homes.agreement} />
        </Row>
        <Row label={c('pace.target')}>
          <ThingLink kind="target" id={homes.target} />
        </Row>
        {figure !== undefined && (
          <Row label={c('pace.chart')}>
            <A to={`${thingPath('indicator', figure.indicator)}`}>
              <ThingName indicator={figure.indicator} />
            </A>
            <span className="small block-line">
              <SourceName text={figure.latest.source} sources={sources} />
            </span>
          </Row>
        )}
        {homes.share?.kind === 'agreed' && (
          <Row label={c('pace.share')}>
            <FigureNote figure={homes.share.figure} />
            <span className="small block-line">
              <SourceName text={homes.share.figure.source} sources={sources} />
            </span>
          </Row>
        )}
      </dl>
    </section>
  );
}

function ThingName({ indicator }: { indicator: string }) {
  const { tx } = useWords();
  const found = useAgenda().indicatorById.get(indicator);
  return found === undefined ? indicator : tx(found.title);
}
