import { at, must } from '@schaalsprong/words';
import type { Element, VariableInfo, VariableKind } from '../ir/program.ts';
import { type Expression, partsOf } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import type { Arena } from './arena.ts';
import type { Ranges } from './ranges.ts';
import type { Variable, Variables } from './variables.ts';

/** Metadata of every visible variable, in index order. */
export function describe(
  shown: readonly Variable[],
  variables: Variables,
  ranges: Ranges,
  arena: Arena,
): VariableInfo[] {
  const uses = usesOf(variables);
  const usedBy = new Map<string, string[]>();
  const name = (key: string): string => variables.get(key)?.name ?? key;
  for (const { key } of shown) {
    for (const used of uses.get(key) ?? []) {
      const users = usedBy.get(used) ?? [];
      users.push(name(key));
      usedBy.set(used, users);
    }
  }
  return shown.map((variable): VariableInfo => {
    const own = inOrder(variable, variables);
    const elements = own.flatMap(({ element }) => arena.elements[element] ?? []);
    const first = at(variable.equations, 0);
    const kind = kindOf(variable, elements);
    const values = kind === 'constant' ? elements.map((e) => (e.expr.k === 'n' ? e.expr.v : 0)) : undefined;
    const [single] = values ?? [];
    return {
      name: variable.name,
      kind,
      units: first.units,
      comment: variable.equations.map((e) => e.comment).find((c) => c !== '') ?? '',
      sector: first.sector,
      line: first.line,
      subscripts: variables
        .dimensionsOf(variable)
        .map(
          (range, position) =>
            range?.name ?? [...new Set(own.map(({ subs }) => ranges.nameOf(at(subs, position))))].join(', '),
        ),
      elements: own.map(({ subs }) => variables.fullName(variable, subs)),
      equation: variable.equations.map((e) => e.text).join('\n'),
      uses: [...(uses.get(variable.key) ?? [])].map(name).sort(),
      usedBy: [...(usedBy.get(variable.key) ?? [])].sort(),
      ...(values === undefined ? {} : { values }),
      ...(values !== undefined && single !== undefined && first.subs.length === 0 ? { value: single } : {}),
      ...(elements.some((e) => e.fixed === true) ? { fixed: true } : {}),
    };
  });
}

/** Visible dependencies of each variable, by key; dependencies of helpers count for the variable whose equation made them. */
function usesOf(variables: Variables): Map<string, Set<string>> {
  const direct = new Map<string, Set<string>>();
  for (const variable of variables.values()) {
    const own = new Set<string>();
    for (const { right } of variable.equations) {
      if (right.kind !== 'expression') continue;
      collectNames(right.expression, (written) => {
        const key = canonical(written);
        if (variables.get(key) !== undefined) own.add(key);
      });
    }
    direct.set(variable.key, own);
  }
  const through = new Map<string, Set<string>>();
  for (const variable of variables.values()) {
    if (variable.hidden) continue;
    const found = new Set<string>();
    const looked = new Set<string>();
    const todo = [...(direct.get(variable.key) ?? [])];
    for (let key = todo.pop(); key !== undefined; key = todo.pop()) {
      if (variables.get(key)?.hidden !== true) found.add(key);
      else if (!looked.has(key)) {
        looked.add(key);
        todo.push(...(direct.get(key) ?? []));
      }
    }
    through.set(variable.key, found);
  }
  return through;
}

/** Elements by the order of their dimensions, whatever the order of the equations. */
function inOrder(variable: Variable, variables: Variables): Variable['own'] {
  if (variable.equations.length < 2) return variable.own;
  const ranges = variables.dimensionsOf(variable);
  const place = (subs: readonly string[]): number =>
    subs.reduce((sum, sub, position) => {
      const range = ranges[position];
      // Where no dimension holds all that the equations name, the place in it orders nothing.
      return range === undefined ? sum : sum * range.elements.length + must(range.places, sub);
    }, 0);
  return variable.own
    .map((own) => ({ own, at: place(own.subs) }))
    .sort((a, b) => a.at - b.at)
    .map(({ own }) => own);
}

function kindOf(variable: Variable, own: readonly Element[]): VariableKind {
  if (variable.lookup) return 'lookup';
  if (own.some((e) => e.kind === 'stock')) return 'stock';
  return own.length > 0 && own.every((e) => e.constant === true) ? 'constant' : 'auxiliary';
}

/** Calls `visit` for every name in an expression, functions and lookups included. */
function collectNames(e: Expression, visit: (name: string) => void): void {
  if (e.kind === 'name' || e.kind === 'lookup-call') visit(e.name);
  if (e.kind === 'call') visit(e.fn);
  for (const part of partsOf(e)) collectNames(part, visit);
}
