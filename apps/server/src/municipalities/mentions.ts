import { kindOfNode, type LinkIndex } from '@schaalsprong/agenda';
import type { AgendaResponse, MunicipalityResponse, Text } from '@schaalsprong/wire';

/** A name as people write it: of a municipality of several villages the first. */
const shortName = (name: string): string => name.split(',')[0] ?? name;

const letter = /[\p{L}\p{N}-]/u;

/** Finds a name as a word of its own, with its capital: `Best` is a municipality and `best` is not. */
export function namedIn(name: string): (text: string) => boolean {
  const word = shortName(name);
  return (text) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + word.length))) return true;
    }
    return false;
  };
}

const said = (...texts: readonly (Text | undefined)[]): string =>
  texts.flatMap((text) => text?.nl ?? []).join('\n');

/**
 * Things whose Dutch texts name a municipality and that no link ties to it or to its government, and what is not known of it.
 *
 * @param party id of its government
 */
export function mentionsOf(
  name: string,
  code: string,
  party: string | null,
  { agenda, links }: { readonly agenda: AgendaResponse; readonly links: LinkIndex },
): Pick<MunicipalityResponse, 'mentions' | 'unknowns'> {
  const names = namedIn(name);
  const tied = new Set(
    [
      ...links.of({ kind: 'area', id: code }).namedBy,
      ...(party === null ? [] : links.of({ kind: 'party', id: party }).namedBy),
    ].map(({ kind, id }) => `${kind} ${id}`),
  );
  const things = [
    ...agenda.nodes.map((node) => ({
      kind: kindOfNode(node, agenda.region.levels),
      ...node,
      text: said(node.title, node.summary, ...node.statements.map(({ text }) => text)),
    })),
    ...agenda.targets.map((target) => ({
      kind: 'target' as const,
      ...target,
      text: said(target.title, target.note),
    })),
    ...agenda.measures.map((measure) => ({
      kind: 'measure' as const,
      ...measure,
      text: said(measure.title, measure.summary),
    })),
    ...agenda.agreements.map((agreement) => ({
      kind: 'agreement' as const,
      ...agreement,
      text: said(agreement.title, agreement.status, agreement.next, agreement.note),
    })),
    ...agenda.registers.flatMap(({ entries }) =>
      entries.map((entry) => ({
        ...entry,
        text: said(
          entry.title,
          entry.summary,
          ...entry.money.map(({ item }) => item),
          ...entry.facts.map(({ text }) => text),
        ),
      })),
    ),
  ];
  return {
    mentions: things
      .filter(({ kind, id, text }) => !tied.has(`${kind} ${id}`) && names(text))
      .map(({ kind, id, title }) => ({ kind, id, title })),
    unknowns: agenda.unknowns
      .filter(({ text, consequence }) => names(said(text, consequence)))
      .map(({ id }) => id),
  };
}
