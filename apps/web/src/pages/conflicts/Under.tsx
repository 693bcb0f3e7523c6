import type { Conflict } from '@schaalsprong/audit';
import { useId } from 'react';
import { assumed, withAssumption, withReading } from '../../conflicts/switches.ts';
import { useWords } from '../../lib/hooks.tsx';
import { useTexts } from './texts.ts';
import { useView } from './view.tsx';

/** One assumption as a switch, with its basis. */
export function AssumptionSwitch({ id, why = true }: { id: string; why?: boolean }) {
  const { tx } = useWords();
  const { input, switches, choose } = useView();
  const own = useId();
  const assumption = input.assumptions.find((a) => a.id === id);
  if (assumption === undefined) return null;
  return (
    <div className="switch">
      <input
        id={own}
        type="checkbox"
        checked={assumed(input, switches, id)}
        aria-describedby={why ? `${own}-why` : undefined}
        onChange={(event) =>
          choose(withAssumption(input, switches, id, event.target.checked), event.timeStamp)
        }
      />
      <label htmlFor={own}>{tx(assumption.title)}</label>
      {why && (
        <p id={`${own}-why`} className="small">
          {tx(assumption.why)}
        </p>
      )}
    </div>
  );
}

/** The readings of one claim as a choice; all of them stay open until the reader takes one. */
function ReadingChoice({ conflict, claim }: { conflict: Conflict; claim: string }) {
  const { tx } = useWords();
  const c = useTexts();
  const { claimById, switches, choose } = useView();
  const name = useId();
  const found = claimById.get(claim);
  if (found === undefined || found.readings.length < 2) return null;
  const stands = conflict.readings[claim] ?? [];
  const chosen = switches.readings?.[claim] ?? null;
  return (
    <fieldset className="choice">
      <legend>{tx(found.text)}</legend>
      <label>
        <input
          type="radio"
          name={name}
          checked={chosen === null}
          onChange={(event) => choose(withReading(switches, claim, null), event.timeStamp)}
        />
        <span>{c('reading.open')}</span>
      </label>
      {found.readings.map((reading) => (
        <label key={reading.id}>
          <input
            type="radio"
            name={name}
            checked={chosen === reading.id}
            onChange={(event) => choose(withReading(switches, claim, reading.id), event.timeStamp)}
          />
          <span>
            {tx(reading.title)}{' '}
            <span className="small">
              {c(stands.includes(reading.id) ? 'reading.clashes' : 'reading.fits')}
              {!reading.plain && ` ${c('reading.notPlain')}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Combinations of readings that are listed; more are counted. */
const fewRemaining = 4;

/** Under what a conflict stands: how wide words are taken, which assumptions it needs, which readings. */
export function Under({ conflict }: { conflict: Conflict }) {
  const { tx, list, count } = useWords();
  const c = useTexts();
  const { claimById } = useView();
  const choices = Object.keys(conflict.readings);
  const reading = (claim: string, id: string): string => {
    const found = claimById.get(claim);
    const title = found?.readings.find((r) => r.id === id)?.title;
    return c('reading.remains', {
      claim: found === undefined ? claim : tx(found.text),
      reading: title === undefined ? id : tx(title),
    });
  };
  const remaining = conflict.remaining.slice(0, fewRemaining);
  return (
    <>
      <p>{c(`setting.stands.${conflict.setting}`)}</p>
      {conflict.assumptions.length === 0 ? (
        <p>{c('assumption.none')}</p>
      ) : (
        <>
          <p>{c(conflict.assumptions.length === 1 ? 'assumption.needs.one' : 'assumption.needs')}</p>
          {conflict.assumptions.map((id) => (
            <AssumptionSwitch key={id} id={id} />
          ))}
        </>
      )}
      {choices.length > 0 && (
        <>
          <p>{c(conflict.everyReading ? 'reading.every' : 'reading.some')}</p>
          {choices.map((claim) => (
            <ReadingChoice key={claim} conflict={conflict} claim={claim} />
          ))}
          {remaining.length > 0 && (
            <details>
              <summary>{c('reading.remaining')}</summary>
              <ul className="plain small">
                {remaining.map((combination) => (
                  <li key={JSON.stringify(combination)}>
                    {list(Object.entries(combination).map(([claim, id]) => reading(claim, id)))}
                  </li>
                ))}
                {conflict.remaining.length > fewRemaining && (
                  <li>
                    {c('reading.remaining.more', { n: count(conflict.remaining.length - fewRemaining) })}
                  </li>
                )}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  );
}
