import { memo, type ReactNode, useId, useState } from 'react';
import { useWords } from '../../../lib/hooks.tsx';
import { useTexts } from '../texts.ts';
import { keyed, rest, type Track, typedNumber, writtenNumber } from '../why/steps.ts';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly track: Track;
  readonly value: number;
  /** What a number in the field is multiplied by: 0.01 where people type per cent and the model takes a share. */
  readonly scale?: number;
  /** Where it is before anybody moves it; null where it has no such value. */
  readonly base: number | null;
  /** The value in words, with its unit and the name of its position. */
  readonly said: string;
  readonly onMove: (id: string, value: number) => void;
  /** Ids of what else a reader must know of it. */
  readonly describedBy?: string;
  /** What is behind the title, like a way back. */
  readonly tools?: ReactNode;
}

/** Ticks of named positions, where it began, and how far it is from there. The words beside it say the same. */
function Marks({ track, value, base }: { track: Track; value: number; base: number | null }) {
  const x = (at: number): string => `${((at - track.min) / (track.max - track.min)) * 100}%`;
  const [from, to] = base === null ? [value, value] : [Math.min(base, value), Math.max(base, value)];
  return (
    <svg className="knob__marks" aria-hidden="true" focusable="false">
      {from < to && (
        <rect
          className="knob__moved"
          x={x(from)}
          width={`${((to - from) / (track.max - track.min)) * 100}%`}
          y="1"
          height="3"
        />
      )}
      {track.marks.map((mark) => (
        <line key={mark} className="knob__tick" x1={x(mark)} x2={x(mark)} y1="0" y2="6" />
      ))}
      {base !== null && <circle className="knob__base" cx={x(base)} cy="2.5" r="2.5" />}
    </svg>
  );
}

/** A real slider with a field to type in. Arrow keys go by whole steps and stop at positions. */
export const Knob = memo(function Knob({
  id,
  title,
  track,
  value,
  scale = 1,
  base,
  said,
  onMove,
  describedBy,
  tools,
}: Props) {
  const { lang } = useWords();
  const c = useTexts();
  const own = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const written = (own: number): string => writtenNumber(own / scale, lang);
  const entered = typed === null ? null : typedNumber(typed, lang);
  // 7 x 0.01 is not 0.07 to the last bit: what is typed is a number of few digits.
  const number = typed === null ? value : entered === null ? null : Number((entered * scale).toPrecision(12));
  const outside = number !== null && (number < track.min || number > track.max);
  const enter = (): void => {
    if (typed !== null && number !== null && !outside && number !== value) onMove(id, number);
    if (number !== null && !outside) setTyped(null);
  };
  return (
    <>
      <div className="knob__head">
        <label htmlFor={own}>{title}</label>
        {tools}
      </div>
      <div className="knob__slide">
        <input
          id={own}
          type="range"
          min={track.min}
          max={track.max}
          step="any"
          value={value}
          aria-valuetext={said}
          {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
          onChange={(event) => {
            setTyped(null);
            const to = rest(Number(event.target.value), track);
            if (to !== value) onMove(id, to);
          }}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const to = keyed(event.key, value, track);
            if (to === null) return;
            event.preventDefault();
            setTyped(null);
            if (to !== value) onMove(id, to);
          }}
        />
        <Marks track={track} value={value} base={base} />
      </div>
      <input
        className="knob__number"
        inputMode="decimal"
        autoComplete="off"
        aria-label={c('knob.typed', { name: title })}
        aria-invalid={number === null || outside}
        {...(number === null || outside ? { 'aria-describedby': `${own}-wrong` } : {})}
        value={typed ?? written(value)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
          if (event.key === 'Escape') setTyped(null);
        }}
        onBlur={() => {
          enter();
          setTyped(null);
        }}
      />
      <output className="knob__said" htmlFor={own}>
        {said}
      </output>
      {(number === null || outside) && (
        <p id={`${own}-wrong`} className="knob__wrong" role="alert">
          {number === null
            ? c('knob.noNumber')
            : c('knob.outside', { min: written(track.min), max: written(track.max) })}
        </p>
      )}
    </>
  );
});
