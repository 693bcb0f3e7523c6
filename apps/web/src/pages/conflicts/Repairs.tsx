import type { AuditInput, Conflict, Repair } from '@schaalsprong/audit';
import type { Interval } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { useSubject } from '../../components/subject.ts';
import { intervalText, withRepairs } from '../../conflicts/switches.ts';
import { useInterval, useNumber, useWords } from '../../lib/hooks.tsx';
import { useTexts } from './texts.ts';
import { useView } from './view.tsx';

type Tried = Readonly<Record<string, Interval>>;

/** A year is no amount: a hundredth of it means nothing. */
const isYear = (units: AuditInput['units'], unit: string): boolean => units[unit]?.grouping === false;

/** Whether the reader tries exactly these intervals. */
const triesAll = (now: Tried = {}, wanted: Tried): boolean =>
  Object.entries(wanted).every(([claim, interval]) => {
    const tried = now[claim];
    return tried !== undefined && intervalText(tried) === intervalText(interval);
  });

/** Conflicts by their subject, each with a way to it. */
function Links({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useWords();
  const subject = useSubject(useView().input);
  return (
    <ul className="plain">
      {conflicts.map((conflict) => (
        <li key={conflict.id}>
          <a className="utrecht-link" href={`#${conflict.id}`}>
            {subject(conflict)}
          </a>{' '}
          <span className="small">({t(`conflict.kind.${conflict.kind}`)})</span>
        </li>
      ))}
    </ul>
  );
}

/** What vanishes and appears by all that the reader tries, apart from this conflict itself. */
export function WhatChanges({ but }: { but?: string }) {
  const c = useTexts();
  const { count } = useWords();
  const { byRepairs, audited } = useView();
  const gone = byRepairs.gone.filter(({ id }) => id !== but);
  const { come } = byRepairs;
  if (audited.busy) return <p className="small">{c('again')}</p>;
  return (
    <div className="changes small">
      {but !== undefined && (
        <p>{c(byRepairs.gone.some(({ id }) => id === but) ? 'repair.works' : 'repair.worksNot')}</p>
      )}
      {gone.length === 0 && come.length === 0 && <p>{c('repair.nothingElse')}</p>}
      {gone.length > 0 && (
        <>
          <p>
            {but === undefined
              ? c('repair.allGone', { n: count(gone.length) })
              : c(gone.length === 1 ? 'repair.gone.one' : 'repair.gone', { n: count(gone.length) })}
          </p>
          <Links conflicts={gone} />
        </>
      )}
      {come.length > 0 && (
        <>
          <p>{c(come.length === 1 ? 'repair.come.one' : 'repair.come', { n: count(come.length) })}</p>
          <Links conflicts={come} />
        </>
      )}
    </div>
  );
}

/** A button that tries other figures, and takes them back when pressed again. */
function Try({ conflict, wanted, label }: { conflict: Conflict; wanted: Tried; label: string }) {
  const c = useTexts();
  const { switches, choose } = useView();
  const on = triesAll(switches.repairs, wanted);
  const none = Object.fromEntries(Object.keys(wanted).map((claim) => [claim, null]));
  return (
    <>
      <Button
        appearance="secondary-action-button"
        aria-pressed={on}
        aria-label={label}
        onClick={(event: { timeStamp: number }) =>
          choose(withRepairs(switches, on ? none : wanted), event.timeStamp)
        }
      >
        {c(on ? 'repair.undo' : 'repair.try')}
      </Button>
      {on && <WhatChanges but={conflict.id} />}
    </>
  );
}

function One({ conflict, repair }: { conflict: Conflict; repair: Repair }) {
  const { tx, lang } = useWords();
  const c = useTexts();
  const show = useNumber();
  const { claimById, input } = useView();
  const claim = claimById.get(repair.claim);
  const text = claim === undefined ? repair.claim : tx(claim.text);
  const percent = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const precise = (value: number) => show(value, repair.unit, { precise: true });
  const figures = c('repair.figure', { other: precise(repair.value), now: precise(repair.instead) });
  return (
    <li className="repair">
      <p>
        <strong className="figure">{figures}</strong>{' '}
        {repair.change !== 0 && !isYear(input.units, repair.unit) && (
          <span className="small">
            ({percent.format(Math.sign(repair.value - repair.instead) * Math.abs(repair.change))})
          </span>
        )}
        <span className="small block-line">{text}</span>
      </p>
      <Try
        conflict={conflict}
        wanted={{ [repair.claim]: repair.to }}
        label={c('repair.tryOne', { figures, claim: text })}
      />
    </li>
  );
}

/** What would repair a conflict: one claim at a time, and the smallest change over all. */
export function Repairs({ conflict: now }: { conflict: Conflict }) {
  const { tx, lang, list } = useWords();
  const c = useTexts();
  const interval = useInterval();
  const { claimById, input, audited } = useView();
  // While something is tried, what can be tried stays as it was, so that the button that was pressed is still there.
  const conflict = audited.withoutRepairs.conflicts.find(({ id }) => id === now.id) ?? now;
  const amounts = conflict.claims.some(({ unit }) => !isYear(input.units, unit));
  const percent = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'percent',
    maximumSignificantDigits: 2,
  });
  if (conflict.repairs.length === 0 && conflict.repair.length === 0) return <p>{c('repair.words')}</p>;
  const several = conflict.repair.length > 1 ? conflict.repair : [];
  const words = several.map(({ claim, to }) => {
    const found = claimById.get(claim);
    const unit = found?.readings[0]?.unit ?? found?.unit ?? '';
    return c('repair.part', { claim: found === undefined ? claim : tx(found.text), to: interval(to, unit) });
  });
  return (
    <>
      {conflict.epsilon !== null && conflict.epsilon > 0 && amounts && (
        <p className="small">{c('repair.epsilon', { share: percent.format(conflict.epsilon) })}</p>
      )}
      <ul className="plain repairs">
        {conflict.repairs.map((repair) => (
          <One key={repair.claim} conflict={conflict} repair={repair} />
        ))}
        {several.length > 0 && (
          <li className="repair">
            <p>
              {c('repair.several')} <span className="small block-line">{list(words)}</span>
            </p>
            <Try
              conflict={conflict}
              wanted={Object.fromEntries(several.map(({ claim, to }) => [claim, to]))}
              label={c('repair.trySeveral', { list: list(words) })}
            />
          </li>
        )}
      </ul>
    </>
  );
}
