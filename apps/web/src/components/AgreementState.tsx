import { agreementsOn, termOf, timeOfDay } from '@schaalsprong/agenda/agreements';
import type { Agreement } from '@schaalsprong/wire';
import { useWords } from '../lib/hooks.tsx';
import { Filled, slot, ThingLink } from './Things.tsx';

/** Agreements by urgency on a day: what is late or past first, then what is due, then what has been silent longest. */
export function byUrgency(agreements: readonly Agreement[], day: string): readonly Agreement[] {
  const byId = new Map(agreements.map((agreement) => [agreement.id as string, agreement]));
  return agreementsOn(agreements, day).flatMap(({ id }) => byId.get(id) ?? []);
}

/** The last state that a source tells, of when it is, and what is to come. */
export function AgreementState({ agreement, day }: { agreement: Agreement; day: string }) {
  const { t, tx, period } = useWords();
  const { status, statusOn, due, next, owner } = agreement;
  const term = termOf(agreement, timeOfDay(day));
  const said = statusOn === null ? null : period(statusOn);
  return (
    <>
      {tx(status)}
      <span className="small block-line">
        {said === null ? t('challenge.status.undated') : t('challenge.status.on', { period: said })}
      </span>
      {due !== null && (
        <span className="small block-line">
          {term === 'late' && said !== null
            ? t('challenge.due.late', { period: period(due), said })
            : term === 'passed'
              ? said === null
                ? t('challenge.due.passed.undated', { period: period(due) })
                : t('challenge.due.passed', { period: period(due), said })
              : t('challenge.due', { period: period(due) })}
        </span>
      )}
      {next !== undefined && (
        <span className="small block-line">{t('challenge.next', { step: tx(next) })}</span>
      )}
      {owner !== null && (
        <span className="small block-line">
          <Filled
            text={t('challenge.next.owner', { party: slot })}
            by={<ThingLink kind="party" id={owner} />}
          />
        </span>
      )}
    </>
  );
}
