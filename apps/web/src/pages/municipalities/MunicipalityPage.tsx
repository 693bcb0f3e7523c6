import type { MunicipalityResponse, ThingResponse } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { thingPath } from '@schaalsprong/wire/things';
import { Paragraph } from '@utrecht/component-library-react';
import { useParams } from 'react-router';
import { FigureKind } from '../../components/FigureKind.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { DataTable } from '../../components/Table.tsx';
import { ThingLink } from '../../components/Things.tsx';
import { useAgenda, useNumber, useResource, useStanding, useWords } from '../../lib/hooks.tsx';
import { MapSlot } from '../map/MapSlot.tsx';
import { NotFound } from '../NotFound.tsx';
import { Asked, AskedLead, useAsked } from '../things/asked.tsx';
import { Part } from '../things/layout.tsx';
import { ClaimsPart, EntryList } from '../things/parts.tsx';
import { thingResource } from '../things/resources.ts';
import { FigureNote } from './FigureNote.tsx';
import { Ages, BesideMiddle, Figures } from './Figures.tsx';
import '../things/things.css';
import { Pace, PaceLead } from './Pace.tsx';
import { PartOfRegion } from './PartOfRegion.tsx';
import { municipalityResource } from './resources.ts';
import { useTexts } from './texts.ts';

/** What is tied to a municipality as an area and to its government as a party, together. */
function joined(one: ThingResponse, other: ThingResponse | null): ThingResponse {
  if (other === null) return one;
  const once = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] => [
    ...new Map(things.map((thing) => [thing.id, thing])).values(),
  ];
  return {
    ...one,
    names: [...one.names, ...other.names],
    // That its government lies in it is no news here.
    namedBy: [...one.namedBy.filter(({ id }) => id !== other.id), ...other.namedBy],
    claims: once([...one.claims, ...other.claims]),
    // A municipality stands in one list of all, whose lines say nothing of it in particular.
    sameLines: [],
    sources: once([...one.sources, ...other.sources]),
  };
}

/** Measures, agreements, projects and money in its name, and what lies in it. */
function AskedOf({ municipality, thing }: { municipality: MunicipalityResponse; thing: ThingResponse }) {
  const c = useTexts();
  const agenda = useAgenda();
  const asked = useAsked(municipality.party ?? '');
  const party = municipality.party === null ? undefined : agenda.partyById.get(municipality.party);
  const lying = agenda.registers
    .flatMap(({ entries }) => entries)
    .filter(({ area }) => area === municipality.code);
  const entries = [...asked.entries, ...lying.filter((entry) => !asked.entries.includes(entry))];
  const isNothing =
    Object.values({ ...asked, entries }).every((list) => list.length === 0) && thing.claims.length === 0;
  return (
    <Part title={c('asked.title')}>
      {isNothing ? (
        <Paragraph>{c('asked.none')}</Paragraph>
      ) : party === undefined ? (
        <>
          <EntryList entries={entries} />
          <ClaimsPart thing={thing} />
        </>
      ) : (
        <>
          <Paragraph>
            <AskedLead asked={asked} />
          </Paragraph>
          <Asked party={party} thing={thing} asked={{ ...asked, entries }} />
        </>
      )}
      <Paragraph>
        {c('asked.region')} <A to="/afspraken">{c('asked.region.link')}</A>
      </Paragraph>
    </Part>
  );
}

function Mentions({ mentions }: Pick<MunicipalityResponse, 'mentions'>) {
  const { tx } = useWords();
  const c = useTexts();
  if (mentions.length === 0) return null;
  return (
    <Part title={c('mentions.title')}>
      <p className="small">{c('mentions.note')}</p>
      <ul className="plain">
        {mentions.map(({ kind, id, title }) => (
          <li key={`${kind} ${id}`}>
            <ThingLink kind={kind} id={id}>
              {tx(title)}
            </ThingLink>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What holds back the homes of the whole region: the model does not know it per municipality. */
function Limits({ target }: { target: string }) {
  const { share } = useWords();
  const c = useTexts();
  const binding = useStanding().of(target)?.binding ?? [];
  const rows = binding.filter((one) => one.share >= 0.005);
  return (
    <Part title={c('limits.title')}>
      <Paragraph>
        {c('limits.note')} <ThingLink kind="target" id={target} />
      </Paragraph>
      {rows.length === 0 ? (
        <Paragraph>{c('limits.none')}</Paragraph>
      ) : (
        <DataTable
          caption={c('limits.title')}
          hideCaption
          rows={rows}
          rowKey={({ constraint }) => constraint}
          columns={[
            {
              key: 'what',
              head: c('limits.what'),
              names: true,
              cell: ({ constraint }) => <ThingLink kind="constraint" id={constraint} />,
            },
            {
              key: 'share',
              head: c('limits.share'),
              numeric: true,
              cell: (row) => share(row.share),
            },
          ]}
        />
      )}
    </Part>
  );
}

function Others({
  others,
  sources,
}: Pick<MunicipalityResponse, 'others'> & { sources: ThingResponse['sources'] }) {
  const { tx, period } = useWords();
  const c = useTexts();
  const show = useNumber();
  if (others.length === 0) return null;
  return (
    <Part title={c('others.title')}>
      <p className="small">{c('others.note')}</p>
      <DataTable
        caption={c('others.title')}
        hideCaption
        stacks
        rows={others}
        rowKey={({ series }) => series}
        columns={[
          {
            key: 'what',
            head: c('others.what'),
            names: true,
            cell: ({ title, figure }) => (
              <>
                {tx(title)}
                <span className="small block-line">
                  <FigureNote figure={figure} />
                </span>
              </>
            ),
          },
          {
            key: 'value',
            head: c('others.value'),
            numeric: true,
            cell: ({ figure }) => (
              <>
                {show(figure.value, figure.unit, { precise: true })}
                <span className="small block-line">
                  {period(figure.period)} <FigureKind fact={figure} />
                </span>
              </>
            ),
          },
          {
            key: 'source',
            head: c('others.source'),
            cell: ({ figure }) => <SourceName text={figure.source} sources={sources} />,
          },
        ]}
      />
    </Part>
  );
}

/** What is not known of this municipality: what the content says, and what follows from the figures. */
function NotKnown({ municipality }: { municipality: MunicipalityResponse }) {
  const { tx, list } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const { homes, missing, name, unknowns } = municipality;
  const titles = missing.flatMap((id) => {
    const found = agenda.indicatorById.get(id);
    return found === undefined ? [] : [tx(found.title)];
  });
  const found = agenda.unknowns.filter(({ id }) => unknowns.includes(id));
  return (
    <Part title={c('unknown.title', { name })}>
      <ul>
        {homes?.done != null && homes.done.to < homes.to && (
          <li>{c('unknown.before', { to: String(homes.done.to) })}</li>
        )}
        {homes !== null && homes.share?.kind !== 'agreed' && <li>{c('unknown.share')}</li>}
        <li>{c('unknown.model')}</li>
        {titles.length > 0 && <li>{c('unknown.missing', { list: list(titles) })}</li>}
        {found.map(({ id, text, where }) => (
          <li key={id}>
            <A to={`/bronnen/onbekend#${encodeURIComponent(id)}`}>{tx(text)}</A>
            {where !== undefined && (
              <span className="small block-line">{c('unknown.where', { where: tx(where) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Whole({ municipality, thing }: { municipality: MunicipalityResponse; thing: ThingResponse }) {
  const { homes, figures, name } = municipality;
  const price = figures.find(({ first, middle }) => first && middle.length > 1);
  return (
    <>
      <Pace municipality={municipality} sources={thing.sources} />
      <Figures municipality={municipality} sources={thing.sources} />
      {price !== undefined && <BesideMiddle figure={price} name={name} />}
      <MapSlot place="municipality" own={municipality.code} />
      <Ages ages={municipality.ages} />
      <AskedOf municipality={municipality} thing={thing} />
      <Mentions mentions={municipality.mentions} />
      <PartOfRegion municipality={municipality} />
      {homes !== null && <Limits target={homes.target} />}
      <Others others={municipality.others} sources={thing.sources} />
      <NotKnown municipality={municipality} />
    </>
  );
}

/** Fetches what names this municipality, as an area and as a party. */
function WithLinks({ municipality }: { municipality: MunicipalityResponse }) {
  const area = useResource(thingResource('area', municipality.code));
  // Without a government in the registers the area says it all.
  const party = useResource(
    municipality.party === null
      ? thingResource('area', municipality.code)
      : thingResource('party', municipality.party),
  );
  const error = area.failing ?? party.failing;
  if (area.value !== null && party.value !== null) {
    return <Whole municipality={municipality} thing={joined(area.value, party.value)} />;
  }
  return error === null ? (
    <div className="thing-waiting">
      <Loading />
    </div>
  ) : (
    <Failed error={error} retry={() => void thingResource('area', municipality.code).refresh()} />
  );
}

/** Is my town on course, and what is known and asked of it? */
export default function MunicipalityPage() {
  const { id = '' } = useParams();
  const { tx } = useWords();
  const c = useTexts();
  const { areas } = useAgenda();
  const area = areas.find(({ code }) => code === id);
  const part = areas.find(({ code }) => code === area?.parent);
  const resource = municipalityResource(id);
  const { value, failing } = useResource(resource);
  if (area?.kind !== 'municipality' || area.joined_into !== '') return <NotFound />;
  return (
    <Page
      title={area.name}
      kicker={part?.kind === 'subregion' ? c('kicker.part', { part: part.name }) : c('kicker')}
      trail={[
        { to: '/', label: tx(pageTitle('home')) },
        { to: thingPath('municipality', '').slice(0, -1), label: tx(pageTitle('municipalities')) },
      ]}
    >
      {value === null ? (
        failing === null ? (
          <div className="thing-waiting">
            <Loading />
          </div>
        ) : (
          <Failed error={failing} retry={() => void resource.refresh()} />
        )
      ) : (
        <>
          <p className="lead">
            <PaceLead name={area.name} homes={value.homes} />
          </p>
          <WithLinks municipality={value} />
        </>
      )}
    </Page>
  );
}
