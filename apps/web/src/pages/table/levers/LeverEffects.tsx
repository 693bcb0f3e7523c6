import type { Measure } from '@schaalsprong/wire';
import { useAgenda, useComputed, useNames, useWords } from '../../../lib/hooks.tsx';
import { useTablePart } from '../context.tsx';
import { Change, wayOf } from '../outcomes/Change.tsx';
import { useTexts } from '../texts.ts';
import { useSeenEffects } from './effects.ts';

/** Targets that are listed. */
const most = 6;

/** What a lever moves from the lower end of its range to the upper, and on what that was computed. */
export function LeverEffects({ measure }: { measure: Measure }) {
  const { count } = useWords();
  const c = useTexts();
  const names = useNames();
  const { targetById } = useAgenda();
  const { difference } = useComputed();
  const seen = useSeenEffects();
  const futures = useTablePart((state) => state.effects?.futures ?? 0);
  const year = useTablePart((state) => state.year);
  if (seen === null) return <p role="status">{c('effects.waiting')}</p>;
  const own = seen.get(measure.id) ?? [];
  return (
    <>
      <p>{c(year === null ? 'effects.how' : 'effects.how.year', { n: count(futures), year: year ?? '' })}</p>
      {own.length === 0 ? (
        <p>{c('effects.none')}</p>
      ) : (
        <ul className="plain">
          {own.slice(0, most).map(({ target, shift }) => {
            const known = targetById.get(target);
            return (
              <li key={target}>
                {names.target(target)}:{' '}
                <Change way={wayOf(shift, known?.direction === 'at-most' ? 'down' : 'up')}>
                  {difference(shift, known?.unit ?? '', { signed: true })}
                </Change>
              </li>
            );
          })}
        </ul>
      )}
      {own.length > most && <p>{c('effects.rest', { n: count(own.length - most) })}</p>}
    </>
  );
}
