import type { Target } from '@schaalsprong/wire';
import { useComputed, useNumber, useStanding, useWords } from '../lib/hooks.tsx';
import { statusOf } from '../lib/standing.ts';
import { WhenObserved } from './FigureKind.tsx';
import { Kind } from './Kind.tsx';
import { A } from './Link.tsx';
import { MetBar } from './MetBar.tsx';
import { StatusMark } from './StatusMark.tsx';
import type { Column } from './Table.tsx';

/**
 * Columns of a table of targets: what is asked, measured and expected of each.
 *
 * @param note what stands under the name of a target; null for nothing
 */
export function useTargetColumns(
  note: (target: Target) => string | null = () => null,
): readonly Column<Target>[] {
  const { t, tx, met, period } = useWords();
  const show = useNumber();
  const computed = useComputed();
  const standing = useStanding();
  return [
    {
      key: 'title',
      head: t('target.kicker'),
      names: true,
      cell: (target) => (
        <>
          <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>
          {note(target) !== null && <span className="small block-line">{note(target)}</span>}
        </>
      ),
    },
    {
      key: 'value',
      head: t('challenge.value'),
      numeric: true,
      cell: (target) =>
        target.value === null ? (
          t('target.value.none')
        ) : (
          <>
            {t(target.unit === 'rank' ? 'direction.rank' : `direction.${target.direction}`, {
              value: show(target.value, target.unit, { precise: true }),
            })}
            <span className="small block-line">
              {t('target.horizon', { period: period(target.horizon) })} <Kind of={target.valueIs} />
            </span>
          </>
        ),
    },
    {
      key: 'observed',
      head: t('target.latest'),
      numeric: true,
      cell: (target) => {
        const found = standing.of(target.id);
        const observed = found?.observed ?? null;
        return found === undefined || observed === null ? (
          '–'
        ) : (
          <>
            {show(observed.value, target.unit, { precise: true })}
            <span className="small block-line">
              <WhenObserved found={found} />
            </span>
          </>
        );
      },
    },
    {
      key: 'projected',
      head: t('target.expected'),
      numeric: true,
      cell: (target) => {
        const projected = standing.of(target.id)?.projected ?? null;
        return projected === null ? (
          '–'
        ) : (
          <>
            {computed.value(projected.p50, target.unit)}
            <span className="small block-line">
              <Kind of="computed" />
            </span>
          </>
        );
      },
    },
    {
      key: 'met',
      head: t('target.met'),
      cell: (target) => {
        const found = standing.of(target.id);
        return (
          <>
            {found?.met && (
              <>
                <span className="figure">{met(found.met)}</span>
                <MetBar met={found.met} />
              </>
            )}
            <StatusMark status={statusOf(target, found)} />
          </>
        );
      },
    },
  ];
}
