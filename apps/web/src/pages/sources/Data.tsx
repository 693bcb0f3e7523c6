import type { ApiSource, SourcesResponse, SourceUse } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { thingPath } from '@schaalsprong/wire/things';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useState } from 'react';
import { useParams } from 'react-router';
import { Kind } from '../../components/Kind.tsx';
import { A, Out } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { SourceName, shortSource } from '../../components/Sources.tsx';
import { FoldedTable } from '../../components/Table.tsx';
import { allWordsIn } from '../../lib/find.ts';
import { useAgenda, useNames, useStanding, useWords } from '../../lib/hooks.tsx';
import { sourceIn } from '../../lib/source-words.ts';
import { NotFound } from '../NotFound.tsx';
import { useTexts } from './texts.ts';

/** A use of a source, as a link where the thing used has a page. */
function Use({ use, sources }: { use: SourceUse; sources: SourcesResponse }) {
  const { t, tx } = useWords();
  const names = useNames();
  const agenda = useAgenda();
  const { detail } = useStanding();
  switch (use.kind) {
    case 'target':
      return <A to={`/doelen/${use.id}`}>{t('use.target', { name: names.target(use.id) })}</A>;
    case 'uncertainty': {
      const uncertainty = sources.uncertainties.find((u) => u.id === use.id);
      return (
        <A to={`/bronnen/aannamen/${use.id}`}>
          {t('use.uncertainty', { name: uncertainty === undefined ? use.id : tx(uncertainty.title) })}
        </A>
      );
    }
    case 'measure':
      return <A to={thingPath('measure', use.id)}>{t('use.measure', { name: names.measure(use.id) })}</A>;
    case 'party':
      return <A to={thingPath('party', use.id)}>{t('use.party', { name: names.party(use.id) })}</A>;
    case 'agreement': {
      const agreement = agenda.agreementById.get(use.id);
      return (
        <A to={thingPath('agreement', use.id)}>
          {t('use.agreement', { name: agreement === undefined ? use.id : tx(agreement.title) })}
        </A>
      );
    }
    case 'register': {
      const entry = agenda.entryById.get(use.id);
      if (entry === undefined) return t('use.register', { name: use.id });
      return <A to={thingPath(entry.kind, use.id)}>{t('use.register', { name: tx(entry.title) })}</A>;
    }
    case 'area': {
      const area = agenda.areas.find((a) => a.code === use.id);
      return t('use.area', { name: area === undefined ? use.id : area.name });
    }
    case 'history': {
      const check = detail?.assessment.history.find((c) => c.id === use.id);
      return t('use.history', { name: check === undefined ? use.id : tx(check.title) });
    }
    default: {
      const indicator = agenda.indicators.find(({ series }) => series === use.id);
      if (indicator !== undefined) {
        return <A to={`/monitor/${indicator.id}`}>{t(`use.${use.kind}`, { name: tx(indicator.title) })}</A>;
      }
      // A series that no indicator shows has a name in its file only, and that is English.
      return <span lang="en">{use.id.replaceAll('_', ' ')}</span>;
    }
  }
}

const shownUses = 3;

/** Sources that show at once of each sort. */
const shownAtOnce = 12;

function SourceTable({
  rows,
  caption,
  sources,
}: {
  rows: readonly ApiSource[];
  caption: string;
  sources: SourcesResponse;
}) {
  const { t, count } = useWords();
  const s = useTexts();
  return (
    <FoldedTable
      caption={caption}
      hideCaption
      stacks
      first={shownAtOnce}
      more={(n) => s('list.rest', { n: count(n) })}
      rows={rows}
      rowKey={(source) => source.id}
      columns={[
        {
          key: 'source',
          head: t('data.column.source'),
          names: true,
          cell: (source) => <SourceName text={source.text} sources={sources.sources} />,
        },
        {
          key: 'observations',
          head: t('data.column.observations'),
          numeric: true,
          cell: (source) => count(source.observations),
        },
        {
          key: 'uses',
          head: t('data.column.uses'),
          cell: (source) => (
            <ul className="plain">
              {source.uses.slice(0, shownUses).map((use) => (
                <li key={`${use.kind} ${use.id}`}>
                  <Use use={use} sources={sources} />
                </li>
              ))}
              {source.uses.length > shownUses && (
                <li className="small">{t('data.uses.more', { n: count(source.uses.length - shownUses) })}</li>
              )}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** Every source of a figure that is not the agenda itself: those of observed figures, and those that something else names. */
export function Data({ sources }: { sources: SourcesResponse }) {
  const { t, count } = useWords();
  const s = useTexts();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).trim();
  // What carries most numbers goes first.
  const found = sources.sources
    .filter(({ text }) => allWordsIn(asked, [text]))
    .toSorted((a, b) => b.observations - a.observations);
  const sorts = [
    ['data.observed', found.filter(({ observations }) => observations > 0)],
    ['data.named', found.filter(({ observations }) => observations === 0)],
  ] as const;
  return (
    <Page title={t('data.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>
        {t('data.lead')} <Kind of="observed" />
      </Paragraph>
      <search className="filters">
        <SearchField label={s('data.search')} value={question} onSearch={setQuestion} />
      </search>
      <p role="status" className="small">
        {s('list.count', { n: count(found.length), of: count(sources.sources.length) })}
      </p>
      {sorts.map(
        ([sort, rows]) =>
          rows.length > 0 && (
            <section key={sort} className="block">
              <Heading2>
                {s(sort)} ({count(rows.length)})
              </Heading2>
              <SourceTable rows={rows} caption={s(sort)} sources={sources} />
            </section>
          ),
      )}
    </Page>
  );
}

/** One source at its own address. */
export function DataPage({ sources }: { sources: SourcesResponse }) {
  const { id = '' } = useParams();
  const { t, tx, count, lang } = useWords();
  const source = sources.sources.find((s) => s.id === id);
  if (source === undefined) return <NotFound />;
  return (
    <Page
      title={shortSource(sourceIn(source.text, lang).text)}
      kicker={t('data.kicker')}
      trail={[
        { to: '/bronnen', label: t('sources.title') },
        { to: '/bronnen/gegevens', label: tx(pageTitle('data')) },
      ]}
    >
      <Paragraph>
        {t('data.asWritten')} <q lang="en">{source.text}</q>
      </Paragraph>
      <dl className="about">
        <Row label={t('data.address')}>
          {source.address === null ? (
            t('data.address.none')
          ) : (
            <Out href={source.address}>{source.address}</Out>
          )}
        </Row>
        <Row label={t('data.observations')} className="figure">
          {count(source.observations)}
        </Row>
        <Row label={t('data.uses')}>
          {source.uses.length === 0 ? (
            t('data.uses.none')
          ) : (
            <ul className="plain">
              {source.uses.map((use) => (
                <li key={`${use.kind} ${use.id}`}>
                  <Use use={use} sources={sources} />
                </li>
              ))}
            </ul>
          )}
        </Row>
      </dl>
    </Page>
  );
}
