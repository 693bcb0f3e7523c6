import type { Agreement, AgreementsResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { thingPath } from '@schaalsprong/wire/things';
import {
  Button,
  FormField,
  FormLabel,
  Heading2,
  Heading3,
  Paragraph,
  Select,
  SelectOption,
} from '@utrecht/component-library-react';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { AgreementState } from '../../components/AgreementState.tsx';
import { A, Out } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { DataTable } from '../../components/Table.tsx';
import { NodeLink, PartyLinks, ThingLink } from '../../components/Things.tsx';
import { useAgenda, useNames, useResource, useWords } from '../../lib/hooks.tsx';
import { dayOf } from './day.ts';
import { agreementsResource } from './resources.ts';
import { TermMark } from './TermMark.tsx';
import { useTexts } from './texts.ts';
import './things.css';

type Row = AgreementsResponse['agreements'][number] & { readonly agreement: Agreement };

/** What a reader chose, from the address. */
interface Choice {
  readonly party: string;
  readonly challenge: string;
}

const fits = ({ agreement }: Row, { party, challenge }: Choice): boolean =>
  (party === '' || agreement.owner === party || agreement.parties.some((id) => id === party)) &&
  (challenge === '' || agreement.nodes.some((id) => id === challenge));

function Filters({ choice, choose }: { choice: Choice; choose: (choice: Choice) => void }) {
  const { tx } = useWords();
  const c = useTexts();
  const names = useNames();
  const id = useId();
  const { agreements, nodes, parties } = useAgenda();
  const named = new Set(agreements.flatMap(({ owner, parties: all }) => [owner, ...all]));
  const about = new Set(agreements.flatMap(({ nodes: all }) => all));
  return (
    <search className="filters">
      <FormField>
        <FormLabel htmlFor={`${id}-party`}>{c('agreements.party')}</FormLabel>
        <Select
          id={`${id}-party`}
          value={choice.party}
          onChange={(event: { target: { value: string } }) =>
            choose({ ...choice, party: event.target.value })
          }
        >
          <SelectOption value="">{c('agreements.all')}</SelectOption>
          {parties
            .filter((party) => named.has(party.id))
            .map((party) => (
              <SelectOption key={party.id} value={party.id}>
                {names.party(party.id)}
              </SelectOption>
            ))}
        </Select>
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-challenge`}>{c('agreements.challenge')}</FormLabel>
        <Select
          id={`${id}-challenge`}
          value={choice.challenge}
          onChange={(event: { target: { value: string } }) =>
            choose({ ...choice, challenge: event.target.value })
          }
        >
          <SelectOption value="">{c('agreements.all')}</SelectOption>
          {nodes
            .filter((node) => about.has(node.id))
            .map((node) => (
              <SelectOption key={node.id} value={node.id}>
                {node.number === undefined ? tx(node.title) : `${node.number}. ${tx(node.title)}`}
              </SelectOption>
            ))}
        </Select>
      </FormField>
    </search>
  );
}

/** Months without a word from which the list says so: a year is the rhythm in which boards report. Our choice. */
const silentFrom = 12;

function List({ rows, caption, today }: { rows: readonly Row[]; caption: string; today: string }) {
  const { tx, count, period } = useWords();
  const c = useTexts();
  return (
    <DataTable
      caption={caption}
      hideCaption
      stacks
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: c('agreements.column.what'),
          names: true,
          cell: ({ id, agreement }) => (
            <>
              <A to={thingPath('agreement', id)}>{tx(agreement.title)}</A>
              <span className="small block-line">{period(agreement.date)}</span>
            </>
          ),
        },
        {
          key: 'due',
          head: c('agreements.column.due'),
          cell: ({ term, agreement, silentMonths }) => (
            <>
              <TermMark term={term} />
              {agreement.due !== null && <span className="block-line">{period(agreement.due)}</span>}
              {term !== 'done' && silentMonths !== null && silentMonths >= silentFrom && (
                <span className="small block-line">{c('silent.months', { n: count(silentMonths) })}</span>
              )}
            </>
          ),
        },
        {
          key: 'state',
          head: c('agreements.column.state'),
          cell: ({ agreement }) => <AgreementState agreement={agreement} day={today} />,
        },
        {
          key: 'who',
          head: c('agreements.column.who'),
          cell: ({ agreement }) => (
            <>
              {agreement.parties.length === 0 ? (
                <span className="muted">{c('agreement.lead.noParties')}</span>
              ) : (
                <PartyLinks ids={agreement.parties} />
              )}
              <span className="small block-line">
                <Nodes ids={agreement.nodes} />
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

/** Challenges that a list of an agreement names before it counts the rest. */
const fewNodes = 2;

function Nodes({ ids }: { ids: readonly string[] }) {
  const { t, count } = useWords();
  return (
    <ul className="inline-list">
      {ids.slice(0, fewNodes).map((id) => (
        <li key={id}>
          <NodeLink id={id} />
        </li>
      ))}
      {ids.length > fewNodes && <li>{t('conflict.more', { n: count(ids.length - fewNodes) })}</li>}
    </ul>
  );
}

/** What comes in the next twelve months, by day; expected figures are folded, since there are many of them. */
function Coming({ coming }: { coming: AgreementsResponse['coming'] }) {
  const { period, count } = useWords();
  const c = useTexts();
  const promised = coming.filter(({ kind }) => kind !== 'indicator');
  const figures = coming.filter(({ kind }) => kind === 'indicator');
  const lines = (rows: AgreementsResponse['coming']) => (
    <ul className="plain">
      {rows.map(({ kind, id, time, when }) => (
        <li key={`${kind} ${id}`}>
          <span className="figure">
            {when === null ? period(dayOf(time)) : c('agreements.next.by', { when: period(when) })}
          </span>{' '}
          <span className="small">{c(`agreements.next.${kind}`)}</span> <ThingLink kind={kind} id={id} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="block">
      <Heading2>{c('agreements.next')}</Heading2>
      {promised.length === 0 ? <Paragraph>{c('agreements.next.none')}</Paragraph> : lines(promised)}
      {figures.length > 0 && (
        <details>
          <summary>{c('agreements.next.figures', { n: count(figures.length) })}</summary>
          {lines(figures)}
        </details>
      )}
      <p className="small">{c('agreements.next.note')}</p>
    </section>
  );
}

/** Whether nobody said anything of an agreement for a year, or of none knows when. */
const isSilent = ({ term, silentMonths }: Row): boolean =>
  term !== 'done' && (silentMonths === null || silentMonths >= silentFrom);

/** What is late, what comes and what nobody speaks of, in a few sentences. */
function Lead({ rows }: { rows: readonly Row[] }) {
  const { count } = useWords();
  const c = useTexts();
  const n = (fits: (row: Row) => boolean) => rows.filter(fits).length;
  const late = n(({ term }) => term === 'late');
  const passed = n(({ term }) => term === 'passed');
  const soon = n(({ term }) => term === 'soon');
  const silent = n(isSilent);
  const done = n(({ term }) => term === 'done');
  return (
    <p className="lead">
      {[
        c('agreements.lead', { n: count(rows.length), done: count(done) }),
        late === 0 ? c('agreements.lead.notLate') : c('agreements.lead.late', { n: count(late) }),
        ...(passed === 0 ? [] : [c('agreements.lead.passed', { n: count(passed) })]),
        ...(soon === 0 ? [] : [c('agreements.lead.soon', { n: count(soon) })]),
        ...(silent === 0 ? [] : [c('agreements.lead.silent', { n: count(silent) })]),
      ].join(' ')}
    </p>
  );
}

/** The groups in which the list is shown, the most urgent first. */
function groupsOf(rows: readonly Row[]) {
  const urgent = rows.filter(({ term }) => term === 'late' || term === 'passed' || term === 'soon');
  const rest = rows.filter((row) => !urgent.includes(row) && row.term !== 'done');
  return [
    { key: 'urgent', rows: urgent },
    { key: 'silent', rows: rest.filter(isSilent) },
    { key: 'running', rows: rest.filter((row) => !isSilent(row)) },
  ] as const;
}

/** Commitments of the text itself, with what followed. */
function Commitments({ commitments }: { commitments: AgreementsResponse['commitments'] }) {
  const { tx, period } = useWords();
  const c = useTexts();
  const { agreementById } = useAgenda();
  if (commitments.length === 0) return null;
  return (
    <section className="block">
      <Heading2>{c('commitments')}</Heading2>
      <DataTable
        caption={c('commitments')}
        hideCaption
        stacks
        rows={commitments}
        rowKey={({ claim }) => claim.id}
        columns={[
          {
            key: 'what',
            head: c('commitments.what'),
            names: true,
            cell: ({ claim }) => <A to={thingPath('claim', claim.id)}>{tx(claim.text)}</A>,
          },
          {
            key: 'when',
            head: c('commitments.when'),
            cell: ({ claim, passed }) => (
              <>
                {claim.horizon !== undefined && period(claim.horizon)}
                {passed && <span className="small block-line">{c('commitments.passed')}</span>}
              </>
            ),
          },
          {
            key: 'followed',
            head: c('commitments.followed'),
            cell: ({ followedBy }) =>
              followedBy.length === 0 ? (
                <span className="muted">{c('commitments.none')}</span>
              ) : (
                <ul className="plain">
                  {followedBy.map((id) => {
                    const agreement = agreementById.get(id);
                    return (
                      <li key={id}>
                        <ThingLink kind="agreement" id={id} />
                        {agreement !== undefined && (
                          <span className="small block-line">{tx(agreement.status)}</span>
                        )}
                      </li>
                    );
                  })}
                </ul>
              ),
          },
        ]}
      />
      <p className="small">{c('commitments.note')}</p>
    </section>
  );
}

function Loaded({ response }: { response: AgreementsResponse }) {
  const { period, count, to } = useWords();
  const c = useTexts();
  const { agreementById } = useAgenda();
  const [search, setSearch] = useSearchParams();
  const choice: Choice = { party: search.get('partij') ?? '', challenge: search.get('opgave') ?? '' };
  const choose = ({ party, challenge }: Choice): void => {
    const next = new URLSearchParams();
    if (party !== '') next.set('partij', party);
    if (challenge !== '') next.set('opgave', challenge);
    setSearch(next, { replace: true });
  };
  const all = response.agreements.flatMap((row): readonly Row[] => {
    const agreement = agreementById.get(row.id);
    return agreement === undefined ? [] : [{ ...row, agreement }];
  });
  const rows = all.filter((row) => fits(row, choice));
  const done = rows.filter(({ term }) => term === 'done');
  const query = search.toString();
  return (
    <>
      <Lead rows={all} />
      <p className="small">{c('agreements.today', { day: period(response.today) })}</p>
      <Coming coming={response.coming} />
      <section className="block agreements">
        <Heading2>{c('agreements.list')}</Heading2>
        <Filters choice={choice} choose={choose} />
        <Paragraph aria-live="polite">
          {rows.length === 0
            ? c('agreements.none')
            : c('agreements.count', { n: count(rows.length), of: count(all.length) })}{' '}
          {rows.length < all.length && (
            <Button appearance="subtle-button" onClick={() => choose({ party: '', challenge: '' })}>
              {c('agreements.clear')}
            </Button>
          )}
        </Paragraph>
        {groupsOf(rows).map(
          ({ key, rows: group }) =>
            group.length > 0 && (
              <section key={key} className="agreement-group">
                <Heading3>{c(`agreements.group.${key}`)}</Heading3>
                <List rows={group} caption={c(`agreements.group.${key}`)} today={response.today} />
              </section>
            ),
        )}
        {done.length > 0 && (
          <details>
            <summary>{c('agreements.group.done', { n: count(done.length) })}</summary>
            <List
              rows={done}
              caption={c('agreements.group.done', { n: count(done.length) })}
              today={response.today}
            />
          </details>
        )}
        <p>
          <Out href={`${to(downloads.agreementsCsv.path)}${query === '' ? '' : `?${query}`}`} download>
            {c('agreements.csv')}
          </Out>
        </p>
        <p className="small">{c('agreements.honest')}</p>
        <p className="small">{c('agreements.dialogue')}</p>
      </section>
      <Commitments commitments={response.commitments} />
    </>
  );
}

/** Who promised what by when, what is past, and what comes? */
export default function AgreementsPage() {
  const { tx } = useWords();
  const c = useTexts();
  const { value, failing } = useResource(agreementsResource);
  return (
    <Page
      title={tx(pageTitle('agreements'))}
      kicker={c('agreements.question')}
      trail={[{ to: '/', label: tx(pageTitle('home')) }]}
    >
      {value !== null ? (
        <Loaded response={value} />
      ) : failing !== null ? (
        <Failed error={failing} retry={() => void agreementsResource.refresh()} />
      ) : (
        <div className="thing-waiting">
          <Loading />
        </div>
      )}
    </Page>
  );
}
