import { at } from '@schaalsprong/words';
import { builderOf } from '../functions/index.ts';
import { isMarked, marksIn, ownsMarks, unmarked } from '../functions/marked-subscripts.ts';
import type { ModelProblem, ProblemCode } from '../problems/problems.ts';
import { say, type Text } from '../problems/say.ts';
import { type Equation, type Expression, type Macro, partsOf, print } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import type { ParsedModel } from '../syntax/parsed-model.ts';
import { readTexts } from './texts.ts';

/** Maximum number of equations after expansion; more comes from macros that call each other exponentially often. */
const maxEquations = 100_000;
/** Maximum nesting of macro calls. */
const maxDepth = 50;

/**
 * Writes the macros of a model out: every call gets equations of its own, under names that are shown nowhere, and is
 * replaced by the name of the first output. What comes back has no macros.
 *
 * - An equation over subscripts gives the inner equations the same subscripts, so that every element has stocks of its own.
 *   A range marked with `!` around the call becomes one more subscript.
 * - An input that is a name or a number takes the place of the parameter; any other becomes an inner equation. So a lookup
 *   can be passed too.
 * - `name$` within a macro is the name outside it; so is a name that the macro does not have, as Time.
 * - Names after the colon, `M(a : low, high)`, become variables of the model.
 *
 * @returns the model, with a problem for each call that cannot be written out: a macro that calls itself, or too few inputs
 */
export function writeOutMacros(parsed: ParsedModel, file: string): ParsedModel {
  if (parsed.macros === undefined || parsed.macros.length === 0) return parsed;
  return new MacroWriter(parsed, parsed.macros, file).write();
}

/** What names mean at an expression, and the equation that owns the helpers it needs. */
interface Place {
  /** The equation whose subscripts the helpers take. */
  readonly subs: readonly string[];
  readonly except: readonly (readonly string[])[];
  readonly line: number;
  readonly sector: string;
  /** Variable of the model from which all this comes. */
  readonly owner: string;
  /** Within a macro: what its names denote. */
  readonly names: ReadonlyMap<string, Meaning>;
  /** Macros being expanded, outermost first, to detect recursion. */
  readonly open: readonly string[];
}

/** An input is the expression that it was given; an inner variable has a name with subscripts behind its own. */
type Meaning = { readonly kind: 'input'; readonly of: Expression } | ({ readonly kind: 'inner' } & Named);

interface Named {
  readonly name: string;
  readonly subs: readonly string[];
}

class MacroWriter {
  readonly #parsed: ParsedModel;
  readonly #file: string;
  readonly #macros = new Map<string, Macro>();
  readonly #taken: Set<string>;
  readonly #calls = new Map<string, number>();
  readonly #equations: Equation[] = [];
  readonly #problems: ModelProblem[] = [];
  readonly #reported = new Set<string>();
  #full = false;

  constructor(parsed: ParsedModel, macros: readonly Macro[], file: string) {
    this.#parsed = parsed;
    this.#file = file;
    this.#taken = new Set(parsed.equations.map((equation) => canonical(equation.name)));
    for (const macro of macros) {
      const key = canonical(macro.name);
      const earlier = this.#macros.get(key);
      if (earlier === undefined) this.#macros.set(key, macro);
      else {
        const lines = { name: macro.name, first: earlier.line, second: macro.line };
        this.#problem(
          'MODEL_DUPLICATE',
          macro.line,
          say(readTexts.duplicate, lines),
          say(readTexts.duplicateMacroHint),
        );
      }
      this.#checkOutputs(macro);
    }
  }

  write(): ParsedModel {
    const { macros: _, ...rest } = this.#parsed;
    for (const equation of rest.equations) {
      const { right } = equation;
      if (right.kind !== 'expression' || !this.#calling(right.expression)) this.#equations.push(equation);
      else this.#equations.push(this.#ofModel(equation, right.expression));
    }
    const problems = [...rest.problems, ...this.#problems];
    if (!this.#full) return { ...rest, equations: this.#equations, problems };
    const kept = rest.equations.filter(
      ({ right }) => right.kind !== 'expression' || !this.#calling(right.expression),
    );
    const made = new Set(kept);
    const unread = new Set(rest.unread);
    for (const equation of rest.equations) if (!made.has(equation)) unread.add(canonical(equation.name));
    return { ...rest, equations: kept, unread, problems };
  }

  #problem(code: ProblemCode, line: number, message: Text, hint: Text, expected?: Text): void {
    const key = `${line} ${message.en}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#problems.push({
      code,
      message,
      file: this.#file,
      line,
      hint,
      ...(expected === undefined ? {} : { expected }),
    });
  }

  #checkOutputs(macro: Macro): void {
    const own = macro.equations.flatMap((equation) => [equation.name, ...namesBehindColons(equation)]);
    const made = new Set(own.map(canonical));
    for (const output of macro.outputs) {
      if (made.has(canonical(output)) || this.#parsed.unread.has(canonical(output))) continue;
      const fill = { name: macro.name, output };
      this.#problem(
        'MODEL_SYNTAX',
        macro.line,
        say(readTexts.macroOutput, fill),
        say(readTexts.macroOutputHint, fill),
      );
    }
  }

  #ofModel(equation: Equation, expression: Expression): Equation {
    const { subs, except, line, sector, name } = equation;
    const place: Place = {
      subs,
      except,
      line,
      sector,
      owner: equation.hiddenIn ?? name,
      names: new Map(),
      open: [],
    };
    return { ...equation, right: { kind: 'expression', expression: this.#rewrite(expression, place, []) } };
  }

  /** Whether a macro is called somewhere in an expression. */
  #calling(e: Expression): boolean {
    return (
      (e.kind === 'call' && this.#macros.has(canonical(e.fn))) ||
      partsOf(e).some((part) => this.#calling(part))
    );
  }

  /** An expression in terms of the model. `marks`: ranges that a SUM, or the like, around it runs over. */
  #rewrite(e: Expression, place: Place, marks: readonly string[]): Expression {
    const inner = (of: Expression): Expression => this.#rewrite(of, place, marks);
    switch (e.kind) {
      case 'name':
        return this.#name(e, place);
      case 'lookup-call':
        return (
          this.#called(e.name, e.subs, [inner(e.arg)], place) ?? {
            ...e,
            name: outer(e.name, place),
            arg: inner(e.arg),
          }
        );
      case 'call': {
        const key = canonical(e.fn);
        const macro = this.#macros.get(key);
        if (macro !== undefined) return this.#call(macro, e, place, marks);
        const over = builderOf(key)?.bindsMarked === true ? [...marks, ...marksIn(e.args)] : marks;
        const args = e.args.map((arg) => this.#rewrite(arg, place, over));
        return this.#called(e.fn, [], args, place) ?? { ...e, fn: outer(e.fn, place), args };
      }
      case 'negative':
      case 'not':
      case 'parens':
        return { ...e, of: inner(e.of) };
      case 'binary':
        return { ...e, left: inner(e.left), right: inner(e.right) };
      default:
        return e;
    }
  }

  #name(e: Expression & { kind: 'name' }, place: Place): Expression {
    const meaning = place.names.get(canonical(e.name));
    if (meaning === undefined) {
      const index = e.index?.map((i) => (i === undefined ? undefined : this.#rewrite(i, place, [])));
      return { ...e, name: outer(e.name, place), ...(index === undefined ? {} : { index }) };
    }
    if (meaning.kind === 'inner') return { ...e, name: meaning.name, subs: [...e.subs, ...meaning.subs] };
    // A parameter may be written with the subscripts of the array that it was given.
    return meaning.of.kind === 'name' && e.subs.length > 0 ? { ...meaning.of, subs: e.subs } : meaning.of;
  }

  /** A call of a name of the macro: of a lookup that is an inner variable, or that was given as an input. */
  #called(
    name: string,
    subs: readonly string[],
    args: readonly Expression[],
    place: Place,
  ): Expression | undefined {
    const meaning = place.names.get(canonical(name));
    const [arg] = args;
    if (meaning === undefined || arg === undefined) return undefined;
    const target =
      meaning.kind === 'inner'
        ? { name: meaning.name, subs: [...subs, ...meaning.subs] }
        : meaning.of.kind === 'name'
          ? { name: meaning.of.name, subs: subs.length > 0 ? subs : meaning.of.subs }
          : undefined;
    if (target === undefined) return undefined;
    return target.subs.length === 0
      ? { kind: 'call', fn: target.name, args }
      : { kind: 'lookup-call', ...target, arg };
  }

  /** Expands a call. @returns the name of its first output */
  #call(macro: Macro, e: Expression & { kind: 'call' }, place: Place, marks: readonly string[]): Expression {
    const key = canonical(macro.name);
    const form = `${macro.name}(${macro.inputs.join(', ')}${macro.outputs.length > 1 ? ` : ${macro.outputs.slice(1).join(', ')}` : ''})`;
    const outs = e.outs ?? [];
    if (place.open.includes(key)) {
      const cycle = [...place.open, key].map((open) => this.#macros.get(open)?.name ?? open).join(' -> ');
      const hint = say(readTexts.macroRecursionHint, { name: macro.name });
      this.#problem('MODEL_UNSUPPORTED', place.line, say(readTexts.macroRecursion, { cycle }), hint);
      return nothing;
    }
    if (e.args.length !== macro.inputs.length || outs.length > macro.outputs.length - 1) {
      this.#problem(
        'MODEL_SYNTAX',
        place.line,
        say(readTexts.wrongArguments, { fn: macro.name, got: e.args.length + outs.length }),
        say(readTexts.wrongArgumentsHint, { form }),
        say(readTexts.wrongArgumentsExpected, { wanted: macro.inputs.length }),
      );
      return nothing;
    }
    if (place.open.length >= maxDepth) {
      this.#problem(
        'MODEL_UNSUPPORTED',
        place.line,
        say(readTexts.macroDeep, { most: maxDepth }),
        say(readTexts.macroTooManyHint),
      );
      return nothing;
    }
    if (this.#equations.length + macro.equations.length > maxEquations) {
      if (!this.#full) {
        const hint = say(readTexts.macroTooManyHint);
        this.#problem(
          'MODEL_UNSUPPORTED',
          place.line,
          say(readTexts.macroTooMany, { most: maxEquations }),
          hint,
        );
      }
      this.#full = true;
      return nothing;
    }
    // Marks that a SUM within an argument runs over are its own; the others are those of a SUM around the call.
    const free = marksIn(e.args).filter((mark) => marks.some((m) => canonical(m) === canonical(mark)));
    const subs = [...place.subs, ...free];
    const prefix = this.#prefix(macro, place.owner);
    const inside: Place = { ...place, subs, except: place.except.map((set) => [...set, ...free]) };
    const names = new Map<string, Meaning>();
    macro.inputs.forEach((input, i) => {
      const given = e.args[i];
      if (given === undefined) return;
      const arg = unmark(this.#rewrite(given, place, marks), free);
      names.set(canonical(input), {
        kind: 'input',
        of: this.#input(arg, `${prefix} ${bare(input)}`, inside),
      });
    });
    for (const equation of macro.equations) {
      const own = equation.right.kind === 'expression' ? subs : [];
      names.set(canonical(equation.name), {
        kind: 'inner',
        name: `${prefix} ${bare(equation.name)}`,
        subs: own,
      });
    }
    // What a macro within this one gives behind its colon is a name of this one.
    for (const out of macro.equations.flatMap(namesBehindColons)) {
      if (!names.has(canonical(out)))
        names.set(canonical(out), { kind: 'inner', name: `${prefix} ${bare(out)}`, subs });
    }
    const body: Place = { ...inside, names, open: [...place.open, key] };
    for (const equation of macro.equations) this.#inner(equation, macro, body, prefix);
    outs.forEach((out, i) => {
      const output = canonical(at(macro.outputs, i + 1));
      const meaning = names.get(output);
      if (meaning?.kind === 'inner') this.#output(out, macro, output, meaning, place);
    });
    const result = names.get(key);
    if (result?.kind !== 'inner') return nothing;
    const marked = result.subs.length === 0 ? [] : [...place.subs, ...free.map((mark) => `${mark}!`)];
    return { kind: 'name', name: result.name, subs: marked };
  }

  /** A further output becomes a variable of the place from which the macro is called. */
  #output(out: Expression, macro: Macro, key: string, of: Named, place: Place): void {
    if (out.kind !== 'name') {
      const fill = { name: macro.name, output: print(out) };
      this.#problem(
        'MODEL_SYNTAX',
        place.line,
        say(readTexts.macroOutName, fill),
        say(readTexts.macroOutNameHint, fill),
      );
      return;
    }
    const meaning = place.names.get(canonical(out.name));
    const { except, line, sector, owner } = place;
    const expression = { kind: 'name', name: of.name, subs: of.subs } as const;
    const equation = macro.equations.find((one) => canonical(one.name) === key);
    const made = {
      except: out.subs.length === place.subs.length ? except : [],
      right: { kind: 'expression', expression } as const,
      units: equation === undefined ? '' : unitsOf(equation, macro),
      comment: '',
      sector,
      line,
    };
    if (meaning?.kind === 'inner') {
      const subs = [...out.subs, ...meaning.subs];
      this.#equations.push({ ...made, name: meaning.name, subs, text: '', hiddenIn: owner });
    } else {
      this.#equations.push({
        ...made,
        name: out.name,
        subs: out.subs,
        text: `${print(out)} = ${macro.name}(... : ${print(out)})`,
        derived: true,
      });
    }
  }

  #prefix(macro: Macro, owner: string): string {
    const label = `${bare(owner)} (${bare(macro.name)}`;
    for (;;) {
      const count = (this.#calls.get(label) ?? 0) + 1;
      this.#calls.set(label, count);
      const prefix = `${label} ${count})`;
      const names = [...macro.equations.map((equation) => equation.name), ...macro.inputs];
      const keys = names.map((name) => canonical(`${prefix} ${bare(name)}`));
      if (keys.some((key) => this.#taken.has(key))) continue;
      for (const key of keys) this.#taken.add(key);
      return prefix;
    }
  }

  /** A name or number as it is; of anything else an equation, so that it is computed once and may hold a state. */
  #input(arg: Expression, name: string, place: Place): Expression {
    if (arg.kind === 'name' || arg.kind === 'number' || arg.kind === 'string') return arg;
    const { subs, except, line, sector, owner } = place;
    const right = arg.kind === 'table' ? arg : ({ kind: 'expression', expression: arg } as const);
    this.#equations.push({
      name,
      subs,
      except,
      right,
      units: '',
      comment: '',
      sector,
      line,
      text: '',
      hiddenIn: owner,
    });
    return { kind: 'name', name, subs };
  }

  #inner(equation: Equation, macro: Macro, place: Place, prefix: string): void {
    const { right } = equation;
    // What does not depend on the call (a table, a list) does not take its subscripts.
    const free = right.kind === 'expression' ? place : { subs: [], except: [] };
    const subs = [...equation.subs, ...free.subs];
    const except = [
      ...equation.except.map((set) => [...set, ...free.subs]),
      ...free.except.map((set) => [...equation.subs, ...set]),
    ];
    const at: Place = { ...place, subs, except, line: equation.line };
    this.#equations.push({
      ...equation,
      name: `${prefix} ${bare(equation.name)}`,
      subs,
      except,
      right:
        right.kind === 'expression'
          ? { kind: 'expression', expression: this.#rewrite(right.expression, at, []) }
          : right,
      units: unitsOf(equation, macro),
      sector: place.sector,
      hiddenIn: place.owner,
    });
  }
}

/** Units of an equation within a macro, unless they are written in terms of its inputs, which differ from call to call. */
function unitsOf(equation: Equation, macro: Macro): string {
  const own = new Set([...macro.inputs, ...macro.equations.map((one) => one.name)].map(canonical));
  return equation.units.split(/[*/()^]/).some((word) => own.has(canonical(word))) ? '' : equation.units;
}

/** The names behind the colon of every call in an equation. */
function namesBehindColons({ right }: Equation): string[] {
  const found: string[] = [];
  const walk = (e: Expression): void => {
    if (e.kind === 'call') for (const out of e.outs ?? []) if (out.kind === 'name') found.push(out.name);
    for (const part of partsOf(e)) walk(part);
  };
  if (right.kind === 'expression') walk(right.expression);
  return found;
}

/** Placeholder of a call that could not be expanded; the reported problem keeps the model from running. */
const nothing: Expression = { kind: 'number', value: 0, text: '0' };

/** A name without what would make it look like subscripts or a quoted name. */
const bare = (name: string): string =>
  name
    .replace(/^"(.*)"$/s, '$1')
    .replace(/[[\]"]/g, ' ')
    .trim();

/** The name outside the macro that `name$` denotes. */
const outer = (name: string, place: Place): string =>
  place.open.length > 0 && name.endsWith('$') ? name.slice(0, -1) : name;

/** An expression for one element of the ranges `free`, which it ran over. */
function unmark(e: Expression, free: readonly string[]): Expression {
  if (free.length === 0 || ownsMarks(e)) return e;
  const subs = (list: readonly string[]): string[] =>
    list.map((sub) => (isMarked(sub) && free.includes(unmarked(sub)) ? unmarked(sub) : sub));
  switch (e.kind) {
    case 'name':
      return { ...e, subs: subs(e.subs) };
    case 'lookup-call':
      return { ...e, subs: subs(e.subs), arg: unmark(e.arg, free) };
    case 'call':
      return { ...e, args: e.args.map((arg) => unmark(arg, free)) };
    case 'negative':
    case 'not':
    case 'parens':
      return { ...e, of: unmark(e.of, free) };
    case 'binary':
      return { ...e, left: unmark(e.left, free), right: unmark(e.right, free) };
    default:
      return e;
  }
}
