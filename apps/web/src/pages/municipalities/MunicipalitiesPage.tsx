import type { MunicipalityBrief } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { thingPath } from '@schaalsprong/wire/things';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { MunicipalityChooser } from '../../components/MunicipalityChooser.tsx';
import { Page } from '../../components/Page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useNumber, useResource, useWords } from '../../lib/hooks.tsx';
import { MapSlot } from '../map/MapSlot.tsx';
import { courseKey, useHomesNumber } from './homes.ts';
import { municipalitiesResource } from './resources.ts';
import { useTexts } from './texts.ts';

function List({ caption, rows }: { caption: string; rows: readonly MunicipalityBrief[] }) {
  const { period } = useWords();
  const c = useTexts();
  const show = useNumber();
  const homesNumber = useHomesNumber();
  return (
    <DataTable
      caption={caption}
      hideCaption
      stacks
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          head: c('kicker'),
          names: true,
          cell: ({ code, name }) => <A to={thingPath('municipality', code)}>{name}</A>,
        },
        {
          key: 'people',
          head: c('list.people'),
          numeric: true,
          cell: ({ population }) =>
            population === null ? (
              <span className="muted">–</span>
            ) : (
              <>
                {show(population.value, population.unit, { bare: true })}
                <span className="small block-line">{period(population.period)}</span>
              </>
            ),
        },
        {
          key: 'pace',
          head: c('list.pace'),
          numeric: true,
          cell: ({ homes }) =>
            homes?.done == null ? (
              <span className="muted">–</span>
            ) : (
              <>
                {homesNumber(homes.done.perYear)}
                <span className="small block-line">
                  {c('list.years', { from: String(homes.done.from), to: String(homes.done.to) })}
                </span>
              </>
            ),
        },
        {
          key: 'share',
          head: c('list.share'),
          numeric: true,
          cell: ({ homes }) =>
            homes?.share == null ? (
              <span className="muted">{c('share.none')}</span>
            ) : (
              <>
                {homes.agreed
                  ? homesNumber(homes.share.low)
                  : c('share.range', {
                      low: homesNumber(homes.share.low),
                      high: homesNumber(homes.share.high),
                    })}
                <span className="block-line">
                  {homes.agreed ? (
                    <Kind of="stated" word={c('share.agreed')} />
                  ) : (
                    <Kind of="computed" word={c('share.computed')} />
                  )}
                </span>
              </>
            ),
        },
        {
          key: 'course',
          head: c('list.course'),
          cell: ({ homes }) =>
            homes === null ? c('course.unknown') : c(courseKey(homes.course, homes.agreed)),
        },
      ]}
    />
  );
}

/** All municipalities of the region: choose one, or compare their pace. */
export default function MunicipalitiesPage() {
  const { tx, count } = useWords();
  const c = useTexts();
  const { value, failing } = useResource(municipalitiesResource);
  const rows = value?.municipalities ?? [];
  const groups = [
    ...(value?.parts ?? []).map(({ code, name }) => ({
      code: code as string,
      name,
      rows: rows.filter(({ part }) => part === code),
    })),
    { code: '', name: c('list.noPart'), rows: rows.filter(({ part }) => part === null) },
  ].filter((group) => group.rows.length > 0);
  return (
    <Page title={tx(pageTitle('municipalities'))} trail={[{ to: '/', label: tx(pageTitle('home')) }]}>
      {value === null ? (
        failing === null ? (
          <Loading />
        ) : (
          <Failed error={failing} retry={() => void municipalitiesResource.refresh()} />
        )
      ) : (
        <>
          <p className="lead">
            {rows.length === 0 ? c('list.none') : c('list.lead', { n: count(rows.length) })}
          </p>
          <MunicipalityChooser />
          {groups.map((group) => (
            <section key={group.code} className="block">
              <Heading2>{groups.length === 1 ? c('list.all') : group.name}</Heading2>
              <List caption={group.name} rows={group.rows} />
            </section>
          ))}
          {rows.length > 0 && <Paragraph className="small">{c('list.note')}</Paragraph>}
          <MapSlot place="monitor" />
        </>
      )}
    </Page>
  );
}
