import { must } from '@schaalsprong/words';
import type { Equation, Expression } from '../../syntax/ast.ts';
import { canonical } from '../../syntax/names.ts';
import { alike, type Connected } from './connected.ts';
import { call, name, sum } from './expressions.ts';
import type { Entity } from './flatten.ts';
import type { Specs } from './specs.ts';
import type { Stocks } from './stocks.ts';

/** Functions whose value does not follow from their arguments of the same time. */
const remembers = new Set(['INTEG', 'DELAY FIXED', 'XMILE PREVIOUS']);

/** Names of variables that an expression reads at the same time: what a stock adds up counts only one step later. */
function reads(e: Expression, into: Set<string>): void {
  switch (e.kind) {
    case 'name':
      into.add(canonical(e.name));
      return;
    case 'call':
      if (remembers.has(e.fn)) return;
      // What comes onto a conveyor counts a step later.
      for (const arg of e.fn === 'XMILE CONVEYOR' ? e.args.slice(1) : e.args) reads(arg, into);
      return;
    case 'lookup-call':
      reads(e.arg, into);
      return;
    case 'negative':
    case 'not':
    case 'parens':
      reads(e.of, into);
      return;
    case 'binary':
      reads(e.left, into);
      reads(e.right, into);
      return;
    default:
  }
}

/** Strategy that keeps a stock from falling below zero. */
type Strategy =
  /** Its outflows take no more than there is, the first one first. */
  | 'cut outflows'
  /** Its one inflow that runs backward takes no more than there is. */
  | 'cut inflow'
  /** It stops at zero, and its flows go on: a flow of several stocks cannot be cut for one of them. */
  | 'stop'
  /** No rule says which flow is cut: its flows are as asked while there is enough, and no number when there is not. */
  | 'check';

/**
 * Keeps non-negative stocks from falling below zero, as Stella does (isee systems, Flow prioritization): an outflow is
 * at most what the stock holds and gets in the step, less what outflows of higher priority take.
 *
 * @returns the equations, those of the flows and stocks concerned with their limits
 */
export function keepNonNegative(
  equations: readonly Equation[],
  stocks: Stocks,
  specs: Specs,
): readonly Equation[] {
  const limited = stocks.all.filter(
    ({ stock: { variable } }) =>
      variable.nonNegative === true && variable.conveyor === undefined && variable.queue !== true,
  );
  if (limited.length === 0) return equations;
  const uses = new Map<Entity, number>();
  for (const { inflows, outflows } of stocks.all) {
    // A flow from one stock into another is one flow; twice on the same side, it is split.
    for (const side of [inflows, outflows])
      for (const flow of side) uses.set(flow, (uses.get(flow) ?? 0) + (side === inflows ? 1 : 1000));
  }
  const shared = (flow: Entity, side: 'in' | 'out'): boolean => {
    const count = uses.get(flow) ?? 0;
    return side === 'in' ? count % 1000 > 1 : count >= 2000;
  };
  const strategies = new Map<Connected, Strategy>(
    limited.map((one) => [one, strategyOf(one, stocks, specs, shared)]),
  );
  avoidLoops(strategies, equations, stocks);

  type Limit = (asked: Expression, subs: readonly string[]) => Expression;
  const limits = new Map<string, Limit>();
  /** A flow from one such stock into another is within the limits of both. */
  const limit = ({ key }: Entity, own: Limit): void => {
    const other = limits.get(key);
    limits.set(key, other === undefined ? own : (asked, subs) => own(other(asked, subs), subs));
  };
  const nets = new Map<string, string>();
  const of =
    (subs: readonly string[]) =>
    (entity: Entity): Expression =>
      name(entity.name, entity.axes.length === 0 ? [] : subs);
  for (const [{ stock, inflows, outflows }, way] of strategies) {
    if (way === 'stop' || way === 'check') {
      nets.set(stock.key, way === 'stop' ? 'XMILE NET' : 'XMILE NET CHECKED');
      if (way === 'stop') continue;
      for (const flow of outflows) {
        if (!alike(flow, stock) || flow.from !== undefined) continue;
        limit(flow, (asked, subs) => call('XMILE WHILE KNOWN', asked, of(subs)(stock)));
      }
    } else if (way === 'cut outflows') {
      outflows.forEach((flow, i) => {
        limit(flow, (asked, subs) =>
          call(
            'XMILE OUTFLOW',
            asked,
            of(subs)(stock),
            sum(inflows.map(of(subs))),
            sum(outflows.slice(0, i).map(of(subs))),
          ),
        );
      });
    } else {
      const backward = inflows.find((flow) => !stocks.oneWay(flow));
      if (backward === undefined) continue;
      const others = inflows.filter((flow) => flow !== backward);
      limit(backward, (asked, subs) =>
        call('XMILE INFLOW', asked, of(subs)(stock), sum(others.map(of(subs)))),
      );
    }
  }
  return equations.map((equation) => {
    const { right, subs } = equation;
    if (right.kind !== 'expression' || equation.hiddenIn !== undefined) return equation;
    const key = canonical(equation.name);
    const within = limits.get(key);
    if (within !== undefined)
      return { ...equation, right: { kind: 'expression', expression: within(right.expression, subs) } };
    const net = nets.get(key);
    const integ = right.expression;
    if (net === undefined || integ.kind !== 'call' || integ.fn !== 'INTEG') return equation;
    const [rate, initial] = integ.args;
    if (rate === undefined || initial === undefined) return equation;
    const kept = call(net, rate, name(equation.name, subs));
    return { ...equation, right: { kind: 'expression', expression: call('INTEG', kept, initial) } };
  });
}

function strategyOf(
  { stock, inflows, outflows }: Connected,
  stocks: Stocks,
  { method }: Specs,
  shared: (flow: Entity, side: 'in' | 'out') => boolean,
): Strategy {
  const backward = inflows.filter((flow) => !stocks.oneWay(flow));
  // Within a step of Runge-Kutta, what there is has no one meaning.
  if (method !== 'euler') return 'check';
  if (outflows.some((flow) => shared(flow, 'out')) || backward.some((flow) => shared(flow, 'in')))
    return 'stop';
  const plain = [...inflows, ...outflows].every(
    (flow) => flow.variable.multiplier === undefined && (flow.axes.length === 0 || alike(flow, stock)),
  );
  const flowsAlike = [...backward, ...outflows].every(
    (flow) => alike(flow, stock) && flow.from === undefined,
  );
  const free = outflows.every((flow) => !stocks.isDriven(flow));
  if (!plain || !flowsAlike || !free) return 'check';
  if (backward.length === 0) {
    return outflows.length <= 1 || outflows.every((flow) => stocks.oneWay(flow)) ? 'cut outflows' : 'check';
  }
  return backward.length === 1 && outflows.length === 0 ? 'cut inflow' : 'check';
}

/** In a loop of more names than this every stock is checked, since finding which need it would take too long. */
const maxSearched = 500;

/** A flow that is cut by what comes in must not itself decide what comes in: such stocks are checked instead. */
function avoidLoops(
  strategies: Map<Connected, Strategy>,
  equations: readonly Equation[],
  stocks: Stocks,
): void {
  const needs = new Map<string, Set<string>>();
  for (const { name: written, right } of equations) {
    if (right.kind !== 'expression') continue;
    const key = canonical(written);
    const own = needs.get(key) ?? new Set<string>();
    reads(right.expression, own);
    needs.set(key, own);
  }
  /** What each cut flow comes to read by being cut. */
  const added = new Map<string, { by: Connected; reads: string[] }[]>();
  for (const [connected, way] of strategies) {
    const { inflows, outflows } = connected;
    const cut =
      way === 'cut outflows'
        ? outflows
        : way === 'cut inflow'
          ? inflows.filter((f) => !stocks.oneWay(f))
          : [];
    cut.forEach((flow) => {
      const before = way === 'cut outflows' ? outflows.slice(0, outflows.indexOf(flow)) : [];
      const others = [...inflows, ...before].filter((other) => other !== flow).map((other) => other.key);
      const list = added.get(flow.key) ?? [];
      list.push({ by: connected, reads: others });
      added.set(flow.key, list);
    });
  }
  const next = (key: string): string[] => [
    ...(needs.get(key) ?? []),
    ...(added.get(key) ?? []).flatMap(({ by, reads: more }) => (strategies.get(by) === 'check' ? [] : more)),
  ];
  // Most flows are in no loop: loops are searched only where flows may reach each other.
  const groups = loopsOf(added.keys(), next);
  const sizes = new Map<number, number>();
  for (const group of groups.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  for (const [key, list] of added) {
    const group = groups.get(key);
    if (group === undefined) continue;
    for (const { by, reads: more } of list) {
      if (must(sizes, group) > maxSearched) {
        if (more.some((other) => groups.get(other) === group)) strategies.set(by, 'check');
        continue;
      }
      const seen = new Set<string>();
      const todo = [...more];
      for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
        if (at === key) {
          strategies.set(by, 'check');
          break;
        }
        if (seen.has(at) || groups.get(at) !== group) continue;
        seen.add(at);
        todo.push(...next(at));
      }
    }
  }
}

/** The loop of each name, as a number; names in no loop are left out. After Tarjan (1972), without recursion. */
function loopsOf(roots: Iterable<string>, next: (key: string) => readonly string[]): Map<string, number> {
  const groups = new Map<string, number>();
  const found = new Map<string, { index: number; low: number; open: boolean }>();
  const path: string[] = [];
  let group = 0;
  for (const root of roots) {
    if (found.has(root)) continue;
    const calls: { key: string; next: readonly string[]; at: number }[] = [];
    const enter = (key: string): void => {
      found.set(key, { index: found.size, low: found.size, open: true });
      path.push(key);
      calls.push({ key, next: next(key), at: 0 });
    };
    enter(root);
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const own = found.get(call.key);
      const other = call.next[call.at++];
      if (own === undefined) break;
      if (other !== undefined) {
        const known = found.get(other);
        if (known === undefined) enter(other);
        else if (known.open) own.low = Math.min(own.low, known.index);
        continue;
      }
      calls.pop();
      const caller = calls.at(-1);
      if (caller !== undefined) {
        const above = must(found, caller.key);
        above.low = Math.min(above.low, own.low);
      }
      if (own.low !== own.index) continue;
      const members = path.splice(path.lastIndexOf(call.key));
      for (const member of members) {
        const about = found.get(member);
        if (about !== undefined) about.open = false;
        if (members.length > 1 || next(member).includes(member)) groups.set(member, group);
      }
      group++;
    }
  }
  return groups;
}
