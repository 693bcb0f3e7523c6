import type { Target } from '@schaalsprong/wire';
import { LineMark } from '../charts/LineMark.tsx';
import { useNumber, useResource, useWords } from '../lib/hooks.tsx';
import { monitorResource } from '../monitor/resources.ts';
import { A } from './Link.tsx';
import { StandingMark } from './StandingMark.tsx';

/** What the statistics say of a target, in one line, with the way to all that they say. */
export function MeasuredBrief({ target }: { target: Target }) {
  const { t, tx, period } = useWords();
  const show = useNumber();
  const { value, failing } = useResource(monitorResource);
  if (value === null) {
    return failing === null ? null : <p className="small">{t('measured.failing')}</p>;
  }
  const indicator = value.indicators.find(({ id }) => id === target.indicator);
  const standing = value.standings.find((one) => one.target === target.id);
  if (indicator === undefined) return null;
  const { latest, overdue, lastUpdate } = indicator;
  return (
    <section className="measured-brief" aria-label={t('measured.title')}>
      <strong>{t('measured.title')}</strong>
      {latest === null ? (
        <span>{t('measured.none')}</span>
      ) : (
        <>
          <LineMark indicator={indicator} target={target.value} />
          {latest.value !== null && (
            <span className="figure">
              {t('measured.latest', {
                value: show(latest.value, indicator.unit, { precise: true }),
                period: period(latest.period),
              })}
            </span>
          )}
        </>
      )}
      {standing !== undefined && <StandingMark status={standing.computed} />}
      {standing?.judgement != null && (
        <span>
          {t('measured.judged', {
            by: standing.judgement.by,
            status: t(`standing.${standing.judgement.status}`),
          })}
        </span>
      )}
      {overdue && lastUpdate !== null && (standing?.reason ?? null) === null && (
        <span>{t('measured.overdue', { date: period(lastUpdate) })}</span>
      )}
      {standing !== undefined && standing.reason !== null && (
        <span className="small">{tx(standing.reason)}</span>
      )}
      <A to={`/monitor/${indicator.id}`}>{t('measured.link')}</A>
    </section>
  );
}
