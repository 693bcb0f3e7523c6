import type { ChangeCause, ChangeEntry, ChangeEvidence, ChangesResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { Kind } from '../../components/Kind.tsx';
import { A, Out } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { DataTable } from '../../components/Table.tsx';
import { changesResource } from '../../lib/changes.ts';
import { useAgenda, useNames, useNumber, useResource, useWords } from '../../lib/hooks.tsx';
import { statusOfMet } from '../../lib/standing.ts';
import { useTexts } from './texts.ts';

function useMoment(): (iso: string) => string {
  const { lang } = useWords();
  const format = new Intl.DateTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return (iso) => format.format(new Date(iso));
}

function useCauses(): (causes: readonly ChangeCause[]) => string {
  const { list } = useWords();
  const c = useTexts();
  return (causes) => list(causes.map((cause) => c(`cause.${cause}`)));
}

/** The cause of one change: sure, together with others, or unknown. */
function Cause({ causes }: { causes: readonly ChangeCause[] }) {
  const c = useTexts();
  const said = useCauses();
  if (causes.length === 0) return c('cause.unknown');
  return said(causes);
}

/** Said once where several causes came together for some change. */
function Together({ entry }: { entry: ChangeEntry }) {
  const c = useTexts();
  const said = useCauses();
  const together = [...entry.counts, ...entry.measured].find(({ causes }) => causes.length > 1);
  return together === undefined ? null : (
    <p className="small">{c('cause.together', { causes: said(together.causes) })}</p>
  );
}

function Counts({ entry }: { entry: ChangeEntry }) {
  const { tx, met } = useWords();
  const c = useTexts();
  if (entry.counts.length === 0) return <Paragraph>{c('counts.none')}</Paragraph>;
  const said = (of: ChangeEntry['counts'][number]['before']): ReactNode =>
    of === null ? (
      c('nothing')
    ) : (
      <>
        <StatusMark status={statusOfMet(of)} quiet /> {met(of)}
      </>
    );
  return (
    <DataTable
      caption={c('counts.title')}
      hideCaption
      stacks
      rows={entry.counts}
      rowKey={({ target }) => target}
      columns={[
        {
          key: 'target',
          head: c('column.target'),
          names: true,
          cell: ({ target, title }) => <A to={`/doelen/${target}`}>{tx(title)}</A>,
        },
        { key: 'before', head: c('column.before'), numeric: true, cell: ({ before }) => said(before) },
        { key: 'after', head: c('column.after'), numeric: true, cell: ({ after }) => said(after) },
        { key: 'cause', head: c('column.cause'), cell: ({ causes }) => <Cause causes={causes} /> },
      ]}
    />
  );
}

function Measured({ entry }: { entry: ChangeEntry }) {
  const { tx, period } = useWords();
  const c = useTexts();
  const show = useNumber();
  if (entry.measured.length === 0) return <Paragraph>{c('measured.none')}</Paragraph>;
  type Row = ChangeEntry['measured'][number];
  const said = (of: Row['before'], unit: string): string =>
    of === null ? c('nothing') : `${show(of.value, unit, { precise: true })} (${period(of.period)})`;
  return (
    <DataTable
      caption={c('measured.title')}
      hideCaption
      stacks
      rows={entry.measured}
      rowKey={({ target }) => target}
      columns={[
        {
          key: 'target',
          head: c('column.target'),
          names: true,
          cell: ({ target, title }) => <A to={`/doelen/${target}`}>{tx(title)}</A>,
        },
        {
          key: 'before',
          head: c('column.before'),
          numeric: true,
          cell: ({ before, unit }) => said(before, unit),
        },
        {
          key: 'after',
          head: c('column.after'),
          numeric: true,
          cell: ({ after, unit }) => said(after, unit),
        },
        { key: 'cause', head: c('column.cause'), cell: ({ causes }) => <Cause causes={causes} /> },
      ]}
    />
  );
}

/** Names of things with links, as far as they are there still. */
function useThings(): (kind: ChangeEvidence['kind'], ids: readonly string[]) => ReactNode {
  const names = useNames();
  const agenda = useAgenda();
  const { tx } = useWords();
  const link = (kind: ChangeEvidence['kind'], id: string): ReactNode => {
    switch (kind) {
      case 'target':
        return agenda.targetById.has(id) ? <A to={`/doelen/${id}`}>{names.target(id)}</A> : id;
      case 'measure':
        return agenda.measureById.has(id) ? <A to={`/maatregelen/${id}`}>{names.measure(id)}</A> : id;
      case 'series': {
        const indicator = agenda.indicators.find(({ series }) => series === id);
        return indicator === undefined ? id : <A to={`/monitor/${indicator.id}`}>{tx(indicator.title)}</A>;
      }
      case 'claim':
        return <A to={`/bronnen/beweringen/${id}`}>{id}</A>;
      case 'uncertainty':
        return <A to={`/bronnen/aannamen/${id}`}>{id}</A>;
      case 'variable':
        return <A to={`/bronnen/model/${id}`}>{id}</A>;
    }
  };
  return (kind, ids) => (
    <ul className="inline-list">
      {ids.map((id) => (
        <li key={id}>{link(kind, id)}</li>
      ))}
    </ul>
  );
}

function Evidence({ entry }: { entry: ChangeEntry }) {
  const { count } = useWords();
  const c = useTexts();
  const things = useThings();
  if (entry.evidence.length === 0) return <Paragraph>{c('evidence.nothing')}</Paragraph>;
  return (
    <details>
      <summary>{c('evidence.title')}</summary>
      {entry.evidence.map(({ kind, added, removed, changed, total }) => (
        <section key={kind}>
          <Heading3>{c('evidence.total', { kind: c(`evidence.${kind}`), n: count(total) })}</Heading3>
          {changed.length > 0 && (
            <>
              <p className="small">{c('evidence.changed', { list: '' })}</p>
              {things(kind, changed)}
            </>
          )}
          {added.length > 0 && (
            <>
              <p className="small">{c('evidence.added', { list: '' })}</p>
              {things(kind, added)}
            </>
          )}
          {/* What is gone has no page any more. */}
          {removed.length > 0 && (
            <p className="small">{c('evidence.removed', { list: removed.join(', ') })}</p>
          )}
          {added.length + removed.length + changed.length < total && (
            <p className="small">{c('evidence.more')}</p>
          )}
        </section>
      ))}
    </details>
  );
}

function Entry({ entry }: { entry: ChangeEntry }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const moment = useMoment();
  const said = useCauses();
  const { before, after } = entry.tally;
  const same = before.most === after.most && before.of === after.of;
  const tally = (of: typeof entry.tally) => ({
    before: count(of.before.most),
    beforeOf: count(of.before.of),
    after: count(of.after.most),
    afterOf: count(of.after.of),
  });
  return (
    <article className="block change" id={`w-${entry.id}`}>
      <Heading2>{moment(entry.at)}</Heading2>
      <p className="small">{c('entry.since', { date: moment(entry.since) })}</p>
      <Paragraph>
        {entry.changed.length > 0 && `${c('entry.changed', { causes: said(entry.changed) })} `}
        {same
          ? c('tally.same', { after: count(after.most), afterOf: count(after.of) })
          : c('tally.changed', tally(entry.tally))}{' '}
        <Kind of="computed" />
      </Paragraph>
      {entry.ambitions.length > 0 && (
        <ul className="plain">
          {entry.ambitions.map((each) => (
            <li key={each.id}>{c('ambition.changed', { title: tx(each.title), ...tally({ ...each }) })}</li>
          ))}
        </ul>
      )}
      <Heading3>{c('counts.title')}</Heading3>
      <Counts entry={entry} />
      <Heading3>{c('measured.title')}</Heading3>
      <Measured entry={entry} />
      <Together entry={entry} />
      <Evidence entry={entry} />
    </article>
  );
}

/** The lead: what there is to compare. */
function Lead({ answer: { state, first, entries } }: { answer: ChangesResponse }) {
  const c = useTexts();
  const moment = useMoment();
  if (state === 'off') {
    return (
      <>
        <p className="lead">{c('off')}</p>
        <details>
          <summary>{c('off.operator')}</summary>
          <Paragraph>{c('off.how')}</Paragraph>
        </details>
      </>
    );
  }
  if (state === 'waiting' || first === null) {
    return <p className="lead lead--waiting">{c(state === 'failed' ? 'failed' : 'waiting')}</p>;
  }
  return (
    <>
      {state === 'failed' && <Paragraph role="status">{c('failed')}</Paragraph>}
      <p className="lead">{entries.length === 0 ? c('first', { date: moment(first) }) : c('lead')}</p>
      {entries.length > 0 && <p className="small">{c('since', { date: moment(first) })}</p>}
    </>
  );
}

/** What changed, and why? */
export default function ChangesPage() {
  const { t, to } = useWords();
  const c = useTexts();
  const { value, failing } = useResource(changesResource);
  return (
    <Page title={c('title')} kicker={c('question')} trail={[{ to: '/', label: t('home.title') }]}>
      {value === null ? (
        failing === null ? (
          <Loading />
        ) : (
          <Failed error={failing} retry={() => void changesResource.refresh()} />
        )
      ) : (
        <>
          <Lead answer={value} />
          {value.state !== 'off' && (
            <p>
              <Out href={to(downloads.changesFeed.path)}>{c('feed')}</Out>
            </p>
          )}
          {value.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
          <section className="block">
            <Heading2>{c('how')}</Heading2>
            <Paragraph>{c('how.text')}</Paragraph>
          </section>
        </>
      )}
    </Page>
  );
}
