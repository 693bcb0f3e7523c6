import { Button, Heading2 } from '@utrecht/component-library-react';
import { useEffect, useRef } from 'react';
import { DataTable } from '../../../components/Table.tsx';
import { useAgenda, useComputed, useNames, useWords } from '../../../lib/hooks.tsx';
import type { Frozen as FrozenState } from '../../../table/contract.ts';
import { useTable, useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';

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

function Banner({ frozen }: { frozen: FrozenState }) {
  const { list, count } = useWords();
  const c = useTexts();
  const table = useTable();
  const head = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => head.current?.focus(), []);
  const { movedOn, unknown } = frozen;
  return (
    <section className="frozen" aria-labelledby="bewaard">
      <Heading2 id="bewaard" ref={head} tabIndex={-1}>
        {c('frozen.title', { name: frozen.name === '' ? c('frozen.noName') : frozen.name })}
      </Heading2>
      {frozen.description !== '' && <p>{frozen.description}</p>}
      <p>
        {movedOn.length === 0
          ? c('frozen.same')
          : c('frozen.movedOn', { list: list(movedOn.map((part) => c(`frozen.part.${part}`))) })}
      </p>
      {unknown.length > 0 && <p>{c('frozen.unknown', { list: unknown.join(', ') })}</p>}
      <p className="small">
        {c('frozen.made', {
          parts: frozen.madeWith
            .map(({ part, hash }) => `${c(`frozen.made.${part}`)} ${hash.slice(0, 8)}`)
            .join(', '),
          seed: String(frozen.seed),
          futures: count(frozen.futures),
        })}
      </p>
      <p className="take">
        <Button appearance="primary-action-button" onClick={() => table.load({ frozen: true })}>
          {c('frozen.take')}
        </Button>
        <Button appearance="secondary-action-button" onClick={() => table.closeFrozen()}>
          {c('frozen.close')}
        </Button>
      </p>
      <details>
        <summary>{c('frozen.table')}</summary>
        <p className="small">{c('frozen.table.note')}</p>
        <ThenAndNow frozen={frozen} />
      </details>
    </section>
  );
}

/** What a shared link held, and whether the region has moved on since. */
export function Frozen() {
  const frozen = useTablePart((state) => state.frozen);
  return frozen === null ? null : <Banner key={frozen.name} frozen={frozen} />;
}
