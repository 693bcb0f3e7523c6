import type { ClaimMatch, Statement } from '@schaalsprong/claim-check';
import type { ApiIndicatorSummary, FanSeries, Target } from '@schaalsprong/wire';
import { Heading3, Paragraph } from '@utrecht/component-library-react';
import { BackTestLine } from '../../components/BackTestLine.tsx';
import { FigureKind } from '../../components/FigureKind.tsx';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { MeasuredBrief } from '../../components/MeasuredBrief.tsx';
import { MetBar } from '../../components/MetBar.tsx';
import { TargetSentence } from '../../components/TargetSentence.tsx';
import { useAgenda, useComputed, useNumber, useResource, useStanding, useWords } from '../../lib/hooks.tsx';
import { at, endOf } from '../../lib/time.ts';
import { monitorResource } from '../../monitor/resources.ts';
import { useTexts } from './texts.ts';

/** The last figure of an indicator: when, by whom, and what kind of figure. */
function LastFigure({ indicator }: { indicator: ApiIndicatorSummary }) {
  const c = useTexts();
  const { tx, period } = useWords();
  const show = useNumber();
  const { areas } = useAgenda();
  const { latest } = indicator;
  const area = areas.find(({ code }) => code === indicator.area)?.name ?? indicator.area;
  return (
    <li>
      <A to={`/monitor/${indicator.id}`}>{tx(indicator.title)}</A>
      {latest === null || latest.value === null ? (
        <span className="small block-line">
          {indicator.notObserved === null ? c('measured.none') : tx(indicator.notObserved)}
        </span>
      ) : (
        <span className="block-line">
          <span className="figure">{show(latest.value, indicator.unit, { precise: true })}</span>{' '}
          <span className="small">
            {area} · {period(latest.period)} · {latest.source}
            {latest.published !== null && ` · ${c('measured.published', { date: period(latest.published) })}`}{' '}
            <FigureKind fact={latest} />
          </span>
        </span>
      )}
    </li>
  );
}

/** How fast it has gone, and how fast it must go from here. */
function Pace({ target }: { target: Target }) {
  const c = useTexts();
  const { difference } = useComputed();
  const { value } = useResource(monitorResource);
  const pace = value?.standings.find((one) => one.target === target.id)?.pace ?? null;
  if (pace === null) return null;
  const said = (perYear: number): string =>
    difference(perYear, target.unit, { signed: target.unit === 'rank' });
  return (
    <Paragraph>
      {c('measured.pace', { came: said(pace.came), asked: said(pace.asked), needed: said(pace.needed) })}
    </Paragraph>
  );
}

/** What was measured about what a sentence says. */
export function Measured({
  target,
  indicators,
}: {
  target: Target | undefined;
  indicators: readonly string[];
}) {
  const c = useTexts();
  const { value, failing } = useResource(monitorResource);
  const ids = [...new Set([...(target === undefined ? [] : [target.indicator]), ...indicators])];
  const found = ids.flatMap((id) => value?.indicators.find((one) => one.id === id) ?? []);
  return (
    <>
      <Heading3>{c('measured.title')}</Heading3>
      {value === null ? (
        <Paragraph>{c(failing === null ? 'measured.loading' : 'measured.failing')}</Paragraph>
      ) : found.length === 0 ? (
        <Paragraph>{c('measured.nothing')}</Paragraph>
      ) : (
        <>
          <ul className="plain claim-check__figures">
            {found.map((indicator) => (
              <LastFigure key={indicator.id} indicator={indicator} />
            ))}
          </ul>
          {target !== undefined && (
            <>
              <Pace target={target} />
              <MeasuredBrief target={target} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** Quantiles of a fan at the end of a year; null outside it. */
function bandAt(
  series: FanSeries | undefined,
  year: string,
): { p10: number; p50: number; p90: number } | null {
  const when = endOf(year);
  if (series === undefined || when === null) return null;
  const [p10, p50, p90] = [series.p10, series.p50, series.p90].map((values) => at(series.time, values, when));
  return p10 == null || p50 == null || p90 == null ? null : { p10, p50, p90 };
}

/** Where the number of a sentence lies among the futures, in the year that it names. */
function AmongFutures({
  statement,
  match,
  target,
}: {
  statement: Statement;
  match: ClaimMatch;
  target: Target;
}) {
  const c = useTexts();
  const { period } = useWords();
  const computed = useComputed();
  const show = useNumber();
  const { detail, of } = useStanding();
  const { figure, year } = statement;
  const value = match.number?.value ?? null;
  // A claim that is not the target itself counts something else than the futures do.
  const isOfTarget = match.claim.unit === target.unit && match.claim.value === target.value;
  if (figure === null || value === null || !isOfTarget) return null;
  const own = of(target.id);
  const when = year ?? target.horizon;
  const isOther = endOf(when) !== endOf(target.horizon);
  const band = isOther ? bandAt(detail?.series[target.id], when) : (own?.projected ?? null);
  if (band === null)
    return isOther && detail !== null ? (
      <Paragraph>{c('futures.beyond', { year: period(when) })}</Paragraph>
    ) : null;
  const where = value < band.p10 ? 'below' : value > band.p90 ? 'above' : 'inside';
  return (
    <Paragraph>
      {c('futures.band', {
        ...computed.range(band.p10, band.p90, target.unit),
        year: period(when),
      })}{' '}
      {c(`futures.${where}`, { value: show(value, target.unit, { precise: true }) })} <Kind of="computed" />
    </Paragraph>
  );
}

/** What the futures say of the target that a sentence is about, with how the model did in the past. */
export function Futures({
  statement,
  match,
  target,
}: {
  statement: Statement;
  match: ClaimMatch;
  target: Target | undefined;
}) {
  const c = useTexts();
  const { tx, period } = useWords();
  const { of } = useStanding();
  const { indicatorById } = useAgenda();
  if (target === undefined) {
    return (
      <>
        <Heading3>{c('futures.title')}</Heading3>
        <Paragraph>{c('futures.noTarget')}</Paragraph>
      </>
    );
  }
  const found = of(target.id);
  return (
    <>
      <Heading3>{c('futures.title')}</Heading3>
      {target.outcome === null ? (
        <Paragraph>
          {target.notModelled === null ? c('futures.notModelled') : tx(target.notModelled)}
        </Paragraph>
      ) : (
        <>
          <p className="small">
            {c('futures.of')} <A to={`/doelen/${target.id}`}>{tx(target.title)}</A> ({period(target.horizon)})
          </p>
          {found?.met != null && <MetBar met={found.met} />}
          <TargetSentence target={target} found={found} />
          <AmongFutures statement={statement} match={match} target={target} />
          <BackTestLine indicator={indicatorById.has(target.indicator) ? target.indicator : null} />
        </>
      )}
    </>
  );
}
