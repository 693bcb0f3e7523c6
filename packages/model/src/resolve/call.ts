import { at, must } from '@schaalsprong/words';
import type { Axis, Bound, Builder, Call, WholeArray } from '../functions/call.ts';
import { formOf } from '../functions/index.ts';
import { isMarked, marksIn, unmarked } from '../functions/marked-subscripts.ts';
import { num, ref } from '../functions/scalar.ts';
import { functionTexts } from '../functions/texts.ts';
import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { readTexts } from '../read/texts.ts';
import { type Expression, print } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import { flatLine } from './absent.ts';
import { partKey, Stop } from './faults.ts';
import type { Scope } from './scope.ts';
import { resolveTexts } from './texts.ts';
import type { Writing } from './writing.ts';

type CallExpression = Expression & { kind: 'call' };

const zero: Expression = { kind: 'number', value: 0, text: '0' };

/** The context that a builder gets for one call in one element. */
export function callOf(writer: Writing, e: CallExpression, known: Builder, scope: Scope): Call {
  checkCount(writer, e, known, scope);
  const { arena, faults } = writer;
  const { line } = scope.equation;
  const fn = canonical(e.fn);
  const argument = (i: number): Expression => e.args[i] ?? zero;
  const scalarOf = (of: Expression, bound?: Bound): Scalar => writer.scalar(of, scopeWith(scope, bound));
  const hide: Call['hide'] = (parts, label) => {
    scope.counter.next++;
    const name = `${scope.owner} (${label} ${scope.counter.next})`;
    return ref(arena.add({ kind: 'value', name, variable: scope.variable, line, hidden: true, ...parts }));
  };
  const lift: Call['lift'] = (s, label) =>
    s.k === 'n' || s.k === 'r' || s.k === 't' ? s : hide({ expr: s }, label);
  const marks = (...expressions: readonly Expression[]): Axis[] => {
    const axes = marksIn(expressions).map(
      (name) => axisOf(writer, `${name}!`, scope) ?? stopAt(writer, name, line),
    );
    return [...new Map(axes.map((axis) => [axis.key, axis])).values()];
  };
  return {
    fn,
    args: e.args,
    count: e.args.length,
    owner: scope.owner,
    self: scope.element,
    line,
    get time() {
      return writer.time;
    },
    get left() {
      return scope.left.flatMap(({ range }) => axisOf(writer, range, scope) ?? []);
    },
    scalar: (i) => writer.scalar(argument(i), scope),
    scalarOf,
    hide,
    lift,
    replace: (at, parts) => arena.replace(at, parts),
    constant: (i) => writer.constant(writer.scalar(argument(i), scope)),
    known: (of) => writer.folder.number(of),
    atStart: (i) => writer.constant(writer.scalar(argument(i), scope), writer.time.start),
    steady: (of) => writer.folder.steady(of),
    lookup: (points) => lookupOf(writer, points, scope),
    lookupOf: (i) => lookupNumber(writer, argument(i), formOf(fn), scope),
    dataOf: (i) => dataNumber(writer, argument(i), scope),
    pointsOf: (lookup) => {
      const { x, y } = at(arena.lookups, lookup);
      return x.map((time, i) => [time, at(y, i)]);
    },
    read: (lookup, x, mode) => ({ k: 'l', t: lookup, x, ...(mode === undefined ? {} : { m: mode }) }),
    axis: (name) => axisOf(writer, name, scope),
    markedAxes: marks,
    array: (i, bound) => arrayOf(writer, argument(i), fn, scopeWith(scope, bound)),
    combinations: (axes) =>
      arena
        .product(axes.map((axis) => axis.elements))
        .map((row) => new Map(axes.map((axis, i) => [axis.key, at(row, i)]))),
    over: (...arguments_) => {
      const axes = marks(...arguments_.map(argument));
      if (axes.length === 0) {
        const name = { fn: fn.toUpperCase() };
        faults.stop(
          'MODEL_SUBSCRIPT',
          line,
          say(resolveTexts.markMissing, name),
          say(resolveTexts.markMissingHint, name),
        );
      }
      // One map for all: nothing that is written keeps it.
      const bound = new Map(scope.bound);
      const inner: Scope = { ...scope, bound };
      return arena.product(axes.map((axis) => axis.elements)).map((row) => {
        axes.forEach((axis, i) => {
          bound.set(axis.key, at(row, i));
        });
        return arguments_.map((i) => writer.scalar(argument(i), inner));
      });
    },
    once: (free, make) => {
      const keys = new Set(free.map((axis) => axis.key));
      const key = [...scope.left.map((l) => [l.range, l.element] as const), ...scope.bound]
        .filter(([range]) => !keys.has(range))
        .map((pair) => pair.join('='))
        .join();
      const kept = writer.made.get(e) ?? new Map<string, unknown>();
      writer.made.set(e, kept);
      if (!kept.has(key)) kept.set(key, make());
      // The cached value under this call and key was made by this same call, so its type is right.
      return kept.get(key) as ReturnType<typeof make>;
    },
    stream: (label = fn) => writer.stream(`${scope.owner} ${label} ${scope.counter.next++}`),
    group: (name, inputs, outputs, settings) => {
      const a = inputs.map((input) => lift(input, `${fn} input`));
      const p = settings === undefined ? {} : { p: settings };
      return Array.from({ length: outputs }, (_, i) => ({ k: 'g', fn: name, a, ...p, n: outputs, i }));
    },
    fail: (code, message, hint, expected) => faults.stop(code, line, message, hint, expected),
  };
}

const scopeWith = (scope: Scope, bound: Bound | undefined): Scope =>
  bound === undefined ? scope : { ...scope, bound: new Map([...scope.bound, ...bound]) };

function arrayOf(writer: Writing, e: Expression, fn: string, scope: Scope): WholeArray {
  if (e.kind === 'parens') return arrayOf(writer, e.of, fn, scope);
  const variable = e.kind === 'name' ? writer.variables.get(canonical(e.name)) : undefined;
  if (e.kind === 'name' && variable !== undefined && !variable.lookup && e.subs.length > 0) {
    const subs = writer.subscripts(variable, e.subs, scope);
    writer.demandData(variable, scope);
    const dimensions = writer.variables.dimensionsOf(variable).filter((range) => range !== undefined);
    if (dimensions.length === subs.length) {
      const sizes = dimensions.map((range) => range.elements.length);
      const first = dimensions.reduce(
        (place, range, i) => place * range.elements.length + must(range.places, at(subs, i)),
        0,
      );
      const all = writer.arena.product(dimensions.map((range) => range.elements)).map((elements): Scalar => {
        writer.arena.spend(1);
        const element = writer.arena.elementOf.get(partKey(variable.key, elements));
        return element === undefined ? num(Number.NaN) : ref(element);
      });
      return { all, at: first, sizes };
    }
  }
  return writer.faults.stop(
    'MODEL_SUBSCRIPT',
    scope.equation.line,
    say(resolveTexts.arrayArgument, { fn: fn.toUpperCase(), text: print(e).slice(0, 40) }),
    say(resolveTexts.arrayArgumentHint),
  );
}

function checkCount(writer: Writing, e: CallExpression, known: Builder, scope: Scope): void {
  const { minArguments, maxArguments, form } = known;
  if (e.args.length >= minArguments && e.args.length <= maxArguments) return;
  writer.faults.stop(
    'MODEL_SYNTAX',
    scope.equation.line,
    say(readTexts.wrongArguments, { fn: canonical(e.fn).toUpperCase(), got: e.args.length }),
    say(readTexts.wrongArgumentsHint, { form }),
    say(readTexts.wrongArgumentsExpected, {
      wanted: minArguments === maxArguments ? minArguments : `${minArguments}-${maxArguments}`,
    }),
  );
}

function stopAt(writer: Writing, sub: string, line: number): never {
  writer.ranges.notAnIndex(unmarked(sub), line);
  throw new Stop();
}

/** A range, marked or not, and the position of the current element in it. */
function axisOf(writer: Writing, name: string, scope: Scope): Axis | undefined {
  const key = canonical(unmarked(name));
  const range = writer.ranges.get(key);
  if (range === undefined) return undefined;
  const bindKey = isMarked(name) ? `${key}!` : key;
  const onLeft = isMarked(name) ? [] : scope.left.filter((l) => l.range === key);
  const element = scope.bound.get(bindKey) ?? (onLeft.length === 1 ? onLeft[0]?.element : undefined);
  const at = element === undefined ? -1 : (range.places.get(element) ?? -1);
  return { name: range.name, key: bindKey, elements: range.elements, at };
}

function lookupOf(writer: Writing, points: Parameters<Call['lookup']>[0], scope: Scope): number {
  const lookup = writer.arena.lookup(points);
  if (typeof lookup === 'number') return lookup;
  return writer.faults.stop(
    'MODEL_TABLE',
    scope.equation.line,
    say(functionTexts.badTable, { name: scope.equation.name, detail: lookup.fault }),
    say(readTexts.badTableHint),
  );
}

function lookupNumber(writer: Writing, e: Expression, form: string, scope: Scope): number {
  if (e.kind === 'table') return lookupOf(writer, e.points, scope);
  if (e.kind === 'parens') return lookupNumber(writer, e.of, form, scope);
  const variable = e.kind === 'name' ? writer.variables.get(canonical(e.name)) : undefined;
  if (e.kind === 'name' && variable?.lookup === true) return writer.lookupIndex(variable, e.subs, scope);
  return writer.faults.stop(
    'MODEL_SYNTAX',
    scope.equation.line,
    say(functionTexts.badTable, { name: scope.equation.name, detail: print(e).slice(0, 40) }),
    say(readTexts.wrongArgumentsHint, { form }),
    say(resolveTexts.lookupExpected),
  );
}

function dataNumber(writer: Writing, e: Expression, scope: Scope): number | undefined {
  if (e.kind === 'parens') return dataNumber(writer, e.of, scope);
  const variable = e.kind === 'name' ? writer.variables.get(canonical(e.name)) : undefined;
  if (e.kind !== 'name' || variable === undefined) return undefined;
  if (writer.demandData(variable, scope)) {
    const lookup = writer.arena.lookup(flatLine);
    return typeof lookup === 'number' ? lookup : undefined;
  }
  return writer.arena.dataOf.get(partKey(variable.key, writer.subscripts(variable, e.subs, scope)));
}
