import type { ApiNode, Text } from '@schaalsprong/wire';

/** The words of a claim that a reader may look for. */
interface FindableClaim {
  readonly id: string;
  readonly text: Text;
  readonly quantity: string;
  readonly figure: string | readonly string[];
  readonly targets: readonly string[];
  readonly nodes: readonly string[];
}

type Named = Pick<ApiNode, 'level' | 'number' | 'title' | 'official'>;

/** True where every word of the question stands somewhere in the texts, whatever the case. */
export function allWordsIn(question: string, texts: readonly string[]): boolean {
  const hay = texts.join(' ').toLowerCase();
  return question
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** What a node is called: our title in both languages and the names of the agenda, with its level and number. */
export const namesOf = (
  node: Pick<ApiNode, 'level' | 'number' | 'title' | 'official'>,
): readonly string[] => [
  `${node.level} ${node.number ?? ''}`,
  node.title.nl,
  node.title.en,
  ...node.official,
];

/** What a claim is found by: its own words and figures, and the names of the nodes that it belongs to. */
export function claimMatches(
  claim: FindableClaim,
  question: string,
  nodeById: ReadonlyMap<string, Named>,
): boolean {
  const figures = typeof claim.figure === 'string' ? [claim.figure] : claim.figure;
  const names = claim.nodes.flatMap((id) => {
    const node = nodeById.get(id);
    return node === undefined ? [] : namesOf(node);
  });
  return allWordsIn(question, [
    claim.id,
    claim.text.nl,
    claim.text.en,
    claim.quantity,
    ...figures,
    ...claim.targets,
    ...names,
  ]);
}
