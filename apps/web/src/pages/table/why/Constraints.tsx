import type { TableConstraint } from '@schaalsprong/futures/table';
import { Button, Heading2, Paragraph } from '@utrecht/component-library-react';
import { memo, useDeferredValue } from 'react';
import { Kind } from '../../../components/Kind.tsx';
import { DataTable } from '../../../components/Table.tsx';
import { useAgenda, useComputed, useNames, useWords } from '../../../lib/hooks.tsx';
import type { ReliefGain, TableState } from '../../../table/contract.ts';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { Change, MetDifference, useSeenDifference } from '../outcomes/Change.tsx';
import { useComparedName } from '../outcomes/Lead.tsx';
import { Waiting } from '../outcomes/Waiting.tsx';
import { useTexts } from '../texts.ts';
import { useQuestion } from './use-question.ts';

/** Constraints that have a part of the bar and a row of their own before the reader asks for all. */
const shownAtOnce = 5;

/** What holds back, as one bar: each constraint as wide as its part and numbered as in the table, the rest together. */
function ConstraintBar({ constraints }: { constraints: readonly TableConstraint[] }) {
  const c = useTexts();
  const { share } = useWords();
  let from = 0;
  const parts = constraints.slice(0, shownAtOnce).map(({ id, share: part }) => {
    const left = from;
    from += part;
    return { id, part, left };
  });
  return (
    <svg className="constraint-bar" width="100%" height="28" role="img" aria-label={c('constraints.bar')}>
      <rect className="constraint-bar__rest" width="100%" height="28" />
      {parts.map(({ id, part, left }, i) => (
        <svg key={id} aria-hidden="true" x={`${left * 100}%`} width={`${part * 100}%`} height="28">
          <rect
            className={i % 2 === 0 ? 'constraint-bar__even' : 'constraint-bar__odd'}
            width="100%"
            height="28"
          />
          <text className="constraint-bar__number" x="6" y="19">
            {`${i + 1}`}
          </text>
        </svg>
      ))}
      {from < 0.9 && (
        <svg aria-hidden="true" x={`${from * 100}%`} width={`${(1 - from) * 100}%`} height="28">
          <text className="constraint-bar__others" x="6" y="19">
            {c('constraints.others', { share: share(1 - from) })}
          </text>
        </svg>
      )}
    </svg>
  );
}

interface RowsProps {
  readonly rows: readonly TableConstraint[];
  readonly before: ReadonlyMap<string, number> | null;
  readonly against: string;
  readonly largest: number;
  /** Rows that are before these. */
  readonly skipped: number;
}

function Rows({ rows, before, against, largest, skipped }: RowsProps) {
  const { tx, share, met, list } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const rank = (id: string): number => skipped + 1 + rows.findIndex((row) => row.id === id);
  return (
    <DataTable
      caption={c('constraints.title')}
      hideCaption
      stacks
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'constraint',
          head: c('constraints.head.constraint'),
          names: true,
          cell: ({ id }) => `${rank(id)}. ${names.constraint(id)}`,
        },
        {
          key: 'share',
          head: c('constraints.head.share'),
          cell: ({ id, share: part }) => {
            const was = before?.get(id) ?? (before === null ? null : 0);
            const points = was === null ? 0 : Math.round((part - was) * 100);
            return (
              <>
                <span className="share">
                  <svg
                    className="share__bar"
                    viewBox="0 0 100 10"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect className="bar" width={largest === 0 ? 0 : (part / largest) * 100} height="10" />
                  </svg>
                  <span className="figure">{share(part)}</span>
                </span>
                {was !== null && points !== 0 && (
                  <Change way="neutral">
                    {c(points > 0 ? 'constraints.more' : 'constraints.less', {
                      n: Math.abs(points),
                      against,
                    })}
                  </Change>
                )}
              </>
            );
          },
        },
        {
          key: 'largest',
          head: c('constraints.head.largest'),
          cell: ({ largestIn }) => <span className="figure">{met(largestIn)}</span>,
        },
        {
          key: 'where',
          head: c('constraints.head.where'),
          cell: ({ where }) =>
            where.length === 0
              ? '–'
              : list(
                  where.slice(0, 3).map(({ outcome, share: part }) => {
                    const known = agenda.outcomeById.get(outcome);
                    return `${known === undefined ? outcome : tx(known.title)} (${share(part)})`;
                  }),
                ),
        },
        {
          key: 'from',
          head: c('constraints.head.from'),
          cell: ({ from }) =>
            from === null
              ? c('constraints.never')
              : c('constraints.from', { year: String(Math.floor(from)) }),
        },
        {
          key: 'relief',
          head: c('constraints.head.relief'),
          cell: ({ id }) => {
            const known = agenda.constraintById.get(id);
            return known === undefined ? '–' : tx(known.relief);
          },
        },
      ]}
    />
  );
}

/** Gains of one relief that are listed before the reader asks for all. */
const gainsTold = 3;

function Gain({ gain }: { gain: ReliefGain }) {
  const { tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const { difference } = useComputed();
  const isSeen = useSeenDifference();
  const unitOf = (target: string): string => agenda.targetById.get(target)?.unit ?? '';
  const told = gain.gains
    .filter(({ target, met, median }) => met !== 0 || isSeen(median, unitOf(target)))
    .sort((a, b) => Math.abs(b.met) - Math.abs(a.met));
  const line = ({ target, median, met }: ReliefGain['gains'][number]) => (
    <li key={target}>
      {names.target(target)}: <MetDifference more={met} />
      {isSeen(median, unitOf(target)) && (
        <span className="small"> ({difference(median, unitOf(target), { signed: true })})</span>
      )}
    </li>
  );
  return (
    <li className="relief">
      <p>
        <strong>{names.constraint(gain.constraint)}</strong>: {tx(gain.title)}
      </p>
      {told.length === 0 ? (
        <p className="small">{c('relief.nothing')}</p>
      ) : (
        <ul className="plain">
          {told.slice(0, gainsTold).map(line)}
          {told.length > gainsTold && (
            <li>
              <Fold
                className="small"
                summary={
                  told.length === gainsTold + 1
                    ? c('relief.more.one')
                    : c('relief.more', { n: told.length - gainsTold })
                }
              >
                {() => <ul className="plain">{told.slice(gainsTold).map(line)}</ul>}
              </Fold>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

/** What a little more of each scarce thing would buy, in the same futures. */
function Relief() {
  const c = useTexts();
  const table = useTable();
  const { relief } = useAgenda().table;
  const setting = useTablePart((state: TableState) => state.setting);
  const { asked, ask, stop } = useQuestion<{
    readonly gains: readonly ReliefGain[];
    readonly of: TableState['setting'];
  }>();
  if (relief.length === 0) return <p className="small">{c('relief.none')}</p>;
  const start = (): void => ask(async (follow) => ({ gains: await table.relief(follow), of: setting }));
  return (
    <div className="reliefs">
      {asked.phase !== 'busy' && (
        <p>
          <Button appearance="secondary-action-button" onClick={start}>
            {c(asked.phase === 'done' ? 'relief.again' : 'relief.ask')}
          </Button>{' '}
          <span className="small">{c('relief.note')}</span>
        </p>
      )}
      <Waiting asked={asked} stop={stop} again={start} />
      {asked.phase === 'done' && (
        <>
          {asked.answer.of !== setting && <p className="notice">{c('question.stale')}</p>}
          <ul className="plain relief-list">
            {[...asked.answer.gains]
              .sort((a, b) => totalMet(b) - totalMet(a))
              .map((gain) => (
                <Gain key={`${gain.constraint} ${gain.title.nl}`} gain={gain} />
              ))}
          </ul>
        </>
      )}
    </div>
  );
}

const totalMet = ({ gains }: ReliefGain): number => gains.reduce((sum, { met }) => sum + met, 0);

const Bound = memo(function Bound({
  answer,
  compared,
}: {
  answer: NonNullable<TableState['answer']>;
  compared: TableState['compared'];
}) {
  const { share } = useWords();
  const c = useTexts();
  const against = useComparedName();
  const { constraints } = answer;
  if (constraints.length === 0) return <Paragraph>{c('constraints.none')}</Paragraph>;
  const before =
    compared === null || compared.answer === answer || compared.answer.count !== answer.count
      ? null
      : new Map(compared.answer.constraints.map(({ id, share: part }) => [id, part]));
  const largest = Math.max(...constraints.map(({ share: part }) => part));
  const rest = constraints.slice(shownAtOnce);
  const rows = { before, against, largest };
  return (
    <>
      <ConstraintBar constraints={constraints} />
      <Rows rows={constraints.slice(0, shownAtOnce)} skipped={0} {...rows} />
      {rest.length > 0 && (
        <Fold
          summary={c('constraints.more.rows', {
            n: rest.length,
            share: share(rest.reduce((sum, { share: part }) => sum + part, 0)),
          })}
        >
          {() => <Rows rows={rest} skipped={shownAtOnce} {...rows} />}
        </Fold>
      )}
    </>
  );
});

/** Which limit binds most, where, from when, and what relief would buy. */
export function Constraints() {
  const c = useTexts();
  const answer = useDeferredValue(useTablePart((state) => state.answer));
  const compared = useDeferredValue(useTablePart((state) => state.compared));
  return (
    <section className="block" aria-labelledby="knelpunten">
      <Heading2 id="knelpunten" tabIndex={-1}>
        {c('constraints.title')}
      </Heading2>
      <p className="small">
        {c('constraints.note')} <Kind of="computed" />
      </p>
      {answer !== null && <Bound answer={answer} compared={compared} />}
      <Relief />
    </section>
  );
}
