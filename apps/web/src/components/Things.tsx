import { kindOfNode, municipalitiesIn } from '@schaalsprong/agenda/links';
import { hasPage, thingPath } from '@schaalsprong/wire/things';
import { Fragment, type ReactNode } from 'react';
import type { Agenda } from '../lib/agenda.ts';
import { useAgenda, useWords } from '../lib/hooks.tsx';
import { A } from './Link.tsx';

/** A thing of the agenda by kind and id. */
export interface Named {
  readonly kind: string;
  readonly id: string;
}

/** The name of a thing that the agenda holds; its id where it holds none, so that nothing is hidden. */
export function titleOf(agenda: Agenda, { kind, id }: Named): { readonly nl: string; readonly en: string } {
  const found = {
    party: agenda.partyById,
    measure: agenda.measureById,
    constraint: agenda.constraintById,
    target: agenda.targetById,
    indicator: agenda.indicatorById,
    agreement: agenda.agreementById,
  }[kind]?.get(id);
  return (found ?? agenda.nodeById.get(id) ?? agenda.entryById.get(id))?.title ?? { nl: id, en: id };
}

/** The address of a thing that has a page; what is asked of the government of a municipality stands on the page of the municipality. */
export function addressOf({ areas, partyById }: Agenda, { kind, id }: Named): string | null {
  const party = kind === 'party' ? partyById.get(id) : undefined;
  const municipality =
    party?.kind === 'municipality'
      ? municipalitiesIn(areas).find(({ code }) => code === party.area)
      : undefined;
  if (municipality !== undefined) return thingPath('municipality', municipality.code);
  return hasPage(kind) ? thingPath(kind, id) : null;
}

/** The name of a thing, as a link to its page where it has one. */
export function ThingLink({ kind, id, children }: Named & { readonly children?: ReactNode }) {
  const { tx } = useWords();
  const agenda = useAgenda();
  const name = children ?? tx(titleOf(agenda, { kind, id }));
  const address = addressOf(agenda, { kind, id });
  return address === null ? name : <A to={address}>{name}</A>;
}

/** The name of a node of the tree, as a link to its page. */
export function NodeLink({ id }: { readonly id: string }) {
  const { nodeById, region } = useAgenda();
  const node = nodeById.get(id);
  return node === undefined ? id : <ThingLink kind={kindOfNode(node, region.levels)} id={id} />;
}

/** Links in a sentence: `a, b en c`. */
export function Listed({ children }: { readonly children: readonly ReactNode[] }) {
  const { list } = useWords();
  // The separators of the language come from a list of marks that stand in no name.
  const marks = children.map((_, i) => `\uE000${i}\uE001`);
  const parts = list(marks).split(/\uE000(\d+)\uE001/);
  return parts.map((part, i) =>
    i % 2 === 1 ? <Fragment key={`item ${part}`}>{children[Number(part)]}</Fragment> : part,
  );
}

/** Names of parties in a sentence, each a link. */
export function PartyLinks({ ids }: { readonly ids: readonly string[] }) {
  return (
    <Listed>
      {ids.map((id) => (
        <ThingLink key={id} kind="party" id={id} />
      ))}
    </Listed>
  );
}

/** A text of the interface of which one blank is filled with links: made with `slot` in that blank. */
export function Filled({ text, by }: { readonly text: string; readonly by: ReactNode }) {
  const [before = '', after = ''] = text.split(slot);
  return (
    <>
      {before}
      {by}
      {after}
    </>
  );
}

/** Marks the place in a text that {@link Filled} fills. */
export const slot = '\uE002';
