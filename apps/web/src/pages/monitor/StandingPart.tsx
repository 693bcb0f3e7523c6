import type { MeasuredStanding } from '@schaalsprong/monitor';
import type { Target } from '@schaalsprong/wire';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { FigureKind } from '../../components/FigureKind.tsx';
import { A } from '../../components/Link.tsx';
import { Row } from '../../components/Row.tsx';
import { StandingMark } from '../../components/StandingMark.tsx';
import { useAgenda, useComputed, useNames, useNumber, useWords } from '../../lib/hooks.tsx';
import { Formula } from './Formula.tsx';
import { Judge } from './Judge.tsx';
import { useTexts } from './texts.ts';

/** A word of the reader's language that says whether a difference helps the target. */
function Good({ is }: { is: boolean }) {
  const c = useTexts();
  return (
    <span className={is ? 'verdict--yes' : 'verdict--no'}>
      {is ? `✓ ${c('standing.good')}` : `✗ ${c('standing.bad')}`}
    </span>
  );
}

/** The ways in which the figures of a target are written. */
function useFormats(unit: string) {
  const { lang } = useWords();
  const show = useNumber();
  const { difference } = useComputed();
  return {
    value: (n: number) => show(n, unit, { precise: false }),
    bare: (n: number) => show(n, unit, { bare: true }),
    exact: (n: number) => show(n, unit, { precise: true }),
    signed: (n: number) => difference(n, unit, { signed: true }),
    percent: new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
      style: 'percent',
      maximumFractionDigits: 0,
    }),
  };
}

/** What the standing was computed from, as rows of a label and a text; a row of which the figures miss is left out. */
function useStandingRows(
  standing: MeasuredStanding,
  { unit, horizon }: Target,
): readonly (readonly [string, ReactNode])[] {
  const { t, period, list, count } = useWords();
  const c = useTexts();
  const { value, bare, exact, signed, percent } = useFormats(unit);
  const { required, latest, gap, goodGap, trend, degree, computed, possible } = standing;
  const last = standing.observed.at(-1);
  const asked =
    required === null || last === undefined
      ? null
      : required.from.value + required.perYear * (Math.min(last.time, required.to.time) - required.from.time);
  const others = possible.filter((status) => status !== computed);
  return [
    ...(required === null
      ? []
      : [
          [
            c('standing.path'),
            c('standing.pathSaid', {
              from: exact(required.from.value),
              to: exact(required.to.value),
              horizon: t('target.horizon', { period: period(horizon) }),
              perYear: signed(required.perYear),
            }),
          ] as const,
        ]),
    ...(latest === null || latest.value === null || last === undefined
      ? []
      : [
          [
            c('standing.observed'),
            <span key="observed">
              {c('standing.observedSaid', { value: exact(last.value), period: period(latest.period) })}{' '}
              <FigureKind fact={latest} />
            </span>,
          ] as const,
        ]),
    ...(asked === null || gap === null || computed === 'unknown'
      ? []
      : [
          [
            c('standing.gap'),
            <span key="gap">
              {c('standing.gapSaid', { asked: value(asked), gap: signed(gap) })}{' '}
              {goodGap !== null && <Good is={goodGap} />}
            </span>,
          ] as const,
        ]),
    ...(standing.pace === null
      ? []
      : [
          [
            c('standing.pace'),
            c('standing.paceSaid', {
              came: signed(standing.pace.came),
              needed: signed(standing.pace.needed),
            }),
          ] as const,
        ]),
    ...(trend === null
      ? []
      : [
          [
            c('standing.trend'),
            c('standing.trendSaid', { perYear: signed(trend.perYear), n: count(trend.points) }),
          ] as const,
        ]),
    ...(degree === null || required === null || last === undefined || asked === null
      ? []
      : [
          [
            c('standing.degree'),
            <span key="degree" className="figure">
              {c('standing.degreeSaid', {
                last: bare(last.value),
                base: bare(required.from.value),
                asked: bare(asked),
                degree: percent.format(degree),
              })}
            </span>,
          ] as const,
        ]),
    ...(others.length === 0
      ? []
      : [[c('standing.possible'), list(others.map((status) => t(`standing.${status}`)))] as const]),
    ...(standing.lastUpdate === null
      ? []
      : [
          [
            c('standing.update'),
            standing.overdue
              ? c('row.overdue', { date: period(standing.lastUpdate) })
              : period(standing.lastUpdate),
          ] as const,
        ]),
  ];
}

function Computed({ standing, target }: { standing: MeasuredStanding; target: Target }) {
  const { tx } = useWords();
  const c = useTexts();
  const rows = useStandingRows(standing, target);
  const { computed, reason } = standing;
  return (
    <div className="standing__computed">
      <p className="standing__word">
        <span className="small">{c('standing.computed')}</span> <StandingMark status={computed} />
      </p>
      {reason !== null && <Paragraph>{tx(reason)}</Paragraph>}
      {rows.length > 0 && (
        <dl className="about">
          {rows.map(([label, said]) => (
            <Row key={label} label={label}>
              {said}
            </Row>
          ))}
        </dl>
      )}
      <Formula />
    </div>
  );
}

/** How one target stands by its figures: what was asked, what came, the degree between them, and what a person finds. */
export function StandingPart({ standing }: { standing: MeasuredStanding }) {
  const c = useTexts();
  const names = useNames();
  const agenda = useAgenda();
  const target = agenda.targetById.get(standing.target);
  if (target === undefined) return null;
  return (
    <section className="block" id={`doel-${target.id}`}>
      <Heading2>
        {c('standing')} <A to={`/doelen/${target.id}`}>{names.target(target.id)}</A>
      </Heading2>
      <div className="standing">
        <Computed standing={standing} target={target} />
        <div className="standing__judged">
          <Judge standing={standing} />
        </div>
      </div>
    </section>
  );
}
