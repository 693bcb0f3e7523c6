import type { TableReach } from '@schaalsprong/futures/table';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { useAgenda, useComputed, useNames, useNumber, useWords } from '../../../lib/hooks.tsx';
import { useTableIfAny, useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';

/** Which levers would reach a target, or how near they come; with a way to put them on the table. */
export function WouldReach({ found, year }: { found: TableReach; year: string | null }) {
  const { metOf, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const number = useNumber();
  const computed = useComputed();
  const table = useTableIfAny();
  const base = useTablePart((state) => state.base);
  const [isPut, setPut] = useState(false);
  const { moves, fresh, before, tuned, binding, evaluations, reached } = found;
  const unit = agenda.targetById.get(found.target)?.unit ?? '';
  const [most] = binding;
  const fill = {
    n: count(moves.length),
    met: metOf(fresh.met),
    before: metOf(before.met),
    gap: computed.difference(Math.abs(fresh.gap), unit),
    year: year ?? '',
  };
  const said =
    moves.length === 0 && reached
      ? c('reach.already', fill)
      : reached
        ? c(moves.length === 1 ? 'reach.found.one' : 'reach.found', fill)
        : c('reach.none', fill);
  const isLess = ({ measure: id, from, to }: TableReach['moves'][number]): boolean => {
    const none = agenda.measures.find((one) => one.id === id)?.lever.positions.none ?? 0;
    return Math.abs(to - none) < Math.abs(from - none);
  };
  const put = (): void => {
    table?.move({ ...base.levers, ...Object.fromEntries(moves.map(({ measure: id, to }) => [id, to])) });
    setPut(true);
  };
  return (
    <>
      <p className="finding">
        {year !== null && `${c('reach.year', { year })} `}
        {said} {!reached && most !== undefined && c('reach.brake', { brake: names.brake(most.constraint) })}
      </p>
      {moves.length > 0 && (
        <>
          <p>{c(reached ? 'reach.moves' : 'reach.moves.best')}</p>
          <ul className="plain">
            {moves.map((move) => {
              const lever = agenda.measures.find(({ id }) => id === move.measure)?.lever;
              const show = (value: number): string => number(value, lever?.unit ?? '', { precise: true });
              return (
                <li key={move.measure}>
                  {names.measure(move.measure)}:{' '}
                  <span className="figure">
                    {c('reach.move', { from: show(move.from), to: show(move.to) })}
                  </span>
                  {isLess(move) && ` (${c('reach.less')})`}
                </li>
              );
            })}
          </ul>
          {moves.some(isLess) && <p>{c('reach.less.note')}</p>}
          {table !== null && (
            <p className="take">
              <Button appearance="secondary-action-button" onClick={put}>
                {c('reach.put')}
              </Button>
              <span role="status">{isPut && c('reach.isPut')}</span>
            </p>
          )}
        </>
      )}
      <p className="small">
        {c('reach.how', {
          evaluations: count(evaluations),
          tuned: count(tuned.met.of),
          seed: String(tuned.seed),
          fresh: count(fresh.met.of),
          other: String(fresh.seed),
          there: metOf(tuned.met),
        })}{' '}
        {c('reach.not')}
      </p>
    </>
  );
}
