import { useEffect, useId, useState } from 'react';
import { A } from '../../../components/Link.tsx';
import { useWords } from '../../../lib/hooks.tsx';
import { roves } from '../../../lib/roving.ts';
import { useTable } from '../context.tsx';
import { useTexts } from '../texts.ts';
import { isMovedFrom, type LeverGroup as Levers, type Standing } from './grouping.ts';
import { LeverRow } from './LeverRow.tsx';
import { Positions } from './Positions.tsx';
import { useSpot } from './spot.ts';

interface Props {
  readonly group: Levers;
  readonly setting: Standing;
  readonly base: Standing;
  readonly broken: ReadonlyMap<string, string>;
  readonly idle: ReadonlyMap<string, string>;
  /** Ids of the measures that move the target that the reader came for. */
  readonly marked: ReadonlySet<string>;
  /** Whether it stands open at first. */
  readonly open: boolean;
  /** The tab stop of the list of levers. */
  readonly active: string;
}

/** Id of a group among the items of the list. */
export const groupItem = ({ challenge }: Levers): string => `group:${challenge?.id ?? ''}`;

/** The levers of one opgave, which fold away. */
export function LeverGroup({ group, setting, base, broken, idle, marked, open, active }: Props) {
  const { tx, count } = useWords();
  const c = useTexts();
  const [isOpen, setOpen] = useState(open);
  const { challenge, measures } = group;
  const { lever: asked } = useSpot();
  const isAsked = measures.some(({ id }) => id === asked?.id);
  useEffect(() => {
    if (isAsked && asked !== null) setOpen(true);
  }, [isAsked, asked]);
  const own = groupItem(group);
  const movedCount = measures.filter(({ id }) => isMovedFrom(id, setting, base)).length;
  const isWithin = active === own || measures.some(({ id }) => id === active);
  return (
    <details
      className="lever-group"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-item={own}
      data-stays-open
    >
      <summary {...roves(own)} tabIndex={active === own ? 0 : -1}>
        <span className="lever-group__title">
          {challenge?.number !== undefined && (
            <span className="lever-group__number">{challenge.number} </span>
          )}
          {challenge === null ? c('group.loose') : tx(challenge.title)}
        </span>
        <span className="lever-group__count">
          {measures.some(({ id }) => broken.has(id))
            ? c('group.broken')
            : movedCount === 0
              ? c(measures.length === 1 ? 'group.levers.one' : 'group.levers', { n: count(measures.length) })
              : c('group.moved', { n: count(movedCount), of: count(measures.length) })}
        </span>
      </summary>
      {isOpen && (
        <>
          {measures.map((measure) => (
            <LeverRow
              key={measure.id}
              measure={measure}
              value={setting.levers[measure.id] ?? measure.lever.positions.agenda}
              base={base.levers[measure.id] ?? measure.lever.positions.agenda}
              years={setting.timings[measure.id] ?? 0}
              baseYears={base.timings[measure.id] ?? 0}
              broken={broken.get(measure.id) ?? ''}
              idle={idle.get(measure.id) ?? ''}
              isMarked={marked.has(measure.id)}
              isActive={active === measure.id}
            />
          ))}
          {(measures.length > 1 || group.elsewhere.length > 0) && (
            <GroupMore group={group} isMoved={movedCount > 0} isWithin={isWithin} />
          )}
        </>
      )}
    </details>
  );
}

/** What can be done with a group at once, and where more is said of it. */
function GroupMore({
  group: { challenge, measures, elsewhere },
  isMoved,
  isWithin,
}: {
  group: Levers;
  isMoved: boolean;
  /** Whether the tab stop is in this group: then this can be reached too. */
  isWithin: boolean;
}) {
  const { tx } = useWords();
  const c = useTexts();
  const table = useTable();
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const title = challenge === null ? c('group.loose') : tx(challenge.title);
  const tabIndex = isWithin ? 0 : -1;
  return (
    <div className="lever-group__more">
      <p className="lever-group__foot">
        <button
          type="button"
          className="link-button"
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          aria-controls={panel}
          aria-label={c('group.moreOf', { name: title })}
          onClick={() => setOpen(!isOpen)}
        >
          {c('group.more')}
        </button>
        {challenge !== null && (
          <A to={`/opgaven/${challenge.id}`} tabIndex={tabIndex}>
            {c('group.page')}
          </A>
        )}
      </p>
      {isOpen && (
        <div id={panel}>
          <Positions measures={measures} label={c('group.positions')} />
          <button
            type="button"
            className="link-button"
            disabled={!isMoved}
            onClick={() => table.reset(measures.map(({ id }) => id))}
          >
            {c('group.reset')}
          </button>
          {elsewhere.length > 0 && (
            <ul className="plain small">
              {elsewhere.map(({ measure, under }) => (
                <li key={measure.id}>
                  {c('group.elsewhere', { name: tx(measure.title), number: under.number ?? tx(under.title) })}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
