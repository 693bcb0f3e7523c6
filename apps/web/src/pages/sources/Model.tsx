import { Button, Heading2, Paragraph } from '@utrecht/component-library-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useParams } from 'react-router';
import type { ModelVariable, SourcesResponse } from '../../api.ts';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { DataTable } from '../../components/Table.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { useAgenda, useNames, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';

const kinds: Readonly<Record<string, TextKey>> = {
  constant: 'model.kind.constant',
  auxiliary: 'model.kind.auxiliary',
  stock: 'model.kind.stock',
  lookup: 'model.kind.lookup',
  data: 'model.kind.data',
};

const sectorId = (sector: string): string => `sector-${sector.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

/** Every variable of the model by sector. */
export function Model({ sources }: { sources: SourcesResponse }) {
  const { t, count } = useWords();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).toLowerCase();
  const { variables, time, file, hash } = sources.model;
  const found = variables.filter((v) => `${v.name} ${v.comment} ${v.units}`.toLowerCase().includes(asked));
  const sectors = [...new Set(found.map((v) => v.sector))];
  return (
    <Page title={t('model.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>
        {t('model.lead', { start: String(time.start), stop: String(time.stop) })} {t('model.language')}{' '}
        <Kind of="computed" />
      </Paragraph>
      <p className="small">{t('model.file', { file, hash: hash.slice(0, 12) })}</p>
      <search className="filters">
        <SearchField label={t('model.filter')} value={question} onSearch={setQuestion} />
      </search>
      <p role="status" className="small">
        {t('model.filter.count', { n: count(found.length), of: count(variables.length) })}
      </p>
      {found.length === 0 && (
        <Paragraph>
          {t('model.filter.none')}{' '}
          <Button appearance="subtle-button" onClick={() => setQuestion('')}>
            {t('claims.filter.clear')}
          </Button>
        </Paragraph>
      )}
      {sectors.length > 1 && (
        <p className="jump">
          {t('model.sector')}:{' '}
          {sectors.map((sector) => (
            <a key={sector} className="utrecht-link" href={`#${sectorId(sector)}`} lang="en">
              {sector}
            </a>
          ))}
        </p>
      )}
      {sectors.map((sector) => (
        <section key={sector} className="block">
          <Heading2 id={sectorId(sector)} lang="en">
            {sector}
          </Heading2>
          <DataTable
            caption={sector}
            hideCaption
            stacks
            rows={found.filter((v) => v.sector === sector)}
            rowKey={(v) => v.id}
            columns={[
              {
                key: 'name',
                head: t('model.column.name'),
                names: true,
                cell: (v) => (
                  <A to={`/bronnen/model/${v.id}`} lang="en">
                    {v.name}
                  </A>
                ),
              },
              { key: 'units', head: t('model.column.units'), cell: (v) => <span lang="en">{v.units}</span> },
              {
                key: 'comment',
                head: t('model.column.comment'),
                cell: (v) => <span lang="en">{v.comment}</span>,
              },
            ]}
          />
        </section>
      ))}
    </Page>
  );
}

function VariableLinks({ ids, all }: { ids: readonly string[]; all: readonly ModelVariable[] }) {
  const { t } = useWords();
  if (ids.length === 0) return t('model.uses.none');
  return (
    <ul className="inline-list" lang="en">
      {ids.map((other) => (
        <li key={other}>
          <A to={`/bronnen/model/${other}`}>{all.find((v) => v.id === other)?.name ?? other}</A>
        </li>
      ))}
    </ul>
  );
}

/** One equation at its own address. */
export function VariablePage({ sources }: { sources: SourcesResponse }) {
  const { id = '' } = useParams();
  const { t, tx, list } = useWords();
  const agenda = useAgenda();
  const names = useNames();
  const all = sources.model.variables;
  const variable = all.find((v) => v.id === id);
  if (variable === undefined) return <NotFound />;
  const outcomes: { readonly key: string; readonly node: ReactNode }[] = variable.outcomes.flatMap(
    (outcome) => {
      const targets = agenda.targets.filter((target) => target.outcome === outcome);
      const known = agenda.outcomeById.get(outcome);
      if (targets.length === 0)
        return [{ key: outcome, node: known === undefined ? outcome : tx(known.title) }];
      return targets.map((target): { key: string; node: ReactNode } => ({
        key: target.id,
        node: <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>,
      }));
    },
  );
  return (
    <Page
      title={variable.name}
      kicker={t('model.kicker')}
      trail={[
        { to: '/bronnen', label: t('sources.title') },
        { to: '/bronnen/model', label: t('sources.nav.model') },
      ]}
    >
      <p lang="en">{variable.comment}</p>
      <pre className="equation" lang="en">
        {variable.equation}
      </pre>
      <dl className="about">
        <Row label={t('model.units')} lang="en">
          {variable.units}
        </Row>
        <Row label={t('model.kind')}>{t(kinds[variable.kind] ?? 'model.kind.other')}</Row>
        <Row label={t('model.sector')} lang="en">
          {variable.sector}
        </Row>
        {variable.subscripts.length > 0 && (
          <Row label={t('model.subscripts')} lang="en">
            {variable.subscripts
              .map((name) => `${name} (${(sources.model.dimensions[name] ?? []).join(', ')})`)
              .join('; ')}
          </Row>
        )}
        <Row label={t('model.line')} className="figure">
          {variable.line}
        </Row>
        <Row label={t('model.uses')}>
          <VariableLinks ids={variable.uses} all={all} />
        </Row>
        <Row label={t('model.usedBy')}>
          <VariableLinks ids={variable.usedBy} all={all} />
        </Row>
        {variable.uncertainties.length > 0 && (
          <Row label={t('model.links.uncertainties')}>
            <ul className="plain">
              {variable.uncertainties.map((u) => {
                const known = sources.uncertainties.find((other) => other.id === u);
                return (
                  <li key={u}>
                    <A to={`/bronnen/aannamen/${u}`}>{known === undefined ? u : tx(known.title)}</A>
                  </li>
                );
              })}
            </ul>
          </Row>
        )}
        {variable.measures.length > 0 && (
          <Row label={t('model.links.measures')}>{list(variable.measures.map(names.measure))}</Row>
        )}
        {outcomes.length > 0 && (
          <Row label={t('model.links.outcomes')}>
            <ul className="plain">
              {outcomes.map((outcome) => (
                <li key={outcome.key}>{outcome.node}</li>
              ))}
            </ul>
          </Row>
        )}
      </dl>
    </Page>
  );
}
