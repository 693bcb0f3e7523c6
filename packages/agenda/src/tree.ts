import type { AgendaNode, Region } from './region.ts';
import type { Target } from './schema.ts';

function walk(region: Region, id: string, next: (node: AgendaNode) => readonly string[]): AgendaNode[] {
  const seen = new Set<string>();
  const found: AgendaNode[] = [];
  const start = region.byId.nodes.get(id);
  const queue = start ? [...next(start)] : [];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const node = region.byId.nodes.get(at);
    if (node === undefined) continue;
    found.push(node);
    queue.push(...next(node));
  }
  return found;
}

/** Everything under a node, nearest first, each once; empty for an unknown id. */
export const descendants = (region: Region, id: string): AgendaNode[] => walk(region, id, (n) => n.children);

/** Everything above a node, nearest first, each once; empty for an unknown id. */
export const ancestors = (region: Region, id: string): AgendaNode[] => walk(region, id, (n) => n.parents);

/** The nodes that a target names itself: pillar, ambitions, challenge and further challenges. */
export const nodesOf = (target: Target): string[] => [
  ...new Set<string>([target.pillar, ...target.ambitions, target.challenge, ...target.challenges]),
];

/**
 * The targets of a node. Where targets name nodes of its level themselves, those links count and nothing else: the
 * targets of an ambition are the targets that name it, not all that hang under its pillars. On other levels (goal,
 * action line) a target belongs to every node above one that it names.
 */
export function targetsOf(region: Region, id: string): Target[] {
  const node = region.byId.nodes.get(id);
  if (node === undefined) return [];
  const under = new Set(descendants(region, id).map((n): string => n.id));
  return region.targets.filter((target) => {
    const named = nodesOf(target);
    if (named.includes(id)) return true;
    if (named.some((other) => region.byId.nodes.get(other)?.level === node.level)) return false;
    return named.some((other) => under.has(other));
  });
}
