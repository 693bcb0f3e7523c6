import { at } from '@schaalsprong/words';
import type { Program } from '../ir/program.ts';
import { variableKey } from '../syntax/names.ts';
import { components, cyclesThrough, type Edges, reverse } from './loops.ts';
import { chain, measurePolarities, type Polarity } from './polarity.ts';

export { delaySteps, evaluate } from '../evaluate/interpret.ts';
export type { Element } from '../ir/program.ts';
export { eachReference, expressionsOf } from '../ir/references.ts';
export type { Scalar } from '../ir/scalar.ts';
export type { Polarity } from './polarity.ts';

/** One variable acts on another. */
export interface CausalLink {
  readonly from: string;
  readonly to: string;
  readonly polarity: Polarity;
}

/** A chain of causes that comes back to where it began. */
export interface CausalLoop {
  /** In order; the last acts on the first. */
  readonly variables: readonly string[];
  /**
   * `reinforcing`: a push comes back as a push the same way; `balancing`: against itself; `changing`: that differs
   * from moment to moment; `idle`: somewhere on the way nothing is passed on in the run that was measured.
   */
  readonly kind: 'reinforcing' | 'balancing' | 'changing' | 'idle';
}

/** Loops, shortest first; `more`: there are others. */
export interface CausalLoops {
  readonly loops: readonly CausalLoop[];
  readonly more: boolean;
}

/** The causal graph of a model. */
export interface CausalGraph {
  readonly links: readonly CausalLink[];
  /** Links that lead to a variable. */
  causes(name: string): readonly CausalLink[];
  /** Links that lead from a variable. */
  effects(name: string): readonly CausalLink[];
  /** The shortest loops through a variable. */
  loopsThrough(name: string, most?: number): CausalLoops;
  /** The shortest loop through each stock that is in one, each loop once, shortest first. */
  stockLoops(): readonly CausalLoop[];
  /** Strongly connected components of more than one variable, largest first. */
  readonly components: readonly (readonly string[])[];
}

const kindOf: Readonly<Record<Polarity, CausalLoop['kind']>> = {
  '+': 'reinforcing',
  '-': 'balancing',
  changes: 'changing',
  none: 'idle',
};

/**
 * The causal graph of a program, by variable (all elements of a variable are one). Signs are measured along the run with the
 * model's own constants, not proved: elsewhere they may differ.
 */
export function causalGraph(program: Program): CausalGraph {
  const { variables } = program;
  const numberOf = new Map(variables.map((v, i) => [variableKey(v.name), i]));
  const nameOf = (i: number): string => at(variables, i).name;
  const polarities = measurePolarities(program);
  const causesOf: Edges = variables.map((v) =>
    v.uses.flatMap((name) => numberOf.get(variableKey(name)) ?? []),
  );
  const edges = reverse(causesOf);
  const polarity = (from: number, to: number): Polarity =>
    polarities.get(from * variables.length + to) ?? 'none';
  const link = (from: number, to: number): CausalLink => ({
    from: nameOf(from),
    to: nameOf(to),
    polarity: polarity(from, to),
  });
  const loop = (cycle: readonly number[]): CausalLoop => ({
    variables: cycle.map(nameOf),
    kind: kindOf[chain(cycle.map((v, i) => polarity(v, cycle[(i + 1) % cycle.length] ?? v)))],
  });
  const component = components(edges);
  const members = new Map<number, number[]>();
  component.forEach((c, v) => {
    const known = members.get(c);
    if (known === undefined) members.set(c, [v]);
    else known.push(v);
  });
  const find = (name: string): number | undefined => numberOf.get(variableKey(name));
  /** What is so of a variable; nothing of a name that is not there. */
  const of = <T>(name: string, list: (v: number) => readonly T[]): readonly T[] => {
    const v = find(name);
    return v === undefined ? [] : list(v);
  };
  return {
    links: edges.flatMap((targets, from) => targets.map((to) => link(from, to))),
    causes: (name) => of(name, (v) => at(causesOf, v).map((from) => link(from, v))),
    effects: (name) => of(name, (v) => at(edges, v).map((to) => link(v, to))),
    loopsThrough(name, most = 12) {
      const v = find(name);
      if (v === undefined) return { loops: [], more: false };
      const { cycles, more } = cyclesThrough(v, edges, most);
      return { loops: cycles.map(loop), more };
    },
    stockLoops() {
      const found = new Map<string, readonly number[]>();
      variables.forEach((variable, v) => {
        if (variable.kind !== 'stock') return;
        const { cycles } = cyclesThrough(v, edges, 1);
        for (const cycle of cycles) found.set([...cycle].sort((a, b) => a - b).join(), cycle);
      });
      return [...found.values()].sort((a, b) => a.length - b.length).map(loop);
    },
    components: [...members.values()]
      .filter((knot) => knot.length > 1)
      .sort((a, b) => b.length - a.length)
      .map((knot) => knot.map(nameOf)),
  };
}
