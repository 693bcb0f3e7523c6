import type { Text } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { DataTable } from '../../../components/Table.tsx';
import { useAgenda, useComputed, useNames, useWords } from '../../../lib/hooks.tsx';
import type { Frozen as FrozenState } from '../../../table/contract.ts';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import { useSharedLink } from './use-shared-link.ts';

/** The numbers that the link holds beside those that are on the table now. */
function ThenAndNow({ frozen }: { frozen: FrozenState }) {
  const { met } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const computed = useComputed();
  const rows = Object.entries(frozen.then).map(([id, then]) => ({
    id,
    then,
    unit: agenda.targetById.get(id)?.unit ?? '',
    now: frozen.now?.targets.find((target) => target.id === id) ?? null,
  }));
  return (
    <DataTable
      caption={c('frozen.table')}
      hideCaption
      stacks
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'target', head: c('compare.target'), names: true, cell: ({ id }) => names.target(id) },
        {
          key: 'then',
          head: c('frozen.then'),
          numeric: true,
          cell: ({ then, unit }) => (
            <span className="figure">
              {then.met !== null && `${met({ count: then.met, of: frozen.futures })} · `}
              {computed.value(then.p50, unit)}
            </span>
          ),
        },
        {
          key: 'now',
          head: c('frozen.now'),
          numeric: true,
          cell: ({ now, unit }) => (
            <span className="figure">
              {now === null
                ? c('compare.busy')
                : `${now.met === null ? '' : `${met(now.met)} · `}${computed.value(now.projected.p50, unit)}`}
            </span>
          ),
        },
      ]}
    />
  );
}

/** What the link held, and what it was made with. */
function About({ frozen }: { frozen: FrozenState }) {
  const { count } = useWords();
  const c = useTexts();
  return (
    <>
      {frozen.description !== '' && <p>{frozen.description}</p>}
      {frozen.movedOn.length === 0 && <p>{c('frozen.same')}</p>}
      <p className="small">
        {c('frozen.made', {
          parts: frozen.madeWith
            .map(({ part, hash }) => `${c(`frozen.made.${part}`)} ${hash.slice(0, 8)}`)
            .join(', '),
          seed: String(frozen.seed),
          futures: count(frozen.futures),
        })}
      </p>
      <p className="small">
        {c('frozen.table.note')}
        {frozen.year !== null && ` ${c('frozen.year', { year: frozen.year })}`}
      </p>
      <ThenAndNow frozen={frozen} />
    </>
  );
}

/**
 * The strip over a shared setting. Both of its faces take the same place, one of them unseen: the first move of a lever turns it over, and
 * nothing below may move under the hand.
 */
function Strip({ frozen }: { frozen: FrozenState }) {
  const { list } = useWords();
  const c = useTexts();
  const table = useTable();
  const looking = useTablePart((state) => state.looking);
  const { movedOn, unknown, name } = frozen;
  const said = (face: 'looking' | 'taken') =>
    name === '' ? c(`frozen.${face}.noName`) : c(`frozen.${face}`, { name });
  const leave = (
    <Button appearance="secondary-action-button" onClick={() => table.leaveFrozen()}>
      {c('frozen.leave')}
    </Button>
  );
  return (
    <section className="frozen" aria-label={c('frozen.label')}>
      <p className="only-read" role="status">
        {said(looking ? 'looking' : 'taken')}
      </p>
      <div className="frozen__faces">
        <div className="frozen__face" data-shown={looking}>
          <p>{said('looking')}</p>
          <p className="take">
            <Button appearance="primary-action-button" onClick={() => table.load({ frozen: true })}>
              {c('frozen.take')}
            </Button>
            {leave}
          </p>
        </div>
        <div className="frozen__face" data-shown={!looking}>
          <p>{said('taken')}</p>
          <p className="take">
            {leave}
            <Button appearance="subtle-button" onClick={() => table.closeFrozen()}>
              {c('frozen.close')}
            </Button>
          </p>
        </div>
      </div>
      {movedOn.length > 0 && (
        <p>
          <strong>
            {c('frozen.movedOn', { list: list(movedOn.map((part) => c(`frozen.part.${part}`))) })}
          </strong>
        </p>
      )}
      {unknown.length > 0 && <p>{c('frozen.unknown', { list: unknown.join(', ') })}</p>}
      <Fold summary={c('frozen.table')}>{() => <About frozen={frozen} />}</Fold>
    </section>
  );
}

/** The strip while a short link is fetched, and where it is not to be had: as high as the one that comes. */
function Coming({ why, onForget }: { why: Text | null; onForget: () => void }) {
  const { tx } = useWords();
  const c = useTexts();
  return (
    <section className="frozen" aria-label={c('frozen.label')}>
      <div className="frozen__faces">
        <div className="frozen__face">
          {why === null ? <p role="status">{c('frozen.coming')}</p> : <p role="alert">{tx(why)}</p>}
          <p className="take">
            <Button appearance="secondary-action-button" onClick={onForget}>
              {c('frozen.leave')}
            </Button>
          </p>
        </div>
      </div>
      <p>{c('frozen.coming.note')}</p>
    </section>
  );
}

/** What a shared link shows, and the ways out of it. */
export function Frozen() {
  const [arrival, forget] = useSharedLink();
  const frozen = useTablePart((state) => state.frozen);
  if (arrival.state !== 'here') {
    return <Coming why={arrival.state === 'failed' ? arrival.why : null} onForget={forget} />;
  }
  return frozen === null ? null : <Strip frozen={frozen} />;
}
