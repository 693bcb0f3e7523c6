import { memo, useId, useState } from 'react';
import { useWords } from '../../../lib/hooks.tsx';
import { useTexts } from '../texts.ts';
import { keyed, rest, type Track, typedNumber, writtenNumber } from '../why/steps.ts';

/** Ticks of named positions, where it began, and how far it is from there. The words beside it say the same. */
function Marks({ track, value, base }: { track: Track; value: number; base: number | null }) {
  const x = (at: number): string => `${((at - track.min) / (track.max - track.min)) * 100}%`;
  const [from, to] = base === null ? [value, value] : [Math.min(base, value), Math.max(base, value)];
  return (
    <svg className="slider__marks" aria-hidden="true" focusable="false">
      {from < to && (
        <rect
          className="slider__moved"
          x={x(from)}
          width={`${((to - from) / (track.max - track.min)) * 100}%`}
          y="1"
          height="3"
        />
      )}
      {track.marks.map((mark) => (
        <line key={mark} className="slider__tick" x1={x(mark)} x2={x(mark)} y1="0" y2="6" />
      ))}
      {base !== null && <circle className="slider__base" cx={x(base)} cy="2.5" r="2.5" />}
    </svg>
  );
}

interface SliderProps {
  /** Of the measure or uncertainty. */
  readonly id: string;
  /** Of the input, for its label. */
  readonly inputId: string;
  readonly track: Track;
  readonly value: number;
  /** Where it is before anybody moves it; null where it has no such value. */
  readonly base: number | null;
  /** The value in words, with its unit and the name of its position. */
  readonly said: string;
  readonly onMove: (id: string, value: number) => void;
  /** Ids of what else a reader must know of it. */
  readonly describedBy?: string;
  /** In a list with roving focus: whether it is the tab stop. Then the arrows up and down are of the list. */
  readonly roving?: { readonly isActive: boolean };
}

/** A real slider. Arrow keys go by whole steps and stop at positions; a pointer is drawn to them. */
export const Slider = memo(function Slider({
  id,
  inputId,
  track,
  value,
  base,
  said,
  onMove,
  describedBy,
  roving,
}: SliderProps) {
  return (
    <div className="slider">
      <input
        id={inputId}
        type="range"
        min={track.min}
        max={track.max}
        step="any"
        value={value}
        aria-valuetext={said}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        {...(roving === undefined ? {} : { 'data-roves': id, tabIndex: roving.isActive ? 0 : -1 })}
        onChange={(event) => {
          const to = rest(Number(event.target.value), track);
          if (to !== value) onMove(id, to);
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (roving !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) return;
          const to = keyed(event.key, value, track);
          if (to === null) return;
          event.preventDefault();
          if (to !== value) onMove(id, to);
        }}
      />
      <Marks track={track} value={value} base={base} />
    </div>
  );
});

interface TypedProps {
  readonly id: string;
  readonly title: string;
  readonly track: Track;
  readonly value: number;
  /** What a number in the field is multiplied by: 0.01 where people type per cent and the model takes a share. */
  readonly scale?: number;
  readonly onMove: (id: string, value: number) => void;
}

/** A field to type a value in, for who wants it exactly. */
export const TypedNumber = memo(function TypedNumber({
  id,
  title,
  track,
  value,
  scale = 1,
  onMove,
}: TypedProps) {
  const { lang } = useWords();
  const c = useTexts();
  const own = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const written = (of: number): string => writtenNumber(of / scale, lang);
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
      <input
        className="typed"
        inputMode="decimal"
        autoComplete="off"
        aria-label={c('knob.typed', { name: title })}
        aria-invalid={number === null || outside}
        {...(number === null || outside ? { 'aria-describedby': `${own}-wrong` } : {})}
        value={typed ?? written(value)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
          if (event.key === 'Escape' && typed !== null) {
            setTyped(null);
            event.preventDefault();
          }
        }}
        onBlur={() => {
          enter();
          setTyped(null);
        }}
      />
      {(number === null || outside) && (
        <p id={`${own}-wrong`} className="typed__wrong" role="alert">
          {number === null
            ? c('knob.noNumber')
            : c('knob.outside', { min: written(track.min), max: written(track.max) })}
        </p>
      )}
    </>
  );
});
