import { payersOf } from '@schaalsprong/agenda/links';
import type { Entry, Party, ThingResponse } from '@schaalsprong/wire';
import { Kind, kindOfStatus } from '../../components/Kind.tsx';
import { Row } from '../../components/Row.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { NodeLink, ThingLink } from '../../components/Things.tsx';
import { useAgenda, useNumber, useWords } from '../../lib/hooks.tsx';
import { Part } from './layout.tsx';
import {
  AgreementsPart,
  ClaimsPart,
  EntryList,
  entryKinds,
  idsIn,
  LinksPart,
  MeasuresTable,
  MoneyTable,
  nodeKinds,
  Places,
  TargetsTable,
} from './parts.tsx';
import type { ThingText } from './texts.ts';
import { useTexts } from './texts.ts';

/** What is asked of a party, from what the agenda and the registers hold. */
export function useAsked(id: string) {
  const { agreements, constraints, measures, nodes, registers, targets } = useAgenda();
  const responsible = nodes.filter(({ owners }) => owners.some((owner) => owner === id));
  return {
    owned: measures.filter(({ owner }) => owner === id),
    partnered: measures.filter(
      ({ owner, partners }) => owner !== id && partners.some((partner) => partner === id),
    ),
    constraints: constraints.filter(({ owners }) => owners.some((owner) => owner === id)),
    next: agreements.filter(({ owner, state }) => owner === id && state !== 'kept'),
    agreements: agreements.filter(
      ({ owner, parties }) => owner === id || parties.some((party) => party === id),
    ),
    responsible,
    targets: targets.filter(({ challenge }) => responsible.some((node) => node.id === challenge)),
    entries: registers.flatMap(({ entries }) =>
      entries.filter(({ parties }) => parties.some((party) => party === id)),
    ),
    paid: registers.flatMap(({ entries }) =>
      entries.filter(({ money }) => money.some(({ payer }) => payersOf(payer).includes(id))),
    ),
  };
}

/** Tasks that the first sentence names; the page has them all. */
const mostInLead = 4;

/** What is asked of a party in one sentence. */
export function AskedLead({ asked }: { asked: ReturnType<typeof useAsked> }) {
  const { count, list } = useWords();
  const c = useTexts();
  const said = (key: Extract<ThingText, `count.${string}`>, one: ThingText, n: number) =>
    n === 0 ? [] : [n === 1 ? c(one) : c(key, { n: count(n) })];
  const parts = [
    ...said('count.next', 'count.next.one', asked.next.length),
    ...said('count.owns', 'count.owns.one', asked.owned.length),
    ...said('count.partners', 'count.partners.one', asked.partnered.length),
    ...said('count.agreements', 'count.agreements.one', asked.agreements.length),
    ...said('count.constraints', 'count.constraints.one', asked.constraints.length),
    ...said('count.entries', 'count.entries.one', asked.entries.length),
  ];
  return parts.length === 0
    ? c('party.asked.none')
    : c('party.asked', { list: list(parts.slice(0, mostInLead)) });
}

/** The amounts of an entry that a party pays, alone or with others. */
function OwnAmounts({ entry, party }: { entry: Entry; party: string }) {
  const { t, tx, count } = useWords();
  const c = useTexts();
  const show = useNumber();
  return (
    <>
      <ThingLink kind={entry.kind} id={entry.id} />
      <ul className="plain">
        {entry.money.flatMap((item) => {
          const payers = payersOf(item.payer);
          if (!payers.includes(party)) return [];
          const others = payers.length - 1;
          return [
            <li key={`${item.item.nl} ${item.amount} ${item.source}`}>
              {tx(item.item)}:{' '}
              <span className="figure">{show(item.amount, item.unit, { precise: true })}</span>
              {others > 0 &&
                ` (${c(others === 1 ? 'party.money.with.one' : 'party.money.with', { n: count(others) })})`}{' '}
              <Kind of={kindOfStatus(item.status)} word={t(`money.${item.status}`)} />
            </li>,
          ];
        })}
      </ul>
    </>
  );
}

/** Everything that is asked of a party, and where it is named. */
export function Asked({
  party,
  thing,
  asked,
}: {
  party: Party;
  thing: ThingResponse;
  asked: ReturnType<typeof useAsked>;
}) {
  const { tx, count } = useWords();
  const c = useTexts();
  const { owned, partnered } = asked;
  const paidIn = ({ money }: (typeof asked.paid)[number]) =>
    money.filter(({ payer }) => payersOf(payer).includes(party.id)).length;
  return (
    <>
      <AgreementsPart title={c('party.next')} agreements={asked.next} thing={thing} />
      {asked.next.length > 0 && <p className="small">{c('party.dialogue')}</p>}
      {owned.length + partnered.length > 0 && (
        <Part title={c('party.measures')}>
          <MeasuresTable
            measures={[...owned, ...partnered]}
            thing={thing}
            role={(measure) => c(owned.includes(measure) ? 'role.owner' : 'role.partner')}
          />
          <p className="small">{c('party.reading')}</p>
        </Part>
      )}
      <AgreementsPart
        title={c('part.agreements')}
        agreements={asked.agreements.filter((agreement) => !asked.next.includes(agreement))}
        thing={thing}
      />
      {asked.constraints.length > 0 && (
        <Part title={c('party.constraints')}>
          <ul className="plain">
            {asked.constraints.map(({ id, relief }) => (
              <li key={id}>
                <ThingLink kind="constraint" id={id} />
                <span className="small block-line">{tx(relief)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {asked.responsible.length > 0 && (
        <Part title={c('party.responsible')}>
          <ul className="inline-list">
            {asked.responsible.map(({ id }) => (
              <li key={id}>
                <NodeLink id={id} />
              </li>
            ))}
          </ul>
          {asked.targets.length > 0 && <TargetsTable targets={asked.targets} />}
        </Part>
      )}
      {asked.entries.length > 0 && (
        <Part title={c('party.entries')}>
          <EntryList entries={asked.entries} />
        </Part>
      )}
      {asked.paid.length > 0 && (
        <Part title={c('party.money')}>
          <p className="small">{c('party.money.note')}</p>
          {asked.paid.map((entry) => (
            <div key={entry.id} className="thing-money">
              <OwnAmounts entry={entry} party={party.id} />
              <details>
                <summary>
                  {c('party.money.of', { n: count(entry.money.length), m: count(paidIn(entry)) })}
                </summary>
                <MoneyTable entry={entry} sources={thing.sources} />
              </details>
            </div>
          ))}
        </Part>
      )}
      <ClaimsPart thing={thing} />
      <Part title={c('party.about')}>
        <dl className="about">
          <Row label={c('about.kind')}>{c(`party.${party.kind}`)}</Row>
          {idsIn(thing.names, 'area').map((area) => (
            <Row key={area} label={c('about.area')}>
              {tx(
                thing.names.find(({ kind, id }) => kind === 'area' && id === area)?.title ?? {
                  nl: area,
                  en: area,
                },
              )}
            </Row>
          ))}
          <Row label={c('about.place')}>
            {party.places.length === 0 ? c('about.place.none') : <Places places={party.places} />}
          </Row>
          {party.source !== undefined && (
            <Row label={c('about.source')}>
              <SourceName text={party.source} sources={thing.sources} />
            </Row>
          )}
        </dl>
      </Part>
      <LinksPart
        thing={thing}
        shown={['measure', 'agreement', 'constraint', 'area', 'claim', ...nodeKinds, ...entryKinds]}
      />
    </>
  );
}
