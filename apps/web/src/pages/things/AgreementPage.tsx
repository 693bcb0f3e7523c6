import type { Agreement, ThingResponse } from '@schaalsprong/wire';
import { Paragraph } from '@utrecht/component-library-react';
import { useParams } from 'react-router';
import { AgreementState } from '../../components/AgreementState.tsx';
import { Row } from '../../components/Row.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { NodeLink, PartyLinks } from '../../components/Things.tsx';
import { useAgenda, useNames, useNumber, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';
import { Part, ThingPage } from './layout.tsx';
import { ClaimsPart, idsIn, LinksPart, MeasuresTable, nodeKinds, TargetsOfClaims } from './parts.tsx';
import { useTexts } from './texts.ts';

function Below({ agreement, thing }: { agreement: Agreement; thing: ThingResponse }) {
  const { tx, period } = useWords();
  const c = useTexts();
  const show = useNumber();
  const agenda = useAgenda();
  const { amount, due, nodes, note, parties, partiesNote, source } = agreement;
  const carries = idsIn(thing.namedBy, 'measure');
  const measures = agenda.measures.filter(({ id }) => carries.includes(id));
  return (
    <>
      <dl className="about">
        <Row label={c('agreement.state')}>
          <AgreementState agreement={agreement} day={thing.today} />
        </Row>
        <Row label={c('agreement.due')}>{due === null ? c('agreement.due.none') : period(due)}</Row>
        <Row label={c('agreement.date')}>{period(agreement.date)}</Row>
        <Row label={c('agreement.parties')}>
          {parties.length > 0 ? <PartyLinks ids={parties} /> : c('agreement.lead.noParties')}
          {partiesNote !== undefined && (
            <span className="small block-line" lang="en">
              {partiesNote}
            </span>
          )}
        </Row>
        <Row label={c('agreement.amount')}>
          {amount === null ? c('agreement.amount.none') : show(amount, 'eur', { precise: true })}
          {note !== undefined && <span className="small block-line">{tx(note)}</span>}
        </Row>
        <Row label={c('about.source')}>
          <SourceName text={source} sources={thing.sources} />
        </Row>
      </dl>
      {nodes.length > 0 && (
        <Part title={c('agreement.nodes')}>
          <ul className="plain">
            {nodes.map((node) => (
              <li key={node}>
                <NodeLink id={node} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {measures.length > 0 && (
        <Part title={c('agreement.measures')}>
          <MeasuresTable measures={measures} thing={thing} />
        </Part>
      )}
      <TargetsOfClaims thing={thing} />
      <ClaimsPart thing={thing} />
      <Paragraph>{c('agreements.dialogue')}</Paragraph>
      <LinksPart thing={thing} shown={['party', 'measure', 'claim', ...nodeKinds]} />
    </>
  );
}

/** How it stands by the last word, by when it is due, and whose turn it is. */
function Lead({ agreement }: { agreement: Agreement }) {
  const { tx, period } = useWords();
  const names = useNames();
  const c = useTexts();
  const { due, owner, state, status, statusOn } = agreement;
  return [
    statusOn === null
      ? c('agreement.lead.undated', { status: tx(status) })
      : c('agreement.lead', { status: tx(status), said: period(statusOn) }),
    ...(due === null || state === 'kept' ? [] : [c('agreement.lead.due', { due: period(due) })]),
    ...(owner === null || state === 'kept' ? [] : [c('agreement.lead.owner', { party: names.party(owner) })]),
  ].join(' ');
}

/** What was promised here, by whom, and how does it stand? */
export default function AgreementPage() {
  const { id = '' } = useParams();
  const c = useTexts();
  const agenda = useAgenda();
  const agreement = agenda.agreementById.get(id);
  if (agreement === undefined) return <NotFound />;
  return (
    <ThingPage
      kind="agreement"
      id={id}
      title={agreement.title}
      kicker={c('kind.agreement')}
      lead={<Lead agreement={agreement} />}
    >
      {(thing) => <Below agreement={agreement} thing={thing} />}
    </ThingPage>
  );
}
