import { kindAt } from '@schaalsprong/wire/things';
import { useLocation, useParams } from 'react-router';
import { Kind, kindOfStatus } from '../../components/Kind.tsx';
import { Row } from '../../components/Row.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { Listed, NodeLink, PartyLinks } from '../../components/Things.tsx';
import { splitPath } from '../../i18n/i18n.ts';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';
import { Part, ThingPage } from './layout.tsx';
import {
  AgreementsPart,
  ClaimsPart,
  idsIn,
  LinksPart,
  MoneyTable,
  nodeKinds,
  Places,
  TargetsOfClaims,
} from './parts.tsx';
import { useTexts } from './texts.ts';

/** What is this entry of the registers, who is in it, and what does it cost? */
export default function EntryPage() {
  const { id = '' } = useParams();
  const { t, tx } = useWords();
  const { path } = splitPath(useLocation().pathname);
  const c = useTexts();
  const agenda = useAgenda();
  const entry = agenda.entryById.get(id);
  if (entry === undefined || kindAt(path) !== entry.kind) return <NotFound />;
  const kind = c(`kind.${entry.kind}`);
  // Somebody does a project and pays for it; a document or a technology can do without.
  const isWork = entry.kind === 'project' || entry.kind === 'programme';
  return (
    <ThingPage
      kind={entry.kind}
      id={id}
      title={entry.title}
      kicker={kind}
      lead={entry.summary === undefined ? c('entry.lead', { kind }) : tx(entry.summary)}
      first={
        <dl className="about">
          {entry.parties.length > 0 && (
            <Row label={c('entry.parties')}>
              <PartyLinks ids={entry.parties} />
            </Row>
          )}
          {entry.nodes.length > 0 && (
            <Row label={c('entry.serves')}>
              <Listed>
                {entry.nodes.map((node) => (
                  <NodeLink key={node} id={node} />
                ))}
              </Listed>
              {entry.linkIsReading && <span className="small block-line">{c('entry.serves.reading')}</span>}
            </Row>
          )}
        </dl>
      }
    >
      {(thing) => (
        <>
          {entry.money.length > 0 && (
            <Part title={c('money.title')}>
              <p className="small">{c('money.note')}</p>
              <MoneyTable entry={entry} sources={thing.sources} />
            </Part>
          )}
          {entry.facts.length > 0 && (
            <Part title={c('entry.facts')}>
              <ul className="plain">
                {entry.facts.map((fact) => (
                  <li key={fact.text.en}>
                    {tx(fact.text)} <Kind of={kindOfStatus(fact.status)} word={t(`money.${fact.status}`)} />{' '}
                    <span className="small">
                      <SourceName text={fact.source} sources={thing.sources} />
                    </span>
                  </li>
                ))}
              </ul>
            </Part>
          )}
          <AgreementsPart
            title={c('part.agreements')}
            agreements={agenda.agreements.filter((agreement) =>
              idsIn(thing.namedBy, 'agreement').includes(agreement.id),
            )}
            thing={thing}
          />
          <TargetsOfClaims thing={thing} />
          <ClaimsPart thing={thing} />
          <Part title={c('entry.about')}>
            <dl className="about">
              {isWork && entry.parties.length === 0 && (
                <Row label={c('entry.parties')}>{c('entry.parties.none')}</Row>
              )}
              {isWork && entry.money.length === 0 && <Row label={c('money.title')}>{c('money.none')}</Row>}
              {thing.names
                .filter((link) => link.kind === 'area')
                .map((area) => (
                  <Row key={area.id} label={c('entry.area')}>
                    {tx(area.title)}
                  </Row>
                ))}
              <Row label={c('about.place')}>
                {entry.places.length === 0 ? c('about.place.none') : <Places places={entry.places} />}
              </Row>
              {entry.source !== undefined && (
                <Row label={c('about.source')}>
                  <SourceName text={entry.source} sources={thing.sources} />
                </Row>
              )}
            </dl>
          </Part>
          <LinksPart thing={thing} shown={['party', 'area', 'claim', 'agreement', ...nodeKinds]} />
        </>
      )}
    </ThingPage>
  );
}
