import { at } from '@schaalsprong/words';

/** Adjacency lists by node index. */
export type Edges = readonly (readonly number[])[];

/** Cycles found, shortest first, each beginning at the node asked; `more` says that there are others. */
export interface Cycles {
  readonly cycles: readonly (readonly number[])[];
  readonly more: boolean;
}

/**
 * Strongly connected components (Tarjan 1972, without recursion): for each node the number of its component.
 * Two nodes share a number when each can be reached from the other.
 */
export function components(edges: Edges): number[] {
  const component = edges.map(() => -1);
  const index = edges.map(() => -1);
  const low = edges.map(() => 0);
  const open: number[] = [];
  const isOpen = edges.map(() => false);
  let counter = 0;
  let made = 0;
  for (let root = 0; root < edges.length; root++) {
    if (index[root] !== -1) continue;
    const stack: { node: number; branch: number }[] = [];
    const enter = (node: number): void => {
      index[node] = counter;
      low[node] = counter++;
      open.push(node);
      isOpen[node] = true;
      stack.push({ node, branch: 0 });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = at(edges, top.node)[top.branch++];
      if (next !== undefined) {
        if (index[next] === -1) enter(next);
        else if (isOpen[next]) low[top.node] = Math.min(at(low, top.node), at(index, next));
        continue;
      }
      stack.pop();
      const parent = stack.at(-1);
      if (parent !== undefined) low[parent.node] = Math.min(at(low, parent.node), at(low, top.node));
      if (low[top.node] !== index[top.node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        isOpen[member] = false;
        component[member] = made;
        if (member === top.node) break;
      }
      made++;
    }
  }
  return component;
}

/** Steps from every node to `goal`; Infinity where there is no way. */
function distancesTo(goal: number, reversed: Edges, inside: (node: number) => boolean): number[] {
  const distance = reversed.map(() => Number.POSITIVE_INFINITY);
  distance[goal] = 0;
  const queue = [goal];
  // The queue grows while it is walked.
  for (const node of queue) {
    for (const before of at(reversed, node)) {
      if (!inside(before) || distance[before] !== Number.POSITIVE_INFINITY) continue;
      distance[before] = at(distance, node) + 1;
      queue.push(before);
    }
  }
  return distance;
}

/** The transposed graph. */
export function reverse(edges: Edges): number[][] {
  const reversed: number[][] = edges.map(() => []);
  edges.forEach((targets, from) => {
    for (const to of targets) reversed[to]?.push(from);
  });
  return reversed;
}

/**
 * The shortest cycles through one node, by depth-first search to a depth that grows by one: a path is followed only
 * while the way home still fits. Models of the field have more cycles than anyone can read, so both their number and the
 * steps of the search are bounded.
 *
 * @param most cycles to give
 * @param effort steps of the search after which it stops
 */
export function cyclesThrough(node: number, edges: Edges, most: number, effort = 200_000): Cycles {
  const component = components(edges);
  const inside = (other: number): boolean => component[other] === component[node];
  const home = distancesTo(node, reverse(edges), inside);
  const size = component.filter((c) => c === component[node]).length;
  const cycles: number[][] = [];
  let steps = 0;
  for (let length = 1; length <= size; length++) {
    const path = [node];
    const onPath = new Set(path);
    const stack = [0];
    let deeper = false;
    while (stack.length > 0) {
      if (++steps > effort) return { cycles, more: true };
      const here = at(path, path.length - 1);
      const branch = at(stack, stack.length - 1);
      const next = at(edges, here)[branch];
      if (next === undefined) {
        stack.pop();
        onPath.delete(here);
        path.pop();
        continue;
      }
      stack[stack.length - 1] = branch + 1;
      if (next === node) {
        if (path.length < length) continue;
        if (cycles.length === most) return { cycles, more: true };
        cycles.push([...path]);
      } else if (inside(next) && !onPath.has(next)) {
        if (path.length + at(home, next) + 1 > length + 1) {
          deeper = true;
          continue;
        }
        path.push(next);
        onPath.add(next);
        stack.push(0);
      }
    }
    if (!deeper) return { cycles, more: false };
  }
  return { cycles, more: false };
}
