import type { RegisterKind } from '../schema/registers.ts';

/** Kinds of nodes of the results tree: levels that every agenda of this form has, and `part` for any other. */
const nodeKinds = ['ambition', 'pillar', 'action-line'] as const;

/** Kind of a node of the tree: the lowest level is `challenge`, whatever a region calls it. */
export type NodeKind = (typeof nodeKinds)[number] | 'challenge' | 'part';

/** Kind of a thing of a region that others can name. */
export type LinkKind =
  | NodeKind
  | RegisterKind
  | 'target'
  | 'claim'
  | 'indicator'
  | 'party'
  | 'measure'
  | 'constraint'
  | 'agreement'
  | 'uncertainty'
  | 'unknown'
  | 'viewpoint'
  | 'area';

/**
 * The kind of a node of the tree, by its level.
 *
 * @param levels the levels of the region from the top down
 */
export function kindOfNode(
  { level }: { readonly level: string },
  levels: readonly { readonly id: string }[],
): NodeKind {
  if (level === levels.at(-1)?.id) return 'challenge';
  return nodeKinds.find((kind) => kind === level) ?? 'part';
}
