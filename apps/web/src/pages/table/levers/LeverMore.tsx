import type { Measure } from '@schaalsprong/wire';
import { useMemo } from 'react';
import { Amount, Payers } from '../../../components/Cost.tsx';
import { useAgenda, useWords } from '../../../lib/hooks.tsx';
import { useTable } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import type { Track } from '../why/steps.ts';
import { positionsByValue } from './grouping.ts';
import { LeverEffects } from './LeverEffects.tsx';
import { LeverHelp } from './LeverHelp.tsx';
import { usePositionName } from './position-name.ts';
import { TypedNumber } from './Slider.tsx';
import { When } from './When.tsx';

interface Props {
  readonly measure: Measure;
  readonly track: Track;
  readonly value: number;
  readonly base: number;
  readonly onMove: (id: string, value: number) => void;
}

interface Timed {
  /** Years by which it comes earlier, below 0 later; now, and where it began. */
  readonly years: number;
  readonly baseYears: number;
}

/** What is behind a lever, each a part of its own: how much, when, who pays, and what it is. */
export function LeverMore({
  id,
  measure,
  track,
  value,
  base,
  years,
  baseYears,
  onMove,
}: Props & Timed & { readonly id: string }) {
  const c = useTexts();
  return (
    <div id={id} className="knob__more">
      <HowMuch
        measure={measure}
        track={track}
        value={value}
        base={base}
        isMoved={value !== base || years !== baseYears}
        onMove={onMove}
      />
      <When measure={measure} years={years} />
      <WhoPays measure={measure} />
      <Fold className="small" summary={c('effects.title')}>
        {() => <LeverEffects measure={measure} />}
      </Fold>
      <Fold className="small" summary={c('lever.help')}>
        {() => <LeverHelp measure={measure} />}
      </Fold>
    </div>
  );
}

/** Who pays, and how much that is; what the amount stands for is in the help. */
function WhoPays({ measure }: { readonly measure: Measure }) {
  const c = useTexts();
  const { cost } = measure;
  return (
    <p className="small knob__pays">
      {cost === null ? (
        <span className="muted">{c('pays.none')}</span>
      ) : (
        <>
          <span className="knob__label">{c('pays.title')}</span>{' '}
          <Payers measure={measure} none={c('pays.unknown')} />: <Amount cost={cost} />
        </>
      )}
    </p>
  );
}

/** Named positions, a field to type in, and the way back. */
function HowMuch({ measure, track, value, isMoved, onMove }: Props & { readonly isMoved: boolean }) {
  const { tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const called = usePositionName();
  const title = tx(measure.title);
  const positions = useMemo(
    () => positionsByValue(measure, Object.keys(agenda.table.positions)),
    [agenda, measure],
  );
  return (
    <fieldset className="positions">
      <legend className="only-read">{c('lever.positions', { name: title })}</legend>
      {positions.map(({ value: at, names }) => (
        <button
          key={at}
          type="button"
          className="chip"
          aria-pressed={at === value}
          onClick={() => table.move({ [measure.id]: at })}
        >
          {names.map(called).join(' = ')}
        </button>
      ))}
      <TypedNumber
        id={measure.id}
        title={title}
        track={track}
        value={value}
        scale={agenda.region.units[measure.lever.unit]?.scale ?? 1}
        onMove={onMove}
      />
      <button
        type="button"
        className="link-button"
        disabled={!isMoved}
        aria-label={c('lever.resetOne', { name: title })}
        onClick={() => table.reset([measure.id])}
      >
        {c('lever.reset')}
      </button>
    </fieldset>
  );
}
