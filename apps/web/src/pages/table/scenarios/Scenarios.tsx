import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { DataTable } from '../../../components/Table.tsx';
import { useAgenda, useComputed, useNames, useNumber, useWords } from '../../../lib/hooks.tsx';
import type { KeptScenario, TableState } from '../../../table/contract.ts';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useShiftWords } from '../levers/timing.ts';
import { useTexts } from '../texts.ts';
import { NamedFields, unnamed } from './NamedFields.tsx';

const mostKept = 4;

/** Keeps the present setting under a name. */
function Keep({ full }: { full: boolean }) {
  const c = useTexts();
  const table = useTable();
  const [named, setNamed] = useState(unnamed);
  const [message, setMessage] = useState('');
  return (
    <form
      className="keep"
      onSubmit={(event) => {
        event.preventDefault();
        const name = named.name.trim();
        if (name === '') {
          setMessage(c('keep.noName'));
          return;
        }
        if (table.keep(name, named.description.trim()) === null) {
          setMessage(c('keep.full'));
          return;
        }
        setMessage(c('keep.done', { name }));
        setNamed(unnamed);
      }}
    >
      <NamedFields label={c('keep.name')} named={named} onChange={setNamed} />
      <Button appearance="secondary-action-button" type="submit" disabled={full}>
        {c('keep.do')}
      </Button>
      <p className="small" role="status">
        {full ? c('keep.full') : message}
      </p>
    </form>
  );
}

function KeptItem({ kept, isAgainst }: { kept: KeptScenario; isAgainst: boolean }) {
  const c = useTexts();
  const table = useTable();
  const { id, name, description } = kept;
  return (
    <li className="kept">
      <p>
        <strong>{name}</strong>
        {description !== '' && <span className="small block-line">{description}</span>}
      </p>
      <p className="kept__tools">
        <button
          type="button"
          className="chip"
          aria-pressed={isAgainst}
          aria-label={c('kept.againstOf', { name })}
          onClick={() => table.against(isAgainst ? null : id)}
        >
          {c('kept.against')}
        </button>
        <button
          type="button"
          className="chip"
          aria-label={c('kept.loadOf', { name })}
          onClick={() => table.load({ kept: id })}
        >
          {c('kept.load')}
        </button>
        <button
          type="button"
          className="chip"
          aria-label={c('kept.dropOf', { name })}
          onClick={() => table.drop(id)}
        >
          {c('kept.drop')}
        </button>
      </p>
    </li>
  );
}

interface Side {
  readonly key: string;
  readonly name: string;
  readonly setting: TableState['setting'];
  readonly answer: TableState['answer'];
}

/** Scenarios side by side: levers that differ, then targets with counts and middles. */
function Compare({ sides }: { sides: readonly Side[] }) {
  const { tx, met } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const show = useNumber();
  const shifted = useShiftWords();
  const computed = useComputed();
  const year = useTablePart((state) => state.year);
  const differing = agenda.measures.filter(
    ({ id }) => new Set(sides.map(({ setting }) => setting.levers[id])).size > 1,
  );
  const shifting = agenda.measures.filter(
    ({ id }) => new Set(sides.map(({ setting }) => setting.timings[id])).size > 1,
  );
  const assumed = [...new Set(sides.flatMap(({ setting }) => Object.keys(setting.assumptions)))].filter(
    (id) => new Set(sides.map(({ setting }) => setting.assumptions[id])).size > 1,
  );
  const viewpoint = ({ setting }: Side): string => {
    const known = agenda.table.viewpoints.find(({ id }) => id === setting.viewpoint);
    return setting.viewpoint === null
      ? c('viewpoint.ours')
      : known === undefined
        ? c('viewpoint.together')
        : tx(known.title);
  };
  const levers = [
    ...differing.map(({ id, lever }) => ({
      key: id,
      title: names.measure(id),
      cell: ({ setting }: Side): string => {
        const value = setting.levers[id];
        return value === undefined ? '–' : show(value, lever.unit, { precise: true });
      },
    })),
    ...shifting.map(({ id }) => ({
      key: `timing ${id}`,
      title: c('when.of', { name: names.measure(id) }),
      cell: ({ setting }: Side): string => shifted(setting.timings[id] ?? 0),
    })),
    ...assumed.map((id) => ({
      key: id,
      title: id,
      cell: ({ setting }: Side): string => {
        const value = setting.assumptions[id];
        return value === undefined ? c('compare.free') : show(value, '', { precise: true });
      },
    })),
    ...(new Set(sides.map(({ setting }) => setting.viewpoint)).size > 1
      ? [{ key: 'viewpoint', title: c('viewpoint.title'), cell: viewpoint }]
      : []),
  ];
  const targets = agenda.targets.filter(({ outcome }) => outcome !== null);
  const found = ({ answer }: Side, id: string) => answer?.targets.find((target) => target.id === id);
  const columns = <Row extends { readonly title: string }>(
    head: string,
    cell: (row: Row, side: Side) => string,
  ) => [
    { key: 'title', head, names: true, cell: (row: Row) => row.title },
    ...sides.map((side) => ({
      key: side.key,
      head: side.name,
      numeric: true,
      cell: (row: Row) => <span className="figure">{cell(row, side)}</span>,
    })),
  ];
  return (
    <>
      {levers.length === 0 ? (
        <p>{c('compare.same')}</p>
      ) : (
        <DataTable
          caption={c('compare.levers')}
          stacks
          rows={levers}
          rowKey={({ key }) => key}
          columns={columns(c('compare.lever'), ({ cell }: (typeof levers)[number], side) => cell(side))}
        />
      )}
      <DataTable
        caption={year === null ? c('compare.targets') : c('compare.targets.year', { year })}
        stacks
        rows={targets.map(({ id, title, unit }) => ({ id, title: tx(title), unit }))}
        rowKey={({ id }) => id}
        columns={columns(
          c('compare.target'),
          ({ id, unit }: { id: string; title: string; unit: string }, side) => {
            const one = found(side, id);
            if (one === undefined) return c('compare.busy');
            const middle = computed.value(one.projected.p50, unit);
            return one.met === null ? middle : `${met(one.met)} · ${middle}`;
          },
        )}
      />
      <p className="small">{c('compare.note')}</p>
    </>
  );
}

/** Scenarios that were kept: compare, take, drop. */
export function Scenarios() {
  const { tx, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const kept = useTablePart((state) => state.kept);
  const against = useTablePart((state) => state.against);
  return (
    <Fold
      className="table-tool"
      summary={c('scenarios.title', { n: count(kept.length), most: count(mostKept) })}
    >
      {() => (
        <>
          <p className="small">{c('scenarios.note')}</p>
          {kept.length > 0 && (
            <ul className="plain">
              {kept.map((one) => (
                <KeptItem key={one.id} kept={one} isAgainst={against === one.id} />
              ))}
            </ul>
          )}
          <Keep full={kept.length >= mostKept} />
          {kept.length > 0 && (
            <Fold summary={c('compare.title')}>
              {() => (
                <Sides
                  agendaName={tx(
                    agenda.scenarios.find(({ id }) => id === agenda.region.assessment.scenario)?.title ?? {
                      nl: 'agenda',
                      en: 'agenda',
                    },
                  )}
                />
              )}
            </Fold>
          )}
        </>
      )}
    </Fold>
  );
}

function Sides({ agendaName }: { agendaName: string }) {
  const c = useTexts();
  const kept = useTablePart((state) => state.kept);
  const against = useTablePart((state) => state.against);
  const setting = useTablePart((state) => state.setting);
  const answer = useTablePart((state) => state.answer);
  const compared = useTablePart((state) => state.compared);
  return (
    <Compare
      sides={[
        { key: 'now', name: c('compare.now'), setting, answer },
        ...kept.map((one) => ({ key: one.id, name: one.name, setting: one.setting, answer: one.answer })),
        ...(against === null && compared !== null
          ? [{ key: 'base', name: agendaName, setting: compared.setting, answer: compared.answer }]
          : []),
      ]}
    />
  );
}
