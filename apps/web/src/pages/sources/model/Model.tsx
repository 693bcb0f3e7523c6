import { Button, Heading2, Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useState } from 'react';
import type { SourcesResponse } from '../../../api.ts';
import { Kind } from '../../../components/Kind.tsx';
import { A, Out } from '../../../components/Link.tsx';
import { Page } from '../../../components/Page.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { DataTable } from '../../../components/Table.tsx';
import { useWords } from '../../../lib/hooks.tsx';
import { Laboratory } from './Laboratory.tsx';
import { Loops } from './Loops.tsx';
import { useRegionModel } from './region.tsx';
import { ModelState } from './states.tsx';

const sectorId = (sector: string): string => `sector-${sector.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

/** Every variable of the model by sector, what happens when a lever moves, and the loops that drive it. */
export function Model({ sources }: { sources: SourcesResponse }) {
  const { t, count } = useWords();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).toLowerCase();
  const region = useRegionModel(sources);
  const { variables, time, file, hash } = sources.model;
  const found = variables.filter((v) => `${v.name} ${v.comment} ${v.units}`.toLowerCase().includes(asked));
  const sectors = [...new Set(found.map((v) => v.sector))];
  return (
    <Page title={t('model.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>
        {t('model.lead', { start: String(time.start), stop: String(time.stop) })} {t('model.language')}{' '}
        <Kind of="computed" />
      </Paragraph>
      <p className="small">
        {t('model.file', { file, hash: hash.slice(0, 12) })}{' '}
        <Out href="/bronnen/model.mdl">{t('model.download')}</Out>{' '}
        <A to="/bronnen/eigen-model">{t('model.own.link')}</A>
      </p>
      <section className="block">
        <Heading2>{t('lab.title')}</Heading2>
        <ModelState state={region.state}>{() => <Laboratory region={region} />}</ModelState>
      </section>
      <section className="block">
        <Heading2>{t('model.equations')}</Heading2>
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
      </section>
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
      <section className="block">
        <Heading2>{t('model.loops.title')}</Heading2>
        <Paragraph>{t('model.loops.lead')}</Paragraph>
        <ModelState state={region.state}>
          {({ reading }) => (
            <Loops
              loops={reading.stockLoops.filter((loop) => loop.variables.length > 1)}
              addressOf={region.addressOf}
            />
          )}
        </ModelState>
      </section>
    </Page>
  );
}
