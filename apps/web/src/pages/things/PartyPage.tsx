import { thingPath } from '@schaalsprong/wire/things';
import { Navigate, useParams } from 'react-router';
import { addressOf } from '../../components/Things.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';
import { Asked, AskedLead, useAsked } from './asked.tsx';
import { ThingPage } from './layout.tsx';
import { useTexts } from './texts.ts';

/** What is asked of this party? */
export default function PartyPage() {
  const { id = '' } = useParams();
  const { to } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const asked = useAsked(id);
  const party = agenda.partyById.get(id);
  const address = addressOf(agenda, { kind: 'party', id });
  if (party === undefined) return <NotFound />;
  // What is asked of a municipality stands on its own page, beside its figures.
  if (address !== thingPath('party', id)) return <Navigate to={to(address ?? '/')} replace />;
  return (
    <ThingPage
      kind="party"
      id={id}
      title={party.title}
      kicker={`${c('kind.party')} · ${c(`party.${party.kind}`)}`}
      lead={<AskedLead asked={asked} />}
    >
      {(thing) => <Asked party={party} thing={thing} asked={asked} />}
    </ThingPage>
  );
}
