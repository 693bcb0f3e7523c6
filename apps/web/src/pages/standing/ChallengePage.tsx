import { payersOf } from '@schaalsprong/agenda/links';
import type { Agreement, Measure, SourcesResponse, Target } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { useParams } from 'react-router';
import { AgreementState, byUrgency } from '../../components/AgreementState.tsx';
import { Cost } from '../../components/Cost.tsx';
import { Kind, kindOfSource, kindOfStatus } from '../../components/Kind.tsx';
import { OfficialNames } from '../../components/OfficialNames.tsx';
import { Page } from '../../components/Page.tsx';
import { entriesOf, RegisterEntries } from '../../components/RegisterEntries.tsx';
import { SourceName, WithSources } from '../../components/Sources.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { DataTable, FoldedTable } from '../../components/Table.tsx';
import { Filled, PartyLinks, slot, ThingLink } from '../../components/Things.tsx';
import { useTargetColumns } from '../../components/target-columns.tsx';
import { pageOfLine, targetsOfChallenge } from '../../lib/agenda.ts';
import { useAgenda, useNumber, useStanding, useWords } from '../../lib/hooks.tsx';
import { type Status, statusOf, weakest } from '../../lib/standing.ts';
import { endOf } from '../../lib/time.ts';
import { NotFound } from '../NotFound.tsx';

function Targets({ own, touched }: { own: readonly Target[]; touched: readonly Target[] }) {
  const { t } = useWords();
  const columns = useTargetColumns((target) => (touched.includes(target) ? t('challenge.touched') : null));
  const rows = [...own, ...touched];
  return (
    <section className="block">
      <Heading2>{t('challenge.targets')}</Heading2>
      {rows.length === 0 ? (
        <Paragraph>{t('challenge.targets.none')}</Paragraph>
      ) : (
        <DataTable
          caption={t('challenge.targets')}
          hideCaption
          stacks
          rows={rows}
          rowKey={(target) => target.id}
          columns={columns}
        />
      )}
    </section>
  );
}

function Measures({ measures, sources }: { measures: readonly Measure[]; sources: SourcesResponse }) {
  const { t, tx } = useWords();
  const show = useNumber();
  return (
    <section className="block">
      <Heading2>{t('challenge.measures')}</Heading2>
      {measures.length === 0 ? (
        <Paragraph>{t('challenge.measures.none')}</Paragraph>
      ) : (
        <>
          <DataTable
            caption={t('challenge.measures')}
            hideCaption
            stacks
            rows={measures}
            rowKey={(measure) => measure.id}
            columns={[
              {
                key: 'title',
                head: t('challenge.measure'),
                names: true,
                cell: (measure) => (
                  <>
                    <ThingLink kind="measure" id={measure.id} />
                    {measure.summary !== undefined && (
                      <span className="small block-line">{tx(measure.summary)}</span>
                    )}
                  </>
                ),
              },
              {
                key: 'owner',
                head: t('challenge.owner'),
                cell: (measure) => (
                  <>
                    <ThingLink kind="party" id={measure.owner} />{' '}
                    <Kind of={kindOfSource(measure.ownerSource)} />
                    {measure.partners.length > 0 && (
                      <span className="small block-line">
                        <Filled
                          text={t('challenge.partners', { list: slot })}
                          by={<PartyLinks ids={measure.partners} />}
                        />
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'cost',
                head: t('challenge.cost'),
                numeric: true,
                cell: (measure) => (
                  <Cost measure={measure} sources={sources.sources} none={t('challenge.cost.none')} />
                ),
              },
              {
                key: 'lead',
                head: t('challenge.lead'),
                numeric: true,
                cell: ({ leadTimeYears }) =>
                  leadTimeYears === null ? (
                    <span className="muted">{t('challenge.lead.none')}</span>
                  ) : (
                    <>
                      {show(leadTimeYears.value, 'years', { precise: true })}{' '}
                      <Kind of={kindOfSource(leadTimeYears.source)} />
                    </>
                  ),
              },
            ]}
          />
          <p className="small">{t('challenge.measures.reading')}</p>
        </>
      )}
    </section>
  );
}

function Agreements({ agreements, sources }: { agreements: readonly Agreement[]; sources: SourcesResponse }) {
  const { t, tx, period, count } = useWords();
  const show = useNumber();
  const day = new Date().toISOString().slice(0, 10);
  return (
    <section className="block">
      <Heading2>{t('challenge.agreements')}</Heading2>
      {agreements.length === 0 ? (
        <Paragraph>{t('challenge.agreements.none')}</Paragraph>
      ) : (
        <FoldedTable
          caption={t('challenge.agreements')}
          hideCaption
          stacks
          more={(n) => t('challenge.agreements.more', { n: count(n) })}
          rows={byUrgency(agreements, day)}
          rowKey={(agreement) => agreement.id}
          columns={[
            {
              key: 'title',
              head: t('challenge.agreement'),
              names: true,
              cell: (agreement) => (
                <>
                  <ThingLink kind="agreement" id={agreement.id} />
                  {agreement.parties.length > 0 && (
                    <span className="small block-line">
                      <PartyLinks ids={agreement.parties} />
                    </span>
                  )}
                  {agreement.note !== undefined && (
                    <span className="small block-line">{tx(agreement.note)}</span>
                  )}
                </>
              ),
            },
            { key: 'date', head: t('challenge.date'), cell: (agreement) => period(agreement.date) },
            {
              key: 'status',
              head: t('challenge.status'),
              cell: (agreement) => <AgreementState agreement={agreement} day={day} />,
            },
            {
              key: 'amount',
              head: t('challenge.amount'),
              numeric: true,
              cell: (agreement) =>
                agreement.amount === null ? (
                  <span className="muted">{t('challenge.amount.none')}</span>
                ) : (
                  show(agreement.amount, 'eur', { precise: true })
                ),
            },
            {
              key: 'source',
              head: t('challenge.source'),
              cell: (agreement) => <SourceName text={agreement.source} sources={sources.sources} />,
            },
          ]}
        />
      )}
    </section>
  );
}

function Money({ challenge, sources }: { challenge: string; sources: SourcesResponse }) {
  const { t, tx, count } = useWords();
  const show = useNumber();
  const agenda = useAgenda();
  const payers = (payer: string) =>
    payer === 'unknown' ? t('challenge.money.unknown') : <PartyLinks ids={payersOf(payer)} />;
  const entries = agenda.registers.flatMap((register) => entriesOf(register, challenge));
  const money = entries.flatMap((entry) =>
    entry.money.map((item, i) => ({ entry, item, key: `${entry.id} ${i}` })),
  );
  return (
    <>
      <section className="block">
        <Heading2>{t('challenge.money')}</Heading2>
        {money.length === 0 ? (
          <Paragraph>{t('challenge.money.none')}</Paragraph>
        ) : (
          <>
            <FoldedTable
              caption={t('challenge.money')}
              hideCaption
              stacks
              more={(n) => t('challenge.money.more', { n: count(n) })}
              rows={money}
              rowKey={(row) => row.key}
              columns={[
                {
                  key: 'item',
                  head: t('challenge.money.item'),
                  names: true,
                  cell: ({ entry, item }) => (
                    <>
                      {tx(item.item)}
                      <span className="small block-line">
                        <ThingLink kind={entry.kind} id={entry.id} />
                      </span>
                    </>
                  ),
                },
                {
                  key: 'payer',
                  head: t('challenge.money.payer'),
                  cell: ({ item }) => payers(item.payer),
                },
                {
                  key: 'amount',
                  head: t('challenge.amount'),
                  numeric: true,
                  cell: ({ item }) => (
                    <>
                      {show(item.amount, item.unit, { precise: true })}{' '}
                      <Kind of={kindOfStatus(item.status)} word={t(`money.${item.status}`)} />
                    </>
                  ),
                },
                {
                  key: 'source',
                  head: t('challenge.source'),
                  cell: ({ item }) => <SourceName text={item.source} sources={sources.sources} />,
                },
              ]}
            />
            <p className="small">{t('challenge.money.note')}</p>
          </>
        )}
      </section>
      {entries.length > 0 && (
        <section className="block">
          <Heading2>{t('challenge.registers')}</Heading2>
          <RegisterEntries node={challenge} sources={sources} />
        </section>
      )}
    </>
  );
}

/** Today as a year with its fraction, by month. */
function yearNow(): number {
  const now = new Date();
  return now.getUTCFullYear() + now.getUTCMonth() / 12;
}

/** Dates that lie ahead: of agreements, and of the targets themselves. */
function NextDates({ own, agreements }: { own: readonly Target[]; agreements: readonly Agreement[] }) {
  const { t, tx, period } = useWords();
  const today = yearNow();
  const dates = [
    ...agreements.map((agreement) => ({
      key: agreement.id,
      end: endOf(agreement.due ?? agreement.date),
      when: period(agreement.due ?? agreement.date),
      what: tx(agreement.title),
    })),
    ...own.map((target) => ({
      key: target.id,
      end: endOf(target.horizon),
      when: t('target.horizon', { period: period(target.horizon) }),
      what: tx(target.title),
    })),
  ]
    .filter((date): date is typeof date & { end: number } => date.end !== null && date.end > today)
    .sort((a, b) => a.end - b.end);
  return (
    <section>
      <Heading2>{t('challenge.dates')}</Heading2>
      {dates.length === 0 ? (
        <Paragraph>{t('challenge.dates.none')}</Paragraph>
      ) : (
        <ul className="plain">
          {dates.map((date) => (
            <li key={date.key}>
              <span className="figure">{date.when}</span>: {date.what}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How the computed targets of the challenge stand, in one sentence. */
function Sentence({ statuses }: { statuses: readonly Status[] }) {
  const { t, list, count } = useWords();
  const { detail } = useStanding();
  if (detail === null) return <p className="lead lead--waiting">{t('target.sentence.pending')}</p>;
  const tally = (['most', 'some', 'few'] as const).flatMap((status) => {
    const n = statuses.filter((other) => other === status).length;
    return n === 0 ? [] : [{ status: t(`status.${status}`), n }];
  });
  const [first] = tally;
  const all = tally.reduce((sum, { n }) => sum + n, 0);
  const sentence = () => {
    if (first === undefined) return t('challenge.sentence.none');
    if (all === 1) return t('challenge.sentence.one', { status: first.status });
    if (first.n === all) return t('challenge.sentence.all', { n: count(all), status: first.status });
    return t('challenge.sentence', {
      n: count(all),
      list: list(tally.map(({ n, status }) => `${count(n)} ${status}`)),
    });
  };
  return <p className="lead">{sentence()}</p>;
}

/** Is this task on course, and who must do what? */
export default function ChallengePage() {
  const { id = '' } = useParams();
  const { t, tx, place } = useWords();
  const agenda = useAgenda();
  const standing = useStanding();
  const node = agenda.nodeById.get(id);
  if (node === undefined || node.level !== 'challenge') return <NotFound />;
  const { own, touched } = targetsOfChallenge(agenda, id);
  const statuses = own.map((target) => statusOf(target, standing.of(target.id)));
  const measures = agenda.measures.filter((measure) => measure.nodes.some((other) => other === id));
  // The newest first: what was last agreed is what counts.
  const agreements = agenda.agreements
    .filter((agreement) => agreement.nodes.some((other) => other === id))
    .toSorted((a, b) => b.date.localeCompare(a.date));
  return (
    <Page
      title={tx(node.title)}
      kicker={t('challenge.kicker', { number: node.number ?? '' })}
      trail={[{ to: '/', label: tx(pageTitle('home')) }]}
    >
      <Sentence statuses={statuses} />
      <p className="challenge__line">
        <StatusMark status={own.length === 0 ? 'unknown' : weakest(statuses)} />
        <span>
          <strong>{t('challenge.owners')}:</strong>{' '}
          {node.owners.length === 0 ? t('challenge.owners.none') : <PartyLinks ids={node.owners} />}
        </span>
        <span>
          <strong>{t('challenge.place')}:</strong>{' '}
          {node.places.map((lines) => place(lines, pageOfLine(agenda, lines.from))).join('; ')}
        </span>
      </p>
      <OfficialNames node={node} />
      {node.summary !== undefined && <Paragraph>{tx(node.summary)}</Paragraph>}
      <Targets own={own} touched={touched} />
      <WithSources>
        {(sources) => (
          <>
            <Measures measures={measures} sources={sources} />
            <Agreements agreements={agreements} sources={sources} />
            <Money challenge={id} sources={sources} />
          </>
        )}
      </WithSources>
      <div className="two">
        <NextDates own={own} agreements={agreements} />
        <section>
          <Heading2>{t('challenge.lastWord')}</Heading2>
          <Paragraph>{t('challenge.lastWord.none')}</Paragraph>
        </section>
      </div>
    </Page>
  );
}
