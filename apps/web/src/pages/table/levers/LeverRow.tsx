import type { Measure } from '@schaalsprong/wire';
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useNumber, useWords } from '../../../lib/hooks.tsx';
import { useTable } from '../context.tsx';
import { useTexts } from '../texts.ts';
import type { Track } from '../why/steps.ts';
import { positionAt } from './grouping.ts';
import { LeverMore } from './LeverMore.tsx';
import { usePositionName } from './position-name.ts';
import { Slider } from './Slider.tsx';
import { useSpot } from './spot.ts';
import { useShiftWords } from './timing.ts';

interface Props {
  readonly measure: Measure;
  readonly value: number;
  readonly base: number;
  /** Years by which it comes earlier, below 0 later; now, and where it began. */
  readonly years: number;
  readonly baseYears: number;
  /** What is wrong with it beside others, one sentence each; joined, so that the same words are the same prop. */
  readonly broken: string;
  /** That it moves nothing that is shown, or mostly later; empty where it does move something. */
  readonly idle: string;
  /** Whether it moves the target that the reader came for. */
  readonly isMarked: boolean;
  /** Whether it is the tab stop of the list. */
  readonly isActive: boolean;
}

/** A value that may be broken between its words: its column is narrow. */
const breakable = (words: string): string => words.replaceAll('\u00a0', ' ');

/**
 * One lever on one row: name, slider, value with its unit; under the name what is to be known of it. Nothing in a row changes its height,
 * so that whatever is under a pointer stays there. Everything else is behind a button.
 */
export const LeverRow = memo(function LeverRow({
  measure,
  value,
  base,
  years,
  baseYears,
  broken,
  idle,
  isMarked,
  isActive,
}: Props) {
  const { tx } = useWords();
  const c = useTexts();
  const table = useTable();
  const show = useNumber();
  const called = usePositionName();
  const shifted = useShiftWords();
  const own = useId();
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLDivElement | null>(null);
  const { lever: asked } = useSpot();
  const isAsked = asked?.id === measure.id;
  useEffect(() => {
    if (asked === null || asked.id !== measure.id) return;
    if (asked.opens) setOpen(true);
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.querySelector<HTMLElement>('[data-roves]')?.focus({ preventScroll: true });
  }, [asked, measure.id]);
  const { lever } = measure;
  const track = useMemo(
    (): Track => ({ min: lever.min, max: lever.max, marks: [...new Set(Object.values(lever.positions))] }),
    [lever],
  );
  const move = useCallback((of: string, to: number) => table.move({ [of]: to }), [table]);
  const shown = (at: number): string => show(at, lever.unit, { precise: true });
  const at = positionAt(measure, value);
  const words = shown(value);
  const title = tx(measure.title);
  const position = at === null ? '' : called(at);
  const when = years === 0 ? '' : shifted(years);
  const afterWhen = (words: string): string => [when, words].filter((one) => one !== '').join(', ');
  const stands = afterWhen(position);
  const note = broken !== '' ? c('lever.broken') : afterWhen(idle !== '' ? idle : position);
  const isMoved = value !== base || years !== baseYears;
  const isNoted = broken !== '' || idle !== '';
  const warns = broken !== '' || (idle !== '' && isMoved);
  const looks = [
    'knob',
    ...(isMoved ? ['knob--moved'] : []),
    ...(isMarked ? ['knob--marked'] : []),
    ...(isAsked ? ['knob--asked'] : []),
  ];
  return (
    <div className={looks.join(' ')} data-item={measure.id} ref={row}>
      <div className="knob__row">
        <div className="knob__name">
          <label htmlFor={`${own}-slider`}>{title}</label>
          <span className={warns ? 'knob__note knob__note--warns' : 'knob__note'} title={broken || note}>
            {note}
          </span>
          {(isNoted || isMarked) && (
            <span id={`${own}-note`} className="only-read">
              {[broken, idle, isMarked ? c('lever.marked') : ''].filter((text) => text !== '').join(' ')}
            </span>
          )}
        </div>
        <Slider
          id={measure.id}
          inputId={`${own}-slider`}
          track={track}
          value={value}
          base={base}
          said={stands === '' ? words : c('knob.at', { value: words, position: stands })}
          onMove={move}
          {...(isNoted || isMarked ? { describedBy: `${own}-note` } : {})}
          roving={{ isActive }}
        />
        <span className="knob__value" aria-hidden="true">
          <span>{breakable(words)}</span>
          {[lever.min, lever.positions.agenda, lever.max].map((one) => (
            // Keeps the room of the widest value.
            <span key={one} className="knob__room">
              {breakable(shown(one))}
            </span>
          ))}
        </span>
        <button
          type="button"
          className="knob__open"
          tabIndex={isActive ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={`${own}-more`}
          aria-label={c('lever.more', { name: title })}
          onClick={() => setOpen(!isOpen)}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
            <path className="ink-stroke" d="M2 4L6 8.5L10 4" strokeWidth="1.6" />
          </svg>
        </button>
      </div>
      {isOpen && (
        <LeverMore
          id={`${own}-more`}
          measure={measure}
          track={track}
          value={value}
          base={base}
          years={years}
          baseYears={baseYears}
          onMove={move}
        />
      )}
    </div>
  );
});
