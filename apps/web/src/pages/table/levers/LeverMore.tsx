import type { Measure } from '@schaalsprong/wire';
import { useMemo } from 'react';
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

interface Props {
  readonly measure: Measure;
  readonly track: Track;
  readonly value: number;
  readonly base: number;
  readonly onMove: (id: string, value: number) => void;
}

/** What is behind a lever, each a part of its own: how much, and what it is. What else can be set of a lever is a part between those. */
export function LeverMore({ id, measure, track, value, base, onMove }: Props & { readonly id: string }) {
  const c = useTexts();
  return (
    <div id={id} className="knob__more">
      <HowMuch measure={measure} track={track} value={value} base={base} onMove={onMove} />
      <Fold className="small" summary={c('effects.title')}>
        {() => <LeverEffects measure={measure} />}
      </Fold>
      <Fold className="small" summary={c('lever.help')}>
        {() => <LeverHelp measure={measure} />}
      </Fold>
    </div>
  );
}

/** Named positions, a field to type in, and the way back. */
function HowMuch({ measure, track, value, base, onMove }: Props) {
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
        disabled={value === base}
        aria-label={c('lever.resetOne', { name: title })}
        onClick={() => table.reset([measure.id])}
      >
        {c('lever.reset')}
      </button>
    </fieldset>
  );
}
