import type { AgendaResponse, SourcesResponse } from '@schaalsprong/wire';
import { Heading3 } from '@utrecht/component-library-react';
import { pageOfLine } from '../lib/agenda.ts';
import { useAgenda, useWords } from '../lib/hooks.tsx';
import { Kind, kindOfStatus } from './Kind.tsx';
import { SourceName } from './Sources.tsx';
import { Filled, PartyLinks, slot, ThingLink } from './Things.tsx';

type Register = AgendaResponse['registers'][number];

/** What the registers hold for one node of the agenda: per register each entry, and each fact with its status and source. */
export function RegisterEntries({ node, sources }: { node: string; sources: SourcesResponse }) {
  const { t, tx, place } = useWords();
  const agenda = useAgenda();
  const filled = agenda.registers
    .map((register) => ({ register, entries: entriesOf(register, node) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <div className="columns">
      {filled.map(({ register, entries }) => (
        <section key={register.kind} className="columns__group">
          <Heading3>{tx(register.title)}</Heading3>
          <ul className="plain">
            {entries.map((entry) => (
              <li key={entry.id}>
                <ThingLink kind={entry.kind} id={entry.id} />
                {entry.places[0] !== undefined && (
                  <span className="small">
                    {' '}
                    ({place(entry.places[0], pageOfLine(agenda, entry.places[0].from))})
                  </span>
                )}
                {entry.summary !== undefined && <span className="small block-line">{tx(entry.summary)}</span>}
                {entry.parties.length > 0 && (
                  <span className="small block-line">
                    <Filled
                      text={t('challenge.partners', { list: slot })}
                      by={<PartyLinks ids={entry.parties} />}
                    />
                  </span>
                )}
                {entry.facts.map((fact) => (
                  <span key={fact.text.en} className="small block-line">
                    {tx(fact.text)} <Kind of={kindOfStatus(fact.status)} word={t(`money.${fact.status}`)} />{' '}
                    <SourceName text={fact.source} sources={sources.sources} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Entries of a register that serve a node. */
export function entriesOf(register: Register, node: string): Register['entries'] {
  return register.entries.filter((entry) => entry.nodes.some((other) => other === node));
}
