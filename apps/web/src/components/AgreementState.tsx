import type { Agreement } from '@schaalsprong/wire';
import { useNames, useWords } from '../lib/hooks.tsx';
import { endOf } from '../lib/time.ts';

/** Whether the day by which it was due is past and no source says that it was done. `today` is a year with its fraction. */
export function isLate({ due, state }: Pick<Agreement, 'due' | 'state'>, today: number): boolean {
  const end = due === null ? null : endOf(due);
  return end !== null && end <= today && state !== 'kept';
}

/** Late agreements first, then by date, the latest first. */
export function byUrgency(agreements: readonly Agreement[], today: number): Agreement[] {
  const rank = (agreement: Agreement): number => (isLate(agreement, today) ? 0 : 1);
  return [...agreements].sort((a, b) => rank(a) - rank(b) || (endOf(b.date) ?? 0) - (endOf(a.date) ?? 0));
}

/** The last state that a source tells, of when it is, and what is to come. */
export function AgreementState({ agreement, today }: { agreement: Agreement; today: number }) {
  const { t, tx, period } = useWords();
  const names = useNames();
  const { status, statusOn, due, next, owner } = agreement;
  return (
    <>
      {tx(status)}
      <span className="small block-line">
        {statusOn === null
          ? t('challenge.status.undated')
          : t('challenge.status.on', { period: period(statusOn) })}
      </span>
      {due !== null && (
        <span className="small block-line">
          {t(isLate(agreement, today) ? 'challenge.due.late' : 'challenge.due', { period: period(due) })}
        </span>
      )}
      {next !== undefined && (
        <span className="small block-line">{t('challenge.next', { step: tx(next) })}</span>
      )}
      {owner !== null && (
        <span className="small block-line">{t('challenge.next.owner', { party: names.party(owner) })}</span>
      )}
    </>
  );
}
