import { arithmetic, type Dimension, type Equation, type Expression, type Point, print } from './ast.ts';
import type { Axis, Bound, Builder, Call } from './builders/call.ts';
import { builderOf, formOf } from './builders/index.ts';
import { refused } from './builders/refused.ts';
import { now, num, op, power, ref } from './builders/scalar.ts';
import { canonical, elementKey, nearestNames, splitElementName } from './names.ts';
import type { ParsedModel } from './parse.ts';
import type { ModelProblem, ProblemCode } from './problems.ts';
import {
  type DimensionInfo,
  type Element,
  needsAtStart,
  needsEachStep,
  order,
  type Program,
  type Scalar,
  type Table,
  type TimeSettings,
  type VariableInfo,
  type VariableKind,
} from './program.ts';
import { makeTable } from './table.ts';
import { say, type Text } from './texts.ts';

interface Range {
  readonly name: string;
  readonly key: string;
  readonly line: number;
  /** Keys of its elements, in order. */
  readonly elements: readonly string[];
  /** For each range that this one maps to: element of that range for each of ours. */
  readonly mappings: ReadonlyMap<string, readonly string[]>;
}

interface Variable {
  readonly name: string;
  readonly key: string;
  readonly equations: Equation[];
  readonly number: number;
}

/** What the subscripts stand for while one element of one equation is written out. */
interface Scope {
  readonly owner: string;
  readonly equation: Equation;
  readonly variable: Variable;
  /** Left-hand subscripts that are ranges: range key and its element now. */
  readonly left: readonly { range: string; element: string }[];
  /** Ranges marked with ! and their element now. */
  readonly marked: ReadonlyMap<string, string>;
  counter: number;
}

/** More time steps than this would not fit in memory: a slip in TIME STEP, not a model. */
const mostSteps = 100_000;

class Stop extends Error {}

/** Resolves names, subscripts and functions of a parsed model into a program of scalar elements. */
export function resolve(parsed: ParsedModel, file: string): { program: Program; problems: ModelProblem[] } {
  return new Resolver(parsed, file).resolve();
}

class Resolver {
  private readonly problems: ModelProblem[] = [];
  private readonly seen = new Set<string>();
  private readonly ranges = new Map<string, Range>();
  /** Written form of an element of a range, by key. */
  private readonly elementNames = new Map<string, string>();
  private readonly variables = new Map<string, Variable>();
  private readonly elements: Element[] = [];
  private readonly elementOf = new Map<string, number>();
  private readonly tableOf = new Map<string, number>();
  private readonly lookups = new Set<string>();
  private readonly tables: Table[] = [];
  private readonly tableNumbers = new Map<string, number>();
  /** What calls made once for several elements. */
  private readonly made = new Map<Expression, Map<string, unknown>>();
  private time: TimeSettings = { start: 0, stop: 1, step: 1, saveEvery: 1, method: 'euler' };
  private readonly parsed: ParsedModel;
  private readonly file: string;

  constructor(parsed: ParsedModel, file: string) {
    this.parsed = parsed;
    this.file = file;
  }

  resolve(): { program: Program; problems: ModelProblem[] } {
    this.readRanges();
    for (const equation of this.parsed.equations) this.addEquation(equation);
    this.time = this.readTime();
    const jobs = this.declareElements();
    for (const job of jobs) this.fill(job.element, job.scope);
    this.checkLoops();
    const program: Program = {
      file: this.file,
      time: this.time,
      dimensions: [...this.ranges.values()].map(
        (range): DimensionInfo => ({
          name: range.name,
          elements: range.elements.map((e) => this.elementNames.get(e) ?? e),
          line: range.line,
        }),
      ),
      variables: this.describe(),
      elements: this.elements,
      tables: this.tables,
      warnings: [],
    };
    return { program, problems: this.problems };
  }

  private problem(code: ProblemCode, line: number, message: Text, hint: Text, expected?: Text): void {
    // An equation over a dimension is written out once per element: its fault is told once.
    const key = `${code} ${line} ${message.en}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.problems.push({
      code,
      message,
      file: this.file,
      line,
      ...(expected === undefined ? {} : { expected }),
      hint,
    });
  }

  // ---- dimensions -------------------------------------------------------------------------------------------

  private readRanges(): void {
    const byKey = new Map<string, Dimension>();
    for (const dimension of this.parsed.dimensions) {
      const key = canonical(dimension.name);
      const earlier = byKey.get(key);
      if (earlier !== undefined) {
        this.duplicate(dimension.name, earlier.line, dimension.line);
        continue;
      }
      byKey.set(key, dimension);
    }
    const expanded = new Map<string, readonly string[]>();
    const expand = (key: string, open: readonly string[]): readonly string[] => {
      const known = expanded.get(key);
      if (known !== undefined) return known;
      const dimension = byKey.get(key);
      if (dimension === undefined) return [];
      if (open.includes(key)) {
        this.problem(
          'MODEL_LOOP',
          dimension.line,
          say('loop', { cycle: [...open, key].join(' -> ') }),
          say('emptyDimensionHint', { name: dimension.name }),
        );
        return [];
      }
      const inside = [...open, key];
      const elements: string[] = [];
      if (dimension.aliasOf !== undefined) {
        const target = canonical(dimension.aliasOf);
        if (!byKey.has(target)) this.notAnIndex(dimension.aliasOf, dimension.line);
        elements.push(...expand(target, inside));
      }
      for (const member of dimension.members) {
        const memberKey = canonical(member);
        if (byKey.has(memberKey)) elements.push(...expand(memberKey, inside));
        else {
          elements.push(memberKey);
          if (!this.elementNames.has(memberKey))
            this.elementNames.set(memberKey, member.replace(/^"|"$/g, ''));
        }
      }
      if (elements.length === 0) {
        this.problem(
          'MODEL_SUBSCRIPT',
          dimension.line,
          say('emptyDimension', { name: dimension.name }),
          say('emptyDimensionHint', { name: dimension.name }),
        );
      }
      expanded.set(key, elements);
      return elements;
    };
    for (const key of byKey.keys()) expand(key, []);
    for (const [key, dimension] of byKey) {
      const elements = expanded.get(key) ?? [];
      const mappings = new Map<string, readonly string[]>();
      for (const mapping of dimension.mappings) {
        const to = canonical(mapping.to);
        const targets = expanded.get(to);
        if (targets === undefined) {
          this.notAnIndex(mapping.to, dimension.line);
          continue;
        }
        // In a list each entry answers one member of ours as written; a member may be a range of several.
        const image: string[] = [];
        if (mapping.members.length === 0) image.push(...targets);
        else if (mapping.members.length === dimension.members.length) {
          dimension.members.forEach((member, i) => {
            const own = expanded.get(canonical(member)) ?? [canonical(member)];
            const targetName = canonical(mapping.members[i] ?? '');
            const many = expanded.get(targetName);
            if (many === undefined) image.push(...own.map(() => targetName));
            else if (many.length === own.length) image.push(...many);
          });
        }
        if (image.length !== elements.length) {
          this.problem(
            'MODEL_SUBSCRIPT',
            dimension.line,
            say('badMapping', { from: dimension.name, to: mapping.to }),
            say('badMappingHint', { from: dimension.name, to: mapping.to }),
          );
          continue;
        }
        mappings.set(to, image);
      }
      this.ranges.set(key, { name: dimension.name, key, line: dimension.line, elements, mappings });
    }
  }

  private notAnIndex(sub: string, line: number): void {
    if (this.parsed.unread.has(canonical(sub))) return;
    this.problem(
      'MODEL_SUBSCRIPT',
      line,
      say('notAnIndex', { sub }),
      this.nearest(sub, [
        ...[...this.ranges.values()].map((r) => r.name),
        ...this.elementNames.values(),
        ...this.parsed.dimensions.map((d) => d.name),
      ]),
    );
  }

  private nearest(name: string, known: readonly string[]): Text {
    const names = nearestNames(name, new Set(known));
    return names.length === 0 ? say('noNearest') : say('nearest', { names: names.join(', ') });
  }

  private duplicate(name: string, first: number, second: number): void {
    this.problem('MODEL_DUPLICATE', second, say('duplicate', { name, first, second }), say('duplicateHint'));
  }

  // ---- variables --------------------------------------------------------------------------------------------

  private addEquation(equation: Equation): void {
    const key = canonical(equation.name);
    if (key === 'time') {
      this.problem(
        'MODEL_DUPLICATE',
        equation.line,
        say('reserved', { name: equation.name }),
        say('reservedHint'),
      );
      return;
    }
    const range = this.ranges.get(key);
    if (range !== undefined) {
      this.duplicate(equation.name, range.line, equation.line);
      return;
    }
    let variable = this.variables.get(key);
    if (variable === undefined) {
      variable = {
        name: equation.name.replace(/^"|"$/g, ''),
        key,
        equations: [],
        number: this.variables.size,
      };
      this.variables.set(key, variable);
    }
    variable.equations.push(equation);
    if (equation.right.kind === 'table') this.lookups.add(key);
  }

  private readTime(): TimeSettings {
    const value = (name: string): number | undefined => {
      const variable = this.variables.get(canonical(name));
      const found = this.fixedOf(canonical(name), []);
      if (found === undefined && !this.parsed.unread.has(canonical(name))) {
        this.problem(
          'MODEL_TIME',
          variable?.equations[0]?.line ?? 1,
          say('timeMissing', { name }),
          say('timeMissingHint', { name }),
        );
      }
      return found;
    };
    const start = value('INITIAL TIME');
    const stop = value('FINAL TIME');
    const step = value('TIME STEP');
    const saveEvery = this.variables.has('saveper') ? value('SAVEPER') : step;
    if (start === undefined || stop === undefined || step === undefined || saveEvery === undefined)
      return this.time;
    const line = this.variables.get('time step')?.equations[0]?.line ?? 1;
    const fits = (span: number): boolean =>
      step > 0 && span >= 0 && Math.abs(span / step - Math.round(span / step)) < 1e-6;
    if (!fits(stop - start)) {
      this.problem(
        'MODEL_TIME',
        line,
        say('timeGrid', { name: 'TIME STEP', detail: `(${stop} - ${start}) / ${step}` }),
        say('timeGridHint'),
      );
    } else if (!fits(saveEvery) || saveEvery < step / 2) {
      this.problem(
        'MODEL_TIME',
        this.variables.get('saveper')?.equations[0]?.line ?? line,
        say('timeGrid', { name: 'SAVEPER', detail: `${saveEvery} / ${step}` }),
        say('timeGridHint'),
      );
    } else if ((stop - start) / step > mostSteps) {
      this.problem(
        'MODEL_TIME',
        line,
        say('timeSteps', { steps: Math.round((stop - start) / step), start, stop, step }),
        say('timeStepsHint'),
        say('timeStepsExpected', { most: mostSteps }),
      );
    } else {
      return { start, stop, step, saveEvery, method: 'euler' };
    }
    return this.time;
  }

  /** The value of a variable that is a number or plain arithmetic on such variables; `open`: those that ask for it. */
  private fixedOf(key: string, open: readonly string[]): number | undefined {
    const variable = this.variables.get(key);
    if (variable === undefined) return undefined;
    const equation = variable.equations[0];
    if (equation === undefined || variable.equations.length > 1 || equation.subs.length > 0) return undefined;
    if (open.includes(variable.key) || equation.right.kind !== 'expression') return undefined;
    return arithmetic(equation.right.expression, (name) =>
      this.fixedOf(canonical(name), [...open, variable.key]),
    );
  }

  /** Makes every element that the left sides name, so that the right sides can refer to them in any order. */
  private declareElements(): { element: number; scope: Scope }[] {
    const jobs: { element: number; scope: Scope }[] = [];
    for (const variable of this.variables.values()) {
      const lines = new Map<string, number>();
      const width = variable.equations[0]?.subs.length ?? 0;
      for (const equation of variable.equations) {
        if (equation.subs.length !== width) {
          this.subscriptCount(equation.name, width, equation.subs.length, equation.line, variable);
          continue;
        }
        const axes = this.axes(equation.subs, equation.line);
        if (axes === undefined) continue;
        const excepted = this.exceptions(equation);
        if (equation.right.kind === 'data') {
          this.problem(
            'MODEL_UNSUPPORTED',
            equation.line,
            say('emptyEquation', { name: equation.name }),
            say('emptyEquationHint', { name: equation.name }),
          );
        }
        const combinations = product(axes.map((axis) => axis.elements));
        const list = equation.right.kind === 'list' ? this.list(equation, axes, combinations.length) : [];
        combinations.forEach((combination, i) => {
          const key = elementKey(variable.key, combination);
          if (excepted.has(combination.join(','))) return;
          const earlier = lines.get(key);
          if (earlier !== undefined) {
            this.duplicate(this.fullName(variable, combination), earlier, equation.line);
            return;
          }
          lines.set(key, equation.line);
          if (equation.right.kind === 'table') {
            const table = this.table(equation.right.points, equation);
            if (table !== undefined) this.tableOf.set(key, table);
            return;
          }
          const name = this.fullName(variable, combination);
          const left = axes.flatMap((axis, position) =>
            axis.range === undefined ? [] : [{ range: axis.range, element: combination[position] ?? '' }],
          );
          const value = list[i];
          const element = this.elements.length;
          this.elementOf.set(key, element);
          this.elements.push({
            name,
            kind: 'value',
            variable: variable.number,
            line: equation.line,
            expr: num(value ?? 0),
            ...(value === undefined ? {} : { constant: true }),
          });
          if (equation.right.kind === 'expression') {
            const scope = {
              owner: name,
              equation,
              variable,
              left,
              marked: new Map<string, string>(),
              counter: 0,
            };
            jobs.push({ element, scope });
          }
        });
      }
    }
    return jobs;
  }

  private fullName(variable: Variable, elements: readonly string[]): string {
    if (elements.length === 0) return variable.name;
    return `${variable.name}[${elements.map((e) => this.elementNames.get(e) ?? e).join(',')}]`;
  }

  private subscriptCount(name: string, wanted: number, got: number, line: number, variable: Variable): void {
    this.problem(
      'MODEL_SUBSCRIPT',
      line,
      say('subscriptCount', { name, wanted, got }),
      say('subscriptHint', { line: variable.equations[0]?.line ?? line }),
    );
  }

  private axes(
    subs: readonly string[],
    line: number,
  ): { range?: string; elements: readonly string[] }[] | undefined {
    const axes: { range?: string; elements: readonly string[] }[] = [];
    for (const sub of subs) {
      const key = canonical(sub);
      const range = this.ranges.get(key);
      if (range !== undefined) axes.push({ range: key, elements: range.elements });
      else if (this.elementNames.has(key)) axes.push({ elements: [key] });
      else {
        this.notAnIndex(sub, line);
        return undefined;
      }
    }
    return axes;
  }

  private exceptions(equation: Equation): Set<string> {
    const excepted = new Set<string>();
    for (const set of equation.except) {
      const axes = this.axes(set, equation.line);
      if (axes === undefined) continue;
      if (axes.length !== equation.subs.length) {
        this.problem(
          'MODEL_SUBSCRIPT',
          equation.line,
          say('subscriptCount', { name: ':EXCEPT:', wanted: equation.subs.length, got: axes.length }),
          say('subscriptHint', { line: equation.line }),
        );
      }
      for (const combination of product(axes.map((axis) => axis.elements)))
        excepted.add(combination.join(','));
    }
    return excepted;
  }

  private list(
    equation: Equation,
    axes: readonly { elements: readonly string[] }[],
    wanted: number,
  ): number[] {
    if (equation.right.kind !== 'list') return [];
    const { rows } = equation.right;
    const values = rows.flat();
    // `a[Area, Level, one element]`: the columns are those of Level.
    const columns = axes.findLast((axis) => axis.elements.length > 1)?.elements.length ?? 1;
    const rowsFit = rows.length === 1 || rows.every((row) => row.length === columns);
    if (values.length !== wanted || !rowsFit || values.some((v) => !Number.isFinite(v))) {
      this.problem(
        'MODEL_SUBSCRIPT',
        equation.line,
        say('listLength', { name: equation.name, got: rows.map((row) => row.length).join(' ; ') }),
        say('listLengthHint', { dims: equation.subs.join(', ') }),
        say('listLengthExpected', { wanted: axes.map((axis) => axis.elements.length).join(' x ') || '1' }),
      );
      // The problem above forbids running; zeros keep the rest of the check going.
      return Array.from({ length: wanted }, () => 0);
    }
    return values;
  }

  private table(points: readonly Point[], equation: Equation): number | undefined {
    const made = makeTable(points);
    if ('fault' in made) {
      this.problem(
        'MODEL_TABLE',
        equation.line,
        say('badTable', { name: equation.name, detail: made.fault }),
        say('badTableHint'),
      );
      return undefined;
    }
    const key = JSON.stringify(made.table);
    const known = this.tableNumbers.get(key) ?? this.tables.length;
    if (known === this.tables.length) this.tables.push(made.table);
    this.tableNumbers.set(key, known);
    return known;
  }

  // ---- right sides ------------------------------------------------------------------------------------------

  private fill(index: number, scope: Scope): void {
    const element = this.elements[index];
    const { right } = scope.equation;
    if (element === undefined || right.kind !== 'expression') return;
    try {
      this.elements[index] = { ...element, ...this.whole(right.expression, scope) };
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
  }

  /** The whole right side: here stand INTEG and the other functions that make the variable itself a state. */
  private whole(e: Expression, scope: Scope): Partial<Element> & { expr: Scalar } {
    if (e.kind === 'parens') return this.whole(e.of, scope);
    if (e.kind === 'call') {
      const known = builderOf(canonical(e.fn));
      if (known?.asEquation !== undefined) return known.asEquation(this.callOf(e, known, scope));
    }
    const value = arithmetic(e);
    return value === undefined ? { expr: this.scalar(e, scope) } : { expr: num(value), constant: true };
  }

  private checkCount(e: Expression & { kind: 'call' }, { least, most, form }: Builder, scope: Scope): void {
    if (e.args.length >= least && e.args.length <= most) return;
    this.problem(
      'MODEL_SYNTAX',
      scope.equation.line,
      say('wrongArguments', { fn: canonical(e.fn).toUpperCase(), got: e.args.length }),
      say('wrongArgumentsHint', { form }),
      say('wrongArgumentsExpected', { wanted: least === most ? least : `${least}-${most}` }),
    );
    throw new Stop();
  }

  /** A fault stops only the smallest expression that holds it, so that its neighbours are looked at as well. */
  private scalar(e: Expression, scope: Scope): Scalar {
    try {
      return this.written(e, scope);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return num(Number.NaN);
    }
  }

  private written(e: Expression, scope: Scope): Scalar {
    switch (e.kind) {
      case 'number':
        return num(e.value);
      case 'parens':
        return this.scalar(e.of, scope);
      case 'negative':
        return op('neg', this.scalar(e.of, scope));
      case 'not':
        return op('not', this.scalar(e.of, scope));
      case 'binary':
        return this.binary(e, scope);
      case 'name':
        return this.name(e, scope);
      case 'lookup-call':
        return this.lookupCall(e.name, e.subs, e.arg, scope);
      case 'call':
        return this.call(e, scope);
      case 'keyword':
      case 'string':
        this.problem(
          'MODEL_UNSUPPORTED',
          scope.equation.line,
          say('unsupportedKeyword', { fn: print(e) }),
          say('noAlternative'),
        );
        throw new Stop();
      case 'table':
        this.problem(
          'MODEL_SYNTAX',
          scope.equation.line,
          say('badTable', { name: scope.equation.name, detail: print(e).slice(0, 40) }),
          say('wrongArgumentsHint', { form: formOf('with lookup') }),
        );
        throw new Stop();
    }
  }

  private binary(e: Expression & { kind: 'binary' }, scope: Scope): Scalar {
    const left = this.scalar(e.left, scope);
    const right = this.scalar(e.right, scope);
    switch (e.op) {
      case '+':
        return op('add', left, right);
      case '-':
        return op('sub', left, right);
      case '*':
        return op('mul', left, right);
      case '/':
        return op('div', left, right);
      case '^':
        return power(left, right);
      case '=':
        return op('eq', left, right);
      case '<>':
        return op('ne', left, right);
      case '<':
        return op('lt', left, right);
      case '>':
        return op('gt', left, right);
      case '<=':
        return op('le', left, right);
      case '>=':
        return op('ge', left, right);
      case ':AND:':
        return op('and', left, right);
      case ':OR:':
        return op('or', left, right);
    }
  }

  private name(e: Expression & { kind: 'name' }, scope: Scope): Scalar {
    const key = canonical(e.name);
    if (key === 'time' && e.subs.length === 0) return now;
    const variable = this.variables.get(key);
    if (variable === undefined) {
      if (e.subs.length === 0 && (this.ranges.has(key) || this.elementNames.has(key))) {
        return num(this.indexOf(e.name, scope));
      }
      this.unknown(e.name, scope.equation.line);
      throw new Stop();
    }
    if (this.lookups.has(key)) {
      this.problem(
        'MODEL_SYNTAX',
        scope.equation.line,
        say('lookupNotCalled', { name: e.name }),
        say('lookupNotCalledHint', { name: e.name }),
      );
      throw new Stop();
    }
    const subs = this.subscripts(variable, e.subs, scope);
    const element = this.elementOf.get(elementKey(key, subs));
    if (element === undefined) this.noSuchElement(variable, subs, scope);
    return ref(element);
  }

  private unknown(name: string, line: number): void {
    if (this.parsed.unread.has(canonical(name))) return;
    this.problem(
      'MODEL_UNKNOWN_NAME',
      line,
      say('unknownName', { name }),
      this.nearest(
        name,
        [...this.variables.values()].map((v) => v.name),
      ),
      say('unknownNameExpected'),
    );
  }

  private noSuchElement(variable: Variable, subs: readonly string[], scope: Scope): never {
    const prefix = `${variable.key}[`;
    const known = [...this.elementOf.keys(), ...this.tableOf.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length, -1));
    this.problem(
      'MODEL_SUBSCRIPT',
      scope.equation.line,
      say('noSuchElement', {
        element: this.fullName(variable, subs),
        name: variable.name,
        known: known.slice(0, 8).join(' ; ') || '-',
      }),
      say('subscriptHint', { line: variable.equations[0]?.line ?? 0 }),
    );
    throw new Stop();
  }

  private subscripts(variable: Variable, subs: readonly string[], scope: Scope): string[] {
    const wanted = variable.equations[0]?.subs.length ?? 0;
    if (subs.length !== wanted) {
      this.subscriptCount(variable.name, wanted, subs.length, scope.equation.line, variable);
      throw new Stop();
    }
    return subs.map((sub) => this.subscript(sub, scope));
  }

  /** The element for which a subscript of the right side stands, given those of the left side. */
  private subscript(sub: string, scope: Scope): string {
    const { line } = scope.equation;
    if (sub.trimEnd().endsWith('!')) {
      const key = canonical(sub.replace(/\s*!\s*$/, ''));
      const marked = scope.marked.get(`${key}!`);
      if (marked !== undefined) return marked;
      this.problem(
        'MODEL_SUBSCRIPT',
        line,
        say('markOutside', { dim: sub.replace(/\s*!\s*$/, '') }),
        say('markMissingHint', { fn: 'SUM' }),
      );
      throw new Stop();
    }
    const key = canonical(sub);
    const range = this.ranges.get(key);
    if (range === undefined) {
      if (this.elementNames.has(key)) return key;
      this.notAnIndex(sub, line);
      throw new Stop();
    }
    const asked = scope.marked.get(key);
    if (asked !== undefined) return asked;
    const bound = scope.left.find((l) => l.range === key);
    if (bound !== undefined) return bound.element;
    // A mapping carries the left side's element over to the range of the right side.
    for (const left of scope.left) {
      const from = this.ranges.get(left.range);
      const forth = from?.mappings.get(key);
      if (from !== undefined && forth !== undefined) {
        const image = forth[from.elements.indexOf(left.element)];
        if (image !== undefined) return image;
      }
      const back = range.mappings.get(left.range);
      if (back !== undefined) {
        const sources = range.elements.filter((_, i) => back[i] === left.element);
        const [only] = sources;
        if (only !== undefined && sources.length === 1) return only;
        this.problem(
          'MODEL_SUBSCRIPT',
          line,
          say('ambiguousMapping', { from: range.name, to: from?.name ?? left.range, element: left.element }),
          say('badMappingHint', { from: range.name, to: from?.name ?? left.range }),
        );
        throw new Stop();
      }
    }
    // A subrange on the left and its family on the right mean the same element, if only one can be meant.
    const family = scope.left.filter((l) => range.elements.includes(l.element));
    const [same] = family;
    if (same !== undefined && family.length === 1) return same.element;
    this.problem(
      'MODEL_SUBSCRIPT',
      line,
      say('unboundDimension', { dim: range.name, name: scope.equation.name }),
      say('unboundDimensionHint', { dim: range.name }),
    );
    throw new Stop();
  }

  /**
   * A dimension used as a number is the position of its element (1, 2, ...), as in Vensim: in the largest dimension
   * that holds the element, not in the subrange that is named. So an element equals itself by whatever range it came.
   */
  private indexOf(name: string, scope: Scope): number {
    const written = canonical(name);
    const key = this.ranges.has(written) ? this.subscript(name, scope) : written;
    const families = [...this.ranges.values()].filter((r) => r.elements.includes(key));
    const whole = families.reduce<Range | undefined>(
      (largest, r) => (largest === undefined || r.elements.length > largest.elements.length ? r : largest),
      undefined,
    );
    return (whole?.elements.indexOf(key) ?? -1) + 1;
  }

  private lookupCall(name: string, subs: readonly string[], arg: Expression, scope: Scope): Scalar {
    const key = canonical(name);
    const variable = this.variables.get(key);
    if (variable === undefined) {
      this.unknown(name, scope.equation.line);
      throw new Stop();
    }
    if (!this.lookups.has(key)) {
      this.problem(
        'MODEL_SYNTAX',
        scope.equation.line,
        say('notALookup', { name }),
        say('notALookupHint', { name }),
      );
      throw new Stop();
    }
    const elements = this.subscripts(variable, subs, scope);
    const table = this.tableOf.get(elementKey(key, elements));
    if (table === undefined) this.noSuchElement(variable, elements, scope);
    return { k: 'l', t: table, x: this.scalar(arg, scope) };
  }

  // ---- functions --------------------------------------------------------------------------------------------

  private call(e: Expression & { kind: 'call' }, scope: Scope): Scalar {
    const fn = canonical(e.fn);
    const known = builderOf(fn);
    if (known !== undefined) return known.build(this.callOf(e, known, scope));
    const [arg] = e.args;
    if (this.variables.has(fn) && arg !== undefined) return this.lookupCall(e.fn, [], arg, scope);
    const alternative = refused.find(([pattern]) => pattern.test(fn));
    if (alternative !== undefined) {
      this.problem(
        'MODEL_UNSUPPORTED',
        scope.equation.line,
        say('unsupportedFunction', { fn: fn.toUpperCase() }),
        say(alternative[1]),
      );
    } else {
      this.unknown(e.fn, scope.equation.line);
    }
    throw new Stop();
  }

  /** What a builder may know and do about one call in one element. */
  private callOf(e: Expression & { kind: 'call' }, known: Builder, scope: Scope): Call {
    this.checkCount(e, known, scope);
    const { line } = scope.equation;
    const fn = canonical(e.fn);
    const zero: Expression = { kind: 'number', value: 0, text: '0' };
    const argument = (i: number): Expression => e.args[i] ?? zero;
    const scalarOf = (of: Expression, bound?: Bound): Scalar => {
      if (bound === undefined) return this.scalar(of, scope);
      const inner: Scope = { ...scope, marked: new Map([...scope.marked, ...bound]) };
      const result = this.scalar(of, inner);
      scope.counter = inner.counter;
      return result;
    };
    const fail: Call['fail'] = (code, message, hint, expected) => {
      this.problem(code, line, message, hint, expected);
      throw new Stop();
    };
    const marks = (...expressions: readonly Expression[]): Axis[] => {
      const names = new Set<string>();
      for (const of of expressions) collectMarks(of, names);
      return [...names].map((name) => {
        const axis = this.axisOf(name, scope) ?? this.stopAt(name, line);
        return { ...axis, key: `${axis.key}!` };
      });
    };
    const combinations = (axes: readonly Axis[]): Bound[] =>
      product(axes.map((axis) => axis.elements)).map(
        (row) => new Map(axes.map((axis, i) => [axis.key, row[i] ?? ''])),
      );
    const lift = (s: Scalar, label: string): Scalar =>
      s.k === 'n' || s.k === 'r' || s.k === 't' ? s : this.hide({ expr: s }, label, scope);
    return {
      fn,
      args: e.args,
      count: e.args.length,
      owner: scope.owner,
      line,
      time: this.time,
      scalar: (i) => this.scalar(argument(i), scope),
      scalarOf,
      hide: (parts, label) => this.hide(parts, label, scope),
      lift,
      replace: (at, parts) => this.replace(at, parts),
      constant: (i) => arithmetic(argument(i), (name) => this.fixedOf(canonical(name), [])),
      table: (points) => this.table(points, scope.equation) ?? this.stop(),
      lookupOf: (i) => this.lookupNumber(argument(i), formOf(fn), scope),
      pointsOf: (table) => {
        const { x, y } = this.tables[table] ?? { x: [], y: [] };
        return x.map((at, i) => [at, y[i] ?? 0]);
      },
      read: (table, x, mode) => ({ k: 'l', t: table, x, ...(mode === undefined ? {} : { m: mode }) }),
      axis: (name) => this.axisOf(name, scope),
      marks,
      combinations,
      over: (...arguments_) => {
        const axes = marks(...arguments_.map(argument));
        if (axes.length === 0) {
          const name = fn.toUpperCase();
          fail('MODEL_SUBSCRIPT', say('markMissing', { fn: name }), say('markMissingHint', { fn: name }));
        }
        return combinations(axes).map((bound) => arguments_.map((i) => scalarOf(argument(i), bound)));
      },
      once: (free, make) => {
        const keys = new Set(free.map((axis) => axis.key));
        const fixed = [...scope.left.map((l) => [l.range, l.element] as const), ...scope.marked];
        const key = fixed
          .filter(([range]) => !keys.has(range))
          .map((pair) => pair.join('='))
          .join();
        const kept = this.made.get(e) ?? new Map<string, unknown>();
        this.made.set(e, kept);
        if (!kept.has(key)) kept.set(key, make());
        // What was kept under this call and key is what this same call made before.
        return kept.get(key) as ReturnType<typeof make>;
      },
      stream: (label = fn) => hash(`${scope.owner} ${label} ${scope.counter++}`),
      group: (name, inputs, outputs, settings) => {
        const a = inputs.map((input) => lift(input, `${fn} input`));
        const p = settings === undefined ? {} : { p: settings };
        return Array.from({ length: outputs }, (_, i) => ({ k: 'g', fn: name, a, ...p, n: outputs, i }));
      },
      fail,
    };
  }

  private stop(): never {
    throw new Stop();
  }

  private stopAt(sub: string, line: number): never {
    this.notAnIndex(sub, line);
    throw new Stop();
  }

  /** A range, and where the present element stands in it: as marked, or by what the left side says. */
  private axisOf(name: string, scope: Scope): Axis | undefined {
    const key = canonical(name.replace(/\s*!\s*$/, ''));
    const range = this.ranges.get(key);
    if (range === undefined) return undefined;
    const bound = scope.marked.get(`${key}!`) ?? scope.marked.get(key);
    const element = bound ?? scope.left.find((l) => l.range === key)?.element;
    const at = element === undefined ? -1 : range.elements.indexOf(element);
    return { name: range.name, key, elements: range.elements, at };
  }

  private lookupNumber(e: Expression, form: string, scope: Scope): number {
    const { equation } = scope;
    if (e.kind === 'table') return this.table(e.points, equation) ?? this.stop();
    if (e.kind === 'parens') return this.lookupNumber(e.of, form, scope);
    const variable = e.kind === 'name' ? this.variables.get(canonical(e.name)) : undefined;
    if (e.kind === 'name' && variable !== undefined && this.lookups.has(variable.key)) {
      const elements = this.subscripts(variable, e.subs, scope);
      return (
        this.tableOf.get(elementKey(variable.key, elements)) ?? this.noSuchElement(variable, elements, scope)
      );
    }
    this.problem(
      'MODEL_SYNTAX',
      equation.line,
      say('badTable', { name: equation.name, detail: print(e).slice(0, 40) }),
      say('wrongArgumentsHint', { form }),
    );
    throw new Stop();
  }

  /** A helper element that stands on its own, so that its value is computed once and can be a state. */
  private hide(parts: Partial<Element> & { expr: Scalar }, label: string, scope: Scope): Scalar {
    scope.counter++;
    this.elements.push({
      kind: 'value',
      name: `${scope.owner} (${label} ${scope.counter})`,
      variable: scope.variable.number,
      line: scope.equation.line,
      hidden: true,
      ...parts,
    });
    return ref(this.elements.length - 1);
  }

  private replace(at: Scalar, parts: Partial<Element>): void {
    if (at.k !== 'r') return;
    const element = this.elements[at.e];
    if (element !== undefined) this.elements[at.e] = { ...element, ...parts };
  }

  // ---- the whole --------------------------------------------------------------------------------------------

  private checkLoops(): void {
    // A loop that was told is cut, so that the next one shows; elements of one dimension tell it once.
    const look = (needsOf: (element: Element) => number[], key: 'loop' | 'loopInitial'): boolean => {
      const cut = new Set<number>();
      const told = new Set<string>();
      for (;;) {
        const found = order(this.elements.keys(), (i) => {
          const element = this.elements[i];
          return element === undefined || cut.has(i) ? [] : needsOf(element);
        });
        if (!('loop' in found)) return cut.size > 0;
        for (const i of found.loop.slice(0, 1)) cut.add(i);
        const variables = new Set(found.loop.map((i) => this.elements[i]?.variable));
        const mark = [...variables].sort().join(',');
        if (!told.has(mark)) this.loop(found.loop, key);
        told.add(mark);
      }
    };
    if (!look(needsEachStep, 'loop')) look(needsAtStart, 'loopInitial');
  }

  private loop(loop: readonly number[], key: 'loop' | 'loopInitial'): void {
    const shown = [...loop, ...loop.slice(0, 1)].map((i) => {
      const e = this.elements[i];
      return e === undefined ? '?' : `${e.name} (${this.file}:${e.line})`;
    });
    const first = this.elements[loop[0] ?? 0];
    this.problem('MODEL_LOOP', first?.line ?? 0, say(key, { cycle: shown.join(' -> ') }), say('loopHint'));
  }

  private describe(): VariableInfo[] {
    const variables = [...this.variables.values()];
    const byName = (keys: Iterable<string>): string[] =>
      [...keys].map((key) => this.variables.get(key)?.name ?? key).sort();
    const uses = new Map<string, Set<string>>();
    const usedBy = new Map<string, Set<string>>();
    for (const variable of variables) {
      const own = new Set<string>();
      for (const equation of variable.equations) {
        if (equation.right.kind === 'expression') {
          collectNames(equation.right.expression, (name) => {
            const key = canonical(name);
            if (this.variables.has(key)) own.add(key);
          });
        }
      }
      uses.set(variable.key, own);
      for (const key of own) {
        const users = usedBy.get(key) ?? new Set<string>();
        users.add(variable.key);
        usedBy.set(key, users);
      }
    }
    const elementsOf = new Map<number, Element[]>();
    for (const element of this.elements) {
      if (element.hidden === true) continue;
      const own = elementsOf.get(element.variable) ?? [];
      own.push(element);
      elementsOf.set(element.variable, own);
    }
    return variables.map((variable): VariableInfo => {
      const own = this.inOrder(variable, elementsOf.get(variable.number) ?? []);
      const first = variable.equations[0];
      const kind = this.kindOf(variable, own);
      const values = kind === 'constant' ? own.map((e) => (e.expr.k === 'n' ? e.expr.v : 0)) : undefined;
      const [single] = values ?? [];
      return {
        name: variable.name,
        kind,
        units: first?.units ?? '',
        comment: variable.equations.map((e) => e.comment).find((c) => c !== '') ?? '',
        sector: first?.sector ?? '',
        line: first?.line ?? 0,
        subscripts: this.dimensionsOf(variable),
        elements: kind === 'lookup' ? this.tableNames(variable) : own.map((e) => e.name),
        equation: variable.equations.map((e) => e.text).join('\n'),
        uses: byName(uses.get(variable.key) ?? []),
        usedBy: byName(usedBy.get(variable.key) ?? []),
        ...(values === undefined ? {} : { values }),
        ...(values !== undefined && single !== undefined && first?.subs.length === 0
          ? { value: single }
          : {}),
      };
    });
  }

  /** Elements by the order of their dimensions, whatever the order of the equations. */
  private inOrder(variable: Variable, own: readonly Element[]): Element[] {
    const ranges = this.dimensionsOf(variable).map((name) => this.ranges.get(canonical(name)));
    const place = (element: Element): number =>
      splitElementName(element.name).subs.reduce((sum, sub, position) => {
        const elements = ranges[position]?.elements ?? [];
        return sum * (elements.length + 1) + elements.indexOf(canonical(sub)) + 1;
      }, 0);
    return [...own].sort((a, b) => place(a) - place(b));
  }

  private tableNames(variable: Variable): string[] {
    const names: string[] = [];
    for (const equation of variable.equations) {
      const axes = this.axes(equation.subs, equation.line);
      for (const combination of product((axes ?? []).map((axis) => axis.elements))) {
        if (this.tableOf.has(elementKey(variable.key, combination)))
          names.push(this.fullName(variable, combination));
      }
    }
    return names;
  }

  private kindOf(variable: Variable, own: readonly Element[]): VariableKind {
    if (this.lookups.has(variable.key)) return 'lookup';
    if (own.some((e) => e.kind === 'stock')) return 'stock';
    return own.length > 0 && own.every((e) => e.constant === true) ? 'constant' : 'auxiliary';
  }

  /** For each position the dimension that the equations name, or the smallest one that holds all they name. */
  private dimensionsOf(variable: Variable): string[] {
    const width = variable.equations[0]?.subs.length ?? 0;
    return Array.from({ length: width }, (_, position) => {
      const keys = variable.equations.map((equation) => canonical(equation.subs[position] ?? ''));
      const [first] = keys;
      const named = first === undefined ? undefined : this.ranges.get(first);
      if (named !== undefined && keys.every((key) => key === first)) return named.name;
      const elements = new Set(keys.flatMap((key) => this.ranges.get(key)?.elements ?? [key]));
      const holding = [...this.ranges.values()]
        .filter((range) => [...elements].every((e) => range.elements.includes(e)))
        .sort((a, b) => a.elements.length - b.elements.length);
      return holding[0]?.name ?? [...elements].map((e) => this.elementNames.get(e) ?? e).join(', ');
    });
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function product(axes: readonly (readonly string[])[]): string[][] {
  let rows: string[][] = [[]];
  for (const axis of axes) rows = rows.flatMap((row) => axis.map((element) => [...row, element]));
  return rows;
}

/** The dimensions marked with ! in an argument of SUM and its like; those of an inner SUM are its own. */
function collectMarks(e: Expression, into: Set<string>): void {
  const subs = (list: readonly string[]): void => {
    for (const sub of list) if (sub.trimEnd().endsWith('!')) into.add(sub.replace(/\s*!\s*$/, ''));
  };
  switch (e.kind) {
    case 'name':
      subs(e.subs);
      return;
    case 'lookup-call':
      subs(e.subs);
      collectMarks(e.arg, into);
      return;
    case 'call':
      if (builderOf(canonical(e.fn))?.marks !== true) for (const arg of e.args) collectMarks(arg, into);
      return;
    case 'parens':
    case 'negative':
    case 'not':
      collectMarks(e.of, into);
      return;
    case 'binary':
      collectMarks(e.left, into);
      collectMarks(e.right, into);
      return;
    default:
  }
}

/** Calls `visit` for every name in an expression, functions and lookups included. */
function collectNames(e: Expression, visit: (name: string) => void): void {
  switch (e.kind) {
    case 'name':
      visit(e.name);
      return;
    case 'lookup-call':
      visit(e.name);
      collectNames(e.arg, visit);
      return;
    case 'call':
      visit(e.fn);
      for (const arg of e.args) collectNames(arg, visit);
      return;
    case 'parens':
    case 'negative':
    case 'not':
      collectNames(e.of, visit);
      return;
    case 'binary':
      collectNames(e.left, visit);
      collectNames(e.right, visit);
      return;
    default:
  }
}
