import type { LeverEffect } from '@schaalsprong/futures/table';
import { useAgenda, useComputed, useNames, useWords } from '../../../lib/hooks.tsx';
import { useTablePart } from '../context.tsx';
import { sizeOf, useSeenEffects } from '../levers/effects.ts';
import { useTexts } from '../texts.ts';
import { useSeenDifference } from './Change.tsx';

interface Props {
  /** Id of the target. */
  readonly target: string;
  /** Goes to the lever of a measure. */
  readonly onLever: (measure: string) => void;
  readonly onClose: () => void;
}

/** Levers that are named; the rest is marked in the list of levers. */
const most = 6;

/** Levers of a target, where somebody came for that target: those that move it, the most first, each a way to its slider. */
export function LeversOfTarget({ target, onLever, onClose }: Props) {
  const { count } = useWords();
  const c = useTexts();
  const names = useNames();
  const { measures, targetById } = useAgenda();
  const { difference } = useComputed();
  const seen = useSeenEffects();
  const futures = useTablePart((state) => state.effects?.futures ?? 0);
  const year = useTablePart((state) => state.year);
  const unit = targetById.get(target)?.unit ?? '';
  const isSeen = useSeenDifference();
  const moved = ({ shift, met }: LeverEffect): string => {
    if (isSeen(shift, unit) || met === null) return difference(shift, unit, { signed: true });
    const more = met.upper - met.lower;
    return c(more > 0 ? 'met.more' : 'met.fewer', { n: count(Math.abs(more)) });
  };
  const found = [...(seen ?? new Map<string, never>()).values()]
    .flatMap((effects) => effects.filter((effect) => effect.target === target))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  return (
    <section className="levers-of" aria-label={c('spot.title', { target: names.target(target) })}>
      <p>
        <strong>{c('spot.title', { target: names.target(target) })}</strong>{' '}
        <button type="button" className="link-button" onClick={onClose}>
          {c('spot.close')}
        </button>
      </p>
      <p className="small" role="status">
        {seen === null
          ? c('spot.waiting')
          : found.length === 0
            ? c('spot.none')
            : c(year === null ? 'spot.found' : 'spot.found.year', {
                n: count(found.length),
                of: count(measures.length),
                futures: count(futures),
                year: year ?? '',
              })}
      </p>
      <p className="levers-of__list">
        {found.slice(0, most).map((effect) => (
          <button key={effect.measure} type="button" className="chip" onClick={() => onLever(effect.measure)}>
            {names.measure(effect.measure)} <span className="figure">{moved(effect)}</span>
          </button>
        ))}
      </p>
    </section>
  );
}
