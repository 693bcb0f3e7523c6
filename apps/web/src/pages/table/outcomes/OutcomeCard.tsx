import { type OutcomeSeries, placeOutcome } from '@schaalsprong/chart';
import type { Band, TableReach, TableTarget } from '@schaalsprong/futures/table';
import type { Outcome, Target } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWidth } from '../../../charts/ChartFrame.tsx';
import { TakeButtons } from '../../../charts/TakeButtons.tsx';
import { A } from '../../../components/Link.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import { DataTable } from '../../../components/Table.tsx';
import { useAgenda, useAxis, useComputed, useNumber, useUnitTitle, useWords } from '../../../lib/hooks.tsx';
import { statusOfMet } from '../../../lib/standing.ts';
import { at, endOf } from '../../../lib/time.ts';
import type { FailBox, Why } from '../../../table/contract.ts';
import { useTableIfAny } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useSpot } from '../levers/spot.ts';
import { useTexts } from '../texts.ts';
import { Fails } from '../why/FailPanel.tsx';
import { WouldReach } from '../why/ReachPanel.tsx';
import { type Asked, useQuestion } from '../why/use-question.ts';
import { WhyChanged } from '../why/WhyPanel.tsx';
import { Change, MetDifference, useSeenDifference, wayOf } from './Change.tsx';
import { targetChange } from './changes.ts';
import { OutcomeChart } from './OutcomeChart.tsx';
import { useOrigin, useSettingAddress } from './origin.ts';
import type { FirstBand, FirstTarget } from './preview.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  readonly outcome: Outcome;
  /** Null while nothing is computed; without its inner half where only the server computed it. */
  readonly band: Band | FirstBand | null;
  readonly before: Band | null;
  /** Of the target that this outcome answers, if there is one. */
  readonly found: TableTarget | FirstTarget | null;
  readonly foundBefore: TableTarget | null;
  /** The target that this outcome answers, if there is one with a number. */
  readonly target: Target | null;
  /** The kept scenario that it is compared with; null where that is where the region begins. */
  readonly against: string | null;
  /** The period at which targets are read; null for the horizon of each. */
  readonly year: string | null;
  /** Its place among the charts. */
  readonly first: boolean;
  readonly last: boolean;
  readonly onArrange: (id: string, to: -1 | 1 | 'away') => void;
  /** Tall charts, for a presentation screen. */
  readonly large?: boolean;
}

/** Where the band lies at a time: at the horizon of the target, or at the end. */
const cut = (band: FirstBand, when: number): { p10: number; p50: number; p90: number } | null => {
  const [p10, p50, p90] = [band.p10, band.p50, band.p90].map((line) => at(band.time, line, when));
  return typeof p10 === 'number' && typeof p50 === 'number' && typeof p90 === 'number'
    ? { p10, p50, p90 }
    : null;
};

/** Id of the card of an outcome, for who goes there. */
export const cardId = (outcome: string): string => `beeld-${outcome}`;

/** What this browser computed of a target, future by future; null for what only the server did. */
const computedOf = (found: TableTarget | FirstTarget | null): TableTarget | null =>
  found !== null && 'values' in found ? found : null;

function useFindings({ outcome, band, before, found, foundBefore, against, target, year: asked }: Props) {
  const { lang, metOf } = useWords();
  const c = useTexts();
  const computed = useComputed();
  const isSeen = useSeenDifference();
  const read = asked ?? target?.horizon ?? null;
  const horizon = read === null ? null : endOf(read);
  const end = horizon ?? band?.time.at(-1) ?? 0;
  const lies = found?.projected ?? (band === null ? null : cut(band, end));
  const unit = target?.unit ?? outcome.unit;
  const year =
    read ?? new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 0 }).format(end);
  const values =
    lies === null
      ? ''
      : c('outcome.values', {
          year,
          middle: computed.value(lies.p50, unit),
          ...computed.range(lies.p10, lies.p90, unit),
        });
  const isSame = found === foundBefore && band === before;
  const own = computedOf(found);
  const change =
    isSame || target === null || own === null || foundBefore === null
      ? null
      : targetChange(target, own, foundBefore);
  const difference =
    isSame || before === null
      ? null
      : change !== null
        ? change.shift
        : found === null && lies !== null
          ? lies.p50 - (cut(before, end)?.p50 ?? Number.NaN)
          : null;
  const good = target === null ? null : target.direction === 'at-least' ? ('up' as const) : ('down' as const);
  const met = found?.met ?? null;
  const name = against === null ? '' : ` ${c('outcome.against', { against })}`;
  const sample = lies === null || met === null ? null : { ...lies, of: met.of };
  const counts = difference !== null && isSeen(difference, unit, sample);
  const differenceSaid =
    difference === null || !Number.isFinite(difference)
      ? null
      : counts
        ? c(found === null ? 'outcome.difference.middle' : 'outcome.difference', {
            difference: computed.difference(difference, unit, { signed: true }),
            name,
          })
        : c('outcome.same', { name });
  const metSaid =
    met === null
      ? null
      : asked === null || target === null || asked === target.horizon
        ? c('outcome.met', { met: metOf(met) })
        : c('outcome.met.year', { year: asked, met: metOf(met), horizon: target.horizon });
  return {
    unit,
    met,
    metSaid,
    more: change?.more ?? null,
    isNoise: change?.isCounted !== true,
    values,
    difference: differenceSaid,
    way: wayOf(counts ? (difference ?? 0) : 0, good),
    finding: [
      ...(metSaid === null ? [] : [`${metSaid}.`]),
      values,
      ...(differenceSaid === null ? [] : [differenceSaid]),
    ].join(' '),
  };
}

/** Data table of a fan, rendered lazily. */
function Figures({ band, title, unit }: { band: Band; title: string; unit: string }) {
  const { lang } = useWords();
  const c = useTexts();
  const show = useNumber();
  const moment = new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 2 });
  const value = (line: readonly number[], k: number): string =>
    show(line[k] ?? Number.NaN, unit, { rounded: true });
  return (
    <DataTable
      caption={title}
      hideCaption
      rows={band.time
        .map((time, k) => ({ time, k }))
        .filter(({ k }) => k % 4 === 0 || k === band.time.length - 1)}
      rowKey={({ time }) => String(time)}
      columns={[
        { key: 'time', head: c('figures.time'), names: true, cell: ({ time }) => moment.format(time) },
        ...(['p10', 'p25', 'p50', 'p75', 'p90'] as const).map((line) => ({
          key: line,
          head: c(`figures.${line}`),
          numeric: true,
          cell: ({ k }: { k: number }) => value(band[line], k),
        })),
      ]}
    />
  );
}

/** Height of the chart in a downloaded picture, in pixels. */
const pictureHeight = 260;

interface TakeProps {
  readonly title: string;
  readonly file: string;
  readonly band: Band;
  readonly unit: string;
  readonly finding: string;
  readonly series: OutcomeSeries;
}

function Take({ title, file, band, unit, finding, series }: TakeProps) {
  const { t } = useWords();
  const unitTitle = useUnitTitle();
  const source = [t('app.name'), ...useOrigin()].join(' · ');
  const address = useSettingAddress();
  return (
    <TakeButtons
      title={title}
      file={file}
      csv={() => ({
        head: ['time', 'p10', 'p25', 'p50', 'p75', 'p90', 'unit'],
        rows: band.time.map((time, k) => [
          time,
          band.p10[k],
          band.p25[k],
          band.p50[k],
          band.p75[k],
          band.p90[k],
          unit,
        ]),
      })}
      source={source}
      address={address}
      scene={(width) => placeOutcome(series, { width, height: pictureHeight })}
      meaning={() => ({
        title,
        unit: unitTitle(unit),
        notes: [finding],
        source: t('chart.source', { source }),
      })}
    />
  );
}

type Panel = 'fails' | 'why' | 'reach';

/** What each panel answers. */
type Answered = FailBox | Why | TableReach;

/** A longer answer about an outcome, in a row of its own beneath it. */
function Answer({
  id,
  panel,
  title,
  asked,
  year,
  stale,
  stop,
  again,
  close,
}: {
  id: string;
  panel: Panel;
  title: string;
  /** At which the question reads; null for the horizon of the target. */
  year: string | null;
  asked: Asked<Answered>;
  stale: boolean;
  stop: () => void;
  again: () => void;
  close: () => void;
}) {
  const c = useTexts();
  const head = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section id={id} className="outcome-answer" aria-label={c(`${panel}.title`, { outcome: title })}>
      <div className="outcome-answer__head">
        <h4 ref={head} tabIndex={-1}>
          {c(`${panel}.title`, { outcome: title })}
        </h4>
        <Button appearance="subtle-button" onClick={close}>
          {c('question.close')}
        </Button>
      </div>
      {stale && asked.phase === 'done' && (
        <div className="notice waiting" role="status">
          <p>{c('question.stale')}</p>
          <Button appearance="secondary-action-button" onClick={again}>
            {c('question.anew')}
          </Button>
        </div>
      )}
      <Waiting asked={asked} stop={stop} again={again} />
      {asked.phase === 'done' &&
        ('boxes' in asked.answer ? (
          <Fails found={asked.answer} year={year} />
        ) : 'moves' in asked.answer ? (
          <WouldReach found={asked.answer} year={year} />
        ) : (
          <WhyChanged why={asked.answer} stale={stale} />
        ))}
    </section>
  );
}

/** The year that a question reads; null for the target's own. */
const yearOf = (year: string | null, target: Target | null): string | null =>
  year === target?.horizon ? null : year;

/** Asks when a target fails, why it changed or what would reach it, and shows the answer. */
function useAnswer(target: Target | null, of: TableTarget | null, year: string | null) {
  const table = useTableIfAny();
  const { asked, ask, stop } = useQuestion<Answered>();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [askedOf, setAskedOf] = useState<{ readonly of: TableTarget | null; readonly year: string | null }>({
    of: null,
    year: null,
  });
  const open = (which: Panel): void => {
    if (table === null || target === null) return;
    setPanel(which);
    setAskedOf({ of, year: yearOf(year, target) });
    ask((follow): Promise<Answered> => table[which](target.id, follow));
  };
  return {
    panel,
    asked,
    open,
    stop,
    year: askedOf.year,
    // A search begins where the region does: another setting of the levers is nothing to it.
    stale: panel === 'reach' ? askedOf.year !== yearOf(year, target) : askedOf.of !== of,
    close: () => setPanel(null),
  };
}

/** What the chart draws: the band, where it lay before, and the target at its horizon. */
function useSeries(
  { outcome, band, before, target }: Props,
  { unit, finding }: { readonly unit: string; readonly finding: string },
): OutcomeSeries | null {
  const { t, tx } = useWords();
  const axisOf = useAxis();
  const { today } = useAgenda().region.model;
  const title = tx(outcome.title);
  // Only the size counts, and a move of a lever rarely changes the unit that the axis is in.
  const size = Math.max(...(band?.p90 ?? []), ...(band?.p10 ?? []), target?.value ?? 0);
  const axis = useMemo(() => axisOf([size], unit), [axisOf, size, unit]);
  const { tick } = axis;
  const drawn = useMemo((): OutcomeSeries['target'] => {
    if (target === null || target.value === null) return null;
    const label = `${t('chart.target')} ${tick(target.value)}`;
    return {
      value: target.value,
      direction: target.direction,
      assumed: target.valueIs === 'assumed',
      label,
      brief: label,
      horizon: { time: endOf(target.horizon) ?? 0, label: target.horizon },
    };
  }, [target, t, tick]);
  return useMemo(
    () =>
      band === null
        ? null
        : {
            name: `${title}. ${finding}`,
            band,
            before: before === band ? null : before,
            target: drawn,
            today: { time: today, label: t('chart.today') },
            tick,
            axisTitle: axis.title,
          },
    [title, finding, band, before, drawn, today, t, tick, axis.title],
  );
}

/** Where the card lies among the others, and its figures to take away. */
function More({
  outcome,
  band,
  first,
  last,
  onArrange,
  finding,
  series,
}: Pick<Props, 'outcome' | 'first' | 'last' | 'onArrange'> & {
  readonly band: Band;
  readonly finding: string;
  readonly series: OutcomeSeries;
}) {
  const { t, tx } = useWords();
  const c = useTexts();
  const title = tx(outcome.title);
  return (
    <Fold
      className="outcome-card__more"
      summary={
        <>
          {c('outcome.more')} <span className="only-read">{title}</span>
        </>
      }
    >
      {() => (
        <>
          <p className="outcome-card__arrange">
            <button
              type="button"
              className="chip"
              disabled={first}
              aria-label={c('arrange.earlierOf', { name: title })}
              onClick={() => onArrange(outcome.id, -1)}
            >
              {c('arrange.earlier')}
            </button>
            <button
              type="button"
              className="chip"
              disabled={last}
              aria-label={c('arrange.laterOf', { name: title })}
              onClick={() => onArrange(outcome.id, 1)}
            >
              {c('arrange.later')}
            </button>
            <button
              type="button"
              className="chip"
              disabled={first && last}
              aria-label={c('arrange.awayOf', { name: title })}
              onClick={() => onArrange(outcome.id, 'away')}
            >
              {c('arrange.away')}
            </button>
          </p>
          <Take
            title={title}
            file={`tafel-${outcome.id}`}
            band={band}
            unit={outcome.unit}
            finding={finding}
            series={series}
          />
          <Fold summary={t('chart.table')}>
            {() => <Figures band={band} title={title} unit={outcome.unit} />}
          </Fold>
        </>
      )}
    </Fold>
  );
}

/** One outcome over all futures: drawn, said, compared, and asked further. */
export const OutcomeCard = memo(function OutcomeCard(props: Props) {
  const { outcome, band, found, target, large = false } = props;
  const { tx } = useWords();
  const c = useTexts();
  const table = useTableIfAny();
  const id = useId();
  const said = useFindings(props);
  const own = computedOf(found);
  const [measure, width] = useWidth();
  const answer = useAnswer(target, own, props.year);
  const spot = useSpot();
  const isAsked = target !== null && spot.target === target.id;
  const title = tx(outcome.title);
  const series = useSeries(props, said);
  const height = large ? 260 : Math.round(Math.min(210, Math.max(150, width * 0.52)));
  const { open } = answer;
  const opening = useRef(open);
  opening.current = open;
  const asks = isAsked && own !== null ? spot.asks : null;
  useEffect(() => {
    if (asks !== null) opening.current(asks);
  }, [asks]);
  // What opened the panel gets the focus back.
  const opener = useRef<HTMLButtonElement | null>(null);
  const close = (): void => {
    answer.stop();
    answer.close();
    opener.current?.focus();
  };
  const toggle =
    (panel: Panel) =>
    ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
      opener.current = currentTarget;
      if (answer.panel === panel) close();
      else answer.open(panel);
    };
  return (
    <>
      <article
        className={isAsked ? 'outcome-card outcome-card--asked' : 'outcome-card'}
        aria-labelledby={cardId(outcome.id)}
      >
        <h3 id={cardId(outcome.id)} className="outcome-card__title" tabIndex={-1}>
          {target === null ? title : <A to={`/doelen/${target.id}`}>{title}</A>}
        </h3>
        <p className="outcome-card__met">
          {said.met === null ? (
            <span className="muted">{c(target === null ? 'outcome.noTarget' : 'outcome.waiting')}</span>
          ) : (
            <>
              <StatusMark status={statusOfMet(said.met)} quiet /> <span>{said.metSaid}</span>
            </>
          )}
        </p>
        <div className="outcome-card__drawing" ref={measure}>
          {series === null ? (
            // Keeps the room of the chart.
            <svg className="outcome-card__room" width={width} height={height} aria-hidden="true" />
          ) : (
            <OutcomeChart width={width} height={height} titleId={`${id}-alt`} series={series} />
          )}
        </div>
        <p className="outcome-card__values">{said.values}</p>
        <p className="outcome-card__difference">
          {said.difference !== null && <Change way={said.way}>{said.difference}</Change>}
          {said.more !== null && said.more !== 0 && <MetDifference more={said.more} isNoise={said.isNoise} />}
        </p>
        {table !== null && (
          <div className="outcome-card__foot">
            {target !== null && (
              <p className="outcome-card__ask">
                <button
                  type="button"
                  className="chip"
                  disabled={own === null}
                  aria-expanded={answer.panel === 'fails'}
                  aria-controls={`${id}-answer`}
                  aria-label={c('fails.title', { outcome: title })}
                  onClick={toggle('fails')}
                >
                  {c('fails.ask')}
                </button>
                <button
                  type="button"
                  className="chip"
                  disabled={own === null}
                  aria-expanded={answer.panel === 'why'}
                  aria-controls={`${id}-answer`}
                  aria-label={c('why.title', { outcome: title })}
                  onClick={toggle('why')}
                >
                  {c('why.ask')}
                </button>
                <button
                  type="button"
                  className="chip"
                  disabled={own === null}
                  aria-expanded={answer.panel === 'reach'}
                  aria-label={c('reach.title', { outcome: title })}
                  onClick={toggle('reach')}
                >
                  {c('reach.ask')}
                </button>
              </p>
            )}
            {band !== null && 'p25' in band && series !== null && (
              <More {...props} band={band} finding={said.finding} series={series} />
            )}
          </div>
        )}
      </article>
      {answer.panel !== null && (
        <Answer
          key={answer.panel}
          id={`${id}-answer`}
          panel={answer.panel}
          title={title}
          asked={answer.asked}
          year={answer.year}
          stale={answer.stale}
          stop={answer.stop}
          again={() => answer.panel !== null && answer.open(answer.panel)}
          close={close}
        />
      )}
    </>
  );
});
