import { at, intersection, isEmpty, type Text } from '@schaalsprong/words';
import { createEngine } from '../search/engine.ts';
import { LogicError } from '../system/encode.ts';
import type { Constraint, Enumeration, Logic } from '../system/logic.ts';
import type { EngineOptions } from '../system/oracle.ts';

const variablesIn = (constraint: Constraint): readonly string[] =>
  constraint.kind === 'linear'
    ? constraint.terms.map((term) => term.of)
    : [constraint.product, constraint.factor, constraint.other];

/**
 * Splits a logic into connected components. A minimal unsatisfiable subset is within one part, so each can be searched separately; a group that
 * constrains two parts is in both. Order is kept within each part.
 */
export function partsOf(logic: Logic): Logic[] {
  const parent = new Map(logic.variables.map((v) => [v.id, v.id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(id, root);
    return root;
  };
  for (const { constraint } of logic.constraints) {
    const [first, ...rest] = variablesIn(constraint);
    for (const id of rest) if (first !== undefined) parent.set(rootOf(id), rootOf(first));
  }
  const parts = new Map<
    string,
    {
      readonly variables: Logic['variables'][number][];
      readonly constraints: Logic['constraints'][number][];
      readonly groups: Logic['groups'][number][];
    }
  >();
  for (const variable of logic.variables) {
    const root = rootOf(variable.id);
    const part = parts.get(root);
    if (part) part.variables.push(variable);
    else parts.set(root, { variables: [variable], constraints: [], groups: [] });
  }
  const rootsOf = new Map<string, Set<string>>();
  for (const constraint of logic.constraints) {
    const root = rootOf(at(variablesIn(constraint.constraint), 0));
    parts.get(root)?.constraints.push(constraint);
    for (const group of constraint.groups) {
      const roots = rootsOf.get(group);
      if (roots) roots.add(root);
      else rootsOf.set(group, new Set([root]));
    }
  }
  for (const group of logic.groups) {
    for (const root of rootsOf.get(group.id) ?? []) parts.get(root)?.groups.push(group);
  }
  return [...parts.values()];
}

/** A single satisfiable claim about a quantity that nothing else constrains: nothing to search. */
function isSilent({ variables: [only, ...others], constraints }: Logic): boolean {
  if (only === undefined || others.length > 0 || constraints.length > 1) return false;
  const [one] = constraints;
  if (one === undefined) return true;
  const { constraint } = one;
  if (constraint.kind !== 'linear' || constraint.terms.some((term) => term.times !== 1)) return false;
  const inside = intersection(constraint.interval, only.bounds);
  return !isEmpty(inside) && (!only.whole || inside.min === null || Number.isInteger(inside.min));
}

/** Cache of searched parts, keyed by content: a switch invalidates one part only. */
const searched = new Map<string, Found>();
/**
 * Budget of solver calls per component; beyond it the search stops and the report is marked incomplete. Twenty times what an
 * agenda takes; many conflicts that have nothing to do with each other in one part would else be combined without end.
 */
const mostSolves = 4_000;
/** in characters of the parts' own text: some tens of megabytes at most */
const mostKept = 16e6;
let keptNow = 0;

interface Found extends Pick<Enumeration, 'cores' | 'complete' | 'products'> {
  /** relations that are unsatisfiable without any claim: then the component is not searched */
  readonly fault: Text | null;
}

/** A part whose relations contradict each other is content to fix, and no reason to leave the other parts unsearched. */
function searchedPart(part: Logic, options: EngineOptions): Found {
  try {
    return { ...createEngine(part, options).enumerate(undefined, { solves: mostSolves }), fault: null };
  } catch (error) {
    if (!(error instanceof LogicError)) throw error;
    return { cores: [], complete: false, products: [], fault: error.text };
  }
}

function enumerationOf(part: Logic, options: EngineOptions): Found {
  const key = JSON.stringify(part);
  const before = searched.get(key);
  if (before !== undefined) {
    // LRU eviction.
    searched.delete(key);
    searched.set(key, before);
    return before;
  }
  const found = searchedPart(part, options);
  keptNow += key.length;
  searched.set(key, found);
  for (const oldest of searched.keys()) {
    if (keptNow <= mostKept || oldest === key) break;
    searched.delete(oldest);
    keptNow -= oldest.length;
  }
  return found;
}

/** All minimal sets of a logic, part by part, each part searched once as long as it stays the same. */
export function enumerated(
  logic: Logic,
  options: EngineOptions = {},
): Pick<Enumeration, 'cores' | 'complete' | 'products'> & { readonly faults: readonly Text[] } {
  const found = partsOf(logic)
    .filter((part) => !isSilent(part))
    .map((part) => enumerationOf(part, options));
  return {
    cores: found.flatMap((one) => one.cores),
    complete: found.every((one) => one.complete),
    products: found.flatMap((one) => one.products),
    faults: found.flatMap((one) => one.fault ?? []),
  };
}
