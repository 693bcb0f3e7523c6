import type { AuditSwitches } from '@schaalsprong/audit';
import { Button, Heading2 } from '@utrecht/component-library-react';
import { type ReactNode, useId } from 'react';
import {
  keyOf,
  published,
  settings,
  withReading,
  withRepairs,
  withSetting,
} from '../../conflicts/switches.ts';
import { useInterval, useWords } from '../../lib/hooks.tsx';
import { WhatChanges } from './Repairs.tsx';
import { useTexts } from './texts.ts';
import { AssumptionSwitch } from './Under.tsx';
import { useView } from './view.tsx';

function Chosen({
  children,
  undo,
  label,
}: {
  children: ReactNode;
  undo: (at: number) => void;
  label: string;
}) {
  const c = useTexts();
  return (
    <li className="chosen">
      <span>{children}</span>
      <Button
        appearance="subtle-button"
        aria-label={label}
        onClick={(event: { timeStamp: number }) => undo(event.timeStamp)}
      >
        {c('choice.undo')}
      </Button>
    </li>
  );
}

type EntriesOf<T> = readonly (readonly [string, T[keyof T]])[];

/** The readings and repairs that the reader chose, each with a button to take it back. */
function ChosenList({
  readings,
  repairs,
}: {
  readings: EntriesOf<NonNullable<AuditSwitches['readings']>>;
  repairs: EntriesOf<NonNullable<AuditSwitches['repairs']>>;
}) {
  const { tx } = useWords();
  const c = useTexts();
  const interval = useInterval();
  const { claimById, switches, choose } = useView();
  const textOf = (id: string): string => {
    const claim = claimById.get(id);
    return claim === undefined ? id : tx(claim.text);
  };
  return (
    <ul className="plain">
      {readings.map(([claim, id]) => {
        const reading = claimById.get(claim)?.readings.find((r) => r.id === id);
        const words = c('choice.reading', {
          claim: textOf(claim),
          reading: reading === undefined ? id : tx(reading.title),
        });
        return (
          <Chosen
            key={claim}
            label={c('choice.undoOf', { what: words })}
            undo={(at) => choose(withReading(switches, claim, null), at)}
          >
            {words}
          </Chosen>
        );
      })}
      {repairs.map(([claim, to]) => {
        const found = claimById.get(claim);
        const unit = found?.readings[0]?.unit ?? found?.unit ?? '';
        const words = c('choice.repair', { claim: textOf(claim), to: interval(to, unit) });
        return (
          <Chosen
            key={claim}
            label={c('choice.undoOf', { what: words })}
            undo={(at) => choose(withRepairs(switches, { [claim]: null }), at)}
          >
            {words}
          </Chosen>
        );
      })}
    </ul>
  );
}

/** Everything that a reader can put otherwise, with what they chose and how to take it back. */
export function Switches({ standing }: { standing: string }) {
  const { count } = useWords();
  const c = useTexts();
  const { input, switches, choose, audited } = useView();
  const name = useId();
  const readings = Object.entries(switches.readings ?? {});
  const repairs = Object.entries(switches.repairs ?? {});
  return (
    <section className="switches" aria-labelledby={`${name}-head`}>
      <Heading2 id={`${name}-head`}>{c('switches.title')}</Heading2>
      <fieldset className="choice">
        <legend>{c('setting.title')}</legend>
        {settings.map((setting) => (
          <label key={setting}>
            <input
              type="radio"
              name={name}
              checked={(switches.setting ?? 'default') === setting}
              onChange={(event) => choose(withSetting(switches, setting), event.timeStamp)}
            />
            <span>
              {c(`setting.${setting}`)}{' '}
              <span className="small block-line">{c(`setting.${setting}.long`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {input.assumptions.length > 0 && (
        <details className="switches__assumptions">
          <summary>{c('assumption.all', { n: count(input.assumptions.length) })}</summary>
          {input.assumptions.map(({ id }) => (
            <AssumptionSwitch key={id} id={id} />
          ))}
        </details>
      )}
      <p className="small">{c('switches.more')}</p>
      {(readings.length > 0 || repairs.length > 0) && <ChosenList readings={readings} repairs={repairs} />}
      {repairs.length > 0 && <WhatChanges />}
      <p role="status" className="switches__standing">
        {audited.busy ? c('again') : standing}
      </p>
      {keyOf(switches) !== keyOf(published) && (
        <Button
          appearance="secondary-action-button"
          onClick={(event: { timeStamp: number }) => choose(published, event.timeStamp)}
        >
          {c('switches.reset')}
        </Button>
      )}
      {audited.late && (
        <p role="alert" className="notice">
          {c('switches.late')}
        </p>
      )}
      {audited.broken && (
        <p role="alert" className="small">
          {c('switches.broken')}
        </p>
      )}
      {audited.agrees !== null && (
        <p className="small">{c(audited.agrees ? 'switches.agrees' : 'switches.differs')}</p>
      )}
    </section>
  );
}
