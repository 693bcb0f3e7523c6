import { at } from '@schaalsprong/words';
import type { Parts } from '../functions/call.ts';
import { builderOf, formOf } from '../functions/index.ts';
import { isMarked } from '../functions/marked-subscripts.ts';
import { refused } from '../functions/refused.ts';
import { now, num, op, power, ref } from '../functions/scalar.ts';
import { functionTexts } from '../functions/texts.ts';
import type { TimeSettings } from '../ir/program.ts';
import { eachReference, reachedFrom } from '../ir/references.ts';
import type { Operation, Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { readTexts } from '../read/texts.ts';
import { streamNumber } from '../statistics/philox.ts';
import { arithmetic, type BinaryOperator, type Equation, type Expression, print } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import type { Absent } from './absent.ts';
import type { Arena } from './arena.ts';
import { callOf } from './call.ts';
import { derivedSeries, notAvailable, readSeries } from './data-series.ts';
import { type Faults, partKey, Stop } from './faults.ts';
import { Folder } from './fold.ts';
import type { Ranges } from './ranges.ts';
import { Binder, type Scope } from './scope.ts';
import { resolveTexts } from './texts.ts';
import { isDataEquation, type Variable, type Variables } from './variables.ts';
import type { Writing } from './writing.ts';

const operations: Readonly<Record<Exclude<BinaryOperator, '^'>, Operation>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '=': 'eq',
  '<>': 'ne',
  '<': 'lt',
  '>': 'gt',
  '<=': 'le',
  '>=': 'ge',
  ':AND:': 'and',
  ':OR:': 'or',
};

/** Thrown when the time settings are needed before they are known, that is, not by a setting itself. */
export class TimeUnknown extends Error {}

/** Dependencies of {@link Writer}. */
export interface WriterParts {
  readonly ranges: Ranges;
  readonly variables: Variables;
  readonly arena: Arena;
  readonly faults: Faults;
  /** Work list: elements whose right side is not resolved yet. */
  readonly jobs: Map<number, Scope>;
  /** Keys of variables with a reported problem: missing elements of theirs are not reported again. */
  readonly faulty: ReadonlySet<string>;
  /** By key of a variable from data over time, or of a lookup, whose data is missing. */
  readonly absent: Map<string, Absent>;
  /** By index of an element that is read from a missing file. */
  readonly unread: ReadonlyMap<number, Absent>;
}

/** Second pass: lowers right sides to scalars of the intermediate representation, one element at a time. */
export class Writer implements Writing {
  readonly ranges: Ranges;
  readonly variables: Variables;
  readonly arena: Arena;
  readonly faults: Faults;
  readonly binder: Binder;
  readonly folder: Folder;
  /** Memoized results of calls that elements share. */
  readonly made = new Map<Expression, Map<string, unknown>>();
  /** The name of each stream of random numbers in use. */
  readonly #streams = new Map<number, string>();
  readonly #jobs: Map<number, Scope>;
  /** Elements whose right side is being resolved, for cycle detection. */
  readonly #open = new Set<number>();
  readonly #faulty: ReadonlySet<string>;
  readonly #absent: Map<string, Absent>;
  readonly #unread: ReadonlyMap<number, Absent>;
  /** Elements whose equation reads missing data. */
  readonly lacking = new Map<number, Absent>();
  /** Equations of which only the sketch is there. */
  readonly #unwritten: Equation[] = [];
  #settings: TimeSettings | undefined;
  /** Names that denote numbers where the model has no equation for them: the time settings of XMILE. */
  readonly #named = new Map<string, number>();

  constructor({ ranges, variables, arena, faults, jobs, faulty, absent, unread }: WriterParts) {
    this.ranges = ranges;
    this.variables = variables;
    this.arena = arena;
    this.faults = faults;
    this.#jobs = jobs;
    this.#faulty = faulty;
    this.#absent = absent;
    this.#unread = unread;
    this.binder = new Binder(ranges, faults);
    this.folder = new Folder(arena, (element) => this.fill(element));
  }

  /** A stream of random numbers, hashed from the name; probes on a collision. */
  stream(name: string): number {
    for (let text = name; ; text += "'") {
      const stream = streamNumber(text);
      const user = this.#streams.get(stream);
      if (user !== undefined && user !== name) continue;
      this.#streams.set(stream, name);
      return stream;
    }
  }

  get time(): TimeSettings {
    if (this.#settings === undefined) throw new TimeUnknown();
    return this.#settings;
  }

  set time(settings: TimeSettings) {
    this.#settings = settings;
    this.#named.set('initial time', settings.start);
    this.#named.set('final time', settings.stop);
    this.#named.set('time step', settings.step);
    this.#named.set('saveper', settings.saveEvery);
  }

  /** Resolves all remaining right sides. */
  fillAll(): void {
    for (const element of [...this.#jobs.keys()]) this.fill(element);
    this.#reportUnwritten();
  }

  /** A sketch without equations is one problem, however many variables it holds. */
  #reportUnwritten(): void {
    const equations = [...new Set(this.#unwritten)].sort((a, b) => a.line - b.line);
    const [first] = equations;
    if (first === undefined) return;
    const names = [...new Set(equations.map(({ name }) => name))];
    this.faults.report(
      'MODEL_UNSUPPORTED',
      first.line,
      say(resolveTexts.unwritten, {
        count: names.length,
        names: `${names.slice(0, 5).join(', ')}${names.length > 5 ? ', ...' : ''}`,
      }),
      say(functionTexts.altUnwritten),
    );
  }

  /** Resolves the right side of an element if that is not done yet; false where it could not be. */
  fill(index: number): boolean {
    // In progress: reading it here is a cycle, which is reported later.
    if (this.#open.has(index)) return false;
    const scope = this.#jobs.get(index);
    const element = this.arena.elements[index];
    if (scope === undefined || element === undefined) return true;
    const { right } = scope.equation;
    if (right.kind !== 'expression') return true;
    this.#jobs.delete(index);
    this.#open.add(index);
    const before = this.arena.elements.length;
    try {
      const parts = isDataEquation(scope.equation)
        ? this.#derived(right.expression, scope)
        : this.#whole(right.expression, scope);
      this.arena.elements[index] = {
        ...element,
        ...parts,
        ...(element.hidden === true ? { constant: false } : {}),
      };
    } catch (error) {
      if (error instanceof TimeUnknown) {
        this.arena.elements.length = before;
        this.made.clear();
        scope.counter.next = 0;
        this.#jobs.set(index, scope);
        return false;
      }
      if (!(error instanceof Stop)) throw error;
    } finally {
      this.#open.delete(index);
    }
    return true;
  }

  /** The whole right side: here INTEG and the other functions are allowed that make the variable itself a state. */
  #whole(e: Expression, scope: Scope): Parts {
    if (e.kind === 'parens') return this.#whole(e.of, scope);
    if (e.kind === 'call') {
      const known = builderOf(canonical(e.fn));
      if (known?.asEquation !== undefined) return known.asEquation(callOf(this, e, known, scope));
    }
    const value = arithmetic(e);
    return value === undefined ? { expr: this.scalar(e, scope) } : { expr: num(value), constant: true };
  }

  /** A data equation, `a := b * 2`: computed where there is data, and read as data. */
  #derived(e: Expression, scope: Scope): Parts {
    const filled = e.kind === 'call' && canonical(e.fn) === 'x if missing' && e.args.length === 2;
    const [of = e, missing] = filled ? e.args : [];
    const parts = this.#whole(of, scope);
    if (parts.constant === true) return parts;
    // A fault in it, here or in what it is made of, is reported once: what follows takes it for data without points.
    this.arena.series.set(scope.element, []);
    if (holdsNaN(parts.expr)) throw new Stop();
    const instead = missing === undefined ? undefined : this.folder.number(this.scalar(missing, scope));
    const { equation } = scope;
    const course =
      parts.kind === undefined ? derivedSeries(parts.expr, this.arena, this.folder, instead) : undefined;
    const read =
      course === undefined ? undefined : readSeries(course, equation.mode ?? 'interpolate', this.arena);
    if (course === undefined || read === undefined || 'fault' in read) {
      return this.faults.stop(
        'MODEL_UNSUPPORTED',
        equation.line,
        say(resolveTexts.dataEquation, { name: equation.name }),
        say(resolveTexts.dataEquationHint),
      );
    }
    this.arena.addSeries(scope.element, canonical(scope.owner), course, read.lookup);
    return { expr: read.expr };
  }

  /** Error recovery: a problem abandons only the smallest enclosing expression, so that the rest is checked too. */
  scalar(e: Expression, scope: Scope): Scalar {
    this.arena.spend(1);
    try {
      return this.#written(e, scope);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return num(Number.NaN);
    }
  }

  #written(e: Expression, scope: Scope): Scalar {
    const { line, name } = scope.equation;
    switch (e.kind) {
      case 'number':
        return num(e.value);
      case 'parens':
        return this.scalar(e.of, scope);
      case 'negative':
        return op('neg', this.scalar(e.of, scope));
      case 'not':
        return op('not', this.scalar(e.of, scope));
      case 'binary': {
        const same = this.#samePosition(e, scope);
        if (same !== undefined) return same;
        const left = this.scalar(e.left, scope);
        const right = this.scalar(e.right, scope);
        return e.op === '^' ? power(left, right) : op(operations[e.op], left, right);
      }
      case 'name':
        return this.#name(e, scope);
      case 'lookup-call':
        return this.#lookupCall(e.name, e.subs, e.arg, scope);
      case 'call':
        return this.#call(e, scope);
      case 'keyword':
        if (canonical(e.text) === ':na:') return num(notAvailable);
        if (e.text === '') {
          return this.faults.stop(
            'MODEL_SYNTAX',
            line,
            say(resolveTexts.emptyArgument, { name }),
            say(resolveTexts.emptyArgumentHint),
          );
        }
        return this.#unsupported(e, line);
      case 'string':
        return this.#unsupported(e, line);
      case 'table':
        return this.faults.stop(
          'MODEL_SYNTAX',
          line,
          say(functionTexts.badTable, { name, detail: print(e).slice(0, 40) }),
          say(readTexts.wrongArgumentsHint, { form: formOf('with lookup') }),
          say(resolveTexts.valueExpected),
        );
    }
  }

  #unsupported(e: Expression, line: number): never {
    return this.faults.stop(
      'MODEL_UNSUPPORTED',
      line,
      say(resolveTexts.unsupportedKeyword, { fn: print(e) }),
      say(resolveTexts.noAlternative),
    );
  }

  #name(e: Expression & { kind: 'name' }, scope: Scope): Scalar {
    const key = canonical(e.name);
    if (key === 'time' && e.subs.length === 0) return now;
    const variable = this.variables.get(key);
    if (variable === undefined) {
      if (e.subs.length === 0) {
        if (this.ranges.get(key) !== undefined || this.ranges.isElement(key))
          return num(this.binder.position(e.name, scope));
        const setting = this.#named.get(key);
        if (setting !== undefined) return num(setting);
      }
      this.variables.unknown(e.name, scope.equation.line);
      throw new Stop();
    }
    if (variable.lookup) {
      const { name } = e;
      return this.faults.stop(
        'MODEL_SYNTAX',
        scope.equation.line,
        say(resolveTexts.lookupNotCalled, { name }),
        say(resolveTexts.lookupNotCalledHint, { name }),
        say(resolveTexts.valueExpected),
      );
    }
    if (e.index?.some((index) => index !== undefined) === true) return this.#computed(variable, e, scope);
    return ref(this.#elementNumber(variable, e.subs, scope));
  }

  /** `DimA = DimB`, `DimA <> A1`: whether two subscripts denote one element, of any family. */
  #samePosition(e: Expression & { kind: 'binary' }, scope: Scope): Scalar | undefined {
    if (e.op !== '=' && e.op !== '<>') return undefined;
    const [left, right] = [e.left, e.right].map((side) => {
      if (side.kind !== 'name' || side.subs.length > 0) return undefined;
      const key = canonical(side.name);
      const subscript = this.ranges.get(key) !== undefined || this.ranges.isElement(key);
      return subscript && this.variables.get(key) === undefined ? side.name : undefined;
    });
    if (left === undefined || right === undefined) return undefined;
    const places = [left, right].map((name) => num(this.binder.position(name, scope, true)));
    return op(operations[e.op], ...places);
  }

  #elementNumber(variable: Variable, subs: readonly string[], scope: Scope): number {
    const elements = this.subscripts(variable, subs, scope);
    const element =
      this.arena.elementOf.get(partKey(variable.key, elements)) ??
      this.noSuchElement(variable, elements, scope);
    if (variable.derived) this.fill(element);
    this.demandData(variable, scope);
    return element;
  }

  /**
   * Data that is not there may be left out of a run. What is computed with it is noted, and refused where a question needs it;
   * nothing can be read of it at once, as the time settings do.
   * @returns whether no run may ask for the element of the scope, so that the placeholder for the data is harmless
   */
  demandData(variable: Variable, scope: Scope): boolean {
    const absent = this.#absent.get(variable.key);
    if (absent === undefined) return false;
    if (isDataEquation(scope.equation)) {
      const own = canonical(scope.equation.name);
      if (!this.#absent.has(own)) this.#absent.set(own, absent);
      if (absent.file !== undefined) this.lacking.set(scope.element, absent);
      return absent.file !== undefined;
    }
    if (this.#settings !== undefined) {
      this.lacking.set(scope.element, absent);
      return true;
    }
    return this.#refuse(absent);
  }

  /**
   * The number of a scalar that must be known while compiling, such as a time setting or the order of a delay.
   * @param start the time of the start, where the value at the start is meant
   * @returns undefined where the model does not fix it
   * @throws Stop where it is made of constants from a missing file, which is reported
   */
  constant(s: Scalar, start?: number): number | undefined {
    const value = start === undefined ? this.folder.number(s) : this.folder.atStart(s, start);
    if (value !== undefined || this.#unread.size === 0) return value;
    const roots: number[] = [];
    eachReference(s, (e) => roots.push(e));
    for (const e of reachedFrom(this.arena.elements, roots)) {
      const absent = this.#unread.get(e);
      if (absent !== undefined) this.#refuse(absent);
    }
    return undefined;
  }

  #refuse({ line, message, hint, expected }: Absent): never {
    return this.faults.stop('MODEL_DATA', line, message, hint, expected);
  }

  /** An element whose place is computed in the run: XMILE's `a[i + 1]`. Beyond the dimension it is 0. */
  #computed(variable: Variable, e: Expression & { kind: 'name' }, scope: Scope): Scalar {
    const dimensions = this.variables.dimensionsOf(variable);
    this.#checkCount(variable, e.subs, scope);
    this.demandData(variable, scope);
    let place: Scalar = num(0);
    let inside: Scalar = num(1);
    const axes = e.subs.map((sub, position): readonly string[] => {
      const index = e.index?.[position];
      const dimension = dimensions[position];
      if (index === undefined || dimension === undefined)
        return [this.#element(variable, position, sub, scope)];
      const size = dimension.elements.length;
      const at = op('trunc', this.scalar(index, scope));
      place = op('add', op('mul', place, num(size)), op('sub', at, num(1)));
      inside = op('and', inside, op('and', op('ge', at, num(1)), op('le', at, num(size))));
      return dimension.elements;
    });
    const elements = this.arena.product(axes).map((subs) => {
      const element = this.arena.elementOf.get(partKey(variable.key, subs));
      return element === undefined ? num(0) : ref(element);
    });
    const within = op('if', inside, place, num(0));
    const picked: Scalar = { k: 'g', fn: 'pick', a: [within, ...elements], n: 1, i: 0 };
    return op('if', inside, picked, num(0));
  }

  /** Reports that an element is not there. */
  noSuchElement(variable: Variable, subs: readonly string[], scope: Scope): never {
    // An equation that could not be read is a fault of its own.
    if (this.#faulty.has(variable.key)) throw new Stop();
    const known = variable.own.slice(0, 8).map((own) => own.subs.join(','));
    return this.faults.stop(
      'MODEL_SUBSCRIPT',
      scope.equation.line,
      say(resolveTexts.noSuchElement, {
        element: this.variables.fullName(variable, subs),
        name: variable.name,
        known: known.join(' ; ') || '-',
      }),
      say(readTexts.subscriptHint, { line: at(variable.equations, 0).line }),
    );
  }

  #checkCount(variable: Variable, subs: readonly string[], scope: Scope): void {
    if (subs.length === variable.equations[0]?.subs.length) return;
    const first = at(variable.equations, 0);
    const { line } = scope.equation;
    this.variables.subscriptCount(variable.name, first.subs.length, subs.length, line, first.line);
    throw new Stop();
  }

  /** The elements that the subscripts of a name denote. */
  subscripts(variable: Variable, subs: readonly string[], scope: Scope): string[] {
    this.#checkCount(variable, subs, scope);
    const twice = subs.find((sub, i) => isMarked(sub) && subs.slice(0, i).some((s) => sameName(s, sub)));
    if (twice !== undefined) {
      this.faults.stop(
        'MODEL_SUBSCRIPT',
        scope.equation.line,
        say(resolveTexts.markTwice, { dim: twice, name: variable.name }),
        say(resolveTexts.markTwiceHint),
      );
    }
    return subs.map((sub, position) => this.#element(variable, position, sub, scope));
  }

  #element(variable: Variable, position: number, sub: string, scope: Scope): string {
    const digits = /^\d+$/.test(sub.trim());
    if (digits) {
      // A number is the name of an element, or else a place in the dimension of the variable.
      const dimension = this.variables.dimensionsOf(variable)[position];
      const key = canonical(sub);
      if (dimension !== undefined && !dimension.places.has(key)) {
        const element = dimension.elements[Number(sub) - 1];
        if (element !== undefined) return element;
      }
    }
    return this.binder.element(sub, scope);
  }

  #lookupCall(name: string, subs: readonly string[], arg: Expression, scope: Scope): Scalar {
    const variable = this.variables.get(canonical(name));
    if (variable === undefined) {
      this.variables.unknown(name, scope.equation.line);
      throw new Stop();
    }
    if (!variable.lookup) {
      return this.faults.stop(
        'MODEL_SYNTAX',
        scope.equation.line,
        say(readTexts.notALookup, { name }),
        say(resolveTexts.notALookupHint, { name }),
        say(resolveTexts.lookupExpected),
      );
    }
    return { k: 'l', t: this.lookupIndex(variable, subs, scope), x: this.scalar(arg, scope) };
  }

  /** The index of the lookup of an element. */
  lookupIndex(variable: Variable, subs: readonly string[], scope: Scope): number {
    const elements = this.subscripts(variable, subs, scope);
    this.demandData(variable, scope);
    return (
      this.arena.lookupOf.get(partKey(variable.key, elements)) ??
      this.noSuchElement(variable, elements, scope)
    );
  }

  #call(e: Expression & { kind: 'call' }, scope: Scope): Scalar {
    const fn = canonical(e.fn);
    const known = builderOf(fn);
    if (known !== undefined) return known.build(callOf(this, e, known, scope));
    const [arg] = e.args;
    if (this.variables.get(fn) !== undefined && arg !== undefined)
      return this.#lookupCall(e.fn, [], arg, scope);
    if (fn === unwrittenFunction) {
      this.#unwritten.push(scope.equation);
      throw new Stop();
    }
    const alternative = refused.find(([pattern]) => pattern.test(fn));
    if (alternative === undefined) {
      this.variables.unknown(e.fn, scope.equation.line);
      throw new Stop();
    }
    return this.faults.stop(
      'MODEL_UNSUPPORTED',
      scope.equation.line,
      say(readTexts.unsupportedFunction, { fn: fn.toUpperCase() }),
      say(alternative[1]),
    );
  }
}

/** What Vensim writes for a variable of a sketch that has no equation yet. */
const unwrittenFunction = 'a function of';

const holdsNaN = (s: Scalar): boolean => {
  if (s.k === 'n') return Number.isNaN(s.v);
  if (s.k === 'f' || s.k === 'g') return s.a.some(holdsNaN);
  return s.k === 'l' && holdsNaN(s.x);
};

const sameName = (a: string, b: string): boolean => a === b || canonical(a) === canonical(b);
