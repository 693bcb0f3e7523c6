import type { ModelVariable } from '@schaalsprong/wire';
import { Button, Heading2, Paragraph } from '@utrecht/component-library-react';
import { memo, useDeferredValue, useState } from 'react';
import { A } from '../../components/Link.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useWords } from '../../lib/hooks.tsx';

const sectorId = (sector: string): string => `sector-${sector.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

/** Every variable of the model by sector, with a search over names, units and comments. */
export const Equations = memo(function Equations({ variables }: { variables: readonly ModelVariable[] }) {
  const { t, count } = useWords();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).toLowerCase();
  const found = variables.filter((v) => `${v.name} ${v.comment} ${v.units}`.toLowerCase().includes(asked));
  const sectors = [...new Set(found.map((v) => v.sector))];
  return (
    <>
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
    </>
  );
});
